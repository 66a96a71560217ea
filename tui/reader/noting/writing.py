"""Highlighting, and writing, changing and deleting notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from tui.reader.noting.actions import WRITING
from tui.reader.noting.targets import NoteDraft, note_on, note_under, target_anchors
from tui.reader.session.notes_listed import one_line
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.notes.note import Colour
    from tui.notes.notebook import Notebook
    from tui.notes.placing import PlacedNote

NOTHING = "There is no text to note anything on"


class Stage(Protocol):
    """What may be asked of the screen."""

    def ask(self, box: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Open a box, and give its answer to `take`."""


class Writing:
    """Writes notes."""

    ACTIONS = WRITING

    def __init__(self, session: Session, stage: Stage) -> None:
        self._pair = session
        self._stage = stage
        self._colour: Colour = 1
        """The colour highlighted in last."""

    def _target(self) -> str:
        if self._pair.selection is not None:
            return "the selection"
        return f"passage {self._pair.place.passage}" if self._pair.place.passage else "the sentence"

    def highlight(self) -> None:
        """Highlight the selection or the passage, or take the highlight away."""
        anchors = target_anchors(self._pair.lookup, self._pair.place, self._pair.selection)
        there = note_on(self._pair.placement, anchors)
        if there is None:
            self._highlight(self._colour)
        elif there.note.text or there.note.tags:
            self._pair.say("There is a note on this: a changes it, delete deletes it")
        else:
            self.delete(there)

    def _highlight(self, colour: Colour) -> None:
        from tui.notes.note import make_note

        anchors = target_anchors(self._pair.lookup, self._pair.place, self._pair.selection)
        if not anchors:
            self._pair.say(NOTHING)
            return
        self._colour = colour
        there = note_on(self._pair.placement, anchors)
        target = self._target()
        if there is not None:
            self._pair.change_notes(f"colour {target}", lambda notebook: notebook.edit(there.note.id, colour=colour))
        else:
            self._pair.change_notes(f"highlight {target}", lambda notebook: notebook.add(make_note(anchors, colour)))

    def highlight_colour(self) -> None:
        """Highlight in one of the four colours, or say what a colour means."""
        from tui.notes.note import COLOURS
        from tui.reader.widgets.choice_box import Choice, ChoiceBox

        if self._pair.notes is None:
            self._pair.say("The notes are not open yet")
            return
        names = self._pair.notes.notebook.colour_names
        colours = [
            Choice(str(colour), str(colour), name, f"note-{colour}")
            for colour, name in zip(COLOURS, names, strict=True)
        ]
        colours.append(Choice("rename", "n", "say what a colour means …"))
        self._stage.ask(ChoiceBox("Highlight", colours, start=str(self._colour)), self._take_colour)

    def _take_colour(self, answer: str | None) -> None:
        from tui.notes.note import COLOURS

        if answer == "rename":
            self._rename_colours()
        elif answer:
            self._highlight(COLOURS[int(answer) - 1])

    def _rename_colours(self) -> None:
        from tui.reader.noting.colours_box import ColoursBox

        if self._pair.notes is not None:
            self._stage.ask(ColoursBox(self._pair.notes.notebook.colour_names), self._take_names)

    def _take_names(self, names: tuple[str, ...] | None) -> None:
        from tui.notes.note import COLOURS

        if names is None:
            return

        def rename(notebook: Notebook) -> Notebook:
            for colour, name in zip(COLOURS, names, strict=True):
                notebook = notebook.name_colour(colour, name)
            return notebook

        self._pair.change_notes("name the colours", rename)

    def write_note(self) -> None:
        """Write a note on the selection or the passage, or change the one that is there."""
        from tui.notes.note import make_note

        anchors = target_anchors(self._pair.lookup, self._pair.place, self._pair.selection)
        there = note_on(self._pair.placement, anchors)
        if there is None and self._pair.selection is None:
            there = note_under(self._pair.placement, self._pair.lookup, self._pair.place, None)
        if there is not None:
            self.edit(there)
        elif self._pair.notes is None:
            self._pair.say("The notes are not open yet")
        elif not anchors:
            self._pair.say(NOTHING)
        else:
            quote = one_line(" … ".join(anchor.exact for anchor in anchors), 240)
            target = self._target()

            def keep(draft: NoteDraft | None) -> None:
                if draft is not None:
                    self._colour = draft.colour
                    note = make_note(anchors, draft.colour, draft.text, draft.tags)
                    self._pair.change_notes(f"note on {target}", lambda notebook: notebook.add(note))

            self._open_editor(quote, NoteDraft("", self._colour, ()), keep, f"Note on {target}")

    def edit(self, placed: PlacedNote, afterwards: Callable[[], object] = lambda: None) -> None:
        """Open a note in the editor; `afterwards` is called when it has been closed."""
        note = placed.note
        quote = one_line(" … ".join(anchor.exact for anchor in note.anchors), 240)

        def keep(draft: NoteDraft | None) -> None:
            if draft is not None:
                edited = {"text": draft.text, "colour": draft.colour, "tags": draft.tags}
                self._pair.change_notes("change a note", lambda notebook: notebook.edit(note.id, **edited))  # type: ignore[arg-type]
            afterwards()

        self._open_editor(quote, NoteDraft(note.text, note.colour, note.tags), keep, "Note")

    def _open_editor(
        self, quote: str, draft: NoteDraft, keep: Callable[[NoteDraft | None], None], heading: str
    ) -> None:
        from tui.reader.noting.note_editor import NoteEditor

        assert self._pair.notes is not None
        notebook = self._pair.notes.notebook
        self._stage.ask(NoteEditor(quote, draft, notebook.colour_names, notebook.tags, heading), keep)

    def delete_note(self) -> None:
        """Delete the note under the cursor."""
        placed = note_under(self._pair.placement, self._pair.lookup, self._pair.place, self._pair.selection)
        if placed is None:
            self._pair.say("No note stands here")
        else:
            self.delete(placed)

    def delete(self, placed: PlacedNote) -> None:
        """Delete a note; undo brings it back."""
        self._pair.change_notes("delete a note", lambda notebook: notebook.delete(placed.note.id))
