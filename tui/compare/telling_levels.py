"""From which importance on a detail is told, at each level. Outside of `details`, which takes long to import."""

from functools import cache
from pathlib import Path

from tui.compare.comparison import DetailLevel
from tui.disk.tables import read_table


@cache
def thresholds() -> dict[DetailLevel, float]:
    """Return from which importance on a detail is told, for each level."""
    levels: dict[str, DetailLevel] = {"few": "few", "more": "more", "all": "all"}
    table = read_table(Path(__file__).parent / "details" / "weights" / "levels.tsv")
    return {levels[name]: float(value) for name, value in table}
