"""The fitted weights of the features, and the score they give."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tui.compare.links.features import FEATURES
from tui.disk.tables import read_table


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression: each feature's weight, the bias, and the score a link needs."""

    weights: tuple[float, ...]
    """In the order of `FEATURES`."""
    bias: float
    threshold: float

    def score(self, row: Sequence[float]) -> float:
        """Return how likely two sentences share a claim, 0 to 1, given their features in the table's order."""
        total = self.bias + sum(weight * value for weight, value in zip(self.weights, row, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

    def by_family(self, row: Sequence[float]) -> dict[str, float]:
        """Return what each family of evidence adds to the score's log odds."""
        added = dict.fromkeys(FEATURES.values(), 0.0)
        for family, weight, value in zip(FEATURES.values(), self.weights, row, strict=True):
            added[family] += weight * value
        return added


@cache
def fitted_model() -> Model:
    """Return the model of the table of weights beside this file."""
    rows: dict[str, str] = dict((name, value) for name, value in read_table(Path(__file__).parent / "weights.tsv"))
    weights = tuple(float(rows[feature]) for feature in FEATURES)
    return Model(weights, float(rows["bias"]), float(rows["threshold"]))
