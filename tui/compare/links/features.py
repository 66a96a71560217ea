"""What speaks for and against a link: one number a feature, for one left and one right sentence.

Every feature is the same with left and right exchanged.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from tui.compare.links.clauses import fit_clauses
from tui.compare.links.facts import FactFit, fit_facts
from tui.compare.links.profiles import Profile, ProfiledPair

FEATURES = {
    "likeness": "words",
    "shared_weight": "words",
    "telling_things": "words",
    "word_set_ratio": "words",
    "length": "words",
    "quoted": "quote",
    "concepts_shared": "concepts",
    "clause_cosine": "clauses",
    "clause_containment": "clauses",
    "names": "names",
    "main_names": "names",
    "names_at_odds": "names",
    "persons_at_odds": "names",
    "pronoun_person": "names",
    "figure_same": "figures",
    "figure_near": "figures",
    "figure_at_odds": "figures",
    "dates": "dates",
    "headline": "story",
    "headlines": "story",
    "both_lead": "story",
    "centre_less": "story",
    "centre_more": "story",
    "distance": "story",
    "kin_words": "pair",
    "kin_names": "pair",
    "size": "pair",
    "one_sided": "pair",
    "best_better": "rivals",
    "margin_worse": "rivals",
    "beside": "neighbours",
    "adds": "rivals",
}
"""Every feature with the family of evidence it belongs to, in the order of a measured row."""

_CONCEPT_SHARE = 0.7
_MOST_COUNTED = 3
_MOST_TELLING = 6
_TELLING_WEIGHT = 1.2
_MOST_CONCEPT_WEIGHT = 4.0
_LEAD_SENTENCES = 5
_HEADLINES = 2
_LEAST_SIZE = 100
_NO_FACTS = FactFit()


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
    stems = tuple(stem for stem in mine if stem in theirs)
    product = sum(mine[stem] * theirs[stem] for stem in stems)
    concepts = _concepts_in_other_words(left, right, concept_weights)
    reworded = sum(weight * weight for *_, weight in concepts)
    lengths = left.length * right.length
    return Likeness(min(1.0, (product + _CONCEPT_SHARE * reworded) / lengths), stems, concepts)


def _concepts_in_other_words(
    left: Profile, right: Profile, concept_weights: Mapping[str, float]
) -> tuple[tuple[str, str, str, float], ...]:
    mine, theirs = left.weights, right.weights
    found = []
    for name, stem in left.concepts.items():
        other = right.concepts.get(name)
        if other is not None and other != stem and stem not in theirs and other not in mine:
            found.append((min(mine.get(stem, 1.0), theirs.get(other, 1.0), concept_weights[name]), name, stem, other))
    used: set[str] = set()
    kept = []
    for weight, name, stem, other in sorted(found, reverse=True):
        if stem not in used and other not in used:
            used.update((stem, other))
            kept.append((name, stem, other, weight))
    return tuple(kept)


def measure(pair: ProfiledPair, left: Profile, right: Profile, like: Likeness) -> list[float]:
    """Return the features of one left and one right sentence but for rivals and neighbours, in the table's order."""
    weights = [min(left.weights[stem], right.weights[stem]) for stem in like.stems]
    reworded = [weight for *_, weight in like.concepts]
    both_concepts = [name for name in left.concepts if name in right.concepts]
    names = left.names & right.names
    rare_names = names - pair.main_names
    facts = fit_facts(left.facts, right.facts) if left.facts and right.facts else _NO_FACTS
    clauses = fit_clauses(left.clauses, right.clauses, pair.concept_weights)
    quoted = (left.quoted & right.weights.keys()) | (right.quoted & left.weights.keys())
    centres = sorted((pair.centrality[0][left.number], pair.centrality[1][right.number]))
    last = max(left.number, right.number)
    return [
        like.likeness,
        math.log1p(sum(weights) + _CONCEPT_SHARE * sum(reworded)),
        float(min(_MOST_TELLING, sum(weight > _TELLING_WEIGHT for weight in (*weights, *reworded)))),
        fuzz.token_set_ratio(left.content, right.content) / 100,
        math.log1p(min(len(left.stems), len(right.stems))),
        math.log1p(sum(pair.weights.get(stem, 0.0) for stem in quoted)),
        math.log1p(sum(min(pair.concept_weights[name], _MOST_CONCEPT_WEIGHT) for name in both_concepts)),
        clauses.cosine,
        clauses.containment,
        math.log1p(sum(pair.name_weights.get(name, 1.0) for name in rare_names)),
        float(min(_MOST_COUNTED, len(names & pair.main_names))),
        float(bool(not rare_names and left.names - pair.main_names and right.names - pair.main_names)),
        float(bool(left.persons and right.persons and not left.persons & right.persons)),
        float(len(left.borrowed & right.names) + len(right.borrowed & left.names)),
        float(facts.same),
        float(facts.near),
        float(facts.odds),
        float(min(_MOST_COUNTED, len(left.times & right.times))),
        float(min(left.number, right.number) == 0),
        float(last < _HEADLINES),
        float(last < _LEAD_SENTENCES),
        centres[0],
        centres[1],
        abs(left.place - right.place),
        pair.kinship.words,
        pair.kinship.names,
        math.log(max(_LEAST_SIZE, len(pair.left) * len(pair.right))),
        pair.kinship.one_sided,
    ]


@dataclass(slots=True)
class _Line:
    """One sentence's likenesses to all it is compared with: the best with whose it is, and the next best."""

    best: float = 0.0
    second: float = 0.0
    partner: Likeness = Likeness(0.0, (), ())

    def add(self, like: Likeness) -> None:
        if like.likeness > self.best:
            self.best, self.second, self.partner = like.likeness, self.best, like
        elif like.likeness > self.second:
            self.second = like.likeness

    def best_other(self, value: float) -> float:
        return self.second if value >= self.best else self.best


def measure_surroundings(
    candidates: Mapping[tuple[int, int], Likeness], weights: Mapping[str, float]
) -> dict[tuple[int, int], Sequence[float]]:
    """Return the features of rivals and neighbours for each left and right sentence, in the table's order.

    Rivals are what else either sentence is like: one that has a better partner needs less from this one, and nothing
    that the better partner says already. Neighbours are the sentences before and after on one of the sides.
    `weights` are those of the pair's stems.
    """
    lefts: dict[int, _Line] = defaultdict(_Line)
    rights: dict[int, _Line] = defaultdict(_Line)
    for (left, right), like in candidates.items():
        lefts[left].add(like)
        rights[right].add(like)
    told = {id(line.partner): frozenset(_told(line.partner)) for side in (lefts, rights) for line in side.values()}
    values = {key: like.likeness for key, like in candidates.items()}
    get = values.get
    rows: dict[tuple[int, int], Sequence[float]] = {}
    for (i, j), value in values.items():
        lines = lefts[i], rights[j]
        like = candidates[i, j]
        better = [told[id(line.partner)] for line in lines if line.best > value]
        rows[i, j] = (
            max(value / (line.best or 1.0) for line in lines),
            min(value - line.best_other(value) for line in lines),
            max(get(side, 0.0) for side in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1))),
            math.log1p(_weigh_new(_told(like), better, weights)),
        )
    return rows


def _told(like: Likeness) -> set[str]:
    """Return the stems that carry what two sentences share, on either side."""
    return set(like.stems).union(*(concept[1:3] for concept in like.concepts))


def _weigh_new(told: set[str], better: Sequence[frozenset[str]], weights: Mapping[str, float]) -> float:
    """Return the weight of what two sentences share beyond what one of them shares with its better partner.

    Where both have a better partner, the one that leaves less that is new counts.
    """
    return min(math.fsum(weights.get(stem, 0.0) for stem in told - one) for one in better or (frozenset(),))
