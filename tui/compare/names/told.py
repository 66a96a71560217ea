"""What the words before a name call it outright: a dateline's town, "the town of X", "shares in X"."""

from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.classes import COMPANY_SHARE, OF_PLACES, ORGANISATION_NOUN, PLACE_NOUN, PLACE_WORD
from tui.compare.names.papers import begins_as_paper
from tui.compare.names.words import Word
from tui.compare.reading import NameKind

_LONGEST_DATELINE = 8
_SHORTEST_DATELINE = 3
_LONGEST_BEFORE_DATE = 6
"""No town or paper has so many words before a date."""
OWN = frozenset({"'s", "'", "’"})
DASHES = frozenset({"—", "–", "-", "--"})


def told_kind(words: Sequence[Word], first: int, last: int, dated: int) -> NameKind | None:
    """Return the kind that a dateline or the words beside a name call it: "the mining company X", "X's parliament".

    `dated` is what `name_before_date` says of the sentence.
    """
    known = words[first]
    land = has_what_lands_have(words, last) == "of-lands" or is_said_capital(words, last)
    if land and not (known.given or known.title or known.adjective) and not (first and words[first - 1].capital):
        return "place"
    if not first:
        return "place" if is_dateline(words, dated) else None
    if words[first - 1].capital or words[first].calendar:
        return None
    if words[first - 1].low_classes & ORGANISATION_NOUN or is_of_a_share(words, first):
        return "organisation"
    return "place" if words[first - 1].lower == "of" and first > 1 and is_settlement(words[first - 2].lower) else None


def is_of_a_share(words: Sequence[Word], first: int) -> bool:
    """Say whether what only companies have is of or in what stands at `first`: "shares in Torvane"."""
    if first < 2 or words[first - 1].text not in ("of", "in"):
        return False
    return bool(words[first - 2].low_classes & COMPANY_SHARE)


def is_of_a_place(words: Sequence[Word], at: int) -> bool:
    """Say whether the word at `at` leads from what places have, or suffer, to their name: "mayor of", "assault on"."""
    return words[at].text in ("of", "on", "for") and at > 0 and bool(words[at - 1].classes & OF_PLACES)


def is_at_a_building(words: Sequence[Word], at: int) -> bool:
    """Say whether the "at" or "in" at `at` leads from what stands in a town to its name: "the airport at Lenka"."""
    if at < 2 or words[at].text not in ("at", "in", "near", "outside"):
        return False
    return bool(words[at - 1].classes & (PLACE_NOUN | PLACE_WORD))


def has_what_lands_have(words: Sequence[Word], last: int) -> str:
    """Return the class of what a name before `last` has, if only lands and towns, or these and lords, have it; else "".

    "Belmora's parliament" is a land's; an army and a government are somebody's too.
    """
    if last + 1 >= len(words) or words[last].text not in OWN:
        return ""
    at = last + 1
    while at + 1 < len(words) and words[at].lower in lexicon.word_class("lands-modifier"):
        at += 1
    if " ".join(word.text for word in words[at - 1 : at + 1]) in lexicon.heads("organisation", "adjective"):
        return "of-lands" if words[at].text in ("bank", "court", "assembly", "ministry") else "of-lands-or-lords"
    classes = ("of-lands", "of-lands-or-lords")
    return next((each for each in classes if words[at].text in lexicon.word_class(each)), "")


def is_said_capital(words: Sequence[Word], last: int) -> bool:
    """Say whether a name is said to be a land's town right behind it: "Takora, Osavi's capital"."""
    if last + 2 >= len(words) or words[last].text != ",":
        return False
    end = last + 1
    while end < len(words) and words[end].capital:
        end += 1
    return end > last + 1 and has_what_lands_have(words, end) == "of-lands"


def is_settlement(word: str) -> bool:
    """Say whether a word is "town", "villages", "cities" or the like."""
    singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return not lexicon.word_class("settlement").isdisjoint((word, singular))


def is_dateline(words: Sequence[Word], dated: int) -> bool:
    """Say whether a sentence begins with the place it was written in: "PARIS (Reuters) - ", "GAZA CITY, Gaza — "."""
    if dated:
        return not begins_as_paper(words, dated)
    end = 0
    while end < min(len(words), _LONGEST_DATELINE) and (words[end].text.isupper() or words[end].text in ".'"):
        end += 1
    if not end or end >= len(words) or len(words[0].text) < _SHORTEST_DATELINE:
        return False
    rest = [w.text for w in words[end : end + _LONGEST_DATELINE]]
    return rest[0] in DASHES or (rest[0] in "(," and any(text in DASHES for text in rest))


def name_before_date(words: Sequence[Word]) -> int:
    """Return where the name ends that, with a day, is all that a sentence says: "Kestren, 10 March 2023."; else 0."""
    comma = 0
    while comma < len(words) and comma < _LONGEST_BEFORE_DATE and words[comma].capital:
        comma += 1
    if not 0 < comma < min(len(words), _LONGEST_BEFORE_DATE) or words[comma].text != ",":
        return 0
    rest = [word for word in words[comma + 1 : comma + 8] if word.text != ","]
    if len(rest) > 2 and rest[0].calendar and not rest[2].text.isdecimal():
        rest = rest[1:]  # a weekday
    day = rest[:3] if len(rest) > 2 and rest[2].text.isdecimal() else rest[:2]
    end = rest[len(day)].text if len(rest) > len(day) else "."
    said = sum(word.calendar for word in day) == 1 and sum(w.text.isdecimal() for w in day) == len(day) - 1
    return comma if said and len(day) > 1 and (end in (".", "By", "(") or end in DASHES) else 0
