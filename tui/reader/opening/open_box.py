"""Opening other articles: files, addresses, pasted texts, pairs that were open lately, and those that came along."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import DirectoryTree, Input, Static
from textual.worker import get_current_worker

from tui.articles.article import SIDES, Article, ArticleError, Side
from tui.disk.inert import make_inert_line
from tui.reader.action import bindings
from tui.reader.opening.actions import OPEN_BOX
from tui.reader.opening.pairs import KnownPair, bundled_pairs, recent_pairs
from tui.reader.widgets.box import Box
from tui.reader.widgets.chips import Chips
from tui.reader.widgets.files import Files
from tui.reader.widgets.naming import NameInput
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Item, Line, Paragraph, fit

if TYPE_CHECKING:
    from tui.articles.pairs import Pair

SOURCES = {"files": "files", "recent": "open lately", "bundled": "came along"}
FOUND = {"found": "in the folder"}
SHORTEST_TEXT = 200
"""A pasted line longer than this is an article, not its name."""


@dataclass(frozen=True, slots=True)
class PairRow:
    """One pair that is known."""

    pair: KnownPair
    selectable: bool = True
    height: int | None = 2

    def lines(self, width: int) -> Sequence[Line]:
        """Return its title, and below it where its articles lie."""
        names = " │ ".join(Path(where).name or where for where in (self.pair.left, self.pair.right))
        return ((fit(self.pair.title, width), ""),), ((fit(f"  {names}", width), "muted"),)


class ArticleInput(NameInput):
    """Where an article is named; a text pasted here is the article itself."""

    pasted: str | None = None

    def on_paste(self, event: events.Paste) -> None:
        """Take a whole text."""
        if "\n" in event.text.strip() or len(event.text) > SHORTEST_TEXT:
            self.pasted = event.text
            self.value = f"‹pasted: {len(event.text.split()):,} words›"
            self.cursor_position = len(self.value)
            event.stop()
            event.prevent_default()


class OpenBox(Box[tuple[Article, Article]]):
    """Asks for two articles; it answers with them, read already."""

    HEADING = "Open"
    HINT = "enter takes a file or opens · tab next field · ^o from where · esc"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(OPEN_BOX)]

    DEFAULT_CSS = """
    OpenBox .field { height: 1; }
    OpenBox .field Static { width: 7; color: $role-muted; }
    OpenBox DirectoryTree { height: 1fr; background: transparent; }
    OpenBox #said { height: auto; max-height: 3; color: $role-error; }
    """

    def __init__(self, folder: Path | None = None, found: tuple[KnownPair, ...] = ()) -> None:
        super().__init__()
        self._folder = folder or Path.cwd()
        self._found = found

    def inside(self) -> ComposeResult:
        """Make the fields over the tree and the list of pairs."""
        for side in SIDES:
            with Horizontal(classes="field"):
                yield Static(side.capitalize(), markup=False)
                yield ArticleInput(id=f"open-{side}", placeholder="a path, an address, or a pasted text")
        yield Static("", id="said", markup=False)
        yield Chips({**SOURCES, **(FOUND if self._found else {})}, self._first, id="open-source")
        yield Files(self._folder, id="open-files")
        yield RowList(id="open-pairs")

    def on_mount(self) -> None:
        """Begin with the left article, or with the pairs that were found."""
        self._show_source(self._first)
        if not self._found:
            self.field("left").focus()

    @property
    def _first(self) -> str:
        return "found" if self._found else "files"

    def field(self, side: Side) -> ArticleInput:
        """Return where the article of one side is named."""
        return self.query_one(f"#open-{side}", ArticleInput)

    def _show_source(self, source: str) -> None:
        files, pairs = self.query_one(DirectoryTree), self.query_one(RowList)
        files.display, pairs.display = source == "files", source != "files"
        if source != "files":
            rows: list[Item] = [PairRow(pair) for pair in self._pairs_from(source)]
            pairs.show(rows or [Paragraph("None yet.", "muted", selectable=False)])
            pairs.focus()

    def _pairs_from(self, source: str) -> tuple[KnownPair, ...]:
        if source == "found":
            return self._found
        return recent_pairs() if source == "recent" else bundled_pairs()

    def on_chips_picked(self, message: Chips.Picked) -> None:
        """Show files or pairs."""
        self._show_source(message.key)

    def action_open_kind(self) -> None:
        """Show the next of files, pairs open lately, pairs that came along."""
        self.query_one(Chips).take_next()
        if self.query_one(Chips).current == "files":
            self.query_one(DirectoryTree).focus()

    def on_directory_tree_file_selected(self, event: DirectoryTree.FileSelected) -> None:
        """Put the file into the first field that is empty, and open both when none is."""
        event.stop()
        for side in SIDES:
            if not self.field(side).value:
                self.field(side).name_file(str(event.path))
                break
        else:
            self.field("right").name_file(str(event.path))
        if all(self.field(side).value for side in SIDES):
            self.field("right").focus()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Open a pair that is known."""
        row = message.row
        if isinstance(row, PairRow):
            if row.pair.pair is None:
                self._open(row.pair.left, row.pair.right)
            else:
                self._open_known(row.pair.pair)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Forget a pasted text when something else is typed over it."""
        if isinstance(event.input, ArticleInput) and not event.value.startswith("‹pasted"):
            event.input.pasted = None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the article that is missing, or open both."""
        event.stop()
        for side in SIDES:
            if not self.field(side).value.strip():
                self.field(side).focus()
                return
        self.action_open_both()

    def action_open_both(self) -> None:
        """Open the two articles that are named."""
        fields = [self.field(side) for side in SIDES]
        self._open(*(field.location for field in fields), *(field.pasted for field in fields))

    @work(thread=True, exclusive=True)
    def _open_known(self, pair: "Pair") -> None:
        from tui.articles.pairs import load_pair

        self._tell(f"reading {pair.left.location} …")
        try:
            articles = load_pair(pair)
        except ArticleError as error:
            self._tell(str(error))
        else:
            if not get_current_worker().is_cancelled:
                self.app.call_from_thread(self.dismiss, articles)

    @work(thread=True, exclusive=True)
    def _open(self, left: str, right: str, left_text: str | None = None, right_text: str | None = None) -> None:
        from tui.articles.load import load_article, make_article

        worker = get_current_worker()
        articles = []
        for side, where, text in (("left", left, left_text), ("right", right, right_text)):
            if not where:
                self._tell(f"name the {side} article")
                return
            self._tell(f"reading {where} …")
            try:
                pasted = text is not None
                articles.append(make_article(text or "", source="pasted") if pasted else load_article(where))
            except ArticleError as error:
                self._tell(str(error))
                return
            except Exception as error:
                self._tell(f"{where}: cannot be read: {type(error).__name__}: {error}")
                return
            if worker.is_cancelled:
                return
        self.from_thread(self.dismiss, (articles[0], articles[1]))

    def _tell(self, words: str) -> None:
        self.from_thread(self.query_one("#said", Static).update, make_inert_line(words))
