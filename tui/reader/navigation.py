"""The keys that move: each action asks `moves` for the next place and tells the screen to go there."""

from collections.abc import Callable

from textual.screen import Screen

from tui.articles.article import SIDES, Side
from tui.reader import moves
from tui.reader.layout.column import Column
from tui.reader.lookup import Lookup, other_side
from tui.reader.panes import Panes
from tui.reader.place import Place

MOST_REMEMBERED = 100
"""So many jumps can be taken back."""
NOTHING = {"passage": "Nothing that both report was found"}
"""What is said where there is nothing of a kind to go to."""


class Navigation(Screen[None]):
    """The moving half of the pair's screen."""

    lookup: Lookup
    place: Place
    _tour: tuple[Place, Place] | None = None
    """The sentence whose facing ones are being walked, and the one of them the reader stands on."""
    _trail: tuple[Place, ...] = ()
    """Where the reader was before each jump, the latest last."""

    @property
    def panes(self) -> Panes:
        """The widget that draws both articles."""
        return self.query_one(Panes)

    def go(self, place: Place | None, otherwise: str = "") -> None:
        """Make a place the current one; when there is none, say `otherwise`."""
        raise NotImplementedError

    def _step(self, move: Callable[[Lookup, Place, int], Place | None], step: int, what: str, total: int) -> None:
        if not self.lookup.finished:
            self.go(None, "Still comparing …")
            return
        place = move(self.lookup, self._in_text(step), step)
        while place is not None and self.is_hidden(place):
            place = move(self.lookup, place, step)
        if total:
            self.go(place, f"No {what} {'after' if step > 0 else 'before'} this one")
        else:
            self.go(place, NOTHING.get(what, f"There is no {what}"))

    def _in_text(self, step: int) -> Place:
        """Return the current place, or where both sides share one column the place in the text that it belongs to.

        Where nothing faces the current sentence, that is the one of the text that comes before it on the way of `step`.
        """
        layout, place = self.panes.layout_of_pair, self.place
        if layout.text_side in (None, place.side):
            return place
        facing = moves.counterpart(self.lookup, place)
        if facing is not None:
            return facing
        found: tuple[Side, int] | None = (place.side, place.sentence)
        while found is not None and found[0] == place.side:
            found = layout.beside(moves.place_at(self.lookup, *found), -step)
        end = -1 if step > 0 else 10**9
        return Place(other_side(place.side), end) if found is None else moves.place_at(self.lookup, *found)

    def is_hidden(self, place: Place) -> bool:
        """Say whether view and filter hide a sentence."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Let go of what is held: a selection, a search, a mention."""

    def action_next_sentence(self) -> None:
        """Go to the next sentence, once the end of this one has been seen."""
        self._step_sentence(1)

    def action_previous_sentence(self) -> None:
        """Go to the sentence before."""
        self._step_sentence(-1)

    def _step_sentence(self, step: int) -> None:
        panes = self.panes
        column = panes.layout_of_pair.column(self.place.side)
        top, height = panes.tops[SIDES.index(self.place.side)], panes.pane_height
        sentence = self.place.sentence
        if sentence < len(column.last_row) and step > 0 and top + height <= column.last_row[sentence]:
            panes.scroll_rows(max(1, height - 1))
            return
        place = self._next_in_column(self.place, step)
        self.go(place, f"This is the {'last' if step > 0 else 'first'} sentence")

    def _next_in_column(self, place: Place, step: int) -> Place | None:
        """Return the next shown sentence: of the leading side, or of either where both share one column."""
        layout = self.panes.layout_of_pair
        if layout.text_side is not None:
            found = layout.beside(place, step)
            return moves.place_at(self.lookup, *found, passage=place.passage) if found else None
        following = moves.next_sentence(self.lookup, place, step)
        while following is not None and self.is_hidden(following):
            following = moves.next_sentence(self.lookup, following, step)
        return following

    def action_suspend(self) -> None:
        """Put the program aside; the shell has the terminal until the program is brought back."""
        self.app.action_suspend_process()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()

    def action_line_down(self) -> None:
        """Scroll one line down."""
        self.panes.scroll_rows(1)

    def action_line_up(self) -> None:
        """Scroll one line up."""
        self.panes.scroll_rows(-1)

    def action_page_down(self) -> None:
        """Go one page down."""
        self._page(1)

    def action_page_up(self) -> None:
        """Go one page up."""
        self._page(-1)

    def _page(self, step: int) -> None:
        """Scroll by a page; the sentence that comes to stand where the current one stood is the next current one."""
        panes = self.panes
        side = panes.layout_of_pair.text_side or self.place.side
        if side != self.place.side:
            self.place = self._in_text(-step)
        column, height = panes.layout_of_pair.column(side), panes.pane_height
        before = panes.tops[SIDES.index(side)]
        at = max(0, min(column.nearest_row(self.place.sentence) - before, height - 1))
        panes.scroll_rows(step * max(1, height - 2), tell=False)
        after = panes.tops[SIDES.index(side)]
        if after != before and self._goes_on(column, after, height, step):
            return
        rows = range(after + at, len(column)) if step > 0 else range(min(after + at, len(column) - 1), -1, -1)
        found = (column.sentence_in(row) for row in rows if row >= 0)
        sentence = next((n for n in found if n is not None and (n - self.place.sentence) * step > 0), None)
        if sentence is None or after == before:
            sentence = len(column.first_row) - 1 if step > 0 else 0
        self.go(moves.place_at(self.lookup, side, sentence))

    def _goes_on(self, column: Column, top: int, height: int, step: int) -> bool:
        """Say whether the current sentence goes on beyond the edge of its pane in the direction of a step."""
        sentence = self.place.sentence
        if step > 0:
            return column.last_row[sentence] >= top + height
        return 0 <= column.first_row[sentence] < top

    def action_top(self) -> None:
        """Go to the first sentence."""
        self._go_to_end(-1)

    def action_bottom(self) -> None:
        """Go to the last sentence."""
        self._go_to_end(1)

    def _go_to_end(self, step: int) -> None:
        """Go to the last (`step` 1) or the first sentence."""
        layout = self.panes.layout_of_pair
        side, sentence = layout.text_side or self.place.side, -1 if step < 0 else 10**9
        place: Place | None = moves.place_at(self.lookup, side, sentence)
        while place is not None and layout.text_side is not None and (found := layout.beside(place, step)):
            place = moves.place_at(self.lookup, *found)
        self.go(place)

    def action_next_passage(self) -> None:
        """Go to the next passage."""
        self._step(moves.next_passage, 1, "passage", len(self.lookup.passages))

    def action_previous_passage(self) -> None:
        """Go to the passage before."""
        self._step(moves.next_passage, -1, "passage", len(self.lookup.passages))

    def action_next_detail(self) -> None:
        """Go to the next differing detail."""
        self._step(moves.next_detail, 1, "differing detail", len(self.lookup.details))

    def action_previous_detail(self) -> None:
        """Go to the differing detail before."""
        self._step(moves.next_detail, -1, "differing detail", len(self.lookup.details))

    def action_next_conflict(self) -> None:
        """Go to the next conflict."""
        self._step(moves.next_conflict, 1, "conflict", self._count_conflicts())

    def action_previous_conflict(self) -> None:
        """Go to the conflict before."""
        self._step(moves.next_conflict, -1, "conflict", self._count_conflicts())

    def _count_conflicts(self) -> int:
        return sum(detail.conflict for detail in self.lookup.details)

    def action_next_one_sided(self) -> None:
        """Go to the next sentence only this side has."""
        self._step_one_sided(1)

    def action_previous_one_sided(self) -> None:
        """Go to the sentence before that only this side has."""
        self._step_one_sided(-1)

    def _step_one_sided(self, step: int) -> None:
        """Go to the next sentence that one side alone has: the leading one, or either where both share one column."""
        if self.panes.layout_of_pair.text_side is None or not self.lookup.finished:
            side = self.place.side
            what = f"sentence only on the {self.lookup.name(side)}"
            self._step(moves.next_one_sided, step, what, len(self.lookup.one_sided(side)))
            return
        place = self._next_in_column(self.place, step)
        while place is not None and not self.lookup.is_one_sided(place.side, place.sentence):
            place = self._next_in_column(place, step)
        self.go(place, f"No sentence on one side only {'after' if step > 0 else 'before'} this one")

    def action_other_side(self) -> None:
        """Let the other side lead."""
        panes = self.panes
        lead = SIDES.index(self.place.side)
        layout, tops = panes.layout_of_pair, panes.tops
        row = layout.columns[lead].nearest_row(self.place.sentence) - tops[lead] + tops[1 - lead]
        other = layout.columns[1 - lead]
        beside = next((n for r in range(max(0, row), len(other)) if (n := other.sentence_in(r)) is not None), None)
        last = max(0, len(other.first_row) - 1)
        self.go(moves.mirrored(self.lookup, self.place, last if beside is None else beside))

    def action_counterpart(self) -> None:
        """Go to what faces the current sentence, again to the next that faces it, and from the last one back."""
        origin, place = self._tour if self._tour and self._tour[1] == self.place else (self.place, None)
        if place is None:
            place = moves.counterpart(self.lookup, origin)
        else:
            place = moves.next_facing(self.lookup, origin, place) or origin
        self._tour = (origin, place) if place is not None and place != origin else None
        self.go(
            place,
            f"Only the {self.lookup.name(self.place.side)} says this" if self.lookup.finished else "Still comparing …",
        )

    def action_back(self) -> None:
        """Go back to where the reader was before the last jump."""
        trail = self._trail
        while trail:
            *earlier, place = trail
            trail = tuple(earlier)
            count = len(self.lookup.articles[SIDES.index(place.side)].sentences)
            if place.sentence < count and (place.side, place.sentence) != (self.place.side, self.place.sentence):
                self.go(moves.place_at(self.lookup, place.side, place.sentence, passage=place.passage))
                self._trail = trail
                return
        self._trail = ()
        self.go(None, "There was no jump before")

    def remember(self, place: Place) -> None:
        """Keep the current place to go back to, where another one is not just the next sentence."""
        here = self.place
        if place.side != here.side or abs(place.sentence - here.sentence) > 1:
            self._trail = (*self._trail[1 - MOST_REMEMBERED :], here)

    def action_free_sides(self) -> None:
        """Free the sides from each other, or bring them level again."""
        panes = self.panes
        if panes.layout_of_pair.text_side is not None:
            self.go(None, "In one column there are no sides to free")
            return
        panes.free_sides(not panes.sides_are_free)
        self.sides_freed()

    def sides_freed(self) -> None:
        """Tell whoever shows whether each side is scrolled alone."""
