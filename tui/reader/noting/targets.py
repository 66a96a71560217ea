"""What notes are about: from a place on the screen to anchors, and from a placed notebook to what is drawn. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side, Span
from tui.reader.session.lookup import Lookup, other_side
from tui.reader.session.place import Marks, Place, Selection

if TYPE_CHECKING:
    from tui.notes.anchors import Anchor
    from tui.notes.note import Colour
    from tui.notes.placing import PlacedNote, Placement


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note as it stands in the editor."""

    text: str
    colour: Colour
    tags: tuple[str, ...]


def target_anchors(lookup: Lookup, place: Place, selection: Selection | None) -> tuple[Anchor, ...]:
    """Return what a note made now would stand on: the selection, else the sentence and its main counterpart."""
    from tui.notes.anchors import anchor_span
    from tui.notes.placing import anchor_sentences

    article = lookup.articles[SIDES.index(selection.side if selection else place.side)]
    if selection is not None and selection.span.start < selection.span.end:
        return (anchor_span(article, selection.side, selection.span),)
    if not article.sentences:
        return ()
    own = anchor_sentences(article, place.side, [place.sentence])
    facing, side = lookup.main_facing(place), other_side(place.side)
    if not facing:
        return own
    other = anchor_sentences(lookup.articles[SIDES.index(side)], side, facing)
    return (*own, *other) if place.side == "left" else (*other, *own)


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
