"""What stands before a span of words and speaks for or against its being a name."""

from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.classes import (
    AIMED,
    DESCRIBING,
    DIRECTION,
    LOCATIVE,
    NAMING,
    ORDINARY_TOO,
    ORGANISATION_NOUN,
    REPORTING,
    SURE_PLACE_FIRST,
    TITLE_GIVEN,
)
from tui.compare.names.phrases import BORN, SAINTS, is_initials, is_known, phrase_of
from tui.compare.names.stretches import QUOTES, Stretch, title_before
from tui.compare.names.things import is_storm, is_vessel, is_within_vessel
from tui.compare.names.told import is_at_a_building, is_dateline, is_of_a_place, is_of_a_share, is_settlement
from tui.compare.names.words import Word, word_of

PARTICLES = frozenset("van von der den de del della di dos du la le bin ibn al el ter".split())  # noqa: SIM905
"""Small words that belong to the family name behind them."""
LABELS = frozenset({":", "—", "–", "-", "•", "*"})
_LONGEST_APPOSED = 6
"""So many words a description may have that a name is set beside."""
_BYLINES = frozenset({"reporting", "editing", "writing", "written", "edited", "compiled", "photographs", "photograph"})
_LONG_DIRECTION = 6
"""Directions of more letters, "northern", nearly always stand before a place; "south" tells less."""
_TELLING = frozenset({"told", "telling", "tell", "tells"})
_LEADS = frozenset({"of", "on", "for", "at", "in", "near", "outside", "the"})
"""What leads from a noun to the name of what it is of."""
_SMALL = frozenset({"of", "by", "with", "and", "for"})
_ARTICLES = frozenset({"the", "this", "a", "an", "that", "its", "his", "their", "our"})


def find_before(stretch: Stretch, first: int, alone: bool) -> list[str]:
    """Return the features that the words before a span decide; `alone` if the span is a single word."""
    words = stretch.words
    found = [f"style-{stretch.style}"] if stretch.style != "prose" else []
    if not first:
        found.append(_at_a_beginning(words[0]) if alone else "sentence-several")
        if is_dateline(words, stretch.dated):
            found.append("dateline")
        if alone and _is_word_too(words[0]):
            found.append("short-state-alone")
        return found
    before = words[first - 1].text
    if before in QUOTES or before in LABELS:
        found.append(_at_a_beginning(words[first]) if alone else "sentence-several")
    if alone and before != "," and _is_word_too(words[first]):
        found.append("short-state-alone")
    _look_at_title_or_cut(stretch, first, found)
    _look_at_the_word_before(stretch, first, found)
    if before == ",":
        _look_at_a_comma(words, first, alone, found)
    _look_at_a_thing(words, first, found)
    _look_at_a_leading_word(words, first, alone, found)
    return found


def _look_at_title_or_cut(stretch: Stretch, first: int, found: list[str]) -> None:
    """Look at whether a title stands before a span, or more of the name does."""
    words = stretch.words
    previous = words[first - 1]
    length, kind = title_before(words, first)
    if previous.text in SAINTS:
        found.append("after-saint")
    elif length and (stretch.style == "prose" or _is_name_word(words[first])):
        doubtful = length == 1 and previous.classes & TITLE_GIVEN
        found.append("title-or-given-before" if doubtful else f"title-before-{kind}")
    elif is_described(words, first):
        pass  # the word before it needs its capital for no other reason
    elif first > stretch.first and previous.capital and binds(stretch, first - 1):
        found.append(_of_a_cut(words, first))


def _look_at_the_word_before(stretch: Stretch, first: int, found: list[str]) -> None:
    """Look at a word before a span that tells who is named, or leads to it: "told", "called", "mayor of", "Bank of"."""
    words, previous = stretch.words, stretch.words[first - 1]
    before = previous.text if previous.text.islower() else previous.text.lower()
    if before == "by" and first > 1 and words[first - 2].lower in _BYLINES:
        found.append("after-byline")
    if before == "'s" and (words[first].organisation_last or words[first].place_last):
        found.append("after-possessive-head")
    if before == "." and first > 1 and words[first - 2].text == "v":
        found.append("after-versus")
    if before in PARTICLES and previous.text.islower():
        found += _of_particles(stretch, first)
    if before in _TELLING:
        found.append("after-telling")
    elif previous.classes & REPORTING:
        found.append("after-reporting")
    if previous.low_classes & NAMING:
        found.append("after-naming-a-beast" if _is_of_a_beast(words, first - 2) else "after-naming")
    if before in BORN:
        found.append("after-maiden")
    if previous.capital and (previous.classes & SURE_PLACE_FIRST or (before == "new" and first > 1)):
        found.append("after-place-first")
    if before in _LEADS:
        _look_at_what_it_is_of(words, first - 1, before, found)


def _look_at_what_it_is_of(words: Sequence[Word], at: int, before: str, found: list[str]) -> None:
    """Look at what leads to a span by the "of", "at" or "the" at `at`: "mayor of", "the airport at", "Bank of"."""
    if is_of_a_place(words, at):
        found.append("after-noun-of-places")
    elif is_at_a_building(words, at):
        found.append("after-building-at")
    if before in ("of", "the") and _is_of_a_body(words, at):
        found.append("after-body-of")
    elif before == "of" and _ends_a_person(words, at):
        found.append("after-somebody-of")
    elif before == "of" and at and words[at - 1].capital and words[at - 1].abstract:
        found.append("after-abstract-of")


def _look_at_a_comma(words: Sequence[Word], first: int, alone: bool, found: list[str]) -> None:
    """Look at what ends at the comma before a span: a role, a body's noun, another name."""
    if first < 2:
        return
    word = words[first - 2]
    title = lexicon.titles().get(word.lower, "") if word.ends_title else ""
    if title in ("role", "relation") and word.text.islower():
        found.append(f"after-comma-{title}")
    elif not alone and _is_role_of_something(words, first - 2):
        found.append("after-comma-role")
    elif _ends_with_a_body(words, first - 2):
        found.append("after-comma-organisation-noun")
    if word.capital and words[first].place:
        found.append("after-comma-name")


def _look_at_a_thing(words: Sequence[Word], first: int, found: list[str]) -> None:
    """Look at whether a storm or a ship is called so, or whether shares in it are told of."""
    if is_storm(words, first):
        found.append("after-storm")
    if is_vessel(words, first):
        found.append("after-vehicle")
    elif words[first - 1].capital and is_within_vessel(words, first):
        found.append("within-vehicle-name")
    if is_of_a_share(words, first):
        found.append("after-company-share")


def _look_at_a_leading_word(words: Sequence[Word], first: int, alone: bool, found: list[str]) -> None:
    """Look at the noun, direction or small word right before a span."""
    previous = words[first - 1]
    before, classes = previous.text.lower(), previous.low_classes
    if classes & ORGANISATION_NOUN and not previous.capital:
        found.append("after-organisation-noun")
    elif before == "of" and first > 1 and is_settlement(words[first - 2].lower):
        found.append("after-settlement-of")
    elif classes & DIRECTION and len(before) > _LONG_DIRECTION:
        found.append("after-direction")
    elif before == "at" and first > 1 and words[first - 2].low_classes & AIMED:
        found.append("after-aiming-at")
    elif before == "to" and first > 1 and words[first - 2].lower == "according":
        found.append("after-according")
    elif classes & LOCATIVE:
        found.append("after-locative")
    elif before in _SMALL:
        found.append(f"after-{before}")
    elif before == "the" and alone and f"the {words[first].text}" in lexicon.organisations():
        found.append("known-organisation")
    elif before in _ARTICLES:
        found.append("after-article")


def is_described(words: Sequence[Word], first: int) -> bool:
    """Say whether only a sentence's head gives the word before a name its capital: "Rival Norvik Steel"."""
    if not first or not words[first - 1].low_classes & DESCRIBING or not words[first].capital:
        return False
    return first == 1 or words[first - 2].text in QUOTES or words[first - 2].text in LABELS


def _is_of_a_beast(words: Sequence[Word], at: int) -> bool:
    """Say whether an animal is named by the "named" or "called" behind `at`: "a dog that was called"."""
    near = {word.lower for word in words[max(0, at - 2) : at + 1]}
    return not lexicon.word_class("beast").isdisjoint(near)


def _of_particles(stretch: Stretch, first: int) -> list[str]:
    """Look at what stands before the small particles of a family name: a title, or more of the name."""
    at = first
    while at and stretch.words[at - 1].text in PARTICLES:
        at -= 1
    kind = title_before(stretch.words, at)[1]
    if kind:
        return [f"title-before-{kind}"]
    return ["cut-left-particle"] if at > stretch.first and stretch.words[at - 1].capital else []


def _ends_a_person(words: Sequence[Word], end: int) -> bool:
    """Say whether a person named in full ends before `end`: "Amina Yusuf of Makerere"."""
    if end < 2 or not (words[end - 1].capital and words[end - 2].capital):
        return False
    given, family = words[end - 2], words[end - 1]
    named = given.given or is_initials(words[end - 2].text)
    return named and not (family.organisation_first or family.place_first or family.title or given.title)


def _is_role_of_something(words: Sequence[Word], at: int) -> bool:
    """Say whether a role and what it is of end at `at`: "the head of the rescue, Beat Amstutz"."""
    for start in range(at - 1, max(0, at - _LONGEST_APPOSED), -1):
        if words[start].text == "of":
            return words[start - 1].text.islower() and lexicon.titles().get(words[start - 1].lower) == "role"
        if not (words[start].text.isalpha() or words[start].text == "'s"):
            return False
    return False


def _ends_with_a_body(words: Sequence[Word], at: int) -> bool:
    """Say whether a noun for bodies at `at` ends what a name is told to be: "the state fire agency, Cal Ember"."""
    if not words[at].low_classes & ORGANISATION_NOUN or not words[at].text.islower():
        return False
    start = at - 1
    while start >= 0 and at - start < _LONGEST_APPOSED:
        lower = words[start].lower
        if lower in _ARTICLES:
            told = words[start - 1].low_classes if start else 0
            source = start > 1 and words[start - 2].lower == "according"
            return source or not told & LOCATIVE
        if not words[start].text.islower() and lower not in ("'s", "'"):
            return words[start + 1].text in ("'s", "'")
        start -= 1
    return False


def _is_of_a_body(words: Sequence[Word], at: int) -> bool:
    """Say whether the "of" or "of the" that ends at `at` goes on with a body's name: University of, Bank of the."""
    at -= words[at].text.lower() == "the"
    if at < 1 or words[at].text != "of" or not words[at - 1].capital:
        return False
    head = words[at - 1]
    return head.organisation_first and not (head.adjective and head.title)  # not "Republican of Ohio"


def _is_name_word(word: Word) -> bool:
    """Say whether a word is a name rather than one more word of a headline: not "Resigns"."""
    return word.given or word.surname or word.rare or word.known


def _of_a_cut(words: Sequence[Word], first: int) -> str:
    """Return the feature of a span with a capital right before it; none is cut off by a whole known name."""
    before = words[first - 1]
    if before.adjective:
        return "cut-left-nationality"
    if first > 2 and words[first - 2].lower == "of" and is_settlement(words[first - 3].lower):
        return "cut-left-settlement"
    named = before.given or before.surname or before.particle or before.rare
    given = words[first].given or is_initials(words[first].text)
    if not named and given and not is_known(f"{words[first - 1].text} {words[first].text}"):
        return "cut-left-word"
    pairs = (words[first - 1].text, " ".join(w.text for w in words[max(0, first - 2) : first]))
    return "cut-left-known" if any(is_known(pair) for pair in pairs) else "cut-left"


def binds(stretch: Stretch, at: int) -> bool:
    """Say whether a capital at `at` tells of a name: all words of a title have one, there only names' words count."""
    if stretch.style == "prose":
        return not stretch.words[at].function
    word = stretch.words[at]
    return word.rare or word.given or word.surname


def _is_word_too(word: Word) -> bool:
    """Say whether a state's short form is a word or a name too: Mass., Mo., but not Calif."""
    text = word.text
    if text[-1] != "." or text not in lexicon.regions() or not text[1].islower():
        return False
    bare = word_of(text[:-1])
    return bare.given or bare.common


def _at_a_beginning(word: Word) -> str:
    """Return the feature of a single word at the head of a sentence, where all words have a capital."""
    if word.classes & ORDINARY_TOO:
        return "sentence-ordinary"
    if word.rare:
        return "sentence-rare"
    named = word.given or word.surname or is_known(phrase_of((word.text,)))
    return "sentence-english-name" if named else "sentence-english"
