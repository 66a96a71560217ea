"""Word lists, gazetteers and weights: tab-separated text files that lie beside the code that uses them."""

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=16)
def read_table(path: Path) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table as tuples of its tab-separated cells.

    Blank lines and lines that begin with `#` (where each table says what it holds and where it comes from) are
    passed over; cells are stripped of the blanks around them.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if line.strip() and not line.startswith("#"))
    return tuple(tuple(map(str.strip, line.split("\t"))) for line in kept)
