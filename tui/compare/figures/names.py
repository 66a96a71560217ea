"""Numbers that are no figures: ordinals, codes, part numbers, numbers in names ("Section 427", "World War Two")."""

from tui.compare.figures.amounts import Amount
from tui.compare.figures.nouns import is_stop, read_noun
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words


def is_part_of_name(words: Words, amount: Amount) -> bool:
    """Say whether a number is no quantity but names, orders or dates something."""
    at, after = amount.numeral.first, amount.numeral.after
    has_unit = amount.unit is not None
    if amount.numeral.in_digits:
        if _is_code(words, amount):
            return True
    elif words.raw[at][0].isupper() and not words.opens(at) and not words.raw[at].isupper() and not has_unit:
        return not _is_title_case(words, amount)
    before = words.low[at - 1] if at > 0 else ""
    if before == "." and at > 1 and words.touches(at - 1):
        before = words.low[at - 2]
    if amount.first == at and before in word_list("before numbers") and amount.unit is None:
        return not (before == "top" and read_noun(words, after, amount.value))
    if words.low[at] == "one" and after == at + 1 and _is_pronoun_one(words, amount):
        return True
    if amount.numeral.is_part and words.low[at] in ("a", "an") and words.low[after - 1] != "half":
        return words.low[after] not in ("of", "", ".", ",", "more", "less", ";") and not has_unit
    if amount.numeral.is_part and words.low[at] == "half" and not has_unit:
        return before in word_list("before other halves") or words.low[after] not in word_list("after halves")
    if amount.first == at and at > 0 and not has_unit and words.is_capital(at - 1) and not words.touches(at):
        return not words.opens(at - 1) and read_noun(words, after, amount.value) is None
    return False


def _is_code(words: Words, amount: Amount) -> bool:
    at, after = amount.numeral.first, amount.numeral.after
    if amount.first == at and words.touches(at):
        before, kind = words.low[at - 1], words.kinds[at - 1]
        if kind in ("word", "number", "part") or before in ("#", "_", "/", ":", "&", "=", "@", "\\", "*"):
            return True
        if before == "." and at > 1 and words.touches(at - 1) and words.kinds[at - 2] in ("number",):
            return True
        if before == "-" and words.touches(at - 1) and words.low[at - 2] not in word_list("prefixes of numbers"):
            return words.kinds[at - 2] in ("word", "number")
    end = amount.after
    if words.touches(end):
        low, kind = words.low[end], words.kinds[end]
        if kind in ("word", "number", "part"):
            return True
        if low in (":", "/", "_", "=") and words.touches(end + 1) and words.kinds[end + 1] in ("number", "word"):
            return not (low == "/" and amount.unit is not None)
        if low == "-" and words.touches(end + 1) and words.kinds[end + 1] == "number" and after == end:
            return False
    return len(words.raw[at]) > 1 and words.raw[at][0] == "0" and words.raw[at].isdigit()


def _is_pronoun_one(words: Words, amount: Amount) -> bool:
    """Say whether "one" stands for somebody or something said before: "the same one", "one should know"."""
    at, after = amount.numeral.first, amount.numeral.after
    before = words.low[at - 1] if at > 0 else ""
    if before in word_list("before pronoun one") or words.low[after] in ("another", "day", "thing"):
        return True
    if words.low[after] == "of":
        return False
    if amount.unit is not None or (words.low[after] == "-" and words.touches(after)):
        return False
    return read_noun(words, after, 1) is None


def _is_title_case(words: Words, amount: Amount) -> bool:
    """Say whether a capital number word stands in a headline's title case: "Storm Kills Three People in Harbin"."""
    after = amount.numeral.after
    if words.kinds[after] != "word" or is_stop(words.low[after]) or not words.is_capital(after):
        return False
    return words.size < 20 and read_noun(words, after, amount.value) is not None
