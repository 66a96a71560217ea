"""The choice of a theme, which the whole screen wears while the cursor stands on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult

from tui.reader.looks.themed import ThemedApp
from tui.reader.looks.themes import ReaderTheme, load_themes
from tui.reader.mistakes import Mistake
from tui.reader.widgets.box import Box
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Heading, Item, Line, Paragraph, fit


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme."""

    theme: ReaderTheme
    kept: bool
    selectable: bool = True
    height: int | None = 1

    def lines(self, width: int) -> Sequence[Line]:
        """Return its title, with a mark on the one in use."""
        name = fit(self.theme.title, max(0, width - 2))
        return ((("● " if self.kept else "  ", "accent"), (name, "")),)


class ThemeBox(Box[ReaderTheme]):
    """The themes; it answers with the one chosen. Closing it puts the old one back."""

    HEADING = "Theme"
    HINT = "enter keeps · esc back"

    DEFAULT_CSS = """
    ThemeBox { align: right top; background: transparent; }
    ThemeBox > #box { width: 44; max-width: 96%; height: auto; max-height: 80%; margin: 1 2; }
    ThemeBox RowList { height: auto; max-height: 70vh; }
    """

    def inside(self) -> ComposeResult:
        """Make the list."""
        yield RowList(id="theme-list")

    def on_mount(self) -> None:
        """List every theme, and below them the mistakes in theme files."""
        app = self.app
        assert isinstance(app, ThemedApp)
        self._before = app.reader_theme
        themes, mistakes = load_themes()
        rows: list[Item] = [ThemeRow(theme, theme.name == self._before.name) for theme in themes]
        rows += mistake_rows(mistakes)
        listing = self.query_one(RowList)
        names = [theme.name for theme in themes]
        listing.show(rows, names.index(self._before.name) if self._before.name in names else 0)
        listing.focus()

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """Wear the theme under the cursor."""
        row = message.item
        if isinstance(row, ThemeRow) and isinstance(self.app, ThemedApp):
            self.app.use_theme(row.theme)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Answer with the theme under the cursor."""
        row = message.row
        if isinstance(row, ThemeRow):
            self.dismiss(row.theme)

    def action_close(self) -> None:
        """Put the old theme back."""
        if isinstance(self.app, ThemedApp):
            self.app.use_theme(self._before)
        self.dismiss(None)


def mistake_rows(mistakes: Sequence[Mistake]) -> list[Item]:
    """Return the mistakes in files as rows, under a heading where there are any."""
    if not mistakes:
        return []
    told = [Paragraph(str(mistake), "warning", selectable=False) for mistake in mistakes]
    return [Heading("Mistakes in theme files", role="error", blank_above=True), *told]
