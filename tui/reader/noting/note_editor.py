"""The editor of one note: its text, its colour, its tags, and what the colours mean."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static, TextArea

from tui.notes.note import COLOURS, ColourNames, clean_tags, clean_text
from tui.reader.action import bindings
from tui.reader.noting.actions import EDITOR
from tui.reader.noting.targets import NoteDraft
from tui.reader.widgets.box import Box
from tui.reader.widgets.chips import Chips
from tui.reader.widgets.choice_box import Choice, ChoiceBox


class NoteEditor(Box[NoteDraft]):
    """Edits a note; it answers with the note to be kept. Leaving it with something changed asks first."""

    HEADING = "Note"
    HINT = "^s keeps · tab tags · ^t colour · ^o $EDITOR · esc leaves"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EDITOR)]

    DEFAULT_CSS = """
    NoteEditor > #box { height: 70%; max-height: 24; }
    NoteEditor #quote { height: auto; max-height: 3; color: $role-muted; }
    NoteEditor TextArea { height: 1fr; min-height: 2; border: none; padding: 0; background: $role-surface-background; }
    NoteEditor TextArea:focus { border: none; }
    NoteEditor .field { height: 1; }
    NoteEditor .field Static { width: 8; color: $role-muted; }
    """

    def __init__(
        self, quote: str, draft: NoteDraft, names: ColourNames, tags_in_use: tuple[str, ...] = (), heading: str = "Note"
    ) -> None:
        self.HEADING = heading
        super().__init__()
        self._quote = quote
        self._before = draft
        self._names = names
        self._tags_in_use = tags_in_use

    def inside(self) -> ComposeResult:
        """Make the fields."""
        from textual.suggester import SuggestFromList

        colours = {str(colour): f"{colour} {name}" for colour, name in zip(COLOURS, self._names, strict=True)}
        yield Static(self._quote, id="quote", markup=False)
        yield TextArea(self._before.text, id="note-text", tab_behavior="focus", soft_wrap=True, show_line_numbers=False)
        with Horizontal(classes="field"):
            yield Static("Colour", markup=False)
            yield Chips(colours, str(self._before.colour), id="note-colour")
        with Horizontal(classes="field"):
            yield Static("Tags", markup=False)
            tags = SuggestFromList(self._tags_in_use, case_sensitive=False)
            written = ", ".join(self._before.tags)
            yield Input(written, id="note-tags", placeholder="separated by commas", suggester=tags)

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    @property
    def draft(self) -> NoteDraft:
        """The note as it stands in the fields."""
        colour = COLOURS[int(self.query_one(Chips).current) - 1]
        tags = clean_tags(self.query_one("#note-tags", Input).value.split(","))
        return NoteDraft(clean_text(self.query_one(TextArea).text), colour, tags)

    def keep_what_is_written(self) -> bool:
        """Keep the note as far as it is written."""
        if self.draft == self._before:
            return False
        # What lies over it, such as the question whether to keep it, goes first.
        while not self.is_active:
            self.app.pop_screen()
        self.dismiss(self.draft)
        return True

    def action_editor_save(self) -> None:
        """Keep the note."""
        self.dismiss(self.draft)

    def action_editor_colour(self) -> None:
        """Take the next colour."""
        self.query_one(Chips).take_next()

    def on_input_submitted(self) -> None:
        """Keep the note when enter is pressed on the tags."""
        self.action_editor_save()

    def action_close(self) -> None:
        """Leave; ask first when something was changed."""
        if self.draft == self._before:
            self.dismiss(None)
            return
        choices = (Choice("keep", "k", "Keep it"), Choice("drop", "d", "Drop the changes"), Choice("on", "g", "Go on"))
        self.app.push_screen(ChoiceBox("The note was changed", choices), self._leave)

    def _leave(self, answer: str | None) -> None:
        if answer == "keep":
            self.dismiss(self.draft)
        elif answer == "drop":
            self.dismiss(None)

    def action_editor_outside(self) -> None:
        """Write the text in the program that $VISUAL or $EDITOR names."""
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        if not editor:
            self.notify("$EDITOR names no program", severity="warning", markup=False)
            return
        area = self.query_one(TextArea)
        try:
            area.text = self._edit_outside(editor, area.text)
        except SuspendNotSupported:
            self.notify("Here no other program can be opened", severity="warning", markup=False)
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            self.notify(f"{editor}: {error}", title="$EDITOR", severity="error", markup=False)
        area.move_cursor(area.document.end)

    def _edit_outside(self, editor: str, text: str) -> str:
        """Return what the editor made of the text."""
        with tempfile.TemporaryDirectory(prefix="newsdiff-") as folder:
            path = Path(folder, "note.md")
            path.write_text(text, encoding="utf-8")
            with self.app.suspend():
                subprocess.run([*shlex.split(editor), str(path)], check=True)
            return path.read_text(encoding="utf-8", errors="replace")
