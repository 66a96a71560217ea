"""The keys that select and copy text."""

from collections.abc import Callable

from tui.articles.article import SIDES, Article
from tui.reader import stretch
from tui.reader.layout.column import Column
from tui.reader.navigation import Navigation
from tui.reader.place import Selection


class Selecting(Navigation):
    """The part of the pair's screen that selects text by keys and copies it."""

    selection: Selection | None

    def select(self, selection: Selection | None) -> None:
        """Select text, or let go of it."""
        self.selection = selection
        self.panes.show_selection(selection)
        self.selection_changed()

    def selection_changed(self) -> None:
        """Tell whoever shows how much is selected."""

    def drop_selection(self) -> bool:
        """Let go of the selection; say whether there was one."""
        held = self.selection is not None
        if held:
            self.select(None)
        return held

    def _stretch(self, move: Callable[[Selection, Article, Column], Selection]) -> None:
        selection = self.selection or stretch.begun(self.lookup, self.place)
        if selection is None:
            return
        article = self.lookup.articles[SIDES.index(selection.side)]
        stretched = move(selection, article, self.panes.layout_of_pair.column(selection.side))
        self.select(stretched)
        self.panes.show_offset(stretched.side, stretched.head)

    def action_select_right(self) -> None:
        """Stretch the selection one character right."""
        self._stretch(lambda selection, article, _: stretch.by_characters(selection, article, 1))

    def action_select_left(self) -> None:
        """Stretch the selection one character left."""
        self._stretch(lambda selection, article, _: stretch.by_characters(selection, article, -1))

    def action_select_word_right(self) -> None:
        """Stretch the selection one word right."""
        self._stretch(lambda selection, article, _: stretch.by_words(selection, article, 1))

    def action_select_word_left(self) -> None:
        """Stretch the selection one word left."""
        self._stretch(lambda selection, article, _: stretch.by_words(selection, article, -1))

    def action_select_down(self) -> None:
        """Stretch the selection one row down."""
        self._stretch(lambda selection, _, column: stretch.by_rows(selection, column, 1))

    def action_select_up(self) -> None:
        """Stretch the selection one row up."""
        self._stretch(lambda selection, _, column: stretch.by_rows(selection, column, -1))

    def action_leave(self) -> None:
        """Let go of the selection, or else of what the screen holds besides."""
        if not self.drop_selection():
            super().action_leave()

    def action_copy(self) -> None:
        """Copy the selection, or else the current sentence with what faces it."""
        if self.selection is not None:
            article = self.lookup.articles[SIDES.index(self.selection.side)]
            text = stretch.clean_text(article, self.selection.span)
        else:
            text = stretch.quoted(self.lookup, self.place)
        if not text:
            self.go(None, "Nothing to copy")
            return
        self.app.copy_to_clipboard(text)
        words = len(text.split())
        self.go(None, f"Copied {words} word{'s' if words != 1 else ''}")
