"""How much of a comparison is told: the details that matter, more, or all, with a brief to match."""

from collections.abc import Sequence
from dataclasses import replace

from tui.compare.brief import rewrite_brief
from tui.compare.comparison import Brief, Comparison, Detail, DetailLevel
from tui.compare.counting import is_differing
from tui.compare.telling_levels import thresholds


def tell(comparison: Comparison, level: DetailLevel = "few") -> Comparison:
    """Return the comparison with the details told at a level, as if there were no others; conflicts always are.

    What relation a passage has is another question (`tui.compare.relations`): it follows from what matters, at each
    level alike. The brief is written to match.
    """
    told = tell_details(comparison, level)
    if told is comparison:
        return comparison
    brief = rewrite_brief(comparison.brief, comparison.readings, comparison.passages, told.details, comparison.revision)
    return replace(told, brief=brief)


def tell_details(comparison: Comparison, level: DetailLevel) -> Comparison:
    """Return the same without a brief, which takes long to write anew; the comparison itself where all are told."""
    least = thresholds()[level]
    kept = tuple(d for d in comparison.details if d.conflict or d.importance >= least)
    return comparison if len(kept) == len(comparison.details) else replace(comparison, details=kept, brief=Brief())


def count_untold(comparison: Comparison, details: Sequence[Detail]) -> int:
    """Return how many differing details of a comparison are not among those told."""
    return sum(map(is_differing, comparison.details)) - sum(map(is_differing, details))
