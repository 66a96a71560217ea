"""Numbers that are no figures: ordinals, codes, part numbers, numbers in names ("Section 427", "World War Two")."""

from tui.compare.figures.amounts import Amount
from tui.compare.figures.dates.pieces import bare, date_words
from tui.compare.figures.nouns import is_stop, read_noun
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words

_PICTURE_LINES = frozenset(("240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"))
"""The lines of a video's picture: "1080p" is no sum of money."""


def is_part_of_name(words: Words, amount: Amount) -> bool:
    """Say whether a number is no quantity but names, orders or dates something."""
    at = amount.numeral.first
    if amount.numeral.in_digits:
        if _is_code(words, amount) or _is_label(words, amount):
            return True
    elif words.is_capital(at) and not words.opens(at) and not words.raw[at].isupper():
        if amount.unit is None or words.is_capital(amount.numeral.after):
            return not _is_title_case(words, amount)
    elif words.low[at - 1 : at] == ["-"] and words.touches(at) and words.touches(at - 1):
        return words.kinds[at - 2] == "word" and words.low[at - 2] not in ("to", "and", "or", "mid", "over", "under")
    if amount.numeral.is_part:
        return _is_part_of_other(words, amount)
    before = word_before(words, at)
    if amount.first == at and amount.unit is None and before in word_list("before numbers"):
        return not (before == "top" and read_noun(words, amount.after, amount.value))
    if words.low[at] == "one" and amount.numeral.after == at + 1:
        return _is_pronoun_one(words, amount)
    return amount.first == at and amount.unit is None and _is_in_name(words, amount)


def word_before(words: Words, at: int) -> str:
    """Return the word before `at`, past the dot of an abbreviation ("No. 5")."""
    before = words.low[at - 1] if at > 0 else ""
    return words.low[at - 2] if before == "." and at > 1 and words.touches(at - 1) else before


def _is_label(words: Words, amount: Amount) -> bool:
    """Say whether a number labels an item of a list: "1) wash, 2) dry", or a note: "[3]"."""
    at = amount.numeral.first
    if amount.unit is not None:
        return False
    if words.low[amount.after] == "]" and at > 0 and words.low[at - 1] == "[":
        return True
    return words.low[amount.after] == ")" and "(" not in words.low[max(0, at - 3) : at]


def _is_part_of_other(words: Words, amount: Amount) -> bool:
    """Say whether what reads like a share is an order or a stretch: "a third man", "the second half"."""
    at, after = amount.numeral.first, amount.numeral.after
    if amount.unit is not None:
        return False
    if words.low[at] in ("a", "an") and words.low[after - 1] != "half":
        if word_before(words, at) in word_list("before a share"):
            return False
        return words.low[after] not in ("of", "", ".", ",", "more", "less", ";", "as")
    if words.low[after - 1] == "half" and not amount.numeral.in_digits:
        before = word_before(words, at)
        alone = words.low[at] in ("a", "one") and words.low[after] in ("", ".", ",", ";", ")")
        of_other = before in word_list("before other halves")
        is_share = words.low[after] in word_list("after halves") or before in word_list("before a share")
        return of_other or not (alone or is_share)
    return False


def _is_in_name(words: Words, amount: Amount) -> bool:
    """Say whether a number without a unit belongs to a name before or after it: "Planet 9", "the 11 Pro"."""
    at, after = amount.numeral.first, amount.after
    noun = read_noun(words, after, amount.value)
    if noun is not None:
        return not noun.is_person and amount.numeral.in_digits and amount.value < 100 and _follows_name(words, at)
    if word_before(words, at) == "baker's" or words.low[at] in ("zero", "nil"):
        return True
    if amount.numeral.in_digits and amount.value < 1000 and _is_title(words, after) and not words.touches(after):
        return not _begins_date(words.low[after])
    return at > 0 and not words.touches(at) and _looks_like_name(words, at - 1)


def _follows_name(words: Words, at: int) -> bool:
    """Say whether a number stands right behind a name inside a sentence."""
    return at > 1 and not words.touches(at) and not words.opens(at - 1) and _looks_like_name(words, at - 1)


def _looks_like_name(words: Words, at: int) -> bool:
    low = words.low[at]
    if low == "us":
        return words.raw[at].startswith("U")  # "US 50" is a road
    return words.is_capital(at) and low != "i" and not is_stop(low) and low not in word_list("open a sentence")


def _is_title(words: Words, at: int) -> bool:
    """Say whether the word at `at` is written like a name, not like an abbreviation."""
    return words.is_capital(at) and not words.raw[at].isupper()


def _begins_date(low: str) -> bool:
    """Say whether a capital word after a number begins a date and so no name: "killed 12 Monday"."""
    return bare(low) in date_words("weekday") or bare(low) in date_words("month")


def _is_code(words: Words, amount: Amount) -> bool:
    at, after = amount.numeral.first, amount.numeral.after
    if is_known_pair(words, at) or _is_in_phone_number(words, at):
        return True
    if amount.unit is not None and words.raw[at] in _PICTURE_LINES and words.low[after] == "p":
        return True
    if amount.unit is not None and words.low[after] == "s" and _is_before_tens(words, at):
        return True
    if amount.first == at and words.touches(at):
        before, kind = words.low[at - 1], words.kinds[at - 1]
        if kind in ("word", "number", "part") or before in ("#", "_", "/", ":", "&", "=", "@", "\\", "*", "×", "^"):
            return True
        if before == "." and at > 1 and words.touches(at - 1) and words.kinds[at - 2] in ("number", "word"):
            return True
        if before == "-" and words.touches(at - 1) and words.low[at - 2] not in word_list("prefixes of numbers"):
            return words.kinds[at - 2] in ("word", "number")
    end = amount.after
    if words.touches(end):
        low, kind = words.low[end], words.kinds[end]
        if kind in ("word", "number", "part"):
            return True
        if low in (":", "/", "_", "=", "×") and words.touches(end + 1) and words.kinds[end + 1] in ("number", "word"):
            return not (low == "/" and amount.unit is not None)
        if low == "-" and words.touches(end + 1) and words.kinds[end + 1] == "number" and words.touches(end + 2):
            return words.low[end + 2] in ("-", "/")
    return len(words.raw[at]) > 1 and words.raw[at][0] == "0" and words.raw[at].isdecimal()


def is_known_pair(words: Words, at: int) -> bool:
    """Say whether two joined numbers from `at` are a saying: "24-7"."""
    return "".join(words.low[at : at + 3]) in word_list("known pairs")


_DIGITS_OF_PHONE = 7
_GROUPS = 8
"""A telephone number has at most so many groups and signs on either side of one of its groups."""


def _is_in_phone_number(words: Words, at: int) -> bool:
    """Say whether digits are a group of a telephone number: "+44 20 7946 0958", "(202) 555-0134", "01632 960 983"."""
    first, last = at, at
    while first > max(0, at - _GROUPS) and _is_of_phone(words, first - 1):
        first -= 1
    while last < at + _GROUPS and _is_of_phone(words, last + 1):
        last += 1
    groups = [words.raw[place].replace(" ", "") for place in range(first, last + 1) if words.kinds[place] == "number"]
    if len(groups) < 2 or not all(map(str.isdecimal, groups)) or sum(map(len, groups)) < _DIGITS_OF_PHONE:
        return False
    if words.kinds[first] == "number" and groups[0][0] != "0" and all(len(group) == 3 for group in groups[1:]):
        return False  # thousands set apart by blanks
    has_area = words.low[first] == "(" and words.low[first + 2] == ")" and len(groups[0]) == 3
    return words.low[first] == "+" or has_area or any(len(group) > 2 and group[0] == "0" for group in groups)


def _is_of_phone(words: Words, at: int) -> bool:
    if words.kinds[at] == "number":
        return True
    if words.low[at] == "-":
        return words.touches(at) and words.touches(at + 1)
    return words.low[at] in ("(", ")", "+") and (words.kinds[at + 1] == "number" or words.kinds[at - 1] == "number")


def _is_before_tens(words: Words, at: int) -> bool:
    """Say whether tens with an s are years: "in his 40s", "her mid-30s"."""
    if at > 1 and words.low[at - 1] == "-":
        at -= 1
        if words.low[at - 1] in ("under", "over"):
            return True  # "the under-19s"
    return word_before(words, at) in word_list("before tens")


def _is_pronoun_one(words: Words, amount: Amount) -> bool:
    """Say whether "one" stands for somebody or something said before: "the same one", "one should know"."""
    at, after = amount.numeral.first, amount.numeral.after
    before = words.low[at - 1] if at > 0 else ""
    if words.low[after] in ("another", "day", "thing"):
        return True
    if amount.unit is not None or amount.first < at:
        return False
    if before in word_list("before pronoun one"):
        return True
    if words.low[after] == "of":
        return False
    if words.low[after] == "-" and words.touches(after):
        return False
    return read_noun(words, after, 1) is None


def _is_title_case(words: Words, amount: Amount) -> bool:
    """Say whether a capital number word stands in a headline's title case: "Storm Kills Three People in Harbin"."""
    after = amount.numeral.after
    if words.kinds[after] != "word" or is_stop(words.low[after]) or not words.is_capital(after):
        return False
    return words.size < 20 and (amount.unit is not None or read_noun(words, after, amount.value) is not None)
