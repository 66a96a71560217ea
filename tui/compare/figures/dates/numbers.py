"""Pieces of dates in digits alone: 2015-05-12, 12/31/2005, a lone year, the 1990s."""

from tui.compare.figures.dates.moments import Moment
from tui.compare.figures.dates.pieces import ORDINAL_ENDS, Piece, bare, date_phrases, date_words, read_year
from tui.compare.figures.nouns import read_noun
from tui.compare.figures.units import read_currency_before, read_unit
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words


def read_numeric(words: Words, at: int) -> Piece | None:
    """Read "2015-05-12", "2015/05/12", "12/31/2005", "2015-03"; month and day only where they are sure."""
    sign = words.low[at + 1]
    one, dot, two = words.raw[at].partition(".")
    if dot and sign == "." and read_year(words, at + 2) is not None and not words.touches(at):
        moment = (
            _numeric_moment(one, two, words.raw[at + 2]) if words.touches(at + 1) and words.touches(at + 2) else None
        )
        return None if moment is None else Piece(at, at + 3, moment)
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
        if one.isdecimal() and two.isdecimal() and three.isdecimal():
            moment = _numeric_moment(one, two, three)
            return None if moment is None else Piece(at, at + 5, moment)
        return None
    if (year := _read_years(words, at)) is not None:
        return year
    if len(one) == 4 and sign == "-" and one.isdecimal() and two.isdecimal() and len(two) < 3 and 1 <= int(two) <= 12:
        is_date = "1900" <= one <= "2199" and words.low[at + 3] != "-"
        return Piece(at, at + 3, Moment(year=int(one), month=int(two))) if is_date else None
    return None


def _read_years(words: Words, at: int) -> Piece | None:
    """Read two years that follow each other, "the 2013-14 season", "2014/15"; "2011-12" alone may be a month."""
    year, short = read_year(words, at), words.raw[at + 2]
    if year is None or words.low[at + 1] == "." or len(short) != 2 or not short.isdecimal():
        return None
    goes_on = words.touches(at + 3) and (words.kinds[at + 3] != "sign" or words.low[at + 3] in ("-", "/"))
    if int(short) != (year + 1) % 100 or goes_on:
        return None
    sure = words.low[at + 1] == "/" or int(short) > 12 or words.low[at + 3] in word_list("after two years")
    return Piece(at, at + 3, Moment(year=year), Moment(year=year + 1)) if sure else None


def _numeric_moment(one: str, two: str, three: str) -> Moment | None:
    if len(one) == 4 and len(two) <= 2 and len(three) <= 2:
        year, month, day = int(one), int(two), int(three)
    elif len(three) == 4 and len(one) <= 2 and len(two) <= 2:
        year, month, day = int(three), int(one), int(two)
        if month > 12 or (month == day and month <= 12):
            month, day = day, month
        elif day <= 12:
            is_open = 1000 <= year <= 2999 and month >= 1 and day >= 1
            return Moment(year=year) if is_open else None  # nobody can tell the day from the month
    else:
        return None
    usual = 1000 <= year <= 2999 and 1 <= month <= 12 and 1 <= day <= 31
    return Moment(year=year, month=month, day=day) if usual else None


def read_lone_year(words: Words, at: int) -> Piece | None:
    """Read a year that stands by itself, where it is no quantity.

    Four digits of our times without a comma are a year wherever nothing says otherwise: a unit, a qualifier, people.
    """
    year = read_year(words, at)
    if _is_short_year(words, at):
        return Piece(at, at + 1, Moment(year=(1900 if int(words.raw[at]) > 20 else 2000) + int(words.raw[at])))
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


def _is_short_year(words: Words, at: int) -> bool:
    """Say whether two digits with an apostrophe are a year: "the class of '98"."""
    raw, quoted = words.raw[at], words.touches(at) and words.low[at - 1] in ("'", "‘")
    return quoted and len(raw) == 2 and raw.isdecimal() and words.low[at - 2] in word_list("before short years")


def _is_free_before_year(words: Words, at: int) -> bool:
    """Say whether four digits stand for themselves, with nothing joined on before but what may open a phrase."""
    if at == 0 or not words.touches(at):
        return True
    if words.low[at - 1] in ("fy", "q"):
        return True
    if words.low[at - 1] == "-" and words.kinds[at - 2] == "word" and words.touches(at - 1):
        return words.low[at - 2] in ("mid", "pre", "post", "early", "late")
    return words.low[at - 1] in ("(", "-", "/", "[", '"', "“", "‘", "'", "–")


def read_told_decade(words: Words, at: int) -> Piece | None:
    """Read a decade or a century in letters: "the swinging sixties", "the nineteenth century"."""
    decade = date_words("decade").get(words.low[at])
    if decade is not None:
        before = words.low[max(0, at - 3) : at]
        is_time = "the" in before[-2:] or not word_list("before decades").isdisjoint(before[-2:])
        of_life = not word_list("whose tens").isdisjoint(before)
        return Piece(at, at + 1, Moment(decade=int(decade))) if is_time and not of_life else None
    ordinal = date_phrases("ordinal").at(words, at)
    if ordinal is None:
        return None
    place = ordinal[1] + (words.low[ordinal[1]] == "-")
    if words.low[place] not in ("century", "centuries"):
        return None
    return Piece(at, place + 1, Moment(century=int(ordinal[0]) - 1))


def read_decade(words: Words, at: int) -> Piece | None:
    """Read "the 1990s", "the '90s", "the 19th century"."""
    raw, after = words.raw[at], at + 1
    if words.kinds[at] == "number" and raw.isdecimal():
        if words.low[after] == "s" and words.touches(after) and raw.endswith("0"):
            if len(raw) == 4 and "1000" <= raw <= "2199":
                return Piece(
                    at,
                    after + 1,
                    Moment(decade=int(raw))
                    if raw == "2000" or not raw.endswith("00")
                    else Moment(century=int(raw) // 100),
                )
            before = words.low[max(0, at - 3) : at]
            of_life = not word_list("whose tens").isdisjoint(before)
            if (
                len(raw) == 2
                and at > 0
                and not of_life
                and words.low[at - 1 - (before[-2:] == ["mid", "-"])] in ("the", "'", "’", "early", "late", "mid", "‘")
            ):
                return Piece(at, after + 1, Moment(decade=(1900 if int(raw) > 20 else 2000) + int(raw)))
        if words.low[after] in ORDINAL_ENDS and words.touches(after):
            place = after + 1 + (words.low[after + 1] == "-")
            if words.low[place] in ("century", "centuries") and 1 <= int(raw[:2]) <= 30 and len(raw) <= 2:
                return Piece(at, place + 1, Moment(century=int(raw) - 1))
    return None
