"""What is known of a single word before words are cut: whether English has it, whether a country is called so."""

from functools import cache, lru_cache
from pathlib import Path

from Stemmer import Stemmer

from tui.disk.tables import read_table

_TABLES = Path(__file__).parent / "tables"
_STEMMER = Stemmer("english", 0)
_LONGEST_WORD = 40
"""Nothing longer is a word; stemming it would take its time."""
_COMMON_RARITY = 0.72
_LISTED_RARITY = 0.9


@cache
def countries_table() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    """Return each country or territory with its capitals, adjectives and other names."""
    rows = [(*row, "", "", "")[:4] for row in read_table(_TABLES / "countries.tsv")]
    split = [(row[0], *(tuple(form for form in cell.split("|") if form) for cell in row[1:])) for row in rows]
    return tuple(split)  # type: ignore[arg-type]


@cache
def place_words() -> frozenset[str]:
    """Return the places whose known form is a single word, and the adjectives that stand for places."""
    found = set()
    for name, capitals, adjectives_, variants in countries_table():
        found |= {name, *capitals, *adjectives_, *variants}
    return frozenset(found | {row[0] for row in read_table(_TABLES / "adjectives.tsv")})


def is_place_word(word: str) -> bool:
    """Say whether a word is a country, a capital or an adjective of either."""
    return word in place_words()


@lru_cache(maxsize=65536)
def _rarity(word: str) -> float:
    if len(word) > _LONGEST_WORD:
        return 1.0
    from tui.compare.links.rarity import rarity_in_english  # not above: the links read names too

    return rarity_in_english(_STEMMER.stemWord(word.lower()))


def is_english(word: str) -> bool:
    """Say whether a word is met in English at large, not only in names."""
    return _rarity(word) < _LISTED_RARITY


def is_common(word: str) -> bool:
    """Say whether a word is one of everyday English, by its stem."""
    return not word or _rarity(word) < _COMMON_RARITY


def is_rare(word: str) -> bool:
    """Say whether English at large hardly knows a word."""
    return bool(word) and not is_english(word)
