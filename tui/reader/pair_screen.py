"""The screen of one pair: it holds the place, the view and the filter, and tells every part of the screen of them."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from tui.articles.article import Article
from tui.reader import messages, moves
from tui.reader.bars import Bar, Header
from tui.reader.keys import bindings, key_label
from tui.reader.lookup import Lookup
from tui.reader.panes import Panes
from tui.reader.place import Filter, Place, Selection, View
from tui.reader.roles import RoleStyles
from tui.reader.selecting import Selecting
from tui.reader.status_bar import Context, StatusBar
from tui.reader.themed import roles_of
from tui.reader.viewing import Viewing
from tui.reader.watching import Watching
from tui.reader.word_keys import WordKeys

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison, Mention


_CONTEXTS: dict[str | None, Context] = {
    "sidebar-list": "sidebar",
    "details-list": "details",
    "search-words": "search",
}
"""What the keys go to while a widget has the focus, by its id."""


class PairScreen(Viewing, Selecting, WordKeys, Watching):
    """Both articles with everything around them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]
    AUTO_FOCUS = "Panes"

    def __init__(self, left: Article, right: Article, roles: RoleStyles, *, view: View) -> None:
        super().__init__()
        self._articles = (left, right)
        self._roles = roles
        self.lookup: Lookup = Lookup((left, right))
        self.place = Place()
        self.view: View = view
        self.filter: Filter | None = None
        self.mention: Mention | None = None
        self.selection: Selection | None = None

    def compose(self) -> ComposeResult:
        """Lay the parts out."""
        yield Header(self._roles)
        with Horizontal():
            yield from self.compose_beside()
            settings = self.reader.settings
            yield Panes(*self._articles, self._roles, measure=settings.measure, glide=settings.glide)
        yield from self.compose_below()
        yield StatusBar(self._roles, self.reader.settings.keys)

    def on_mount(self) -> None:
        """Show what is known at the start, and wear every theme that is chosen."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.use_roles(roles_of(self)))
        self._tell_bars()

    # What changes.

    def use_roles(self, roles: RoleStyles) -> None:
        """Draw in another theme."""
        self._roles = roles
        self.panes.use_roles(roles)
        for bar in self.query(Bar):
            bar.use_roles(roles)

    def show_articles(self, left: Article, right: Article) -> None:
        """Show another pair, not yet compared."""
        self._articles = (left, right)
        self.forget_notes()
        self.forget_words()
        self.lookup, self.place, self._trail = Lookup((left, right)), Place(), ()
        self.filter, self.mention, self.selection = None, None, None
        self.panes.show_articles(left, right)
        self.watch_articles(left, right)
        self._tell_lookup()

    def show_comparison(self, comparison: "Comparison") -> None:
        """Show the engine's answer; the reader stays where it is."""
        self.lookup = Lookup((comparison.left, comparison.right), comparison, turned=self.turned)
        self.place = moves.place_at(self.lookup, self.place.side, self.place.sentence)
        self.panes.show_lookup(self.lookup)
        self.show_progress("", 1.0)
        self._tell_lookup()
        if comparison.left.text == comparison.right.text:
            self.query_one(StatusBar).say("Both texts are the same, letter for letter")
        elif not comparison.passages:
            self.query_one(StatusBar).say("Nothing that both report was found")

    def show_progress(self, stage: str, share: float) -> None:
        """Show how far the engine is; nothing once it is done."""
        key = key_label(self.reader.settings.keys["leave"][0])
        self.query_one(StatusBar).show_progress(f"{stage} · {share:.0%} · {key} stops" if share < 1 else "")

    def action_leave(self) -> None:
        """Stop the comparison while it is under way; else let go of what is held."""
        if not self.lookup.finished and self.reader.stop_comparing():
            self.query_one(StatusBar).show_progress("")
            key = key_label(self.reader.settings.keys["reload"][0])
            self.query_one(StatusBar).say(f"Not compared; {key} compares")
        else:
            super().action_leave()
            self._tell_context()

    def on_descendant_focus(self) -> None:
        """Tell which keys are the most useful now."""
        self._tell_context()

    def _tell_context(self) -> None:
        self.query_one(StatusBar).show_context(self._keys_go_to())

    def _keys_go_to(self) -> Context:
        focused = self.focused.id if self.focused else None
        if focused in _CONTEXTS:
            return _CONTEXTS[focused]
        return "text" if self.mention is None else "mention"

    def go(self, place: Place | None, otherwise: str = "") -> None:
        """Make a place the current one; when there is none, say `otherwise`."""
        if place is None:
            self.query_one(StatusBar).say(otherwise)
            return
        self.remember(place)
        self.reveal(place)
        self._settle(place, move=True)

    def view_changed(self) -> None:
        """Tell which view and filter are on."""
        self.query_one(StatusBar).show_view(self.view, self.filter)

    def selection_changed(self) -> None:
        """Tell how much is selected."""
        self.query_one(StatusBar).show_selection(self.selection)

    def sides_freed(self) -> None:
        """Tell whether each side is scrolled alone."""
        self.query_one(StatusBar).show_free(self.panes.sides_are_free)

    def _settle(self, place: Place, *, move: bool) -> None:
        self.place = place
        self.panes.show_place(place, move=move)
        self.query_one(StatusBar).show_place(place)
        self._tell_context()
        self.post_message(messages.PlaceChanged(place))

    def _tell_bars(self) -> None:
        self.query_one(Header).show_lookup(self.lookup)
        self.query_one(StatusBar).show_lookup(self.lookup)
        self.show_notices()

    def _tell_lookup(self) -> None:
        self._tell_bars()
        self.show_surroundings()
        self.show_view()

    # What the parts say.

    @on(messages.GoTo)
    def _go_to(self, message: messages.GoTo) -> None:
        self.go(moves.place_of_span(self.lookup, message.side, message.span))

    @on(messages.GoToSentence)
    def _go_to_sentence(self, message: messages.GoToSentence) -> None:
        self.go(moves.place_at(self.lookup, message.side, message.sentence))

    @on(messages.LeadWith)
    def _lead_with(self, message: messages.LeadWith) -> None:
        if message.side != self.place.side:
            self.action_other_side()

    @on(messages.GoToPassage)
    def _go_to_passage(self, message: messages.GoToPassage) -> None:
        self.go(moves.place_of_passage(self.lookup, message.number, self.place.side))

    @on(messages.GoToDetail)
    def _go_to_detail(self, message: messages.GoToDetail) -> None:
        self.go(moves.place_of_detail(self.lookup, message.position, self.place.side))

    @on(messages.Scrolled)
    def _scrolled(self, message: messages.Scrolled) -> None:
        self._settle(moves.place_at(self.lookup, message.side, message.sentence), move=False)

    @on(messages.SelectionChanged)
    def _selected(self, message: messages.SelectionChanged) -> None:
        self.select(message.selection)
