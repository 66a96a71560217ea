"""Pieces joined to whole dates and ranges: "Tuesday, 12 May 2015 at 10:30", "from May 3 to June 7"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tui.compare.figures.dates.clock import read_time
from tui.compare.figures.dates.moments import Moment
from tui.compare.figures.dates.numbers import read_decade, read_lone_year, read_numeric, read_told_decade
from tui.compare.figures.dates.pieces import (
    Piece,
    date_phrases,
    date_words,
    read_day_first,
    read_month_first,
    step_of,
)
from tui.compare.figures.dates.relative import (
    read_counted_away,
    read_directed,
    read_near,
    read_part,
    read_part_of,
    read_quarter,
    read_season,
    read_weekday,
    read_within,
)
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words

_NUMBER_READERS: tuple[Callable[[Words, int], Piece | None], ...] = (
    read_numeric,
    read_time,
    read_day_first,
    read_decade,
    read_counted_away,
    read_lone_year,
)
_WORD_READERS: tuple[Callable[[Words, int], Piece | None], ...] = (
    read_month_first,
    read_weekday,
    read_near,
    read_directed,
    read_within,
    read_quarter,
    read_season,
    read_told_decade,
    read_counted_away,
    read_day_first,
    read_time,
)


def _read_piece(words: Words, at: int) -> Piece | None:
    kind = words.kinds[at]
    if kind == "number":
        readers = _NUMBER_READERS
    elif kind == "word":
        readers = _WORD_READERS
        holiday = date_phrases("holiday").at(words, at)
        if holiday is not None and words.is_capital(at) and not _is_named_so(words, at, holiday[1]):
            return Piece(at, holiday[1], Moment(holiday=holiday[0]))
    else:
        return None
    for reader in readers:
        piece = reader(words, at)
        if piece is not None:
            return piece
    return None


def _is_named_so(words: Words, at: int, after: int) -> bool:
    """Say whether a holiday of one word belongs to a name: "Johnnie Christmas"."""
    before = words.low[at - 1] if at > 0 else ""
    return (
        after == at + 1
        and not words.opens(at)
        and words.is_capital(at - 1)
        and before not in word_list("before holidays")
    )


def _read_staged(words: Words, at: int) -> Piece | None:
    """Read a piece with its stage or part before: "early 2014", "the end of last year", "the night of 3 May"."""
    part = read_part_of(words, at)
    if part is not None:
        day = _read_piece(words, part.after)
        fits = day is not None and day.until is None and day.moment.precision_of_day == "day"
        moment = day.moment.joined(part.moment) if day is not None and fits else None
        return None if day is None or moment is None else replace(day, first=at, moment=moment)
    stage = date_phrases("stage").at(words, at)
    if stage is None:
        return _read_piece(words, at)
    name, place = stage
    place += words.low[place] in ("-",)
    place += words.low[place] in ("in", "on", "the")
    place += words.low[place] in ("'", "‘")
    piece = _read_piece(words, place) or _read_running(words, place)
    if piece is None:
        return None
    moment = piece.moment.joined(Moment(stage=name))
    return None if moment is None else replace(piece, first=at, moment=moment)


def _read_running(words: Words, at: int) -> Piece | None:
    """Read "year" in "the start of the year": the one that the text is at."""
    step = step_of(words.low[at])
    if words.low[at - 1] != "the" or step not in ("week", "month", "year", "decade", "century"):
        return None
    return Piece(at, at + 1, Moment(step=step, count=0, anchor="text")) if words.low[at + 1] != "of" else None


def _read_joined(words: Words, at: int) -> Piece | None:
    piece = _read_staged(words, at)
    if piece is None:
        return None
    for _ in range(6):
        more = _read_more(words, piece)
        if more is None:
            break
        piece = more
    return piece if _stands(words, piece) else None


def _read_more(words: Words, piece: Piece) -> Piece | None:
    """Join the next piece to `piece`, where both tell of one moment."""
    part = read_part(words, piece.after)
    if part is not None and piece.moment.precision_of_day == "day" and piece.until is None:
        moment = piece.moment.joined(part.moment)
        if moment is not None:
            return replace(piece, after=part.after, moment=moment)
    place = piece.after
    for _ in range(3):
        nxt = _read_staged(words, place)
        if nxt is not None and piece.until is None:
            joined = _join(words, piece, nxt, place)
            if joined is not None:
                return joined
        if words.low[place] not in word_list("date joiners"):
            return None
        place += 1
    return None


def _join(words: Words, piece: Piece, nxt: Piece, place: int) -> Piece | None:
    one, two = piece.moment, nxt.moment
    joiners = set(words.low[piece.after : place])
    if one.time is not None and two.time is not None:
        return None
    if not (one.time or two.time) and joiners & {"at", "from", "after", "before", "by", "about", "around"}:
        return None
    if (one.time or two.time) and joiners & {"of"}:
        return None
    if not _fit(one, two):
        return None
    joined = one.joined(two)
    if joined is None or (nxt.first > piece.first and not _agrees(words, piece, joined)):
        return None
    low, high = (joined, None) if nxt.until is None else _shared(joined, nxt.until)
    return Piece(piece.first, nxt.after, low, high)


def _agrees(words: Words, piece: Piece, joined: Moment) -> bool:
    """Say whether a short weekday fits its date: "Sun, August 16, 2008" was no Sunday and names a newspaper."""
    if words.low[piece.first] not in date_words("weekday_short") or None in (joined.year, joined.month, joined.day):
        return True
    try:
        day = date(joined.year or 1, joined.month or 1, joined.day or 1)
    except ValueError:
        return False
    return day.isoweekday() == joined.weekday


def _fit(one: Moment, two: Moment) -> bool:
    """Say whether two pieces in this order can tell of one moment; "in June, in 2014" can, "2014, Tuesday" cannot."""
    if one.time is not None or two.time is not None:
        other = two if one.time is not None else one
        return other.precision_of_day == "day"
    weekday_first = one.weekday is not None and one.month is None
    if weekday_first and two.day is not None:
        return True
    if one.day is not None and two.weekday is not None and two.count is None:
        return True
    if weekday_first and two.step == "week" and one.count is None:
        return True
    whole = two.step == "year" or (two.year is not None and two.month is None)
    narrow = one.month is not None or one.season is not None or one.quarter is not None or one.half is not None
    if whole and (narrow or one.holiday is not None) and one.year is None and one.step is None and one.count is None:
        return True
    if one.half is not None and two.month is not None:
        return False
    return one.part is None and two.part is not None and one.precision_of_day == "day" and two.precision_of_day is None


def _stands(words: Words, piece: Piece) -> bool:
    """Say whether a joined piece is a date by itself: a short weekday alone is none."""
    moment = piece.moment
    if moment.weekday is not None and piece.after - piece.first <= 2 and moment.month is None:
        low = words.low[piece.first].removesuffix("'s")
        if low in date_words("weekday_short"):
            return (
                words.low[piece.first + 1] == "."
                and words.touches(piece.first + 1)
                and low not in ("sun", "sat", "wed", "mon")
            )
    return True


def read_dates(words: Words, at: int) -> Piece | None:
    """Return the date or range of dates that begins at `at`, as one piece, or none."""
    first = _read_joined(words, at)
    if first is None or first.until is not None:
        return first
    joiner = words.low[first.after]
    before = words.low[at - 1] if at > 0 else ""
    if joiner not in word_list("range joiners") or (joiner == "and" and before != "between"):
        return first
    last = _read_joined(words, first.after + 1)
    if last is None or last.until is not None or last.moment.step is not None or first.moment.step is not None:
        return first
    if joiner == "-" and last.moment.precision_of_day != first.moment.precision_of_day:
        return first
    low, high = _shared(first.moment, last.moment)
    return Piece(first.first, last.after, low, high)


def _shared(low: Moment, high: Moment) -> tuple[Moment, Moment]:
    """Give both ends of a range what only one of them tells: "May to June 2014", "Monday 8am to 9am"."""
    if low.year is None and high.year is not None and low.month is not None:
        low = replace(low, year=high.year if high.month is None or low.month <= high.month else high.year - 1)
    if high.is_time_only and low.time is not None and not low.is_time_only:
        high = replace(low, time=high.time, zone=high.zone or low.zone, offset=high.offset or low.offset)
    if high.month is None and high.day is not None and low.month is not None:
        high = replace(high, month=low.month, year=low.year)
    return low, high
