"""How much of a comparison is told: the details that matter, more, or all, with a brief to match."""

from collections.abc import Sequence
from dataclasses import replace

from tui.compare.brief import rewrite_brief
from tui.compare.comparison import Comparison, Detail, DetailLevel
from tui.compare.counting import is_differing
from tui.compare.details.levels import thresholds


def tell(comparison: Comparison, level: DetailLevel = "few") -> Comparison:
    """Return the comparison with the details told at a level, as if there were no others; conflicts always are.

    What relation a passage has is another question (`tui.compare.relations`): it follows from what matters, at each
    level alike. The brief is written to match.
    """
    least = thresholds()[level]
    kept = tuple(d for d in comparison.details if d.conflict or d.importance >= least)
    if len(kept) == len(comparison.details):
        return comparison
    brief = rewrite_brief(comparison.brief, comparison.readings, comparison.passages, kept, comparison.revision)
    return replace(comparison, details=kept, brief=brief)


def count_untold(comparison: Comparison, details: Sequence[Detail]) -> int:
    """Return how many differing details of a comparison are not among those told."""
    return sum(map(is_differing, comparison.details)) - sum(map(is_differing, details))
