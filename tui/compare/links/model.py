"""The fitted weights of the features, and the score they give."""

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.compare.links.features import FEATURES
from tui.compare.links.profiles import Kinship
from tui.disk.tables import read_table

PROVES_NOTHING = 2
"""So few sentences do not tell whether an article is about another event than the other."""
PROVES_ENOUGH = 8
"""So many do; what lies between is graded."""


class Model(NamedTuple):
    """Two logistic regressions: do two sentences share a claim, and do their articles tell of one event."""

    weights: tuple[float, ...]
    """In the order of `FEATURES`."""
    bias: float
    threshold: float
    """The score a link needs."""
    kinship_weights: tuple[float, ...]
    """In the order of `Kinship`."""
    kinship_bias: float

    def score(self, row: Sequence[float]) -> float:
        """Return how likely two sentences share a claim if their articles tell of one event, 0 to 1."""
        return _logistic(self.bias + sum(w * value for w, value in zip(self.weights, row, strict=True)))

    def same_event(self, kinship: Kinship, sentences: int) -> float:
        """Return how likely two articles tell of one event, 0 to 1; `sentences` are those of the shorter one."""
        likely = _logistic(self.kinship_bias + sum(w * v for w, v in zip(self.kinship_weights, kinship, strict=True)))
        return 1.0 - (1.0 - likely) * proof_of(sentences)

    def by_family(self, row: Sequence[float]) -> dict[str, float]:
        """Return what each family of evidence adds to the score's log odds."""
        added = dict.fromkeys(FEATURES.values(), 0.0)
        for family, weight, value in zip(FEATURES.values(), self.weights, row, strict=True):
            added[family] += weight * value
        return added


def proof_of(sentences: int) -> float:
    """Return how much an article of so many sentences can prove of its event, 0 to 1."""
    return min(1.0, max(0.0, (sentences - PROVES_NOTHING) / (PROVES_ENOUGH - PROVES_NOTHING)))


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def fitted_model() -> Model:
    """Return the model of the table of weights beside this file."""
    rows: dict[str, float] = {}
    for name, value in read_table(Path(__file__).parent / "weights.tsv"):
        rows[name] = float(value)
    weights = tuple(rows[feature] for feature in FEATURES)
    kinship = tuple(rows[f"same event: {part}"] for part in Kinship._fields)
    return Model(weights, rows["bias"], rows["threshold"], kinship, rows["same event: bias"])
