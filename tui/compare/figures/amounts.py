"""Amounts: a number with its sign, its scale and the unit or currency it is in, and ranges of two of them."""

from dataclasses import dataclass, replace

from tui.compare.figures.nouns import read_noun
from tui.compare.figures.numerals import Numeral, read_numeral
from tui.compare.figures.units import (
    Unit,
    currency_with_scale,
    read_currency_at,
    read_currency_before,
    read_unit,
    unit_named,
)
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words

_LETTERS = {"m": 1e6, "b": 1e9, "k": 1e3, "t": 1e12}
_SHORT = {"k": 1e3, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
_SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "thousand": 1e3, "crore": 1e7, "lakh": 1e5}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range with its unit, and the words it takes up."""

    first: int
    after: int
    numeral: Numeral
    value: float
    high: float | None = None
    unit: Unit | None = None
    is_range: bool = False


def read_amount(words: Words, at: int, free: int = 0) -> Amount | None:
    """Return the amount whose number begins at `at`; a sign or currency before it, from `free` on, belongs to it."""
    numeral = read_numeral(words, at)
    if numeral is None:
        return _read_one_and_part(words, at)
    first, money, negative = _read_before(words, at)
    if first < free:
        first, money, negative = at, None, False
    value = -numeral.value if negative else numeral.value
    amount = Amount(first, numeral.after, numeral, value, numeral.high, money)
    amount = _with_letter_scale(words, amount)
    if money is None:
        amount = _with_unit(words, amount)
    elif (code := read_unit(words, amount.after, after_digits=False)) and code[0].kind == "money":
        amount = replace(amount, after=code[1], unit=code[0] if money.name == "dollar" else money)
    return _with_smaller_unit(words, amount)


def _read_one_and_part(words: Words, at: int) -> Amount | None:
    """Read "an hour and a half", "a year and three quarters", whose number is an article."""
    found = read_unit(words, at + 1, after_digits=False) if words.low[at] in ("a", "an") else None
    if found is None or found[0].kind != "duration":
        return None
    one = Amount(at, found[1], Numeral(at, at + 1, 1.0), 1.0, unit=found[0])
    whole = _with_smaller_unit(words, one)
    return whole if whole.value % 1 else None


def _read_before(words: Words, at: int) -> tuple[int, Unit | None, bool]:
    """Read the sign and the currency before a number; return where they begin, the currency, and whether minus."""
    first, minus = _read_minus(words, at)
    currency = read_currency_before(words, first)
    if currency is None:
        return first, None, minus
    unit, first = currency
    first, outer = _read_minus(words, first)
    return first, unit, minus or outer


def _read_minus(words: Words, at: int) -> tuple[int, bool]:
    before = words.low[at - 1] if at > 0 else ""
    if before in ("minus", "negative"):
        return at - 1, True
    if before != "-":
        return at, False
    if at > 1 and words.low[at - 2] == "minus":
        return at - 2, True
    joined = words.touches(at) and not words.touches(at - 1)
    behind_sign = words.touches(at) and at > 1 and words.low[at - 2] in ("$", "£", "€", "(", ":")
    return (at - 1, True) if joined or behind_sign else (at, False)


def _with_letter_scale(words: Words, amount: Amount) -> Amount:
    """Multiply out "m", "bn", "k" after digits, where they cannot be metres or bits."""
    at = amount.after
    raw, low = words.raw[at], words.low[at]
    if not amount.numeral.in_digits or amount.numeral.scaled or words.kinds[at] != "word":
        return amount
    scale = _SHORT.get(low)
    if scale is None and low in _LETTERS and words.touches(at):
        is_money = amount.unit is not None or read_unit(words, at + 1, after_digits=False) is not None
        counts = amount.value < 1000 and read_noun(words, at + 1, 2) is not None and low in "mb"
        if is_money or counts or raw in ("M", "B") or (low == "b" and "." in words.raw[at - 1]):
            scale = _LETTERS[low]
    elif scale is None and raw == "B" and read_noun(words, at + 1, 2) is not None:
        scale = 1e9
    return amount if scale is None else _scaled(amount, scale, at + 1)


def _scaled(amount: Amount, scale: float, after: int) -> Amount:
    high = None if amount.high is None else amount.high * scale
    numeral = replace(amount.numeral, scaled=True)
    return replace(amount, value=round(amount.value * scale, 6), high=high, after=after, numeral=numeral)


def _with_unit(words: Words, amount: Amount) -> Amount:
    at = amount.after
    hyphen = words.low[at] == "-" and words.touches(at) and words.touches(at + 1)
    if amount.high is not None and words.low[at] == "of":
        at += 1
    if amount.numeral.is_part and words.low[at] in ("a", "an", "of"):
        at += 1 + (words.low[at] == "of" and words.low[at + 1] in ("a", "an"))
        if words.low[at - 1] == "of":
            return amount
    if (measure := _in_short(words, amount)) is not None:
        return measure
    code = currency_with_scale(words.raw[at])
    if code is not None and code[0] in _LETTERS:
        return replace(_scaled(amount, _LETTERS[code[0]], at + 1), unit=code[1])
    found = read_unit(words, at + hyphen, after_digits=amount.numeral.in_digits)
    if found is None and words.low[at] in word_list("before units"):
        found = read_unit(words, at + 1, after_digits=False)
        found = found if found is not None and found[0].kind in ("duration", "distance") else None
    if found is None:
        return amount
    unit, after = found
    if (
        words.low[after - 1] in ("pound", "pounds")
        and after == at + hyphen + 1
        and not _is_money(words, amount, hyphen)
    ):
        unit = unit_named("pound") or unit
    amount = replace(amount, unit=unit, after=after)
    scale = _SCALES.get(words.low[after])
    if unit.kind == "money" and scale is not None and not amount.numeral.scaled:
        amount = _scaled(amount, scale, after + 1)
    return amount


def _in_short(words: Words, amount: Amount) -> Amount | None:
    """Read the feet of 6'2" and the stones of "12st 4lb", whose short forms mean other things elsewhere."""
    at, stone, foot = amount.after, unit_named("stone"), unit_named("foot")
    if not words.touches(at) or words.number(at + 1) is None or stone is None or foot is None:
        return None
    if words.low[at] == "st" and words.low[at + 2] in ("lb", "lbs"):
        return replace(amount, unit=stone, after=at + 1)
    if words.low[at] in ("'", "′") and words.low[at + 2] in ('"', "”", "″") and words.touches(at + 2):
        return replace(amount, unit=foot, value=amount.value + (words.number(at + 1) or 0.0) / 12, after=at + 3)
    return None


def _is_money(words: Words, amount: Amount, hyphen: bool) -> bool:
    """Say whether "pounds" is money: a scale or talk of money around it; otherwise it is a weight."""
    if amount.numeral.scaled:
        return True
    if words.low[amount.after + hyphen + 1] == "of":
        return False
    around = words.low[max(0, amount.first - 8) : amount.after + 8]
    return not hyphen and not word_list("talk of money").isdisjoint(around)


def _with_smaller_unit(words: Words, amount: Amount) -> Amount:
    """Add the second half of "5 feet 2 inches", "3 hours and 30 minutes", "3 dollars 50 cents", "6-foot-4"."""
    if amount.unit is None or amount.unit.kind not in ("duration", "distance", "measure", "money"):
        return amount
    joined = words.low[amount.after] == "-" and words.touches(amount.after) and words.touches(amount.after + 1)
    at = amount.after + (words.low[amount.after] in ("and", ",") or joined)
    numeral = read_numeral(words, at)
    if numeral is None or numeral.scaled:
        return amount
    if numeral.is_part:  # "an hour and a half"
        links = words.low[amount.after : at + 1] in (["and", "a"], ["and", "three"])
        is_end = links and amount.unit.kind == "duration" and words.low[numeral.after] != "of"
        return replace(amount, value=amount.value + numeral.value, after=numeral.after) if is_end else amount
    found = read_unit(words, numeral.after, after_digits=numeral.in_digits)
    name = _SMALLER.get((amount.unit.name, words.low[numeral.after]))
    smaller = unit_named(name or ("inch" if joined and amount.unit.name == "foot" else ""))
    if smaller is not None:
        found = smaller, numeral.after + (name is not None)
    if found is None or (joined and smaller is None):
        return amount
    unit, after = found
    share = unit.factor / amount.unit.factor
    if unit.dimension != amount.unit.dimension or not numeral.value * share < 1 or unit.name == amount.unit.name:
        return amount
    return replace(amount, value=amount.value + numeral.value * share, after=after)


_SMALLER = {("foot", "in"): "inch", ("hour", "m"): "minute"}
"""Short forms that are a unit only behind a greater one."""


def read_range(words: Words, low: Amount) -> Amount:
    """Return the range that `low` begins, such as "$62 to $68" or "between 5% and 6%"; else `low` itself."""
    joiner = _read_joiner(words, low)
    if joiner is None:
        return low
    at = joiner
    currency = read_currency_at(words, at)
    start = currency[1] if currency is not None else at
    high = read_amount(words, start)
    if high is None or high.high is not None or high.numeral.is_part != low.numeral.is_part:
        return low
    if words.low[at - 1] == "-" and words.low[high.after] == "-" and words.kinds[high.after + 1] == "number":
        return low  # a telephone number, a date, a part number
    unit, value = _shared_unit(low.unit, high.unit), low.value
    if (unit is None and (low.unit or high.unit)) or (words.low[at - 1] == "to" and is_change(words, low)):
        return low
    if high.numeral.scaled and not low.numeral.scaled and low.numeral.value < 1000:
        scale = _scale_of(words, high)
        if low.value * scale < high.value:
            value = low.value * scale
    upper = abs(high.value) if words.low[at - 1] == "-" else high.value
    if upper <= value:
        return low
    return Amount(low.first, high.after, low.numeral, value, upper, unit, is_range=True)


def _shared_unit(low: Unit | None, high: Unit | None) -> Unit | None:
    """Return the unit of both ends of a range, none where they differ; "$" is whatever dollar the other end tells."""
    if low is None or high is None or low.name == high.name:
        return low or high
    if "dollar" in (low.name, high.name) and low.name.endswith("dollar") and high.name.endswith("dollar"):
        return high if low.name == "dollar" else low
    return None


def is_change(words: Words, amount: Amount) -> bool:
    """Say whether "to" leads to what a change of this size ends at: "rose 0.7 percent to 6,327"."""
    at = amount.first - 1
    if at >= 0 and words.low[at] == "by" and amount.unit is None:
        return False  # "rose by 5 to 7 percent"
    while at >= 0 and words.low[at] in ("by", "about", "nearly", "almost", "around", "some", "more", "than", "another"):
        at -= 1
    return at >= 0 and words.low[at] in word_list("before changes")


def _scale_of(words: Words, amount: Amount) -> float:
    for at in range(amount.numeral.first, amount.after):
        scale = _SCALES.get(words.low[at]) or _SHORT.get(words.low[at])
        if scale is None and words.low[at] in _LETTERS and words.touches(at):
            scale = _LETTERS[words.low[at]]
        if scale is not None:
            return scale
    return 1.0


def _read_joiner(words: Words, low: Amount) -> int | None:
    """Return where the upper amount of a range would begin, or none."""
    at, before = low.after, words.low[low.first - 1] if low.first > 0 else ""
    joiner = words.low[at]
    if joiner == "to" or (joiner == "and" and before == "between"):
        return at + 1
    if joiner == "-" and words.touches(at) == words.touches(at + 1):
        return at + 1 + 2 * (words.low[at + 1 : at + 3] == ["to", "-"])  # "ten-to-twelve-week"
    if joiner == "-" and words.touches(at) and words.low[at + 1] == "to" and words.kinds[at + 2] in ("number", "word"):
        return at + 2  # "a 10- to 15-year term"
    if joiner == "or" and low.unit is None and low.numeral.after == at:
        high = read_numeral(words, at + 1)
        near = high is not None and high.high is None and low.value < high.value <= 3 * low.value
        return at + 1 if near else None  # "two or three", not "two or the 30"
    return None
