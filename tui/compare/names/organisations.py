"""What organisations are called: acronyms under their long form, variants under one name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from tui.compare.names import lexicon
from tui.compare.names.phrases import stands_alone, stands_for
from tui.compare.names.words import word_of

_LEGAL = re.compile(
    r"(?:,? (?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|Plc|plc|Co|Company|AG|SA|NV|GmbH|Group|Holdings)\.?)+$"
)
_LONGEST_ACRONYM = 6
_OF_A_COUNTRY = re.compile(r"^(government|parliament|army|military) of (.+)$", re.IGNORECASE)


def name_organisations(said: Iterable[str], acronyms: Mapping[str, str]) -> dict[str, str]:
    """Return the name each form goes under: the fullest that the articles say.

    Parameters
    ----------
    said
        Every place's form, as often as it stands in the articles read together.
    acronyms
        Acronyms that stand in brackets behind a name, with that name.
    """
    counts = Counter(said)
    own = {form: _own_name(form) for form in counts}
    fullest = _fullest_said(own)
    names = {form: fullest.get(name, name) for form, name in own.items()}
    for acronym, meant in acronyms.items():
        if acronym in names:
            names[acronym] = names.get(meant) or _own_name(meant)
    for form in counts:
        if names[form] == form and form.isupper() and len(form) > 2:
            long = {names[other] for other in counts if " " in other and stands_for(form, other.split())}
            if len(long) == 1:
                names[form] = long.pop()
    return _join_short_forms(names, counts)


def _fullest_said(own: Mapping[str, str]) -> dict[str, str]:
    """Return for known organisations that tables keep under an acronym or in short the full name, if it is said."""
    fullest: dict[str, str] = {}
    for form in sorted(own, key=lambda form: (-len(form), form)):
        name, quiet = own[form], quiet_form(form)
        words = quiet.removeprefix("the ").split()
        shortened = name.isupper() and " " not in name and not quiet.isupper() and len(words) > 1
        if shortened or (len(words) > len(name.split()) and set(name.split()) < set(words)):
            fullest.setdefault(name, quiet)
    return fullest


def quiet_form(form: str) -> str:
    """Return an organisation's form as prose writes it: EAST BANK as East Bank, NATO as it is."""
    words = (lexicon.unshout(word) for word in lexicon.phrase_key(form).split(" "))
    return " ".join(words).replace(" 's", "'s").replace(" ' ", "' ")


def _own_name(form: str) -> str:
    known = lexicon.organisations()
    key = lexicon.phrase_key(form)
    if key in known:
        return known[key]
    if f"the {key}" in known:
        return known[f"the {key}"]
    if key.isalpha() and key.isupper() and len(key) < _LONGEST_ACRONYM:
        return key
    quiet = quiet_form(form)
    of_country = _OF_A_COUNTRY.match(quiet)
    if of_country:
        adjective = lexicon.adjective_of(lexicon.places().get(of_country[2].removeprefix("the "), of_country[2]))
        if adjective:
            return f"{adjective} {of_country[1].lower()}"
    return quiet


def _join_short_forms(names: dict[str, str], counts: Counter[str]) -> dict[str, str]:
    """Put short forms under the fuller name.

    A company without Inc. or the like, a name that differs in capitals only, and what one longer name alone begins or
    ends with: Brightwell for Brightwell Foods, Villa for Aston Villa.
    """
    fullest: dict[str, str] = {}
    for form in sorted(counts, key=lambda f: (-len(names[f]), f)):
        fullest.setdefault(_core(names[form]), names[form])
    joined = {form: fullest.get(_core(name), name) for form, name in names.items()}
    longer: dict[str, set[str]] = defaultdict(set)
    for name in set(joined.values()):
        words = _core(name).split()
        for cut in range(1, len(words)):
            longer[" ".join(words[:cut])].add(name)
            longer[" ".join(words[cut:])].add(name)
    for form, name in joined.items():
        whole = longer.get(_core(name), ())
        if len(whole) == 1 and (_tells(name) or stands_alone(name)):
            joined[form] = next(iter(whole))
    return joined


def _core(name: str) -> str:
    return _LEGAL.sub("", name).casefold().removeprefix("the ")


def _tells(short: str) -> bool:
    """Say whether a short form tells which body is meant: Brightwell does; Bank, Council or British do not."""
    marked = [word_of(word) for word in short.split()]
    if lexicon.phrase_key(short) in lexicon.organisations() or lexicon.phrase_key(short) in lexicon.places():
        return False
    return not all(m.adjective or m.organisation_last or m.organisation_first or m.function for m in marked)
