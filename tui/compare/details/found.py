"""A difference between two sentences before it is numbered: what every search of this room returns."""

from dataclasses import dataclass

from tui.articles.article import Span
from tui.compare.comparison import DetailKind


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a left and a right sentence say the shared thing differently."""

    left_sentence: int
    right_sentence: int
    kind: DetailKind
    left: Span | None
    right: Span | None
    summary: str
    why: str
    conflict: bool = False
    rank: int = 1
    """Where two searches claim the same words, the lower one stands."""


def in_one_line(text: str, most: int = 60) -> str:
    """Return `text` on one line, its middle left out when it is longer than `most` characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    half = (most - 3) // 2
    return f"{flat[:half].rstrip()} … {flat[-half:].lstrip()}"


def both(left: str, right: str, of: str = "") -> str:
    """Return the summary of what both sides say, `of` what they say it of."""
    return f"{in_one_line(left)} / {in_one_line(right)}" + (f" {of}" if of else "")
