"""The keys that note and undo. A change is in the notebook at once and on the disk a moment later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work
from textual.timer import Timer

from tui.reader import moves
from tui.reader.box_keys import BoxKeys
from tui.reader.noting import (
    NoteDraft,
    detail_states,
    first_place,
    note_entries,
    note_marks,
    note_on,
    note_under,
    one_line,
    step_note,
    target_anchors,
)
from tui.reader.place import Selection

if TYPE_CHECKING:
    from tui.notes.note import Colour
    from tui.notes.notebook import Notebook
    from tui.notes.open_notes import OpenNotes
    from tui.notes.placing import PlacedNote, Placement


class NoteKeys(BoxKeys):
    """The part of the pair's screen that writes into the notebook."""

    selection: Selection | None
    notes: OpenNotes | None = None
    _colour: Colour = 1
    """The colour highlighted in last."""
    _looking: Timer | None = None

    @property
    def placement(self) -> Placement:
        """Where everything in the notebook stands."""
        from tui.notes.placing import Placement

        return self.notes.placement if self.notes else Placement()

    def forget_notes(self) -> None:
        """Have no notes, until those of another pair have been opened."""
        self.notes = None

    def show_notes(self, notes: OpenNotes) -> None:
        """Show the notes of the pair, and tell what was wrong with their file."""
        self.notes = notes
        for problem in notes.problems:
            self.notify(problem, title="Notes", severity="warning", timeout=12, markup=False)
        notes.problems = ()
        self._draw_notes()
        if self._looking is None:
            self._looking = self.set_interval(2, self._look_for_changes)

    def show_surroundings(self) -> None:
        """Tell everything around the articles what is known of them now, the notes too."""
        super().show_surroundings()
        self._draw_notes()

    def _look_for_changes(self) -> None:
        """Take in what another window has written."""
        if self.notes is not None and self.notes.store.has_changed():
            self._reload_notes()

    @work(thread=True, group="save")
    def _reload_notes(self) -> None:
        notes = self.notes
        before = self.placement.corrections
        if notes is not None and notes.reload():
            self.app.call_from_thread(self._draw_notes)
            if before != notes.placement.corrections:
                self.app.call_from_thread(self.reader.compare_pair)

    def detail_states(self) -> dict[int, str]:
        """Return what the reader has said of the current passage's details."""
        if self.notes is None:
            return {}
        return detail_states(self.lookup.comparison, self.placement, self.place.passage)

    def _draw_notes(self) -> None:
        self.panes.light("notes", note_marks(self.placement))
        if self._sidebar:
            self._sidebar.show_notes(note_entries(self.placement))
        self.show_details()

    def change_notes(self, label: str, change: Callable[[Notebook], Notebook]) -> None:
        """Change the notebook, draw it, have it saved, and have the pair compared again when its links changed."""
        if self.notes is None:
            self.go(None, "The notes are not open yet")
            return
        before = self.placement.corrections
        if self.notes.change(label, change, save=False):
            self._changed(before != self.placement.corrections)

    def _changed(self, links_changed: bool) -> None:
        self._draw_notes()
        self._save(self.notes)
        if links_changed:
            self.reader.compare_pair()

    @work(thread=True, group="save")
    def _save(self, notes: OpenNotes | None) -> None:
        if notes is not None and not notes.save():
            self.app.call_from_thread(self._tell_unsaved, notes)

    def _tell_unsaved(self, notes: OpenNotes) -> None:
        told = f"{notes.unsaved}. The notes are kept in memory; export them (e, YAML) to save them elsewhere."
        self.notify(told, title="Not saved", severity="error", timeout=15, markup=False)

    def on_unmount(self) -> None:
        """Leave nothing unsaved behind."""
        if self.notes is not None and not self.notes.is_saved:
            self.notes.save()

    # ------------------------------------------------------------------ notes

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

    def action_notes(self) -> None:
        """List the notes."""
        from tui.reader.screens.notes_box import NotesBox

        self.app.push_screen(NotesBox(self), self.go_to_note)

    def go_to_note(self, placed: PlacedNote | None) -> None:
        """Go to where a note begins."""
        if placed is None:
            return
        where = first_place(placed)
        if where is None:
            self.go(None, "The words this note stood on are no longer in the articles")
        else:
            self.go(moves.place_of_span(self.lookup, *where))

    def action_next_note(self) -> None:
        """Go to the next note."""
        self._step_note(1)

    def action_previous_note(self) -> None:
        """Go to the note before."""
        self._step_note(-1)

    def _step_note(self, step: int) -> None:
        where = step_note(self.placement, self.lookup, self.place, step)
        self.go(moves.place_of_span(self.lookup, *where) if where else None, "There are no notes yet: h highlights")

    # ------------------------------------------------------------------ undo

    def action_undo(self) -> None:
        """Take back the last change to notes and links."""
        self._step_history(redo=False)

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        self._step_history(redo=True)

    def _step_history(self, *, redo: bool) -> None:
        if self.notes is None:
            return
        before = self.placement.corrections
        label = self.notes.redo(save=False) if redo else self.notes.undo(save=False)
        if label is None:
            self.go(None, "Nothing to make again" if redo else "Nothing to undo")
            return
        self._changed(before != self.placement.corrections)
        self.go(None, f"{'Again' if redo else 'Undone'}: {label}")
