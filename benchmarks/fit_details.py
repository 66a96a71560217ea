"""Fit the weights by which details are told: how important a candidate is, and from which importance on it is shown.

    python -m benchmarks.fit_details GOLD [OWN] [--write] [--folds N]

GOLD is a folder with `pairs/*/gold.json` beside `left.txt` and `right.txt`: sentences, linked pairs of sentences, and
details with an importance (2 must be told, 1 fine, 0 noise) and whether both sides cannot be right. OWN is the folder
of the invented pairs of the tests, which are learnt from too, and not measured. Pairs of one event are held out
together. Every figure printed is measured on events that were held out, of weights, calibration and thresholds alike:
precision over all that is shown (right when it fits a detail of importance 1 or 2), recall over the details of
importance 2.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.detail_conflicts import fit_conflicts, held_out_conflicts
from benchmarks.detail_gold import Example, read_contradictions, read_examples, read_own_examples
from benchmarks.detail_measures import Details, measure, show, show_conflicts, shown
from benchmarks.fitting import Fit, boost, folds, log_odds, logistic, regress, scaled, write_table
from tui.compare.details.evidence import CONFLICT_EVIDENCE, EVIDENCE, FITTED, Sort
from tui.compare.details.judging import SURE_CONFLICT, WEIGHTS, conflicts_of, table_of

LEVELS = {"more": 0.65, "all": 0.50}
"""The precision at which each of these levels is cut."""
FEW = 0.5
"""Few are told: those that an editor is more likely than not to want."""
OWN_WEIGHT = 3.0
"""What an example of the invented pairs weighs: each is a clear case, and there are few."""
FINE = 0.6
"""What a detail of importance 1 weighs in the fit, beside one of importance 2."""
LOWEST = 0.2
"""No threshold is lower."""
MARKED = 0.9
"""How far a candidate counts in the fit as what is marked; the rest is for any that holds something marked."""
AS_MARKED = 0.35
ROUNDS = 120


def fit_sort(examples: Sequence[Example]) -> Fit:
    """Return the weights of one sort of candidates."""
    x = np.array([e.row for e in examples])
    best = np.array([max((g.importance for g in e.true), default=0) for e in examples])
    weight = np.where(best == 1, FINE, 1.0) * np.array([OWN_WEIGHT if e.is_own else 1.0 for e in examples])
    y = MARKED * (best > 0) + (1 - MARKED) * np.array([e.is_right for e in examples])
    return boost(x, y, weight, rounds=ROUNDS, cuts=12)


def usable(examples: Sequence[Example], sort: Sort) -> list[Example]:
    """Return the examples of a sort; of invented tables only those of which they mark all that should be told."""
    return [e for e in examples if e.sort == sort and not e.is_near and (not e.is_own or _is_marked(e, sort))]


def _is_marked(example: Example, sort: Sort) -> bool:
    """Say whether its table marks all of its sort: contradictions mark none, sentences and numbers pairs alone."""
    table = example.pair.split()[2:3]
    return table != ["conflicts"] and (sort[1] or table not in (["sentences"], ["numbers"]))


def calibrate(chances: np.ndarray, examples: Sequence[Example]) -> tuple[float, float]:
    """Return scale and shift of the log odds that make held-out chances what they say.

    A long stretch that only holds something marked counts as right too, but a reader has to search it: so a part of
    what is meant is to be just what was marked.
    """
    as_marked = np.array([any(g.importance for g in e.true) for e in examples])
    y = AS_MARKED * as_marked + (1 - AS_MARKED) * np.array([e.is_right for e in examples])
    fit = regress(log_odds(chances)[:, None], y, np.ones(len(y)), 1.0)
    return float(fit.weights[0]), fit.bias


def held_out(
    examples: Sequence[Example], most: int
) -> tuple[np.ndarray, np.ndarray, dict[tuple[Sort, bool], tuple[float, float]]]:
    """Return the importance of every gold example, how likely it is a conflict, and each judgement's calibration.

    The calibrations are of all events together, by sort and whether of conflicts, for the weights that are written.
    """
    importance, conflict = np.zeros(len(examples)), np.zeros(len(examples))
    scales: dict[tuple[Sort, bool], tuple[float, float]] = {}
    for sort in FITTED:
        here = np.array([n for n, e in enumerate(examples) if e.sort == sort and not e.is_own and not e.is_near])
        every = usable(examples, sort)
        pairs = np.array([examples[n].pair for n in here])
        raw = np.zeros(len(here))
        events = list(folds(pairs, most))
        tests = [np.isin(pairs, list(held)) for held in events]
        for held, test in zip(events, tests, strict=True):
            fit = fit_sort([e for e in every if e.pair not in held])
            raw[test] = fit.probability(np.array([examples[n].row for n in here[test]]))
        for test in tests:
            scale, shift = calibrate(raw[~test], [examples[n] for n in here[~test]])
            importance[here[test]] = logistic(scale * log_odds(raw[test]) + shift)
        scales[sort, False] = calibrate(raw, [examples[n] for n in here])
    for sort in CONFLICT_EVIDENCE:
        may = np.array([n for n, e in enumerate(examples) if e.sort == sort and e.conflict_row is not None])
        conflict[may], shift = held_out_conflicts([examples[n] for n in may], sort, most)
        scales[sort, True] = 1.0, shift
    importance = np.where(conflict >= SURE_CONFLICT, np.maximum(importance, conflict), importance)
    return importance, conflict, scales


def thresholds(
    examples: Sequence[Example], importance: np.ndarray, details: Details, most: int
) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """Return for each level the threshold of each pair, chosen on other events; and that of all events."""
    chosen = shown(examples, importance, dict.fromkeys(details, LOWEST))
    ranked = {
        name: np.array([(importance[n], examples[n].is_right) for n in places]).reshape(-1, 2)
        for name, places in chosen.items()
    }
    by_pair: dict[str, dict[str, float]] = {"few": dict.fromkeys(details, FEW)}
    every = {"few": FEW}
    for level, wanted in LEVELS.items():
        by_pair[level] = {
            name: _least(ranked, set(ranked) - held, wanted) for held in folds(details, most) for name in held
        }
        every[level] = _least(ranked, set(ranked), wanted)
    return by_pair, every


def _least(ranked: Mapping[str, np.ndarray], names: set[str], wanted: float) -> float:
    """Return the lowest threshold from which on so much of what is shown of the pairs named is right."""
    rows = np.concatenate([ranked[name] for name in sorted(names)])
    for least in np.arange(LOWEST, 0.9, 0.01):
        kept = rows[:, 0] >= least
        if rows[kept, 1].sum() >= wanted * kept.sum():
            return round(float(least), 2)
    return 0.9


def report(
    examples: Sequence[Example], importance: np.ndarray, conflict: np.ndarray, details: Details, most: int
) -> dict[str, float]:
    """Print what is reached on held-out events, and return the threshold of each level."""
    sets = {
        label: np.array([n for n, e in enumerate(examples) if e.given == given and e.pair in details])
        for label, given in (("given the links", True), ("end to end", False))
    }
    kept = {label: [examples[n] for n in places] for label, places in sets.items()}
    by_pair, every = thresholds(kept["given the links"], importance[sets["given the links"]], details, most)
    for level, least in by_pair.items():
        for label, places in sets.items():
            show(f"{level} {every[level]:.2f}, {label}", measure(kept[label], importance[places], least, details))
    for label, places in sets.items():
        chosen = shown(kept[label], importance[places], by_pair["few"])
        show_conflicts(label, kept[label], conflict[places], chosen, details)
    return every


def write(
    examples: Sequence[Example], scales: Mapping[tuple[Sort, bool], tuple[float, float]], levels: Mapping[str, float]
) -> None:
    """Write the tables of weights, fitted on everything."""
    WEIGHTS.mkdir(exist_ok=True)
    for sort in FITTED:
        head = [
            f"How important a detail of the family {sort[0]} is, {'of both sides' if sort[1] else 'of one side'}:",
            "evidence and its weight, as fitted by benchmarks/fit_details.py; what each measures tells the",
            "function of that line in the room of evidence. Fitted for this program on article pairs read by hand.",
        ]
        fit = scaled(fit_sort(usable(examples, sort)), *scales[sort, False])
        write_table(table_of(sort), head, tuple(EVIDENCE[sort]), fit, {})
    for sort in CONFLICT_EVIDENCE:
        head = [
            f"Whether both sides of a detail of the family {sort[0]} cannot be right: evidence and its weight, as",
            "fitted by benchmarks/fit_details.py. What each piece of evidence measures:",
            *(f"{name} - {(tell.__doc__ or '').splitlines()[0]}" for name, tell in CONFLICT_EVIDENCE[sort].items()),
        ]
        here = [e for e in examples if e.sort == sort and e.conflict_row is not None]
        fit = scaled(fit_conflicts(here, sort), *scales[sort, True])
        write_table(conflicts_of(sort), head, tuple(CONFLICT_EVIDENCE[sort]), fit, {})
    lines = ["# From which importance on a detail is shown, for each level; written by benchmarks/fit_details.py."]
    lines += [f"{level}\t{least:.3f}" for level, least in levels.items()]
    (WEIGHTS / "levels.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("own", type=Path, nargs="?")
    parser.add_argument("--write", action="store_true", help="write the tables")
    parser.add_argument("--folds", type=int, default=10)
    options = parser.parse_args()
    examples, details = read_examples(options.gold)
    if options.own:
        examples += read_own_examples(options.own)
    examples += read_contradictions()
    importance, conflict, scales = held_out(examples, options.folds)
    levels = report(examples, importance, conflict, details, options.folds)
    if options.write:
        write(examples, scales, levels)


if __name__ == "__main__":
    main()
