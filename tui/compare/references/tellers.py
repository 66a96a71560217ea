"""Who tells what a pronoun or description stands in: "Brandt said that she …", "“She knew,” said Brandt"."""

from functools import cache
from typing import NamedTuple

from tui.compare.references.candidates import Candidate, Place
from tui.compare.references.lexicon import words
from tui.compare.references.scan import Scene

_TOLD = 9
"""The verb that tells what a pronoun begins is looked for over so many words before it."""
_LONGEST_ASIDE = 25
_OPENS_ASIDE = frozenset((",", "(", "–", "—", "-"))
_CLOSES_ASIDE = frozenset((",", ")", "–", "—", "-"))
_BESIDE_SPEECH = 9
"""The verb of speech and its subject are looked for over so many words behind a quotation."""


class Teller(NamedTuple):
    """Between which words the subject of a verb of speech ends."""

    first: int
    last: int


@cache
def _clause_words() -> frozenset[str]:
    return words("clause words") - {"that", "after", "before"}


def find_teller(here: Place, scene: Scene) -> Teller | None:
    """Return who tells what a place begins, as in "Brandt, who runs the port, said on Monday that she …"."""
    if here.quoted:
        return None
    at = here.first - 1
    while at >= 0 and here.first - at <= _TOLD and scene.words[at].sentence == here.sentence:
        if scene.lower(at) in words("speech") and not scene.words[at].quoted:
            return _subject_of(at, scene)
        if not scene.words[at].text[:1].isalnum() or scene.lower(at) in _clause_words():
            return None
        at -= 1
    return None


def _subject_of(verb: int, scene: Scene) -> Teller:
    subject = verb - 1
    while subject >= 0 and (scene.lower(subject) in words("before speech") or scene.lower(subject).endswith("ly")):
        subject -= 1
    if scene.lower(subject) not in _CLOSES_ASIDE:
        return Teller(subject, subject)
    return Teller(max(0, subject - _LONGEST_ASIDE), subject - 1)


def is_teller(teller: Teller | None, option: Candidate, here: Place, scene: Scene) -> bool:
    """Say whether a candidate is the subject of the verb that tells what is said."""
    if teller is None:
        return False
    first, last = teller
    return any(
        place.last == last or (first <= place.last < last and scene.lower(place.last + 1) in _OPENS_ASIDE)
        for place in option.outside[-3:]
        if place.sentence == here.sentence and not place.in_phrase
    )


def find_speaker_around(here: Place, scene: Scene) -> str | None:
    """Return the name beside a verb of speech right behind the quotation that a place stands in."""
    if not here.quoted:
        return None
    at = here.last
    while at < len(scene.words) and scene.words[at].quoted:
        at += 1
    end = min(len(scene.words), at + _BESIDE_SPEECH)
    if not any(scene.lower(n) in words("speech") for n in range(at, end)):
        return None
    numbers = (scene.name_at[n] for n in range(at, end) if n in scene.name_at and not scene.words[n].quoted)
    number = next(numbers, None)
    return scene.names[number][2].name if number is not None else None
