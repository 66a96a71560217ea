"""The notebook on the screen: drawn, changed, saved, undone, and joined with what another window writes.

A change is in the notebook at once and on the disk a moment later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work
from textual.timer import Timer

from tui.reader.box_keys import BoxKeys
from tui.reader.noting import detail_states, note_entries, note_marks

if TYPE_CHECKING:
    from tui.notes.notebook import Notebook
    from tui.notes.open_notes import OpenNotes
    from tui.notes.placing import Placement


class Keeping(BoxKeys):
    """The part of the pair's screen that holds the notebook, and undoes and redoes what was written into it."""

    notes: OpenNotes | None = None
    _looking: Timer | None = None
    _warned = False
    """Whether it has been told that leaving now leaves notes unsaved."""

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

    def checked_links(self) -> frozenset[tuple[int, int]]:
        """Return the links that the reader has found right."""
        return self.notes.placement.checked_links if self.notes else frozenset()

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
            self.changed(before != self.placement.corrections)

    def changed(self, links_changed: bool) -> None:
        """Draw the notebook, have it saved, and have the pair compared again where its links have changed."""
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

    def action_quit(self) -> None:
        """Leave; where notes cannot be saved, only when asked a second time."""
        if self._warned or not self.reader.save_all():
            super().action_quit()
            return
        self._warned = True
        told = "Some notes could not be saved. Export them (e, YAML), or leave all the same with the same key."
        self.notify(told, title="Not saved", severity="error", timeout=15, markup=False)

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
        self.changed(before != self.placement.corrections)
        self.go(None, f"{'Again' if redo else 'Undone'}: {label}")
