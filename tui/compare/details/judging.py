"""How important each candidate is, 0 to 1: by the weights of its sort, as `benchmarks/fit_details.py` wrote them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tui.compare.details.candidates import Candidate
from tui.compare.details.evidence import EVIDENCE, Sort, rows_of, sort_of
from tui.compare.details.field import Field
from tui.compare.judgement import Judgement, read_judgement

MAY_CONFLICT: dict[Sort, tuple[str, ...]] = {
    ("number", True): ("clash",),
    ("words", True): ("opposites", "negated"),
}
"""The sorts of candidates that may contradict, and the evidence without any of which none does."""
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
    return read_judgement(conflicts_of(sort), tuple(EVIDENCE[sort]))


@cache
def _counted(sort: Sort) -> frozenset[str]:
    """Return the evidence that has a say in what is thought of a sort of candidates."""
    counted = judgement_of(sort).counted.union(MAY_CONFLICT.get(sort, ()))
    return counted | conflict_judgement_of(sort).counted if sort in MAY_CONFLICT else counted


def may_conflict(sort: Sort, row: Sequence[float]) -> bool:
    """Say whether a candidate of a sort has what a contradiction cannot be without."""
    names = list(EVIDENCE[sort])
    return any(row[names.index(name)] > 0 for name in MAY_CONFLICT.get(sort, ()))


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
        rows = rows_of(field, sort, here, _counted(sort))
        chances = judgement_of(sort).probabilities(rows)
        clashes = [0.0] * len(here)
        if sort in MAY_CONFLICT:
            judged = conflict_judgement_of(sort).probabilities(rows)
            clashes = [clash if may_conflict(sort, row) else 0.0 for clash, row in zip(judged, rows, strict=True)]
            if sort[0] == "number":  # two values contradict each other only if they are of one thing
                clashes = [clash * chance for clash, chance in zip(clashes, chances, strict=True)]
        found.update(zip(here, map(Verdict, chances, clashes), strict=True))
        if progress is not None:
            progress(len(found) / len(candidates))
    return found
