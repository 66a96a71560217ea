"""Noticing that an article has changed on disk, and telling what the reader should know of how a text was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from tui.articles.article import SIDES, Article, ArticleError
from tui.articles.watch import Watch, watch_files
from tui.reader.opening.opening import Opening
from tui.reader.session.session import Session

SECONDS_BETWEEN_LOOKS = 1.0
_SECONDS_SHOWN = 12.0


class Stage(Protocol):
    """What may be asked of the screen."""

    def tell(self, text: str, title: str, severity: str = "information", seconds: float | None = None) -> None:
        """Show something for a moment."""

    def in_background(self, work: Callable[[], None], group: str) -> None:
        """Do something in a thread."""

    def from_background(self, call: Callable[..., Any], *given: Any) -> None:
        """Call something on the screen from such a thread, and wait for it."""

    def every(self, seconds: float, call: Callable[[], None]) -> None:
        """Call something again and again."""


class Watching:
    """Watches the articles of the open pair."""

    def __init__(self, session: Session, stage: Stage, opening: Opening) -> None:
        self._pair = session
        self._stage = stage
        self._opening = opening
        self._watch = Watch(())
        self._told: tuple[str, ...] = ()

    def begin(self) -> None:
        """Begin to watch."""
        self.watch_again()
        self._stage.every(SECONDS_BETWEEN_LOOKS, self._look)

    def watch_again(self) -> None:
        """Watch the files of the articles open now, and tell their warnings if they are new."""
        left, right = self._pair.articles
        self._watch = watch_files(left.origin, right.origin)
        told = (*left.warnings, *right.warnings)
        if told != self._told:
            self._told = told
            for side, article in zip(SIDES, (left, right), strict=True):
                if article.warnings:
                    title = f"{self._pair.lookup.name(side)} · {article.source or article.origin}"
                    self._stage.tell("\n".join(article.warnings), title, "warning", _SECONDS_SHOWN)

    def _look(self) -> None:
        self._watch, changed = self._watch.look()
        if changed:
            articles = self._pair.articles
            self._stage.in_background(lambda: self._read_changed(changed, articles), "reload")

    def _read_changed(self, changed: tuple[str, ...], articles: tuple[Article, Article]) -> None:
        try:
            again = [_read_again(one) if one.origin in changed else one for one in articles]
        except ArticleError as error:
            self._stage.from_background(self._stage.tell, str(error), "Changed on disk", "error")
            return
        self._stage.from_background(self._opening.show_again, articles, again[0], again[1])


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
