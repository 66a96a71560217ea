"""Finding dates: walking over an article's paragraphs, and placing each date in time."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from tui.compare.figures.dates.joining import read_dates
from tui.compare.figures.dates.leeway import leeway_of
from tui.compare.figures.dates.pieces import Piece, date_words, step_of
from tui.compare.figures.dates.resolving import Known, Tense, Told, explicit_of, resolve
from tui.compare.figures.numerals import after_article, number_words
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.compare.reading import Date

_SAME_STORY = 600
"""A year that was told so many characters before may still be meant."""
_NEAR = 12
"""So many words before a date, and half as many after it, tell whether it lies behind or ahead."""
_ROLES = (
    "month",
    "month_short",
    "weekday",
    "weekday_short",
    "season",
    "near",
    "stage",
    "holiday",
    "ordinal",
    "decade",
    "part",
)
"""What a date can begin with."""
_ARTICLES = frozenset({"the", "a", "an"})


class DateFinder:
    """Finds the dates of an article paragraph by paragraph, and remembers what was told before.

    Relative dates are resolved against the article's own date; without it they are left open.
    """

    def __init__(self, published: date | None, nearby: date | None = None) -> None:
        self._published = published if published is not None and _is_usual(published) else None
        self._nearby = nearby if nearby is not None and _is_usual(nearby) else None
        self._told = Told()
        self._year_told = 0
        self._year_told_at = -_SAME_STORY

    def find_in(self, words: Words) -> tuple[Date, ...]:
        """Return the dates of the next paragraph in the order of its text."""
        return tuple(self._place(words, piece) for piece in _find_in(words))

    def _place(self, words: Words, piece: Piece) -> Date:
        tense = _tense_around(words, piece)
        year_open = self._leaves_year_open(words, piece, tense)
        known = Known(self._published, self._nearby, self._told, tense, year_open)
        found = _date_of(words, piece, known)
        self._told = self._told.with_value(found.value)
        if piece.moment.year is not None:
            self._year_told, self._year_told_at = piece.moment.year, found.end
        return found

    def _leaves_year_open(self, words: Words, piece: Piece, tense: Tense) -> bool:
        """Say whether a month or day may go on with an earlier year, told in its paragraph or just before "since"."""
        own = self._published or self._nearby
        if own is None or self._year_told >= own.year or tense == "future":
            return False
        if self._year_told_at > words.starts[0]:
            return True
        since = piece.first > 0 and words.low[piece.first - 1] in ("since", "from")
        return since and words.starts[piece.first] - self._year_told_at <= _SAME_STORY


def _is_usual(day: date) -> bool:
    """Say whether a date is far enough from the ends of the calendar to count days and years from."""
    return 1000 < day.year < 9000


@cache
def _triggers() -> frozenset[str]:
    """Return every word that a date can begin with."""
    first = {word.split()[0] for role in _ROLES for word in date_words(role)}
    triggers = number_words() | first | word_list("begin a date")
    return triggers | {f"{word}'s" for word in triggers}


def _find_in(words: Words) -> Iterator[Piece]:
    triggers, free = _triggers(), 0
    for at in range(words.size):
        low = words.low[at]
        if at < free or (low not in triggers and words.kinds[at] != "number"):
            continue
        if low not in _ARTICLES or _can_lead(low, words.low[at + 1]):
            piece = read_dates(words, at)
            if piece is not None:
                yield piece
                free = piece.after


def _can_lead(article: str, low: str) -> bool:
    """Say whether a date can begin with an article before a word: "the end of May", "a year ago", not "the road"."""
    if article == "the":
        return low in _after_the()
    return low in after_article() or low in word_list("vague counts") or step_of(low) is not None


@cache
def _after_the() -> frozenset[str]:
    phrases = [phrase.split() for role in _ROLES for phrase in date_words(role)]
    return frozenset(words[1] for words in phrases if words[0] == "the")


def _tense_around(words: Words, piece: Piece) -> Tense:
    """Tell whether a date lies behind or ahead from the nearest word of its clause that tells it, before or after."""
    if _is_said_to_be(words, piece):
        return "future"
    same_clause = True
    for at in range(piece.first - 1, max(-1, piece.first - 1 - _NEAR), -1):
        if words.low[at] in _CLAUSE_ENDS:
            break
        same_clause &= words.low[at] != ","
        if (tense := _tense_of(words, at)) is not None and (same_clause or tense == "past"):
            return tense
    for at in range(piece.after, piece.after + _NEAR // 2):
        if words.low[at] in _CLAUSE_ENDS:
            break
        if (tense := _tense_of(words, at)) is not None:
            return tense
    return "unknown"


def _is_said_to_be(words: Words, piece: Piece) -> bool:
    """Say whether something is told to be at a date: "the deadline is Sunday", "the final is on Sunday"."""
    at = piece.first - 1
    if at > 0 and words.low[at] == "on":
        at -= 1
    return at > 0 and words.low[at] in ("is", "are") and words.low[piece.after] not in ("'s", "’s")


_LONGEST_VERB = 4
"""So many words a verb of several words may have before its last: "will not be fully opened"."""
_CLAUSE_ENDS = frozenset((".", ";", "!", "?", ""))


def _tense_of(words: Words, at: int) -> Tense | None:
    """Tell the tense of a word by itself, or of the verbs it ends: "named" is past, "will be named" is to come."""
    low, before = words.low[at], words.low[at - 1] if at > 0 else ""
    if low in ("to", "for") and before in word_list("before what is to come"):
        return None if words.low[at + 1] in ("have", "be") else "future"
    if low.endswith("ing") and before == "after":
        return "past"
    if low in word_list("looking ahead"):
        return None if low == "may" and words.is_capital(at) else "future"
    if (low == "be" and _is_to_be(words, at)) or _is_timetable(words, at):
        return "future"
    if not (low.endswith("ed") or low in word_list("looking back")):
        return None
    place = at - 1
    while place >= 0 and at - place <= _LONGEST_VERB and words.low[place] in word_list("between verbs"):
        place -= 1
    leads = words.low[place] if place >= 0 else ""
    if leads == "to":
        plans = place == at - 1 and words.low[place - 1] in word_list("before what is to come")
        ahead = plans or _is_to_be(words, place + 1)
    else:
        ahead = leads in word_list("looking ahead")
    return "future" if ahead else "past"


def _is_timetable(words: Words, at: int) -> bool:
    """Say whether a word tells in the present what is to come: "talks begin", "the ban takes effect"."""
    low = words.low[at]
    if low in word_list("looking ahead of several"):
        return at > 0 and not words.is_capital(at) and words.low[at - 1] not in word_list("led to by a verb or article")
    if low not in word_list("taking"):
        return False
    taken = [word for word in words.low[at + 1 : at + 3] if word not in ("into", "on")][:1]
    led = at > 0 and words.low[at - 1] in word_list("led to by a verb or article")
    return not led and bool(word_list("taken").intersection(taken))


def _is_to_be(words: Words, at: int) -> bool:
    """Say whether "be" belongs to what is still to be done: "to be shown", and not "said to be" or "used to be"."""
    if words.low[at] != "be" or at < 1 or words.low[at - 1] != "to":
        return False
    return (words.low[at - 2] if at > 1 else "") not in word_list("before no future")


def _date_of(words: Words, piece: Piece, known: Known) -> Date:
    moment = piece.moment
    place = resolve(moment, known)
    until = place.until
    explicit = explicit_of(moment)
    if piece.until is not None:
        end = resolve(piece.until, known)
        until = end.until or end.value
        if piece.until.weekday is not None and place.value and until and until < place.value:
            until = (date.fromisoformat(until) + timedelta(days=7)).isoformat()  # "Monday to Wednesday" of a Tuesday
    start, stop = words.starts[piece.first], words.ends[piece.after - 1]
    part = moment.part or moment.season or moment.stage
    leeway = leeway_of(words, piece)
    return Date(start, stop, place.value, until, moment.precision or "day", explicit, part, moment.zone, *leeway)
