"""What every fit of a judgement needs: regression, boosted steps, folds by event, thresholds, and the table written.

In come rows of evidence (numpy, one row an example, one column a feature), labels 0 or 1 and weights; out go the terms
of a table that `tui.compare.judgement` reads. Only the fit scripts use it; the program itself needs no numpy for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Rule:
    """A weight where every (column, limit, at least?) holds."""

    conditions: tuple[tuple[int, float, bool], ...]
    weight: float

    def holds(self, x: np.ndarray) -> np.ndarray:
        """Return for each row whether it holds there."""
        held = np.ones(len(x), dtype=bool)
        for column, limit, at_least in self.conditions:
            held &= (x[:, column] >= limit) == at_least
        return held


@dataclass
class Fit:
    """Linear weights, rules and a bias."""

    weights: np.ndarray
    bias: float
    rules: list[Rule]

    def probability(self, x: np.ndarray) -> np.ndarray:
        """Return the probability of each row."""
        total = x @ self.weights + self.bias
        for rule in self.rules:
            total = total + rule.weight * rule.holds(x)
        return logistic(total)


def logistic(total: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(total, -30, 30)))


def log_odds(chances: np.ndarray) -> np.ndarray:
    clipped = np.clip(chances, 1e-4, 1 - 1e-4)
    return np.log(clipped / (1 - clipped))


def regress(x: np.ndarray, y: np.ndarray, w: np.ndarray, penalty: float) -> Fit:
    """Return a ridge logistic regression, by Newton's method.

    The ridge lies on standardised features; the weights returned are for features as measured.
    """
    mean = np.average(x, axis=0, weights=w)
    spread = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=w)) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    ridge = np.full(z.shape[1], penalty)
    ridge[-1] = 1e-6
    weights = np.zeros(z.shape[1])
    for _ in range(25):
        p = logistic(z @ weights)
        slope = z.T @ (w * (p - y)) + ridge * weights
        curve = (z * (w * p * (1 - p))[:, None]).T @ z + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    raw = weights[:-1] / spread
    return Fit(raw, float(weights[-1] - raw @ mean), [])


def regress_choice(x: np.ndarray, y: np.ndarray, w: np.ndarray, groups: np.ndarray, penalty: float) -> Fit:
    """Return a ridge regression of which one of a group is right, or none of them, by Newton's method.

    `groups` numbers, from 0, the group of each row. Fitted is how likely each row is to be right when at most one is:
    its odds against those of all others and of none, whose odds are 1 (McFadden, "Conditional logit analysis", 1974).
    Where several rows are right, it is enough that one of them is chosen.
    """
    mean = np.average(x, axis=0, weights=w)
    spread = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=w)) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    count = int(groups.max()) + 1
    ridge = np.full(z.shape[1], penalty)
    ridge[-1] = 1e-3
    weight = np.zeros(count)
    weight[groups] = w

    def odds_of(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        odds = np.exp(np.clip(z @ weights, -30, 30))
        return odds, np.bincount(groups, odds, count) + 1.0, np.bincount(groups, odds * y, count)

    def loss(weights: np.ndarray) -> float:
        _, whole, right = odds_of(weights)
        told = np.log(np.where(right > 0, right, 1.0) / whole)
        return float(-(weight * told).sum() + 0.5 * (ridge * weights**2).sum())

    weights = np.zeros(z.shape[1])
    weights[-1] = -2.0
    for _ in range(25):
        odds, whole, right = odds_of(weights)
        p = odds / whole[groups]
        slope = z.T @ (w * (p - odds * y / np.where(right > 0, right, 1.0)[groups])) + ridge * weights
        middle = np.zeros((count, z.shape[1]))
        np.add.at(middle, groups, p[:, None] * z)
        curve = (z * (w * p)[:, None]).T @ z - (middle * weight[:, None]).T @ middle + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        for _ in range(12):
            if loss(weights - step) <= loss(weights):
                break
            step = step / 2
        weights = weights - step
        if np.abs(step).max() < 1e-4:
            break
    raw = weights[:-1] / spread
    return Fit(raw, float(weights[-1] - raw @ mean), [])


def boost(
    x: np.ndarray,
    y: np.ndarray,
    w: np.ndarray,
    *,
    rounds: int = 150,
    depth: int = 2,
    rate: float = 0.1,
    cuts: int = 24,
    ridge: float = 5.0,
    start: Fit | None = None,
    signs: Sequence[int] | None = None,
) -> Fit:
    """Return gradient-boosted small trees on top of `start` (or a bare bias), as rules that a table can hold.

    `signs` tells of each column whether more of it can only speak for (1), only against (-1), or either way (0).

    Friedman, "Greedy function approximation" (2001), with the second-order leaf weights of XGBoost (Chen and
    Guestrin, 2016). Columns are cut at up to `cuts` quantiles. Rules with the same conditions are added up.
    """
    limits = [np.unique(np.quantile(column, np.linspace(0, 1, cuts + 2)[1:-1])) for column in x.T]
    limits = [values[values > column.min()] for values, column in zip(limits, x.T, strict=True)]
    places = [(c, float(limit)) for c, values in enumerate(limits) for limit in values]
    masks = np.stack([x[:, c] >= limit for c, limit in places], axis=1).astype(np.float32)
    ways = np.array([signs[c] if signs else 0 for c, _ in places])
    if start is None:
        share = float(np.clip(np.average(y, weights=w), 1e-4, 1 - 1e-4))
        start = Fit(np.zeros(x.shape[1]), float(np.log(share / (1 - share))), [])
    total = x @ start.weights + start.bias
    for rule in start.rules:
        total = total + rule.weight * rule.holds(x)
    found: dict[tuple[tuple[int, float, bool], ...], float] = {}
    for _ in range(rounds):
        p = logistic(total)
        slope, curve = w * (y - p), w * p * (1 - p)
        every = np.ones(len(y), dtype=bool)
        totals = _add_up(masks, slope, curve, every)
        for conditions, inside in _grow(masks, places, ways, totals, slope, curve, depth, ridge, (), every):
            value = rate * slope[inside].sum() / (curve[inside].sum() + ridge)
            total[inside] += value
            key = tuple(sorted(conditions))
            found[key] = found.get(key, 0.0) + float(value)
    rules = [*start.rules, *(Rule(conditions, weight) for conditions, weight in found.items() if conditions)]
    return Fit(start.weights, start.bias + found.get((), 0.0), rules)


def _grow(masks, places, ways, totals, slope, curve, depth, ridge, conditions, inside):  # type: ignore[no-untyped-def]
    """Yield the leaves of one tree: their conditions and the rows inside.

    `ways` tells of each place whether what is above it can only speak for or against, as `signs` of `boost`; `totals`
    are slope and curve of the rows inside, added up over those of each place.
    """
    if depth and inside.sum() > 20:
        gs, hs = slope[inside].sum(), curve[inside].sum()
        gr, hr = totals
        gain = gr**2 / (hr + ridge) + (gs - gr) ** 2 / (hs - hr + ridge) - gs**2 / (hs + ridge)
        gain[ways * (gr / (hr + ridge) - (gs - gr) / (hs - hr + ridge)) < 0] = 0
        best = int(np.argmax(gain))
        if gain[best] > 1e-6:
            column, limit = places[best]
            high = masks[:, best] > 0
            above = _add_up(masks, slope, curve, inside & high) if depth > 1 else totals
            for at_least, added in ((True, above), (False, totals - above)):
                side = inside & (high == at_least)
                further = (*conditions, (column, limit, at_least))
                yield from _grow(masks, places, ways, added, slope, curve, depth - 1, ridge, further, side)
            return
    yield conditions, inside


def _add_up(masks, slope, curve, inside):  # type: ignore[no-untyped-def]
    """Return slope and curve of the rows inside, added up over those of each place."""
    # In the masks' own type: else NumPy copies all of them for every product.
    rows = np.stack([np.where(inside, values, 0.0) for values in (slope, curve)]).astype(masks.dtype)
    return rows @ masks


def scaled(fit: Fit, scale: float, shift: float) -> Fit:
    """Return a fit whose log odds are scaled and shifted."""
    rules = [Rule(rule.conditions, rule.weight * scale) for rule in fit.rules]
    return Fit(fit.weights * scale, fit.bias * scale + shift, rules)


def folds(events: Iterable[str], most: int | None = None) -> Iterator[frozenset[str]]:
    """Yield the events held out together: each alone, or dealt out over `most` folds."""
    names = sorted(set(events))
    for n in range(min(most or len(names), len(names))):
        yield frozenset(names[n :: most or len(names)])


def prf(hits: float, found: float, wanted: float) -> tuple[float, float, float]:
    precision, recall = hits / found if found else 0.0, hits / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def write_table(
    path: Path, head: Sequence[str], features: Sequence[str], fit: Fit, thresholds: dict[str, float]
) -> None:
    """Write a table that `tui.compare.judgement.read_judgement` reads; `head` are the lines that say what it is."""
    lines = [f"# {line}" for line in head]
    lines += [f"{name}\t{weight:.4f}" for name, weight in zip(features, fit.weights, strict=True) if weight]
    for rule in sorted(fit.rules, key=lambda rule: rule.conditions):
        said = (f"{features[c]} {'>=' if at_least else '<'} {limit:.6g}" for c, limit, at_least in rule.conditions)
        lines.append(f"{' & '.join(said)}\t{rule.weight:.4f}")
    lines.append(f"bias\t{fit.bias:.4f}")
    lines += [f"{f'threshold {name}'.strip()}\t{value:.3f}" for name, value in thresholds.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
