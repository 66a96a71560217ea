"""What the words before a name call it outright: a dateline's town, "the town of X", "shares in X"."""

from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.lexicon import marks
from tui.compare.names.words import Word
from tui.compare.reading import NameKind

_LONGEST_DATELINE = 8
_SHORTEST_DATELINE = 3
DASHES = frozenset({"—", "–", "-", "--"})


def told_kind(words: Sequence[Word], first: int) -> NameKind | None:
    """Return the kind that a dateline or the words right before a name call it: "the mining company X", "town of X"."""
    if not first:
        return "place" if is_dateline(words) else None
    if words[first - 1].capital or marks(words[first].text).calendar:
        return None
    before = words[first - 1].lower
    if before in lexicon.word_class("organisation-noun") or is_of_a_share(words, first):
        return "organisation"
    return "place" if before == "of" and first > 1 and is_settlement(words[first - 2].lower) else None


def is_of_a_share(words: Sequence[Word], first: int) -> bool:
    """Say whether what only companies have is of or in what stands at `first`: "shares in Torvane"."""
    if first < 2 or words[first - 1].text not in ("of", "in"):
        return False
    return words[first - 2].lower in lexicon.word_class("company-share")


def is_of_a_place(words: Sequence[Word], at: int) -> bool:
    """Say whether the word at `at` leads from what places have, or suffer, to their name: "mayor of", "assault on"."""
    return words[at].text in ("of", "on", "for") and at > 0 and words[at - 1].text in lexicon.word_class("of-places")


def is_settlement(word: str) -> bool:
    """Say whether a word is "town", "villages", "cities" or the like."""
    singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return not lexicon.word_class("settlement").isdisjoint((word, singular))


def is_dateline(words: Sequence[Word]) -> bool:
    """Say whether a sentence begins with the place it was written in: "PARIS (Reuters) - ", "GAZA CITY, Gaza — "."""
    if _is_before_date(words):
        return True
    end = 0
    while end < min(len(words), _LONGEST_DATELINE) and (words[end].text.isupper() or words[end].text in ".'"):
        end += 1
    if not end or end >= len(words) or len(words[0].text) < _SHORTEST_DATELINE:
        return False
    rest = [w.text for w in words[end : end + _LONGEST_DATELINE]]
    return rest[0] in DASHES or (rest[0] in "(," and any(text in DASHES for text in rest))


def _is_before_date(words: Sequence[Word]) -> bool:
    """Say whether a sentence begins with a place and a day and says no more, or by whom: "Kestren, 10 March 2023."."""
    comma = next((n for n in (1, 2, 3) if n < len(words) and words[n].text == ","), 0)
    if not comma or not all(word.capital for word in words[:comma]):
        return False
    rest = [word for word in words[comma + 1 : comma + 6] if word.text != ","]
    day = rest[:3] if len(rest) > 2 and rest[2].text.isdecimal() else rest[:2]
    end = rest[len(day)].text if len(rest) > len(day) else "."
    said = sum(marks(word.text).calendar for word in day) == 1 and sum(w.text.isdecimal() for w in day) == len(day) - 1
    return said and len(day) > 1 and (end in (".", "By", "(") or end in DASHES)
