"""Values in sentences that stand beside a passage: what a linked sentence lacks, the one after it may say.

A sentence that has no counterpart often carries on with what the one before it began: "A bus overturned. Eight people
were hurt." Its figures and its time of day are held against the passage, strictly: only where the passage's own
sentences give no such value, neither article gives both, and both values clearly stand in one slot.
"""

from collections.abc import Iterable, Iterator

from tui.articles.article import SIDES, Side
from tui.compare.comparison import DetailKind
from tui.compare.details.figures import is_possible, said_of
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground, other_side
from tui.compare.details.meaning import share_of
from tui.compare.details.moments import relate_dates
from tui.compare.details.numbers import relate_figures
from tui.compare.details.parts import MOST_WORDS, Parts, words_of
from tui.compare.details.roles import role_of
from tui.compare.details.softening import gives_both
from tui.compare.figures.compare import Agreement
from tui.compare.reading import Date, Figure

_TOLD = ("differs", "conflicts")


def find_details_beside(ground: Ground) -> Iterable[Found]:
    """Yield the figures and times of day of unlinked sentences that differ from what the passage says."""
    for side in SIDES:
        for own, other, linked in _beside(ground, side):
            for figure in own.figures:
                for facing in other.figures:
                    agreement = _relate(ground, side, own, figure, other, facing)
                    if agreement and not any(_may_answer(facing, f) for parts in linked for f in parts.figures):
                        yield _found("figure", side, (own, figure), (other, facing), agreement)
            for date in own.dates:
                for moment in other.dates:
                    if not _tell_when_it_happened(own, date, other, moment):
                        continue
                    agreement = relate_dates(date, own.slice(date.span), moment, other.slice(moment.span))
                    if agreement.verdict == "conflicts":
                        yield _found("date", side, (own, date), (other, moment), agreement)


def _beside(ground: Ground, side: Side) -> Iterator[tuple[Parts, Parts, tuple[Parts, ...]]]:
    """Yield each unlinked sentence, one that its neighbour is surely linked to, and all of its side linked to that."""
    partners, every = ground.pair.partners, ground.pair.sentences
    sentences = ground.pair.readings[side].article.sentences
    across = other_side(side)
    for neighbour, others in ground.facing(side):
        for number in (neighbour.number - 1, neighbour.number + 1):
            if not 0 <= number < len(sentences) or number in partners[side]:
                continue
            if sentences[number].kind in ("dateline", "byline") or len(every[side][number].words) > MOST_WORDS:
                continue
            for other in others:
                linked = tuple(every[side][n] for n in partners[across][other.number])
                yield every[side][number], other, linked


def _relate(ground: Ground, side: Side, own: Parts, figure: Figure, other: Parts, facing: Figure) -> Agreement | None:
    """Return how a figure beside the passage stands to one in it where they differ in one slot, else none."""
    if figure.unit is None or facing.unit is None or figure.kind != facing.kind:
        return None
    left, right = ((own, figure), (other, facing)) if side == "left" else ((other, facing), (own, figure))
    agreement, least, like = relate_figures(*left, *right)
    roles = role_of(own, figure), role_of(other, facing)
    of_people = "person" in (figure.unit, facing.unit)
    if agreement.verdict not in _TOLD or like < least or (of_people and (None in roles or roles[0] != roles[1])):
        return None
    if not share_of(said_of(own, figure), said_of(other, facing)):
        return None  # nothing but what is counted is the same: "there were 12 seats"
    if is_possible(own, figure) or is_possible(other, facing):
        return None  # "a magnitude 6 quake can do harm" tells of none
    if figure.unit != facing.unit and agreement.verdict == "conflicts":
        return None  # five soldiers where the passage has three people: others are spoken of
    return None if gives_both(ground, left[1], right[1]) else agreement


def _may_answer(one: Figure, two: Figure) -> bool:
    """Say whether a linked sentence gives a figure of the same sort, so that no neighbour needs to be asked."""
    return one.kind == two.kind and one.unit == two.unit


def _has_clock(date: Date) -> bool:
    return "T" in f"{date.value} {date.explicit}"


def _tell_when_it_happened(own: Parts, date: Date, other: Parts, moment: Date) -> bool:
    """Say whether both sentences tell at what time of day the thing itself happened."""
    places = (own, date), (other, moment)
    return all(_has_clock(d) and _happens(parts, d) for parts, d in places)


def _happens(parts: Parts, date: Date) -> bool:
    clauses = {w.clause for w in parts.within(date.span)}
    return any(w.text in words_of("happening") for w in parts.words if w.clause in clauses)


def _found(
    kind: DetailKind,
    side: Side,
    own: tuple[Parts, Figure | Date],
    other: tuple[Parts, Figure | Date],
    agreement: Agreement,
) -> Found:
    left, right = (own, other) if side == "left" else (other, own)
    places = (left[0], left[1].span), (right[0], right[1].span)
    return two_sided(kind, *places, agreement.why, agreement.verdict == "conflicts")
