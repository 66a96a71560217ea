"""One line of the pair after another: panes, gutter and overview put together from the layout."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui.articles.article import SIDES, Article, Side, Span
from tui.reader.layout.geometry import Box
from tui.reader.layout.gutter import GutterCell, draw_gutter
from tui.reader.layout.overview import GOING_ON, overview_cells, overview_window
from tui.reader.layout.pair import PairLayout
from tui.reader.panes.lit import Lit, LitSpans, current_spans
from tui.reader.panes.paint import SIDE_ARROWS, Inks, fit, gutter_segments, pane_row, shortened
from tui.reader.session.lookup import MARK_ROLES
from tui.reader.session.place import Place, Selection
from tui.reader.session.places import current_sentences
from tui.reader.session.signs import MARGIN

LEADING_BAR, FACING_BAR = "▌", "│"
KEPT_ROWS = 4096


class Drawing:
    """Draws the lines of one layout."""

    def __init__(
        self,
        layout: PairLayout,
        size: tuple[int, int],
        lit: LitSpans,
        inks: Inks,
        *,
        all_lines: bool = True,
        before: "Drawing | None" = None,
    ) -> None:
        self.layout = layout
        self.size = size
        self._inks = inks
        self._all_lines = all_lines
        self._lit = lit
        self._note_rows = tuple(
            [column.row_of(span.start) for span, _ in spans]
            for column, spans in zip(layout.columns, lit.notes, strict=True)
        )
        self._rows: dict[object, list[Segment]] = before._rows if before and before._has_rows_of(self) else {}
        self._current: tuple[object, tuple[list[Lit], list[Lit]]] = (None, ([], []))
        self._gutter: tuple[object, list[list[GutterCell]]] = (None, [])
        self._overview_current: tuple[object, tuple[frozenset[int], frozenset[int]]] = (
            None,
            (frozenset(), frozenset()),
        )

    def _has_rows_of(self, other: "Drawing") -> bool:
        """Say whether another drawing has the same rows, wherever they stand on the screen."""
        one, two = self.layout, other.layout
        widths = [
            (geometry.left.width, geometry.right.width, geometry.margin, geometry.indents)
            for geometry in (one.geometry, two.geometry)
        ]
        same = one.columns is two.columns and one.lookup is two.lookup and widths[0] == widths[1]
        return same and self._lit is other._lit and self._inks is other._inks

    def line(self, y: int, place: Place, selection: Selection | None, tops: tuple[int, int]) -> Strip:
        """Return line `y` of the pair as strip, exactly as wide as the pair."""
        geometry, inks = self.layout.geometry, self._inks
        pieces: list[tuple[int, list[Segment]]] = []
        for number in (0, 1):
            pieces += self._side_of_line(number, y, place, selection, tops)
        gutter = geometry.gutter
        if gutter.width and gutter.y <= y < gutter.y + gutter.height:
            cells = self._gutter_cells(place, tops)
            pieces.append((gutter.x, gutter_segments(cells[y - gutter.y], inks)))
        overview = geometry.overview
        if overview.width and overview.y <= y < overview.y + overview.height:
            pieces.append((overview.x, self._overview(y - overview.y, place, tops)))
        line: list[Segment] = []
        at = 0
        for x, piece in sorted(pieces, key=lambda one: one[0]):
            if x > at:
                line.append(Segment(" " * (x - at), inks.base))
            line += piece
            at = x + sum(segment.cell_length for segment in piece)
        return Strip(Segment.simplify(fit(line, self.size[0], inks.base)), self.size[0])

    def _side_of_line(
        self, number: int, y: int, place: Place, selection: Selection | None, tops: tuple[int, int]
    ) -> list[tuple[int, list[Segment]]]:
        """Return what one side has in a line, its title or a row, and where it begins; or nothing."""
        geometry, side = self.layout.geometry, SIDES[number]
        box, title = geometry.pane(side), self._title_room(side)
        if box.width > 0 and y == title.y:
            return [(title.x, self._title(side, title.width, place))]
        row = tops[number] + y - box.y
        if box.width <= 0 or not box.y <= y < box.y + box.height or not self._is_drawn(side, row):
            return []
        segments = self._pane_row(number, row, place, selection)
        arrow, _ = self.layout.edge_mark(number, row, tops)
        if arrow != " ":
            segments = [*fit(segments, box.width - 1, self._inks.base), Segment(arrow, self._inks.mark("muted"))]
        return [(box.x, segments)]

    def _title_room(self, side: Side) -> Box:
        box = self.layout.geometry.pane(side)
        room = Box(box.x, box.y - 1, box.width, 1)
        return half_of(room, side) if self.layout.geometry.single else room

    def title_at(self, x: int, y: int) -> Side | None:
        """Return the side whose title stands in a cell."""
        return next((side for side in SIDES if self._title_room(side).holds(x, y)), None)

    def _is_drawn(self, side: Side, row: int) -> bool:
        """Say whether a row is drawn as one of this side: always, but where both share one column."""
        text = self.layout.text_side
        return text is None or side == (self.layout.side_in(row) or text)

    def _pane_row(self, number: int, row: int, place: Place, selection: Selection | None) -> list[Segment]:
        column, side = self.layout.columns[number], SIDES[number]
        if not 0 <= row < len(column) or column.starts[row] < 0:
            return pane_row(self.layout, side, row, " ", (), self._inks)
        key = (place, selection)
        if self._current[0] != key:
            self._current = (key, current_spans(self.layout.lookup, place, selection))
        start, end = column.starts[row], column.ends[row]
        current = tuple(one for one in self._current[1][number] if one[0].start < end and start < one[0].end)
        bar = " "
        if any(role == "current" for _, role in current):
            bar = LEADING_BAR if side == place.side else FACING_BAR
        row_key = (number, row, bar, current)
        kept = self._rows.get(row_key)
        if kept is None:
            if len(self._rows) >= KEPT_ROWS:
                self._rows.clear()
            under = [one for one in current if one[1] == "current"]
            sentence = column.sentence_in(row)
            if not under and sentence is not None and self.layout.stands_back(side, sentence):
                under = [(Span(start, end), "muted")]
            over = [one for one in current if one[1] != "current"]
            lit = [*under, *self._lit.in_row(number, column, row), *over]
            kept = self._rows[row_key] = pane_row(self.layout, side, row, bar, lit, self._inks)
        return kept

    def _title(self, side: Side, width: int, place: Place) -> list[Segment]:
        leads = side == place.side
        article = self.layout.lookup.articles[SIDES.index(side)]
        style = self._inks.mark("accent" if leads else "muted")
        name = self.layout.lookup.name(side)
        if self.layout.text_side not in (None, side):
            name = f"{SIDE_ARROWS[side]} {name}"
        text = f"{LEADING_BAR if leads else ' '}{title_words(name, article, width - 2)}"
        return fit([Segment(text, style)], width, self._inks.base)

    def _gutter_cells(self, place: Place, tops: tuple[int, int]) -> list[list[GutterCell]]:
        gutter = self.layout.geometry.gutter
        key = (tops, place.passage, place.side, place.sentence)
        if self._gutter[0] != key:
            joins = self.layout.joins(tops, gutter.height, place, lines=self._all_lines)
            self._gutter = (key, draw_gutter(joins, gutter.width, gutter.height))
        return self._gutter[1]

    def passage_at(self, x: int, y: int, place: Place, tops: tuple[int, int]) -> int | None:
        """Return the number of the passage whose line or arrow stands in a cell between or beside the panes."""
        geometry = self.layout.geometry
        for number, side in enumerate(SIDES):
            box = geometry.pane(side)
            if geometry.stacked and box.holds(x, y) and x == box.x + box.width - 1:
                arrow, passage = self.layout.edge_mark(number, tops[number] + y - box.y, tops)
                return passage if arrow != " " else None
        gutter = geometry.gutter
        if not gutter.holds(x, y):
            return None
        return self._gutter_cells(place, tops)[y - gutter.y][x - gutter.x].number or None

    def signs_in_view(self, tops: tuple[int, int]) -> frozenset[str]:
        """Return the marks in the margins of the rows in view."""
        seen: set[str] = set()
        for column, marks, top, height in zip(
            self.layout.columns, self.layout.lookup.marks, tops, self.layout.geometry.heights, strict=True
        ):
            begun = column.begins[max(0, top) : max(0, top + height)]
            seen.update(marks[sentence] for sentence in begun if sentence >= 0)
        return frozenset(seen)

    def sign_at(self, x: int, y: int, place: Place, tops: tuple[int, int]) -> str:
        """Return what the sign in a cell says, or nothing where there is none."""
        layout, geometry = self.layout, self.layout.geometry
        for number, side in enumerate(SIDES):
            box, column, row = geometry.pane(side), layout.columns[number], tops[number] + y - geometry.pane(side).y
            in_margin = box.holds(x, y) and x < box.x + geometry.margin and 0 <= row < len(column)
            if in_margin and self._is_drawn(side, row) and (sentence := column.begins[row]) >= 0:
                sign = MARGIN.get(layout.lookup.marks[number][sentence])
                numbers = ", ".join(str(one.number) for one in layout.lookup.passages_with(side, sentence))
                where = f" · passage {numbers}" if numbers else ""
                return f"{sign.sign} {sign.meaning}{where}" if sign else "what belongs to the page, not to the news"
        overview = geometry.overview
        if overview.holds(x, y) and 0 <= (number := x - overview.x) <= 1:
            sign = MARGIN.get(layout.overview(number, overview.height)[y - overview.y])
            return f"{sign.sign} {sign.meaning}" if sign else ""
        passage = self.passage_at(x, y, place, tops)
        return f"passage {passage}: a click goes there" if passage else ""

    def _overview(self, cell: int, place: Place, tops: tuple[int, int]) -> list[Segment]:
        layout, inks = self.layout, self._inks
        height = layout.geometry.overview.height
        lead = SIDES.index(place.side)
        seen = cell in overview_window(layout.columns[lead], tops[lead], layout.geometry.heights[lead], height)
        segments = []
        for number, side in enumerate(SIDES):
            column = layout.columns[number]
            mark = layout.overview(number, height)[cell]
            role = "gutter" if mark == GOING_ON else MARK_ROLES.get(mark, f"only-{side}")
            if mark == "≠" and layout.mostly_differs:
                role = "muted"
            if cell in overview_cells(column, self._note_rows[number], height):
                mark, role = "◆", "note-1"
            if cell in self._current_cells(number, place, height):
                role = "cursor"
            segments.append(Segment(mark, inks.overview(role) if seen else inks.mark(role)))
        segments.append(Segment("▐" if seen else " ", inks.mark("muted")))
        return segments

    def _current_cells(self, number: int, place: Place, height: int) -> frozenset[int]:
        """Return the cells of the overview in which the current sentences of one side begin."""
        key = (place, height)
        if self._overview_current[0] != key:
            lookup = self.layout.lookup
            found = []
            for side, column in zip(SIDES, self.layout.columns, strict=True):
                rows = [column.first_row[n] for n in current_sentences(lookup, place, side)]
                found.append(overview_cells(column, (row for row in rows if row >= 0), height))
            self._overview_current = (key, (found[0], found[1]))
        return self._overview_current[1][number]


def half_of(room: Box, side: Side) -> Box:
    """Return one side's half of a row."""
    left = (room.width + 1) // 2
    return room._replace(width=left) if side == "left" else room._replace(x=room.x + left, width=room.width - left)


def title_words(name: str, article: Article, width: int) -> str:
    """Return what stands over a pane: the side's name, where the article is from and its date, as room allows."""
    source = article.source or article.title or ""
    dates = [""]
    if article.published:
        day = article.published
        dates = [f"{day.day} {day:%B %Y}", f"{day.day} {day:%b %Y}", day.isoformat(), ""]
    for date in dates:
        words = " · ".join(part for part in (name, source, date) if part)
        if cell_len(words) <= width:
            return words
    return shortened(words, width)
