"""Why a detail is told, or why what could be one is not: which evidence spoke how much, in words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.articles.article import Span
from tui.compare.comparison import Comparison, Detail, DetailKind, DetailLevel, Reason
from tui.compare.details.candidate import Candidate
from tui.compare.details.evidence import EVIDENCE, Sort, rows_of, sort_of
from tui.compare.details.field import Field
from tui.compare.details.find import judged_candidates
from tui.compare.details.judging import SURE_CONFLICT, Verdict, judge, judgement_of
from tui.compare.details.pair import Pair
from tui.compare.details.selecting import select, span_of
from tui.compare.telling_levels import thresholds
from tui.disk.tables import read_table

_MOST_LINKS = 40
"""What is usual is learnt from the candidates of so many links, spread evenly over the left article."""
_LEAST_CANDIDATES = 5
"""From fewer candidates of a sort nothing is learnt: usual is then no evidence at all."""
_LEAST_TOLD = 0.02
_MOST_TOLD = 5
_MOST_REJECTED = 3
"""Of each link so many candidates that the comparison does not hold are explained, where all of it are."""


@dataclass(frozen=True, slots=True)
class DetailExplanation:
    """What is thought of one candidate of two linked sentences."""

    left_sentence: int
    right_sentence: int
    kind: DetailKind
    left: Span | None
    right: Span | None
    level: DetailLevel | None
    """The first level at which it is told, none where it never is."""
    importance: float
    """How likely an editor would want to be told, 0 to 1."""
    threshold: float
    """The importance from which on a detail is among the few."""
    conflict: float
    """How likely both sides cannot be right, 0 to 1."""
    conflict_threshold: float
    speaks_for: tuple[Reason, ...]
    """The strongest first; a weight is what it adds to the log odds, beside what is usual of this sort in the pair."""
    speaks_against: tuple[Reason, ...]
    """The strongest first; weights below 0."""
    note: str = ""
    """What decided apart from the evidence; else empty."""


def explain_details(comparison: Comparison, left: int, right: int) -> tuple[DetailExplanation, ...]:
    """Return what is thought of every candidate of two linked sentences, found or rejected, the likeliest first.

    Parameters
    ----------
    comparison
        The comparison of a pair.
    left, right
        The numbers of the sentences; nothing is returned where they are not linked.
    """
    field = Field(Pair(*comparison.readings), comparison.passages)
    if (left, right) not in field.links:
        return ()
    near = {link for link in field.links if link[0] == left or link[1] == right}
    weighed = _Weighed(field, near | set(_spread(field)), comparison.details)
    return tuple(weighed.explain(c) for c in weighed.ranked if (c.left, c.right) == (left, right))


def explain_detail(comparison: Comparison, detail: Detail) -> DetailExplanation:
    """Return why a detail of a comparison is told."""
    for one in explain_details(comparison, detail.left_sentence, detail.right_sentence):
        if (one.left, one.right) == (detail.left, detail.right):
            return one
    note = "the wording alone differs" if detail.kind == "wording" else "the sentences are linked no more"
    return DetailExplanation(
        detail.left_sentence,
        detail.right_sentence,
        detail.kind,
        detail.left,
        detail.right,
        None,
        detail.importance,
        thresholds()["few"],
        0.0,
        SURE_CONFLICT,
        (),
        (),
        note,
    )


def explain_all_details(comparison: Comparison) -> tuple[DetailExplanation, ...]:
    """Return what is thought of every candidate told among few or more, and of the likeliest others of each link.

    They stand in the order of their links, the likeliest of each first.
    """
    field = Field(Pair(*comparison.readings), comparison.passages)
    weighed = _Weighed(field, field.links, comparison.details)
    rejected = dict.fromkeys(field.links, 0)
    explained = []
    for candidate in weighed.ranked:
        if weighed.levels.get(candidate, "all") == "all":
            rejected[candidate.left, candidate.right] += 1
            if rejected[candidate.left, candidate.right] > _MOST_REJECTED:
                continue
        explained.append(weighed.explain(candidate))
    return tuple(sorted(explained, key=lambda one: (one.left_sentence, one.right_sentence)))


def _place(candidate: Candidate) -> tuple[int, int, Span | None, Span | None]:
    return candidate.left, candidate.right, span_of(candidate.one), span_of(candidate.two)


def _spread(field: Field) -> Sequence[tuple[int, int]]:
    """Return the links that tell what is usual."""
    links = sorted(field.links)
    return links[:: max(1, -(-len(links) // _MOST_LINKS))]


class _Weighed:
    """The candidates of some links, judged, with what is usual among them."""

    def __init__(self, field: Field, links: Collection[tuple[int, int]], details: Iterable[Detail]) -> None:
        self._field = field
        candidates = judged_candidates(field, links)
        self._verdicts: dict[Candidate, Verdict] = judge(field, candidates)
        importance = {candidate: verdict.importance for candidate, verdict in self._verdicts.items()}
        self.ranked = sorted(candidates, key=lambda candidate: -importance[candidate])
        # What stands in the way of another may itself give way to what other sentences hold: the comparison knows.
        told = {_place(c): c for c in select(importance, thresholds()["all"])}
        held = {(d.left_sentence, d.right_sentence, d.left, d.right) for d in details if d.kind != "wording"}
        for candidate in self.ranked:
            if _place(candidate) in held:
                told.setdefault(_place(candidate), candidate)
        self.levels = _levels(importance, told.values())
        self._usual = _learn_usual(field, candidates)

    def explain(self, candidate: Candidate) -> DetailExplanation:
        verdict, level = self._verdicts[candidate], self.levels.get(candidate)
        reasons = self._reasons(candidate)
        hidden = level is None and verdict.importance >= thresholds()["all"]
        return DetailExplanation(
            candidate.left,
            candidate.right,
            candidate.kind,
            span_of(candidate.one),
            span_of(candidate.two),
            level,
            round(verdict.importance, 3),
            thresholds()["few"],
            round(verdict.conflict, 3),
            SURE_CONFLICT,
            tuple(reason for reason in reasons if reason.weight > 0)[:_MOST_TOLD],
            tuple(reason for reason in reasons if reason.weight < 0)[:_MOST_TOLD],
            "one that matters more tells of the same words" if hidden else "",
        )

    def _reasons(self, candidate: Candidate) -> list[Reason]:
        """Return what each family of evidence adds beside what is usual, in the words of its weightiest piece."""
        sort = sort_of(candidate)
        usual = self._usual[sort]
        (row,) = rows_of(self._field, sort, [candidate])
        values = dict(zip(EVIDENCE[sort], row, strict=True))
        added = judgement_of(sort).contributions(row)
        families: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for name, weight in added.items():
            beside = weight - usual.added.get(name, 0.0)
            families[_words()[name].family].append((beside, name))
        reasons = []
        for family, pieces in families.items():
            total = round(sum(weight for weight, _ in pieces), 3)
            if abs(total) >= _LEAST_TOLD:
                _, name = max(pieces, key=lambda piece: piece[0] * total)
                more = values[name] > usual.values.get(name, 0.0)
                reasons.append(Reason(family, _words()[name].more if more else _words()[name].less, total))
        return sorted(reasons, key=lambda reason: -abs(reason.weight))


def _levels(importance: dict[Candidate, float], chosen: Iterable[Candidate]) -> dict[Candidate, DetailLevel]:
    """Return the first level that tells each of some candidates."""
    ordered = sorted(thresholds().items(), key=lambda level: -level[1])
    return {c: next(level for level, least in ordered if importance[c] >= least) for c in chosen}


class _Usual(NamedTuple):
    """What the candidates of a sort have on average: the values of their evidence, and what each adds."""

    values: dict[str, float]
    added: dict[str, float]


def _learn_usual(field: Field, candidates: Sequence[Candidate]) -> dict[Sort, _Usual]:
    spread = set(_spread(field))
    usual = {sort: _Usual({}, {}) for sort in map(sort_of, candidates)}
    for sort in usual:
        here = [c for c in candidates if sort_of(c) == sort and (c.left, c.right) in spread]
        if len(here) >= _LEAST_CANDIDATES:
            rows = rows_of(field, sort, here)
            mean = [sum(values) / len(rows) for values in zip(*rows, strict=True)]
            added = [judgement_of(sort).contributions(row) for row in rows]
            usual[sort] = _Usual(
                dict(zip(EVIDENCE[sort], mean, strict=True)),
                {name: sum(one[name] for one in added) / len(added) for name in EVIDENCE[sort]},
            )
    return usual


class _Words(NamedTuple):
    """How a piece of evidence is told."""

    family: str
    more: str
    """Where there is more of it than usual."""
    less: str


@cache
def _words() -> dict[str, _Words]:
    rows = read_table(Path(__file__).with_name("evidence_words.tsv"))
    return {name: _Words(family, more, less) for name, family, more, less in rows}
