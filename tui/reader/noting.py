"""What notes are about: from a place on the screen to anchors, and from a placed notebook to what is drawn. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side, Span
from tui.reader.lookup import Lookup
from tui.reader.place import Marks, Place, Selection

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison
    from tui.notes.anchors import Anchor
    from tui.notes.note import Colour, DetailMark
    from tui.notes.placing import PlacedNote, Placement
    from tui.reader.entries import Entry, Presence


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note as it stands in the editor."""

    text: str
    colour: Colour
    tags: tuple[str, ...]


def target_anchors(lookup: Lookup, place: Place, selection: Selection | None) -> tuple[Anchor, ...]:
    """Return what a note made now would stand on: the selection, else the passage, else the sentence."""
    from tui.notes.anchors import anchor_span
    from tui.notes.placing import anchor_passage, anchor_sentences

    comparison = lookup.comparison
    article = lookup.articles[SIDES.index(selection.side if selection else place.side)]
    if selection is not None and selection.span.start < selection.span.end:
        return (anchor_span(article, selection.side, selection.span),)
    passage = lookup.passage_at(place)
    if passage is not None:
        return anchor_passage(comparison, passage)
    return anchor_sentences(article, place.side, [place.sentence]) if article.sentences else ()


def note_on(placement: Placement, anchors: tuple[Anchor, ...]) -> PlacedNote | None:
    """Return the note that stands exactly on these anchors."""
    wanted = {(anchor.side, anchor.start, anchor.end) for anchor in anchors}
    for placed in placement.notes:
        found = {(p.anchor.side, p.span.start, p.span.end) for p in placed.places if p.span is not None}
        if found == wanted:
            return placed
    return None


def note_under(placement: Placement, lookup: Lookup, place: Place, selection: Selection | None) -> PlacedNote | None:
    """Return the note under the cursor: of those that touch the selection or the sentence, the one on least text."""
    if selection is not None and selection.span.start < selection.span.end:
        side, here = selection.side, selection.span
    else:
        side = place.side
        sentences = lookup.articles[SIDES.index(side)].sentences
        if not sentences:
            return None
        here = sentences[place.sentence].span
    touching = [placed for placed in placement.notes if any(span.overlaps(here) for span in placed.spans(side))]
    return min(touching, key=_extent, default=None)


def _extent(placed: PlacedNote) -> int:
    return sum(span.end - span.start for side in SIDES for span in placed.spans(side))


def note_marks(placement: Placement) -> Marks:
    """Return the spans of all notes, each under the role of its colour; longer ones first, so that none is hidden."""
    lit: dict[Side, list[tuple[Span, str]]] = {"left": [], "right": []}
    for placed in sorted(placement.notes, key=_extent, reverse=True):
        for side in SIDES:
            lit[side] += [(span, f"note-{placed.note.colour}") for span in placed.spans(side)]
    return Marks(tuple(lit["left"]), tuple(lit["right"]))


def note_entries(placement: Placement) -> tuple[Entry, ...]:
    """Return the notes as entries of the sidebar, those whose words are gone left out."""
    from tui.reader.entries import Entry

    entries = []
    for placed in placement.notes:
        places = tuple((side, span) for side in SIDES for span in placed.spans(side))
        if not places:
            continue
        on = [side for side in SIDES if placed.spans(side)]
        presence: Presence = "both" if len(on) == 2 else on[0]
        label = one_line(placed.note.text or placed.note.anchors[0].exact, 80)
        counts = ("1" if "left" in on else "–", "1" if "right" in on else "–")
        entries.append(Entry("note", label, *counts, presence, False, places, colour=placed.note.colour))
    return tuple(entries)


def first_place(placed: PlacedNote) -> tuple[Side, Span] | None:
    """Return where a note begins: on the left if it stands there, else on the right; none when it is orphaned."""
    for side in SIDES:
        if spans := placed.spans(side):
            return side, min(spans, key=lambda span: span.start)
    return None


def step_note(placement: Placement, lookup: Lookup, place: Place, step: int) -> tuple[Side, Span] | None:
    """Return the place of the next note (`step` 1) or the one before; on the leading side, if any stands there."""
    sides: list[Side] = [place.side, "right" if place.side == "left" else "left"]
    for side in sides:
        starts = sorted((span.start, span.end) for placed in placement.notes for span in placed.spans(side)[:1])
        if not starts:
            continue
        sentence = lookup.articles[SIDES.index(side)].sentences[place.sentence] if side == place.side else None
        if sentence is None:
            chosen = starts[0] if step > 0 else starts[-1]
        elif step > 0:
            chosen = next((one for one in starts if one[0] >= sentence.end), starts[0])
        else:
            chosen = next((one for one in reversed(starts) if one[0] < sentence.start), starts[-1])
        return side, Span(*chosen)
    return None


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


def one_line(text: str, most: int = 60) -> str:
    """Return text in one line, cut where it is longer than `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
