"""How common a word is in English at large, so that "Moscow" in a story about Moscow is not rare and "wreaths" is."""

from functools import cache
from pathlib import Path

from tui.disk.tables import read_table

_UNLISTED_ZIPF = 3.25
_NUMBER_ZIPF = 4.0
_FULL_WEIGHT_ZIPF = 3.0
_NO_WEIGHT_ZIPF = 7.5


@cache
def _zipf_values() -> dict[str, float]:
    rows = read_table(Path(__file__).parent / "common_words.tsv")
    return {stem: float(zipf) for zipf, stems in rows for stem in stems.split()}


def is_listed(stem: str) -> bool:
    """Say whether a stem is a common English one."""
    return stem in _zipf_values()


@cache
def _rarities() -> dict[str, float]:
    return {stem: _rarity(zipf) for stem, zipf in _zipf_values().items()}


def _rarity(zipf: float) -> float:
    return min(1.0, max(0.0, (_NO_WEIGHT_ZIPF - zipf) / (_NO_WEIGHT_ZIPF - _FULL_WEIGHT_ZIPF)))


def rarity_in_english(stem: str) -> float:
    """Return how rare a stem is in English at large, from 0 for "the" to nearly 1 for a word hardly ever met."""
    return _rarities().get(stem) or _rarity(_NUMBER_ZIPF if stem[0].isdecimal() else _UNLISTED_ZIPF)
