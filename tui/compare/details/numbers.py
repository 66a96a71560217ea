"""Figures and dates of linked sentences that fill the same slot with another value."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from tui.articles.article import SIDES, Span
from tui.compare.comparison import DetailKind
from tui.compare.details.figures import (
    are_of_one_size,
    dimension_of,
    is_idle,
    is_same_value,
    of_people,
    said_of,
)
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.lone_numbers import find_lone_dates, find_lone_figures
from tui.compare.details.meaning import share_of
from tui.compare.details.moments import fixed_words, relate_dates
from tui.compare.details.parts import Parts
from tui.compare.details.roles import role_of
from tui.compare.details.slots import LEAST_LIKENESS, alikeness
from tui.compare.details.softening import SAME_SLOT, gives_both_dates, is_told_with_another_value, soften_figures
from tui.compare.details.vague_numbers import find_vague_counts, find_vague_durations
from tui.compare.figures.compare import Agreement, relation_of
from tui.compare.reading import Date, Figure

Value = TypeVar("Value", Figure, Date)

CONFLICT_LIKENESS = 0.4
"""Two values are said to contradict each other only in slots as alike as this."""
DATE_LIKENESS = 0.15
"""Two dates that agree as far as both go need be hardly more alike than nothing."""
_SPANS = frozenset({"duration", "distance", "measure"})
"""Two of these in two sentences are soon of two things: six years that it took, twelve years in jail."""


def find_number_details(ground: Ground) -> Iterable[Found]:
    """Yield the figures and dates that differ in one slot, and those that one side of the passage lacks."""
    found: list[Found] = []
    for left, right in ground.links:
        figures = _match(left, left.figures, right, right.figures, relate_figures)
        sums = list(_sums(left, right, [pair[:2] for pair in figures if pair[2].verdict == "same"]))
        found.extend(sums)
        for one, two, agreement in figures:
            if any(_covers(whole, one, two) for whole in sums):
                continue
            if agreement.verdict == "conflicts":
                agreement = soften_figures(ground, left, one, right, two) or agreement
            found.extend(_difference("figure", left, one.span, right, two.span, agreement, _of_what(one, two)))
        found.extend(find_vague_counts(left, right))
        found.extend(find_vague_durations(left, right))
        found.extend(_others_beside(left, right, figures))
        for date, other, agreement in _match(left, left.dates, right, right.dates, _relate_dates):
            if agreement.verdict == "conflicts" and gives_both_dates(ground, date, other):
                agreement = Agreement("differs", "one side gives both dates")
            if agreement.verdict == "conflicts" and is_told_with_another_value(left, date, right, other, figures):
                agreement = Agreement("differs", "they are told with other values")
            found.extend(_difference("date", left, date.span, right, other.span, agreement))
    yield from found
    told = ({one.left for one in found}, {one.right for one in found})
    for side in SIDES:
        yield from find_lone_figures(ground, side, told[side == "right"])
    yield from find_lone_dates(ground, told)


def _others_beside(left: Parts, right: Parts, matched: Sequence[tuple[Figure, Figure, Agreement]]) -> Iterator[Found]:
    """Yield the value that one side gives beside the one that both give: "5.9, but others said 6.1" against "6.1"."""
    same = [(one, two) for one, two, agreement in matched if agreement.verdict == "same"]
    taken = {figure for one, two, _ in matched for figure in (one, two)}
    for own, other, side in ((left, right, 0), (right, left, 1)):
        for figure in own.figures:
            twin = next(
                (pair[1 - side] for pair in same if _is_rival(own, figure, other, pair[side], pair[1 - side])), None
            )
            if twin and figure not in taken:
                places = (own, figure.span), (other, twin.span)
                one, two = places[::-1] if side else places
                yield two_sided("figure", one, two, f"the {SIDES[side]} gives another value too")


def _is_rival(own: Parts, figure: Figure, other: Parts, said: Figure, twin: Figure) -> bool:
    """Say whether a figure stands for the same thing as one that both sides give."""
    agreement = relation_of(figure, twin)
    apart = agreement.verdict in ("differs", "conflicts") and figure.kind == said.kind and not is_idle(figure)
    return apart and are_of_one_size(figure, twin) and alikeness(own, figure.span, other, twin.span) >= SAME_SLOT


def _covers(whole: Found, one: Figure, two: Figure) -> bool:
    """Say whether a figure that is a sum, or one of its parts, is told already."""
    return bool(whole.left and whole.left.overlaps(one.span)) or bool(whole.right and whole.right.overlaps(two.span))


def _difference(
    kind: DetailKind, left: Parts, one: Span, right: Parts, two: Span, agreement: Agreement, of: str = ""
) -> Iterator[Found]:
    if agreement.verdict in ("compatible", "differs", "conflicts"):
        yield two_sided(kind, (left, one), (right, two), agreement.why, agreement.verdict == "conflicts", of)


def _of_what(one: Figure, two: Figure) -> str:
    """Return what both figures count, where they say it in the same words: "people killed"."""
    return one.counted if one.counted and one.counted == two.counted else ""


def relate_figures(left: Parts, one: Figure, right: Parts, two: Figure) -> tuple[Agreement, float, float]:
    """Return how two figures stand to each other, how alike their slots must be for it to count, and are."""
    agreement = relation_of(of_people(one), of_people(two))
    roles = role_of(left, one), role_of(right, two)
    like = alikeness(left, one.span, right, two.span)
    if None not in roles and roles[0] != roles[1]:
        agreement = Agreement("unrelated", "other things are counted")
    elif (roles[0] and roles[0] == roles[1]) or (
        one.kind == two.kind == "age" and _bearer(left, one) == _bearer(right, two) is not None
    ):
        like = max(like, SAME_SLOT)
    if dimension_of(left, one) != dimension_of(right, two):
        agreement = Agreement("unrelated", "lengths in other directions")
    vague = "vague" in (one.qualifier, two.qualifier)
    if vague and agreement.verdict == "conflicts":
        agreement = Agreement("unrelated", "a vague value of another size")
    is_rounded = agreement.verdict == "compatible" and one.value == two.value == 1
    if any(is_idle(f) and (f.unit is None or is_rounded) for f in (one, two)) and agreement.verdict != "same":
        agreement = Agreement("unrelated", "a number word in passing")
    if agreement.verdict != "same" and (_is_one_of(left, one) or _is_one_of(right, two)):
        agreement = Agreement("unrelated", "one of several")
    if agreement.verdict in ("differs", "conflicts") and not are_of_one_size(one, two):
        agreement = Agreement("unrelated", "values of other sizes")
    is_span = agreement.verdict == "conflicts" and bool({one.kind, two.kind} & _SPANS)
    if is_span and not share_of(said_of(left, one), said_of(right, two)):
        agreement = Agreement("unrelated", "spans of other things")
    if agreement.verdict == "compatible" and is_same_value(one, two):
        agreement = Agreement("same", agreement.why)
    return agreement, CONFLICT_LIKENESS if agreement.verdict == "conflicts" else LEAST_LIKENESS, like


def _is_one_of(parts: Parts, figure: Figure) -> bool:
    """Say whether a figure picks one out: "one of their sons" counts no sons."""
    words = [w.text for w in parts.within(Span(figure.start, parts.span.end))][:2]
    return figure.kind == "count" and figure.value == 1 and words[1:] == ["of"]


def _bearer(parts: Parts, figure: Figure) -> str | None:
    """Return the person whose age a figure is: the one named last before it."""
    before = [name for name in parts.names if name.kind == "person" and name.end <= figure.start]
    return before[-1].name if before else None


def _relate_dates(left: Parts, one: Date, right: Parts, two: Date) -> tuple[Agreement, float, float]:
    texts = left.slice(one.span), right.slice(two.span)
    agreement = relate_dates(one, texts[0], two, texts[1])
    like = alikeness(left, one.span, right, two.span)
    if agreement.verdict == "conflicts" and _share_a_field(one, texts[0], two, texts[1]):
        like = max(like, SAME_SLOT)
    elif agreement.verdict == "conflicts" and not share_of(said_of(left, one), said_of(right, two)):
        agreement = Agreement("unrelated", "times of other things")
    return agreement, CONFLICT_LIKENESS if agreement.verdict == "conflicts" else DATE_LIKENESS, like


def _share_a_field(one: Date, text: str, two: Date, other_text: str) -> bool:
    """Say whether two dates agree in a weekday or a time of day, so that they tell when one thing was."""
    ours, theirs = dict(fixed_words(one, text)), dict(fixed_words(two, other_text))
    return any(ours[field] == theirs[field] for field in ours.keys() & theirs.keys() & {"weekday", "time"})


def _rank(one: Figure | Date, two: Figure | Date, agreement: Agreement) -> int:
    """Return how much two values agree, the most as 0: the same, the same number, what may be one value, others."""
    if agreement.verdict == "same":
        return 0
    if one.value == two.value:
        return 1
    return 2 if agreement.verdict == "compatible" else 3


def _match(
    left: Parts,
    ours: Sequence[Value],
    right: Parts,
    theirs: Sequence[Value],
    relate: Callable[[Parts, Value, Parts, Value], tuple[Agreement, float, float]],
) -> list[tuple[Value, Value, Agreement]]:
    """Return the values that fill the same slot, each used once, those that agree the most first."""
    pairs = []
    for i, one in enumerate(ours):
        for j, two in enumerate(theirs):
            agreement, least, like = relate(left, one, right, two)
            if agreement.verdict == "same" or (agreement.verdict != "unrelated" and like >= least):
                pairs.append((_rank(one, two, agreement), -like, i, j, agreement))
    matched, used = [], (set[int](), set[int]())
    for _, _, i, j, agreement in sorted(pairs, key=lambda p: p[:4]):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            matched.append((ours[i], theirs[j], agreement))
    return matched


def _sums(left: Parts, right: Parts, same: Sequence[tuple[Figure, Figure]]) -> Iterator[Found]:
    """Yield a figure of one side that is the sum of two neighbouring ones on the other."""
    agreed = {id(figure) for pair in same for figure in pair}
    for own, other, flip in ((left, right, False), (right, left, True)):
        for whole in own.figures:
            for one, two in combinations([f for f in other.figures if f.unit == whole.unit and f.unit], 2):
                apart = len(other.within(Span(one.end, two.start)))
                if id(whole) not in agreed and apart <= 5 and one.value + two.value == whole.value:
                    places = (own, whole.span), (other, Span(one.start, two.end))
                    first, second = places[::-1] if flip else places
                    yield two_sided("figure", first, second, "the parts add up to the same")
