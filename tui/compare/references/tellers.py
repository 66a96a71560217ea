"""Who tells what a pronoun or description stands in: "Brandt said that she …", "“She knew,” said Brandt"."""

from typing import NamedTuple

from tui.compare.references.candidates import Candidate, Place
from tui.compare.references.lexicon import BEFORE_SPEECH, CLAUSE, SPEECH
from tui.compare.references.scan import Scene

_TOLD = 9
"""The verb that tells what a pronoun begins is looked for over so many words before it."""
_LONGEST_ASIDE = 25
_OPENS_ASIDE = frozenset((",", "(", "–", "—", "-"))
_CLOSES_ASIDE = frozenset((",", ")", "–", "—", "-"))
_LEADING = frozenset(("that", "after", "before"))
"""Clause words that may stand between a verb of speech and what is told."""
_BESIDE_SPEECH = 9
"""The verb of speech and its subject are looked for over so many words behind a quotation."""


class Teller(NamedTuple):
    """Between which words the subject of a verb of speech ends."""

    first: int
    last: int


def find_teller(here: Place, scene: Scene) -> Teller | None:
    """Return who tells what a place begins, as in "Brandt, who runs the port, said on Monday that she …"."""
    if here.quoted:
        return None
    at = here.first - 1
    while at >= 0 and here.first - at <= _TOLD and scene.sentences[at] == here.sentence:
        kinds, low = scene.kinds[at], scene.low[at]
        if kinds & SPEECH and not scene.quoted[at]:
            return _subject_of(at, scene)
        if not scene.texts[at][:1].isalnum() or (kinds & CLAUSE and low not in _LEADING):
            return None
        at -= 1
    return None


def _subject_of(verb: int, scene: Scene) -> Teller:
    subject = verb - 1
    while subject >= 0 and (scene.kinds[subject] & BEFORE_SPEECH or scene.low[subject].endswith("ly")):
        subject -= 1
    if scene.low[subject] not in _CLOSES_ASIDE:
        return Teller(subject, subject)
    return Teller(max(0, subject - _LONGEST_ASIDE), subject - 1)


def is_teller(teller: Teller | None, option: Candidate, here: Place, scene: Scene) -> bool:
    """Say whether a candidate is the subject of the verb that tells what is said."""
    if teller is None:
        return False
    first, last = teller
    for place in option.outside[-3:]:
        if place.sentence == here.sentence and not place.in_phrase:
            aside = first <= place.last < last and scene.low[place.last + 1] in _OPENS_ASIDE
            if place.last == last or aside:
                return True
    return False


def find_speaker_around(here: Place, scene: Scene) -> str | None:
    """Return the name beside a verb of speech right behind the quotation that a place stands in."""
    if not here.quoted:
        return None
    at = here.last
    while at < scene.size and scene.quoted[at]:
        at += 1
    end = min(scene.size, at + _BESIDE_SPEECH)
    if not any([scene.kinds[n] & SPEECH for n in range(at, end)]):
        return None
    for n in range(at, end):
        if n in scene.name_at and not scene.quoted[n]:
            return scene.names[scene.name_at[n]][2].name
    return None
