"""What is counted: the noun and the verb that tells what became of it ("people killed")."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.compare.figures.nouns import Noun, is_stop
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.disk.tables import read_table

_REACH = 5


class _Telling(NamedTuple):
    participle: str
    kin: str
    of_people: bool


@cache
def _tellings() -> tuple[dict[str, _Telling], dict[str, str]]:
    """Return what each form of a telling verb stands for, and the kin of every word that tells it."""
    forms: dict[str, _Telling] = {}
    kin: dict[str, str] = {}
    for participle, kin_name, verb_forms, nouns, whom in read_table(Path(__file__).with_name("telling.tsv")):
        for form in verb_forms.split():
            forms[form] = _Telling(participle, kin_name, whom == "person")
            kin[form] = kin_name
        kin |= dict.fromkeys((participle, *nouns.split()), kin_name)
    return forms, kin


@cache
def _told_of_people() -> frozenset[str]:
    """Return the participles that tell only what became of people."""
    return frozenset(telling.participle for telling in _tellings()[0].values() if telling.of_people)


def kin_of(counted: str | None) -> str | None:
    """Return what became of those who are counted, in one word for all words that tell the same: "dead", "hurt"."""
    for word in reversed((counted or "").split()):
        kin = _tellings()[1].get(word)
        if kin is not None:
            return kin
    return None


def read_counted(words: Words, first: int, noun: Noun | None, noun_at: int) -> str | None:
    """Return what a figure counts, as said around it.

    Parameters
    ----------
    words
        The paragraph.
    first
        Where the figure begins, its qualifier included.
    noun
        The noun that it counts, where there is one.
    noun_at
        Where the words between the number and the noun begin.
    """
    end = noun_at if noun is None else noun.after
    phrase = "" if noun is None else _text(words, noun_at, noun.after)
    verb = _verb_after(words, end) or _verb_before(words, first)
    if verb in _told_of_people() and noun is not None and not noun.is_person:
        verb = None
    if verb is not None and verb in phrase.split():
        verb = None
    return " ".join(part for part in (phrase, verb) if part) or None


def _text(words: Words, first: int, after: int) -> str:
    pieces = []
    for at in range(first, after):
        pieces.append(words.raw[at] if at == first or words.touches(at) else " " + words.raw[at])
    return "".join(pieces)


def _verb_after(words: Words, at: int) -> str | None:
    """Read "killed" in "people killed", "were killed", "have already been hurt", "died"."""
    forms = _tellings()[0]
    for place in range(at, at + _REACH):
        low = words.low[place]
        if low in forms and not low.endswith(("ing", "s")):
            return None if place == at and _has_object(words, at) else forms[low].participle
        if low not in word_list("auxiliaries") and not low.endswith("ly"):
            return forms["missing"].participle if low == "missing" else None
    return None


def _has_object(words: Words, verb: int) -> bool:
    """Say whether a verb right behind its noun has an object, and so does not tell what became of the noun."""
    low, kind = words.low[verb + 1], words.kinds[verb + 1]
    return kind in ("number", "part") or low in word_list("articles") or (kind == "word" and not is_stop(low))


def _verb_before(words: Words, first: int) -> str | None:
    """Read "killed" in "killed 12 people", "killing at least 12"."""
    at = first - 1
    if at > 0 and words.low[at] in ("of", "the"):
        at -= 1
    telling = _tellings()[0].get(words.low[at]) if at >= 0 else None
    if telling is None or (at > 0 and words.low[at - 1] in word_list("auxiliaries")):
        return None
    return telling.participle
