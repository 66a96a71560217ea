"""How important each candidate is, 0 to 1: by the weights of its sort, as `benchmarks/fit_details.py` wrote them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tui.compare.details.candidates import Candidate
from tui.compare.details.evidence import (
    CONFLICT_EVIDENCE,
    EVIDENCE,
    Sort,
    conflict_rows_of,
    may_conflict,
    rows_of,
    sort_of,
)
from tui.compare.details.field import Field
from tui.compare.judgement import Judgement, read_judgement

SURE_CONFLICT = 0.8
"""So likely it must be that both sides cannot be right, before the reader is told so."""
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
    field: Field, candidates: Sequence[Candidate], progress: Callable[[float], None] | None = None
) -> dict[Candidate, Verdict]:
    """Return what is thought of each candidate; `progress` is told the share that is judged, 0 to 1."""
    sorts: dict[Sort, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        sorts[sort_of(candidate)].append(candidate)
    found: dict[Candidate, Verdict] = {}
    for sort, here in sorts.items():
        chances = judgement_of(sort).probabilities(rows_of(field, sort, here, judgement_of(sort).counted))
        found.update(zip(here, map(Verdict, chances), strict=True))
        if sort in CONFLICT_EVIDENCE:
            found.update(_judge_conflicts(field, sort, [c for c in here if may_conflict(field, c)], found))
        if progress is not None:
            progress(len(found) / len(candidates))
    return found


def _judge_conflicts(
    field: Field, sort: Sort, candidates: Sequence[Candidate], found: Mapping[Candidate, Verdict]
) -> Iterator[tuple[Candidate, Verdict]]:
    """Yield what is thought of candidates that may contradict; whoever reads wants to be told where they do."""
    chances = conflict_judgement_of(sort).probabilities(conflict_rows_of(field, sort, candidates))
    for candidate, conflict in zip(candidates, chances, strict=True):
        importance = found[candidate].importance
        yield candidate, Verdict(max(importance, conflict) if conflict >= SURE_CONFLICT else importance, conflict)
