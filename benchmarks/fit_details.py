"""Fit the weights by which details are told: how important a candidate is, and from which importance on it is shown.

    python -m benchmarks.fit_details GOLD [OWN] [--write] [--folds N]

GOLD is a folder with `pairs/*/gold.json` beside `left.txt` and `right.txt`: sentences, linked pairs of sentences, and
details with an importance (2 must be told, 1 fine, 0 noise) and whether both sides cannot be right. OWN is the folder
of the invented pairs of the tests, which are learnt from too, and not measured. Pairs of one event are held out
together. Every figure printed is measured on events that were held out: precision over all that is shown (right when
it fits a detail of importance 1 or 2), recall over the details of importance 2.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from benchmarks.fitting import Fit, Rule, boost, folds, prf, regress, write_table
from tui.articles.article import Span
from tui.articles.load import make_article
from tui.compare.comparison import Link, Settings
from tui.compare.details.candidates import Candidate
from tui.compare.details.evidence import EVIDENCE, FITTED, Sort, rows_of, sort_of
from tui.compare.details.field import Field
from tui.compare.details.find import judged_candidates, lay_field
from tui.compare.details.judging import MAY_CONFLICT, WEIGHTS, conflicts_of, may_conflict, table_of
from tui.compare.details.selecting import select
from tui.compare.details.telling import SURE_CONFLICT
from tui.compare.engine import read_articles
from tui.compare.given import links_of_spans
from tui.compare.links import link_sentences
from tui.compare.passages import form_passages
from tui.compare.units.unit import FAMILY_OF

Place = tuple[int, int] | None
LEVELS = {"more": 0.65, "all": 0.50}
"""The precision at which each of these levels is cut."""
FEW = 0.5
"""Few are told: those that an editor is more likely than not to want."""
OWN_TABLES = ("sentences", "numbers", "claims", "alone")
OWN_WEIGHT = 3.0
"""What an example of the invented pairs weighs: each is a clear case, and there are few."""
OWN_FOLDS = 40
"""Invented pairs of two sentences are dealt out over so many events."""
FINE = 0.6
"""What a detail of importance 1 weighs in the fit, beside one of importance 2."""
CONFLICT_PENALTY = 10.0
AS_MARKED = 0.35
OF_CLAIMS = frozenset(
    {
        "opposites",
        "negated",
        "negation apart",
        "degrees apart",
        "firmness apart",
        "modals apart",
        "hedge apart",
        "slot",
        "better slot",
        "less shared of both sentences",
        "more shared of both sentences",
        "most said near",
        "nearness",
        "nearness of the rest",
        "shared words",
        "open words",
        "most open words",
        "best counterparts",
        "same quoted words",
        "speakers",
        "longest",
    }
)
"""The evidence that can tell of a contradiction between claims."""
TOO_LONG, SLACK = 2.5, 25
"""Words are shown well where they are no longer than so many times the marked ones, and so many characters."""


@dataclass(eq=False)
class Gold:
    """A detail as annotated."""

    family: str
    left: Place
    right: Place
    importance: int
    conflict: bool

    @property
    def is_pair(self) -> bool:
        """Whether both sides say something."""
        return self.left is not None and self.right is not None


@dataclass(eq=False)
class Example:
    """A candidate of a pair of articles with its evidence and the gold details it fits."""

    pair: str
    given: bool
    candidate: Candidate
    row: list[float]
    fits: list[Gold]

    @property
    def is_own(self) -> bool:
        """Whether its pair is invented."""
        return self.pair.startswith("own ")

    @property
    def is_right(self) -> bool:
        """Whether it would count as right if shown."""
        return any(gold.importance for gold in self.fits)

    @property
    def true(self) -> list[Gold]:
        """The gold details that it says as they are: both sides or one, in words no longer than needed."""
        return [gold for gold in self.fits if _is_as_marked(self.candidate, gold)]


def _overlap(one: tuple[int, int], two: tuple[int, int]) -> float:
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return shared / max(1, min(one[1] - one[0], two[1] - two[0]))


def _places(candidate: Candidate) -> tuple[Place, Place]:
    one, two = ((unit.start, unit.end) if unit else None for unit in (candidate.one, candidate.two))
    return one, two


def _fits(candidate: Candidate, gold: Gold) -> bool:
    if candidate.family != gold.family and "words" not in (candidate.family, gold.family):
        return False
    sides = zip(_places(candidate), (gold.left, gold.right), strict=True)
    return all(mark is None or (place is not None and _overlap(place, mark) >= 0.5) for place, mark in sides)


def _is_as_marked(candidate: Candidate, gold: Gold) -> bool:
    if candidate.family != gold.family or candidate.is_pair != gold.is_pair:
        return False
    for place, mark in zip(_places(candidate), (gold.left, gold.right), strict=True):
        if candidate.family == "words" and place and mark:
            lengths = place[1] - place[0], mark[1] - mark[0]
            if max(lengths) > TOO_LONG * min(lengths) + SLACK:
                return False
    return True


def read_gold(folder: Path) -> Iterator[tuple[str, dict[str, Any], list[str], list[Gold]]]:
    """Yield each pair's name, annotation, texts and details."""
    for path in sorted(folder.glob("pairs/*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        texts = [(path.parent / f"{side}.txt").read_text(encoding="utf-8") for side in ("left", "right")]
        details = []
        for row in gold["details"]:
            places: list[Place] = []
            for n, side in enumerate(("left", "right")):
                start, end = gold["sentences"][side][row[side[0]]]
                at = texts[n].find(row[side], start, end) if row[side] is not None else -1
                place = (at, at + len(row[side])) if at >= 0 else (start, end)
                places.append(place if row[side] is not None else None)
            details.append(Gold(FAMILY_OF[row["kind"]], *places, row["importance"], row["conflict"]))
        yield path.parent.name, gold, texts, details


def read_examples(folder: Path) -> tuple[list[Example], dict[str, list[Gold]]]:
    """Return the candidates of all pairs, both by the gold links and by the engine's, and the gold details by pair."""
    examples: list[Example] = []
    details: dict[str, list[Gold]] = {}
    for name, gold, texts, marked in read_gold(folder):
        details[name] = marked
        links = [
            (Span(*gold["sentences"]["left"][p["l"]]), Span(*gold["sentences"]["right"][p["r"]]))
            for p in gold["pairs"]
            if p["kind"] != "weak"
        ]
        articles = make_article(texts[0]), make_article(texts[1])
        one, two = read_articles(*articles)
        for given in (True, False):
            found = links_of_spans(*articles, links) if given else link_sentences(one, two, Settings())
            passages = form_passages(found)
            examples += _examples(name, given, lay_field(one, two, passages), marked)
    return examples, details


def read_own(folder: Path) -> Iterator[tuple[str, list[str], list[tuple[int, int]], list[Gold]]]:
    """Yield the invented pairs of the tests: name, texts, links by sentence, details."""
    tables = (yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8")) for name in OWN_TABLES)
    rows = [(name, row) for name, table in zip(OWN_TABLES, tables, strict=True) for row in table]
    for number, (table, row) in enumerate(rows):
        texts = [row["left"], row["right"]]
        marked = [_own_gold(texts, kind, left, right, 2, conflict) for kind, left, right, conflict in row["details"]]
        yield f"own {number % OWN_FOLDS} {table} {number}", texts, [(0, 0)], marked
    for path in sorted(folder.glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        if isinstance(gold, dict) and "left" in gold:
            texts = [gold["left"], gold["right"]]
            marked = [
                _own_gold(
                    texts, row["kind"].split(" or ")[0], row["left"], row["right"], best, row.get("conflict", False)
                )
                for key, best in (("details", 2), ("also_true", 1))
                for row in gold.get(key, ())
            ]
            yield f"own {path.stem}", texts, [(a, b) for a, b in gold["links"]], marked


def _own_gold(texts: list[str], kind: str, left: str | None, right: str | None, best: int, conflict: bool) -> Gold:
    places: list[Place] = []
    for text, words in zip(texts, (left, right), strict=True):
        at = text.find(words) if words else -1
        places.append((at, at + len(words)) if words and at >= 0 else None)
    return Gold(FAMILY_OF[kind], places[0], places[1], best, conflict)  # type: ignore[index]


def read_own_examples(folder: Path) -> list[Example]:
    """Return the candidates of the invented pairs."""
    examples: list[Example] = []
    for name, texts, links, marked in read_own(folder):
        articles = make_article(texts[0]), make_article(texts[1])
        one, two = read_articles(*articles)
        passages = form_passages(tuple(Link(a, b, 1.0) for a, b in links))
        examples += _examples(name, True, lay_field(one, two, passages), marked)
    return examples


def _examples(name: str, given: bool, field: Field, marked: list[Gold]) -> Iterator[Example]:
    sorts: dict[Sort, list[Candidate]] = defaultdict(list)
    for candidate in judged_candidates(field):
        sorts[sort_of(candidate)].append(candidate)
    for sort, here in sorts.items():
        for candidate, row in zip(here, rows_of(field, sort, here), strict=True):
            yield Example(name, given, candidate, row, [g for g in marked if _fits(candidate, g)])


def things_to_tell(marked: Sequence[Gold]) -> list[list[Gold]]:
    """Group the details of one family that stand on the very same words of a side."""
    groups: list[tuple[set[Any], list[Gold]]] = []
    for gold in marked:
        keys = {(gold.family, n, place) for n, place in enumerate((gold.left, gold.right)) if place}
        joined = [group for group in groups if group[0] & keys]
        groups = [group for group in groups if not group[0] & keys]
        groups.append((keys.union(*(g[0] for g in joined)), [r for g in joined for r in g[1]] + [gold]))
    return [group[1] for group in groups]


def fit_sort(examples: Sequence[Example], rounds: int) -> Fit:
    """Return the weights of one sort of candidates, so scaled that what comes out is how likely it counts as right."""
    x = np.array([e.row for e in examples])
    best = np.array([max((g.importance for g in e.true), default=0) for e in examples])
    weight = np.where(best == 1, FINE, 1.0) * np.array([OWN_WEIGHT if e.is_own else 1.0 for e in examples])
    fit = boost(x, (best > 0).astype(float), weight, rounds=rounds, cuts=12)
    return fit


def fit_conflicts(examples: Sequence[Example], sort: Sort) -> Fit:
    """Return the weights by which both sides of a sort of pairs cannot be right: few of them are known, so a line."""
    names = list(EVIDENCE[sort])
    kept = np.array([sort[0] == "number" or name in OF_CLAIMS for name in names])
    x = np.array([e.row for e in examples]) * kept
    fit = regress(x, contradict(examples), np.ones(len(examples)), CONFLICT_PENALTY)
    return Fit(fit.weights * kept, fit.bias, [])


def contradict(examples: Sequence[Example]) -> np.ndarray:
    """Return for each example whether both its sides cannot be right."""
    return np.array([float(any(gold.conflict for gold in e.fits)) for e in examples])


def held_out_conflicts(examples: Sequence[Example], sort: Sort, most: int) -> tuple[np.ndarray, float, float]:
    """Return how likely each example is a conflict by weights of other events, and the scale and shift that it took."""
    chances = np.zeros(len(examples))
    events = np.array([_event(e.pair) for e in examples])
    for held in folds(events, most):
        test = np.isin(events, list(held))
        fit = fit_conflicts([e for e, out in zip(examples, test, strict=True) if not out], sort)
        chances[test] = fit.probability(np.array([e.row for e, out in zip(examples, test, strict=True) if out]))
    # Few are known, so no curve is drawn through them: what is surely enough right from some value on is called sure.
    truth = contradict(examples)
    order = np.argsort(-chances)
    right = np.cumsum(truth[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(right >= SURE_CONFLICT)
    least = float(chances[order[enough[-1]]]) if len(enough) else 0.99
    shift = float(_odds(np.array([SURE_CONFLICT]))[0] - _odds(np.array([least]))[0])
    return 1 / (1 + np.exp(-(_odds(chances) + shift))), 1.0, shift


def _event(pair: str) -> str:
    return " ".join(pair.split()[:2])


def show_conflicts(examples: Sequence[Example], chances: np.ndarray, details: dict[str, list[Gold]]) -> None:
    for given in (True, False):
        here = [n for n, e in enumerate(examples) if e.given == given and e.pair in details]
        sure = [n for n in here if chances[n] >= SURE_CONFLICT]
        found = {id(gold) for n in sure for gold in examples[n].fits if gold.conflict}
        right = sum(any(gold.conflict for gold in examples[n].fits) for n in sure)
        every = sum(gold.conflict for marked in details.values() for gold in marked)
        print(
            f"  conflicts {'given the links' if given else 'end to end'}:",
            f"{right} right of {len(sure)}, {len(found)} of {every} found",
        )


def calibrate(chances: np.ndarray, examples: Sequence[Example]) -> tuple[float, float]:
    """Return scale and shift of the log odds that make held-out chances what they say.

    A long stretch that only holds something marked counts as right too, but a reader has to search it: so a part of
    what is meant is to be just what was marked.
    """
    as_marked = np.array([any(g.importance for g in e.true) for e in examples])
    y = AS_MARKED * as_marked + (1 - AS_MARKED) * np.array([e.is_right for e in examples])
    fit = regress(_odds(chances)[:, None], y, np.ones(len(y)), 1.0)
    return float(fit.weights[0]), fit.bias


def _odds(chances: np.ndarray) -> np.ndarray:
    clipped = np.clip(chances, 1e-4, 1 - 1e-4)
    return np.log(clipped / (1 - clipped))


def measure(
    examples: Sequence[Example], importance: np.ndarray, least: float, details: dict[str, list[Gold]]
) -> dict[str, list[int]]:
    """Return hits and shown, told and must, by family and for all together."""
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    by_pair: dict[str, dict[Candidate, float]] = defaultdict(dict)
    of: dict[Candidate, Example] = {}
    for example, chance in zip(examples, importance, strict=True):
        by_pair[example.pair][example.candidate] = float(chance)
        of[example.candidate] = example
    for name, marked in details.items():
        shown = [of[candidate] for candidate in select(by_pair[name], least)]
        for example in shown:
            for key in ("all", example.candidate.family):
                totals[key][0] += example.is_right
                totals[key][1] += 1
        fitted = {id(gold) for example in shown for gold in example.fits}
        for thing in things_to_tell([gold for gold in marked if gold.importance == 2]):
            for key in ("all", thing[0].family):
                totals[key][2] += any(id(gold) in fitted for gold in thing)
                totals[key][3] += 1
    return totals


def rates(row: Sequence[int]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of hits and shown, told and must."""
    precision, recall = row[0] / max(1, row[1]), row[2] / max(1, row[3])
    return prf(recall * 1000, recall * 1000 / max(precision, 1e-9), 1000)


def show(label: str, totals: dict[str, list[int]]) -> None:
    for key in ("number", "name", "words", "all"):
        precision, recall, f1 = rates(totals[key])
        print(f"  {label:24} {key:7} F1 {f1:.3f}   P {precision:.3f}   R {recall:.3f}   shown {totals[key][1]}")


def usable(examples: Sequence[Example], sort: Sort) -> list[Example]:
    """Return the examples of a sort; the table of sentences marks nothing that one side alone has."""
    return [
        e for e in examples if sort_of(e.candidate) == sort and (sort[1] or not (e.is_own and " sentences " in e.pair))
    ]


def held_out(examples: Sequence[Example], rounds: int, most: int) -> tuple[np.ndarray, dict[Sort, tuple[float, float]]]:
    """Return the importance of every example by weights of other events, and the calibration of each sort."""
    importance = np.zeros(len(examples))
    pairs = np.array([e.pair for e in examples])
    is_gold = np.array([not e.is_own for e in examples])
    scales: dict[Sort, tuple[float, float]] = {}
    for sort in FITTED:
        here = np.array([n for n, e in enumerate(examples) if sort_of(e.candidate) == sort])
        for held in folds(pairs[is_gold], most):
            test = here[np.isin(pairs[here], list(held))]
            train = here[~np.isin(pairs[here], list(held))]
            fit = fit_sort(usable([examples[n] for n in train], sort), rounds)
            if len(test):
                importance[test] = fit.probability(np.array([examples[n].row for n in test]))
        told = here[is_gold[here]]
        scale, shift = scales[sort] = calibrate(importance[told], [examples[n] for n in told])
        importance[here] = 1 / (1 + np.exp(-(scale * _odds(importance[here]) + shift)))
    return importance, scales


def least_for(
    examples: Sequence[Example], importance: np.ndarray, wanted: float, details: dict[str, list[Gold]]
) -> float:
    """Return the lowest threshold from which on precision is at least as wanted."""
    for least in np.arange(0.20, 0.90, 0.01):
        totals = measure(examples, importance, float(least), details)["all"]
        if totals[0] >= wanted * totals[1]:
            return float(least)
    return 0.9


def scaled(fit: Fit, scale: float, shift: float) -> Fit:
    """Return a fit whose log odds are scaled and shifted."""
    rules = [Rule(rule.conditions, rule.weight * scale) for rule in fit.rules]
    return Fit(fit.weights * scale, fit.bias * scale + shift, rules)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("own", type=Path, nargs="?")
    parser.add_argument("--write", action="store_true", help="write the tables")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=120)
    options = parser.parse_args()
    examples, details = read_examples(options.gold)
    if options.own:
        examples += read_own_examples(options.own)
    importance, scales = held_out(examples, options.rounds, options.folds)
    sets = {
        "given the links": np.array([e.given and e.pair in details for e in examples]),
        "end to end": np.array([not e.given for e in examples]),
    }
    kept = {label: [e for e, keep in zip(examples, chosen, strict=True) if keep] for label, chosen in sets.items()}
    both = {label: importance[chosen] for label, chosen in sets.items()}
    levels = {
        level: least_for(kept["given the links"], both["given the links"], wanted, details)
        for level, wanted in LEVELS.items()
    }
    levels = {"few": FEW, **levels}
    for level, least in levels.items():
        for label in sets:
            show(f"{level} {least:.2f}, {label}", measure(kept[label], both[label], least, details))
    contradictions: dict[Sort, Fit] = {}
    for sort in MAY_CONFLICT:
        here = [e for e in examples if sort_of(e.candidate) == sort and may_conflict(sort, e.row)]
        chances, scale, shift = held_out_conflicts(here, sort, options.folds)
        print(sort[0])
        show_conflicts(here, chances, details)
        contradictions[sort] = scaled(fit_conflicts(here, sort), scale, shift)
    if options.write:
        WEIGHTS.mkdir(exist_ok=True)
        for sort in FITTED:
            here = usable(examples, sort)
            fit = scaled(fit_sort(here, options.rounds), *scales[sort])
            head = [
                f"How important a detail of the family {sort[0]} is, {'of both sides' if sort[1] else 'of one side'}:",
                "evidence and its weight, as fitted by benchmarks/fit_details.py; what each measures tells the",
                "function of that line in the room of evidence. Fitted for this program on article pairs read by hand.",
            ]
            write_table(table_of(sort), head, tuple(EVIDENCE[sort]), fit, {})
        for sort, fit in contradictions.items():
            head = [
                f"Whether both sides of a detail of the family {sort[0]} cannot be right: evidence and its weight, as",
                "fitted by benchmarks/fit_details.py; what each measures tells the function of that line.",
            ]
            write_table(conflicts_of(sort), head, tuple(EVIDENCE[sort]), fit, {})
        lines = ["# From which importance on a detail is shown, for each level; written by benchmarks/fit_details.py."]
        lines += [f"{level}\t{least:.3f}" for level, least in levels.items()]
        (WEIGHTS / "levels.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
