"""What stands before a span of words and speaks for or against its being a name."""

from collections.abc import Iterator, Sequence

from tui.compare.names import lexicon
from tui.compare.names.lexicon import marks
from tui.compare.names.phrases import BORN, SAINTS, is_initials, is_known, phrase_of
from tui.compare.names.stretches import QUOTES, Stretch, title_before
from tui.compare.names.things import is_storm, is_vessel, is_within_vessel
from tui.compare.names.told import is_at_a_building, is_dateline, is_of_a_place, is_of_a_share, is_settlement
from tui.compare.names.words import Word

PARTICLES = frozenset("van von der den de del della di dos du la le bin ibn al el ter".split())  # noqa: SIM905
"""Small words that belong to the family name behind them."""
LABELS = frozenset({":", "—", "–", "-", "•", "*"})
_LONGEST_APPOSED = 6
"""So many words a description may have that a name is set beside."""
_BYLINES = frozenset({"reporting", "editing", "writing", "written", "edited", "compiled", "photographs", "photograph"})
_LONG_DIRECTION = 6
"""Directions of more letters, "northern", nearly always stand before a place; "south" tells less."""
_ARTICLES = frozenset({"the", "this", "a", "an", "that", "its", "his", "their", "our"})


def find_before(stretch: Stretch, first: int, alone: bool) -> list[str]:
    """Return the features that the words before a span decide; `alone` if the span is a single word."""
    words = stretch.words
    found = [*_of_the_line(stretch, first, alone), *_of_title_or_cut(stretch, first)]
    if first:
        found += _of_the_word_before(stretch, first)
        found += _of_what_it_is_of(words, first - 1)
        if words[first - 1].text == ",":
            found += _of_a_comma(words, first, alone)
        found += _of_a_thing(words, first)
        found += _of_a_leading_word(words, first, alone)
    return found


def _of_the_line(stretch: Stretch, first: int, alone: bool) -> Iterator[str]:
    """Look at how the line is written, and at whether the span begins it."""
    words = stretch.words
    before = words[first - 1].text if first else ""
    if stretch.style != "prose":
        yield f"style-{stretch.style}"
    if not first or before in QUOTES or before in LABELS:
        yield _at_a_beginning(words[first].text) if alone else "sentence-several"
        if not first and is_dateline(words):
            yield "dateline"
    if alone and before != "," and _is_word_too(words[first].text):
        yield "short-state-alone"


def _of_title_or_cut(stretch: Stretch, first: int) -> Iterator[str]:
    """Look at whether a title stands before a span, or more of the name does."""
    words = stretch.words
    length, kind = title_before(words, first)
    if first and words[first - 1].text in SAINTS:
        yield "after-saint"
    elif length and (stretch.style == "prose" or _is_name_word(words[first].text)):
        doubtful = length == 1 and words[first - 1].text in lexicon.word_class("title-given")
        yield "title-or-given-before" if doubtful else f"title-before-{kind}"
    elif is_described(words, first):
        pass  # the word before it needs its capital for no other reason
    elif first > stretch.first and words[first - 1].capital and binds(stretch, first - 1):
        yield _of_a_cut(words, first)


def _of_the_word_before(stretch: Stretch, first: int) -> Iterator[str]:
    """Look at a word before a span that tells who is named: "by" of a byline, "told", "said", "called"."""
    words, previous = stretch.words, stretch.words[first - 1]
    before = previous.text.lower()
    if before == "by" and first > 1 and words[first - 2].lower in _BYLINES:
        yield "after-byline"
    if before == "'s" and (marks(words[first].text).organisation_last or marks(words[first].text).place_last):
        yield "after-possessive-head"
    if before == "." and first > 1 and words[first - 2].text == "v":
        yield "after-versus"
    if before in PARTICLES and previous.text.islower():
        yield from _of_particles(stretch, first)
    if before in ("told", "telling", "tell", "tells"):
        yield "after-telling"
    elif previous.text in lexicon.word_class("reporting"):
        yield "after-reporting"
    if before in lexicon.word_class("naming"):
        yield "after-naming-a-beast" if _is_of_a_beast(words, first - 2) else "after-naming"
    if before in BORN:
        yield "after-maiden"
    if previous.capital and (
        previous.text in lexicon.word_class("sure-place-first") or (before == "new" and first > 1)
    ):
        yield "after-place-first"


def _of_what_it_is_of(words: Sequence[Word], at: int) -> Iterator[str]:
    """Look at what leads to a span by the "of", "at" or "the" at `at`: "mayor of", "the airport at", "Bank of"."""
    before = words[at].text.lower()
    if is_of_a_place(words, at):
        yield "after-noun-of-places"
    elif is_at_a_building(words, at):
        yield "after-building-at"
    if before in ("of", "the") and _is_of_a_body(words, at):
        yield "after-body-of"
    elif before == "of" and _ends_a_person(words, at):
        yield "after-somebody-of"
    elif before == "of" and at and words[at - 1].capital and marks(words[at - 1].text).abstract:
        yield "after-abstract-of"


def _of_a_comma(words: Sequence[Word], first: int, alone: bool) -> Iterator[str]:
    """Look at what ends at the comma before a span: a role, a body's noun, another name."""
    if first < 2:
        return
    title = lexicon.titles().get(words[first - 2].lower, "")
    if title in ("role", "relation") and words[first - 2].text.islower():
        yield f"after-comma-{title}"
    elif not alone and _is_role_of_something(words, first - 2):
        yield "after-comma-role"
    elif _ends_with_a_body(words, first - 2):
        yield "after-comma-organisation-noun"
    if words[first - 2].capital and words[first].text in lexicon.places():
        yield "after-comma-name"


def _of_a_thing(words: Sequence[Word], first: int) -> Iterator[str]:
    """Look at whether a storm or a ship is called so, or whether shares in it are told of."""
    if is_storm(words, first):
        yield "after-storm"
    if is_vessel(words, first):
        yield "after-vehicle"
    elif is_within_vessel(words, first):
        yield "within-vehicle-name"
    if is_of_a_share(words, first):
        yield "after-company-share"


def _of_a_leading_word(words: Sequence[Word], first: int, alone: bool) -> Iterator[str]:
    """Look at the noun, direction or small word right before a span."""
    before = words[first - 1].text.lower()
    if not words[first - 1].capital and before in lexicon.word_class("organisation-noun"):
        yield "after-organisation-noun"
    elif before == "of" and first > 1 and is_settlement(words[first - 2].lower):
        yield "after-settlement-of"
    elif before in lexicon.word_class("direction") and len(before) > _LONG_DIRECTION:
        yield "after-direction"
    elif before == "at" and first > 1 and words[first - 2].lower in lexicon.word_class("aimed"):
        yield "after-aiming-at"
    elif before in lexicon.word_class("locative"):
        yield "after-locative"
    elif before in ("of", "by", "with", "and", "for"):
        yield f"after-{before}"
    elif before == "the" and alone and f"the {words[first].text}" in lexicon.organisations():
        yield "known-organisation"
    elif before in _ARTICLES:
        yield "after-article"


def is_described(words: Sequence[Word], first: int) -> bool:
    """Say whether only a sentence's head gives the word before a name its capital: "Rival Norvik Steel"."""
    if not first or words[first - 1].lower not in lexicon.word_class("describing") or not words[first].capital:
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
    given, family = marks(words[end - 2].text), marks(words[end - 1].text)
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
    if words[at].lower not in lexicon.word_class("organisation-noun") or not words[at].text.islower():
        return False
    start = at - 1
    while start >= 0 and at - start < _LONGEST_APPOSED:
        lower = words[start].lower
        if lower in _ARTICLES:
            told = words[start - 1].lower if start else ""
            source = start > 1 and words[start - 2].lower == "according"
            return source or told not in lexicon.word_class("locative")
        if not words[start].text.islower() and lower not in ("'s", "'"):
            return words[start + 1].text in ("'s", "'")
        start -= 1
    return False


def _is_of_a_body(words: Sequence[Word], at: int) -> bool:
    """Say whether the "of" or "of the" that ends at `at` goes on with a body's name: University of, Bank of the."""
    at -= words[at].text.lower() == "the"
    if at < 1 or words[at].text != "of" or not words[at - 1].capital:
        return False
    head = marks(words[at - 1].text)
    return head.organisation_first and not (head.adjective and head.title)  # not "Republican of Ohio"


def _is_name_word(text: str) -> bool:
    """Say whether a word is a name rather than one more word of a headline: not "Resigns"."""
    word = marks(text)
    return word.given or word.surname or word.rare or is_known(text)


def _of_a_cut(words: Sequence[Word], first: int) -> str:
    """Return the feature of a span with a capital right before it; none is cut off by a whole known name."""
    before = marks(words[first - 1].text)
    if before.adjective:
        return "cut-left-nationality"
    if first > 2 and words[first - 2].lower == "of" and is_settlement(words[first - 3].lower):
        return "cut-left-settlement"
    named = before.given or before.surname or before.particle or before.rare
    given = marks(words[first].text).given or is_initials(words[first].text)
    if not named and given and not is_known(f"{words[first - 1].text} {words[first].text}"):
        return "cut-left-word"
    pairs = (words[first - 1].text, " ".join(w.text for w in words[max(0, first - 2) : first]))
    return "cut-left-known" if any(is_known(pair) for pair in pairs) else "cut-left"


def binds(stretch: Stretch, at: int) -> bool:
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


def _at_a_beginning(text: str) -> str:
    """Return the feature of a single word at the head of a sentence, where all words have a capital."""
    word = marks(text)
    if text in lexicon.word_class("ordinary-too"):
        return "sentence-ordinary"
    if word.rare:
        return "sentence-rare"
    named = word.given or word.surname or is_known(phrase_of((text,)))
    return "sentence-english-name" if named else "sentence-english"
