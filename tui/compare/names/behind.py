"""What stands behind a span of words and speaks for or against its being a name."""

import re
from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.before import PARTICLES, binds
from tui.compare.names.classes import (
    COMPANY_MATTER,
    ORGANISATION_NOUN,
    ORGANISATION_WORD,
    PEOPLE_DO,
    PLACE_NOUN,
    PLACE_WORD,
    REPORTING,
    TEAM_ROLE,
    TOWN_ROLE,
    VERB,
    WARE,
)
from tui.compare.names.phrases import BORN, is_known, is_verb, stands_alone
from tui.compare.names.stretches import QUOTES, Stretch
from tui.compare.names.told import DASHES, OWN, has_what_lands_have, is_said_capital, is_settlement
from tui.compare.names.words import Word, word_of

_AGE = re.compile(r"^\d{1,2}$")
_EXPLETIVE = frozenset({"is", "was", "'s", "would", "could", "might", "may", "seemed", "took"})
"""Words before which "it" is as often nobody as whoever said so: "he said it was late"."""
_APPOSING = frozenset({",", "is", "was"})
_APPOSED = frozenset({"a", "an", "the", "its", "his", "their", "one"})
_ENDS_APPOSITION = frozenset({",", "", "that", "which", "who", "in", "of", "for", "near"})
_OBJECTS = frozenset({"the", "a", "an", "your", "it", "him", "them"})
_PAUSES = frozenset({"", ",", ".", ")"}) | DASHES
_PLACES = frozenset({"counties", "provinces", "districts", "prefectures", "municipalities", "parishes"})
"""Plural words behind the last of several places."""


def find_behind(stretch: Stretch, last: int) -> list[str]:
    """Return the features that the words from `last` on, behind a span, decide."""
    words = stretch.words
    ending = words[last - 1]
    found = ["verb-last"] if stretch.headline and is_verb(ending) else []
    if last >= len(words):
        return found
    following = words[last]
    may_be_title = following.capital and following.ends_title and not ending.known
    if may_be_title and f"{ending.lower} {following.lower}" in lexicon.titles():
        found.append("cut-in-title")
    if following.capital and following.calendar:
        found.append("before-calendar")
    elif following.text in PARTICLES and last + 1 < stretch.last and words[last + 1].capital:
        found.append("cut-right-particle")
    elif following.capital and last < stretch.last and not _is_told(words, last) and binds(stretch, last):
        _look_at_a_cut(words, last, found)
    else:
        _look_at_what_follows(words, last, found)
    return found


def _look_at_a_cut(words: Sequence[Word], last: int, found: list[str]) -> None:
    """Look at a capital behind a span, by which a name goes on or another begins."""
    ending, following = words[last - 1], words[last]
    if _is_title_of_somebody(words, last):
        found.append("before-title")
    elif ending.surname and is_known(" ".join([word.text for word in words[last : last + 2]])):
        found.append("cut-right-known")
    else:
        abstract, given = following.abstract, following.given
        found.append("cut-right-abstract" if abstract else "cut-right-given" if given else "cut-right")
        if _goes_on_as_body(words, last):
            found.append("before-body")


def _look_at_what_follows(words: Sequence[Word], last: int, found: list[str]) -> None:
    ending, following = words[last - 1], words[last]
    text, classes = following.text, following.classes
    second = words[last + 1].text if last + 1 < len(words) else ""
    third = words[last + 2].text if last + 2 < len(words) else ""
    if text in _APPOSING:
        _look_at_apposition(words, last, found)
    if text == "," and is_said_capital(words, last):
        found.append("said-place")
    owned = has_what_lands_have(words, last) if text in OWN else ""
    if owned:
        found.append(f"before-{owned}")
    if classes & TOWN_ROLE:
        found.append("before-town-role")
    if text == "of" and second[:1].isupper() and is_settlement(ending.text):
        found.append("before-of-its-name")
    if classes & TEAM_ROLE and _is_lone_club(words, last - 1):
        found.append("club-then-role")
    if text in ("and", "&") and third[:1].isupper() and words[last + 1].given and not words[last + 2].function:
        found.append("before-couple")
    if classes & REPORTING and second == "it" and third not in _EXPLETIVE:
        found.append("before-reporting-it")
    feature = _of_a_comma(words, last, second, third) if text == "," else _of_the_next(following, second)
    if feature:
        found.append(feature)


def _of_a_comma(words: Sequence[Word], last: int, second: str, third: str) -> str:
    """Return the feature of what stands behind a comma behind a span, or nothing."""
    feature = _of_the_next_after_comma(second, third)
    if not feature and _is_long_region(words, last + 1):
        return "before-comma-region"
    if feature == "before-age" and third == "," and last + 3 < len(words) and words[last + 3].text[0].isdecimal():
        return ""  # one of a row of numbers
    return feature


def _is_told(words: Sequence[Word], last: int) -> bool:
    """Say whether a headline's verb stands behind a person's name: "Tom Hale Speaks Out"."""
    name = words[last - 1]
    return (name.given or name.surname or name.rare) and is_verb(words[last])


def _is_title_of_somebody(words: Sequence[Word], last: int) -> bool:
    """Say whether somebody's title with the name behind it begins at `last`: "Ohio Senator Bo Reed"."""
    for end in range(last + 1, min(last + 3, len(words) - 1) + 1):
        said = " ".join(word.lower for word in words[last:end])
        if end < len(words) and lexicon.titles().get(said) in ("role", "rank"):
            name = words[end]
            return words[end].capital and (name.given or name.surname or name.rare)
    return False


def _is_lone_club(words: Sequence[Word], at: int) -> bool:
    """Say whether a club's last word stands alone: Rovers of "Rovers manager Al Dunn"."""
    alone = not at or words[at - 1].text in QUOTES or not words[at - 1].capital
    return alone and words[at].capital and stands_alone(words[at].text)


def _goes_on_as_body(words: Sequence[Word], last: int) -> bool:
    """Say whether a body's name goes on to its last word: "Los Angeles County Sheriff's Department"."""
    for word in words[last : last + 3]:
        if not word.capital and word.text != "'s":
            return False
        if word.capital and (word.organisation_last or word.text in lexicon.word_class("sure-paper")):
            return True
    return False


def _of_the_next(following: Word, second: str) -> str:
    """Return the feature of the word right behind a span, any but a comma, or nothing."""
    text, classes = following.text, following.classes
    low = 0 if text[-1] == "." else following.low_classes
    after = text if text.islower() else text.lower()
    if low & REPORTING:
        return "before-reporting"
    if after == "'s":
        return "before-possessive-matter" if word_of(second).classes & COMPANY_MATTER else "before-possessive"
    if text in _OBJECTS:
        return "before-article"
    if text[0].isdecimal():
        return "before-number"
    if classes & WARE:
        return "before-ware"
    if after == "who":
        return "before-who"
    if after == ":":
        return "before-colon"
    if after == "(" and second in BORN:
        return "before-maiden"
    if classes & ORGANISATION_WORD:
        return "before-organisation-word"
    if classes & PLACE_WORD or text in _PLACES:
        return "before-place-word"
    if classes & COMPANY_MATTER:
        return "before-company-matter"
    if low & PEOPLE_DO:
        return "before-people-do"
    if low & VERB or (after.endswith(("ed", "es")) and text.islower()):
        return "before-verb"
    return "before-word" if text.isalpha() and text.islower() else ""


def _is_long_region(words: Sequence[Word], at: int) -> bool:
    """Say whether a region of two words and a pause stand at `at`: of "Pine City, North Dakota,"."""
    if at + 1 >= len(words) or f"{words[at].text} {words[at + 1].text}" not in lexicon.regions():
        return False
    behind = words[at + 2].text if at + 2 < len(words) else ""
    return behind in _PAUSES or behind == ";"


def _of_the_next_after_comma(second: str, third: str) -> str:
    if second in ("who", "whose"):
        return "before-who"
    if second in BORN:
        return "before-maiden"
    if _AGE.match(second) and third in (",", ".", "and"):
        return "before-age"
    if second in lexicon.places():
        of_a_town = second in lexicon.regions() and (second.endswith(".") or third in _PAUSES)
        return "before-comma-region" if of_a_town else "before-comma-place"
    return "before-role" if second in ("a", "an", "the") and third in lexicon.titles() else ""


def _look_at_apposition(words: Sequence[Word], last: int, found: list[str]) -> None:
    """Look at what a name is said to be right behind it: "Torvane, a chip maker", "Selvoe is an island"."""
    if last + 2 >= len(words) or words[last + 1].lower not in _APPOSED:
        return
    for word in words[last + 2 : last + 7]:
        if word.low_classes & ORGANISATION_NOUN:
            found.append("said-organisation")
            return
        if word.low_classes & PLACE_NOUN:
            found.append("said-place")
            return
        if word.ends_title and lexicon.titles().get(word.lower, "either") != "either":
            if words[last].text == ",":  # a firm "is a leader in" something
                found.append("said-person")
            return
        if word.lower in _ENDS_APPOSITION:
            return
