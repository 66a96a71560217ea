"""From rows to what the terminal shows: text under its marks, as strips of styled segments."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.articles.article import SIDES, Side
from tui.reader.layout.column import FOLD, Column
from tui.reader.layout.gutter import GutterCell
from tui.reader.layout.pair import PairLayout
from tui.reader.layout.wrap import NOT_SURELY_NARROW
from tui.reader.looks.roles import RoleStyles
from tui.reader.panes.lit import Lit
from tui.reader.session.lookup import MARK_ROLES

_Over = tuple[int, int, str]
"""From where to where in the text a theme role lies over a row."""

CUT = "…"
"""Stands where a part of a sentence is left out."""
SIDE_ARROWS: dict[Side, str] = {"left": "‹", "right": "›"}

_NO_LINE = Style(underline=False, underline2=False)


class Inks:
    """The styles of a theme, as text, margin and gutter need them, each combination made once."""

    def __init__(self, roles: RoleStyles) -> None:
        self.roles = roles
        self.base = roles["surface"] + roles["text"]
        self.text = self.base + roles.of_the_article
        self._mixed: dict[tuple[str, ...], Style] = {}
        self._marks: dict[str, Style] = {}

    def mixed(self, roles: tuple[str, ...]) -> Style:
        """Return the text's style under several roles, later ones on top.

        On a ground of its own (a note, a hit) text keeps its colour, which was chosen for that ground: details add only
        their underline there, and the current sentence only its weight.
        """
        style = self._mixed.get(roles)
        if style is None:
            style = self.text
            for role in roles:
                added = _DETAIL_STYLES[role](self) if role in _DETAIL_STYLES else self.roles[role]
                plain = style.bgcolor in (self.base.bgcolor, self.roles["current"].bgcolor)
                if not plain and (role in _DETAIL_STYLES or role == "current"):
                    added = added.without_color
                style = style + added
            self._mixed[roles] = style
        return style

    def mark(self, role: str) -> Style:
        """Return a role's style for a mark, a number or a line: its colour and weight without underlines."""
        style = self._marks.get(role)
        if style is None:
            style = self.base + self.roles[role] + _NO_LINE
            self._marks[role] = style
        return style

    def overview(self, role: str) -> Style:
        """Return a role's style for a mark in the part of the overview that is on the screen."""
        ground = self.roles["viewport"].bgcolor
        plain = ground is None or ground.is_default or self.roles[role].bgcolor is not None
        return self.mark(role) if plain else self.mark(role) + Style(bgcolor=ground)

    def panel(self, role: str) -> Style:
        """Return a role's style on the ground of the bars, without underlines."""
        key = f"panel {role}"
        style = self._marks.get(key)
        if style is None:
            style = self.roles["text"] + self.roles["panel"] + self.roles[role] + _NO_LINE
            self._marks[key] = style
        return style


def _detail_style(inks: Inks) -> Style:
    colour = inks.roles["differs"]
    return Style(color=colour.color, bgcolor=colour.bgcolor, underline=True)


def _conflict_style(inks: Inks) -> Style:
    colour = inks.roles["conflict"]
    return Style(color=colour.color, bgcolor=colour.bgcolor, underline=True, bold=True)


def _own_word_style(inks: Inks) -> Style:
    return Style(italic=True, underline=True)


_DETAIL_STYLES = {"detail": _detail_style, "detail-conflict": _conflict_style, "own-word": _own_word_style}


def text_segments(
    column: Column, row: int, lit: Iterable[Lit], inks: Inks, signs: Mapping[int, tuple[str, str]] | None = None
) -> list[Segment]:
    """Return the text of a row, each stretch in the style of all spans over it, later spans on top.

    `signs` are drawn in place of the blanks at these offsets, each under its theme role.
    """
    signs = signs or {}
    start, end = column.starts[row], column.ends[row]
    over = [
        (max(span.start, start), min(span.end, end), role)
        for span, role in lit
        if span.start < end and start < span.end
    ]
    drawn = column.source.drawn
    if over and not column.source.is_narrow and NOT_SURELY_NARROW.search(drawn, start, end):
        over = _around_clusters(over, drawn, start, end)
    if not over and not signs:
        return [Segment(drawn[start:end], inks.text)]
    edges = {edge for one, two, _ in over for edge in (one, two)} | {edge for at in signs for edge in (at, at + 1)}
    cuts = sorted({start, end} | edges)
    return [
        Segment(signs[a][0], inks.mark(signs[a][1]))
        if a in signs
        else Segment(drawn[a:b], inks.mixed(tuple(role for one, two, role in over if one <= a and b <= two)))
        for a, b in pairwise(cuts)
        if a < b
    ]


def _around_clusters(over: list[_Over], drawn: str, start: int, end: int) -> list[_Over]:
    """Return spans stretched to whole clusters: half an emoji would be drawn as another one, of another width."""
    starts = [start + one for one, _, _ in split_graphemes(drawn[start:end])[0]]
    edges = [*starts, end]
    return [(edges[bisect_right(starts, one) - 1], edges[bisect_left(edges, two)], role) for one, two, role in over]


def inline_signs(layout: PairLayout, side: Side, row: int) -> dict[int, tuple[str, str]]:
    """Return the signs of the sentences that begin in the middle of a row, by the offset of the blank before each."""
    column = layout.column(side)
    source, marks = column.source, layout.lookup.marks[SIDES.index(side)]
    first = bisect_right(source.sentence_starts, column.starts[row])
    found: dict[int, tuple[str, str]] = {}
    for sentence in range(first, bisect_left(source.sentence_starts, column.ends[row])):
        before = source.sentence_starts[sentence] - 1
        if source.drawn[before] == " " and marks[sentence] != " ":
            found[before] = (marks[sentence], MARK_ROLES.get(marks[sentence], f"only-{side}"))
    return found


def margin_segments(layout: PairLayout, side: Side, row: int, bar: str, inks: Inks) -> list[Segment]:
    """Return what stands before the text of a row: the bar, the passage's number and the mark."""
    margin = layout.geometry.margin
    if margin <= 0:
        return []
    column = layout.column(side)
    sentence = column.begins[row] if 0 <= row < len(column) else -1
    bar_style = inks.mark("accent")
    if sentence >= 0 and column.source.sentence_starts[sentence] - 1 in inline_signs(layout, side, row):
        sentence = -1
    if sentence < 0:
        return [Segment(bar, bar_style), Segment(" " * (margin - 1), inks.base)]
    mark = layout.lookup.marks[SIDES.index(side)][sentence]
    passages = layout.lookup.passages_with(side, sentence)
    number = f"{passages[0].number if passages else '':>{margin - 4}}{'+' if len(passages) > 1 else ' '}"
    role = MARK_ROLES.get(mark, f"only-{side}")
    return [
        Segment(bar, bar_style),
        Segment(number, inks.mark("muted")),
        Segment(f"{mark} ", inks.mark(role)),
    ]


def fold_segments(count: int, width: int, inks: Inks) -> list[Segment]:
    """Return the row that stands for `count` hidden sentences."""
    words = f"⋯ {count} sentence{'s' if count != 1 else ''} ⋯"
    return [Segment(words if len(words) <= width else "⋯", inks.mark("muted"))]


def indent_segments(layout: PairLayout, side: Side, row: int, inks: Inks) -> list[Segment]:
    """Return what stands between margin and text: whose sentence begins there, and whether its start is left out."""
    indent = layout.geometry.indents[SIDES.index(side)]
    if not indent:
        return []
    column = layout.column(side)
    sentence = column.begins[row] if 0 <= row < len(column) else -1
    if sentence < 0:
        return [Segment(" " * indent, inks.base)]
    cut = column.starts[row] > column.source.sentence_starts[sentence]
    arrow = SIDE_ARROWS[side] + (CUT if cut else " ")
    return [Segment(f"{arrow:<{indent}}", inks.mark(f"only-{side}"))]


def _end_segments(column: Column, row: int, inks: Inks) -> list[Segment]:
    """Return the sign that the rest of a sentence is left out after a row, or nothing."""
    sentence = column.source.sentence_at(column.starts[row])
    if column.last_row[sentence] != row or column.ends[row] >= column.source.sentence_ends[sentence]:
        return []
    return [] if column.begins[row] > sentence else [Segment(CUT, inks.mark("muted"))]


def pane_row(layout: PairLayout, side: Side, row: int, bar: str, lit: Sequence[Lit], inks: Inks) -> list[Segment]:
    """Return one row of a pane, margin and all, exactly as wide as the pane."""
    column, width = layout.column(side), layout.geometry.pane(side).width
    segments = margin_segments(layout, side, row, bar, inks) + indent_segments(layout, side, row, inks)
    room = max(0, width - layout.geometry.margin)
    if 0 <= row < len(column):
        if column.starts[row] >= 0:
            segments += text_segments(column, row, lit, inks, inline_signs(layout, side, row))
            if layout.text_side not in (None, side):
                segments += _end_segments(column, row, inks)
        elif column.starts[row] == FOLD:
            segments += fold_segments(column.ends[row], room, inks)
    return fit(segments, width, inks.base)


def fit(segments: list[Segment], width: int, base: Style) -> list[Segment]:
    """Return segments cut or filled to exactly `width` cells."""
    used = sum(cell_len(segment.text) for segment in segments)
    if used < width:
        return [*segments, Segment(" " * (width - used), base)]
    return segments if used == width else list(Strip(segments, used).crop(0, width))


def shortened(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, cut at a word where it has to be."""
    if cell_len(text) <= width:
        return text
    cut = text
    while cut and cell_len(cut) >= width:
        cut = cut[:-1]
    whole = cut if text[len(cut)].isspace() else cut.rpartition(" ")[0]
    # A long word is cut rather than most of the room left empty.
    kept = whole if 2 * cell_len(whole) >= width else cut
    return f"{kept.rstrip(' ,;:–-')}…"


def gutter_segments(cells: Sequence[GutterCell], inks: Inks) -> list[Segment]:
    """Return one row of the gutter: the current line in its own style, the others in that of their passage."""
    return [Segment(cell.character, inks.mark("current-gutter" if cell.current else _quiet(cell))) for cell in cells]


def _quiet(cell: GutterCell) -> str:
    return "muted" if cell.character in "↑↓0123456789" else "gutter"
