"""Dates that nothing fixes ("Tuesday" in an article without a date), held against each other by their words."""

import re
from collections.abc import Iterator

from tui.compare.figures.compare import Agreement
from tui.compare.figures.compare_dates import is_in_part, relation_of_dates, relation_of_parts
from tui.compare.reading import Date

_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_SPELL = re.compile(r"\b(first|second|third|fourth|last)\s+(half|quarter)\b", re.IGNORECASE)
_CLOCK = re.compile(r"T\d\d:\d\d")
_PART, _TIME = "part of the day", "time"


def relate_dates(one: Date, text: str, two: Date, other_text: str) -> Agreement:
    """Return how two dates of one slot stand to each other; the texts are their words."""
    if one.explicit is not None and (one.explicit, one.part, one.until) == (two.explicit, two.part, two.until):
        return Agreement("same", "the same words")
    agreement = relation_of_dates(one, two)
    if agreement.verdict != "unrelated":
        return agreement
    ours, theirs = dict(fixed_words(one, text)), dict(fixed_words(two, other_text))
    shared = ours.keys() & theirs.keys()
    if "weekday" not in shared and "spell" not in shared:
        return agreement
    other = sorted(field for field in shared - {_PART} if ours[field] != theirs[field])
    if "weekday" in other:
        # They may be days of different weeks: without a date a weekday contradicts nothing.
        return Agreement("differs", "another weekday")
    if other:
        return Agreement("conflicts", f"another {other[0]}")
    for timed, clock, day in ((one, ours, theirs), (two, theirs, ours)):
        # A time told in a zone may fall in any part of the day where the thing was.
        local = _TIME in clock and timed.zone is None
        if local and _TIME not in day and _PART in day and _is_outside(clock[_TIME], day[_PART]):
            return Agreement("conflicts", f"{clock[_TIME][1:]} is not in the {day[_PART]}")
    if _PART in shared and ours[_PART] != theirs[_PART]:
        return relation_of_parts(ours[_PART], theirs[_PART])
    if ours == theirs:
        return Agreement("same", "the same day" if "weekday" in shared else "the same part of a year")
    more = [f"{field} only on the {'left' if field in ours else 'right'}" for field in ours.keys() ^ theirs.keys()]
    return Agreement("compatible", ", ".join(sorted(more)))


def fixed_words(date: Date, text: str) -> Iterator[tuple[str, str]]:
    """Yield what the words of a date say by themselves, field by field, such as a weekday or a time."""
    if weekday := _WEEKDAY.search(text):
        yield "weekday", weekday.group().lower()
    if spell := _SPELL.search(text):
        yield "spell", " ".join(spell.group().lower().split())
    if date.part:
        yield _PART, date.part
    if clock := _CLOCK.search(f"{date.value} {date.explicit}"):
        yield _TIME, clock.group()
    if (date.explicit or "")[:4].isdecimal():
        yield "year", (date.explicit or "")[:4]


def _is_outside(clock: str, part: str) -> bool:
    """Say whether a time such as "T15:45" lies outside a part of the day."""
    hours, minutes = clock[1:].split(":")
    return not is_in_part(int(hours) + int(minutes) / 60, part)
