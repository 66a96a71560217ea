"""The tables of this room: small words, first names and whose they are."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from tui.compare.names.lexicon import sex_of_given
from tui.compare.nouns import MAN, WOMAN, noun
from tui.disk.tables import read_table

_HERE = Path(__file__).parent
PREPOSITION: Final = 1 << 0
VERB: Final = 1 << 1
CLAUSE: Final = 1 << 2
COPULA: Final = 1 << 3
ARTICLE: Final = 1 << 4
SPEECH: Final = 1 << 5
BEFORE_SPEECH: Final = 1 << 6
POINTING: Final = 1 << 7
TOGETHER: Final = 1 << 8
_KINDS = {
    "prepositions": PREPOSITION,
    "verbs": VERB,
    "clause words": CLAUSE,
    "copulas": COPULA,
    "articles": ARTICLE,
    "speech": SPEECH,
    "before speech": BEFORE_SPEECH,
    "before a description": POINTING,
    "together": TOGETHER,
}
_ENDINGS_OF_WOMEN = ("a", "ette", "elle", "ine", "lyn", "een", "ie")
_HONORIFICS = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "baron", "duke", "tsar", "herr", "monsieur"), MAN),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "baroness", "madame"), WOMAN),
}


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of small words."""
    return frozenset(word for row, cell in read_table(_HERE / "words.tsv") if row == name for word in cell.split())


@cache
def kinds_by_word() -> dict[str, int]:
    """Return for each word of the lists that are asked at every place in which of them it is, a bit each."""
    found: dict[str, int] = {}
    for name, kind in _KINDS.items():
        for word in words(name):
            found[word] = found.get(word, 0) | kind
    return found


@cache
def _titles() -> dict[str, tuple[str, ...]]:
    rows = read_table(_HERE / "titles.tsv")
    return {word: tuple(others.split()) for words_, others in rows for word in words_.split()}


def same_titles(word: str) -> tuple[str, ...]:
    """Return what else whoever bears a title in small letters is called: "colonel" for "col"."""
    return _titles().get(word.rstrip("."), ())


@cache
def _first_names() -> dict[str, int]:
    sex = {"women": WOMAN, "men": MAN, "either": 0, "woman": WOMAN, "man": MAN}
    rare = {name: sex[whose] for whose, cell in read_table(_HERE / "first_names.tsv") for name in cell.split()}
    return {name: sex[whose] for name, whose in sex_of_given().items()} | rare


@lru_cache(maxsize=1 << 12)
def gender_of_name(name: str) -> float:
    """Return whose a person's name is, from -1, surely a man's, to 1, surely a woman's; 0 where nothing tells."""
    first, *others = name.replace(".", " ").split() or [""]
    told = _first_names().get(first) or _first_names().get(first.split("-")[0])
    if told is not None:
        return 0.9 * told if others else 0.4 * told
    if not others:
        return 0.0
    return 0.3 if first.lower().endswith(_ENDINGS_OF_WOMEN) else 0.0


def gender_of_honorific(word: str) -> int:
    """Return whose a word in small letters such as "mrs" is: 1 a woman's, -1 a man's, 0 for any other word."""
    return _HONORIFICS.get(word, 0)


@lru_cache(maxsize=1 << 12)
def gender_of_title(title: str) -> int:
    """Return whose the words before or behind a person's name are: 1 a woman's, -1 a man's, 0 either's."""
    for word in title.lower().replace(".", "").split():
        told = _HONORIFICS.get(word) or ((found := noun(word)) is not None and found.gender)
        if told:
            return int(told)
    return 0
