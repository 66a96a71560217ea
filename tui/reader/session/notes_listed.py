"""Notes as entries of the sidebar, and text in one line. Pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.articles.article import SIDES

if TYPE_CHECKING:
    from tui.notes.placing import Placement
    from tui.reader.session.entries import Entry, Presence


def note_entries(placement: Placement) -> tuple[Entry, ...]:
    """Return the notes as entries of the sidebar, those whose words are gone left out."""
    from tui.reader.session.entries import Entry

    entries = []
    for placed in placement.notes:
        left, right = (tuple(placed.spans(side)) for side in SIDES)
        on = [side for side, spans in zip(SIDES, (left, right), strict=True) if spans]
        if not on:
            continue
        presence: Presence = "both" if len(on) == 2 else on[0]
        label = one_line(placed.note.text or placed.note.anchors[0].exact, 80)
        counts = ("1" if "left" in on else "–", "1" if "right" in on else "–")
        entries.append(Entry("note", label, *counts, presence, False, left, right, colour=placed.note.colour))
    return tuple(entries)


def one_line(text: str, most: int = 60) -> str:
    """Return text in one line, cut where it is longer than `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
