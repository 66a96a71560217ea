"""Figures and dates of linked sentences that fill the same slot with another value.

The figures of all the left and all the right sentences of a passage are looked at together: a value that stands
anywhere on the other side is said by both, and only what is left over is held against each other, sentence by linked
sentence, the likest slots first.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.parts import Parts
from tui.compare.details.slots import LEAST_LIKENESS, alikeness
from tui.compare.details.values import Relation, relate_dates, relate_figures
from tui.compare.reading import Date, Figure

Value = TypeVar("Value", Figure, Date)


def find_number_details(ground: Ground) -> Iterable[Found]:
    """Yield the figures and dates that fill the same slot in linked sentences with another value."""
    for left, right in ground.links:
        for one, two, relation in _match(left, left.figures, right, right.figures):
            if relation.verdict in ("differs", "conflict"):
                conflict = relation.verdict == "conflict"
                yield two_sided("figure", (left, one.span), (right, two.span), relation.why, conflict)
        for date, other, relation in _match(left, left.dates, right, right.dates):
            if relation.verdict in ("differs", "conflict"):
                conflict = relation.verdict == "conflict"
                yield two_sided("date", (left, date.span), (right, other.span), relation.why, conflict)


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
            like = alikeness(left, one.span, right, two.span)
            if relation.verdict == "same" or like >= LEAST_LIKENESS:
                pairs.append((relation.verdict != "same", -like, i, j, relation))
    matched, used = [], (set[int](), set[int]())
    for _, _, i, j, relation in sorted(pairs, key=lambda p: p[:4]):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            matched.append((left_values[i], right_values[j], relation))
    return matched
