"""Figures and dates of linked sentences that fill the same slot with another value.

The figures of all the left and all the right sentences of a passage are looked at together: a value that stands
anywhere on the other side is said by both, and only what is left over is held against each other, sentence by linked
sentence, the likest slots first.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from tui.compare.details.found import Found, both
from tui.compare.details.parts import Parts
from tui.compare.details.slots import likeness, surroundings
from tui.compare.details.values import Relation, relate_dates, relate_figures
from tui.compare.reading import Date, Figure

Value = TypeVar("Value", Figure, Date)

LEAST_LIKENESS = 0.3
"""Two places of another value count as one slot from here on."""


def compare_figures(left: Parts, right: Parts) -> Iterable[Found]:
    """Yield the figures of two linked sentences that differ in one slot."""
    for one, two, relation in _match(left, left.figures, right, right.figures):
        if relation.verdict in ("differs", "conflict"):
            yield Found(
                left.number,
                right.number,
                "figure",
                one.span,
                two.span,
                both(left.slice(one.span), right.slice(two.span)),
                relation.why,
                relation.verdict == "conflict",
            )


def compare_dates(left: Parts, right: Parts) -> Iterable[Found]:
    """Yield the dates of two linked sentences that differ in one slot."""
    for one, two, relation in _match(left, left.dates, right, right.dates):
        if relation.verdict in ("differs", "conflict"):
            yield Found(
                left.number,
                right.number,
                "date",
                one.span,
                two.span,
                both(left.slice(one.span), right.slice(two.span)),
                relation.why,
                relation.verdict == "conflict",
            )


def _relate(one: Figure | Date, two: Figure | Date) -> Relation:
    if isinstance(one, Figure) and isinstance(two, Figure):
        return relate_figures(one, two)
    if isinstance(one, Date) and isinstance(two, Date):
        return relate_dates(one, two)
    raise TypeError("a figure is not held against a date")


def _match(
    left: Parts, left_values: Sequence[Value], right: Parts, right_values: Sequence[Value]
) -> list[tuple[Value, Value, Relation]]:
    """Return the values that fill the same slot, each used once, equal values first, then the likest slots."""
    pairs = []
    for i, one in enumerate(left_values):
        for j, two in enumerate(right_values):
            relation = _relate(one, two)
            if relation.verdict == "apart":
                continue
            like = likeness(surroundings(left, one.span), surroundings(right, two.span))
            if relation.verdict == "same" or like >= LEAST_LIKENESS:
                pairs.append((relation.verdict != "same", -like, i, j, relation))
    matched, used = [], (set[int](), set[int]())
    for _, _, i, j, relation in sorted(pairs, key=lambda p: p[:4]):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            matched.append((left_values[i], right_values[j], relation))
    return matched
