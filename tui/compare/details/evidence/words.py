"""Evidence about clauses and quotations: how much of each the other says, anywhere, and what only one holds."""

from functools import cache

import numpy as np

from tui.articles.article import SIDES
from tui.compare.details.claims import contraries, hedging, is_negation, read_contraries, read_degrees
from tui.compare.details.evidence.case import Case
from tui.compare.units.unit import Family

_SAID = 0.8
_ITSELF = 0.9
"""A word said so nearly is the same one: of "not guilty" the verdict is no contrary."""


def opposites(case: Case) -> float:
    """Whether one unit holds a word that the other's contradicts: "rose", "fell"."""
    one, two = (_contraries_in(case, side) for side in (0, 1))
    return float(any(contraries()[form] & two - one for form in one - two))


def _contraries_in(case: Case, side: int) -> set[str]:
    unit = case.unit(side)
    return {it.form for it in read_contraries(case.parts(side)) if unit.first <= it.last and it.first < unit.after}


def degrees_apart(case: Case) -> float:
    """How many degrees of one scale lie between what both say: damaged, destroyed; at most 2."""
    most = 0
    degrees = [
        {d.scale: d.degree for d in read_degrees(case.parts(s)) if case.unit(s).span.overlaps(d.span)} for s in (0, 1)
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
        unit, likeness = case.unit(side), case.facing.likeness if side == 0 else case.facing.flipped
        for at, word in case.sentence(side).negated.items():
            if unit.first <= at < unit.after and (likeness[word, case.inside(1 - side)] >= _ITSELF).any():
                return float(not any(is_negation(text) for text in case.texts[1 - side]))
    return 0.0


def least_said(case: Case) -> float:
    """How much of the less told of both clauses the other says."""
    return min(case.shares)


def most_said(case: Case) -> float:
    """How much of the more told of both clauses the other says."""
    return max(case.shares)


def _said_in_sentence(case: Case) -> tuple[float, float]:
    return case.facing.share_told(0, case.inside(0)), case.facing.share_told(1, case.inside(1))


def least_said_near(case: Case) -> float:
    """How much of the less told of both the other's whole sentence says."""
    return min(_said_in_sentence(case))


def most_said_near(case: Case) -> float:
    """How much of the more told of both the other's whole sentence says."""
    return max(_said_in_sentence(case))


def _said_in_article(case: Case) -> tuple[float, float]:
    found = []
    for side in (0, 1):
        known = case.known(side)
        found.append(sum(known) / len(known) if known else 1.0)
    return found[0], found[1]


def least_said_anywhere(case: Case) -> float:
    """How much of the less told of both the other article says anywhere."""
    return min(_said_in_article(case))


def most_said_anywhere(case: Case) -> float:
    """How much of the more told of both the other article says anywhere."""
    return max(_said_in_article(case))


def new_words(case: Case) -> float:
    """How many content words of both the other article has nowhere, at most 12."""
    return float(min(12, sum(case.known(side).count(False) for side in (0, 1))))


def nearest(case: Case) -> float:
    """How near the vectors of both units are: as wholes."""
    one, two = (case.sentence(side).meaning(case.inside(side)) for side in (0, 1))
    return float(one @ two)


def open_nearest(case: Case) -> float:
    """How near the vectors of what neither unit says of the other are."""
    one, two = (case.sentence(side).meaning(case.inside(side), case.told[side] >= _SAID) for side in (0, 1))
    return float(one @ two)


def open_words(case: Case) -> float:
    """How many content words the unit with fewer of them has that the other does not say."""
    return float(min(_open_words(case)))


def most_open_words(case: Case) -> float:
    """How many content words the unit with more of them has that the other does not say."""
    return float(max(_open_words(case)))


def _open_words(case: Case) -> tuple[int, int]:
    one, two = case.told
    return int(np.count_nonzero(one < _SAID)), int(np.count_nonzero(two < _SAID))


def shared_words(case: Case) -> float:
    """How many content words of the one the other says, at most 6."""
    one, two = case.told
    return float(min(6, int(np.count_nonzero(one >= _SAID)), int(np.count_nonzero(two >= _SAID))))


def rival_clause(case: Case) -> float:
    """By how much more another unit of the other sentence says of either than the one it is held against."""
    worst = -1.0
    for side in (0, 1):
        own, unit = case.inside(side), case.unit(1 - side)
        best = 0.0
        for other in case.field.units_of(1 - side, case.numbers[1 - side]):
            if other.form == "clause" and not (other.first < unit.after and unit.first < other.after):
                theirs = case.sentence(1 - side).inside(other.first, other.after)
                if own.start < own.stop and theirs.start < theirs.stop:
                    both = (own, theirs) if side == 0 else (theirs, own)
                    best = max(best, case.facing.share_said(side, *both))
        worst = max(worst, best - case.shares[side])
    return worst


def _units_inside(case: Case, side: int, family: Family) -> int:
    unit = case.unit(side)
    places = case.field.places(side, case.numbers[side], family)
    return sum(unit.first <= first and after <= unit.after for first, after in places)


def numbers_inside(case: Case) -> float:
    """How many figures and dates both hold, at most 4."""
    return float(min(4, sum(_units_inside(case, side, "number") for side in (0, 1) if case.units[side])))


def names_inside(case: Case) -> float:
    """How many names both hold, at most 5."""
    return float(min(5, sum(_units_inside(case, side, "name") for side in (0, 1) if case.units[side])))


def form_is(form: str):  # type: ignore[no-untyped-def]
    """Return the evidence of how many of both units have such a form."""

    def evidence(case: Case) -> float:
        return float(sum(unit.form == form for unit in case.units if unit))

    return evidence


def quotation_inside(case: Case) -> float:
    """How many of both units hold or cut a quotation."""
    return float(
        sum(
            any(q.start < unit.end and unit.start < q.end for q in case.parts(side).quotations)
            for side, unit in enumerate(case.units)
            if unit
        )
    )


def speakers(case: Case) -> float:
    """Whether both are quotations of one speaker: 1; of two: -1; else 0."""
    told = []
    for side in (0, 1):
        unit = case.unit(side)
        quotations = case.parts(side).quotations
        told.append(next((q.speaker for q in quotations if q.start < unit.end and unit.start < q.end), None))
        if told[side] is None:
            return 0.0
    return 1.0 if told[0] == told[1] else -1.0


def share_of_sentence(case: Case) -> float:
    """How much of the sentences both units make up: the larger share."""
    return max(case.size(side) / max(1, len(case.parts(side).words)) for side in (0, 1) if case.units[side])


def begins(case: Case) -> float:
    """How many of both begin their sentences."""
    return float(sum(unit.first <= 1 for unit in case.units if unit))


def lone_new(case: Case) -> float:
    """How much of a lone clause's meaning the other article has nowhere."""
    new = np.array([not known for known in case.known(case.own)], dtype=np.float32)
    return case.sentence(case.own).share_told(new, case.inside(case.own))


def is_told_by_sources(case: Case) -> float:
    """Whether the other side names any source in its sentence, where a lone unit names one."""
    return float(bool(case.field.pair.sources[SIDES[1 - case.own]][case.numbers[1 - case.own]]))
