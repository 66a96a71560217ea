"""How two figures of the same thing stand to each other: by value and unit, never by letter."""

from dataclasses import replace
from math import floor, inf, log10
from typing import Literal, NamedTuple

from tui.compare.figures.counted import kin_of
from tui.compare.figures.nouns import count_one_thing, is_person_noun
from tui.compare.figures.units import Unit, unit_named
from tui.compare.figures.wording import value_in_words
from tui.compare.reading import Figure

Verdict = Literal["same", "compatible", "differs", "conflicts", "unrelated"]

ABOUT = 0.1
"""How far a value may lie from one that is only "about" or "nearly" right, as a share of it."""
ROUNDED = 0.01
"""How far a value may lie from a rounder one that stands for it, as a share of it."""
CONVERTED = 0.08
"""How far two values in other units may lie apart and still be one, both of them rounded."""


class Agreement(NamedTuple):
    """How two values stand to each other, and why, in a few words for a person to read.

    `same`: one value in the same or other words. `compatible`: the same as far as the less exact one goes.
    `differs`: not the same, though both can be right. `conflicts`: they cannot both be right.
    `unrelated`: they measure other things or cannot be held against each other.
    """

    verdict: Verdict
    why: str


def relation_of(left: Figure, right: Figure) -> Agreement:
    """Return how two figures stand to each other, taken to tell of the same thing where units do not deny it."""
    if left.kind in ("score", "vote") or right.kind in ("score", "vote"):
        return _pairs(left, right)
    if left.kind == right.kind == "count" and count_one_thing(left.unit, right.unit):
        right = replace(right, unit=left.unit)
    left, right = _as_percent(left, right), _as_percent(right, left)
    if rate := _rate_of_one(left, right):
        return Agreement("compatible", rate)
    other = _unrelated(left, right)
    if other is not None:
        return Agreement("unrelated", other)
    one, two = _bounds(left), _bounds(right)
    if left.unit != right.unit and (units := _convertible(left, right)) is not None:
        return _converted(left, right, units)
    if part := _part_of_whole(left, right):
        return _part_and_whole(left, right, part)
    if left.value == right.value and left.high == right.high:
        if left.unit != right.unit and "dollar" in (left.unit, right.unit):
            return Agreement("compatible", f"whose dollar is told only on the {_side(left.unit != 'dollar')}")
        if left.qualifier == right.qualifier or {left.qualifier, right.qualifier} == {"between", "exact"}:
            return Agreement("same", "the same value")
        return _same_number(left, right)
    if abs(left.value) == abs(right.value) and left.high is right.high is None:
        return Agreement("compatible", "the same value, its sign told in words")
    return _by_bounds(left, right, one, two)


def _rate_of_one(left: Figure, right: Figure) -> str | None:
    """Say which side alone tells per what the same number of one unit is: "$300m a year", "annual savings of $300m"."""
    units = [(figure.unit or "").partition(" per ") for figure in (left, right)]
    if left.value != right.value or left.high != right.high or units[0][0] != units[1][0] or units[0] == units[1]:
        return None
    if all(per for *_, per in units):
        return None
    return f"only the {_side(bool(units[0][2]))} tells per what it is"


def _side(is_left: bool) -> Literal["left", "right"]:
    return "left" if is_left else "right"


def _as_percent(figure: Figure, other: Figure) -> Figure:
    """Return a share such as "a third" in percent where the other side tells percent."""
    if figure.kind != "fraction" or other.unit != "percent":
        return figure
    value = round(100 * figure.value, 2)
    qualifier = figure.qualifier if value == other.value else "about"
    return replace(figure, kind="percent", unit="percent", value=value, qualifier=qualifier)


def _pairs(left: Figure, right: Figure) -> Agreement:
    if left.kind != right.kind:
        return Agreement("unrelated", "only one is a score or a vote")
    if (left.value, left.high) == (right.value, right.high):
        return Agreement("same", f"the same {left.kind}")
    if (left.value, left.high) == (right.high, right.value):
        return Agreement("compatible", f"the same {left.kind} from the other side")
    return Agreement("conflicts", f"another {left.kind}")


def _unrelated(left: Figure, right: Figure) -> str | None:
    """Say why two figures cannot be held against each other, or return none."""
    kinds = {left.kind, right.kind}
    if left.unit is None or right.unit is None:
        if "number" not in kinds and len(kinds) > 1:
            return "other things are measured"
    elif left.unit != right.unit and _convertible(left, right) is None and not _is_person(left) & _is_person(right):
        both = unit_named(left.unit), unit_named(right.unit)
        if all(unit is not None and unit.kind == "money" for unit in both):
            return None if _share_dollar(left, right) else "other currencies"
        return "other things are counted" if kinds == {"count"} else "other things are measured"
    told = kin_of(left.counted), kin_of(right.counted)
    if told[0] and told[1] and told[0] != told[1]:
        return f"{told[0]} and {told[1]} are other things"
    return None


def _share_dollar(left: Figure, right: Figure) -> bool:
    """Say whether a bare "$" stands on one side and the same sum in some dollar on the other."""
    units = (left.unit or "", right.unit or "")
    return "dollar" in units and all(unit.endswith("dollar") for unit in units) and left.value == right.value


def _is_person(figure: Figure) -> bool:
    return figure.unit is not None and is_person_noun(figure.unit)


def _part_of_whole(left: Figure, right: Figure) -> Literal["left", "right", "either"] | None:
    """Return which side counts soldiers where the other counts people: the same only if the numbers are the same."""
    if left.unit == right.unit or not (_is_person(left) and _is_person(right)) or left.value == right.value:
        return None
    whole = left.unit in _ANYBODY, right.unit in _ANYBODY
    if all(whole):
        return None
    return "either" if not any(whole) else _side(whole[1])


_ANYBODY = ("death", "fatality", "life", "body", "casualty", "person")
"""Units in which everybody is counted, whoever they are."""


def _part_and_whole(left: Figure, right: Figure, part: Literal["left", "right", "either"]) -> Agreement:
    """Hold those of one sort against all: there can be fewer of them, but not more."""
    if part == "either":
        return Agreement("differs", "other people may be counted")
    narrow, wide = (left, right) if part == "left" else (right, left)
    if _bounds(narrow)[0] > _bounds(wide)[1]:
        return Agreement("conflicts", f"a part of {_told_value(wide)} cannot be {_told_value(narrow)}")
    return Agreement("differs", f"the {part} may count only a part of the other's")


def _convertible(left: Figure, right: Figure) -> tuple[Unit, Unit] | None:
    one, two = unit_named(left.unit or ""), unit_named(right.unit or "")
    if one is None or two is None or one.name == two.name or "count" in (left.kind, right.kind):
        return None
    return (one, two) if one.dimension == two.dimension else None


def _converted(left: Figure, right: Figure, units: tuple[Unit, Unit]) -> Agreement:
    """Hold figures in other units against each other, in the units of the right one."""
    value = units[1].from_base(units[0].to_base(left.value))
    high = None if left.high is None else units[1].from_base(units[0].to_base(left.high))
    why = f"{value_in_words(left.value, left.unit)} is about {value_in_words(_rounded(value), right.unit)}"
    tolerance = min(
        max(grain(right.value), grain(left.value) * abs(value / (left.value or 1))),
        CONVERTED * max(abs(value), abs(right.value)),
    )
    if abs(value - right.value) <= 1e-9 * max(1.0, abs(value)) and left.qualifier == right.qualifier:
        return Agreement(
            "same", f"{value_in_words(left.value, left.unit)} is {value_in_words(right.value, right.unit)}"
        )
    if abs(value - right.value) <= tolerance:
        return Agreement("compatible", why)
    moved = Figure(left.start, left.end, right.kind, value, high, right.unit, left.counted, left.qualifier)
    verdict = _by_bounds(moved, right, _bounds(moved), _bounds(right))
    return Agreement(verdict.verdict, why)


def _rounded(value: float) -> float:
    return round(value, max(0, 1 - floor(log10(abs(value))))) if value else 0.0


def grain(value: float) -> float:
    """Return half a unit of the last digit that is not a trailing zero: how far rounding may have moved a value."""
    if value == 0:
        return 0.0
    digits = f"{abs(value):.10g}"
    if "e" in digits:
        return abs(value) * ROUNDED
    if "." in digits:
        return 0.5 * 10.0 ** -len(digits.split(".")[1])
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0.5 * 10.0**zeros


def _bounds(figure: Figure) -> tuple[float, float]:
    """Return between which values the true one lies, as the qualifier tells."""
    value, high = figure.value, figure.high
    if high is not None:
        return value, high
    margin = ABOUT * abs(value)
    match figure.qualifier:
        case "more_than" | "at_least":
            return value, inf
        case "less_than" | "up_to":
            return -inf, value
        case "about":
            margin = max(margin, 1.0) if figure.kind == "count" else margin
            return value - margin, value + margin
        case "nearly":
            return value - margin, value
        case _:
            return value, value


def _same_number(left: Figure, right: Figure) -> Agreement:
    pair = {left.qualifier, right.qualifier}
    if pair in ({"more_than", "less_than"}, {"more_than", "nearly"}):
        return Agreement("conflicts", f"{_told_value(left)} and {_told_value(right)} leave no value")
    if pair in ({"about", "exact"}, {"about", "between"}):
        wide, narrow = (left, right) if left.qualifier == "about" else (right, left)
        return Agreement("compatible", f"{_told_value(wide)} covers {_told_value(narrow)}")
    return Agreement("differs", f"the same number, {_told_value(left)} against {_told_value(right)}")


def _told_value(figure: Figure) -> str:
    number = value_in_words(figure.value, None)
    if figure.high is not None:
        number = f"{number} to {value_in_words(figure.high, None)}"
    words = {"exact": "", "between": "", "vague": "some "}
    return words.get(figure.qualifier, figure.qualifier.replace("_", " ") + " ") + number


def _by_bounds(left: Figure, right: Figure, one: tuple[float, float], two: tuple[float, float]) -> Agreement:
    """Compare other numbers by the values that each allows."""
    if max(one[0], two[0]) > min(one[1], two[1]):
        if _rounds_to(left, right) or _rounds_to(right, left):
            return Agreement("compatible", "one is the other rounded")
        return Agreement("conflicts", f"{_told_value(left)} against {_told_value(right)}")
    if one[1] == two[1] == inf:
        return Agreement("differs", "both are lower bounds")
    if one[0] == two[0] == -inf:
        return Agreement("differs", "both are upper bounds")
    for wide, narrow in ((left, right), (right, left)):
        if wide.qualifier in ("about", "nearly", "vague", "between") and narrow.qualifier in ("exact", "about"):
            return Agreement("compatible", f"{_told_value(wide)} covers {_told_value(narrow)}")
    wide, narrow = (left, right) if inf in (abs(one[0]), abs(one[1])) else (right, left)
    return Agreement("differs", f"{_told_value(wide)} allows {_told_value(narrow)}")


def _rounds_to(exact: Figure, round_one: Figure) -> bool:
    if not {exact.qualifier, round_one.qualifier} <= {"exact", "about", "nearly"} or exact.kind == "age":
        return False
    gap = abs(exact.value - round_one.value)
    return gap <= grain(round_one.value) and gap <= ROUNDED * abs(exact.value)
