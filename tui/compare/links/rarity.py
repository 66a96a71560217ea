"""How common a word is in English at large, so that "Moscow" in a story about Moscow is not rare and "wreaths" is."""

from functools import cache, lru_cache
from pathlib import Path

from tui.disk.tables import read_table

_UNLISTED_ZIPF = 3.25
_NUMBER_ZIPF = 4.0
_FULL_WEIGHT_ZIPF = 3.0
_NO_WEIGHT_ZIPF = 7.5


@cache
def _zipf_values() -> dict[str, float]:
    rows = read_table(Path(__file__).parent / "common_words.tsv")
    found: dict[str, float] = {}
    for zipf, stems in rows:
        found |= dict.fromkeys(stems.split(), float(zipf))
    return found


def is_listed(stem: str) -> bool:
    """Say whether a stem is a common English one."""
    return stem in _zipf_values()


def _rarity(zipf: float) -> float:
    return min(1.0, max(0.0, (_NO_WEIGHT_ZIPF - zipf) / (_NO_WEIGHT_ZIPF - _FULL_WEIGHT_ZIPF)))


@lru_cache(maxsize=1 << 15)
def rarity_in_english(stem: str) -> float:
    """Return how rare a stem is in English at large, from 0 for "the" to nearly 1 for a word hardly ever met."""
    zipf = _zipf_values().get(stem)
    rarity = 0.0 if zipf is None else _rarity(zipf)
    return rarity or _rarity(_NUMBER_ZIPF if stem[0].isdecimal() else _UNLISTED_ZIPF)
