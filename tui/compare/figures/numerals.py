"""Numbers as news writes them: 6,000, 1.5 million, twenty-one, two and a half, two-thirds, hundreds of thousands."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import numeric

from tui.compare.figures.words import Words
from tui.compare.tables import read_table


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
    return frozenset(word for role in starts for word in roles[role]) | {"a", "an", "another"}


def read_numeral(words: Words, at: int) -> Numeral | None:
    """Return the number that begins at `at`, or none; signs and units are the caller's."""
    if words.kinds[at] == "part":
        return Numeral(at, at + 1, numeric(words.raw[at]), is_part=True, in_digits=True)
    return _read_vague(words, at) or _read_share(words, at) or _read_cardinal(words, at)


def _below_hundred(words: Words, at: int) -> tuple[float, int] | None:
    roles, low = _roles(), words.low[at]
    if low in roles["ten"]:
        after = at + 2 if words.low[at + 1] == "-" else at + 1
        one = roles["one"].get(words.low[after], 0)
        return (roles["ten"][low] + one, after + 1) if one else (roles["ten"][low], at + 1)
    for role in ("teen", "one"):
        if low in roles[role]:
            return roles[role][low], at + 1
    return None


def _group(words: Words, at: int) -> tuple[float, int, bool] | None:
    """Read a number below a thousand, or any number in digits, with the hundreds after it."""
    roles, number = _roles(), words.number(at)
    if number is not None:
        value, after = _with_fraction(words, at, number)
    elif (small := _below_hundred(words, at)) is not None:
        value, after = small
    elif words.low[at] in ("a", "an", "another") and (
        words.low[at + 1] in roles["hundred"] or words.low[at + 1] in roles["scale"] or words.low[at + 1] == "dozen"
    ):
        value, after = 1.0, at + 1
    else:
        return None
    if words.low[_past_hyphen(words, after)] in roles["hundred"]:
        value, after = value * 100, _past_hyphen(words, after) + 1
        rest = _below_hundred(words, after + (words.low[after] == "and"))
        small_number = words.number(after + (words.low[after] == "and"))
        if rest is not None:
            value, after = value + rest[0], rest[1]
        elif small_number is not None and small_number < 100 and number is not None and words.low[after] == "and":
            value, after = value + small_number, after + 2
    return value, after, number is not None


def _with_fraction(words: Words, at: int, number: float) -> tuple[float, int]:
    """Read what makes digits a mixed number or a fraction: 2 1/4, 1/16, 2½."""
    if words.kinds[at + 1] == "part":
        return number + numeric(words.raw[at + 1]), at + 2
    over = words.number(at + 2)
    if words.low[at + 1] in ("/", "⁄") and over and words.touches(at + 1) and words.touches(at + 2):
        return (number / over, at + 3) if number < over <= 100 else (number, at + 1)
    part, whole = words.number(at + 1), words.number(at + 3)
    if part and whole and words.low[at + 2] in ("/", "⁄") and words.touches(at + 2) and part < whole <= 64:
        return number + part / whole, at + 4
    return number, at + 1


def _past_hyphen(words: Words, at: int) -> int:
    return at + 1 if words.low[at] == "-" and words.touches(at) and words.touches(at + 1) else at


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
    total, limit, after = 0.0, float("inf"), at
    scaled = in_digits = False
    while True:
        start = after
        if after > at:
            start += words.low[start] in ("and", ",")
        group = _group(words, start)
        if group is None:
            break
        value, end, digits = group
        mixed = _mixed_part(words, end)
        if mixed is not None and not digits | (value >= 100):
            value, end = value + mixed[0], mixed[1]
        scale, end = _scale(words, end)
        if value * scale >= limit or (after > at and (digits != in_digits or (words.low[after] == "," and scale == 1))):
            break
        total, after, limit, in_digits = total + value * scale, end, scale, digits
        scaled |= scale > 1
        if scale == 1:
            break
    if after == at:
        if words.low[at] in _roles()["dozen"] and words.low[at] == "dozen":
            return Numeral(at, at + 1, 12.0, scaled=True)
        return None
    mixed = _mixed_part(words, after)
    if mixed is not None:
        share, end = mixed
        total, after = total + share * (limit if scaled and words.low[end - 1] != "half" else max(limit, 1)), end
    return Numeral(at, after, total, in_digits=in_digits, scaled=scaled)


def _mixed_part(words: Words, at: int) -> tuple[float, int] | None:
    """Read "and a half", "and three quarters" after a number."""
    if words.low[at] != "and":
        return None
    share = _read_part(words, at + 1)
    return (share.value, share.after) if share is not None else None


def _read_part(words: Words, at: int) -> Numeral | None:
    """Read "a half", "a third", "two-thirds", "three quarters"."""
    roles, low = _roles(), words.low[at]
    if low == "half":
        return Numeral(at, at + 1, 0.5, is_part=True)
    if low in ("a", "an", "one"):
        part = roles["part"].get(words.low[_past_hyphen(words, at + 1)])
        return Numeral(at, _past_hyphen(words, at + 1) + 1, 1 / part, is_part=True) if part else None
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
    end = share.after
    if words.low[end] == "of" and words.low[end + 1] in ("a", "an"):
        end += 1
    end += words.low[end] in ("a", "an")
    scale, after = _scale(words, _past_hyphen(words, end))
    if scale > 1:
        return Numeral(at, after, share.value * scale, scaled=True)
    return share


def _read_vague(words: Words, at: int) -> Numeral | None:
    """Read "dozens", "hundreds of", "tens of thousands" as the range from one of them to ten."""
    vague = _roles()["vague"]
    if words.low[at] not in vague:
        return None
    value, after = vague[words.low[at]], at + 1
    while words.low[after] == "of" and words.low[after + 1] in vague and value < 1e12:
        value, after = value * vague[words.low[after + 1]], after + 2
    if value < 12:  # "tens" alone
        return None
    return Numeral(at, after, float(value), high=value * 10.0, scaled=True)
