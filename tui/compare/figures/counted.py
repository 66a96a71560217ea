"""What is counted: the noun and the verb that tells what became of it ("people killed")."""

from functools import cache
from pathlib import Path

from tui.compare.figures.nouns import Noun
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.compare.tables import read_table

_REACH = 5


@cache
def _tellings() -> dict[str, str]:
    rows = read_table(Path(__file__).with_name("telling.tsv"))
    return {form: participle for participle, forms in rows for form in forms.split()}


@cache
def _participles() -> frozenset[str]:
    return frozenset(_tellings().values())


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
    if verb is not None and verb in phrase.split():
        verb = None
    return " ".join(part for part in (phrase, verb) if part) or None


def _text(words: Words, first: int, after: int) -> str:
    pieces = []
    for at in range(first, after):
        pieces.append(words.raw[at] if at == first or words.touches(at) else " " + words.raw[at])
    return "".join(pieces)


def _verb_after(words: Words, at: int) -> str | None:
    """Read "killed" in "people killed", "were killed", "have already been killed", "died"."""
    for place in range(at, at + _REACH):
        low = words.low[place]
        if low in _participles():
            return low
        if low in _tellings() and place == at:
            return _tellings()[low]
        if low not in word_list("auxiliaries") and not low.endswith("ly"):
            return None
    return None


def _verb_before(words: Words, first: int) -> str | None:
    """Read "killed" in "killed 12 people", "killing at least 12", "left 12 dead" not."""
    at = first - 1
    if at >= 0 and words.low[at] in ("of", "the") and at > 0:
        at -= 1
    if at >= 0 and words.low[at] in _tellings() and not (at > 0 and words.low[at - 1] in word_list("auxiliaries")):
        return _tellings()[words.low[at]]
    return None
