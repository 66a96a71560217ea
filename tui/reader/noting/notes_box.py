"""The list of notes and of marks on links and details: filtered by kind and by typing; enter leads to their place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.articles.article import SIDES
from tui.notes.anchors import Anchor
from tui.notes.note import DetailMark, LinkMark
from tui.notes.placing import PlacedDetailMark, PlacedLinkMark, PlacedNote
from tui.reader.action import bindings
from tui.reader.noting.actions import NOTES_BOX
from tui.reader.session.notes_listed import one_line
from tui.reader.session.states import describe_state
from tui.reader.widgets.box import Box
from tui.reader.widgets.chips import Chips
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Item, Line, Paragraph, fit, wrap_text

if TYPE_CHECKING:
    from tui.reader.noting.listing import Listing

MOST_LINES = 6
"""A longer note is cut in the list."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note: its colour and side, what it stands on, its text and tags."""

    placed: PlacedNote
    selectable: bool = True
    height: int | None = None

    def lines(self, width: int) -> Sequence[Line]:
        """Return its lines, the last one empty."""
        note = self.placed.note
        quote = one_line(" … ".join(anchor.exact for anchor in note.anchors), max(8, 2 * width))
        state = " words gone" if self.placed.is_orphaned else " words changed" if self.placed.has_changed else ""
        rows = wrap_text(f"“{quote}”", max(2, width - 5))[:2]
        role = f"note-{note.colour}"
        lines: list[Line] = [((f" {note.colour} ", role), (f"{self.sides()} ", "muted"), (rows[0], "muted"))]
        lines += [(("     ", ""), (row, "muted")) for row in rows[1:]]
        texts = wrap_text(note.text, max(2, width - 5)) if note.text else ()
        lines += [(("     ", ""), (row, "")) for row in texts[:MOST_LINES]]
        if len(texts) > MOST_LINES:
            lines.append((("     …", "muted"),))
        tags = " ".join(f"#{tag}" for tag in note.tags)
        if tags or state:
            lines += [
                (("     ", ""), (row, "accent")) for row in wrap_text(f"{tags}{state}".strip(), max(2, width - 5))
            ]
        return (*lines, ())

    def sides(self) -> str:
        """Return where it stands in one letter: left, right or both."""
        on = [side for side in SIDES if any(anchor.side == side for anchor in self.placed.note.anchors)]
        return "↔" if len(on) == 2 else "‹" if on == ["left"] else "›"

    def holds(self, word: str) -> bool:
        """Say whether the note has a word anywhere; one that begins with # is sought in the tags."""
        note = self.placed.note
        if word.startswith("#"):
            return any(tag.casefold().startswith(word[1:]) for tag in note.tags)
        everything = " ".join((note.text, *note.tags, *(anchor.exact for anchor in note.anchors)))
        return word in everything.casefold()

    def is_of(self, kind: str) -> bool:
        """Say whether the note is of a kind that can be listed alone."""
        if kind in ("left", "right"):
            return any(anchor.side == kind for anchor in self.placed.note.anchors)
        if kind.isdecimal():
            return self.placed.note.colour == int(kind)
        return {"all": True, "text": bool(self.placed.note.text), "lost": self.placed.has_changed}[kind]


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One link made, cut or checked by hand, or one detail that was dealt with."""

    placed: PlacedLinkMark | PlacedDetailMark
    selectable: bool = True
    height: int | None = None

    def lines(self, width: int) -> Sequence[Line]:
        """Return what was said, what of, and an empty line."""
        left, right = (one_line(anchor.exact, max(8, width - 8)) for anchor in self._sentences())
        sign, said = self.said()
        room = max(2, width - 5)
        sides = (
            (("     ", ""), (fit(f"{arrow} {text}", room), "muted")) for arrow, text in (("‹", left), ("›", right))
        )
        return ((f" {sign} ", "accent"), ("  ", ""), (fit(said, room), "")), *sides, ()

    def _sentences(self) -> tuple[Anchor, Anchor]:
        mark = self.placed.mark
        return (mark.left, mark.right) if isinstance(mark, LinkMark) else (mark.left_sentence, mark.right_sentence)

    def said(self) -> tuple[str, str]:
        """Return what was said, as a sign and in words."""
        mark = self.placed.mark
        if isinstance(mark, DetailMark):
            words = " / ".join(anchor.exact if anchor else "–" for anchor in (mark.left, mark.right))
            return "≠", f"{describe_state(mark)} · {mark.kind}: {one_line(words)}"
        signs = {"linked": ("⌁", "linked by hand"), "unlinked": ("✗", "link cut by hand"), None: ("✓", "link checked")}
        sign, words = signs[mark.link]
        return sign, words + (", checked" if mark.link and mark.checked else "")

    def holds(self, word: str) -> bool:
        """Say whether a word stands in what was said or in either sentence."""
        everything = " ".join((self.said()[1], *(anchor.exact for anchor in self._sentences())))
        return word in everything.casefold()

    @property
    def sentences(self) -> tuple[int | None, int | None]:
        """Where its sentences are now, on the left and on the right."""
        if isinstance(self.placed, PlacedLinkMark):
            return self.placed.left, self.placed.right
        return self.placed.left_sentence, self.placed.right_sentence


class NotesBox(Box[PlacedNote | MarkRow]):
    """The notes and marks; it answers with the one to go to."""

    HEADING = "Notes"
    HINT = "type to filter · enter goes there · f2 edit · f3 import · tab kind · esc closes"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NOTES_BOX)]

    def __init__(self, notes: "Listing") -> None:
        super().__init__()
        self._notes = notes

    def inside(self) -> ComposeResult:
        """Make the choice of kinds over the list."""
        kinds = {"all": "all", "left": "‹ left", "right": "› right", "text": "with text"}
        kinds |= {str(number): str(number) for number in range(1, 5)} | {"lost": "words changed", "marks": "marks"}
        yield Chips(kinds, "all", id="note-kinds")
        yield Static("", classes="label", id="typed", markup=False)
        yield RowList(filters=True, id="note-list")

    def on_mount(self) -> None:
        """List every note."""
        self.query_one(RowList).focus()
        self.list_notes()

    def list_notes(self) -> None:
        """List the notes that kind and filter leave."""
        listing, kind = self.query_one(RowList), self.query_one(Chips).current
        words = listing.filter.casefold().split()
        placement = self._notes.placement
        marks = [MarkRow(placed) for placed in placement.link_marks]
        marks += [MarkRow(placed) for placed in placement.detail_marks]
        notes = [NoteRow(placed) for placed in placement.notes]
        rows: list[NoteRow | MarkRow] = [*(marks if kind == "marks" else (row for row in notes if row.is_of(kind)))]
        shown: list[Item] = [row for row in rows if all(row.holds(word) for word in words)]
        index = listing.index or 0
        if not shown:
            none = "No marks yet." if kind == "marks" else "None of the notes." if notes else "No notes yet."
            shown = [Paragraph(none, "muted", selectable=False)]
        listing.show(shown, index)
        self.query_one("#typed", Static).update(f"{listing.filter}▏" if words else f"{len(rows)} listed")

    def on_row_list_filter_typed(self) -> None:
        """List what the filter leaves."""
        self.list_notes()

    def on_chips_picked(self) -> None:
        """List the kind that was picked."""
        self.list_notes()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Answer with the note."""
        row = message.row
        if isinstance(row, MarkRow):
            self.dismiss(row)
        elif isinstance(row, NoteRow):
            self.dismiss(row.placed)

    def _under_cursor(self) -> PlacedNote | None:
        row = self.query_one(RowList).current
        return row.placed if isinstance(row, NoteRow) else None

    def action_note_kind(self) -> None:
        """List the next kind."""
        self.query_one(Chips).take_next()

    def action_note_edit(self) -> None:
        """Edit the note under the cursor."""
        if (placed := self._under_cursor()) is not None:
            self._notes.edit(placed, self.list_notes)

    def action_note_import(self) -> None:
        """Join somebody else's notes into these."""
        self._notes.ask_import(self.list_notes)

    def action_note_delete(self) -> None:
        """Delete the note under the cursor, or take the mark away."""
        row = self.query_one(RowList).current
        if isinstance(row, NoteRow):
            self._notes.delete(row.placed)
        elif isinstance(row, MarkRow):
            self._notes.delete_mark(row.placed.mark)
        self.list_notes()
