"""How much a word tells: rare in English at large and rare in the pair."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from tui.compare.tables import read_table

_UNLISTED_ZIPF = 3.25
_NUMBER_ZIPF = 4.0
_FULL_WEIGHT_ZIPF = 3.0
_NO_WEIGHT_ZIPF = 7.5


@cache
def _zipf_values() -> dict[str, float]:
    rows = read_table(Path(__file__).parent / "common_words.tsv")
    return {stem: float(zipf) for zipf, stems in rows for stem in stems.split()}


def rarity_in_english(stem: str) -> float:
    """Return how rare a stem is in English at large, from 0 for "the" to 1 for a word hardly ever met."""
    zipf = _NUMBER_ZIPF if stem[0].isdecimal() else _zipf_values().get(stem, _UNLISTED_ZIPF)
    return min(1.0, max(0.0, (_NO_WEIGHT_ZIPF - zipf) / (_NO_WEIGHT_ZIPF - _FULL_WEIGHT_ZIPF)))


def weigh_stems(sentences: Iterable[Iterable[str]]) -> Mapping[str, float]:
    """Return the weight of each stem in a pair: its inverse document frequency times its rarity in English.

    Parameters
    ----------
    sentences
        The stems of every sentence of both articles.

    Notes
    -----
    The inverse document frequency is `log((N + 1) / n)` of N sentences, n of them with the stem (Spärck Jones, 1972).
    """
    rows = [set(stems) for stems in sentences]
    spread = Counter(stem for row in rows for stem in row)
    return {stem: math.log((len(rows) + 1) / count) * rarity_in_english(stem) for stem, count in spread.items()}
