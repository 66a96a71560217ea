"""The export: in which format, to which file, and what is to be in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from tui.compare.comparison import Comparison
from tui.disk.inert import make_inert_line
from tui.notes.notebook import Notebook
from tui.notes.reports.contents import PARTS, Part
from tui.notes.reports.export import DESCRIPTIONS, FORMATS, Format, render, suggest_file_name, write_export
from tui.reader.action import bindings
from tui.reader.exporting.actions import EXPORT_BOX
from tui.reader.widgets.box import Box
from tui.reader.widgets.choice_box import Choice, ChoiceBox
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Heading, Item, Line, fit

CHOSEN_PARTS = ("markdown", "html")
"""Formats whose parts can be chosen."""

PART_NAMES: dict[Part, str] = {
    "brief": "the brief: the five questions and their answers",
    "notes": "the notes",
    "passages": "the facing passages with their details",
    "articles": "both articles in full",
}


@dataclass(frozen=True, slots=True)
class TickRow:
    """One thing that can be chosen, with a mark when it is."""

    key: str
    name: str
    description: str
    ticked: bool
    one_of_many: bool
    selectable: bool = True
    height: int | None = 1

    def lines(self, width: int) -> Sequence[Line]:
        """Return the line."""
        mark = ("●" if self.ticked else "○") if self.one_of_many else ("☑" if self.ticked else "☐")
        name = f"{self.name:<11}" if self.name else ""
        room = max(0, width - 3 - len(name))
        return (((f" {mark} ", "accent"), (name, ""), (fit(self.description, room), "muted" if name else "")),)


class ExportBox(Box[str]):
    """Writes a document; it answers with the file's name."""

    HEADING = "Export"
    HINT = "enter takes the format, then writes · tab file name · esc closes"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EXPORT_BOX)]

    DEFAULT_CSS = """
    ExportBox > #box { height: auto; width: 84; max-width: 96%; }
    ExportBox RowList { height: auto; max-height: 55vh; }
    ExportBox #target-label { margin-top: 1; }
    ExportBox #said { height: auto; color: $role-error; display: none; }
    """

    def __init__(self, comparison: Comparison, notebook: Notebook | None, form: Format = "markdown") -> None:
        super().__init__()
        self._comparison = comparison
        self._notebook = notebook
        self.form: Format = form
        self._parts = set(PARTS)

    def inside(self) -> ComposeResult:
        """Make list and file name."""
        yield RowList(id="formats")
        yield Static("To the file", classes="label", id="target-label", markup=False)
        yield Input(suggest_file_name(self._comparison, self.form), id="target")
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """List the formats, the cursor on the one used last."""
        self._list_choices(1 + FORMATS.index(self.form))
        self.query_one(RowList).focus()

    def _list_choices(self, index: int | None) -> None:
        items: list[Item] = [Heading("As")]
        items += [TickRow(form, form, DESCRIPTIONS[form], form == self.form, True) for form in FORMATS]
        if self.form in CHOSEN_PARTS:
            items.append(Heading("With", blank_above=True))
            items += [TickRow(part, "", PART_NAMES[part], part in self._parts, False) for part in PARTS]
        self.query_one(RowList).show(items, index)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Take a format and go on to the file name, or put a part in or out."""
        row = message.row
        if not isinstance(row, TickRow) or not self.query("#target"):
            return  # a key of the same moment has closed the box
        if row.one_of_many:
            self._take_format(next(form for form in FORMATS if form == row.key))
            self.query_one("#target", Input).focus()
        else:
            self._parts ^= {next(part for part in PARTS if part == row.key)}
            self._list_choices(message.list.index or 0)

    def _take_format(self, form: Format) -> None:
        target = self.query_one("#target", Input)
        if target.value == suggest_file_name(self._comparison, self.form):
            target.value = suggest_file_name(self._comparison, form)
        self.form = form
        self._list_choices(1 + FORMATS.index(form))

    def on_input_submitted(self) -> None:
        """Write the file."""
        self.action_export_write()

    def action_export_write(self) -> None:
        """Write the file."""
        # A key of the same moment may have closed the box already.
        target = next((field.value.strip() for field in self.query("#target").results(Input)), "")
        if target:
            self._write(target, overwrite=False)

    @work(thread=True, exclusive=True)
    def _write(self, target: str, *, overwrite: bool) -> None:
        include = [part for part in PARTS if part in self._parts]
        try:
            text = render(self._comparison, self._notebook, self.form, include)
            write_export(target, text, overwrite)
        except FileExistsError:
            self.from_thread(self._ask_to_replace, target)
        except OSError as error:
            self.from_thread(self._say, f"{target}: {error.strerror or error}")
        except Exception as error:
            self.from_thread(self._say, f"{target}: not written: {type(error).__name__}: {error}")
        else:
            self.from_thread(self.dismiss, target)

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Static)
        said.display = True
        said.update(make_inert_line(words))

    def _ask_to_replace(self, target: str) -> None:
        choices = (Choice("other", "o", "Take another name"), Choice("replace", "r", "Replace it"))

        def go_on(answer: str | None) -> None:
            if answer == "replace":
                self._write(target, overwrite=True)
            else:
                self.query_one("#target", Input).focus()

        self.app.push_screen(ChoiceBox("There is such a file", choices, make_inert_line(target)), go_on)
