"""The classes of words that are asked for at every place, a bit each, so that one number tells all that hold a word."""

from functools import cache
from typing import Final

from tui.compare.names import lexicon

REPORTING: Final = 1 << 0
VERB: Final = 1 << 1
PEOPLE_DO: Final = 1 << 2
BUSINESS: Final = 1 << 3
HELPER: Final = 1 << 4
RUN_BY: Final = 1 << 5
STAFF: Final = 1 << 6
SPEAKER: Final = 1 << 7
STAFF_MODIFIER: Final = 1 << 8
ORGANISATION_NOUN: Final = 1 << 9
PLACE_NOUN: Final = 1 << 10
COMPANY_SHARE: Final = 1 << 11
COMPANY_MATTER: Final = 1 << 12
WARE: Final = 1 << 13
TOWN_ROLE: Final = 1 << 14
TEAM_ROLE: Final = 1 << 15
LOCATIVE: Final = 1 << 16
DIRECTION: Final = 1 << 17
AIMED: Final = 1 << 18
NAMING: Final = 1 << 19
DESCRIBING: Final = 1 << 20
STORM: Final = 1 << 21
VEHICLE: Final = 1 << 22
ABOARD: Final = 1 << 23
OF_PLACES: Final = 1 << 24
ORDINARY_TOO: Final = 1 << 25
SURE_PLACE_FIRST: Final = 1 << 26
TITLE_GIVEN: Final = 1 << 27
ORGANISATION_WORD: Final = 1 << 28
"""A word behind an adjective or a country that makes a body's name of both: government."""
PLACE_WORD: Final = 1 << 29
"""The same for a place's: airport."""

_NAMES = {
    "reporting": REPORTING,
    "verb": VERB,
    "people-do": PEOPLE_DO,
    "business": BUSINESS,
    "helper": HELPER,
    "run-by": RUN_BY,
    "body-staff": STAFF,
    "body-speaker": SPEAKER,
    "staff-modifier": STAFF_MODIFIER,
    "organisation-noun": ORGANISATION_NOUN,
    "place-noun": PLACE_NOUN,
    "company-share": COMPANY_SHARE,
    "company-matter": COMPANY_MATTER,
    "ware": WARE,
    "town-role": TOWN_ROLE,
    "team-role": TEAM_ROLE,
    "locative": LOCATIVE,
    "direction": DIRECTION,
    "aimed": AIMED,
    "naming": NAMING,
    "describing": DESCRIBING,
    "storm": STORM,
    "vehicle": VEHICLE,
    "aboard": ABOARD,
    "of-places": OF_PLACES,
    "ordinary-too": ORDINARY_TOO,
    "sure-place-first": SURE_PLACE_FIRST,
    "title-given": TITLE_GIVEN,
}


@cache
def classes_by_word() -> dict[str, int]:
    """Return for each word of the classes above in which of them it is."""
    found: dict[str, int] = {}
    members = [(bit, lexicon.word_class(name)) for name, bit in _NAMES.items()]
    members += [(ORGANISATION_WORD, lexicon.heads("organisation", "adjective"))]
    members += [(PLACE_WORD, lexicon.heads("place", "adjective"))]
    for bit, words in members:
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found
