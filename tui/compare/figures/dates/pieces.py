"""The pieces that dates are put together from: days and months, years, times of day, relative words."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import cast

from tui.compare.figures.dates.moments import Moment, Step
from tui.compare.figures.nouns import read_noun
from tui.compare.figures.phrases import Phrases
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.disk.tables import read_table


@dataclass(frozen=True, slots=True)
class Piece:
    """A moment with the words that tell it; `until` for a range told in one piece ("18-22 October")."""

    first: int
    after: int
    moment: Moment
    until: Moment | None = None


@cache
def _roles() -> dict[str, dict[str, str]]:
    roles: dict[str, dict[str, str]] = {}
    for role, value, words in read_table(Path(__file__).with_name("date_words.tsv")):
        roles.setdefault(role, {}).update((word.strip(), value) for word in words.split(","))
    return roles


def date_words(role: str) -> dict[str, str]:
    """Return the words and phrases of a role with what each means."""
    return _roles()[role]


@cache
def date_phrases(role: str) -> Phrases[str]:
    """Return the words and phrases of a role with what each means."""
    return Phrases(date_words(role).items())


ORDINAL_ENDS = ("st", "nd", "rd", "th")


def bare(word: str) -> str:
    """Return a lower-case word without a possessive ending."""
    return word.removesuffix("'s")


def read_day(words: Words, at: int) -> tuple[int, int] | None:
    """Return the day of the month at `at`, and where the words after it begin."""
    number = words.number(at)
    if number is None:
        ordinal = date_words("ordinal").get(words.low[at])
        return (int(ordinal), at + 1) if ordinal and words.low[at + 1] == "of" else None
    if number != int(number) or not 1 <= number <= 31 or "." in words.raw[at]:
        return None
    ordinal_end = words.touches(at + 1) and words.low[at + 1] in ORDINAL_ENDS
    if words.touches(at + 1) and not ordinal_end and words.kinds[at + 1] == "word":
        return None
    return int(number), at + 1 + ordinal_end


def read_year(words: Words, at: int) -> int | None:
    """Return the year written in four digits at `at`, or none."""
    raw = words.raw[at]
    if words.kinds[at] != "number" or len(raw) != 4 or not raw.isdecimal() or not "1000" <= raw <= "2199":
        return None
    return None if words.touches(at + 1) and words.kinds[at + 1] in ("word", "number") else int(raw)


def read_month(words: Words, at: int) -> tuple[int, int] | None:
    """Return the month named at `at`, whatever else the word may mean, and where the words after it begin."""
    low = bare(words.low[at])
    name = date_words("month").get(low)
    if name is not None:
        return int(name), at + 1
    short = date_words("month_short").get(low)
    if short is None:
        return None
    dotted = words.low[at + 1] == "." and (words.touches(at + 1) or words.kinds[at + 2] == "number")
    return int(short), at + 1 + dotted


def read_month_first(words: Words, at: int) -> Piece | None:
    """Read "May 12, 2015", "May 12", "May 2015", "Sept. 20-24" and, where it is no other word, "May"."""
    found = read_month(words, at)
    if found is None:
        return None
    month, after = found
    place = after + (words.low[after] in (",", "/"))
    place += words.low[place] == "the"
    day = read_day(words, place)
    if day is not None and not _is_counted(words, day[1], day[0]):
        return _with_day(words, at, month, *day)
    place = after + (words.low[after] in (",", "of"))
    year = read_year(words, place)
    if year is not None:
        return Piece(at, place + 1, Moment(year=year, month=month))
    if words.low[after] in ("'", "’") and words.number(after + 1) is not None and len(words.raw[after + 1]) == 2:
        return Piece(at, after + 2, Moment(year=2000 + int(words.raw[after + 1]), month=month))
    return Piece(at, after, Moment(month=month)) if _is_bare_month(words, at, after) else None


def _is_counted(words: Words, at: int, value: float) -> bool:
    return value > 1 and words.kinds[at] == "word" and words.low[at] in ("people", "per", "percent", "years", "million")


def _with_day(words: Words, at: int, month: int, day: int, after: int) -> Piece:
    until = None
    if words.low[after] in ("-", "to", "and") or (words.low[after] == "," and words.low[after + 2] == "and"):
        last = read_day(words, after + 1)
        plain = words.low[after] == "-" or words.kinds[after + 2] != "word" or words.low[after + 2] in ORDINAL_ENDS
        if last is not None and last[0] > day and plain and words.low[last[1]] not in (":", "%"):
            until, after = Moment(month=month, day=last[0]), last[1]
    place = after + (words.low[after] in (",", "of"))
    year = read_year(words, place)
    moment = Moment(month=month, day=day)
    if year is not None and not (words.low[after] != "," and read_noun(words, place + 1, year)):
        moment, after = replace(moment, year=year), place + 1
        until = None if until is None else replace(until, year=year)
    return Piece(at, after, moment, until)


def _is_bare_month(words: Words, at: int, after: int) -> bool:
    """Say whether a month's name alone means the month: "may" and "march" are verbs, "April" may be a woman."""
    low, before = bare(words.low[at]), words.low[at - 1] if at > 0 else ""
    dotted = after > at + 1
    if low in date_words("month_short"):
        return (
            words.is_capital(at) and (dotted or before in word_list("before month")) and words.low[after] not in ("of",)
        )
    if low in word_list("month traps"):
        if not words.is_capital(at):
            leads = before in ("the", "of") or before in word_list("before month")
            return leads and low in ("april", "june", "august")
        if words.is_capital(after) and not dotted:
            return False
        planned = before == "for" and at > 1 and words.low[at - 2] in word_list("looking ahead")
        strong = (
            planned or before in word_list("before month") or (before == "-" and at > 1 and words.low[at - 2] == "mid")
        )
        return (
            strong
            or (low != "may" and low != "march" and not words.opens(at) and not words.is_capital(at - 1))
            or (before in ("of", "from", "and", "to", "-", "every", "each") and low != "may")
        )
    return True


def read_day_first(words: Words, at: int) -> Piece | None:
    """Read "12 May 2015", "12th of May", "second of August", "18-22 October", "between 3 and 12 of Sept"."""
    day = read_day(words, at)
    if day is None or (words.touches(at) and words.low[at - 1] not in ("-", "(", "/")):
        return None
    number, after = day
    first_day = None
    if words.low[after] in ("-", "to", "and", "&"):
        last = read_day(words, after + 1)
        if last is not None and last[0] > number:
            first_day, (number, after) = number, last
    place = after + (words.low[after] in ("of", "-"))
    found = read_month(words, place)
    if found is None:
        return None
    doubtful = words.low[place] == "may" and not words.is_capital(place)
    if doubtful and words.low[at - 1] != "on" and not _ends_date(words, found[1]):
        return None
    month, after = found
    place = after + (words.low[after] in (",", "-", "of"))
    year = read_year(words, place)
    if year is not None:
        after = place + 1
    last_moment = Moment(year=year, month=month, day=number)
    if first_day is None:
        return Piece(at, after, last_moment)
    return Piece(at, after, replace(last_moment, day=first_day), last_moment)


def _ends_date(words: Words, at: int) -> bool:
    return words.kinds[at] != "word" or words.low[at] in ("and", "in", "at", "to")


@cache
def _steps() -> dict[str, Step]:
    names = ["day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century", "hour", "minute"]
    steps = {name: cast(Step, name) for name in names} | {name + "s": cast(Step, name) for name in names}
    return steps | {"centuries": "century"}


def step_of(low: str) -> Step | None:
    """Return the step of time that a word names, or none."""
    return _steps().get(bare(low))
