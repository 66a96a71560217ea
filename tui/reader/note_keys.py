"""The keys that highlight, write, list and delete notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.reader import moves
from tui.reader.keeping import Keeping
from tui.reader.noting import (
    NoteDraft,
    first_place,
    note_on,
    note_under,
    one_line,
    step_note,
    target_anchors,
)
from tui.reader.place import Selection

if TYPE_CHECKING:
    from tui.articles.article import Side
    from tui.notes.importing import Imported
    from tui.notes.note import Colour, DetailMark, LinkMark
    from tui.notes.notebook import Notebook
    from tui.notes.placing import PlacedNote
    from tui.reader.screens.notes_box import MarkRow


class NoteKeys(Keeping):
    """The part of the pair's screen that writes notes."""

    selection: Selection | None
    _colour: Colour = 1
    """The colour highlighted in last."""

    def _target(self) -> str:
        if self.selection is not None:
            return "the selection"
        return f"passage {self.place.passage}" if self.place.passage else "the sentence"

    def action_highlight(self) -> None:
        """Highlight the selection or the passage, or take the highlight away."""
        anchors = target_anchors(self.lookup, self.place, self.selection)
        there = note_on(self.placement, anchors)
        if there is None:
            self._highlight(self._colour)
        elif there.note.text or there.note.tags:
            self.go(None, "There is a note on this: a changes it, delete deletes it")
        else:
            self.delete_note(there)

    def _highlight(self, colour: Colour) -> None:
        from tui.notes.note import make_note

        anchors = target_anchors(self.lookup, self.place, self.selection)
        if not anchors:
            return
        self._colour = colour
        there = note_on(self.placement, anchors)
        target = self._target()
        if there is not None:
            self.change_notes(f"colour {target}", lambda notebook: notebook.edit(there.note.id, colour=colour))
        else:
            self.change_notes(f"highlight {target}", lambda notebook: notebook.add(make_note(anchors, colour)))

    def action_highlight_colour(self) -> None:
        """Highlight in one of the four colours, or say what a colour means."""
        from tui.notes.note import COLOURS
        from tui.reader.screens.choice_box import Choice, ChoiceBox

        if self.notes is None:
            return
        names = self.notes.notebook.colour_names
        colours = [
            Choice(str(colour), str(colour), name, f"note-{colour}")
            for colour, name in zip(COLOURS, names, strict=True)
        ]
        colours.append(Choice("rename", "n", "say what a colour means …"))
        self.app.push_screen(ChoiceBox("Highlight", colours, start=str(self._colour)), self._take_colour)

    def _take_colour(self, answer: str | None) -> None:
        from tui.notes.note import COLOURS

        if answer == "rename":
            self._rename_colours()
        elif answer:
            self._highlight(COLOURS[int(answer) - 1])

    def _rename_colours(self) -> None:
        from tui.reader.screens.colours_box import ColoursBox

        if self.notes is not None:
            self.app.push_screen(ColoursBox(self.notes.notebook.colour_names), self._take_names)

    def _take_names(self, names: tuple[str, ...] | None) -> None:
        from tui.notes.note import COLOURS

        if names is None:
            return

        def rename(notebook: Notebook) -> Notebook:
            for colour, name in zip(COLOURS, names, strict=True):
                notebook = notebook.name_colour(colour, name)
            return notebook

        self.change_notes("name the colours", rename)

    def action_write_note(self) -> None:
        """Write a note on the selection or the passage, or change the one that is there."""
        from tui.notes.note import make_note

        anchors = target_anchors(self.lookup, self.place, self.selection)
        there = note_on(self.placement, anchors)
        if there is None and self.selection is None:
            there = note_under(self.placement, self.lookup, self.place, None)
        if there is not None:
            self.edit_note(there)
        elif anchors and self.notes is not None:
            quote = one_line(" … ".join(anchor.exact for anchor in anchors), 240)
            target = self._target()

            def keep(draft: NoteDraft | None) -> None:
                if draft is not None:
                    self._colour = draft.colour
                    note = make_note(anchors, draft.colour, draft.text, draft.tags)
                    self.change_notes(f"note on {target}", lambda notebook: notebook.add(note))

            self._open_editor(quote, NoteDraft("", self._colour, ()), keep, f"Note on {target}")

    def edit_note(self, placed: PlacedNote, afterwards: Callable[[], object] = lambda: None) -> None:
        """Open a note in the editor; `afterwards` is called when it has been closed."""
        note = placed.note
        quote = one_line(" … ".join(anchor.exact for anchor in note.anchors), 240)

        def keep(draft: NoteDraft | None) -> None:
            if draft is not None:
                edited = {"text": draft.text, "colour": draft.colour, "tags": draft.tags}
                self.change_notes("change a note", lambda notebook: notebook.edit(note.id, **edited))  # type: ignore[arg-type]
            afterwards()

        self._open_editor(quote, NoteDraft(note.text, note.colour, note.tags), keep, "Note")

    def _open_editor(
        self, quote: str, draft: NoteDraft, keep: Callable[[NoteDraft | None], None], heading: str
    ) -> None:
        from tui.reader.screens.note_editor import NoteEditor

        assert self.notes is not None
        notebook = self.notes.notebook
        self.app.push_screen(NoteEditor(quote, draft, notebook.colour_names, notebook.tags, heading), keep)

    def action_delete_note(self) -> None:
        """Delete the note under the cursor."""
        placed = note_under(self.placement, self.lookup, self.place, self.selection)
        if placed is None:
            self.go(None, "No note stands here")
        else:
            self.delete_note(placed)

    def delete_note(self, placed: PlacedNote) -> None:
        """Delete a note; undo brings it back."""
        self.change_notes("delete a note", lambda notebook: notebook.delete(placed.note.id))

    def action_import_notes(self) -> None:
        """Join somebody else's notes into these."""
        self.import_notes()

    def import_notes(self, afterwards: Callable[[], object] = lambda: None) -> None:
        """Ask for a file of notes and join them into these; `afterwards` is called when it has been closed."""
        from tui.notes.importing import read_import_file
        from tui.reader.screens.import_box import ImportBox

        notes = self.notes
        if notes is None:
            self.go(None, "The notes are not open yet")
            return

        def take(answer: tuple[str, Imported] | None) -> None:
            if answer is not None:
                self._join(*answer)
            afterwards()

        self.app.push_screen(ImportBox(lambda name: read_import_file(name, notes.left, notes.right)), take)

    def _join(self, name: str, imported: Imported) -> None:
        from tui.notes.importing import tell_joined
        from tui.notes.store import SaveError

        if self.notes is None:
            return
        for problem in imported.problems:
            self.notify(problem, title="Import", severity="warning", markup=False)
        before = self.placement.corrections
        try:
            joined = self.notes.join(imported.notebook, save=False)
        except SaveError as error:
            self.notify(f"{name}: {error}", title="Not imported", severity="error", markup=False)
            return
        self.changed(before != self.placement.corrections)
        self.notify(f"{name}: {tell_joined(joined, imported.homeless)}", title="Imported", markup=False)

    def action_notes(self) -> None:
        """List the notes."""
        from tui.reader.screens.notes_box import NotesBox

        self.app.push_screen(NotesBox(self), self.go_to_note)

    def delete_mark(self, mark: LinkMark | DetailMark) -> None:
        """Take a mark away; undo brings it back."""

        def change(notebook: Notebook) -> Notebook:
            if isinstance(mark, DetailMark):
                return notebook.unmark_detail(mark.id)
            return notebook.forget_link(mark.left, mark.right).check_link(mark.left, mark.right, False)

        from tui.notes.note import DetailMark

        self.change_notes("take a mark away", change)

    def go_to_note(self, chosen: PlacedNote | MarkRow | None) -> None:
        """Go to where a note begins, or to the sentences of a mark."""
        from tui.notes.placing import PlacedNote

        if chosen is None:
            return
        gone = "The words this stood on are no longer in the articles"
        if isinstance(chosen, PlacedNote):
            where = first_place(chosen)
            self.go(moves.place_of_span(self.lookup, *where) if where else None, gone)
            return
        left, right = chosen.sentences
        side: Side = "right" if left is None else "left"
        sentence = right if left is None else left
        self.go(None if sentence is None else moves.place_at(self.lookup, side, sentence), gone)

    def action_next_note(self) -> None:
        """Go to the next note."""
        self._step_note(1)

    def action_previous_note(self) -> None:
        """Go to the note before."""
        self._step_note(-1)

    def _step_note(self, step: int) -> None:
        where = step_note(self.placement, self.lookup, self.place, step)
        self.go(moves.place_of_span(self.lookup, *where) if where else None, "There are no notes yet: h highlights")
