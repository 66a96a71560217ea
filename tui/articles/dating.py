"""When an article was published: which of the dates that are told counts.

What the article says of itself counts more than what a program noted about its file; the day on which a file was made
of it (printed, converted) never counts.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from tui.articles.article import DateKind, DateSource

_ORDER: tuple[DateKind, ...] = (
    "as given",
    "front matter",
    "JSON-LD",
    "meta tag",
    "time element",
    "dateline",
    "running head",
    "updated",
    "mail header",
    "modified",
    "created",
    "address",
)
_NEVER: tuple[DateKind, ...] = ("converted", "printed")
_MARKUP: tuple[DateKind, ...] = ("JSON-LD", "meta tag", "time element")
_UTC = re.compile(r"\dT.*(?:Z|[+-]00:?00)\Z")
_DAYS = r"[/_-](?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2}|[a-z]{3})[/-](?P<d>\d{1,2})(?!\d)"
_ADDRESS = re.compile(_DAYS + r"|(?<!\d)(?P<y2>20\d\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?!\d)", re.IGNORECASE)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def settle_dates(sources: Iterable[DateSource]) -> tuple[DateSource, ...]:
    """Return `sources`, the most trusted first, the one that counts marked; none is if none may count.

    A time that a page tells in UTC can fall on the day before or after the one that its readers knew: where a dateline
    tells the neighbouring day, the dateline counts.
    """
    order = (*_ORDER, *_NEVER)
    kept = sorted(
        dict.fromkeys(replace(source, is_used=False) for source in sources), key=lambda s: order.index(s.kind)
    )
    used = next((source for source in kept if source.kind in _ORDER), None)
    if used and used.kind in _MARKUP and _UTC.search(used.told):
        near = (s for s in kept if s.kind == "dateline" and abs(s.day - used.day) == timedelta(days=1))
        used = next(near, used)
    return tuple(replace(source, is_used=source is used) for source in kept)


def used_day(sources: tuple[DateSource, ...]) -> date | None:
    """Return the day that counts among settled dates."""
    return next((source.day for source in sources if source.is_used), None)


def told_date(kind: DateKind, told: object) -> DateSource | None:
    """Return the date that a field in the form of ISO 8601 tells, on the calendar of its own time zone."""
    text = str(told).strip() if told else ""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return DateSource(kind, day, text) if 1800 < day.year < 2200 else None


def address_date(address: str | None) -> DateSource | None:
    """Return the date in an address such as https://example.org/2019/03/08/ferry."""
    found = _ADDRESS.search(address or "")
    if not found:
        return None
    year, month, day = (found[part] or found[part + "2"] for part in "ymd")
    number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else int(month) if month.isdecimal() else 0
    try:
        return DateSource("address", date(int(year), number, int(day)), found[0].strip("/_-"))
    except ValueError:
        return None


def property_dates(created: datetime | None, modified: datetime | None) -> list[DateSource]:
    """Return what the properties of a document tell.

    A file that was never saved again after the minute in which it was made came out of a program, not from a writer's
    hand: that is the day on which it was converted or exported.
    """
    if created and modified and abs(_plain(modified) - _plain(created)) < timedelta(minutes=2):
        return [DateSource("converted", created.date(), str(created))]
    kinds: tuple[tuple[DateKind, datetime | None], ...] = (("modified", modified), ("created", created))
    return [DateSource(kind, moment.date(), str(moment)) for kind, moment in kinds if moment]


def _plain(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
