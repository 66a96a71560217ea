"""In which country a place lies, as far as the tables of names tell: Donetsk and eastern Ukraine lie in Ukraine."""

from functools import cache
from pathlib import Path

from tui.compare.names import lexicon
from tui.compare.names.lexicon import countries, country_of, phrase_key, places
from tui.disk.tables import read_table

_TABLES = Path(lexicon.__file__).parent / "tables"


def is_part_of(one: str, two: str) -> bool:
    """Say whether one of two places is known to lie in the country that the other is, or is a part of."""
    homes = _home(one), _home(two)
    return None not in homes and homes[0] == homes[1] and one != two


def _home(name: str) -> str | None:
    """Return the country of a place: of "Donetsk", of "eastern Ukraine", of "Ukraine" itself."""
    words = phrase_key(name).split()
    for start in range(min(2, len(words))):
        key = " ".join(words[start:])
        known = places().get(key, key)
        if known in _country_of_place():
            return _country_of_place()[known]
    return None


@cache
def _country_of_place() -> dict[str, str]:
    """Return the country of every place that the tables give one, by the name it goes under."""
    found = {places().get(phrase_key(name), name): places().get(phrase_key(name), name) for name in countries()}
    for table in ("cities.tsv", "regions.tsv"):
        for country, cell in read_table(_TABLES / table):
            for forms in cell.split(";"):
                found.setdefault(forms.split("|")[0].strip(), country)
    return {**{place: land for place, land in country_of().items() if place in places()}, **found}
