"""The layout of a pair: columns, level and marks of both sides for one size, view and filter."""

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side
from tui.reader.layout.column import BLANK, Column, reading_column
from tui.reader.layout.geometry import INDENT, MEASURE, Geometry, arrange, arrange_single
from tui.reader.layout.gutter import Join, away
from tui.reader.layout.level import Level
from tui.reader.layout.orders import Orders
from tui.reader.layout.overview import overview_marks
from tui.reader.layout.source import Source
from tui.reader.session.lookup import MARK_ROLES, Lookup, other_side
from tui.reader.session.place import TEXT_SIDES, Place, Shown, View
from tui.reader.session.search import Hits

if TYPE_CHECKING:
    from tui.reader.layout.wanted import Spans


class PairLayout:
    """Where everything of a pair stands."""

    def __init__(self, lookup: Lookup, geometry: Geometry, columns: tuple[Column, Column], view: View) -> None:
        self.lookup = lookup
        self.geometry = geometry
        self.columns = columns
        self.view = view
        self._level: tuple[object, Level] | None = None
        self._overview: dict[tuple[int, int], list[str]] = {}

    def in_geometry(self, geometry: Geometry) -> "PairLayout":
        """Return the same rows elsewhere on the screen: itself where that is where they are, else a layout of them."""
        if geometry == self.geometry:
            return self
        moved = PairLayout(self.lookup, geometry, self.columns, self.view)
        moved._level, moved._overview = self._level, self._overview
        return moved

    def told_otherwise(self, lookup: Lookup) -> "PairLayout":
        """Return the same rows with what is known of the comparison now, which has the same rows."""
        told = PairLayout(lookup, self.geometry, self.columns, self.view)
        if lookup.chains is self.lookup.chains:
            told._level = self._level
        if all(one is other for one, other in zip(lookup.marks, self.lookup.marks, strict=True)):
            told._overview = self._overview
        return told

    @cached_property
    def mostly_differs(self) -> bool:
        """Whether a mark of differing details tells little, since most of what both sides report has it."""
        left, right = map(Counter, self.lookup.marks)
        counts = left + right
        return counts["≠"] > counts["="] + counts["≈"] + counts["!"]

    @property
    def text_side(self) -> Side | None:
        """Whose text it is when both sides share one column."""
        return TEXT_SIDES.get(self.view)

    def stands_back(self, side: Side, sentence: int) -> bool:
        """Say whether a sentence is only shown for what it says otherwise than the text above it."""
        return self.text_side not in (None, side) and bool(self.lookup.passages_with(side, sentence))

    def beside(self, place: Place, step: int) -> tuple[Side, int] | None:
        """Return the sentence that begins next below a place (`step` 1), or above it (-1), on whichever side."""
        row = self.column(place.side).nearest_row(place.sentence) + step
        while 0 <= row < max(len(column) for column in self.columns):
            for side, column in zip(SIDES, self.columns, strict=True):
                if row < len(column) and column.begins[row] >= 0:
                    return side, column.begins[row]
            row += step
        return None

    def side_in(self, row: int) -> Side | None:
        """Return the side that has text, or a fold, in a row that both share; none in an empty row."""
        for side, column in zip(SIDES, self.columns, strict=True):
            if 0 <= row < len(column) and column.starts[row] != BLANK:
                return side
        return None

    def column(self, side: Side) -> Column:
        """Return one side's rows."""
        return self.columns[SIDES.index(side)]

    def chain(self, place: Place) -> tuple[tuple[int, int], ...]:
        """Return the left and right sentences that stand level one after another while a place is the current one."""
        return self.lookup.chains.through(self.lookup.level_pair(place))

    def level(self, place: Place) -> Level:
        """Return the map between the rows of both sides while a place is the current one."""
        chain = self.chain(place)
        facing = self.view != "reading"
        if self._level is None or self._level[0] is not chain:
            self._level = (chain, Level(*self.columns, () if facing else chain))
        return self._level[1]

    def height(self, place: Place) -> int:
        """Return how many rows a sentence or what faces it needs, whichever needs more."""
        column, other = self.column(place.side), self.columns[1 - SIDES.index(place.side)]
        counterpart = self.lookup.counterpart(place)
        rows = _rows(column, place.sentence)
        if self.text_side is not None:
            return rows
        return max(rows, _rows(other, counterpart)) if counterpart is not None else rows

    def extent(self, place: Place, most: int) -> tuple[int, int]:
        """Return the first row to be seen of a place, and how many: what faces it too, also where it stands apart.

        Where both stand in one column further from each other than `most` rows, the place alone is to be seen.
        """
        column, rows = self.column(place.side), self.height(place)
        row, counterpart = column.nearest_row(place.sentence), self.lookup.counterpart(place)
        if self.text_side is not None and counterpart is not None:
            other = self.columns[1 - SIDES.index(place.side)]
            first = other.first_row[counterpart]
            together = min(row, first), max(row + rows, other.last_row[counterpart] + 1)
            if first >= 0 and together[1] - together[0] <= most:
                return together[0], together[1] - together[0]
        return row, rows

    def overview(self, side: int, height: int) -> list[str]:
        """Return the strongest mark in each cell of the overview."""
        key = (side, height)
        if key not in self._overview:
            self._overview[key] = overview_marks(self.columns[side], self.lookup.marks[side], height)
        return self._overview[key]

    def edge_mark(self, side: int, row: int, tops: tuple[int, int]) -> tuple[str, int]:
        """Return what stands at the right edge of a row of stacked panes, which have no gutter between them.

        That is an arrow where a sentence begins whose counterpart is off the screen, and its passage's number; else a
        blank and 0.
        """
        if not self.geometry.stacked:
            return " ", 0
        column, other = self.columns[side], self.columns[1 - side]
        sentence = column.begins[row] if 0 <= row < len(column) else -1
        passages = self.lookup.passages_with(SIDES[side], sentence) if sentence >= 0 else ()
        if not passages:
            return " ", 0
        facing = {n for one in passages for n in self.lookup.facing(Place(SIDES[side], sentence, one.number))}
        rows = [other.first_row[n] - tops[1 - side] for n in facing if other.first_row[n] >= 0]
        return away(rows, self.geometry.heights[1 - side]), passages[0].number

    def joins(self, tops: tuple[int, int], height: int, place: Place, *, lines: bool = True) -> list[Join]:
        """Return the passages with a sentence on the screen, for the gutter.

        Without `lines` only the current one is joined by a line; of the others those next to it in the leading side's
        order are marked.
        """
        numbers: dict[int, None] = {}
        for side, column, top in zip(SIDES, self.columns, tops, strict=True):
            for row in range(max(0, top), min(len(column), top + height)):
                if column.begins[row] >= 0:
                    passages = self.lookup.passages_with(side, column.begins[row])
                    numbers.update((passage.number, None) for passage in passages)
        found = []
        near = None if lines else self._near(place)
        for number in numbers if near is None else (number for number in numbers if number in near):
            passage = self.lookup.passage_numbered(number)
            rows = [
                tuple(column.first_row[n] - top for n in sentences if column.first_row[n] >= 0)
                for column, top, sentences in zip(self.columns, tops, (passage.left, passage.right), strict=True)
            ]
            role = MARK_ROLES[self.lookup.passage_mark(passage)]
            found.append(
                Join(number, rows[0], rows[1], role, number == place.passage, lines or number == place.passage)
            )
        return found

    def _near(self, place: Place) -> frozenset[int]:
        """Return the numbers of the current passage and of those before and after the place on the leading side."""
        order, firsts = self.lookup.passages_in_order(place.side), self.lookup.passage_starts(place.side)
        before, after = bisect_left(firsts, place.sentence), bisect_right(firsts, place.sentence)
        near = [passage.number for passage in (*order[max(0, before - 1) : before], *order[after : after + 1])]
        own = [one.number for one in self.lookup.passages_with(place.side, place.sentence)]
        return frozenset([*own, *near])


def _rows(column: Column, sentence: int) -> int:
    if sentence >= len(column.first_row) or column.first_row[sentence] < 0:
        return 1
    return column.last_row[sentence] - column.first_row[sentence] + 1


def lay_out(
    lookup: Lookup,
    sources: tuple[Source, Source],
    size: tuple[int, int],
    view: View = "reading",
    shown: Shown | None = None,
    measure: int = MEASURE,
    wanted: "Spans" = ((), ()),
    apart: bool = False,
) -> PairLayout:
    """Return the layout of a pair in a size in cells; the rest is as for `arranged` and `make_columns`."""
    geometry = arranged(lookup, size, view, measure)
    orders = Orders(lookup.articles, lookup.passages)
    columns = make_columns(lookup, orders, sources, geometry.text_widths, view, shown, wanted, Hits(), apart)
    return PairLayout(lookup, geometry, columns, view)


def make_columns(
    lookup: Lookup,
    orders: Orders,
    sources: tuple[Source, Source],
    widths: tuple[int, int],
    view: View,
    shown: Shown | None,
    wanted: "Spans",
    hits: Hits,
    apart: bool,
) -> tuple[Column, Column]:
    """Return the rows of both sides.

    Parameters
    ----------
    lookup
        What is known of the comparison.
    orders
        In which order its sentences stand in the views.
    sources
        Both articles, made ready for drawing.
    widths
        How many cells of text stand in a row of each.
    view
        In which order the rows stand.
    shown
        The sentences to show while all others are folded; none for all.
    wanted, hits
        What has to be seen on the left and on the right besides the details, where a view would cut it.
    apart
        Whether in reading order each sentence begins a row of its own.
    """
    text = TEXT_SIDES.get(view)
    if text is not None:
        from tui.reader.layout.wanted import wanted_hits, wanted_spans

        number = SIDES.index(other := other_side(text))
        spans, rows = tuple(wanted[number]), orders.rows(sources, widths, text, shown)
        rows = rows.kept((lookup, spans), lambda: wanted_spans(lookup, other, spans))
        if hits:
            rows = rows.seeing(wanted_hits(sources[number], other, rows.cut, hits, rows.wanted))
        return rows.columns()
    if view == "reading":
        left, right = shown or (None, None)
        return reading_column(sources[0], widths[0], left, apart), reading_column(sources[1], widths[1], right, apart)
    from tui.reader.layout.facing import facing_columns

    return facing_columns(sources, widths, orders.cells("right" if view == "rows-right" else "left"), shown)


def arranged(lookup: Lookup, size: tuple[int, int], view: View, measure: int = MEASURE) -> Geometry:
    """Return where everything stands in a size in cells, with rows of prose no longer than `measure` cells."""
    text = TEXT_SIDES.get(view)
    if text is None:
        return arrange(*size, len(lookup.passages), measure)
    return arrange_single(*size, len(lookup.passages), measure, (0, INDENT) if text == "left" else (INDENT, 0))
