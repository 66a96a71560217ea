"""Numbers as news writes them: 6,000, 1.5 million, twenty-one, two and a half, two-thirds, hundreds of thousands."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import numeric

from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.disk.tables import read_table


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the words it takes up."""

    first: int
    after: int
    """Where the words after it begin."""
    value: float
    high: float | None = None
    """The upper bound of a vague plural: "hundreds" is 100 to 1,000."""
    is_part: bool = False
    """Whether it is a share of a whole: "two-thirds", "half"."""
    in_digits: bool = False
    is_about: bool = False
    """Whether the words tell it only roughly: "a couple of hundred"."""
    scaled: bool = False
    """Whether a scale word or letter was multiplied in."""


@cache
def _roles() -> dict[str, dict[str, int]]:
    roles: dict[str, dict[str, int]] = {}
    for word, role, value in read_table(Path(__file__).with_name("numerals.tsv")):
        roles.setdefault(role, {})[word] = int(value)
    return roles


@cache
def number_words() -> frozenset[str]:
    """Return every word that a number can begin with, written in letters."""
    roles = _roles()
    starts = ("one", "teen", "ten", "hundred", "scale", "dozen", "vague", "part")
    return frozenset(word for role in starts for word in roles[role]) | {"a", "an", "another"} | _SOME


_SOME = frozenset(("several", "few", "couple"))


@lru_cache(maxsize=64)  # dates of several kinds, and then figures, ask of the same place
def read_numeral(words: Words, at: int) -> Numeral | None:
    """Return the number that begins at `at`, or none; signs and units are the caller's."""
    if words.kinds[at] == "part":
        return Numeral(at, at + 1, numeric(words.raw[at]), is_part=True, in_digits=True)
    if words.low[at] in ("a", "an", "another") and words.low[at + 1] not in after_article():
        return None
    found = _read_vague(words, at) or _read_share(words, at)
    if found is not None:
        return found
    cardinal = _read_cardinal(words, at)
    return None if cardinal is None else _read_one_in(words, cardinal) or cardinal


@cache
def _number_words_alone() -> frozenset[str]:
    roles = _roles()
    return frozenset().union(*(roles[role] for role in ("one", "teen", "ten", "hundred", "scale", "dozen", "vague")))


def is_number_word(low: str) -> bool:
    """Say whether a word in lower case is a number by itself: "twenty", "dozens", "million"."""
    return low in _number_words_alone()


@cache
def after_article() -> frozenset[str]:
    """Return the words that make a number of the article before them: "a hundred", "a third", "a few"."""
    roles = _roles()
    return frozenset(("few", "couple", "-")).union(*(roles[role] for role in ("hundred", "scale", "dozen", "part")))


def _past_hyphen(words: Words, at: int) -> int:
    """Return `at`, or what follows a hyphen there that joins, with blanks on both sides or on none."""
    return at + 1 if words.low[at] == "-" and words.touches(at) == words.touches(at + 1) else at


def _below_hundred(words: Words, at: int) -> tuple[float, int] | None:
    roles, low = _roles(), words.low[at]
    if low in roles["ten"]:
        after = _past_hyphen(words, at + 1)
        one = roles["one"].get(words.low[after], 0)
        return (roles["ten"][low] + one, after + 1) if one else (roles["ten"][low], at + 1)
    for role in ("teen", "one"):
        if low in roles[role]:
            return roles[role][low], at + 1
    return None


def _group(words: Words, at: int) -> tuple[float, int, bool] | None:
    """Read a number below a thousand, or any number in digits; return it, where it ends and whether it is in digits."""
    roles, number = _roles(), words.number(at)
    if number is not None:
        value, after = _with_fraction(words, at, number)
    elif (small := _below_hundred(words, at)) is not None:
        value, after = _with_decimals(words, *small)
    elif words.low[at] in ("a", "an", "another") and any(
        words.low[at + 1] in roles[role] and words.low[at + 1] != "dozens" for role in ("hundred", "scale", "dozen")
    ):
        value, after = 1.0, at + 1
    else:
        return None
    hundred = _past_hyphen(words, after)
    if words.low[hundred] in roles["hundred"]:
        rest, after = _below_hundred_more(words, hundred + 1, in_digits=number is not None)
        value, after = _with_decimals(words, value * 100 + rest, after)
    return value, after, number is not None


def _below_hundred_more(words: Words, at: int, *, in_digits: bool) -> tuple[float, int]:
    """Read what follows "hundred": "and six", "sixty-one"; return nothing more where a fraction or a decimal does."""
    linked = words.low[at] == "and"
    place = at + linked
    if _read_part(words, place) is not None:
        return 0.0, at
    rest = _below_hundred(words, place)
    if rest is not None and words.low[rest[1]] not in _roles()["hundred"]:
        return rest
    number = words.number(place)
    plain = number is not None and number < 100 and number == int(number)
    if in_digits and linked and plain and words.low[place + 1] not in _roles()["hundred"]:
        return number or 0.0, place + 1
    return 0.0, at


def _with_decimals(words: Words, value: float, at: int) -> tuple[float, int]:
    """Read "point five" after a number in letters."""
    digits, after = "", at + 1
    if words.low[at] == "point":
        while words.low[after] in _roles()["one"] and len(digits) < 9:
            digits, after = digits + str(_roles()["one"][words.low[after]]), after + 1
    return (value + float(f"0.{digits}"), after) if digits else (value, at)


_OVER = ("/", "⁄")
_USUAL_WHOLES = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 1000))
"""What a fraction with a stroke is told in; any other is told with "of" or names something: 9/11, 7/7, 20/20."""


def _with_fraction(words: Words, at: int, number: float) -> tuple[float, int]:
    """Read what makes digits a mixed number or a fraction: 2 1/4, 1/16, 2½."""
    if words.kinds[at + 1] == "part":
        return number + numeric(words.raw[at + 1]), at + 2
    over = words.number(at + 2)
    if words.low[at + 1] in _OVER and over and words.touches(at + 1) == words.touches(at + 2):
        usual = over in _USUAL_WHOLES or words.low[at + 3] == "of"
        return (number / over, at + 3) if number < over <= 1000 and usual else (number, at + 1)
    part, whole = words.number(at + 1), words.number(at + 3)
    if part and whole and words.low[at + 2] in _OVER and words.touches(at + 2) == words.touches(at + 3):
        return (number + part / whole, at + 4) if part < whole <= 64 else (number, at + 1)
    return number, at + 1


def _scale(words: Words, at: int) -> tuple[int, int]:
    """Read the scale words at `at`, multiplied out; 1 when there are none."""
    roles, scale = _roles(), 1
    while True:
        after = _past_hyphen(words, at)
        low = words.low[after]
        step = roles["scale"].get(low) or roles["dozen"].get(low)
        if step is None or scale * step > 1e18:
            return scale, at
        scale, at = scale * step, after + 1


def _read_cardinal(words: Words, at: int) -> Numeral | None:
    """Read groups of falling scale: "two million, three hundred thousand and six"."""
    total, limit, after = 0.0, float("inf"), at
    scaled = in_digits = False
    while True:
        joiner = words.low[after] if after > at and words.low[after] in ("and", ",") else ""
        group = _group(words, after + len(joiner[:1]))
        if group is None or (joiner == "and" and _read_part(words, after + 1) is not None):
            break
        value, end, digits = group
        if value < 100 and (mixed := _mixed_part(words, end)) is not None:
            value, end = value + mixed[0], mixed[1]
        scale, end = _scale(words, end)
        if value * scale >= limit:
            break
        if after > at and (digits != in_digits or (scale == 1 and (digits or joiner == ","))):
            break
        total, after, limit, in_digits = total + value * scale, end, scale, digits
        scaled |= scale > 1
        if scale == 1:
            break
    if after == at:
        return Numeral(at, at + 1, 12.0, scaled=True) if words.low[at] == "dozen" else None
    mixed = _mixed_part(words, after)
    if mixed is not None:
        total, after = total + mixed[0] * limit, mixed[1]
    return Numeral(at, after, total, in_digits=in_digits, scaled=scaled)


def _mixed_part(words: Words, at: int) -> tuple[float, int] | None:
    """Read "and a half", "and three quarters", "-and-a-half" after a number."""
    place = _past_hyphen(words, at)
    if words.low[place] != "and":
        return None
    share = _read_part(words, _past_hyphen(words, place + 1))
    return None if share is None or words.low[share.after] == "of" else (share.value, share.after)


def _read_part(words: Words, at: int) -> Numeral | None:
    """Read "a half", "a third", "two-thirds", "three quarters"."""
    roles, low = _roles(), words.low[at]
    if low == "half":
        return Numeral(at, at + 1, 0.5, is_part=True)
    if low in ("a", "an", "one"):
        place = _past_hyphen(words, at + 1)
        part = roles["part"].get(words.low[place])
        return Numeral(at, place + 1, 1 / part, is_part=True) if part else None
    many = _below_hundred(words, at)
    if many is None or many[0] < 2:
        return None
    end = _past_hyphen(words, many[1])
    parts = roles["parts"].get(words.low[end])
    return Numeral(at, end + 1, many[0] / parts, is_part=True) if parts else None


def _read_share(words: Words, at: int) -> Numeral | None:
    """Read a share of a whole, or "half a million" and "a quarter of a million" as the number they make."""
    share = _read_part(words, at)
    if share is None:
        return None
    end = _past_hyphen(words, share.after) if words.low[share.after + 1] == "a" else share.after
    end += words.low[end] == "of" and words.low[end + 1] in ("a", "an")
    end += words.low[end] in ("a", "an")
    scale, after = _scale(words, _past_hyphen(words, end))
    return Numeral(at, after, share.value * scale, scaled=True) if scale > 1 else share


def _read_one_in(words: Words, part: Numeral) -> Numeral | None:
    """Read "one in five", "one-in-three", "1 in every 35,000", "nine out of 10" as the share that they are."""
    if part.scaled or part.value != int(part.value):
        return None
    place = part.after
    if words.low[place : place + 3] == ["-", "in", "-"] and part.value == 1:
        whole = _read_cardinal(words, place + 3)
        if whole is None or whole.value <= 1 or _time_follows(words, whole.after):
            return None
        return Numeral(part.first, whole.after, 1 / whole.value, is_part=True, in_digits=part.in_digits)
    if words.low[place] not in ("in", "out", "of"):
        return None
    linker = words.low[place : place + 2]
    if linker == ["out", "of"] or linker in (["of", "every"], ["in", "every"]):
        place += 2 + (words.low[place + 2] == "every")
    elif linker[:1] == ["in"] and _may_be_share(words, part):
        place += 1
    else:
        return None
    whole = _read_cardinal(words, place)
    if whole is None or whole.value <= max(part.value, 1) or _time_follows(words, whole.after):
        return None
    return Numeral(part.first, whole.after, part.value / whole.value, is_part=True, in_digits=part.in_digits)


def _may_be_share(words: Words, part: Numeral) -> bool:
    """Say whether "three in five" can be a share where it stands: "three in five pupils", not "won three in five"."""
    if part.value == 1 or words.low[part.after + 1] in ("10", "ten", "100"):
        return True
    before = words.low[part.first - 1] if part.first > 0 else ""
    return not part.in_digits and (words.opens(part.first) or before in word_list("before a share"))


def _time_follows(words: Words, at: int) -> bool:
    """Say whether a unit of time follows: "one in ten days" is no share."""
    return words.low[at].removesuffix("s") in ("day", "week", "month", "year", "hour", "minute", "decade")


def _below_scale(words: Words, at: int) -> tuple[int, int]:
    """Read "hundred", "thousand", "hundred thousand", "dozen" after "several", multiplied out; 1 where none stands."""
    hundred = words.low[at] == "hundred"
    scale, after = _scale(words, at + hundred)
    return scale * (100 if hundred else 1), after


def _read_vague(words: Words, at: int) -> Numeral | None:
    """Read "dozens", "tens of thousands", "several hundred" as the range from one of them to ten."""
    roles = _roles()
    vague = roles["vague"]
    couple = at + (words.low[at] == "a")
    if words.low[couple] == "couple":
        scale, after = _below_scale(words, couple + 1 + (words.low[couple + 1] == "of"))
        return Numeral(at, after, 2.0 * scale, is_about=True, scaled=True) if scale > 1 else None
    if words.low[at] in _SOME or words.low[at : at + 2] == ["a", "few"]:
        place = at + 1 + (words.low[at] == "a")
        value, after = _below_scale(words, place)
        after = max(after, place + 1)
    elif words.low[at] in vague:
        value, after = vague[words.low[at]], at + 1
        while words.low[after] == "of" and words.low[after + 1] in vague and value < 1e12:
            value, after = value * vague[words.low[after + 1]], after + 2
    else:
        return None
    # "tens" and "several" alone name no order of magnitude
    return Numeral(at, after, float(value), high=value * 10.0, scaled=True) if value >= 12 else None
