"""Pieces of dates that are told from somewhere else: last week, two days later, earlier this month, Tuesday night."""

from dataclasses import replace
from typing import cast

from tui.compare.figures.dates.moments import Anchor, Moment, Step
from tui.compare.figures.dates.pieces import (
    Piece,
    bare,
    date_phrases,
    date_words,
    read_month,
    read_year,
    step_of,
)
from tui.compare.figures.numerals import read_numeral
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words

_DIRECTIONS: dict[str, tuple[int, Anchor]] = {
    "this": (0, "published"),
    "current": (0, "published"),
    "last": (-1, "published"),
    "past": (-1, "published"),
    "next": (1, "published"),
    "coming": (1, "published"),
    "upcoming": (1, "published"),
    "previous": (-1, "text"),
    "preceding": (-1, "text"),
    "following": (1, "text"),
    "same": (0, "text"),
}
_AWAY: dict[str, tuple[int, Anchor]] = {
    "ago": (-1, "published"),
    "hence": (1, "published"),
    "earlier": (-1, "text"),
    "later": (1, "text"),
    "prior": (-1, "text"),
}


def read_weekday(words: Words, at: int) -> Piece | None:
    """Read a weekday; a short name counts only with a dot or beside a date, which the caller sees to."""
    low = bare(words.low[at])
    number = date_words("weekday").get(low)
    if number is None:
        short = date_words("weekday_short").get(low)
        if short is None or not words.is_capital(at):
            return None
        dotted = words.low[at + 1] == "." and words.touches(at + 1)
        return Piece(at, at + 1 + dotted, Moment(weekday=int(short)))
    if words.is_capital(at + 1) and words.low[at + 1] in word_list("mastheads"):
        return None
    if words.is_capital(at + 1) and words.low[at + 1] in date_words("part") and words.is_capital(at + 2):
        return None  # "Saturday Night Live"
    return Piece(at, at + 1, Moment(weekday=int(number)))


def read_part(words: Words, at: int) -> Piece | None:
    """Read the part of the day, "night" or "in the morning", as it follows a day."""
    place = at + (words.low[at] in ("in", "during", "-"))
    place += words.low[place] in ("the", "early", "late", "mid", "-")
    place += words.low[place] in ("early", "late", "mid", "-")
    if words.low[place] not in date_words("part"):
        return None
    return Piece(at, place + 1, Moment(part=words.low[place].removesuffix("s")))


def read_part_of(words: Words, at: int) -> Piece | None:
    """Read the part of a day that is told before the day: "night of" in "the night of 3 May"."""
    if words.low[at] not in date_words("part") or words.low[at + 1] != "of" or words.low[at - 1 : at] != ["the"]:
        return None
    return Piece(at, at + 2, Moment(part=words.low[at]))


def read_near(words: Words, at: int) -> Piece | None:
    """Read "today", "yesterday's", "the day before yesterday", "tonight", "overnight"."""
    found = date_phrases("near").at(words, at)
    after = at + 1
    meaning = date_words("near").get(bare(words.low[at]))
    if found is not None:
        meaning, after = found
    if meaning is None or (words.is_capital(at) and not words.opens(at) and words.is_capital(at - 1)):
        return None  # "USA Today"
    step, count = meaning.split()
    part = "night" if words.low[at] == "tonight" else None
    return Piece(at, after, Moment(step=cast(Step, step), count=int(count), anchor="published", part=part))


def read_directed(words: Words, at: int) -> Piece | None:
    """Read what begins with a direction: "last week", "next Tuesday", "this morning", "the past 30 days"."""
    direction = _DIRECTIONS.get(words.low[at])
    if direction is None:
        return None
    sign, anchor = direction
    place = at + 1
    is_verb = words.low[at] == "last" and at > 0 and words.low[at - 1] in word_list("before verb last")
    if is_verb and (words.low[at - 1] != "and" or step_of(words.low[place]) is None):
        return None
    if words.low[place] in ("few", "several", "couple") or words.low[place] == "couple":
        place += 1 + (words.low[place + 1] == "of")
        step = step_of(words.low[place])
        return None if step is None else Piece(at, place + 1, Moment(step=step, anchor=anchor, span_of=True))
    numeral = read_numeral(words, place)
    if numeral is not None and numeral.high is None:
        place = numeral.after + (words.low[numeral.after] == "-")
        place += words.low[place] in ("business", "working", "full", "calendar")
        step = step_of(words.low[place])
        if step is None or sign == 0 or numeral.value != int(numeral.value) or numeral.value > 1000:
            return None
        return Piece(at, place + 1, Moment(step=step, count=sign * int(numeral.value), anchor=anchor, span_of=True))
    return _read_directed_name(words, at, place, sign, anchor)


def _read_directed_name(words: Words, at: int, place: int, sign: int, anchor: Anchor) -> Piece | None:
    low = bare(words.low[place])
    if low in date_words("part") and low != "overnight":
        if low == "night" or sign == 0:
            return Piece(at, place + 1, Moment(step="day", count=sign, anchor=anchor, part=low))
        return None
    step = step_of(low)
    if step is not None and step not in ("hour", "minute"):
        if step == "day" and anchor == "published":
            if words.low[at] != "next" or at == 0 or words.low[at - 1] != "the":
                return None  # "this day", "last day" are no dates of their own
            anchor = "text"
        after = place + 1
        if at > 0 and words.low[at - 1 : at + 1] == ["the", "last"] and step != "weekend" and not low.endswith("s"):
            if words.low[after] == "of":
                return None  # "the last week of July"
            return Piece(at, after, Moment(step=step, count=-1, anchor=anchor, span_of=True))
        if low.endswith("s") and sign != 0:
            return Piece(at, after, Moment(step=step, anchor=anchor, span_of=True))  # "in coming years"
        if sign < 0 and (words.low[at] == "past" or step in ("decade", "century")):
            return Piece(at, after, Moment(step=step, count=sign, anchor=anchor, span_of=True))
        if step == "week" and words.low[after] == "after" and words.low[after + 1] == "next":
            sign, after = 2, after + 2
        return Piece(at, after, Moment(step=step, count=sign, anchor=anchor))
    if low in date_words("weekday") and anchor == "published":
        return Piece(at, place + 1, Moment(weekday=int(date_words("weekday")[low]), count=sign, anchor=anchor))
    month = read_month(words, place)
    if month is not None and (words.is_capital(place) or low not in ("may", "march")):
        year = read_year(words, month[1])
        after = month[1] + (year is not None)
        return Piece(
            at, after, Moment(month=month[0], year=year, count=None if year else sign, anchor=None if year else anchor)
        )
    season = date_words("season").get(low)
    if season is not None:
        return Piece(at, place + 1, Moment(season=season, count=sign, anchor=anchor))
    return None


def read_counted_away(words: Words, at: int) -> Piece | None:
    """Read "two days ago", "a year earlier", "three weeks later", "years ago", "two days before yesterday"."""
    count, place = _read_count(words, at)
    step = step_of(words.low[place])
    if step is None or step == "weekend":
        return None
    if words.low[at] == "half" and step in _HALVES:
        step, count = _HALVES[step]
    direction = words.low[place + 1]
    if direction in _AWAY and words.low[place + 2] not in ("than", "to"):
        (sign, anchor), after = _AWAY[direction], place + 2
    elif words.low[place + 1 : place + 3] == ["from", "now"]:
        sign, anchor, after = 1, "published", place + 3
    elif direction in ("before", "after") and count is not None and step == "day":
        near = read_near(words, place + 2)
        if near is None or near.moment.count is None:
            return None
        days = near.moment.count + (count if direction == "after" else -count)
        return Piece(at, near.after, replace(near.moment, count=days))
    else:
        return None
    return Piece(at, after, Moment(step=step, count=None if count is None else sign * count, anchor=anchor))


_HALVES: dict[str, tuple[Step, int]] = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6)}
"""What "half a century" and its like are in whole steps."""


def _read_count(words: Words, at: int) -> tuple[int | None, int]:
    """Read how many days or years it is, none where the words do not fix it, and where the words after begin."""
    if words.low[at] == "half" and words.low[at + 1] in ("a", "an"):
        return 1, at + 2
    numeral = read_numeral(words, at)
    if numeral is not None and numeral.high is None:
        whole = numeral.value == int(numeral.value) and numeral.value <= 5000
        return int(numeral.value) if whole else None, numeral.after + (words.low[numeral.after] == "]")
    if words.low[at] in ("a", "an"):
        if words.low[at + 1] in word_list("vague counts"):
            return None, at + 2 + (words.low[at + 2] == "of")
        return 1, at + 1
    return None, at + (words.low[at] in word_list("vague counts"))


def read_within(words: Words, at: int) -> Piece | None:
    """Read "earlier this month", "later in the year", "earlier in the day", "the weekend", "year end"."""
    low = words.low[at]
    if low in ("earlier", "later", "sometime"):
        if words.low[at + 1] == "in" and words.low[at + 2] == "the":
            step = step_of(words.low[at + 3])
            if step in ("day", "week", "month", "year"):
                return Piece(at, at + 4, Moment(step=step, count=0, anchor="text" if step == "day" else "published"))
            return None
        piece = read_directed(words, at + 1)
        return replace(piece, first=at) if piece is not None and low != "sometime" else None
    if low == "weekend" and at > 0 and words.low[at - 1] in ("the", "over", "at"):
        return Piece(at, at + 1, Moment(step="weekend", count=0, anchor="published"))
    if low == "year" and words.low[at + 1 + (words.low[at + 1] == "-")] == "end":
        return Piece(
            at, at + 2 + (words.low[at + 1] == "-"), Moment(step="year", count=0, anchor="published", stage="late")
        )
    return None


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def read_quarter(words: Words, at: int) -> Piece | None:
    """Read "the third quarter of 2019", "Q3", "second half of this year"."""
    low = words.low[at]
    if low == "q" and words.is_capital(at) and words.touches(at + 1) and words.raw[at + 1] in ("1", "2", "3", "4"):
        return Piece(at, at + 2, Moment(quarter=int(words.raw[at + 1])))
    number = _QUARTERS.get(low)
    if number is None:
        return None
    place = at + 1 + (words.low[at + 1] == "-" and words.touches(at + 1))
    if words.low[place] == "half" and number <= 2 and words.low[place + 1] == "of":
        return Piece(at, place + 1, Moment(half=number))
    if words.low[place] == "quarter" and (
        words.low[place + 1] in ("of", "ended") or words.low[place + 1] in word_list("reported by quarter")
    ):
        return Piece(at, place + 1, Moment(quarter=number))
    if words.low[place] == "quarter" and (read_year(words, place + 1) is not None or _is_of_business(words, at, place)):
        return Piece(at, place + 1, Moment(quarter=number))
    return None


_AROUND = 14
"""So many words on either side of a quarter tell whether it is one of the business year."""


def _is_of_business(words: Words, at: int, place: int) -> bool:
    """Say whether a quarter told without a year is one of the business year: "sales fell in the second quarter"."""
    if words.low[at - 1 : at] != ["the"] or words.low[at - 2 : at - 1] not in (["in"], ["for"], ["during"], ["from"]):
        return False
    around = words.low[max(0, at - _AROUND) : place + _AROUND]
    return not word_list("talk of business").isdisjoint(around)


def read_season(words: Words, at: int) -> Piece | None:
    """Read a season that is a time and no verb: "summer 2014", "in the spring"."""
    low = bare(words.low[at])
    season = date_words("season").get(low)
    if season is None:
        return None
    year = read_year(words, at + 1 + (words.low[at + 1] == "of"))
    before = words.low[at - 1] if at > 0 else ""
    prepositions = ("in", "since", "during", "until", "by", "early", "late", "mid")
    leads = before in prepositions or (before == "the" and at > 1 and words.low[at - 2] in prepositions)
    if year is None and (not leads or (low == "fall" and before != "the") or words.kinds[at + 1] == "number"):
        return None
    return Piece(at, at + 1, Moment(season=season))
