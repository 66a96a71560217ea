"""Why a name is what it is: the evidence that decided its kind, strongest first, in words."""

from functools import cache

from tui.compare.comparison import Reason
from tui.compare.names.acting import acts, find_acting, rows
from tui.compare.names.choose import KINDS, weight_rows, weights
from tui.compare.names.evidence import Known, find_features
from tui.compare.names.found import Found

_LEAST_WEIGHT = 0.3


@cache
def _phrases() -> dict[str, str]:
    return {row[0]: row[4] for row in weight_rows()}


def give_reasons(found: Found, name: str, known: Known) -> tuple[Reason, ...]:
    """Return what speaks for and against a name's kind, the strongest first, and what it is another form of.

    Parameters
    ----------
    found
        The words chosen to be a name, with their kind.
    name
        The one name they go under.
    known
        What the articles have told about their names.
    """
    kind = KINDS.index(found.kind)
    table = weights()
    features = [f for f in find_features(found.stretch, found.first, found.last, known) if f in table]
    reasons = [Reason(f, _phrases()[f], table[f][kind]) for f in features if abs(table[f][kind]) >= _LEAST_WEIGHT]
    reasons.sort(key=lambda reason: -abs(reason.weight))
    if found.kind == "place" and acts(found.stretch.words, found.first, found.last, name):
        acting = (rows()[feature] for feature in find_acting(found.stretch.words, found.first, found.last))
        reasons = [*(Reason("acting", f"a country that acts: {told}", weight) for weight, told in acting), *reasons]
    if found.said != name:
        reasons.append(Reason("form", f"one of the forms of {name}", 0.0))
    return tuple(reasons)
