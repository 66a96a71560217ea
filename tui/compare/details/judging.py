"""How important each candidate is, 0 to 1: by the weights of its sort, as `benchmarks/fit_details.py` wrote them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tui.compare.details.candidate import Candidate
from tui.compare.details.evidence import (
    CONFLICT_EVIDENCE,
    EVIDENCE,
    LATER,
    Sort,
    conflict_rows,
    is_doubted,
    sort_of,
)
from tui.compare.details.evidence.case import Case, Evidence, measure
from tui.compare.details.facing import Facing, lay_out
from tui.compare.details.field import Field
from tui.compare.judgement import Judgement, read_judgement
from tui.system.shares import in_shares

SURE_CONFLICT = 0.8
"""So likely it must be that both sides cannot be right, before the reader is told so."""
_AT_ONCE = 2000
"""So many candidates are judged, a share, before what was kept of their sentences is forgotten."""
_WORTH_A_BOUND = 8
"""Of fewer candidates all evidence is measured sooner than it is known which of them cannot be told."""
WEIGHTS = Path(__file__).parent / "weights"


def table_of(sort: Sort) -> Path:
    """Return the table of weights for a sort of candidates."""
    family, is_pair = sort
    return WEIGHTS / f"{family}_{'pairs' if is_pair else 'alone'}.tsv"


@cache
def judgement_of(sort: Sort) -> Judgement:
    """Return the fitted judgement of how important a sort of candidates is."""
    return read_judgement(table_of(sort), tuple(EVIDENCE[sort]))


def conflicts_of(sort: Sort) -> Path:
    """Return the table of weights by which both sides of a sort of pairs cannot be right."""
    return WEIGHTS / f"{sort[0]}_conflicts.tsv"


@cache
def conflict_judgement_of(sort: Sort) -> Judgement:
    """Return the fitted judgement of whether both sides cannot be right."""
    return read_judgement(conflicts_of(sort), tuple(CONFLICT_EVIDENCE[sort]))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is thought of a candidate."""

    importance: float
    """How likely an editor would want to be told, 0 to 1."""
    conflict: float = 0.0
    """How likely both sides cannot be right, 0 to 1."""


def judge(
    field: Field,
    candidates: Sequence[Candidate],
    progress: Callable[[float], None] | None = None,
    least: float = 0.0,
) -> dict[Candidate, Verdict]:
    """Return what is thought of each candidate; `progress` is told the share that is judged, 0 to 1.

    Candidates that cannot be of at least `least` importance may be left out.
    """
    sorts = _by_sort(candidates)
    linked = sorted(candidates, key=lambda candidate: (candidate.left, candidate.right))

    def judge_some(first: int, after: int) -> list[Verdict | None]:
        # What a link's candidates asked of it is asked no more; of a long article it would be hundreds of megabytes.
        # The last link of a share may go on in the next one, which then finds it forgotten, whoever had the share.
        field.forget({(candidate.left, candidate.right) for candidate in linked[max(0, first - 1) : first]})
        verdicts = _judge_some(field, linked[first:after], least)
        field.forget({(candidate.left, candidate.right) for candidate in linked[first:after]})
        return [verdicts.get(candidate) for candidate in linked[first:after]]

    verdicts = chain.from_iterable(in_shares(judge_some, len(linked), _AT_ONCE, progress))
    found = {candidate: verdict for candidate, verdict in zip(linked, verdicts, strict=True) if verdict is not None}
    return {candidate: found[candidate] for here in sorts.values() for candidate in here if candidate in found}


def _judge_some(field: Field, candidates: Sequence[Candidate], least: float) -> dict[Candidate, Verdict]:
    cases = {sort: [Case(field, candidate) for candidate in here] for sort, here in _by_sort(candidates).items()}
    _lay_out(cases)
    found: dict[Candidate, Verdict] = {}
    for sort, these in cases.items():
        found.update(_judge_sort(sort, these, least))
    return found


def _by_sort(candidates: Iterable[Candidate]) -> dict[Sort, list[Candidate]]:
    sorts: dict[Sort, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        sorts[sort_of(candidate)].append(candidate)
    return sorts


def _lay_out(cases: Mapping[Sort, Sequence[Case]]) -> None:
    """Hold against each other whatever cases with two sides ask about, of all their sentences at once."""
    facings: dict[Facing, None] = {}
    for (family, is_pair), here in cases.items():
        for case in here if is_pair else ():
            facings[case.facing] = None
            if family == "words":
                case.facing.expect(*case.both)
    lay_out(facings)


def _judge_sort(sort: Sort, cases: Sequence[Case], least: float) -> dict[Candidate, Verdict]:
    doubted = {case for case in cases if is_doubted(case)} if sort in CONFLICT_EVIDENCE else set[Case]()
    kept, rows = _measure(sort, cases, least, doubted)
    found = dict(
        zip((case.candidate for case in kept), map(Verdict, judgement_of(sort).probabilities(rows)), strict=True)
    )
    return found | dict(_judge_conflicts(sort, [case for case in kept if case in doubted], found))


def _measure(
    sort: Sort, cases: Sequence[Case], least: float, doubted: Collection[Case]
) -> tuple[Sequence[Case], NDArray[np.float64]]:
    """Return the evidence about cases that are doubted, or can be of at least some importance."""
    judgement = judgement_of(sort)
    rows = np.zeros((len(cases), len(judgement.features)))
    rounds = _rounds(sort)
    for number, (functions, known) in enumerate(rounds, 1):
        for n, evidence in functions:
            rows[:, n] = measure(evidence, cases)
        if least and number < len(rounds) and len(cases) >= _WORTH_A_BOUND:
            most = judgement.most_likely(rows, known)
            kept = [n for n, case in enumerate(cases) if most[n] >= least or (doubted and case in doubted)]
            cases, rows = [cases[n] for n in kept], rows[kept]
    return cases, rows


@cache
def _rounds(sort: Sort) -> tuple[tuple[tuple[tuple[int, Evidence], ...], frozenset[str]], ...]:
    """Return what is measured in each round, by its place in a row, and all that is known then."""
    judgement, later = judgement_of(sort), LATER.get(sort, ())
    known = frozenset(judgement.features).difference(*later)
    rounds, asked = [], known
    for names in (known, *later):
        asked |= names
        told = ((n, EVIDENCE[sort][name]) for n, name in enumerate(judgement.features) if name in names)
        rounds.append((tuple(one for one in told if judgement.features[one[0]] in judgement.counted), asked))
    return tuple(rounds)


def _judge_conflicts(
    sort: Sort, cases: Sequence[Case], found: Mapping[Candidate, Verdict]
) -> Iterator[tuple[Candidate, Verdict]]:
    """Yield what is thought of cases that may contradict; whoever reads wants to be told where they do."""
    if not cases:
        return
    for case, conflict in zip(
        cases, conflict_judgement_of(sort).probabilities(conflict_rows(sort, cases)), strict=True
    ):
        importance = found[case.candidate].importance
        yield (
            case.candidate,
            Verdict(max(importance, conflict) if conflict >= SURE_CONFLICT else importance, conflict),
        )
