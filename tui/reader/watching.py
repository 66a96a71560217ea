"""Noticing that an article has changed on disk, and telling what the reader should know of how a text was read."""

from dataclasses import replace

from textual import work
from textual.worker import get_current_worker

from tui.articles.article import SIDES, Article, ArticleError
from tui.articles.watch import Watch, watch_files
from tui.reader.article_keys import ArticleKeys

SECONDS_BETWEEN_LOOKS = 1.0
_SECONDS_SHOWN = 12.0


class Watching(ArticleKeys):
    """The part of the pair's screen that watches its articles."""

    _watch = Watch(())
    _told: tuple[str, ...] = ()

    def on_mount(self) -> None:
        """Begin to watch."""
        self.watch_articles(*self.lookup.articles)
        self.set_interval(SECONDS_BETWEEN_LOOKS, self._look)

    def watch_articles(self, left: Article, right: Article) -> None:
        """Watch the files of these articles from now on, and tell their warnings if they are new."""
        self._watch = watch_files(left.origin, right.origin)
        told = (*left.warnings, *right.warnings)
        if told != self._told:
            self._told = told
            for side, article in zip(SIDES, (left, right), strict=True):
                if article.warnings:
                    title = f"{self.lookup.name(side)} · {article.source or article.origin}"
                    text = "\n".join(article.warnings)
                    self.notify(text, title=title, severity="warning", timeout=_SECONDS_SHOWN, markup=False)

    def _look(self) -> None:
        self._watch, changed = self._watch.look()
        if changed:
            self._read_changed(changed, *self.lookup.articles)

    @work(thread=True, exclusive=True, group="reload")
    def _read_changed(self, changed: tuple[str, ...], left: Article, right: Article) -> None:
        worker = get_current_worker()
        try:
            again = [_read_again(one) if one.origin in changed else one for one in (left, right)]
        except ArticleError as error:
            self.app.call_from_thread(self.notify, str(error), title="Changed on disk", severity="error", markup=False)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_again, again[0], again[1])


def _read_again(article: Article) -> Article:
    """Return the article as its file is now; what a pair file said of it still counts where the file is silent."""
    from tui.articles.load import load_article

    again = load_article(article.origin)
    return replace(
        again,
        title=again.title or article.title,
        source=article.source or again.source,
        published=again.published or article.published,
        author=again.author or article.author,
    )
