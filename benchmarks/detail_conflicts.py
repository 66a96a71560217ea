"""Fit whether both sides of a pair cannot be right, for what may contradict; each chance from weights of other events.

Gold contradictions are few, so invented ones are learnt from too, at a weight of their own.
"""

from collections.abc import Sequence

import numpy as np

from benchmarks.detail_gold import Example
from benchmarks.fitting import Fit, boost, folds, log_odds, logistic
from tui.compare.details.evidence import CONFLICT_EVIDENCE, Sort
from tui.compare.details.judging import SURE_CONFLICT

STEPS = {"rounds": 300, "ridge": 2.0, "depth": 1, "cuts": 60}
"""Steps of one condition each: every piece of evidence weighs by itself, whatever the others say."""
SPEAKS_FOR = {
    ("number", True): {"matched", "heads alike", "acts alike"},
    ("words", True): {"same words", "least told before", "words beside"},
}  # fmt: skip
"""More of these can only make a contradiction likelier."""
SPEAKS_AGAINST = {
    ("number", True): {
        "given anywhere", "differs in place", "times of report", "bearers apart", "set apart", "stand in",
        "signs of another",
    },
    ("words", True): {"new words", "signs of another"},
}  # fmt: skip
"""More of these can only make it less likely; of what is named in neither, the fit tells."""
OWN_WEIGHT = {("number", True): 0.6, ("words", True): 2.0}
"""What an invented example weighs: of words that contradict gold knows hardly any."""
FOUND_WEIGHT = 3.0
"""What a gold contradiction weighs, of which there are few."""
RIGHT = {("number", True): 0.92, ("words", True): 0.85}
"""So many of what is shown must be right, more than is promised; as held-out events tell is best."""
_NEVER = 9.0
"""Log odds that no judgement reaches."""


def fit_conflicts(examples: Sequence[Example], sort: Sort) -> Fit:
    """Return the weights by which both sides of a sort of pairs cannot be right."""
    x, y, w = arrays(examples, sort)
    signs = [(name in SPEAKS_FOR[sort]) - (name in SPEAKS_AGAINST[sort]) for name in CONFLICT_EVIDENCE[sort]]
    return boost(x, y, w, signs=signs, **STEPS)  # type: ignore[arg-type]


def arrays(examples: Sequence[Example], sort: Sort) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the evidence, whether it contradicts, and the weight of each example."""
    x = np.array([e.conflict_row for e in examples])
    y = np.array([float(e.contradicts) for e in examples])
    return x, y, np.array([OWN_WEIGHT[sort] if e.is_own else FOUND_WEIGHT if e.contradicts else 1.0 for e in examples])


def held_out_conflicts(examples: Sequence[Example], sort: Sort, most: int) -> tuple[np.ndarray, float]:
    """Return how likely each example is a conflict, weights and threshold from other events; and the shift it took."""
    x, y, _ = arrays(examples, sort)
    is_own = np.array([e.is_own for e in examples])
    odds = np.zeros(len(examples))
    held = folds_of(examples, most)
    for test in held:
        fit = fit_conflicts([e for e, out in zip(examples, test, strict=True) if not out], sort)
        odds[test] = log_odds(fit.probability(x[test]))
    chances = np.zeros(len(examples))
    for test in held:
        chances[test] = logistic(odds[test] + _shift(odds[~test], y[~test], is_own[~test], RIGHT[sort]))
    return chances, _shift(odds, y, is_own, RIGHT[sort])


def _shift(odds: np.ndarray, y: np.ndarray, is_own: np.ndarray, wanted: float) -> float:
    """Return what is added to log odds so that from `SURE_CONFLICT` on so large a part is right as is wanted.

    Few are known, so no curve is drawn through them. As many must be right of the gold ones as of the invented ones,
    half of them made to look like contradictions.
    """
    order = np.argsort(-odds)
    enough = np.ones(len(order), dtype=bool)
    for kind in (~is_own, is_own):
        enough &= np.cumsum((y * kind)[order]) >= wanted * np.cumsum(kind[order])
    places = np.flatnonzero(enough)
    least = float(odds[order[places[-1]]]) if len(places) else _NEVER
    return float(log_odds(np.array([SURE_CONFLICT]))[0]) - least


def folds_of(examples: Sequence[Example], most: int) -> list[np.ndarray]:
    """Return for each fold which examples are held out; gold events and invented ones are dealt out alike."""
    events = np.array([e.event for e in examples])
    is_own = np.array([e.is_own for e in examples])
    kinds = [list(folds(events[kind], most)) for kind in (~is_own, is_own)]
    return [np.isin(events, [name for kind in kinds if n < len(kind) for name in kind[n]]) for n in range(most)]
