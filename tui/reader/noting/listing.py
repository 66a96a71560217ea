"""The list of notes and marks, somebody else's notes joined into it, and going from note to note."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from tui.reader.noting.actions import LISTING, STEPPING
from tui.reader.noting.targets import first_place, step_note
from tui.reader.session import events
from tui.reader.session.places import place_at, place_of_span
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.articles.article import Side
    from tui.notes.importing import Imported
    from tui.notes.note import DetailMark, LinkMark
    from tui.notes.notebook import Notebook
    from tui.notes.placing import PlacedNote, Placement
    from tui.reader.noting.notes_box import MarkRow
    from tui.reader.noting.writing import Writing


class Stage(Protocol):
    """What may be asked of the screen."""

    def ask(self, box: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Open a box, and give its answer to `take`."""

    def tell(self, text: str, title: str, severity: str = "information", seconds: float | None = None) -> None:
        """Show something for a moment."""


class Listing:
    """Lists notes and marks."""

    ACTIONS = LISTING + STEPPING

    def __init__(self, session: Session, stage: Stage, writing: Writing) -> None:
        self._pair = session
        self._stage = stage
        self._writing = writing

    @property
    def placement(self) -> Placement:
        """Where everything in the notebook stands."""
        return self._pair.placement

    def edit(self, placed: PlacedNote, afterwards: Callable[[], object]) -> None:
        """Open a note in the editor; `afterwards` is called when it has been closed."""
        self._writing.edit(placed, afterwards)

    def delete(self, placed: PlacedNote) -> None:
        """Delete a note; undo brings it back."""
        self._writing.delete(placed)

    def notes(self) -> None:
        """List the notes."""
        from tui.reader.noting.notes_box import NotesBox

        self._stage.ask(NotesBox(self), self.go_to_note)

    def import_notes(self) -> None:
        """Join somebody else's notes into these."""
        self.ask_import()

    def ask_import(self, afterwards: Callable[[], object] = lambda: None) -> None:
        """Ask for a file of notes and join them into these; `afterwards` is called when it has been closed."""
        from tui.notes.importing import read_import_file
        from tui.reader.noting.import_box import ImportBox

        notes = self._pair.notes
        if notes is None:
            self._pair.say("The notes are not open yet")
            return

        def take(answer: tuple[str, Imported] | None) -> None:
            if answer is not None:
                self._join(*answer)
            afterwards()

        self._stage.ask(ImportBox(lambda name: read_import_file(name, notes.left, notes.right)), take)

    def _join(self, name: str, imported: Imported) -> None:
        from tui.notes.importing import tell_joined
        from tui.notes.store import SaveError

        if self._pair.notes is None:
            return
        for problem in imported.problems:
            self._stage.tell(problem, "Import", "warning")
        before = self._pair.placement.corrections
        try:
            joined = self._pair.notes.join(imported.notebook, save=False)
        except SaveError as error:
            self._stage.tell(f"{name}: {error}", "Not imported", "error")
            return
        self._pair.announce(events.NotesChanged(before != self._pair.placement.corrections))
        self._stage.tell(f"{name}: {tell_joined(joined, imported.homeless)}", "Imported")

    def delete_mark(self, mark: LinkMark | DetailMark) -> None:
        """Take a mark away; undo brings it back."""

        def change(notebook: Notebook) -> Notebook:
            if isinstance(mark, DetailMark):
                return notebook.unmark_detail(mark.id)
            return notebook.forget_link(mark.left, mark.right).check_link(mark.left, mark.right, False)

        from tui.notes.note import DetailMark

        self._pair.change_notes("take a mark away", change)

    def go_to_note(self, chosen: PlacedNote | MarkRow | None) -> None:
        """Go to where a note begins, or to the sentences of a mark."""
        from tui.notes.placing import PlacedNote

        if chosen is None:
            return
        gone = "The words this stood on are no longer in the articles"
        if isinstance(chosen, PlacedNote):
            where = first_place(chosen)
            self._pair.go(place_of_span(self._pair.lookup, *where) if where else None, gone)
            return
        left, right = chosen.sentences
        side: Side = "right" if left is None else "left"
        sentence = right if left is None else left
        self._pair.go(None if sentence is None else place_at(self._pair.lookup, side, sentence), gone)

    def next_note(self) -> None:
        """Go to the next note."""
        self._step_note(1)

    def previous_note(self) -> None:
        """Go to the note before."""
        self._step_note(-1)

    def _step_note(self, step: int) -> None:
        where = step_note(self._pair.placement, self._pair.lookup, self._pair.place, step)
        self._pair.go(
            place_of_span(self._pair.lookup, *where) if where else None, "There are no notes yet: h highlights"
        )
