"""What the words of a span themselves say: whether tables know them, what they begin and end with, how they look."""

import re
from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.given_and_family import FAMILY_PREFIX, is_sure_place, look_at_given_and_family, names_a_family
from tui.compare.names.heads import is_of_a_head, look_at_heads
from tui.compare.names.phrases import SAINTS, is_initials, is_known, phrase_of
from tui.compare.names.words import Word

_CAMEL_FAMILY = re.compile(r"^(?:La|Le|De|Di|Da|Du|Des|Van|Von)[A-Z][a-z]{2,}$")
"""A family name with a particle grown on: DeMarco. Some brands are made so too."""
_DOMAIN = re.compile(r"\.(?:com|org|net|gov|edu)$", re.IGNORECASE)
_CAMEL = re.compile(r"^(?:[A-Z][a-z]+|[a-z])[A-Z]")
_MONTHS_TOO = frozenset({"May", "June", "April", "August", "March"})
_NUMBERED = re.compile(r"^[A-Z]{1,2}-?\d+[A-Za-z]?$")
"""A road or an aircraft: A9, F-16."""


def find_inside(words: tuple[Word, ...]) -> list[str]:
    """Return the features of a span that its words alone decide."""
    texts = [word.text for word in words]
    found = [f"words-{min(len(texts), 4)}"]
    if len(texts) == 1:
        _look_at_one_word(texts[0], words[0], found)
    elif not is_known(phrase_of(texts)):
        if len(texts) > 2:
            _look_at_small_words(texts, words, found)
        look_at_given_and_family(texts, words, found)
        _look_at_plain_words(texts, words, found)
        look_at_heads(texts, words, found)
    _look_at_all_words(texts, words, found)
    return found


def _look_at_one_word(text: str, word: Word, found: list[str]) -> None:
    if text in lexicon.word_class("plain-acronym") or _NUMBERED.match(text):
        found.append("plain-acronym")
    elif text.isupper() and 2 <= len(text) <= 6:
        found.append("shouted" if word.common and not is_known(phrase_of((text,))) else "acronym")
    elif _DOMAIN.search(text):
        found.append("domain")
    elif _CAMEL.match(text) and not FAMILY_PREFIX.match(text):
        found.append("camel-family" if _CAMEL_FAMILY.match(text) else "camel")
    if word.given:
        found.append("given-only")
    if word.surname or FAMILY_PREFIX.match(text):
        found.append("surname-only")
    elif word.surname_listed:
        found.append("surname-listed-only")
    if word.surname and not word.given and text in lexicon.word_class("ordinary-too"):
        found.append("surname-ordinary")
    if word.given and word.surname:
        found.append("given-and-surname")
    elif word.surname_ending and word.rare:
        found.append("surname-ending-only")
    if word.place_ending and word.rare:
        found.append("place-ending-only")
    if word.title:
        found.append("title-only")
    elif (word.place_last or word.organisation_last) and word.common and not (word.surname or word.given):
        found.append("head-only")
    if word.calendar:
        found.append("calendar")
    if word.function:
        found.append("function-first")
    found.append("common-only" if word.common else "rare-only" if word.rare else "seldom-only")


def _look_at_small_words(texts: Sequence[str], words: Sequence[Word], found: list[str]) -> None:
    """Look at the small words within a name: of, for, and, a possessive."""
    inner, first, last = texts[1:-1], words[0], words[-1]
    if "of" in inner:
        head = words[texts.index("of") - 1]
        of_a_head = head.organisation_first or head.place_first or head.organisation_last
        found.append("inner-of-head" if of_a_head else "inner-of")
    if not {"for", "on", "to", "in"}.isdisjoint(inner):
        found.append("inner-for")
    if "&" in inner:
        found.append("inner-ampersand")
    elif "and" in inner and _are_two_places(texts, words):
        found.append("places-joined")
    elif "and" in inner:
        headed = first.organisation_first or last.organisation_last or last.place_last
        found.append("inner-and-head" if headed else "inner-and")
    if "'s" in inner or "'" in inner or "’" in inner:
        found.append("body-of-members" if _is_of_members(texts, words) else "inner-possessive")


def _is_of_members(texts: Sequence[str], words: Sequence[Word]) -> bool:
    """Say whether a body is named by those who belong to it: the Farmers' Association, not James' Foundation."""
    at = next((at for at, text in enumerate(texts) if text in ("'", "’")), 0)
    owners = words[at - 1]
    named = owners.given or owners.surname or owners.text in lexicon.places()
    return at > 0 and words[-1].organisation_last and owners.text.endswith("s") and not named


def _look_at_plain_words(texts: Sequence[str], words: Sequence[Word], found: list[str]) -> None:
    """Look at words that are a nationality, a title, one of the calendar, a small or an everyday one."""
    first, last = words[0], words[-1]
    if first.adjective:
        found.append("nationality-first")
    elif first.common and not (first.given or first.surname or is_initials(texts[0]) or is_sure_place(words)):
        found.append("common-first")
    if last.adjective:
        found.append("nationality-last")
    _look_at_titles(texts, words, found)
    new_place = texts[0] in ("New", "Old") and len(texts) == 2 and (texts[1] in lexicon.places() or last.rare)
    body = texts[0] == "First" and len(texts) > 2 and last.organisation_last  # First Baptist Church
    if first.function and not first.given and not new_place and not body and not is_known(" ".join(texts)):
        found.append("function-first")
    if (first.calendar or last.calendar) and not _is_named_as_a_month(texts, words):
        found.append("calendar-last" if last.calendar else "calendar")
    if all(w.common for w in words):
        found.append("common-several")
    elif all(w.rare or t in ("of", "the") for w, t in zip(words, texts, strict=True)):
        found.append("rare-several")


def _look_at_titles(texts: Sequence[str], words: Sequence[Word], found: list[str]) -> None:
    """Look at a title at either end."""
    first, last, inner = words[0], words[-1], texts[1:-1]
    if first.title and first.adjective and "of" in inner:
        found.append("politician-of")
    named_first = last.place_last and (first.surname or first.title == "relation")  # Pope County, Twin Falls
    if first.title and texts[0] not in SAINTS and not named_first:
        found.append("title-or-given-first" if texts[0] in lexicon.word_class("title-given") else "title-first")
    of_a_body = first.organisation_first and "of" in inner
    if last.title and not of_a_body and not (last.given or last.surname or last.organisation_last or last.place_last):
        found.append("title-last")


def _is_named_as_a_month(texts: Sequence[str], words: Sequence[Word]) -> bool:
    """Say whether a month in a name is somebody's name: Theresa May, June Carter."""
    first, last = words[0], words[-1]
    if not first.given:
        return False
    family = last.surname and texts[-1] in _MONTHS_TOO
    return family or (texts[0] in _MONTHS_TOO and names_a_family(texts, words)) or last.rare


def _are_two_places(texts: Sequence[str], words: Sequence[Word]) -> bool:
    """Say whether an "and" joins two places: "Nampa and Twin Falls"."""
    at = list(texts).index("and")
    lone = at == 1 and words[0].rare and len(texts) > at + 2
    return words[-1].place_last and (lone or " ".join(texts[:at]) in lexicon.places())


def _look_at_all_words(texts: Sequence[str], words: Sequence[Word], found: list[str]) -> None:
    key = phrase_of(texts)
    several = len(texts) > 1
    if key in lexicon.places():
        word = words[0]
        found.append(
            "known-place-long"
            if len(texts) > 2
            else "known-place-several"
            if several
            else "known-place"
            if key in lexicon.word_class("rather-place")
            else "known-place-given"
            if word.given
            else "known-place-surname"
            if word.surname
            else "known-place"
        )
    elif key in lexicon.adjectives():
        found.append("nationality")
    if key in lexicon.organisations():
        found.append(
            "known-organisation-long"
            if len(texts) > 2
            else "known-organisation-several"
            if several
            else "known-organisation-common"
            if words[0].common
            else "known-organisation"
        )
    if any(t[0].isdecimal() for t in texts):
        found.append("digit")
    if words[-1].organisation_ending and not (words[-1].surname or words[-1].surname_listed or is_known(texts[-1])):
        found.append("organisation-ending")
    if several and texts[0] in lexicon.word_class("foreign-body") and not words[-1].common and not words[-1].title:
        found.append("foreign-body-first")
    if words[-1].abstract and not words[0].given and not is_of_a_head(texts, words[0]):
        found.append("abstract-last")
