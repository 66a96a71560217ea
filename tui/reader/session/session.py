"""The open pair: articles, comparison, notes, hand-made links, place, jumps, view, filter, selection, search.

Whoever draws or keeps something listens to it; every change is announced once, after it has been made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Article, Side, Span
from tui.reader.session import events
from tui.reader.session.filters import shown_sentences
from tui.reader.session.lookup import Lookup
from tui.reader.session.place import FILTERS, Filter, Layer, Marks, Place, Selection, Shown, View, view_title
from tui.reader.session.places import nearest_shown, place_at, place_of_passage, place_of_span
from tui.reader.session.search import Search
from tui.reader.session.states import detail_states

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison, DetailLevel, Mention
    from tui.notes.notebook import Notebook
    from tui.notes.open_notes import OpenNotes
    from tui.notes.placing import Placement

MOST_REMEMBERED = 100
"""So many jumps can be taken back."""


class Session:
    """The pair that is open.

    Parameters
    ----------
    left, right
        Its articles.
    view
        How it is shown at first.
    telling
        How many of the differing details are told at first.
    """

    def __init__(self, left: Article, right: Article, view: View = "reading", telling: DetailLevel = "few") -> None:
        self.lookup = Lookup((left, right))
        """What is known of the comparison."""
        self.found: Comparison | None = None
        """The engine's answer with all its details, told or not."""
        self.telling: DetailLevel = telling
        """How many of the differing details are told."""
        self.notes: OpenNotes | None = None
        """The notes and hand-made links, once they have been read."""
        self.place = Place()
        self._is_untouched = True
        """Whether the reader has gone nowhere yet."""
        self.trail: tuple[Place, ...] = ()
        """Where the reader was before each jump, the latest last."""
        self.view: View = view
        self.filter: Filter | None = None
        self.mention: Mention | None = None
        """What is chosen in the sidebar."""
        self.selection: Selection | None = None
        self.search = Search()
        self.linking: tuple[Side, int] | None = None
        """The sentence that waits to be linked with one on the other side."""
        self.turned = False
        """Whether the sides have been exchanged since the pair was opened."""
        self.marks: dict[Layer, Marks] = {}
        """What is lit."""
        self._shown_for: tuple[object, Shown | None] = (None, None)
        self._told: Comparison | None = None
        self._listeners: list[Callable[[events.Event], None]] = []

    def listen(self, listener: Callable[[events.Event], None]) -> None:
        """Tell a listener of every change from now on."""
        self._listeners.append(listener)

    def announce(self, event: events.Event) -> None:
        """Tell every listener of something that has come true."""
        for listener in self._listeners:
            listener(event)

    def say(self, words: str) -> None:
        """Tell the reader something in a few words."""
        self.announce(events.Said(words))

    # The pair.

    @property
    def articles(self) -> tuple[Article, Article]:
        """The left and the right article."""
        return self.lookup.articles

    def article(self, side: Side) -> Article:
        """Return one side's article."""
        return self.lookup.articles[SIDES.index(side)]

    def open(self, left: Article, right: Article) -> None:
        """Open another pair, not yet compared; the view stays."""
        self.lookup, self.notes, self.found = Lookup((left, right)), None, None
        self.place, self.trail, self.linking = Place(), (), None
        self.filter, self.mention, self.selection = None, None, None
        self.marks.clear()
        self.search = Search()
        self.announce(events.ArticlesOpened())
        self.show_again()
        self._is_untouched = True

    def take_links(self, comparison: Comparison) -> None:
        """Take what faces what, while the engine looks for what differs."""
        self._look_up(comparison, whole=False)

    def take_comparison(self, comparison: Comparison) -> None:
        """Take the engine's answer; the reader stays, or begins with the first sentence that faces another one."""
        self.found = comparison
        self._look_up(comparison)
        if comparison.left.text == comparison.right.text:
            self.say("Both texts are the same, letter for letter")
        elif not comparison.passages:
            self.say("Nothing that both report was found")

    def tell(self, telling: DetailLevel) -> None:
        """Tell more or fewer of the differing details."""
        self.telling = telling
        if self.found is not None:
            self._look_up(self.found)

    def _look_up(self, comparison: Comparison, *, whole: bool = True) -> None:
        from tui.compare.telling import tell_details

        told, self._told = tell_details(comparison, self.telling), None
        before, articles = self.lookup, (comparison.left, comparison.right)
        self.lookup = Lookup(articles, told, turned=self.turned, whole=whole, before=before, found=comparison)
        passages = self.lookup.passages_in_order(self.place.side)
        place, begins = self.place, self._is_untouched and bool(passages)
        if begins:
            self.place = place_of_passage(self.lookup, passages[0].number, place.side)
        else:
            self.place = place_at(self.lookup, place.side, place.sentence, passage=place.passage)
        self.announce(events.Compared())
        # What comes to links that are shown already moves nothing.
        self.show_again(move=begins or not before.linked)

    @property
    def told(self) -> Comparison:
        """The comparison as it is told, its brief with it, which is written when it is first wanted."""
        if self.found is None:
            return self.lookup.comparison
        if self._told is None:
            from tui.compare.telling import tell

            self._told = tell(self.found, self.telling)
        return self._told

    # The place.

    def go(self, place: Place | None, otherwise: str = "") -> None:
        """Make a place the current one; when there is none, say `otherwise`."""
        if place is None:
            self.say(otherwise)
            return
        here, self._is_untouched = self.place, False
        if place.side != here.side or abs(place.sentence - here.sentence) > 1:
            self.trail = (*self.trail[1 - MOST_REMEMBERED :], here)
        self._reveal(place)
        self.place = place
        self.announce(events.PlaceChanged(move=True))

    def go_to_sentence(self, side: Side, sentence: int) -> None:
        """Go to a sentence."""
        self.go(place_at(self.lookup, side, sentence))

    def go_to_span(self, side: Side, span: Span) -> None:
        """Go to the first sentence that a span touches."""
        self.go(place_of_span(self.lookup, side, span))

    def drift(self, side: Side, sentence: int) -> None:
        """Take the sentence that scrolling has brought before the eye for the current one."""
        self.place = place_at(self.lookup, side, sentence)
        self.announce(events.PlaceChanged(move=False))

    def _reveal(self, place: Place) -> None:
        """Drop view and filter where they hide a sentence that is to be gone to."""
        if self.is_hidden(place):
            self.filter = None
            if self.view == "differences":
                self.view = "reading"
            self.announce(events.ViewChanged())

    # What is shown.

    @property
    def shown(self) -> Shown | None:
        """The sentences that view and filter show, or none when they show all."""
        key = self.lookup, self.view, self.filter, self.mention
        if self._shown_for[0] != key:
            self._shown_for = (key, self._shown(self.view, self.filter))
        return self._shown_for[1]

    def _shown(self, view: View, chosen: Filter | None) -> Shown | None:
        return shown_sentences(self.lookup, view, chosen, self.mention) if self.lookup.finished else None

    @property
    def possible_view(self) -> View:
        """The view, or reading order as long as it is not known what the view goes by."""
        lookup = self.lookup
        return self.view if lookup.finished or (lookup.linked and self.view != "differences") else "reading"

    def is_hidden(self, place: Place) -> bool:
        """Say whether view and filter hide a sentence."""
        shown, count = self.shown, len(self.article(place.side).sentences)
        return shown is not None and place.sentence < count and place.sentence not in shown[SIDES.index(place.side)]

    def show(self, view: View, chosen: Filter | None) -> bool:
        """Change view and filter unless nothing would be left to see; say whether they changed."""
        key = self.lookup, view, chosen, self.mention
        shown = self._shown_for[1] if self._shown_for[0] == key else self._shown(view, chosen)
        if shown is not None and not any(shown):
            self.say(f"Nothing to show: {FILTERS[chosen] if chosen else view_title(view, self.lookup.names)}")
            return False
        self.view, self.filter, self._shown_for = view, chosen, (key, shown)
        self.show_again()
        return True

    def show_again(self, *, move: bool = True) -> None:
        """Show what view and filter ask for; the current sentence stays, or the nearest one shown takes its place.

        Without `move` the rows stay where they are as long as it does.
        """
        self.announce(events.ViewChanged())
        place = nearest_shown(self.place, self.shown)
        if place is None and move:
            self.go(self.place)
        elif place is None:
            self.announce(events.PlaceChanged(move=False))
        else:
            detail = self.place.detail if place == (self.place.side, self.place.sentence) else None
            self.go(place_at(self.lookup, *place, detail))

    def select(self, selection: Selection | None) -> None:
        """Select text, or let go of it."""
        self.selection = selection
        self.announce(events.SelectionChanged())

    def light(self, layer: Layer, marks: Marks) -> None:
        """Light spans of both texts; no spans put the layer out."""
        self.marks[layer] = marks
        self.announce(events.MarksChanged(layer))

    def show_search(self, search: Search) -> None:
        """Light what a search found, and go to the current hit."""
        self.search = search
        self.announce(events.SearchChanged())
        if search.current is not None:
            hit = search.hits[search.current]
            self.go_to_span(hit.side, hit.span)

    def walk_hits(self, step: int) -> bool:
        """Go to the next hit (`step` 1) or the one before (-1), around the end; say whether there is one."""
        hits, current = self.search.hits, self.search.current
        if not (self.search.is_open and hits):
            return False
        following = (0 if step > 0 else -1) if current is None else current + step
        self.show_search(Search(hits, following % len(hits), is_open=True))
        return True

    # Notes and links by hand.

    @property
    def placement(self) -> Placement:
        """Where everything in the notebook stands."""
        from tui.notes.placing import Placement

        return self.notes.placement if self.notes else Placement()

    def take_notes(self, notes: OpenNotes) -> None:
        """Take the notes of the pair, read from the disk."""
        self.notes = notes
        self.announce(events.NotesChanged(links_changed=False, save=False))

    def change_notes(self, label: str, change: Callable[[Notebook], Notebook]) -> bool:
        """Change the notebook and announce it; say whether it is another one now."""
        if self.notes is None:
            self.say("The notes are not open yet")
            return False
        before = self.placement.corrections
        if not self.notes.change(label, change, save=False):
            return False
        self.announce(events.NotesChanged(before != self.placement.corrections))
        return True

    def detail_states(self) -> Mapping[int, str]:
        """Return what the reader has said of the current passage's details, by position in `Comparison.details`."""
        if self.notes is None or self.place.passage is None:
            return {}
        return detail_states(self.lookup.comparison, self.placement, self.place.passage)

    def checked_links(self) -> frozenset[tuple[int, int]]:
        """Return the links that the reader has found right, as left and right sentence."""
        return self.notes.placement.checked_links if self.notes else frozenset()
