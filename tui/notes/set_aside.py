"""A comparison as the reader sees it once details have been set aside."""

from dataclasses import replace

from tui.compare.brief import write_brief
from tui.compare.comparison import Comparison
from tui.compare.relations import with_relations
from tui.notes.placing import Placement


def without_set_aside(comparison: Comparison, placement: Placement) -> Comparison:
    """Return the comparison without the details that were set aside, passages and brief as if they did not differ."""
    kept = tuple(
        detail
        for detail in comparison.details
        if (mark := placement.detail_mark(detail)) is None or mark.state != "set aside"
    )
    if len(kept) == len(comparison.details):
        return comparison
    passages = with_relations(comparison.passages, kept, comparison.readings)
    brief = write_brief(
        comparison.readings, passages, kept, comparison.mentions, comparison.quotes, comparison.revision
    )
    return replace(comparison, passages=passages, details=kept, brief=brief)
