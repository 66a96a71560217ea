"""A difference between two sentences before it is numbered: what every search of this room returns."""

from dataclasses import dataclass

from tui.articles.article import Side, Span
from tui.compare.comparison import DetailKind
from tui.compare.details.parts import Parts


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


def in_one_line(text: str, most: int = 60) -> str:
    """Return `text` on one line, its middle left out when it is longer than `most` characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    half = (most - 3) // 2
    return f"{flat[:half].rstrip()} … {flat[-half:].lstrip()}"


def two_sided(
    kind: DetailKind,
    left: tuple[Parts, Span],
    right: tuple[Parts, Span],
    why: str,
    conflict: bool = False,
    of: str = "",
) -> Found:
    """Return what both sides say differently; `of` tells what they say it of."""
    texts = [in_one_line(parts.slice(span)) for parts, span in (left, right)]
    summary = " / ".join(texts) + (f" {of}" if of else "")
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
