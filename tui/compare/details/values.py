"""How two figures of one slot stand to each other: by value, not by letter."""

from typing import Literal, NamedTuple

from tui.compare.reading import Figure

Verdict = Literal["same", "differs", "conflict", "apart"]
"""Same value; another one that can stand beside it; one that cannot; or not to be compared at all."""

_LOWER = {"more_than", "at_least"}
_UPPER = {"less_than", "up_to", "nearly"}
_ROUNDING = 0.1
""""About 50" covers what lies within this share of it."""


class Relation(NamedTuple):
    """A verdict with its reason in a few words."""

    verdict: Verdict
    why: str


def relate_figures(left: Figure, right: Figure) -> Relation:
    """Return how two figures of one slot stand to each other."""
    if not are_comparable(left, right):
        return Relation("apart", "other things are measured")
    one, two = _range(left), _range(right)
    if (left.value, left.high) == (right.value, right.high):
        if left.qualifier == right.qualifier or {left.qualifier, right.qualifier} & {"vague"}:
            return Relation("same", "the same value")
        if {left.qualifier, right.qualifier} == {"about", "exact"}:
            return Relation("same", "the same value, rounded")
        return Relation("differs", f"the same number, {_told(left)} on the left, {_told(right)} on the right")
    if "vague" not in (left.qualifier, right.qualifier) and not _are_of_one_size(left.value, right.value):
        return Relation("apart", "values of other sizes")
    if "vague" in (left.qualifier, right.qualifier):
        vaguer = "left" if left.qualifier == "vague" else "right"
        if left.qualifier == right.qualifier:
            return Relation("differs", "both are vague")
        if max(one[0], two[0]) <= min(one[1], two[1]):
            return Relation("differs", f"the {vaguer} is vague")
        return Relation("differs", f"the {vaguer} is vague, and another size")
    if left.qualifier in _LOWER and right.qualifier in _LOWER:
        return Relation("differs", "both are lower bounds")
    if left.qualifier in _UPPER and right.qualifier in _UPPER:
        return Relation("differs", "both are upper bounds")
    if max(one[0], two[0]) <= min(one[1], two[1]):
        rounded = "about" in (left.qualifier, right.qualifier)
        return Relation("differs", "within rounding" if rounded else "a bound that allows the other value")
    if left.qualifier == right.qualifier == "exact":
        return Relation("conflict", "two exact values of one thing")
    return Relation("conflict", "neither value allows the other")


def _are_of_one_size(one: float, two: float) -> bool:
    """Say whether two values are near enough to be told of one thing: reports are seldom wrong five times over."""
    least, most = sorted((abs(one), abs(two)))
    return least >= most / 5


def are_comparable(left: Figure, right: Figure) -> bool:
    """Say whether two figures can measure one thing: of one unit, or one of them without any."""
    if left.unit == right.unit:
        return True
    if any(f.kind == "number" and f.unit is None for f in (left, right)):
        return True
    return left.kind == right.kind == "count" and counts_people(left) and counts_people(right)


_PEOPLE = frozenset({"person", "life"})


def counts_people(figure: Figure) -> bool:
    """Say whether a figure counts people as such: persons, lives, or those of a nation ("40 Palestinians")."""
    if figure.unit in _PEOPLE:
        return True
    return (
        figure.kind == "count" and bool(figure.counted) and figure.counted is not None and figure.counted[0].isupper()
    )


def _range(figure: Figure) -> tuple[float, float]:
    """Return the least and the most that a figure allows."""
    value, high = figure.value, figure.value if figure.high is None else figure.high
    if figure.qualifier in _LOWER:
        return value, float("inf")
    if figure.qualifier in _UPPER:
        return (value * 0.8 if figure.qualifier == "nearly" else 0.0), value
    if figure.qualifier == "about":
        return value * (1 - _ROUNDING), high * (1 + _ROUNDING)
    return value, high


def _told(figure: Figure) -> str:
    return {"more_than": "more than that", "at_least": "at least that", "about": "about that", "exact": "exact"}.get(
        figure.qualifier, figure.qualifier.replace("_", " ")
    )
