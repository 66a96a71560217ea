"""What organisations are called: acronyms under their long form, variants under one name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from tui.compare.names import lexicon
from tui.compare.names.inside import stands_for

_LEGAL = re.compile(
    r"(?:,? (?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|Plc|plc|Co|Company|AG|SA|NV|GmbH|Group|Holdings)\.?)+$"
)
_LONGEST_ACRONYM = 6
_OF_A_COUNTRY = re.compile(r"^(government|parliament|army|military) of (.+)$", re.IGNORECASE)


def name_organisations(said: Iterable[str], acronyms: Mapping[str, str]) -> dict[str, str]:
    """Return the name each form goes under.

    Parameters
    ----------
    said
        Every place's form, as often as it stands in the articles read together.
    acronyms
        Acronyms that stand in brackets behind a name, with that name.
    """
    counts = Counter(said)
    names = {form: _own_name(form) for form in counts}
    for acronym, meant in acronyms.items():
        if acronym in names:
            names[acronym] = names.get(meant) or _own_name(meant)
    for form in counts:
        if names[form] == form and form.isupper() and len(form) > 2:
            long = [other for other in counts if " " in other and stands_for(form, other.split())]
            if len(long) == 1:
                names[form] = names[long[0]]
    return _join_short_forms(names, counts)


def _own_name(form: str) -> str:
    known = lexicon.organisations()
    key = lexicon.phrase_key(form)
    if key in known:
        return known[key]
    if f"the {key}" in known:
        return known[f"the {key}"]
    if key.isalpha() and key.isupper() and len(key) < _LONGEST_ACRONYM:
        return key
    quiet = " ".join(lexicon.unshout(word) for word in key.split(" ")).replace(" 's", "'s").replace(" ' ", "' ")
    of_country = _OF_A_COUNTRY.match(quiet)
    if of_country:
        adjective = lexicon.adjective_of(lexicon.places().get(of_country[2].removeprefix("the "), of_country[2]))
        if adjective:
            return f"{adjective} {of_country[1].lower()}"
    return quiet


def _join_short_forms(names: dict[str, str], counts: Counter[str]) -> dict[str, str]:
    """Put a company's name without Inc. or the like, and a name that differs in capitals only, under the fuller one."""
    fullest: dict[str, str] = {}
    for form in sorted(counts, key=lambda f: (-len(names[f]), f)):
        fullest.setdefault(_LEGAL.sub("", names[form]).casefold(), names[form])
    return {form: fullest.get(_LEGAL.sub("", name).casefold(), name) for form, name in names.items()}
