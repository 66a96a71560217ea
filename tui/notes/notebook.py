"""All a reader has said about one pair, as one value; every operation returns a new one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from tui.notes.anchors import Anchor
from tui.notes.note import (
    COLOUR_NAMES,
    Colour,
    ColourNames,
    DetailMark,
    HandLink,
    LinkMark,
    Note,
    clean_tags,
    clean_text,
    make_link_mark,
)

Entry = Note | LinkMark | DetailMark
E = TypeVar("E", Note, LinkMark, DetailMark)


@dataclass(frozen=True, slots=True)
class Notebook:
    """The notes and marks on one pair, each kind in the order it was made."""

    notes: tuple[Note, ...] = ()
    link_marks: tuple[LinkMark, ...] = ()
    detail_marks: tuple[DetailMark, ...] = ()
    colour_names: ColourNames = COLOUR_NAMES

    @property
    def is_empty(self) -> bool:
        """Say whether nothing has been noted or marked."""
        return not (self.notes or self.link_marks or self.detail_marks)

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag in use, the most used first."""
        counts: dict[str, int] = {}
        for note in self.notes:
            for tag in note.tags:
                counts[tag] = counts.get(tag, 0) + 1
        return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))

    def note(self, identity: str) -> Note | None:
        """Return the note of that id, if there is one."""
        return next((note for note in self.notes if note.id == identity), None)

    def add(self, note: Note) -> "Notebook":
        """Return the notebook with `note` in it, in place of one of the same id."""
        return replace(self, notes=in_order([*(n for n in self.notes if n.id != note.id), note]))

    def delete(self, identity: str) -> "Notebook":
        """Return the notebook without the note of that id."""
        return replace(self, notes=tuple(note for note in self.notes if note.id != identity))

    def edit(
        self,
        identity: str,
        *,
        text: str | None = None,
        colour: Colour | None = None,
        tags: Iterable[str] | None = None,
        anchors: Iterable[Anchor] | None = None,
    ) -> "Notebook":
        """Return the notebook with a note changed in what is given; unchanged when there is no such note."""
        note = self.note(identity)
        if note is None:
            return self
        return self.add(
            replace(
                note,
                text=note.text if text is None else clean_text(text),
                colour=note.colour if colour is None else colour,
                tags=note.tags if tags is None else clean_tags(tags),
                anchors=note.anchors if anchors is None else tuple(anchors),
            )
        )

    def name_colour(self, colour: Colour, name: str) -> "Notebook":
        """Return the notebook with another meaning for a colour; a blank one restores the first meaning."""
        names = list(self.colour_names)
        names[colour - 1] = " ".join(clean_text(name).split()) or COLOUR_NAMES[colour - 1]
        return replace(self, colour_names=(names[0], names[1], names[2], names[3]))

    def link_mark(self, left: Anchor, right: Anchor) -> LinkMark | None:
        """Return the mark on two anchored sentences, if there is one."""
        identity = make_link_mark(left, right).id
        return next((mark for mark in self.link_marks if mark.id == identity), None)

    def link(self, left: Anchor, right: Anchor) -> "Notebook":
        """Return the notebook with two sentences linked by hand."""
        return self._set_link(left, right, "linked")

    def unlink(self, left: Anchor, right: Anchor) -> "Notebook":
        """Return the notebook with two sentences unlinked by hand."""
        return self._set_link(left, right, "unlinked")

    def forget_link(self, left: Anchor, right: Anchor) -> "Notebook":
        """Return the notebook with the engine's word on two sentences standing again."""
        return self._set_link(left, right, None)

    def check_link(self, left: Anchor, right: Anchor, checked: bool = True) -> "Notebook":
        """Return the notebook with a link marked checked, or no longer so."""
        mark = self.link_mark(left, right) or make_link_mark(left, right)
        return self._put_link_mark(replace(mark, checked=checked))

    def mark_detail(self, mark: DetailMark) -> "Notebook":
        """Return the notebook with a mark on a detail, in place of an earlier one on the same detail."""
        earlier = next((m for m in self.detail_marks if m.id == mark.id), None)
        kept = replace(mark, created=earlier.created) if earlier else mark
        if kept.state != "settled":
            kept = replace(kept, correct=None)
        return replace(self, detail_marks=in_order([*(m for m in self.detail_marks if m.id != mark.id), kept]))

    def unmark_detail(self, identity: str) -> "Notebook":
        """Return the notebook without the mark of that id."""
        return replace(self, detail_marks=tuple(mark for mark in self.detail_marks if mark.id != identity))

    def _set_link(self, left: Anchor, right: Anchor, link: HandLink | None) -> "Notebook":
        mark = self.link_mark(left, right) or make_link_mark(left, right)
        return self._put_link_mark(replace(mark, link=link, checked=mark.checked and link != "unlinked"))

    def _put_link_mark(self, mark: LinkMark) -> "Notebook":
        others = [m for m in self.link_marks if m.id != mark.id]
        says_something = mark.link is not None or mark.checked
        return replace(self, link_marks=in_order([*others, mark] if says_something else others))


def in_order(entries: Iterable[E]) -> tuple[E, ...]:
    """Return entries in the order they were made."""
    return tuple(sorted(entries, key=lambda entry: (entry.created, entry.id)))
