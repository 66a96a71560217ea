"""What details are learnt from: candidates of pairs of articles, with evidence and the gold details they fit.

In come the folder of gold (`pairs/*/gold.json` beside `left.txt` and `right.txt`: sentences, linked pairs of sentences,
details with an importance and whether both sides cannot be right), the folder of the invented pairs of the tests, and
the table of invented contradictions beside this file; out go examples.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from tui.articles.article import Span
from tui.articles.load import make_article
from tui.compare.comparison import Link, Settings
from tui.compare.details.candidate import Candidate
from tui.compare.details.carrying import doubted_numbers
from tui.compare.details.evidence import Sort, conflict_rows_of, may_conflict, rows_of, sort_of
from tui.compare.details.field import Field
from tui.compare.details.find import judged_candidates
from tui.compare.details.pair import Pair
from tui.compare.engine import read_articles
from tui.compare.given import links_of_spans
from tui.compare.links import Linking, link_pair
from tui.compare.passages import form_passages
from tui.compare.units.unit import FAMILY_OF

Place = tuple[int, int] | None
OWN_TABLES = ("sentences", "numbers", "claims", "alone")
OWN_FOLDS = 40
"""Invented pairs of two sentences are dealt out over so many events."""
CONTRADICTIONS = Path(__file__).parent / "invented_conflicts.tsv"
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
    conflict_row: list[float] | None
    """The evidence of whether both sides cannot be right, none where they surely can."""
    fits: list[Gold]
    is_near: bool = False
    """Whether its sentences are only nearly linked, so that it is told where it contradicts and not otherwise."""

    @property
    def is_own(self) -> bool:
        """Whether its pair is invented."""
        return self.pair.startswith("own ")

    @property
    def is_right(self) -> bool:
        """Whether it would count as right if shown."""
        return any(gold.importance for gold in self.fits)

    @property
    def event(self) -> str:
        """What is held out together with it."""
        return " ".join(self.pair.split()[:2])

    @property
    def sort(self) -> Sort:
        """What it is judged by."""
        return sort_of(self.candidate)

    @property
    def contradicts(self) -> bool:
        """Whether both its sides cannot be right."""
        return any(gold.conflict for gold in self.fits)

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
            by_hand = Linking(links_of_spans(*articles, links), False)
            found = by_hand if given else link_pair(one, two, Settings())
            field, near = (Field(Pair(one, two), form_passages(some)) for some in (found.links, found.near))
            examples += _examples(name, given, field, judged_candidates(field), marked)
            for doubted in doubted_numbers(near):
                examples += [replace(e, is_near=True) for e in _examples(name, given, near, doubted, marked)]
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
        field = Field(Pair(one, two), passages)
        examples += _examples(name, True, field, judged_candidates(field), marked)
    return examples


def read_contradictions() -> list[Example]:
    """Return the candidates of the invented contradictions; only of those it is marked what the sentences say."""
    examples: list[Example] = []
    lines = CONTRADICTIONS.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(line for line in lines if not line.startswith("#")):
        left, right, *words = line.split("\t")
        marked = [_own_gold([left, right], words[0], words[1], words[2], 2, True)] if words else []
        one, two = read_articles(make_article(left), make_article(right))
        passages = form_passages((Link(0, 0, 1.0),))
        name, field = f"own {number % OWN_FOLDS} conflicts {number}", Field(Pair(one, two), passages)
        found = _examples(name, True, field, judged_candidates(field), marked)
        examples += [example for example in found if example.conflict_row is not None]
    return examples


def _examples(
    name: str, given: bool, field: Field, candidates: Iterable[Candidate], marked: list[Gold]
) -> Iterator[Example]:
    sorts: dict[Sort, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        sorts[sort_of(candidate)].append(candidate)
    for sort, here in sorts.items():
        for candidate, row in zip(here, rows_of(field, sort, here), strict=True):
            clash = conflict_rows_of(field, sort, [candidate])[0] if may_conflict(field, candidate) else None
            yield Example(name, given, candidate, row, clash, [g for g in marked if _fits(candidate, g)])
