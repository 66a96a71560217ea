"""Evidence about clauses and quotations: how much of each the other says, anywhere, and what only one holds."""

from collections.abc import Sequence
from functools import cache

from tui.compare.details.claims import contraries, hedging, is_negation, read_contraries
from tui.compare.details.evidence.case import Case, Column
from tui.compare.units.unit import Family

_SAID = 0.8
_ITSELF = 0.9
"""A word said so nearly is the same one: of "not guilty" the verdict is no contrary."""


def opposites(case: Case) -> float:
    """Whether one unit holds a word that the other's contradicts: "rose", "fell"."""
    one, two = (_contraries_in(case, side) for side in (0, 1))
    return float(any(contraries()[form] & two - one for form in one - two))


def _contraries_in(case: Case, side: int) -> set[str]:
    unit = case.both[side]
    return {it.form for it in read_contraries(case.parts(side)) if unit.first <= it.last and it.first < unit.after}


def degrees_apart(case: Case) -> float:
    """How many degrees of one scale lie between what both say: damaged, destroyed; at most 2."""
    most = 0
    if not all(sentence.degrees for sentence in case.facing.sides):
        return 0.0
    degrees = [
        {d.scale: d.degree for d in case.sentence(s).degrees if case.both[s].span.overlaps(d.span)} for s in (0, 1)
    ]
    for scale in degrees[0].keys() & degrees[1].keys():
        most = max(most, abs(degrees[0][scale] - degrees[1][scale]))
    return float(min(2, most))


def modal_apart(case: Case) -> float:
    """Whether only one of both units has a modal verb or other modal verbs than the other."""
    modals = [texts & hedging("modal") for texts in case.texts]
    return float(modals[0] != modals[1])


def hedge_apart(case: Case) -> float:
    """Whether only one of both units hedges."""
    hedged = [not texts.isdisjoint(_hedges()) for texts in case.texts]
    return float(hedged[0] != hedged[1])


@cache
def _hedges() -> frozenset[str]:
    return hedging("hedge") | hedging("told") | hedging("unknown")


def open_small_words(case: Case) -> float:
    """How many small words of both the other lacks, at most 6."""
    one, two = case.texts
    left = [w for w in case.words(0) if not w.content and w.text not in two]
    right = [w for w in case.words(1) if not w.content and w.text not in one]
    return float(min(6, len(left) + len(right)))


def negated_verb(case: Case) -> float:
    """Whether one unit negates just a word that the other affirms: "not guilty", "guilty"."""
    for side in (0, 1):
        if not case.sentence(side).negated:
            continue
        unit, likeness = case.both[side], case.facing.likeness if side == 0 else case.facing.flipped
        for at, word in case.sentence(side).negated.items():
            if unit.first <= at < unit.after and (likeness[word, case.inside(1 - side)] >= _ITSELF).any():
                return float(not any(is_negation(text) for text in case.texts[1 - side]))
    return 0.0


def _said_in_sentence(case: Case) -> tuple[float, float]:
    return case.facing.share_told(0, case.inside(0)), case.facing.share_told(1, case.inside(1))


def least_said_near(case: Case) -> float:
    """How much of the less told of both the other's whole sentence says."""
    return min(_said_in_sentence(case))


def most_said_near(case: Case) -> float:
    """How much of the more told of both the other's whole sentence says."""
    return max(_said_in_sentence(case))


def _said_in_article(case: Case) -> tuple[float, float]:
    (known, of), (other, of_other) = case.known(0), case.known(1)
    return known / of if of else 1.0, other / of_other if of_other else 1.0


def least_said_anywhere(case: Case) -> float:
    """How much of the less told of both the other article says anywhere."""
    return min(_said_in_article(case))


def most_said_anywhere(case: Case) -> float:
    """How much of the more told of both the other article says anywhere."""
    return max(_said_in_article(case))


def new_words(case: Case) -> float:
    """How many content words of both the other article has nowhere, at most 12."""
    (known, of), (other, of_other) = case.known(0), case.known(1)
    return float(min(12, of - known + of_other - other))


def nearest(case: Case) -> float:
    """How near the vectors of both units are: as wholes."""
    grid, one, two = case.facing.place(case.both[0], case.both[1])
    return grid.near[one][two]


def open_nearest(case: Case) -> float:
    """How near the vectors of what neither unit says of the other are."""
    return case.facing.nearness_of_the_rest(case.both[0], case.both[1])


def open_words(case: Case) -> float:
    """How many content words the unit with fewer of them has that the other does not say."""
    return float(min(case.open_words))


def most_open_words(case: Case) -> float:
    """How many content words the unit with more of them has that the other does not say."""
    return float(max(case.open_words))


def shared_words(case: Case) -> float:
    """How many content words of the one the other says, at most 6."""
    insides = case.inside(0), case.inside(1)
    one, two = (inside.stop - inside.start - open for inside, open in zip(insides, case.open_words, strict=True))
    return float(min(6, one, two))


def rival_clause(case: Case) -> float:
    """By how much more another unit of the other sentence says of either than the one it is held against."""
    worst = -1.0
    grid, *rows = case.facing.place(case.both[0], case.both[1])
    for side in (0, 1):
        own, unit = case.inside(side), case.both[1 - side]
        shares, best = grid.shares[side][rows[side]], 0.0
        if own.start < own.stop:
            for other, row in case.facing.clauses[1 - side]:
                if not (other.first < unit.after and unit.first < other.after) and shares[row] > best:
                    best = shares[row]
        worst = max(worst, best - shares[rows[1 - side]])
    return worst


def _units_inside(case: Case, side: int, family: Family) -> int:
    unit = case.both[side]
    places = case.field.places(side, case.numbers[side], family)
    return sum([unit.first <= first and after <= unit.after for first, after in places]) if places else 0


def numbers_inside(case: Case) -> float:
    """How many figures and dates both hold, at most 4."""
    return float(min(4, sum(_units_inside(case, side, "number") for side in (0, 1) if case.units[side])))


def names_inside(case: Case) -> float:
    """How many names both hold, at most 5."""
    return float(min(5, sum(_units_inside(case, side, "name") for side in (0, 1) if case.units[side])))


def quotation_inside(case: Case) -> float:
    """How many of both units hold or cut a quotation."""
    return float(
        sum(
            any([q.start < unit.end and unit.start < q.end for q in case.parts(side).quotations])
            for side, unit in enumerate(case.units)
            if unit
        )
    )


def speakers(case: Case) -> float:
    """Whether both are quotations of one speaker: 1; of two: -1; else 0."""
    told = []
    for side in (0, 1):
        unit = case.both[side]
        quotations = case.parts(side).quotations
        told.append(next((q.speaker for q in quotations if q.start < unit.end and unit.start < q.end), None))
        if told[side] is None:
            return 0.0
    return 1.0 if told[0] == told[1] else -1.0


@Column
def share_of_sentence(cases: Sequence[Case]) -> list[float]:
    """How much of the sentences both units make up: the larger share."""
    both = [(case.sizes, case.facing.lengths) for case in cases]
    return [max(one / ours, two / theirs) for (one, two), (ours, theirs) in both]


def lone_new(case: Case) -> float:
    """How much of a lone clause's meaning the other article has nowhere."""
    return case.field.share_new(case.own, case.numbers[case.own], case.inside(case.own))


def is_told_by_sources(case: Case) -> float:
    """Whether the other side names any source in its sentence, where a lone unit names one."""
    return float(bool(case.field.sources(1 - case.own, case.numbers[1 - case.own])))
