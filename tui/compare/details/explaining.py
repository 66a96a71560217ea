"""Why a detail is shown, or why what could be one is not: which evidence spoke how much."""

from typing import NamedTuple

from tui.articles.article import Span
from tui.compare.comparison import Comparison
from tui.compare.details.evidence import rows_of, sort_of
from tui.compare.details.find import judged_candidates, lay_field
from tui.compare.details.judging import judge, judgement_of


class Explanation(NamedTuple):
    """What is thought of one candidate."""

    left_sentence: int
    right_sentence: int
    left: Span | None
    right: Span | None
    importance: float
    conflict: float
    evidence: tuple[tuple[str, float], ...]
    """Each piece of evidence with what it adds to the log odds of being told, the weightiest first."""


def explain_details(comparison: Comparison, left: int, right: int) -> tuple[Explanation, ...]:
    """Return what is thought of every candidate of two linked sentences, found or rejected, the likeliest first.

    Parameters
    ----------
    comparison
        The comparison of a pair.
    left, right
        The numbers of the sentences; nothing is returned where they are not linked.
    """
    field = lay_field(*comparison.readings, comparison.passages)
    candidates = [c for c in judged_candidates(field) if (c.left, c.right) == (left, right)]
    found = []
    for candidate, verdict in judge(field, candidates).items():
        sort = sort_of(candidate)
        (row,) = rows_of(field, sort, [candidate])
        added = judgement_of(sort).contributions(row)
        evidence = sorted(((name, weight) for name, weight in added.items() if weight), key=lambda e: -abs(e[1]))
        one, two = (unit.span if unit else None for unit in (candidate.one, candidate.two))
        found.append(Explanation(left, right, one, two, verdict.importance, verdict.conflict, tuple(evidence)))
    return tuple(sorted(found, key=lambda explanation: -explanation.importance))
