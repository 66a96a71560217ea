"""How two dates of the same thing stand to each other: by where they lie in time, as far as each is fixed."""

import calendar
from datetime import date, timedelta
from functools import cache, lru_cache
from math import inf
from pathlib import Path
from typing import NamedTuple

from tui.compare.figures.compare import Agreement
from tui.compare.reading import Date
from tui.disk.tables import read_table

_PARTS_OF_DAY = Path(__file__).with_name("parts_of_day.tsv")


class _Told(NamedTuple):
    """A date's value taken apart; none for what is not fixed."""

    year: str | None = None
    """Four digits, the last ones X for a decade or a century."""
    month: int | None = None
    day: int | None = None
    week: int | None = None
    time: str | None = None
    offset: str | None = None


def relation_of_dates(left: Date, right: Date) -> Agreement:
    """Return how two dates stand to each other, taken to tell when the same thing was."""
    found = _relation_of_values(left, right)
    if found.verdict == "conflicts" and (left.sooner, left.later, right.sooner, right.later) != (0, 0, 0, 0):
        return _with_leeway(left, right) or found
    return found


def _with_leeway(left: Date, right: Date) -> Agreement | None:
    """Return how two dates stand to each other that can be one, as roughly as they are told; none where they cannot."""
    if (inf in (left.sooner, right.sooner)) and left.sooner == right.sooner:
        return None
    if (inf in (left.later, right.later)) and left.later == right.later:
        return None
    ours, theirs = _minutes_of(left), _minutes_of(right)
    if ours is None or theirs is None or ours[0] >= theirs[1] or theirs[0] >= ours[1]:
        return None
    if inf in (left.sooner, left.later, right.sooner, right.later):
        return Agreement("differs", "one is told as a bound, and allows the other")
    return Agreement("compatible", "told only roughly")


def _minutes_of(told: Date) -> tuple[float, float] | None:
    """Return between which minutes a date may lie, with its leeway, counted from one day or of the day alone."""
    value = _take_apart(told.value or "")
    days = stretch_of(told.value, told.until)
    if days is None and not _is_time_only(value):
        return None
    first, last = (0, 0) if days is None else (days[0].toordinal() * _DAY, days[1].toordinal() * _DAY)
    if value.time is not None and told.until is None:
        first = last = first + _minutes(value)
    elif days is not None:
        last += _DAY
    return first - told.sooner * _DAY, last + told.later * _DAY


_DAY = 24 * 60


def _relation_of_values(left: Date, right: Date) -> Agreement:
    """Return how the values of two dates stand to each other, each taken as exact as it is written."""
    if left.value is None or right.value is None:
        return Agreement("unrelated", "a date is left open")
    one, two = _take_apart(left.value), _take_apart(right.value)
    if _is_time_only(one) and _is_time_only(two):
        return _times(one, two, left, right)
    if _is_time_only(one) or _is_time_only(two):
        return Agreement("unrelated", "a time of day and a date")
    if left.until is not None or right.until is not None:
        return _ranges(left, right)
    days = _days(left, right, one, two)
    if days.verdict == "same" and (one.time or two.time):
        return _with_times(one, two, left, right)
    if days.verdict == "same" and left.part != right.part:
        return relation_of_parts(left.part, right.part)
    return days


@lru_cache(maxsize=1 << 10)
def _take_apart(value: str) -> _Told:
    day, _, clock = value.partition("T")
    time, offset = clock[:5] or None, clock[5:] or None
    if not day:
        return _Told(time=time, offset=offset)
    if day.startswith("--"):
        month, _, number = day[2:].partition("-")
        return _Told(None, int(month), int(number) if number else None, None, time, offset)
    year, _, rest = day.partition("-")
    if rest.startswith("W"):
        return _Told(year, week=int(rest[1:]), time=time, offset=offset)
    month, _, number = rest.partition("-")
    return _Told(year, int(month) if month else None, int(number) if number else None, None, time, offset)


def _is_time_only(told: _Told) -> bool:
    return told.year is None and told.month is None


def _side(is_left: bool) -> str:
    return "left" if is_left else "right"


def _days(left: Date, right: Date, one: _Told, two: _Told) -> Agreement:
    if left.value == right.value or (left.value or "")[:10] == (right.value or "")[:10]:
        return Agreement("same", "the same date")
    years_told = _tells_year(left), _tells_year(right)
    if one.month == two.month and one.month is not None and years_told[0] != years_told[1] and one.year != two.year:
        days = {day for day in (one.day, two.day) if day is not None}
        if len(days) < 2:
            return Agreement("compatible", f"the year is told only on the {_side(years_told[0])}")
    if one.year is None or two.year is None:
        return _yearless(one, two)
    inside = _holds(left, right), _holds(right, left)
    if inside[0] or inside[1]:
        return Agreement("compatible", f"the {_side(inside[1])} is more precise")
    return Agreement("conflicts", "other dates")


def _tells_year(told: Date) -> bool:
    """Say whether the words fix the year, or tell a day that leaves no doubt of it: "Tuesday", "last month"."""
    return told.explicit is None or not told.explicit.startswith("--")


def _yearless(one: _Told, two: _Told) -> Agreement:
    if one.month is None or two.month is None:
        return Agreement("unrelated", "a month and a year")
    if one.month != two.month or (one.day is not None and two.day is not None and one.day != two.day):
        return Agreement("conflicts", "other dates")
    if (one.day is None) != (two.day is None):
        return Agreement("compatible", f"the {_side(one.day is not None)} is more precise")
    return Agreement("compatible", f"the year is told only on the {_side(one.year is not None)}")


def _holds(wide: Date, narrow: Date) -> bool:
    one, two = stretch_of(wide.value, wide.until), stretch_of(narrow.value, narrow.until)
    return one is not None and two is not None and one[0] <= two[0] and two[1] <= one[1]


@lru_cache(maxsize=1 << 10)
def stretch_of(value: str | None, until: str | None = None) -> tuple[date, date] | None:
    """Return the first and the last day of a value, or of all from it to `until`; none where no year is fixed."""
    if value is None:
        return None
    told = _take_apart(value)
    if told.year is None:
        return None
    try:
        first, last = _first_day(told), _last_day(told)
    except ValueError:
        return None
    if until is not None:
        end = stretch_of(until)
        return None if end is None else (first, end[1])
    return first, last


def _first_day(told: _Told) -> date:
    year = int((told.year or "").replace("X", "0"))
    if told.week is not None:
        return date.fromisocalendar(year, told.week, 1)
    return date(max(year, 1), told.month or 1, told.day or 1)


def _last_day(told: _Told) -> date:
    year = int((told.year or "").replace("X", "9"))
    if told.week is not None:
        return date.fromisocalendar(year, told.week, 1) + timedelta(days=6)
    month = told.month or 12
    return date(year, month, told.day or calendar.monthrange(year, month)[1])


def _ranges(left: Date, right: Date) -> Agreement:
    if (left.value, left.until) == (right.value, right.until):
        return Agreement("same", "the same stretch of time")
    one, two = stretch_of(left.value, left.until), stretch_of(right.value, right.until)
    if one is None or two is None:
        return Agreement("unrelated", "a date is left open")
    if one == two:
        return Agreement("same", "the same stretch of time")
    if _holds(left, right) or _holds(right, left):
        return Agreement("compatible", f"the {_side(_holds(right, left))} is more precise")
    if one[0] <= two[1] and two[0] <= one[1]:
        return Agreement("differs", "the stretches overlap")
    return Agreement("conflicts", "other dates")


def relation_of_parts(left: str | None, right: str | None) -> Agreement:
    """Return how two parts of one day, or stages or seasons of one stretch of time, stand to each other."""
    if left is None or right is None:
        return Agreement("compatible", f"“{left or right}” only on the {_side(left is not None)}")
    if left == right:
        return Agreement("same", f"the same {left}")
    ours, theirs = _hours().get(left), _hours().get(right)
    if (ours is None) != (theirs is None):
        return Agreement("differs", f"{left} against {right}")
    if ours and theirs and any(max(a, c) < min(b, d) for a, b in ours for c, d in theirs):
        return Agreement("compatible", f"{left} and {right} can be one time")
    return Agreement("conflicts", f"{left} against {right}")


def is_in_part(hour: float, part: str) -> bool:
    """Say whether an hour of the day, 0 to 24, can lie in a part of it; true where it is not known when that is."""
    return any(start <= hour <= end for start, end in _hours().get(part, ((0, 24),)))


@cache
def _hours() -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for part, start, end in read_table(_PARTS_OF_DAY):
        found[part] = (*found.get(part, ()), (int(start), int(end)))
    return found


def _with_times(one: _Told, two: _Told, left: Date, right: Date) -> Agreement:
    if one.time is None or two.time is None:
        clock, zone, part = (one, left.zone, right.part) if one.time else (two, right.zone, left.part)
        # A time told in a zone may fall in any part of the day where the thing was.
        if part and zone is None and clock.offset is None and not is_in_part(_minutes(clock) / 60, part):
            return Agreement("conflicts", f"{clock.time} is not in the {part}")
        return Agreement("compatible", f"the time of day is told only on the {_side(one.time is not None)}")
    return _times(one, two, left, right)


def _times(one: _Told, two: _Told, left: Date, right: Date) -> Agreement:
    if one.offset is not None and two.offset is not None:
        same = _minutes(one) == _minutes(two)
        return Agreement("same", "the same time") if same else Agreement("conflicts", "other times")
    if left.zone == right.zone:
        same = one.time == two.time
        return Agreement("same", "the same time") if same else Agreement("conflicts", "other times")
    if one.time == two.time:
        if left.zone is None or right.zone is None:
            return Agreement("compatible", f"the time zone is told only on the {_side(left.zone is not None)}")
        return Agreement("conflicts", f"the same hour, but {left.zone} against {right.zone}")
    return Agreement("differs", "the time zones cannot be held against each other")


def _minutes(told: _Told) -> int:
    hours, minutes = (int(part) for part in (told.time or "00:00").split(":"))
    offset = told.offset or "Z"
    east = 0 if offset == "Z" else (int(offset[1:3]) * 60 + int(offset[4:6])) * (-1 if offset[0] == "-" else 1)
    return (hours * 60 + minutes - east) % (24 * 60)
