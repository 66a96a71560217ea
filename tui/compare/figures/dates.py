"""Finding dates: pieces joined to whole dates, ranges, and their place in time."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from tui.compare.figures.date_pieces import (
    Piece,
    date_phrases,
    date_words,
    read_day_first,
    read_decade,
    read_lone_year,
    read_month_first,
    read_numeric,
    read_time,
)
from tui.compare.figures.date_relative import (
    read_counted_away,
    read_directed,
    read_near,
    read_part,
    read_quarter,
    read_season,
    read_weekday,
    read_within,
)
from tui.compare.figures.moments import Moment
from tui.compare.figures.numerals import number_words
from tui.compare.figures.resolving import Known, Tense, explicit_of, resolve
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.compare.reading import Date

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
    read_counted_away,
    read_day_first,
    read_time,
)


@cache
def _triggers() -> frozenset[str]:
    """Return every word that a date can begin with."""
    words = set(number_words())
    for role in ("month", "month_short", "weekday", "weekday_short", "season", "near"):
        words |= {word.split()[0] for word in date_words(role)}
    words |= {word.split()[0] for role in ("stage", "holiday") for word in date_words(role)}
    words |= set(
        [
            "this",
            "last",
            "past",
            "next",
            "coming",
            "upcoming",
            "previous",
            "preceding",
            "following",
            "same",
            "current",
            "earlier",
            "later",
            "weekend",
            "year",
            "q",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "several",
            "few",
            "days",
            "weeks",
            "months",
            "years",
            "hours",
            "minutes",
            "decades",
            "centuries",
            "noon",
            "midday",
            "midnight",
            "couple",
        ]
    )
    return frozenset(words)


class DateFinder:
    """Finds the dates of an article paragraph by paragraph, and remembers what was told before.

    Relative dates are resolved against the article's own date; without it they are left open.
    """

    def __init__(self, published: date | None) -> None:
        self._published = published if published is not None and 1000 < published.year < 9000 else None
        self._told: date | None = None
        self._year_told = 0
        self._year_told_at = -_SAME_STORY

    def find_in(self, words: Words) -> tuple[Date, ...]:
        """Return the dates of the next paragraph in the order of its text."""
        return tuple(self._place(words, piece) for piece in _find_in(words))

    def _place(self, words: Words, piece: Piece) -> Date:
        tense = _tense_around(words, piece)
        known = Known(self._published, self._told, tense, self._leaves_year_open(words, piece, tense))
        found = _date_of(words, piece, known)
        if found.value is not None and re.match(r"\d{4}-\d\d-\d\d", found.value):
            self._told = date.fromisoformat(found.value[:10])
        if piece.moment.year is not None:
            self._year_told, self._year_told_at = piece.moment.year, found.end
        return found

    def _leaves_year_open(self, words: Words, piece: Piece, tense: Tense) -> bool:
        """Say whether a month or day may go on with an earlier year, told in its paragraph or just before "since"."""
        if self._published is None or self._year_told >= self._published.year or tense == "future":
            return False
        if self._year_told_at > words.starts[0]:
            return True
        since = piece.first > 0 and words.low[piece.first - 1] in ("since", "from")
        return since and words.starts[piece.first] - self._year_told_at <= _SAME_STORY


_SAME_STORY = 600
"""A year that was told so many characters before may still be meant."""


def _find_in(words: Words) -> Iterator[Piece]:
    triggers, at = _triggers(), 0
    while at < words.size:
        kind = words.kinds[at]
        if kind == "number" or (kind == "word" and words.low[at].removesuffix("'s") in triggers):
            piece = _read_range(words, at)
            if piece is not None:
                yield piece
                at = piece.after
                continue
        at += 1


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
    """Read a piece with the stage of it before: "early 2014", "the end of last year"."""
    stage = date_phrases("stage").at(words, at)
    if stage is None:
        return _read_piece(words, at)
    name, place = stage
    place += words.low[place] in ("-",)
    place += words.low[place] in ("in", "on", "the")
    piece = _read_piece(words, place)
    if piece is None:
        return None
    moment = piece.moment.joined(Moment(stage=name))
    return None if moment is None else replace(piece, first=at, moment=moment)


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
    if one.is_time_only == two.is_time_only and one.time is not None:
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
    return Piece(piece.first, nxt.after, joined, nxt.until)


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


def _read_range(words: Words, at: int) -> Piece | None:
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


_NEAR = 12


def _tense_around(words: Words, piece: Piece) -> Tense:
    """Tell whether a date lies behind or ahead from the nearest word of its clause that tells it, before or after."""
    for at in range(piece.first - 1, max(-1, piece.first - 1 - _NEAR), -1):
        if words.low[at] in _CLAUSE_ENDS:
            break
        if (tense := _tense_of(words.low[at])) is not None:
            return tense
    for at in range(piece.after, piece.after + _NEAR // 2):
        if words.low[at] in _CLAUSE_ENDS:
            break
        if (tense := _tense_of(words.low[at])) is not None:
            return tense
    return "unknown"


_CLAUSE_ENDS = frozenset((".", ";", "!", "?", ""))


def _tense_of(low: str) -> Tense | None:
    if low in word_list("looking ahead"):
        return "future"
    return "past" if low.endswith("ed") or low in word_list("looking back") else None


def _date_of(words: Words, piece: Piece, known: Known) -> Date:
    moment = piece.moment
    place = resolve(moment, known)
    until = place.until
    explicit = explicit_of(moment)
    if piece.until is not None:
        end = resolve(piece.until, known)
        until = end.until or end.value
    start, stop = words.starts[piece.first], words.ends[piece.after - 1]
    part = moment.part or moment.season or moment.stage
    return Date(start, stop, place.value, until, moment.precision or "day", explicit, part, moment.zone)
