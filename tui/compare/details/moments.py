"""How two dates of one slot stand to each other: field by field, by what their words fix."""

import re
from dataclasses import dataclass, fields

from tui.compare.details.values import Relation
from tui.compare.reading import Date

_WEEKDAYS = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_PARTS = re.compile(
    r"\b(early|late|morning|afternoon|evening|night|overnight|midnight|noon|dawn|dusk)\b", re.IGNORECASE
)
_SPELLS = re.compile(r"\b(first|second|third|fourth|last)\s+(half|quarter)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """What the words of a date fix, field by field; none for what they leave open."""

    year: str | None = None
    month: str | None = None
    day: str | None = None
    weekday: str | None = None
    spell: str | None = None
    """A half or quarter of a year."""
    part: str | None = None
    """A part of the day, month or year: "early", "night"."""
    time: str | None = None
    zone: str | None = None


def read_moment(date: Date, text: str) -> Moment:
    """Return the fields of a date; `text` are its words, with what stands right before them."""
    told = date.explicit or ""
    day_part, _, clock = told.partition("T")
    if not clock and date.value and "T" in date.value:
        clock = date.value.partition("T")[2]
    year, month, day = _calendar(day_part)
    time, zone = (clock[:5] or None, clock[5:] or None) if clock else (None, None)
    if time and not zone and "local" in text.lower():
        zone = "local"
    weekday, part, spell = (pattern.search(text) for pattern in (_WEEKDAYS, _PARTS, _SPELLS))
    return Moment(
        year,
        month,
        day,
        weekday.group().lower() if weekday else None,
        " ".join(spell.group().lower().split()) if spell else None,
        part.group().lower() if part else None,
        time,
        zone,
    )


def _calendar(told: str) -> tuple[str | None, str | None, str | None]:
    """Return year, month and day of "2015-05-12", "--05-12", "--05" or "2015"."""
    if told.startswith("--"):
        pieces = [None, *told[2:].split("-")]
    elif told[:4].isdigit():
        pieces = [*told.split("-")]
    else:
        pieces = []
    year, month, day = (*pieces, None, None, None)[:3]
    return year, month, day


def relate_moments(left: Moment, right: Moment) -> Relation:
    """Return how two dates of one slot stand to each other."""
    told = [(f.name, getattr(left, f.name), getattr(right, f.name)) for f in fields(Moment)]
    shared = [(name, a, b) for name, a, b in told if a and b]
    if not shared:
        return Relation("apart", "nothing to hold against each other")
    other = [name for name, a, b in shared if a != b]
    hard = [name for name in other if name != "part"]
    if hard == ["zone"]:
        return Relation("conflict", "the same time of day in other zones")
    if hard:
        return Relation("conflict", f"another {hard[0]}")
    if other:
        return Relation("differs", "another part of it")
    if left.time and right.time and (left.zone is None) != (right.zone is None):
        return Relation("differs", f"a zone only on the {'left' if left.zone else 'right'}")
    more = [(name, "left" if a else "right") for name, a, b in told if bool(a) != bool(b)]
    if not more:
        return Relation("same", "the same date")
    sides = {side for _, side in more}
    only = ", ".join(f"{name} only on the {side}" for name, side in more)
    return Relation("differs", f"the {sides.pop()} is more precise ({only})" if len(sides) == 1 else only)
