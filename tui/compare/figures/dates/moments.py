"""A moment or period as the words tell it, before the article's own date helps."""

from dataclasses import dataclass, fields, replace
from typing import Literal

from tui.compare.reading import Precision

Step = Literal["day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century", "hour", "minute"]
Anchor = Literal["published", "text"]


@dataclass(frozen=True, slots=True)
class Moment:
    """What the words of a date fix; everything else is none."""

    century: int | None = None
    decade: int | None = None
    """The first year of the decade."""
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 for Monday to 7 for Sunday."""
    part: str | None = None
    """The part of the day: "night"."""
    time: str | None = None
    """Hours and minutes: "15:45"."""
    half_open: bool = False
    """Whether the time is one of twelve hours, and nothing beside it tells of which half of the day."""
    zone: str | None = None
    """The time zone as said: "GMT"."""
    offset: str | None = None
    """Its offset from UTC, where it is always the same: "+00:00"."""
    stage: str | None = None
    """The stage of the period: "early", "mid", "late"."""
    step: Step | None = None
    """What `count` counts: "last week" is one week back."""
    count: int | None = None
    anchor: Anchor | None = None
    """What it is counted from: the article's own date, or a date that the text told before ("two days later")."""
    holiday: str | None = None
    span_of: bool = False
    """Whether the whole stretch from the anchor on is meant: "the past 30 days"."""

    def joined(self, other: "Moment") -> "Moment | None":
        """Return the moment that both fix together, or none where both say something of the same thing."""
        said = {}
        for field in fields(self):
            mine, theirs = getattr(self, field.name), getattr(other, field.name)
            if theirs is None or theirs is False:
                continue
            if mine is not None and mine is not False:
                return None
            said[field.name] = theirs
        return replace(self, **said)._with_half()

    def _with_half(self) -> "Moment":
        """Return the moment with the half of the day that its part tells: "Monday evening at half past seven"."""
        if not self.half_open or self.part is None or self.time is None:
            return self
        hour = hour_of_day(int(self.time[:2]), self.part)
        return replace(self, time=f"{hour:02}{self.time[2:]}", half_open=False)

    @property
    def is_time_only(self) -> bool:
        """Say whether nothing but a time of day is told."""
        return self.time is not None and self.precision_of_day is None

    @property
    def precision_of_day(self) -> Precision | None:
        """How exactly the day is told, leaving parts of the day and times aside."""
        if (
            self.day is not None
            or self.weekday is not None
            or self.holiday is not None
            or self.step in ("day", "hour", "minute")
        ):
            return "day"
        if self.step == "weekend":
            return "week"
        if self.month is not None or self.step == "month":
            return "month"
        if self.step == "week":
            return "week"
        if self.quarter is not None or self.half is not None or self.step == "quarter":
            return "quarter"
        if self.season is not None or self.step == "season":
            return "season"
        if self.year is not None or self.step == "year":
            return "year"
        if self.decade is not None or self.century is not None or self.step in ("decade", "century"):
            return "decade"
        return None

    @property
    def precision(self) -> Precision | None:
        """How exactly the moment is told."""
        if self.time is not None:
            return "time"
        if self.part is not None:
            return "part_of_day"
        return self.precision_of_day


def hour_of_day(hour: int, part: str) -> int:
    """Return the hour of 24 that an hour of twelve is in a part of the day."""
    is_late = part in ("afternoon", "evening") or (part == "night" and 5 < hour < 12)
    return hour % 12 + 12 * is_late
