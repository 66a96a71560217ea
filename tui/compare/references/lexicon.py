"""The tables of this room: small words, nouns for people and bodies, first names and whose they are."""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from tui.disk.tables import read_table

_HERE = Path(__file__).parent
_WOMAN, _MAN = 1, -1
_ENDINGS_OF_WOMEN = ("a", "ette", "elle", "ine", "lyn", "een", "ie")
_HONORIFICS = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "baron", "duke", "tsar", "herr", "monsieur"), _MAN),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "baroness", "madame"), _WOMAN),
}


class Noun(NamedTuple):
    """What a noun tells of whom it stands for."""

    kind: str
    """ "person", "organisation" or "place"."""
    gender: int
    """1 a woman, -1 a man, 0 either."""
    many: bool


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of small words."""
    return frozenset(word for row, cell in read_table(_HERE / "words.tsv") if row == name for word in cell.split())


@cache
def _nouns() -> dict[str, Noun]:
    sex = {"woman": _WOMAN, "man": _MAN, "-": 0}
    found: dict[str, Noun] = {}
    for kind, gender, cell in read_table(_HERE / "nouns.tsv"):
        many = kind.startswith("many ")
        for word in cell.split():
            found.setdefault(word, Noun(kind.removeprefix("many "), sex[gender], many))
    return found


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """Return the singular of a noun in small letters, as far as rules and the table tell."""
    nouns = _nouns()
    if word in nouns or not word.endswith("s"):
        return word
    for ending, instead in (("ies", "y"), ("men", "man"), ("es", ""), ("s", "")):
        if word.endswith(ending) and (found := word.removesuffix(ending) + instead) in nouns:
            return found
    return word


@lru_cache(maxsize=1 << 14)
def noun(word: str) -> Noun | None:
    """Return what a noun in small letters tells, or none where the table does not know it."""
    nouns = _nouns()
    if word in nouns:
        return nouns[word]
    one = nouns.get(singular(word))
    return one._replace(many=True) if one is not None else None


@cache
def _first_names() -> dict[str, int]:
    sex = {"women": _WOMAN, "men": _MAN}
    return {name: sex[whose] for whose, cell in read_table(_HERE / "first_names.tsv") for name in cell.split()}


@lru_cache(maxsize=1 << 12)
def gender_of_name(name: str) -> float:
    """Return whose a person's name is, from -1, surely a man's, to 1, surely a woman's; 0 where nothing tells."""
    first, *others = name.replace(".", " ").split() or [""]
    told = _first_names().get(first) or _first_names().get(first.split("-")[0])
    if told is not None:
        return 0.9 * told if others else 0.4 * told
    if not others:
        return 0.0
    return 0.3 if first.lower().endswith(_ENDINGS_OF_WOMEN) else -0.2


@lru_cache(maxsize=1 << 12)
def gender_of_title(title: str) -> int:
    """Return whose the words before or behind a person's name are: 1 a woman's, -1 a man's, 0 either's."""
    for word in title.lower().replace(".", "").split():
        told = _HONORIFICS.get(word) or ((found := noun(word)) is not None and found.gender)
        if told:
            return int(told)
    return 0
