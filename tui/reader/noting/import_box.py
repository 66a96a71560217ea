"""The import of somebody else's notes: which file, chosen in a tree or typed."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import DirectoryTree, Input, Static
from textual.worker import get_current_worker

from tui.disk.inert import make_inert_line
from tui.notes.importing import Imported
from tui.notes.notes_fields import NotesFileError
from tui.reader.action import bindings
from tui.reader.noting.actions import IMPORT_BOX
from tui.reader.widgets.box import Box
from tui.reader.widgets.files import Files
from tui.reader.widgets.naming import NameInput

NOTE_SUFFIXES = (".yaml", ".yml", ".json", ".jsonld")
"""The ends of names of files that may hold notes."""


class ImportBox(Box[tuple[str, Imported]]):
    """Asks for a file of notes; it answers with its name and what it holds, read already."""

    HEADING = "Import notes"
    HINT = "enter takes a file, then imports · tab to the files · esc closes"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IMPORT_BOX)]

    DEFAULT_CSS = """
    ImportBox > #box { width: 84; max-width: 96%; }
    ImportBox DirectoryTree { height: 1fr; background: transparent; margin-top: 1; }
    ImportBox #said { height: auto; max-height: 3; color: $role-error; }
    """

    def __init__(self, read: Callable[[str], Imported], folder: Path | None = None) -> None:
        super().__init__()
        self._read = read
        self._folder = folder or Path.cwd()

    def inside(self) -> ComposeResult:
        """Make the field over the tree."""
        yield Static("Exported from here or elsewhere as yaml, jsonld or json", classes="label", markup=False)
        yield NameInput(id="import-file", placeholder="a path")
        yield Static("", id="said", markup=False)
        yield Files(self._folder, NOTE_SUFFIXES, id="import-files")

    def on_mount(self) -> None:
        """Begin with the field."""
        self.query_one("#import-file", Input).focus()

    def on_directory_tree_file_selected(self, event: DirectoryTree.FileSelected) -> None:
        """Name the file in the field."""
        event.stop()
        field = self.query_one("#import-file", NameInput)
        field.name_file(str(event.path))
        field.focus()

    def on_input_submitted(self) -> None:
        """Read the file."""
        self.action_import_read()

    def action_import_read(self) -> None:
        """Read the file."""
        name = self.query_one("#import-file", NameInput).location
        if name:
            self._read_file(name)

    @work(thread=True, exclusive=True)
    def _read_file(self, name: str) -> None:
        worker = get_current_worker()
        try:
            imported = self._read(str(Path(name).expanduser()))
        except NotesFileError as error:
            self.from_thread(self.query_one("#said", Static).update, make_inert_line(str(error)))
        else:
            if not worker.is_cancelled:
                self.from_thread(self.dismiss, (Path(name).name, imported))
