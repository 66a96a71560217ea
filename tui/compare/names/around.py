"""What stands around a span of words and speaks for or against its being a name."""

import re
from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.lexicon import marks
from tui.compare.names.phrases import is_initials, is_known, is_verb, phrase_of
from tui.compare.names.stretches import QUOTES, Stretch, title_before
from tui.compare.names.words import Word
from tui.compare.reading import NameKind

_LONGEST_DATELINE = 8
_SHORTEST_DATELINE = 3
DASHES = frozenset({"—", "–", "-", "--"})
_AGE = re.compile(r"^\d{1,2}$")
PARTICLES = frozenset("van von der den de del della di dos du la le bin ibn al el ter".split())  # noqa: SIM905
"""Small words that belong to the family name behind them."""
LABELS = frozenset({":", "—", "–", "-", "•", "*"})
_ARTICLES = frozenset({"the", "this", "a", "an", "that", "its", "his", "their", "our"})


def find_before(stretch: Stretch, first: int, alone: bool) -> list[str]:
    """Return the features that the words before a span decide; `alone` if the span is a single word."""
    words, found = stretch.words, []
    previous: Word | None = words[first - 1] if first else None
    before = previous.text.lower() if previous else ""
    if stretch.style != "prose":
        found.append(f"style-{stretch.style}")
    if previous is None or before in QUOTES or before in LABELS:
        found.append(_at_a_beginning(words[first].text) if alone else "sentence-several")
        if previous is None and _is_dateline(words):
            found.append("dateline")
    if alone and before != "," and _is_word_too(words[first].text):
        found.append("short-state-alone")
    length, kind = title_before(words, first)
    if length and (stretch.style == "prose" or _is_name_word(words[first].text)):
        found.append(f"title-before-{kind}")
    elif previous is not None and previous.capital and first > stretch.first and _binds(stretch, first - 1):
        found.append(_of_a_cut(words, first))
    if previous is None:
        return found
    if is_storm(words, first):
        found.append("after-storm")
    if before == "." and first > 1 and words[first - 2].text == "v":
        found.append("after-versus")
    if first > stretch.first + 1 and before in PARTICLES and previous.text.islower() and words[first - 2].capital:
        found.append("cut-left-particle")
    if before in ("told", "telling", "tell", "tells"):
        found.append("after-telling")
    elif previous.text in lexicon.word_class("reporting"):
        found.append("after-reporting")
    if before in lexicon.word_class("naming"):
        found.append("after-naming")
    if before == "," and first > 1:
        title = lexicon.titles().get(words[first - 2].lower, "")
        if title in ("role", "relation") and words[first - 2].text.islower():
            found.append(f"after-comma-{title}")
    if before in ("of", "the") and _is_of_a_body(words, first - 1):
        found.append("after-body-of")
    elif before == "of" and first > 1 and words[first - 2].capital and marks(words[first - 2].text).abstract:
        found.append("after-abstract-of")
    if previous.text in ("St", "St.", "Saint", "SS"):
        found.append("after-saint")
    if before in lexicon.word_class("vehicle"):
        found.append("after-vehicle")
    if before == "," and first > 1 and words[first - 2].capital and words[first].text in lexicon.places():
        found.append("after-comma-name")
    if _is_of_a_share(words, first):
        found.append("after-company-share")
    if not previous.capital and before in lexicon.word_class("organisation-noun"):
        found.append("after-organisation-noun")
    elif before == "of" and first > 1 and is_settlement(words[first - 2].lower):
        found.append("after-settlement-of")
    elif before in lexicon.word_class("direction") and len(before) > 6:
        found.append("after-direction")
    elif before in lexicon.word_class("locative"):
        found.append("after-locative")
    elif before in ("of", "by", "with", "and", "for"):
        found.append(f"after-{before}")
    elif before == "the" and alone and f"the {words[first].text}" in lexicon.organisations():
        found.append("known-organisation")
    elif before in _ARTICLES:
        found.append("after-article")
    return found


def _is_of_a_share(words: Sequence[Word], first: int) -> bool:
    """Say whether what only companies have is of or in what stands at `first`: "shares in Torvane"."""
    if first < 2 or words[first - 1].text not in ("of", "in"):
        return False
    return words[first - 2].text in lexicon.word_class("company-share")


def told_kind(words: Sequence[Word], first: int) -> NameKind | None:
    """Return the kind that the words right before a name call it: "the mining company X", "the town of X"."""
    if not first or words[first - 1].capital or marks(words[first].text).calendar:
        return None
    before = words[first - 1].lower
    if before in lexicon.word_class("organisation-noun") or _is_of_a_share(words, first):
        return "organisation"
    return "place" if before == "of" and first > 1 and is_settlement(words[first - 2].lower) else None


def _is_of_a_body(words: Sequence[Word], at: int) -> bool:
    """Say whether the "of" or "of the" that ends at `at` goes on with a body's name: University of, Bank of the."""
    at -= words[at].text.lower() == "the"
    return at > 0 and words[at].text == "of" and words[at - 1].capital and marks(words[at - 1].text).organisation_first


def _is_name_word(text: str) -> bool:
    """Say whether a word is a name rather than one more word of a headline: not "Resigns"."""
    word = marks(text)
    return word.given or word.surname or word.rare or is_known(text)


def _is_told(words: Sequence[Word], last: int) -> bool:
    """Say whether a headline's verb stands behind a person's name: "Tom Hale Speaks Out"."""
    name = marks(words[last - 1].text)
    return (name.given or name.surname or name.rare) and is_verb(words[last].text)


def is_storm(words: Sequence[Word], first: int) -> bool:
    """Say whether a storm is called what stands at `first`: "Hurricane Irene", "Tropical Storm Bill"."""
    return first > 0 and words[first - 1].capital and words[first - 1].lower in lexicon.word_class("storm")


def _of_a_cut(words: Sequence[Word], first: int) -> str:
    """Return the feature of a span with a capital right before it; none is cut off by a whole known name."""
    before = marks(words[first - 1].text)
    if before.adjective:
        return "cut-left-nationality"
    named = before.given or before.surname or before.particle or before.rare
    given = marks(words[first].text).given or is_initials(words[first].text)
    if not named and given and not is_known(f"{words[first - 1].text} {words[first].text}"):
        return "cut-left-word"
    pairs = (words[first - 1].text, " ".join(w.text for w in words[max(0, first - 2) : first]))
    return "cut-left-known" if any(is_known(pair) for pair in pairs) else "cut-left"


def _binds(stretch: Stretch, at: int) -> bool:
    """Say whether a capital at `at` tells of a name: all words of a title have one, there only names' words count."""
    if stretch.style == "prose":
        return not marks(stretch.words[at].text).function
    word = marks(stretch.words[at].text)
    return word.rare or word.given or word.surname


def _is_word_too(text: str) -> bool:
    """Say whether a state's short form is a word or a name too: Mass., Mo., but not Calif."""
    if not text.endswith(".") or text not in lexicon.regions() or not text[1].islower():
        return False
    word = marks(text[:-1])
    return word.given or word.common


def _is_dateline(words: Sequence[Word]) -> bool:
    """Say whether a sentence begins with the place it was written in: "PARIS (Reuters) - ", "GAZA CITY, Gaza — "."""
    end = 0
    while end < min(len(words), _LONGEST_DATELINE) and (words[end].text.isupper() or words[end].text in ".'"):
        end += 1
    if not end or end >= len(words) or len(words[0].text) < _SHORTEST_DATELINE:
        return False
    rest = [w.text for w in words[end : end + _LONGEST_DATELINE]]
    return rest[0] in DASHES or (rest[0] in "(," and any(text in DASHES for text in rest))


def _at_a_beginning(text: str) -> str:
    """Return the feature of a single word at the head of a sentence, where all words have a capital."""
    word = marks(text)
    if text in lexicon.word_class("ordinary-too"):
        return "sentence-ordinary"
    if word.rare:
        return "sentence-rare"
    named = word.given or word.surname or is_known(phrase_of((text,)))
    return "sentence-english-name" if named else "sentence-english"


def find_behind(stretch: Stretch, last: int) -> list[str]:
    """Return the features that the words from `last` on, behind a span, decide."""
    words = stretch.words
    if last >= len(words):
        return []
    following = words[last]
    if following.capital and marks(following.text).calendar:
        return ["before-calendar"]
    if following.text in PARTICLES and last + 1 < stretch.last and words[last + 1].capital:
        return ["cut-right-particle"]
    if following.capital and last < stretch.last and not _is_told(words, last) and _binds(stretch, last):
        word = marks(following.text)
        if marks(words[last - 1].text).surname and is_known(" ".join(w.text for w in words[last : last + 2])):
            return ["cut-right-known"]
        cut = "cut-right-abstract" if word.abstract else "cut-right-given" if word.given else "cut-right"
        return [cut, "before-body"] if _goes_on_as_body(words, last) else [cut]
    second = words[last + 1].text if last + 1 < len(words) else ""
    third = words[last + 2].text if last + 2 < len(words) else ""
    found = _of_apposition(words, last)
    if following.text in ("and", "&") and marks(second).given and third[:1].isupper() and not marks(third).function:
        found.append("before-couple")
    feature = _of_the_next(following.text, following.text.lower(), second, third)
    return [*found, feature] if feature else found


def _goes_on_as_body(words: Sequence[Word], last: int) -> bool:
    """Say whether a body's name goes on to its last word: "Los Angeles County Sheriff's Department"."""
    for word in words[last : last + 3]:
        if not word.capital and word.text != "'s":
            return False
        if word.capital and marks(word.text).organisation_last:
            return True
    return False


def _of_the_next(text: str, after: str, second: str, third: str) -> str:
    if after in lexicon.word_class("reporting"):
        return "before-reporting"
    if after == "'s":
        return "before-possessive-matter" if second in lexicon.word_class("company-matter") else "before-possessive"
    if text in ("the", "a", "an", "your", "it", "him", "them"):
        return "before-article"
    if text[0].isdecimal():
        return "before-number"
    if text in lexicon.word_class("ware"):
        return "before-ware"
    if after == "who":
        return "before-who"
    if after == ",":
        return _of_the_next_after_comma(second, third)
    if after == ":":
        return "before-colon"
    if text in lexicon.heads("organisation", "adjective"):
        return "before-organisation-word"
    if text in lexicon.heads("place", "adjective"):
        return "before-place-word"
    if text in lexicon.word_class("company-matter"):
        return "before-company-matter"
    if after in lexicon.word_class("verb") or (text.islower() and after.endswith(("ed", "es"))):
        return "before-verb"
    return "before-word" if text.isalpha() and text.islower() else ""


def _of_the_next_after_comma(second: str, third: str) -> str:
    if second in ("who", "whose"):
        return "before-who"
    if _AGE.match(second) and third in (",", ".", "and"):
        return "before-age"
    if second in lexicon.places():
        of_a_town = second in lexicon.regions() and (second.endswith(".") or third in ("", ",", ".", ")", *DASHES))
        return "before-comma-region" if of_a_town else "before-comma-place"
    return "before-role" if second in ("a", "an", "the") and third in lexicon.titles() else ""


def _of_apposition(words: Sequence[Word], last: int) -> list[str]:
    """Look at what a name is said to be right behind it: "Torvane, a chip maker", "Selvoe, an island"."""
    if words[last].text != "," or last + 2 >= len(words):
        return []
    if words[last + 1].lower not in ("a", "an", "the", "its", "his", "their", "one"):
        return []
    for word in words[last + 2 : last + 7]:
        lower = word.lower
        if lower in lexicon.word_class("organisation-noun"):
            return ["said-organisation"]
        if lower in lexicon.word_class("place-noun"):
            return ["said-place"]
        if lexicon.titles().get(lower, "either") != "either":
            return ["said-person"]
        if lower in (",", "", "that", "which", "who", "in", "of", "for", "near"):
            break
    return []


def is_settlement(word: str) -> bool:
    """Say whether a word is "town", "villages", "cities" or the like."""
    singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return not lexicon.word_class("settlement").isdisjoint((word, singular))
