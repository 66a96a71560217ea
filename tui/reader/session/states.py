"""What the reader has said of details: checked, settled, set aside. Pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison
    from tui.notes.note import DetailMark
    from tui.notes.placing import Placement


def detail_states(comparison: Comparison, placement: Placement, passage: int | None = None) -> dict[int, str]:
    """Return what the reader has said of details, by their position; of one passage's only, where one is given."""
    states = {}
    if placement.detail_marks:
        for position, detail in enumerate(comparison.details):
            if passage in (None, detail.passage) and (mark := placement.detail_mark(detail)):
                states[position] = describe_state(mark)
    return states


def describe_state(mark: DetailMark) -> str:
    """Return a mark in a few words: "checked", "settled: left is right", "set aside"."""
    if mark.state != "settled" or mark.correct is None:
        return mark.state
    who = {"left": "left is right", "right": "right is right", "both": "both are right", "neither": "neither is right"}
    return f"settled: {who[mark.correct]}"
