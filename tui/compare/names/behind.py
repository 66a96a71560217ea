"""What stands behind a span of words and speaks for or against its being a name."""

import re
from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.before import PARTICLES, binds
from tui.compare.names.lexicon import marks
from tui.compare.names.phrases import BORN, is_known, is_verb, stands_alone
from tui.compare.names.stretches import QUOTES, Stretch, is_headline
from tui.compare.names.told import DASHES, has_what_lands_have, is_said_capital, is_settlement
from tui.compare.names.words import Word

_AGE = re.compile(r"^\d{1,2}$")
_EXPLETIVE = frozenset({"is", "was", "'s", "would", "could", "might", "may", "seemed", "took"})
"""Words before which "it" is as often nobody as whoever said so: "he said it was late"."""
_PLACES = frozenset({"counties", "provinces", "districts", "prefectures", "municipalities", "parishes"})
"""Plural words behind the last of several places."""


def find_behind(stretch: Stretch, last: int) -> list[str]:
    """Return the features that the words from `last` on, behind a span, decide."""
    words = stretch.words
    found = ["verb-last"] if is_verb(words[last - 1].text) and is_headline(stretch) else []
    if last >= len(words):
        return found
    begins_title = words[last].capital and f"{words[last - 1].lower} {words[last].lower}" in lexicon.titles()
    if begins_title and not is_known(words[last - 1].text):
        found.append("cut-in-title")
    return found + _of_what_follows(stretch, last)


def _of_what_follows(stretch: Stretch, last: int) -> list[str]:
    words = stretch.words
    following = words[last]
    if following.capital and marks(following.text).calendar:
        return ["before-calendar"]
    if following.text in PARTICLES and last + 1 < stretch.last and words[last + 1].capital:
        return ["cut-right-particle"]
    if following.capital and last < stretch.last and not _is_told(words, last) and binds(stretch, last):
        word = marks(following.text)
        if _is_title_of_somebody(words, last):
            return ["before-title"]
        if marks(words[last - 1].text).surname and is_known(" ".join(w.text for w in words[last : last + 2])):
            return ["cut-right-known"]
        cut = "cut-right-abstract" if word.abstract else "cut-right-given" if word.given else "cut-right"
        return [cut, "before-body"] if _goes_on_as_body(words, last) else [cut]
    second = words[last + 1].text if last + 1 < len(words) else ""
    third = words[last + 2].text if last + 2 < len(words) else ""
    found = _of_apposition(words, last)
    if is_said_capital(words, last):
        found.append("said-place")
    owned = has_what_lands_have(words, last)
    if owned:
        found.append(f"before-{owned}")
    if following.text in lexicon.word_class("town-role"):
        found.append("before-town-role")
    if following.text == "of" and second[:1].isupper() and is_settlement(words[last - 1].text):
        found.append("before-of-its-name")
    if last == 1 or words[last - 2].text in QUOTES or not words[last - 2].capital:
        found += _of_a_club(words, last)
    if following.text in ("and", "&") and marks(second).given and third[:1].isupper() and not marks(third).function:
        found.append("before-couple")
    if following.text in lexicon.word_class("reporting") and second == "it" and third not in _EXPLETIVE:
        found.append("before-reporting-it")
    feature = _of_the_next(following.text, following.text.lower(), second, third)
    if following.text == "," and not feature and _is_long_region(words, last + 1):
        feature = "before-comma-region"
    if feature == "before-age" and third == "," and last + 3 < len(words) and words[last + 3].text[0].isdecimal():
        feature = ""  # one of a row of numbers
    return [*found, feature] if feature else found


def _is_told(words: Sequence[Word], last: int) -> bool:
    """Say whether a headline's verb stands behind a person's name: "Tom Hale Speaks Out"."""
    name = marks(words[last - 1].text)
    return (name.given or name.surname or name.rare) and is_verb(words[last].text)


def _is_title_of_somebody(words: Sequence[Word], last: int) -> bool:
    """Say whether somebody's title with the name behind it begins at `last`: "Ohio Senator Bo Reed"."""
    for end in range(last + 1, min(last + 3, len(words) - 1) + 1):
        said = " ".join(word.lower for word in words[last:end])
        if end < len(words) and lexicon.titles().get(said) in ("role", "rank"):
            name = marks(words[end].text)
            return words[end].capital and (name.given or name.surname or name.rare)
    return False


def _of_a_club(words: Sequence[Word], last: int) -> list[str]:
    """Look at whether a club's last word stands alone before what only a team has: "Rovers manager Al Dunn"."""
    alone = words[last - 1].capital and stands_alone(words[last - 1].text)
    return ["club-then-role"] if alone and words[last].text in lexicon.word_class("team-role") else []


def _goes_on_as_body(words: Sequence[Word], last: int) -> bool:
    """Say whether a body's name goes on to its last word: "Los Angeles County Sheriff's Department"."""
    for word in words[last : last + 3]:
        if not word.capital and word.text != "'s":
            return False
        paper = word.text in lexicon.word_class("sure-paper")
        if word.capital and (paper or marks(word.text).organisation_last):
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
    if after == "(" and second in BORN:
        return "before-maiden"
    if text in lexicon.heads("organisation", "adjective"):
        return "before-organisation-word"
    if text in lexicon.heads("place", "adjective") or text in _PLACES:
        return "before-place-word"
    if text in lexicon.word_class("company-matter"):
        return "before-company-matter"
    if after in lexicon.word_class("people-do"):
        return "before-people-do"
    if after in lexicon.word_class("verb") or (text.islower() and after.endswith(("ed", "es"))):
        return "before-verb"
    return "before-word" if text.isalpha() and text.islower() else ""


def _is_long_region(words: Sequence[Word], at: int) -> bool:
    """Say whether a region of two words and a pause stand at `at`: of "Pine City, North Dakota,"."""
    region = " ".join(word.text for word in words[at : at + 2]) in lexicon.regions()
    behind = words[at + 2].text if at + 2 < len(words) else ""
    return region and behind in ("", ",", ".", ")", ";", *DASHES)


def _of_the_next_after_comma(second: str, third: str) -> str:
    if second in ("who", "whose"):
        return "before-who"
    if second in BORN:
        return "before-maiden"
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
