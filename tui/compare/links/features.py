"""What speaks for and against a link: one number a feature, for one left and one right sentence.

Every feature is the same with left and right exchanged.
"""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.compare.links.clauses import Clause, fit_clauses
from tui.compare.links.facts import fit_facts
from tui.compare.links.profiles import Profile, ProfiledPair

if TYPE_CHECKING:
    from tui.compare.links.surroundings import Keys, Numbers

FEATURES = {
    "shared_weight": "words",
    "length": "words",
    "concepts_shared": "concepts",
    "clause_containment": "clauses",
    "sense": "meaning",
    "near_share": "meaning",
    "near_weight": "meaning",
    "names": "names",
    "main_names": "names",
    "meant": "references",
    "main_meant": "references",
    "figure_same": "figures",
    "figures_both": "figures",
    "quotes_both": "quote",
    "early": "story",
    "late": "story",
    "both_lead": "story",
    "headline": "story",
    "distance": "story",
    "size": "pair",
    "shorter": "pair",
    "one_sided": "pair",
    "one_event": "pair",
    "best_better": "rivals",
    "near_margin_less": "rivals",
    "near_margin_more": "rivals",
    "beside": "neighbours",
    "around": "neighbours",
    "long": "pair",
    "long_lead": "rivals",
    "long_region": "neighbours",
}
"""Every feature with the family of evidence it belongs to, in the order of a measured row."""

MODEL_FEATURES = {
    "model_sense": "meaning",
    "model_near_share": "meaning",
    "model_near_weight": "meaning",
    "model_margin_less": "rivals",
    "model_margin_more": "rivals",
}
"""What a sentence model adds where there is one, behind those, in the order of a measured row."""

_CONCEPT_SHARE = 0.7
_MOST_COUNTED = 3
_MOST_CONCEPT_WEIGHT = 4.0
_LEAD_SENTENCES = 3
_EARLY, _LATE = 10, 30
_LEAST_SIZE, _MOST_SIZE = 10, 300


class Likeness(NamedTuple):
    """What two sentences share word by word and concept by concept."""

    likeness: float
    """The cosine of their weighted words, concepts told in different words counted in."""
    stems: tuple[str, ...]
    """The shared stems."""
    concepts: tuple[tuple[str, str, str, float], ...]
    """The concepts told in different words: name, left stem, right stem, weight."""


def compare_words(left: Profile, right: Profile, concept_weights: Mapping[str, float]) -> Likeness:
    """Return what two sentences share."""
    mine, theirs = left.weights, right.weights
    stems = tuple(filter(theirs.__contains__, mine))
    product = sum([mine[stem] * theirs[stem] for stem in stems])
    concepts = _concepts_in_other_words(left, right, concept_weights)
    reworded = sum([weight * weight for *_, weight in concepts]) if concepts else 0
    lengths = left.length * right.length
    return Likeness(min(1.0, (product + _CONCEPT_SHARE * reworded) / lengths), stems, concepts)


def _concepts_in_other_words(
    left: Profile, right: Profile, concept_weights: Mapping[str, float]
) -> tuple[tuple[str, str, str, float], ...]:
    if left.concepts.keys().isdisjoint(right.concepts):
        return ()
    mine, theirs = left.weights, right.weights
    found = []
    for name, stem in left.concepts.items():
        other = right.concepts.get(name)
        if other is not None and other != stem and stem not in theirs and other not in mine:
            found.append((min(mine.get(stem, 1.0), theirs.get(other, 1.0), concept_weights[name]), name, stem, other))
    if not found:
        return ()
    used: set[str] = set()
    kept = []
    for weight, name, stem, other in sorted(found, reverse=True):
        if stem not in used and other not in used:
            used.update((stem, other))
            kept.append((name, stem, other, weight))
    return tuple(kept)


def measure(pair: ProfiledPair, left: Profile, right: Profile, like: Likeness) -> list[float]:
    """Return the features of one left and one right sentence as far as "quotes_both", in the table's order.

    "clause_containment", which takes as long as all others together, is left at 0: see `measure_clauses`. So are those
    of `measure_sense`, which takes all sentences at once.
    """
    mine, theirs = left.weights, right.weights
    shared = math.fsum([min(mine[stem], theirs[stem]) for stem in like.stems])
    reworded = math.fsum([weight for *_, weight in like.concepts])
    both_concepts = [name for name in left.concepts if name in right.concepts]
    names = left.names & right.names
    meant = _meant(left, right) if left.meant or right.meant else []
    return [
        math.log1p(shared + _CONCEPT_SHARE * reworded),
        math.log1p(min(len(left.stems), len(right.stems))),
        math.log1p(sum([min(pair.concept_weights[name], _MOST_CONCEPT_WEIGHT) for name in both_concepts])),
        0.0,
        0.0,
        0.0,
        0.0,
        len(names) / (len(left.names | right.names) + 1),
        float(min(_MOST_COUNTED, len(names & pair.main_names))),
        math.log1p(sum([pair.name_weights.get(who, 1.0) * sure for who, sure in meant if who not in pair.main_names])),
        min(_MOST_COUNTED, math.fsum([sure for name, sure in meant if name in pair.main_names])),
        float(fit_facts(left.facts, right.facts)) if left.facts and right.facts else 0.0,
        float(bool(left.facts and right.facts)),
        float(bool(left.quoted and right.quoted)),
    ]


CLAUSES = tuple(FEATURES).index("clause_containment")
"""Where in a row stands what `measure_clauses` tells."""
SENSE = tuple(FEATURES).index("sense")
"""Where in a row what `measure_sense` tells begins."""


def measure_sense(compared: "Numbers") -> "Numbers":
    """Return the features "sense" to "near_weight" of some pairs of sentences, given what `Senses` says of them."""
    import numpy as np

    whole, share, weight, _ = compared.T
    return np.column_stack([whole, share, np.log1p(weight)])


def measure_clauses(
    left: Profile, right: Profile, like: Likeness, clauses: tuple[Sequence[Clause], Sequence[Clause]]
) -> float:
    """Return how well the best clauses of a left and a right sentence fit, 0 to 1, given the `clauses` of both."""
    both_concepts = [name for name in left.concepts if name in right.concepts]
    return fit_clauses(*clauses, like.stems, both_concepts)


def measure_story(pair: ProfiledPair, one_event: float, keys: "Keys") -> "Numbers":
    """Return the features from "early" to "one_event" of some pairs of sentences, a row a pair.

    `one_event` is how likely the articles tell of one event.
    """
    import numpy as np

    sides = pair.left, pair.right
    first, last = keys.min(axis=1), keys.max(axis=1)
    headline = [np.array(likeness)[side] for likeness, side in zip(pair.headline_likeness, keys.T, strict=True)]
    places = [np.array([p.place for p in profiles])[side] for profiles, side in zip(sides, keys.T, strict=True)]
    sizes = [max(1, len(profiles)) for profiles in sides]  # nothing is measured of a side without sentences
    columns = (
        np.minimum(first, _LATE) / _EARLY,
        np.minimum(last, _LATE) / _EARLY,
        last < _LEAD_SENTENCES,
        np.minimum(*headline),
        np.abs(places[0] - places[1]),
        math.log(min(_MOST_SIZE, max(_LEAST_SIZE, *sizes))),
        math.log(min(_MOST_SIZE, *sizes)),
        abs(math.log(sizes[0] / sizes[1])),
        one_event,
    )
    measured = np.empty((len(keys), len(columns)))
    for number, column in enumerate(columns):
        measured[:, number] = column
    return measured


def _meant(left: Profile, right: Profile) -> list[tuple[str, float]]:
    """Return who is named or stood for in both, but named in one of them at most, with how sure that is."""
    found = [(name, sure * right.meant.get(name, 1.0)) for name, sure in left.meant.items()]
    found = [(name, sure) for name, sure in found if name in right.names or name in right.meant]
    return found + [(name, sure) for name, sure in right.meant.items() if name in left.names]
