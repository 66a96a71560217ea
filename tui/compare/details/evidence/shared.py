"""Evidence for any candidate: how much the two sentences share, and where in them it stands. 0 to 1 where it can be."""

from collections.abc import Sequence
from functools import cache

from tui.compare.details.claims import hedging
from tui.compare.details.evidence.case import Case, Column, of_link
from tui.compare.details.sayings import sayings


@of_link
def link_score(case: Case) -> float:
    """How surely both sentences are linked."""
    link = case.field.links.get(case.numbers)
    return link.score if link else 0.0


@of_link
def least_shared(case: Case) -> float:
    """How much of the less told of both sentences the other says."""
    return min(case.facing.shares)


@of_link
def most_shared(case: Case) -> float:
    """How much of the more told of both sentences the other says."""
    return max(case.facing.shares)


@of_link
def most_partners(case: Case) -> float:
    """To how many sentences the more linked of both is linked."""
    return float(min(5, max(len(case.field.partners[side][case.numbers[side]]) for side in (0, 1))))


@of_link
def are_best(case: Case) -> float:
    """Of how many of both sentences the other is the best counterpart: 0, ½ or 1."""
    return sum(case.field.partners[side][case.numbers[side]][:1] == [case.numbers[1 - side]] for side in (0, 1)) / 2


@of_link
def headlines(case: Case) -> float:
    """How many of both sentences are headlines."""
    return float(case.is_headline(0) + case.is_headline(1))


@Column
def apart(cases: Sequence[Case]) -> list[float]:
    """How far apart in their sentences both units stand, as a share of them."""
    return [
        abs(case.both[0].first / case.facing.lengths[0] - case.both[1].first / case.facing.lengths[1]) for case in cases
    ]


def same_small_word(case: Case) -> float:
    """Whether the same small word opens both: 1; another one each: -1; else 0."""
    before = []
    for side in (0, 1):
        at = case.both[side].first - 1
        word = case.parts(side).words[at] if at >= 0 else None
        before.append(word.text if word and not word.content else "")
    if not before[0] or not before[1]:
        return 0.0
    return 1.0 if before[0] == before[1] else -1.0


def quoted(case: Case) -> float:
    """How many of both units stand in quotation marks."""
    return float(sum([case.is_quoted(side) for side in (0, 1) if case.units[side]]))


def slot(case: Case) -> float:
    """How alike what stands around both is."""
    return case.slot


def rival(case: Case) -> float:
    """By how much another unit of either side fits better, or, below 0, worse."""
    one, two = case.both[0], case.both[1]
    return max(case.field.best_rival(*case.numbers, side, one, two) for side in (0, 1)) - case.slot


@Column
def shortest(cases: Sequence[Case]) -> list[float]:
    """How many words the shorter of both has."""
    return [float(min(case.sizes)) for case in cases]


@Column
def longest(cases: Sequence[Case]) -> list[float]:
    """How many words the longer of both has."""
    return [float(max(case.sizes)) for case in cases]


def formed(form: str) -> Column:
    """Return the evidence of how many of both units have such a form."""
    return Column(lambda cases: [float(sum([u is not None and u.form == form for u in case.units])) for case in cases])


def of_kind(kind: str) -> Column:
    """Return the evidence of how many of both units are of such a kind."""
    return Column(lambda cases: [float(sum([u is not None and u.kind == kind for u in case.units])) for case in cases])


@Column
def begins(cases: Sequence[Case]) -> list[float]:
    """How many of both begin their sentences."""
    return [float(sum([unit is not None and unit.first <= 1 for unit in case.units])) for case in cases]


def least_said(case: Case) -> float:
    """How much of the less told of both the other says."""
    return min(case.shares)


def most_said(case: Case) -> float:
    """How much of the more told of both the other says."""
    return max(case.shares)


def clause_told(case: Case) -> float:
    """How much of the clause around a lone unit the other sentence says, the unit left out."""
    sentence, unit = case.sentence(case.own), case.lone
    home = case.parts(case.own).words[unit.first].clause
    keep = (sentence.clauses == home).astype("float32")
    keep[sentence.inside(unit.first, unit.after)] = 0
    weight = sentence.rarity * keep
    total = float(weight.sum())
    return float(weight @ case.facing.told[case.own]) / total if total else 0.0


def around_told(case: Case) -> float:
    """How much of what stands around a lone unit the other sentence says."""
    around = case.sentence(case.own).around(case.lone, case.facing.units[case.own])
    total = float(around.sum())
    return float(around @ case.facing.told[case.own]) / total if total else 0.0


def beside_told(case: Case) -> float:
    """How many of the content words right before and after a lone unit the other sentence says."""
    sentence = case.sentence(case.own)
    inside = sentence.inside(case.lone.first, case.lone.after)
    told = case.facing.told[case.own]
    near = [float(told[n]) for n in (inside.start - 1, inside.stop) if 0 <= n < len(told)]
    return sum(near) / len(near) if near else 0.0


@Column
def own_shared(cases: Sequence[Case]) -> list[float]:
    """How much of a lone unit's sentence the other one says."""
    return [case.facing.shares[case.own] for case in cases]


@Column
def other_shared(cases: Sequence[Case]) -> list[float]:
    """How much of the other sentence a lone unit's one says."""
    return [case.facing.shares[1 - case.own] for case in cases]


def unit_told(case: Case) -> float:
    """How much of a lone unit the other sentence says."""
    return case.facing.share_told(case.own, case.inside(case.own))


def told_elsewhere(case: Case) -> float:
    """How much of a lone unit's words stand anywhere in the other article."""
    known, of = case.known(case.own)
    return known / of if of else 1.0


def told_by_partners(case: Case) -> float:
    """How much of a lone unit any sentence linked to its own says."""
    best = 0.0
    inside = case.inside(case.own)
    number = case.numbers[case.own]
    for other in case.field.partners[case.own][number]:
        facing = case.field.facing(*((number, other) if case.own == 0 else (other, number)))
        best = max(best, facing.share_told(case.own, inside))
    return best


@Column
def size(cases: Sequence[Case]) -> list[float]:
    """How many words a lone unit has."""
    return [float(case.sizes[case.own]) for case in cases]


@Column
def place(cases: Sequence[Case]) -> list[float]:
    """Where in its sentence a lone unit stands, 0 at its beginning."""
    return [case.lone.first / case.facing.lengths[case.own] for case in cases]


def in_source(case: Case) -> float:
    """Whether a lone unit stands in the words that name a source."""
    return float(case.field.is_in_source(case.own, case.numbers[case.own], case.lone))


def in_source_pair(case: Case) -> float:
    """How many of both units stand in the words that name a source."""
    return float(sum(case.field.is_in_source(side, case.numbers[side], case.both[side]) for side in (0, 1)))


@cache
def _forms_of_saying() -> frozenset[str]:
    return frozenset(sayings())


def _one_sided(case: Case, words: frozenset[str]) -> float:
    has = [not texts.isdisjoint(words) for texts in case.clause_texts]
    return 1.0 if has[0] != has[1] else 0.0


def negated(case: Case) -> float:
    """Whether only one of both clauses negates."""
    return _one_sided(case, hedging("negation"))


def modal(case: Case) -> float:
    """Whether only one of both clauses has a modal verb."""
    return _one_sided(case, hedging("modal"))


def attributed(case: Case) -> float:
    """Whether only one of both clauses has a verb of saying."""
    return _one_sided(case, _forms_of_saying())
