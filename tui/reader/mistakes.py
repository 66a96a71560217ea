"""What is wrong in a file that a user wrote, told so that it can be mended: file, line, key, and what is allowed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.disk.inert import make_inert_line

MOST_TOLD = 3
"""So many mistakes in the user's files are told on the screen."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in a theme or in the configuration; the default is used instead."""

    file: str
    line: int
    """From 1."""
    key: str
    """The path of the key, joined with dots: "colours.conflict"; empty for the file as a whole."""
    problem: str
    allowed: str = ""

    def __str__(self) -> str:
        """Return the mistake in one line."""
        key = f" {self.key}:" if self.key else ""
        allowed = f"; allowed: {self.allowed}" if self.allowed else ""
        return make_inert_line(f"{self.file}:{self.line}:{key} {self.problem}{allowed}")


def first_told(mistakes: Sequence[Mistake]) -> list[str]:
    """Return the first mistakes for a screen that shows each for a moment, and how many more there are."""
    told = [str(mistake) for mistake in mistakes[:MOST_TOLD]]
    more = len(mistakes) - MOST_TOLD
    listed = f"{more} more mistakes: newsdiff-tui config --check and newsdiff-tui themes list them"
    return [*told, listed] if more > 0 else told


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Return the allowed words most like `word`, or all of them when none is like it."""
    choices = list(allowed)
    import difflib  # nothing is wrong, most of the time

    close = difflib.get_close_matches(word, choices, n=3, cutoff=0.6)
    return ", ".join(close) if close else ", ".join(choices)
