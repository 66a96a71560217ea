"""A difference between two sentences before it is numbered: what every search of this room returns."""

from typing import NamedTuple

from tui.articles.article import Side, Span
from tui.compare.comparison import DetailKind
from tui.compare.details.parts import Parts


class Found(NamedTuple):
    """A place where a left and a right sentence say the shared thing differently."""

    left_sentence: int
    right_sentence: int
    kind: DetailKind
    left: Span | None
    right: Span | None
    summary: str
    why: str
    conflict: bool = False


def in_one_line(text: str, most: int = 60) -> str:
    """Return `text` on one line, its middle left out when it is longer than `most` characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    half = (most - 3) // 2
    return f"{flat[:half].rstrip()} … {flat[-half:].lstrip()}"


def summarise(left: str, right: str, of: str = "") -> str:
    """Return two figures in one line, what they end on alike said once.

    Examples
    --------
    >>> summarise("6,000 people", "more than 6,100 people", "people killed")
    '6,000 / more than 6,100 people killed'
    """
    ours, theirs = left.split(), right.split()
    shared: list[str] = []
    while len(ours) > 1 and len(theirs) > 1 and ours[-1] == theirs[-1]:
        shared.insert(0, ours.pop())
        theirs.pop()
    tail = of if of.split()[: len(shared)] == shared or not shared else " ".join(shared)
    text = f"{in_one_line(' '.join(ours))} / {in_one_line(' '.join(theirs))}"
    return f"{text} {tail}" if tail else text


def two_sided(
    kind: DetailKind,
    left: tuple[Parts, Span],
    right: tuple[Parts, Span],
    why: str,
    conflict: bool = False,
    of: str = "",
) -> Found:
    """Return what both sides say differently; `of` tells what they say it of."""
    texts = left[0].slice(left[1]), right[0].slice(right[1])
    summary = summarise(*texts, of) if kind == "figure" else f"{in_one_line(texts[0])} / {in_one_line(texts[1])}"
    return Found(left[0].number, right[0].number, kind, left[1], right[1], summary, why, conflict)


def one_sided(kind: DetailKind, side: Side, own: Parts, other: Parts, span: Span, why: str) -> Found:
    """Return what only one side says, `own` being its sentence there and `other` the one it is linked to."""
    left, right = (own, other) if side == "left" else (other, own)
    return Found(
        left.number,
        right.number,
        kind,
        span if side == "left" else None,
        span if side == "right" else None,
        f"only {side}: {in_one_line(own.slice(span))}",
        why,
    )
