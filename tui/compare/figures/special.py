"""Figures of a form of their own: ages, sports scores and votes, magnitudes."""

from tui.compare.figures.amounts import Amount
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words

_NEAR = 12


def read_pair(words: Words, at: int) -> tuple[float, float, int] | None:
    """Read two whole numbers joined by a hyphen without blanks, as in "3-1"; return both and where it ends."""
    one, two = words.number(at), words.number(at + 2)
    if one is None or two is None or words.low[at + 1] != "-" or "." in words.raw[at] + words.raw[at + 2]:
        return None
    if (
        not words.touches(at + 1)
        or not words.touches(at + 2)
        or words.touches(at)
        or (words.touches(at + 3) and words.low[at + 3] in ("-", "/"))
    ):
        return None
    return (
        (one, two, at + 3) if max(one, two) < 1000 and len(words.raw[at]) < 4 and len(words.raw[at + 2]) < 4 else None
    )


def tells_vote(words: Words, at: int) -> bool:
    """Say whether words near `at` speak of a vote."""
    return not word_list("talk of votes").isdisjoint(words.low[max(0, at - _NEAR) : at + _NEAR])


def tells_score(words: Words, at: int) -> bool:
    """Say whether words near `at` speak of a match."""
    return not word_list("talk of matches").isdisjoint(words.low[max(0, at - _NEAR) : at + _NEAR])


def read_age(words: Words, amount: Amount) -> tuple[int, int, str] | None:
    """Read an age; return where it begins and ends, and the unit: "45-year-old", "aged 45", "Jo Lind, 45,"."""
    first, after = amount.first, amount.after
    unit = amount.unit.name if amount.unit is not None else None
    if unit in ("year", "month", "week", "day") and amount.unit is not None:
        end = after + (words.low[after] == "-" and words.touches(after))
        if words.low[end] in ("old", "olds"):
            return first, end + 1, unit
        if words.low[after] == "of" and words.low[after + 1] == "age":
            return first, after + 2, unit
        return None
    if unit is not None or not 0 <= amount.value <= 120 or amount.value != int(amount.value):
        return None
    before = words.low[first - 1] if first > 0 else ""
    earlier = words.low[first - 2] if first > 1 else ""
    if before in ("aged", "age", "ages"):
        return first - 1, after, "year"
    if before == "of" and earlier in ("age", "ages"):
        return first, after, "year"
    if before in ("now", "then", "both") and earlier == "," and words.low[after] in (",", ".", ")", ""):
        return first, after, "year"
    if (
        before == ","
        and first > 1
        and words.is_capital(first - 2)
        and words.low[after] in (",", ".", ";", ")", "")
        and amount.numeral.in_digits
        and amount.value >= 1
        and not amount.is_range
    ):
        return first, after, "year"
    return None


def read_magnitude(words: Words, amount: Amount) -> tuple[int, int] | None:
    """Read an earthquake's magnitude; return where it begins and ends."""
    first, after = amount.first, amount.after
    if amount.unit is not None or not 0 < amount.value < 10 or amount.is_range:
        return None
    hyphen = words.low[after] == "-" and words.touches(after)
    if words.low[after + hyphen] in ("magnitude", "strength") and (hyphen or amount.numeral.in_digits):
        return first, after + hyphen + 1
    at = first - 1
    if at > 0 and words.low[at] in ("-", "of"):
        at -= 1
    if at >= 0 and words.low[at] in ("magnitude",):
        return at, after
    if "." in words.raw[amount.numeral.first]:
        around = words.low[max(0, first - _NEAR) : after + _NEAR]
        if not word_list("talk of earthquakes").isdisjoint(around):
            return first, after
    return None
