"""How two figures or two dates of one slot stand to each other: by value, not by letter."""

from typing import Literal, NamedTuple

from tui.compare.reading import Date, Figure

Verdict = Literal["same", "differs", "conflict", "apart"]
"""Same value; another one that can stand beside it; one that cannot; or not to be compared at all."""

_LOWER = {"more_than", "at_least"}
_UPPER = {"less_than", "up_to", "nearly"}


class Relation(NamedTuple):
    """A verdict with its reason in a few words."""

    verdict: Verdict
    why: str


def relate_figures(left: Figure, right: Figure) -> Relation:
    """Return how two figures of one slot stand to each other."""
    if left.kind != right.kind or left.unit != right.unit:
        return Relation("apart", "other things are measured")
    if left.value == right.value and left.high == right.high:
        if left.qualifier == right.qualifier:
            return Relation("same", "same value")
        return Relation("differs", "same number, other bound")
    if left.qualifier in _LOWER and right.qualifier in _LOWER:
        return Relation("differs", "both are lower bounds")
    if left.qualifier == right.qualifier == "exact" and left.high is None and right.high is None:
        return Relation("conflict", "two exact values of one thing")
    low, high = sorted((left, right), key=lambda f: f.value)
    if low.qualifier in _LOWER or high.qualifier in _UPPER:
        return Relation("differs", "one is a bound that allows the other")
    if {left.qualifier, right.qualifier} & {"about"} and abs(high.value - low.value) <= 0.1 * high.value:
        return Relation("differs", "within rounding")
    return Relation("conflict", "neither value allows the other")


def relate_dates(left: Date, right: Date) -> Relation:
    """Return how two dates of one slot stand to each other."""
    one, two = left.value, right.value
    if one is None or two is None:
        return Relation("apart", "a date is left open")
    if one == two and left.until == right.until:
        return Relation("same", "same date")
    if one.startswith("T") != two.startswith("T"):
        return Relation("apart", "a date and a time of day")
    if one.startswith(two) or two.startswith(one):
        return Relation("differs", f"the {'left' if len(one) > len(two) else 'right'} is more precise")
    return Relation("conflict", "two dates of one thing")
