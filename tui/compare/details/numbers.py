"""Figures and dates of linked sentences that fill the same slot with another value."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from tui.articles.article import SIDES, Side, Span
from tui.compare.comparison import DetailKind
from tui.compare.details.found import Found, one_sided, two_sided
from tui.compare.details.ground import Ground, other_side
from tui.compare.details.moments import Moment, read_moment, relate_moments
from tui.compare.details.parts import Parts
from tui.compare.details.roles import role_of
from tui.compare.details.slots import LEAST_LIKENESS, alikeness, closeness
from tui.compare.details.values import Relation, relate_figures
from tui.compare.reading import Date, Figure

Value = TypeVar("Value", Figure, Date)

CONFLICT_LIKENESS = 0.4
"""Two values are said to contradict each other only in slots as alike as this."""
LONE_FIGURE, LONE_DATE = 0.5, 0.3
"""What one side lacks is told only if so much of what stands around it is said by the other."""
SAME_ROLE_LIKENESS = 0.6
"""Two counts of the dead are at least as alike as this, whatever else stands around them."""


def find_number_details(ground: Ground) -> Iterable[Found]:
    """Yield the figures and dates that differ in one slot, and those that one side of the passage lacks."""
    found: list[Found] = []
    for left, right in ground.links:
        figures = _match(left, left.figures, right, right.figures, _relate_figures)
        for one, two, relation in figures:
            if relation.verdict == "conflict" and _gives_both(ground, one, two):
                relation = Relation("differs", "one side gives both values")
            found.extend(_difference("figure", left, one.span, right, two.span, relation))
        found.extend(_sums(left, right, [pair[:2] for pair in figures if pair[2].verdict == "same"]))
        for date, other, relation in _match(left, left.dates, right, right.dates, _relate_dates):
            found.extend(_difference("date", left, date.span, right, other.span, relation))
    yield from found
    told = ({one.left for one in found}, {one.right for one in found})
    for side in SIDES:
        yield from _lone(ground, side, told[side == "right"])


def _difference(
    kind: DetailKind, left: Parts, one: Span, right: Parts, two: Span, relation: Relation
) -> Iterator[Found]:
    if relation.verdict in ("differs", "conflict"):
        yield two_sided(kind, (left, one), (right, two), relation.why, relation.verdict == "conflict")


def _gives_both(ground: Ground, one: Figure, two: Figure) -> bool:
    """Say whether one of the articles gives the other's value too, so that it tells of two things."""
    return any(
        (figure.value, figure.unit) == (value.value, value.unit) and figure is not own
        for reading, own, value in zip(ground.readings, (one, two), (two, one), strict=True)
        for figure in reading.figures
    )


def _lone(ground: Ground, side: Side, told: set[Span | None]) -> Iterator[Found]:
    """Yield what only one side of the passage gives, where the rest of its sentence is in the other's too."""
    across = ground.side(other_side(side))
    dateline = ground.reading(other_side(side)).dates[:1]
    for own, others in ground.facing(side):
        for figure in own.figures:
            known = any(relate_figures(figure, f).verdict == "same" for parts in across for f in parts.figures)
            role = role_of(own, figure)
            rivals = role is not None and any(role == role_of(o, f) for o in others for f in o.figures)
            if figure.span not in told and not known and not _is_idle(figure) and not rivals:
                best = max(others, key=lambda other: closeness(own, figure.span, other))
                if closeness(own, figure.span, best) >= LONE_FIGURE:
                    yield one_sided("figure", side, own, best, figure.span, f"only the {side} gives it")
        for date in own.dates:
            moment = moment_of(own, date)
            known = any(
                relate_moments(moment, moment_of(parts, d)).verdict != "apart" for parts in across for d in parts.dates
            )
            known = known or any(d.value and date.value and d.value.startswith(date.value) for d in dateline)
            if date.span not in told and not known and moment != Moment():
                best = max(others, key=lambda other: closeness(own, date.span, other))
                if closeness(own, date.span, best) >= LONE_DATE:
                    yield one_sided("date", side, own, best, date.span, f"only the {side} says when")


def _is_idle(figure: Figure) -> bool:
    """Say whether a figure is only a number word in passing: "one of them"."""
    return figure.kind in ("number", "count") and figure.value == 1


def _relate_figures(left: Parts, one: Figure, right: Parts, two: Figure) -> tuple[Relation, float, float]:
    relation = relate_figures(one, two)
    roles = role_of(left, one), role_of(right, two)
    if None not in roles and roles[0] != roles[1]:
        relation = Relation("apart", "other things are counted")
    like = alikeness(left, one.span, right, two.span)
    if roles[0] and roles[0] == roles[1]:
        like = max(like, SAME_ROLE_LIKENESS)
    return relation, CONFLICT_LIKENESS if relation.verdict == "conflict" else LEAST_LIKENESS, like


def _relate_dates(left: Parts, one: Date, right: Parts, two: Date) -> tuple[Relation, float, float]:
    relation = relate_moments(moment_of(left, one), moment_of(right, two))
    if relation.verdict == "apart" and one.value and two.value:
        same = one.value == two.value
        relation = Relation("same" if same else "apart", "the same date" if same else "nothing in common")
    like = alikeness(left, one.span, right, two.span)
    return relation, CONFLICT_LIKENESS if relation.verdict == "conflict" else 0.0, like


def moment_of(parts: Parts, date: Date) -> Moment:
    """Return what the words of a date fix, "early" and the like before it included."""
    before = parts.slice(Span(max(parts.span.start, date.start - 7), date.start)).split()
    return read_moment(date, " ".join([*before[-1:], parts.slice(date.span)]))


def _match(
    left: Parts,
    ours: Sequence[Value],
    right: Parts,
    theirs: Sequence[Value],
    relate: Callable[[Parts, Value, Parts, Value], tuple[Relation, float, float]],
) -> list[tuple[Value, Value, Relation]]:
    """Return the values that fill the same slot, each used once, equal values first, then the likest slots."""
    pairs = []
    for i, one in enumerate(ours):
        for j, two in enumerate(theirs):
            relation, least, like = relate(left, one, right, two)
            if relation.verdict == "apart":
                continue
            if relation.verdict == "same" or like >= least:
                pairs.append((relation.verdict != "same", -like, i, j, relation))
    matched, used = [], (set[int](), set[int]())
    for _, _, i, j, relation in sorted(pairs, key=lambda p: p[:4]):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            matched.append((ours[i], theirs[j], relation))
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
