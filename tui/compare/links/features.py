"""What speaks for and against a link: one number a feature, for one left and one right sentence.

Every feature is the same with left and right exchanged.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from tui.compare.links.clauses import fit_clauses
from tui.compare.links.facts import fit_facts
from tui.compare.links.profiles import Profile, ProfiledPair

FEATURES = {
    "cosine": "words",
    "likeness": "words",
    "shared_weight": "words",
    "word_set_ratio": "words",
    "length": "words",
    "run": "wording",
    "quoted": "wording",
    "concepts": "concepts",
    "concepts_shared": "concepts",
    "concept_with_figure": "concepts",
    "concept_with_name": "concepts",
    "clause_cosine": "clauses",
    "clause_weight": "clauses",
    "clause_containment": "clauses",
    "names": "names",
    "main_names": "names",
    "persons_at_odds": "names",
    "pronoun_person": "names",
    "figure_same": "figures",
    "figure_near": "figures",
    "figure_at_odds": "figures",
    "number_phrase": "figures",
    "dates": "dates",
    "lead": "story",
    "both_lead": "story",
    "centre_less": "story",
    "centre_more": "story",
    "distance": "story",
    "kin_words": "kinship",
    "kin_names": "kinship",
    "best_worse": "rivals",
    "best_better": "rivals",
    "margin_worse": "rivals",
    "margin_better": "rivals",
    "others_fewer": "rivals",
    "others_more": "rivals",
    "neighbours": "neighbours",
    "beside": "neighbours",
}
"""Every feature with the family of evidence it belongs to, in the order of a measured row."""

_CONCEPT_SHARE = 0.7
_MOST_COUNTED = 3
_MOST_CONCEPT_WEIGHT = 4.0
_MOST_RUN = 60
_LEAD_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two sentences share word by word and concept by concept."""

    cosine: float
    likeness: float
    """The cosine with concepts told in different words counted in."""
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
    return Likeness(product / lengths, min(1.0, (product + _CONCEPT_SHARE * reworded) / lengths), stems, concepts)


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
    shared = sum(min(left.weights[stem], right.weights[stem]) for stem in like.stems)
    reworded = sum(weight for *_, weight in like.concepts)
    both_concepts = [name for name in left.concepts if name in right.concepts]
    names = left.names & right.names
    rare_names = names - pair.main_names
    facts = fit_facts(left.facts, right.facts) if left.facts and right.facts else None
    clauses = fit_clauses(left.clauses, right.clauses, pair.concept_weights)
    quoted = (left.quoted & right.weights.keys()) | (right.quoted & left.weights.keys())
    lead = sum(pair.lead.get(stem, 0.0) for stem in like.stems)
    lead += sum(pair.lead.get("#" + name, 0.0) for name in both_concepts)
    centres = sorted((_cosine(left, pair.centres[1]), _cosine(right, pair.centres[0])))
    return [
        like.cosine,
        like.likeness,
        math.log1p(shared + _CONCEPT_SHARE * reworded),
        fuzz.token_set_ratio(" ".join(left.stems), " ".join(right.stems)) / 100,
        math.log1p(min(len(left.stems), len(right.stems))),
        math.log1p(_longest_run(left, right)),
        math.log1p(sum(pair.weights.get(stem, 0.0) for stem in quoted)),
        math.log1p(reworded),
        math.log1p(sum(min(pair.concept_weights[name], _MOST_CONCEPT_WEIGHT) for name in both_concepts)),
        float(bool(facts and (facts.same or facts.near) and both_concepts)),
        float(bool(rare_names and both_concepts)),
        clauses.cosine,
        math.log1p(clauses.shared),
        clauses.containment,
        math.log1p(sum(pair.name_weights.get(name, 1.0) for name in rare_names)),
        float(min(_MOST_COUNTED, len(names & pair.main_names))),
        float(bool(left.persons and right.persons and not left.persons & right.persons)),
        float(len(left.borrowed & right.names) + len(right.borrowed & left.names)),
        float(facts.same if facts else 0),
        float(facts.near if facts else 0),
        float(facts.odds if facts else 0),
        float(min(2, len(left.number_phrases & right.number_phrases))),
        float(min(_MOST_COUNTED, len(left.times & right.times))),
        lead,
        float(left.number < _LEAD_SENTENCES and right.number < _LEAD_SENTENCES),
        centres[0],
        centres[1],
        abs(left.place - right.place),
        *pair.kinship,
    ]


def _cosine(profile: Profile, centre: Mapping[str, float]) -> float:
    return sum(weight * centre.get(stem, 0.0) for stem, weight in profile.weights.items()) / profile.length


def _longest_run(left: Profile, right: Profile) -> float:
    """Return the weight of the longest run of words that both sentences have."""
    ours = [token.stem for token in left.tokens[:_MOST_RUN]]
    places = defaultdict(list)
    for at, token in enumerate(right.tokens[:_MOST_RUN]):
        places[token.stem].append(at)
    best, end = 0, 0
    before: dict[int, int] = {}
    for at, stem in enumerate(ours):
        here = {}
        for place in places.get(stem, ()):
            here[place] = before.get(place - 1, 0) + 1
            if here[place] > best:
                best, end = here[place], at + 1
        before = here
    return sum(left.weights.get(stem, 0.0) for stem in ours[end - best : end])


@dataclass(slots=True)
class _Line:
    """One sentence's likenesses to all it is compared with: the best, the next best and their sum."""

    best: float = 0.0
    second: float = 0.0
    total: float = 0.0

    def add(self, value: float) -> None:
        self.total += value
        if value > self.best:
            self.best, self.second = value, self.best
        elif value > self.second:
            self.second = value

    def best_other(self, value: float) -> float:
        return self.second if value >= self.best else self.best


def measure_surroundings(likenesses: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], Sequence[float]]:
    """Return the features of rivals and neighbours for each left and right sentence, in the table's order.

    Rivals are what else either sentence is like: one that has a better partner needs less from this one. Neighbours
    are the sentences before and after on both sides (`neighbours`) or on one (`beside`).
    """
    lefts: dict[int, _Line] = defaultdict(_Line)
    rights: dict[int, _Line] = defaultdict(_Line)
    for (left, right), value in likenesses.items():
        lefts[left].add(value)
        rights[right].add(value)
    get = likenesses.get
    rows: dict[tuple[int, int], Sequence[float]] = {}
    for (i, j), value in likenesses.items():
        lines = lefts[i], rights[j]
        shares = sorted(value / (line.best or 1.0) for line in lines)
        margins = sorted(value - line.best_other(value) for line in lines)
        others = sorted(math.log1p(max(0.0, line.total - value)) for line in lines)
        corners = ((i - 1, j - 1), (i + 1, j + 1), (i - 1, j + 1), (i + 1, j - 1))
        sides = ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1))
        rows[i, j] = (
            *shares,
            *margins,
            *others,
            max(get(corner, 0.0) for corner in corners),
            max(get(side, 0.0) for side in sides),
        )
    return rows
