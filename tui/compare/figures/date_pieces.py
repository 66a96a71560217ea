"""The pieces that dates are put together from: days and months, years, times of day, relative words."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import cast

from tui.articles.article import Span
from tui.compare.figures.moments import Moment, Step
from tui.compare.figures.nouns import read_noun
from tui.compare.figures.phrases import Phrases
from tui.compare.figures.units import read_currency_before, read_unit
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.compare.tables import read_table


@dataclass(frozen=True, slots=True)
class Piece:
    """A moment with the words that tell it; `until` for a range told in one piece ("18-22 October")."""

    first: int
    after: int
    moment: Moment
    until: Moment | None = None


@cache
def date_words(role: str) -> dict[str, str]:
    """Return the single words of a role with what each means."""
    return {
        word.strip(): value
        for found, value, words in read_table(Path(__file__).with_name("date_words.tsv"))
        if found == role
        for word in words.split(",")
    }


@cache
def date_phrases(role: str) -> Phrases[str]:
    """Return the words and phrases of a role with what each means."""
    return Phrases(date_words(role).items())


_ORDINAL_ENDS = ("st", "nd", "rd", "th")
_ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}


def bare(word: str) -> str:
    """Return a lower-case word without a possessive ending."""
    return word.removesuffix("'s")


def read_day(words: Words, at: int) -> tuple[int, int] | None:
    """Return the day of the month at `at`, and where the words after it begin."""
    number = words.number(at)
    if number is None:
        ordinal = _ORDINALS.get(words.low[at])
        return (ordinal, at + 1) if ordinal and words.low[at + 1] == "of" else None
    if number != int(number) or not 1 <= number <= 31 or "." in words.raw[at]:
        return None
    ordinal_end = words.touches(at + 1) and words.low[at + 1] in _ORDINAL_ENDS
    if words.touches(at + 1) and not ordinal_end and words.kinds[at + 1] == "word":
        return None
    return int(number), at + 1 + ordinal_end


def read_year(words: Words, at: int) -> int | None:
    """Return the year written in four digits at `at`, or none."""
    raw = words.raw[at]
    if words.kinds[at] != "number" or len(raw) != 4 or not raw.isdigit() or not "1000" <= raw <= "2199":
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
        plain = words.low[after] == "-" or words.kinds[after + 2] != "word" or words.low[after + 2] in _ORDINAL_ENDS
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
            return low in ("april", "june", "august") and before in (*word_list("before month"), "the", "of")
        if words.is_capital(after) and not dotted:
            return False
        strong = before in word_list("before month") or (before == "-" and at > 1 and words.low[at - 2] == "mid")
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


def read_numeric(words: Words, at: int) -> Piece | None:
    """Read "2015-05-12", "2015/05/12", "12/19/2005", "2015-03"; month and day only where they are sure."""
    sign = words.low[at + 1]
    if (
        words.kinds[at] != "number"
        or sign not in ("-", "/", ".")
        or (words.touches(at) and words.low[at - 1] not in ("(", "-"))
    ):
        return None
    if not (words.touches(at + 1) and words.touches(at + 2)) or words.kinds[at + 2] != "number":
        return None
    one, two = words.raw[at], words.raw[at + 2]
    if (
        words.low[at + 3] == sign
        and words.touches(at + 3)
        and words.touches(at + 4)
        and words.kinds[at + 4] == "number"
    ):
        three = words.raw[at + 4]
        if one.isdigit() and two.isdigit() and three.isdigit():
            moment = _numeric_moment(one, two, three)
            return None if moment is None else Piece(at, at + 5, moment)
        return None
    if len(one) == 4 and sign == "-" and one.isdigit() and two.isdigit() and len(two) < 3 and 1 <= int(two) <= 12:
        is_date = "1900" <= one <= "2199" and words.low[at + 3] != "-"
        return Piece(at, at + 3, Moment(year=int(one), month=int(two))) if is_date else None
    return None


def _numeric_moment(one: str, two: str, three: str) -> Moment | None:
    if len(one) == 4 and len(two) <= 2 and len(three) <= 2:
        year, month, day = int(one), int(two), int(three)
    elif len(three) == 4 and len(one) <= 2 and len(two) <= 2:
        year, month, day = int(three), int(one), int(two)
        if month > 12 or (month == day and month <= 12):
            month, day = day, month
        elif day <= 12:
            return Moment(year=year) if month >= 1 and day >= 1 else None
    else:
        return None
    return Moment(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def read_time(words: Words, at: int) -> Piece | None:
    """Read "10:24 GMT", "3.45pm", "8 a.m. ET", "0737 GMT", "noon"."""
    low = words.low[at]
    if low in ("noon", "midday", "midnight"):
        return _with_zone(words, Piece(at, at + 1, Moment(time="00:00" if low == "midnight" else "12:00")))
    if words.kinds[at] != "number" or (words.touches(at) and words.low[at - 1] not in ("(", "-")):
        return None
    raw, hour, minute, after = words.raw[at], 0, 0, at + 1
    clock = (
        words.low[after] == ":" and words.touches(after) and words.touches(after + 1) and len(words.raw[after + 1]) == 2
    )
    if clock and raw.isdigit() and len(raw) <= 2 and words.raw[after + 1].isdigit():
        hour, minute, after = int(raw), int(words.raw[after + 1]), after + 2
        if words.low[after] == ":" and words.touches(after) and words.kinds[after + 1] == "number":
            after += 2
    elif "." in raw and len(raw.split(".")[1]) == 2 and len(raw) <= 5 and raw[0] != ".":
        hour, minute = int(raw.split(".")[0]), int(raw.split(".")[1])
    elif raw.isdigit() and len(raw) <= 2:
        hour = int(raw)
    elif raw.isdigit() and len(raw) == 4:
        hour, minute = int(raw[:2]), int(raw[2:])
    else:
        return None
    half = words.low[after]
    if (
        (half in ("am", "pm") and hour <= 12 and not (raw.isdigit() and len(raw) == 4))
        or half == "o'clock"
        or half == "oclock"
    ):
        after += 1
        if half == "pm" and hour < 12:
            hour += 12
        elif half == "am" and hour == 12:
            hour = 0
    elif half in ("noon", "midnight") and hour == 12:
        after, hour = after + 1, 12 if half == "noon" else 0
    elif not clock:
        zone = date_phrases("zone").at(words, after)
        if (
            zone is None
            or len(raw) != 4
            or words.low[after] == "z"
            or (words.raw[after].islower() and words.low[after] != "local")
        ):
            return None
    if hour > 24 or minute > 59 or (clock and words.low[after] in ("left", "remaining")):
        return None
    return _with_zone(words, Piece(at, after, Moment(time=f"{hour % 24:02}:{minute:02}")))


def _with_zone(words: Words, piece: Piece) -> Piece:
    found = date_phrases("zone").at(words, piece.after)
    if found is None or (words.raw[piece.after].islower() and words.low[piece.after] not in ("local",)):
        return piece
    offset, after = found
    zone = words.low[piece.after] if after == piece.after + 1 else " ".join(words.raw[piece.after : after])
    moment = replace(
        piece.moment, zone=zone.upper() if after == piece.after + 1 else zone, offset=None if offset == "-" else offset
    )
    return replace(piece, after=after, moment=moment)


def read_lone_year(words: Words, at: int) -> Piece | None:
    """Read a year that stands by itself, where it is no quantity.

    Four digits of our times without a comma are a year wherever nothing says otherwise: a unit, a qualifier, people.
    """
    year = read_year(words, at)
    if year is None or not _is_free_before_year(words, at):
        return None
    before = bare(words.low[at - 1]) if at > 0 else ""
    ranged = words.low[at + 1] == "-" and read_year(words, at + 2) is not None
    if read_currency_before(words, at) is not None or (before in word_list("before no year") and not ranged):
        return None
    after = at + 1
    joined = words.low[after] == "-" and words.touches(after) and words.touches(after + 1)
    if joined and words.kinds[after + 1] == "word" and words.low[after + 1] not in word_list("joined to years"):
        return None
    if read_unit(words, after + joined, after_digits=True) is not None or words.low[after] in word_list(
        "after no year"
    ):
        return None
    if words.low[after] == "." and words.touches(after) and words.touches(after + 1):
        return None
    noun = read_noun(words, after, year)
    sure = before in word_list("surely before year") or (at > 0 and words.low[at - 1].endswith(("'s", "s'")))
    if year < 1900 or year > 2099:
        old = before in word_list("before old year") and noun is None
        return Piece(at, after, Moment(year=year)) if old else None
    if noun is not None and not sure and (noun.is_person or not 1950 <= year <= 2049):
        return None
    return Piece(at, after, Moment(year=year))


def _is_free_before_year(words: Words, at: int) -> bool:
    """Say whether four digits stand for themselves, with nothing joined on before but what may open a phrase."""
    if at == 0 or not words.touches(at):
        return True
    if words.low[at - 1] == "-" and words.kinds[at - 2] == "word" and words.touches(at - 1):
        return words.low[at - 2] in ("mid", "pre", "post", "early", "late")
    return words.low[at - 1] in ("(", "-", "/", "[", '"', "“", "‘", "'", "–")


def read_decade(words: Words, at: int) -> Piece | None:
    """Read "the 1990s", "the '90s", "the 19th century"."""
    raw, after = words.raw[at], at + 1
    if words.kinds[at] == "number" and raw.isdigit():
        if words.low[after] == "s" and words.touches(after) and raw.endswith("0"):
            if len(raw) == 4 and "1000" <= raw <= "2199":
                return Piece(
                    at,
                    after + 1,
                    Moment(decade=int(raw)) if not raw.endswith("00") else Moment(century=int(raw) // 100),
                )
            if len(raw) == 2 and at > 0 and words.low[at - 1] in ("the", "'", "’", "early", "late", "mid", "‘"):
                return Piece(at, after + 1, Moment(decade=(1900 if int(raw) > 20 else 2000) + int(raw)))
        if words.low[after] in _ORDINAL_ENDS and words.touches(after):
            place = after + 1 + (words.low[after + 1] == "-")
            if words.low[place] in ("century", "centuries") and 1 <= int(raw[:2]) <= 30 and len(raw) <= 2:
                return Piece(at, place + 1, Moment(century=int(raw) - 1))
    return None


@cache
def _steps() -> dict[str, Step]:
    names = ["day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century", "hour", "minute"]
    steps = {name: cast(Step, name) for name in names} | {name + "s": cast(Step, name) for name in names}
    return steps | {"centuries": "century"}


def step_of(low: str) -> Step | None:
    """Return the step of time that a word names, or none."""
    return _steps().get(bare(low))


def phrase_words(text: str) -> Words:
    """Return `text` as words, for reading a phrase by itself."""
    return Words(text, Span(0, len(text)))
