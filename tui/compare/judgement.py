"""A fitted judgement: evidence goes in as one number a feature, a probability comes out, and what each feature added.

Every judgement of the engine (links, details, references, speakers, …) is a table of weights beside its features,
fitted by a script in benchmarks/. A row of a table weighs one feature, or says what holds from some value on:

    likeness<TAB>4.07                                  weight times value
    likeness >= 0.35<TAB>0.8                           the weight where the value is at least that
    likeness >= 0.35 & names < 1<TAB>0.4               the weight where all of it holds
    bias<TAB>-1.2
    threshold<TAB>0.34                                 and any other "threshold …" the judgement names
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.disk.tables import read_table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST = 30.0
_SLACK = 1e-9
"""By so much a bound is raised, so that no rounding makes it too low."""
_AT_ONCE = 1024
"""So many rows are held against the conditions of all steps at once, which bounds the memory it takes."""


class Condition(NamedTuple):
    """That a feature's value is at least `limit`, or below it."""

    feature: int
    """Its place in a row of evidence."""
    limit: float
    at_least: bool

    def holds(self, row: Sequence[float]) -> bool:
        """Return whether it holds of a row of evidence."""
        return (row[self.feature] >= self.limit) == self.at_least


class Step(NamedTuple):
    """A weight that counts where all its conditions hold."""

    conditions: tuple[Condition, ...]
    weight: float


@dataclass(frozen=True)
class Judgement:
    """The weights of some features, as read from a table."""

    features: tuple[str, ...]
    """Their names, in the order of a row of evidence."""
    weights: tuple[float, ...]
    """What each value is multiplied with."""
    steps: tuple[Step, ...]
    bias: float
    thresholds: Mapping[str, float]
    """Each "threshold …" of the table by what stands behind that word, "" for the plain one."""

    @property
    def threshold(self) -> float:
        """The plain threshold."""
        return self.thresholds[""]

    @property
    def counted(self) -> frozenset[str]:
        """The features whose value can change the probability."""
        weighed = {name for name, weight in zip(self.features, self.weights, strict=True) if weight}
        asked = {self.features[condition.feature] for step in self.steps for condition in step.conditions}
        return frozenset(weighed | asked)

    def probability(self, row: Sequence[float]) -> float:
        """Return how likely the claim is, 0 to 1, given one value a feature."""
        total = self.bias + sum(map(mul, self.weights, row))
        for step in self.steps:
            if all(condition.holds(row) for condition in step.conditions):
                total += step.weight
        return logistic(total)

    def probabilities(self, rows: "Sequence[Sequence[float]] | NDArray[np.float64]") -> list[float]:
        """Return the probability of each of many rows, many at once."""
        blocks = (rows[at : at + _AT_ONCE] for at in range(0, len(rows), _AT_ONCE))
        return [probability for block in blocks for probability in self._block(block)]

    def _block(self, rows: "Sequence[Sequence[float]] | NDArray[np.float64]") -> list[float]:
        import numpy as np

        x = np.array(rows, dtype=np.float64)
        plan = self._plan
        total = x @ plan.weights + self.bias
        if self.steps:
            total += plan.steps @ _hold_all(plan.held(x), plan.asked)
        # Rounded, so that equal evidence is equally likely in whichever order it was added up.
        probabilities: list[float] = np.round(1 / (1 + np.exp(-np.clip(total, -_MOST, _MOST))), 12).tolist()
        return probabilities

    def most_likely(
        self, rows: "Sequence[Sequence[float]] | NDArray[np.float64]", known: Collection[str]
    ) -> list[float]:
        """Return how likely the claim is at most for each of many rows, of which some features are `known`.

        Features that are not known stand as 0 in the rows; what they may turn out to be is taken to be for the best,
        each by itself. Where one is weighed as it is, nothing is ruled out.
        """
        import numpy as np

        bound = self._bound(frozenset(known))
        if bound is None or not len(rows):
            return [1.0] * len(rows)
        x, plan = np.array(rows, dtype=np.float64), self._plan
        held = plan.held(x)
        held[:-1][bound.is_open] = True
        total = x @ plan.weights + self.bias + _SLACK
        for asked, added in bound.choices:
            total += (added @ _hold_all(held, asked)).max(axis=0)
        likely: list[float] = (1 / (1 + np.exp(-np.clip(total, -_MOST, _MOST)))).tolist()
        return likely

    def _bound(self, known: frozenset[str]) -> "_Bound | None":
        """Return what steps can add at most where only some features are known, none where no bound is to be had."""
        if known not in self._bounds:
            self._bounds[known] = self._find_bound(known)
        return self._bounds[known]

    @cached_property
    def _bounds(self) -> "dict[frozenset[str], _Bound | None]":
        return {}

    def _find_bound(self, known: frozenset[str]) -> "_Bound | None":
        import numpy as np

        is_open = np.array([name not in known for name in self.features])
        if not self.steps or any(np.array(self.weights)[is_open]):
            return None
        plan = self._plan
        sure = np.zeros(len(self.steps))
        asked: dict[int, list[tuple[int, Condition]]] = defaultdict(list)
        for n, step in enumerate(self.steps):
            unsure = [condition for condition in step.conditions if is_open[condition.feature]]
            if len(unsure) == 1:
                asked[unsure[0].feature].append((n, unsure[0]))
            else:
                sure[n] = max(step.weight, 0.0) if unsure else step.weight
        counted = sure.nonzero()[0]
        choices = [(plan.asked[:, counted], sure[None, counted])]
        for steps in asked.values():
            places = [n for n, _ in steps]
            limits = np.array([condition.limit for _, condition in steps])
            values = np.array([-math.inf, *dict.fromkeys(limits.tolist())])
            holds = (values[:, None] >= limits) == [condition.at_least for _, condition in steps]
            choices.append((plan.asked[:, places], holds * plan.steps[places]))
        return _Bound(is_open[plan.features], choices)

    @cached_property
    def _plan(self) -> "_Plan":
        """The table as arrays, for many rows at once."""
        import numpy as np

        conditions = {condition: n for n, condition in enumerate({c: None for s in self.steps for c in s.conditions})}
        longest = max((len(step.conditions) for step in self.steps), default=0)
        asked = [[conditions[c] for c in s.conditions] + [-1] * (longest - len(s.conditions)) for s in self.steps]
        return _Plan(
            weights=np.array(self.weights),
            features=np.array([condition.feature for condition in conditions], dtype=np.intp),
            limits=np.array([condition.limit for condition in conditions]),
            at_least=np.array([condition.at_least for condition in conditions], dtype=bool),
            asked=np.array(asked, dtype=np.intp).reshape(len(self.steps), longest).T.copy(),
            steps=np.array([step.weight for step in self.steps]),
        )

    def contributions(self, row: Sequence[float]) -> dict[str, float]:
        """Return what each feature adds to the log odds; a step of several conditions is shared among its features."""
        added = {name: weight * value for name, weight, value in zip(self.features, self.weights, row, strict=True)}
        for step in self.steps:
            if all(condition.holds(row) for condition in step.conditions):
                for condition in step.conditions:
                    added[self.features[condition.feature]] += step.weight / len(step.conditions)
        return added


@dataclass(frozen=True, slots=True)
class _Plan:
    """A judgement as arrays: each condition once, and which of them each step asks."""

    weights: "NDArray[np.float64]"
    features: "NDArray[np.intp]"
    limits: "NDArray[np.float64]"
    at_least: "NDArray[np.bool_]"
    asked: "NDArray[np.intp]"
    """Which conditions each step asks: a column a step, and as many rows as the longest one has."""
    steps: "NDArray[np.float64]"

    def held(self, rows: "NDArray[np.float64]") -> "NDArray[np.bool_]":
        """Return of each condition whether it holds in each of some rows of evidence, a column a row of these.

        The last row always holds, for steps of fewer conditions than the longest.
        """
        import numpy as np

        held = np.ones((len(self.features) + 1, len(rows)), dtype=bool)
        held[:-1] = (rows.T[self.features] >= self.limits[:, None]) == self.at_least[:, None]
        return held


@dataclass(frozen=True, slots=True)
class _Bound:
    """What the steps of a judgement add at most while some features are open."""

    is_open: "NDArray[np.bool_]"
    """Of each condition whether its feature is open."""
    choices: "list[tuple[NDArray[np.intp], NDArray[np.float64]]]"
    """What is sure, or open in more ways than one, and for each open feature what it alone decides.

    Of the steps of each: which conditions they ask, and what they add, a row for each value that the feature may have.
    """


def _hold_all(held: "NDArray[np.bool_]", asked: "NDArray[np.intp]") -> "NDArray[np.bool_]":
    """Return of each step whether all the conditions hold that it asks: a row a step."""
    found: NDArray[np.bool_] = held[asked[0]]
    for more in asked[1:]:
        found &= held[more]
    return found


def shares(chances: Sequence[float]) -> list[float]:
    """Return how likely each of several claims is when at most one holds, given how likely each is by itself."""
    odds = [chance / (1 - chance) for chance in chances]
    whole = 1 + sum(odds)
    return [value / whole for value in odds]


def logistic(total: float) -> float:
    """Return the probability that log odds stand for."""
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, total))))


def read_judgement(path: Path, features: Sequence[str]) -> Judgement:
    """Return the judgement that a table holds for features in the given order.

    Raises
    ------
    ValueError
        Where the table weighs a feature that is not among them, or lacks a bias; one without a row weighs nothing.
    """
    place = {name: number for number, name in enumerate(features)}
    weights = [0.0] * len(place)
    steps: list[Step] = []
    bias: float | None = None
    thresholds: dict[str, float] = {}
    for name, value in read_table(path):
        if name == "bias":
            bias = float(value)
        elif name == "threshold" or name.startswith("threshold "):
            thresholds[name.removeprefix("threshold").strip()] = float(value)
        elif name in place:
            weights[place[name]] = float(value)
        else:
            steps.append(Step(_read_conditions(name, place, path), float(value)))
    if bias is None:
        raise ValueError(f"{path.name}: no bias")
    return Judgement(tuple(place), tuple(weights), tuple(steps), bias, thresholds)


def _read_conditions(text: str, place: Mapping[str, int], path: Path) -> tuple[Condition, ...]:
    conditions = []
    for part in text.split(" & "):
        feature, sign, limit = [*part.rsplit(" ", 2), "", ""][:3]
        if feature not in place or sign not in (">=", "<"):
            raise ValueError(f"{path.name}: no such feature: {part}")
        conditions.append(Condition(place[feature], float(limit), sign == ">="))
    return tuple(conditions)
