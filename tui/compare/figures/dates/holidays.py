"""On which day a holiday falls in a year."""

import calendar
from datetime import date, timedelta


def has_day(rule: str | None) -> bool:
    """Say whether a holiday's rule in the table tells its day: that of Ramadan does not."""
    return rule not in (None, "-")


def day_of_holiday(rule: str, year: int) -> date:
    """Return the day of `year` that a rule of the table tells.

    Parameters
    ----------
    rule
        "12-25" for a day, "11/4/4" for the fourth Thursday of November (-1 is the last one), "easter-2" for days
        counted from Easter Sunday of the Western churches.
    year
        1583 or later where the rule counts from Easter.
    """
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if "/" in rule:
        month, weekday, which = (int(part) for part in rule.split("/"))
        days = [day for day in calendar.Calendar().itermonthdates(year, month) if day.month == month]
        same = [day for day in days if day.isoweekday() == weekday]
        return same[which - 1 if which > 0 else which]
    month, number = (int(part) for part in rule.split("-"))
    return date(year, month, number)


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, by the anonymous algorithm printed in Nature in 1876."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, quarter = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - shift + 15) % 30
    four, one = divmod(rest, 4)
    sunday = (32 + 2 * quarter + 2 * four - moon - one) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
