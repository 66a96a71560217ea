"""Going on where an earlier run ended: its answers are a file, which takes the others."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from tui.articles.article import ArticleError


def resume_at(name: str) -> tuple[int, BinaryIO]:
    """Return how many lines of an earlier run are answered in a file, and the file, open where the next answer goes.

    An answer that was cut short when the run ended is taken away.

    Raises
    ------
    ArticleError
        If the file cannot be read and written.
    """
    path = Path(name).expanduser()
    if path.exists() and not path.is_file():
        raise ArticleError(f"{name}: is no file; name one that can be written")
    try:
        out = open(path, "r+b" if path.exists() else "x+b")  # noqa: SIM115 - it stays open for the answers
        done, end = 0, 0
        for line in out:
            if line.endswith(b"\n"):
                done, end = done + 1, end + len(line)
        out.truncate(end)
        out.seek(end)
    except OSError as error:
        raise ArticleError(f"{name}: {error.strerror}; name a file that can be written") from error
    return done, out


def skip_answered(lines: Iterable[bytes], done: int) -> Iterator[bytes]:
    """Yield the lines with those emptied that have been answered, so that the numbers of all others hold."""
    for line in lines:
        if done and line.strip():
            done -= 1
            yield b""
        else:
            yield line
