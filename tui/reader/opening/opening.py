"""Bringing other articles in: opening, reading again, exchanging the sides; and telling where they are from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Protocol

from tui.articles.article import Article, ArticleError
from tui.reader.opening.actions import OPENING
from tui.reader.session.lookup import other_side
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.reader.engine.wire import Costs
    from tui.reader.mistakes import Mistake
    from tui.reader.notices import Notice
    from tui.reader.opening.pairs import KnownPair


class Stage(Protocol):
    """What may be asked of the screen."""

    def ask(self, box: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Open a box, and give its answer to `take`."""

    def tell(self, text: str, title: str, severity: str = "information", seconds: float | None = None) -> None:
        """Show something for a moment."""

    def told(self) -> tuple[Iterable[Notice], Iterable[Mistake]]:
        """Return what was told besides the articles' own warnings, and the mistakes in the user's files."""

    def costs(self) -> Costs | None:
        """Return what the last comparison has cost, when there is one."""

    def in_background(self, work: Callable[[], None], group: str) -> None:
        """Do something in a thread."""

    def from_background(self, call: Callable[..., Any], *given: Any) -> None:
        """Call something on the screen from such a thread, and wait for it."""


class Opening:
    """Opens articles.

    Parameters
    ----------
    session
        The open pair.
    stage
        The screen.
    open_pair
        Opens another pair and has it compared.
    found
        The pairs of the folder that was opened; they are offered first.
    """

    ACTIONS = OPENING

    def __init__(
        self,
        session: Session,
        stage: Stage,
        open_pair: Callable[[Article, Article], None],
        found: tuple[KnownPair, ...],
    ) -> None:
        self._pair = session
        self._stage = stage
        self._open_pair = open_pair
        self._found = found

    def open(self) -> None:
        """Open other articles."""
        from tui.reader.opening.open_box import OpenBox

        self._stage.ask(OpenBox(found=self._found), self._take)

    def _take(self, articles: tuple[Article, Article] | None) -> None:
        if articles is not None:
            self._pair.turned = False
            self._open_pair(*articles)

    def swap_sides(self) -> None:
        """Make left right and right left; the reader stays on the same sentence."""
        pair = self._pair
        (left, right), place = pair.articles, pair.place
        pair.turned = not pair.turned
        self._open_pair(right, left)
        pair.go_to_sentence(other_side(place.side), place.sentence)

    def reload(self) -> None:
        """Read both articles again."""
        from tui.reader.opening.pairs import is_found_again

        articles = self._pair.articles
        if not any(is_found_again(article) for article in articles):
            self._pair.say("These articles came from no file or address that could be read again")
            return
        self._pair.say("Reading both articles again …")
        self._stage.in_background(lambda: self._read_again(articles), "reload")

    def _read_again(self, articles: tuple[Article, Article]) -> None:
        from tui.articles.load import load_article
        from tui.reader.opening.pairs import is_found_again

        try:
            again = [load_article(one.origin, refresh=True) if is_found_again(one) else one for one in articles]
        except Exception as error:
            told = str(error) if isinstance(error, ArticleError) else f"{type(error).__name__}: {error}"
            self._stage.from_background(self._stage.tell, told, "Reload", "error")
            return
        self._stage.from_background(self.show_again, articles, again[0], again[1])

    def show_again(self, before: tuple[Article, Article], left: Article, right: Article) -> None:
        """Show articles that have been read again, unless others than those `before` are open by now."""
        pair = self._pair
        if pair.articles != before:
            return
        if (left.text, right.text) == (before[0].text, before[1].text):
            pair.say("Nothing has changed in either article")
            return
        place = pair.place
        self._open_pair(left, right)
        pair.go_to_sentence(place.side, place.sentence)
        pair.say("Read again")

    def about(self) -> None:
        """Show where both articles are from, and what was told of them."""
        from tui.reader.opening.about_box import AboutBox, about_items

        self._stage.ask(AboutBox(about_items(self._pair.lookup, *self._stage.told(), self._stage.costs())))
