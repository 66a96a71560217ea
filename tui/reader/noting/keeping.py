"""The notebook on the disk: saved after every change, taken in again when another window has written it, undone.

A change is in the notebook at once and on the disk a moment later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from tui.reader.noting.actions import HISTORY
from tui.reader.noting.targets import note_marks
from tui.reader.session import events
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from tui.notes.open_notes import OpenNotes

SECONDS_BETWEEN_LOOKS = 2.0


class Stage(Protocol):
    """What may be asked of the screen."""

    def tell(self, text: str, title: str, severity: str = "information", seconds: float | None = None) -> None:
        """Show something for a moment."""

    def in_background(self, work: Callable[[], None], group: str) -> None:
        """Do something in a thread, after what was begun in that group before."""

    def from_background(self, call: Callable[..., Any], *given: Any) -> None:
        """Call something on the screen from such a thread, and wait for it."""

    def every(self, seconds: float, call: Callable[[], None]) -> None:
        """Call something again and again."""


class Keeping:
    """Keeps the notes of the open pair."""

    ACTIONS = HISTORY

    def __init__(self, session: Session, stage: Stage) -> None:
        self._pair = session
        self._stage = stage
        self._is_looking = False

    def begin(self) -> None:
        """Tell what was wrong with the file of notes just opened, and look after it from now on."""
        notes = self._pair.notes
        if notes is None:
            return
        for problem in notes.problems:
            self._stage.tell(problem, "Notes", "warning", 12)
        notes.problems = ()
        if not self._is_looking:
            self._is_looking = True
            self._stage.every(SECONDS_BETWEEN_LOOKS, self._look_for_changes)

    def light(self) -> None:
        """Light the notes in both texts."""
        self._pair.light("notes", note_marks(self._pair.placement))

    def _look_for_changes(self) -> None:
        """Take in what another window has written."""
        notes = self._pair.notes
        if notes is not None and notes.store.has_changed():
            self._stage.in_background(lambda: self._reload(notes), "save")

    def _reload(self, notes: OpenNotes) -> None:
        before = notes.placement.corrections
        if notes.reload():
            changed = before != notes.placement.corrections
            self._stage.from_background(self._pair.announce, events.NotesChanged(changed, save=False))

    def save(self) -> None:
        """Save the notes."""
        notes = self._pair.notes
        if notes is not None:
            self._stage.in_background(lambda: self._save(notes), "save")

    def _save(self, notes: OpenNotes) -> None:
        if not notes.save():
            self._stage.from_background(self._tell_unsaved, notes)

    def _tell_unsaved(self, notes: OpenNotes) -> None:
        told = f"{notes.unsaved}. The notes are kept in memory; export them (e, YAML) to save them elsewhere."
        self._stage.tell(told, "Not saved", "error", 15)

    def undo(self) -> None:
        """Take back the last change to notes and links."""
        self._step(redo=False)

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._step(redo=True)

    def _step(self, *, redo: bool) -> None:
        pair = self._pair
        if pair.notes is None:
            pair.say("The notes are not open yet")
            return
        before = pair.placement.corrections
        label = pair.notes.redo(save=False) if redo else pair.notes.undo(save=False)
        if label is None:
            pair.say("Nothing to make again" if redo else "Nothing to undo")
            return
        pair.announce(events.NotesChanged(before != pair.placement.corrections))
        pair.say(f"{'Again' if redo else 'Undone'}: {label}")
