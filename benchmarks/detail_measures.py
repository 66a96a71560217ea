"""How well details are told: precision over all that is shown, recall over what must be told, by family; and conflicts.

In come examples with how important each is thought to be; what is shown of them is what the program would show.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from benchmarks.detail_gold import Example, Gold
from benchmarks.fitting import prf
from tui.compare.details.candidate import Candidate
from tui.compare.details.judging import SURE_CONFLICT
from tui.compare.details.selecting import select

Details = Mapping[str, Sequence[Gold]]
"""The gold details of each pair of articles."""


def things_to_tell(marked: Sequence[Gold]) -> list[list[Gold]]:
    """Group the details of one family that stand on the very same words of a side."""
    groups: list[tuple[set[Any], list[Gold]]] = []
    for gold in marked:
        keys = {(gold.family, n, place) for n, place in enumerate((gold.left, gold.right)) if place}
        joined = [group for group in groups if group[0] & keys]
        groups = [group for group in groups if not group[0] & keys]
        groups.append((keys.union(*(g[0] for g in joined)), [r for g in joined for r in g[1]] + [gold]))
    return [group[1] for group in groups]


def shown(examples: Sequence[Example], importance: np.ndarray, least: Mapping[str, float]) -> dict[str, list[int]]:
    """Return which examples are shown of each pair, from the importance on that is given for it."""
    by_pair: dict[str, dict[Candidate, float]] = defaultdict(dict)
    of: dict[Candidate, int] = {}
    for n, example in enumerate(examples):
        by_pair[example.pair][example.candidate] = float(importance[n])
        of[example.candidate] = n
    return {name: [of[candidate] for candidate in select(found, least[name])] for name, found in by_pair.items()}


def measure(
    examples: Sequence[Example], importance: np.ndarray, least: Mapping[str, float], details: Details
) -> dict[str, dict[str, list[int]]]:
    """Return for each pair right and shown, told and must, by family and for all together."""
    totals: dict[str, dict[str, list[int]]] = {name: defaultdict(lambda: [0, 0, 0, 0]) for name in details}
    chosen = shown(examples, importance, least)
    for name, marked in details.items():
        here = [examples[n] for n in chosen.get(name, ())]
        for example in here:
            for key in ("all", example.candidate.family):
                totals[name][key][0] += example.is_right
                totals[name][key][1] += 1
        fitted = {id(gold) for example in here for gold in example.fits}
        for thing in things_to_tell([gold for gold in marked if gold.importance == 2]):
            for key in ("all", thing[0].family):
                totals[name][key][2] += any(id(gold) in fitted for gold in thing)
                totals[name][key][3] += 1
    return totals


def added(totals: Mapping[str, Mapping[str, Sequence[int]]], key: str) -> list[int]:
    """Return the sums of one family over all pairs."""
    rows = [total[key] for total in totals.values() if key in total] or [(0, 0, 0, 0)]
    return [sum(column) for column in zip(*rows, strict=True)]


def rates(row: Sequence[int]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of right and shown, told and must."""
    precision, recall = row[0] / max(1, row[1]), row[2] / max(1, row[3])
    return prf(recall * 1000, recall * 1000 / max(precision, 1e-9), 1000)


def show(label: str, totals: Mapping[str, Mapping[str, Sequence[int]]]) -> None:
    for key in ("number", "name", "words", "all"):
        row = added(totals, key)
        precision, recall, f1 = rates(row)
        print(f"  {label:24} {key:7} F1 {f1:.3f}   P {precision:.3f}   R {recall:.3f}   shown {row[1]}")


def show_conflicts(
    label: str, examples: Sequence[Example], chances: np.ndarray, chosen: Mapping[str, Sequence[int]], details: Details
) -> None:
    """Print of the conflicts among what is shown how many are right, and how many of the gold ones are found."""
    for families in (("number",), ("words",), ("number", "name", "words")):
        sure = [
            examples[n]
            for name in details
            for n in chosen.get(name, ())
            if chances[n] >= SURE_CONFLICT and examples[n].candidate.family in families
        ]
        every = [gold for marked in details.values() for gold in marked if gold.conflict and gold.family in families]
        found = {id(gold) for example in sure for gold in example.fits} & {id(gold) for gold in every}
        print(
            f"  {label:24} conflicts of {', '.join(families)}:",
            f"{sum(example.contradicts for example in sure)} right of {len(sure)}, {len(found)} of {len(every)} found",
        )
