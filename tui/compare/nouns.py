"""Nouns that stand for people, bodies and places: the suspect, both unions, a spokeswoman."""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from tui.disk.tables import read_table

WOMAN, MAN = 1, -1


class Noun(NamedTuple):
    """What a noun tells of whom it stands for."""

    kind: str
    """ "person", "organisation" or "place"."""
    gender: int
    """1 a woman, -1 a man, 0 either."""
    many: bool


@cache
def _nouns() -> dict[str, Noun]:
    sex = {"woman": WOMAN, "man": MAN, "-": 0}
    found: dict[str, Noun] = {}
    for kind, gender, cell in read_table(Path(__file__).with_name("nouns.tsv")):
        many = kind.startswith("many ")
        for word in cell.split():
            found.setdefault(word, Noun(kind.removeprefix("many "), sex[gender], many))
    return found


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """Return the singular of a noun in small letters, as far as rules and the table tell."""
    nouns = _nouns()
    if word in nouns or not word.endswith(("s", "men")):
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
    if word.endswith(("-year-old", "-year-olds")):
        return Noun("person", 0, word.endswith("s"))
    one = nouns.get(singular(word))
    return one._replace(many=True) if one is not None else None
