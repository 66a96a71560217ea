"""The keys that bring other articles in and let documents out: open, reload, swap, export."""

from textual import work
from textual.worker import get_current_worker

from tui.articles.article import Article, ArticleError
from tui.reader import moves
from tui.reader.link_keys import LinkKeys
from tui.reader.lookup import other_side


class ArticleKeys(LinkKeys):
    """The part of the pair's screen that opens and exports."""

    turned = False
    """Whether the sides have been exchanged since the pair was opened."""

    def action_open(self) -> None:
        """Open other articles."""
        from tui.reader.screens.open_box import OpenBox

        self.app.push_screen(OpenBox(found=self.reader.found), self._open_pair)

    def _open_pair(self, articles: tuple[Article, Article] | None) -> None:
        if articles is not None:
            self.turned = False
            self.reader.open_pair(*articles)

    def action_swap_sides(self) -> None:
        """Make left right and right left; the reader stays on the same sentence."""
        left, right = self.lookup.articles
        place = self.place
        self.turned = not self.turned
        self.reader.open_pair(right, left)
        self.go(moves.place_at(self.lookup, other_side(place.side), place.sentence))

    def action_reload(self) -> None:
        """Read both articles again."""
        from tui.reader.pairs import is_found_again

        left, right = self.lookup.articles
        if not (is_found_again(left) or is_found_again(right)):
            self.go(None, "These articles came from no file or address that could be read again")
            return
        self.go(None, "Reading both articles again …")
        self._reload(left, right)

    @work(thread=True, exclusive=True, group="reload")
    def _reload(self, left: Article, right: Article) -> None:
        from tui.articles.load import load_article
        from tui.reader.pairs import is_found_again

        worker = get_current_worker()
        try:
            again = [load_article(one.origin, refresh=True) if is_found_again(one) else one for one in (left, right)]
        except Exception as error:
            told = str(error) if isinstance(error, ArticleError) else f"{type(error).__name__}: {error}"
            self.app.call_from_thread(self.notify, told, title="Reload", severity="error", markup=False)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_again, again[0], again[1])

    def _show_again(self, left: Article, right: Article) -> None:
        before = self.lookup.articles
        if (left.text, right.text) == (before[0].text, before[1].text):
            self.go(None, "Nothing has changed in either article")
            return
        place = self.place
        self.reader.open_pair(left, right)
        self.go(moves.place_at(self.lookup, place.side, place.sentence))
        self.go(None, "Read again")

    def action_export(self) -> None:
        """Write notes and differences to a file."""
        if not self.lookup.finished:
            self.go(None, "Still comparing …")
            return
        from tui.reader.screens.export_box import ExportBox

        notebook = self.notes.notebook if self.notes else None
        box = ExportBox(self.lookup.comparison, notebook, self.reader.export_format)

        def written(target: str | None) -> None:
            if target:
                self.reader.export_format = box.form
                self.notify(target, title="Written", markup=False)

        self.app.push_screen(box, written)
