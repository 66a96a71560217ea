"""Going about: by sentences, pages, to the ends, to the other side, to what faces the sentence, and back."""

from typing import Protocol

from tui.articles.article import SIDES, Side
from tui.reader.layout.column import Column
from tui.reader.layout.pair import PairLayout
from tui.reader.moving import moves
from tui.reader.moving.actions import MOVING
from tui.reader.moving.moves import in_text, next_in_column
from tui.reader.session.place import TEXT_SIDES, UNIFIED, Place
from tui.reader.session.places import place_at
from tui.reader.session.session import Session

NO_FURTHER = ("The start of both articles is in view", "The end of both articles is in view")
"""What is said where nothing lies further up, or further down."""


class Window(Protocol):
    """What may be asked of the panes: where everything stands, and to be scrolled."""

    @property
    def layout_of_pair(self) -> PairLayout:
        """The layout for the present size, view and filter."""

    @property
    def tops(self) -> tuple[int, int]:
        """The topmost row of the left and of the right pane."""

    @property
    def pane_height(self) -> int:
        """How many rows both panes have at least."""

    @property
    def sides_are_free(self) -> bool:
        """Whether each side is scrolled alone."""

    def scroll_rows(self, rows: int, side: Side | None = None, *, tell: bool = True) -> None:
        """Scroll freely by rows."""

    def free_sides(self, free: bool) -> None:
        """Let each side be scrolled alone, or bring both level again."""


class Moving:
    """Goes about in the open pair."""

    ACTIONS = MOVING

    def __init__(self, session: Session, window: Window) -> None:
        self._pair = session
        self._window = window
        self._tour: tuple[Place, Place] | None = None
        """The sentence whose facing ones are being walked, and the one of them the reader stands on."""

    def next_sentence(self) -> None:
        """Go to the next sentence, once the end of this one has been seen."""
        self._step_sentence(1)

    def previous_sentence(self) -> None:
        """Go to the sentence before."""
        self._step_sentence(-1)

    def _step_sentence(self, step: int) -> None:
        column = self._window.layout_of_pair.column(self._pair.place.side)
        top, height = self._window.tops[SIDES.index(self._pair.place.side)], self._window.pane_height
        sentence = self._pair.place.sentence
        if sentence < len(column.last_row) and step > 0 and top + height <= column.last_row[sentence]:
            self._window.scroll_rows(max(1, height - 1))
            return
        place = next_in_column(self._pair, self._window.layout_of_pair, self._pair.place, step)
        self._pair.go(place, f"This is the {'last' if step > 0 else 'first'} sentence")

    def line_down(self) -> None:
        """Scroll one line down."""
        self._scroll(1)

    def line_up(self) -> None:
        """Scroll one line up."""
        self._scroll(-1)

    def _scroll(self, rows: int) -> None:
        before = self._window.tops
        self._window.scroll_rows(rows)
        if self._window.tops == before:
            self._pair.say(NO_FURTHER[rows > 0])

    def page_down(self) -> None:
        """Go one page down."""
        self._page(1)

    def page_up(self) -> None:
        """Go one page up."""
        self._page(-1)

    def _page(self, step: int) -> None:
        """Scroll by a page; the sentence that comes to stand where the current one stood is the next current one."""
        side = self._window.layout_of_pair.text_side or self._pair.place.side
        if side != self._pair.place.side:
            self._pair.place = in_text(self._pair, self._window.layout_of_pair, -step)
        column, height = self._window.layout_of_pair.column(side), self._window.pane_height
        before = self._window.tops[SIDES.index(side)]
        at = max(0, min(column.nearest_row(self._pair.place.sentence) - before, height - 1))
        self._window.scroll_rows(step * max(1, height - 2), tell=False)
        after = self._window.tops[SIDES.index(side)]
        if after != before and self._goes_on(column, after, height, step):
            return
        rows = range(after + at, len(column)) if step > 0 else range(min(after + at, len(column) - 1), -1, -1)
        found = (column.sentence_in(row) for row in rows if row >= 0)
        sentence = next((n for n in found if n is not None and (n - self._pair.place.sentence) * step > 0), None)
        if sentence is None or after == before:
            sentence = len(column.first_row) - 1 if step > 0 else 0
        here = self._pair.place
        self._pair.go(place_at(self._pair.lookup, side, sentence))
        if (here.side, here.sentence) == (side, self._pair.place.sentence) and after == before:
            self._pair.say(NO_FURTHER[step > 0])

    def _goes_on(self, column: Column, top: int, height: int, step: int) -> bool:
        """Say whether the current sentence goes on beyond the edge of its pane in the direction of a step."""
        sentence = self._pair.place.sentence
        if step > 0:
            return column.last_row[sentence] >= top + height
        return 0 <= column.first_row[sentence] < top

    def top(self) -> None:
        """Go to the first sentence."""
        self._go_to_end(-1)

    def bottom(self) -> None:
        """Go to the last sentence."""
        self._go_to_end(1)

    def _go_to_end(self, step: int) -> None:
        """Go to the last (`step` 1) or the first sentence."""
        layout = self._window.layout_of_pair
        side, sentence = layout.text_side or self._pair.place.side, -1 if step < 0 else 10**9
        place: Place | None = place_at(self._pair.lookup, side, sentence)
        while place is not None and layout.text_side is not None and (found := layout.beside(place, step)):
            place = place_at(self._pair.lookup, *found)
        here = self._pair.place
        self._pair.go(place)
        if here == self._pair.place:
            self._pair.say(f"This is the {'last' if step > 0 else 'first'} sentence")

    def other_side(self) -> None:
        """Let the other side lead."""
        lead = SIDES.index(self._pair.place.side)
        layout, tops = self._window.layout_of_pair, self._window.tops
        row = layout.columns[lead].nearest_row(self._pair.place.sentence) - tops[lead] + tops[1 - lead]
        other = layout.columns[1 - lead]
        beside = next((n for r in range(max(0, row), len(other)) if (n := other.sentence_in(r)) is not None), None)
        last = max(0, len(other.first_row) - 1)
        self._pair.go(moves.mirrored(self._pair.lookup, self._pair.place, last if beside is None else beside))
        if self._pair.view in TEXT_SIDES:
            self._pair.show(UNIFIED[self._pair.place.side], self._pair.filter)

    def counterpart(self) -> None:
        """Go to what faces the current sentence, again to the next that faces it, and from the last one back."""
        pair = self._pair
        lookup = pair.lookup
        origin, place = self._tour if self._tour and self._tour[1] == pair.place else (pair.place, None)
        if place is None:
            place = moves.counterpart(lookup, origin)
        else:
            place = moves.next_facing(lookup, origin, place) or origin
        self._tour = (origin, place) if place is not None and place != origin else None
        pair.go(place, f"Only the {lookup.name(pair.place.side)} says this" if lookup.linked else "Still comparing …")

    def back(self) -> None:
        """Go back to where the reader was before the last jump."""
        pair = self._pair
        here, trail = pair.place, pair.trail
        while trail:
            *earlier, place = trail
            trail = tuple(earlier)
            count = len(pair.article(place.side).sentences)
            if place.sentence < count and (place.side, place.sentence) != (here.side, here.sentence):
                pair.go(place_at(pair.lookup, place.side, place.sentence, passage=place.passage))
                pair.trail = trail
                return
        pair.trail = ()
        pair.say("There was no jump before")

    def free_sides(self) -> None:
        """Free the sides from each other, or bring them level again."""
        if self._window.layout_of_pair.text_side is not None:
            self._pair.say("In one column there are no sides to free")
            return
        self._window.free_sides(not self._window.sides_are_free)
        if not self._window.sides_are_free:
            self._pair.say("Both sides scroll together again")
