"""From what the words fix to ISO 8601, with the help of the article's own date."""

import calendar
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from tui.compare.figures.dates.holidays import day_of_holiday, has_day
from tui.compare.figures.dates.moments import Moment

Tense = Literal["past", "future", "unknown"]


class Told(NamedTuple):
    """The last day, the last month and the last year that the text has told, each by its first day."""

    day: date | None = None
    month: date | None = None
    year: date | None = None

    def base_of(self, step: str | None) -> date | None:
        """Return what "a year later" and its like are counted from: as exact as the step is, or more."""
        if step in ("year", "decade", "century"):
            return self.year
        return self.month if step in ("month", "quarter", "season") else self.day

    def with_value(self, value: str | None) -> "Told":
        """Return what has been told once a date of this value, in ISO 8601, has been told too."""
        try:
            parts = [int(part) for part in (value or "").partition("T")[0].split("-")]
            first = date(*parts, *[1] * (3 - len(parts)))
        except (ValueError, TypeError):
            return self
        return Told(first if len(parts) > 2 else self.day, first if len(parts) > 1 else self.month, first)


class Known(NamedTuple):
    """What helps to resolve a date."""

    published: date | None
    """The article's own date."""
    nearby: date | None
    """A date near which the article was written, where its own is not known: enough to tell the year of a month."""
    told: Told
    """What the text has told before."""
    tense: Tense = "unknown"
    """Whether the sentence speaks of what was or of what is to come."""
    year_open: bool = False
    """Whether a month without a year may be one of an earlier year."""


class Resolved(NamedTuple):
    """A moment's place in time: ISO 8601 as far as it is fixed, and the end where it is a stretch."""

    value: str | None
    until: str | None = None


def explicit_of(moment: Moment) -> str | None:
    """Return what the words alone fix, in ISO 8601 with missing years left out: "--05-12", "2014-04", "T10:00"."""
    told: str | None = None
    if moment.step is not None or (moment.weekday is not None and moment.day is None):
        told = None
    elif moment.month is not None and moment.count is None:
        told = f"{moment.year:04}-{moment.month:02}" if moment.year is not None else f"--{moment.month:02}"
        if moment.day is not None:
            told += f"-{moment.day:02}"
    elif moment.holiday is not None and has_day(moment.holiday) and (moment.year or moment.holiday[2:3] == "-"):
        day = day_of_holiday(moment.holiday, moment.year or 2000).isoformat()
        told = day if moment.year is not None else f"-{day[4:]}"
    elif moment.year is not None:
        told = f"{moment.year:04}"
    elif moment.decade is not None:
        told = f"{moment.decade // 10}X"
    elif moment.century is not None:
        told = f"{moment.century:02}XX"
    if moment.time is not None:
        return f"{told or ''}T{moment.time}{_zone_of(moment)}"
    return told


def _zone_of(moment: Moment) -> str:
    return "" if moment.offset is None else "Z" if moment.offset == "+00:00" else moment.offset


def resolve(moment: Moment, known: Known) -> Resolved:
    """Return the place in time of `moment` as far as the text and what is known fix it."""
    found = _resolve_day(moment, known)
    if moment.time is None:
        return found
    if found.value is not None and moment.precision_of_day == "day" and found.until is None:
        return Resolved(f"{found.value}T{moment.time}{_zone_of(moment)}")
    if moment.precision_of_day is None:
        return Resolved(f"T{moment.time}{_zone_of(moment)}")
    return found


def _resolve_day(moment: Moment, known: Known) -> Resolved:
    if moment.year is None and moment.step == "year" and moment.count is not None and not moment.span_of:
        base = _base_of(moment, known)
        if base is None:
            return (
                Resolved(None)
                if moment.month is None
                else Resolved(explicit_of(replace(moment, step=None, count=None)))
            )
        moment = replace(moment, year=base.year + moment.count, step=None, count=None, anchor=None)
    if moment.step is not None:
        return _resolve_step(moment, known)
    if moment.month is not None or has_day(moment.holiday):
        return _resolve_calendar(moment, known)
    if moment.weekday is not None:
        return Resolved(_weekday(moment.weekday, moment.count, known))
    if moment.quarter is not None or moment.half is not None:
        return _resolve_quarter(_with_year_of_quarter(moment, known))
    if moment.season is not None and moment.year is None and moment.count is not None and known.published is not None:
        return Resolved(_year_of_season(moment.season, moment.count, known.published))
    return Resolved(explicit_of(replace(moment, time=None)))


_SEASON_BEGINS = {"spring": 3, "summer": 6, "autumn": 9}
"""The month in which each season begins, winter aside, which lies in two years."""


def _year_of_season(season: str, count: int, published: date) -> str | None:
    """Return the year of "last summer" or "next spring": the year before or after, once this year's has begun.

    What is left open is "last summer" of a later month and "next spring" of an earlier one: it can be that of this
    year too.
    """
    if count == 0:
        return f"{published.year:04}"
    begins = _SEASON_BEGINS.get(season)
    if begins is None:
        return None
    sure = published.month < begins + 3 if count < 0 else published.month >= begins
    return f"{published.year + count:04}" if sure else None


def _resolve_quarter(moment: Moment) -> Resolved:
    if moment.year is None:
        return Resolved(None)
    size, number = (3, moment.quarter) if moment.quarter is not None else (6, moment.half or 1)
    first = (number or 1) * size - size + 1
    return Resolved(f"{moment.year:04}-{first:02}", f"{moment.year:04}-{first + size - 1:02}")


def _with_year_of_quarter(moment: Moment, known: Known) -> Moment:
    """Return a quarter told without a year as the one that ended last, or of what is to come the next to end."""
    day = known.published
    if moment.year is not None or moment.quarter is None or day is None:
        return moment
    running = (day.month - 1) // 3 + 1
    if known.tense == "future":
        return replace(moment, year=day.year if moment.quarter >= running else day.year + 1)
    return replace(moment, year=day.year if moment.quarter < running else day.year - 1)


def _resolve_calendar(moment: Moment, known: Known) -> Resolved:
    month, day = moment.month, moment.day
    if moment.holiday is not None:
        return Resolved(_resolve_holiday(moment.holiday, moment, known))
    if month is None:
        return Resolved(None)
    year = moment.year if moment.year is not None else _year_of(month, day, moment, known)
    head = "-" if year is None else f"{year:04}"
    if day is not None and day > calendar.monthrange(year or 2000, month)[1]:
        return Resolved(f"{head}-{month:02}")
    return Resolved(f"{head}-{month:02}" + (f"-{day:02}" if day is not None else ""))


def _resolve_holiday(rule: str, moment: Moment, known: Known) -> str | None:
    """Return the day of a holiday, of the year that is told or the nearest on the side that the tense tells."""
    if moment.year is not None:
        return day_of_holiday(rule, moment.year).isoformat()
    near = known.published or known.nearby
    usual = day_of_holiday(rule, near.year if near is not None else 2000)
    year = _year_of(usual.month, usual.day, moment, known)
    if year is not None:
        return day_of_holiday(rule, year).isoformat()
    return f"-{usual.isoformat()[4:]}" if rule[2:3] == "-" else None


def _year_of(month: int, day: int | None, moment: Moment, known: Known) -> int | None:
    """Return the year of a month or day told without one: the nearest, on the side that the tense tells."""
    published = known.published or known.nearby
    if published is None or (known.year_open and moment.count is None):
        return None
    here = (month, day) if day is not None else (month, published.day if month == published.month else 1)
    now = (published.month, published.day)
    if moment.count == 0:
        return published.year
    if moment.count is not None:
        if moment.count < 0:
            return published.year if (month, day or 0) < (published.month, 0) else published.year - 1
        return published.year if month > published.month else published.year + 1
    if month == published.month and day is None:
        return published.year
    if known.tense == "past":
        return published.year if here <= now else published.year - 1
    if known.tense == "future":
        return published.year if here >= now else published.year + 1
    ahead = (month - published.month) % 12
    if here >= now:
        return published.year if ahead <= _SOON else published.year - 1
    return published.year + 1 if 0 < ahead <= _SOON else published.year


_SOON = 3
"""So many months ahead a date without a year may lie where nothing tells the tense: news looks back more than ahead."""


def _weekday(weekday: int, count: int | None, known: Known) -> str | None:
    """Return the day that a weekday means: the last one that was, or the next one where the text looks ahead."""
    published = known.published
    if published is None:
        return None
    back = (published.isoweekday() - weekday) % 7
    if count is not None and count < 0:
        return (published - timedelta(days=back or 7)).isoformat()
    ahead = (-back) % 7
    if (count is not None and count > 0) or (known.tense == "future" and count is None):
        return (published + timedelta(days=ahead or (7 if count else 0))).isoformat()
    if count == 0:
        return (published + timedelta(days=weekday - published.isoweekday())).isoformat()
    return (published - timedelta(days=back)).isoformat()


def _base_of(moment: Moment, known: Known) -> date | None:
    """Return the day that the steps of a moment are counted from."""
    base = known.published if moment.anchor == "published" else known.told.base_of(moment.step)
    if moment.anchor == "text" and moment.count == 0 and (base is None or (moment.stage and known.tense == "future")):
        return known.published
    return base


def _resolve_step(moment: Moment, known: Known) -> Resolved:
    base = _base_of(moment, known)
    if base is None or moment.count is None:
        return Resolved(None)
    if moment.span_of:
        there = _shifted(base, moment)
        if there is None:
            return Resolved(None)
        size = 7 if moment.step == "month" else 4 if moment.step in ("year", "decade", "century") else 10
        low, high = (day.isoformat()[:size] for day in sorted((base, there)))
        return Resolved(low, high)
    if moment.step in ("hour", "minute"):
        return Resolved(None)
    if moment.step == "weekend":
        monday = base - timedelta(days=base.weekday())
        saturday = monday + timedelta(days=5 + 7 * moment.count)
        if moment.count == 0 and base.weekday() < 3:
            saturday -= timedelta(days=7)
        return Resolved(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat())
    there = _shifted(base, moment)
    if there is None:
        return Resolved(None)
    if moment.step == "day":
        return Resolved(there.isoformat())
    if moment.step == "week":
        monday = there - timedelta(days=there.weekday())
        if moment.weekday is not None:
            return Resolved((monday + timedelta(days=moment.weekday - 1)).isoformat())
        year, week, _ = there.isocalendar()
        return Resolved(f"{year:04}-W{week:02}")
    if moment.step == "month":
        return Resolved(f"{there.year:04}-{there.month:02}")
    if moment.step == "quarter":
        return _resolve_quarter(Moment(year=there.year, quarter=(there.month - 1) // 3 + 1))
    if moment.step == "decade" and moment.count == 0:
        return Resolved(f"{there.year // 10}X")
    return Resolved(
        f"{there.year // 100:02}XX" if moment.step == "century" and moment.count == 0 else f"{there.year:04}"
    )


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def _shifted(base: date, moment: Moment) -> date | None:
    count = moment.count or 0
    try:
        if moment.step in ("day", "week"):
            return base + timedelta(days=count * (7 if moment.step == "week" else 1))
        if moment.step not in _MONTHS:
            return None
        months = base.year * 12 + base.month - 1 + count * _MONTHS[moment.step]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(base.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None
