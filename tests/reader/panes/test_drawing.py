"""What the pair draws, line by line."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.reader.pairs import FEW, comparisons, ferry, lookup_of, make_article_of
from tui.articles.article import Span
from tui.compare.comparison import Comparison
from tui.compare.reading import Reading
from tui.reader.layout.pair import lay_out
from tui.reader.layout.scrolling import Scrolling
from tui.reader.layout.source import Source
from tui.reader.looks.roles import RoleStyles
from tui.reader.looks.themes import base_theme
from tui.reader.moving import moves
from tui.reader.panes.drawing import Drawing
from tui.reader.panes.lit import LitSpans
from tui.reader.panes.paint import Inks
from tui.reader.session.place import VIEWS, Marks, Place, Selection
from tui.reader.session.search import Hits, Search

INKS = Inks(RoleStyles(base_theme("dark")))


def draw(
    comparison: Comparison,
    size: tuple[int, int],
    place: Place,
    *,
    view: str = "reading",
    marks: Marks = Marks(),
    selection: Selection | None = None,
    apart: bool = False,
) -> list[list[tuple[str, object]]]:
    lookup = lookup_of(comparison)
    sources = Source(comparison.left), Source(comparison.right)
    layout = lay_out(lookup, sources, size, view, apart=apart)  # type: ignore[arg-type]
    drawing = Drawing(layout, size, LitSpans(lookup, {"mention": marks}), INKS)
    tops = Scrolling(layout, place).tops
    lines = [drawing.line(y, place, selection, tops) for y in range(size[1])]
    return [[(segment.text, segment.style) for segment in line] for line in lines]


@st.composite
def marked(draw: st.DrawFn) -> tuple[Comparison, Marks, Place, Selection]:
    comparison = draw(comparisons())
    end = len(comparison.left.text)
    cuts = st.tuples(st.integers(0, end), st.integers(0, end)).map(sorted)
    spans = [Span(a, b) for a, b in draw(st.lists(cuts, max_size=4)) if a < b]
    place = moves.place_at(lookup_of(comparison), "left", draw(st.integers(0, 20)))
    anchor, head = draw(cuts)
    return comparison, Marks(tuple((span, "hit") for span in spans)), place, Selection("left", anchor, head)


@given(marked(), st.integers(1, 160), st.integers(1, 40), st.sampled_from(list(VIEWS)))
@FEW
def test_every_line_is_exactly_as_wide_as_the_screen(
    case: tuple[Comparison, Marks, Place, Selection], width: int, height: int, view: str
) -> None:
    comparison, marks, place, selection = case
    for line in draw(comparison, (width, height), place, view=view, marks=marks, selection=selection):
        assert sum(cell_len(text) for text, _ in line) == width


def shown_in(lines: list[list[tuple[str, object]]], words: str) -> object:
    return next(style for line in lines for text, style in line if text == words)


def test_details_are_underlined_and_conflicts_bold_besides() -> None:
    lines = draw(ferry(), (200, 40), Place("left", 0))
    detail, conflict = shown_in(lines, "steering"), shown_in(lines, "within three hours")
    assert detail.underline and not detail.bold  # type: ignore[attr-defined]
    assert conflict.underline and conflict.bold  # type: ignore[attr-defined]


def test_the_current_sentence_has_a_bar_and_what_faces_it_a_thinner_one() -> None:
    lines = ["".join(text for text, _ in line) for line in draw(ferry(), (100, 30), Place("left", 3, 2))]
    assert sum(line.startswith("▌") for line in lines[1:]) == 2
    assert sum("│ 2 ! Eighteen" in line for line in lines) == 1


def test_marks_and_numbers_stand_before_each_sentence() -> None:
    lines = ["".join(text for text, _ in line) for line in draw(ferry(), (100, 60), Place("left", 0), apart=True)]
    margins = [line[1:5].strip() for line in lines[1:]]
    told = ["·", "1 !", "2 !", "3 ≠", "1 !", "·", "·", "4 ≠", "4 ≠", "5 !", "6 ≠", "6 ≠", "7 ="]
    assert [margin for margin in margins if margin] == told


def test_a_span_that_ends_inside_an_emoji_takes_the_whole_of_it() -> None:
    article = make_article_of([["Thanks 👩‍👩‍👧 all round."]])
    comparison = Comparison(article, article, (Reading(article), Reading(article)))
    lines = draw(comparison, (100, 4), Place("right", 0), marks=Marks(((Span(0, 9), "hit"),)))
    assert shown_in(lines, "Thanks 👩‍👩‍👧").bgcolor  # type: ignore[attr-defined]


def test_stacked_panes_tell_where_a_counterpart_off_the_screen_is() -> None:
    lookup = lookup_of(ferry())
    sources = Source(lookup.comparison.left), Source(lookup.comparison.right)
    layout = lay_out(lookup, sources, (50, 20))
    assert layout.geometry.stacked
    drawing = Drawing(layout, (50, 20), LitSpans(lookup, {}), Inks(RoleStyles(base_theme("monochrome"))))
    left, right = layout.columns
    box = layout.geometry.left
    for top, arrow in ((0, "↓"), (right.first_row[5] - 1, " "), (len(right), "↑")):
        tops = left.first_row[3], top
        line = drawing.line(box.y, Place("left", 0), None, tops).text
        assert line[box.width - 1] == arrow
        clicked = drawing.passage_at(box.width - 1, box.y, Place(), tops)
        assert clicked == (None if arrow == " " else 2)


def test_panes_beside_each_other_need_no_arrows_at_their_edge() -> None:
    lookup = lookup_of(ferry())
    sources = Source(lookup.comparison.left), Source(lookup.comparison.right)
    layout = lay_out(lookup, sources, (120, 20))
    assert {layout.edge_mark(0, row, (0, 999)) for row in range(30)} == {(" ", 0)}


def overview_of(comparison: Comparison, place: Place) -> list[list[tuple[str, object]]]:
    lines = draw(comparison, (120, 60), place)
    return [[(character, style) for text, style in line for character in text][117:119] for line in lines[1:]]


def test_the_overview_shows_where_the_current_sentence_and_what_faces_it_lie() -> None:
    comparison = ferry()
    cursor = INKS.mark("cursor")
    place = moves.place_at(lookup_of(comparison), "left", 3)
    cells = overview_of(comparison, place)
    for number in (0, 1):
        (at,) = [y for y, line in enumerate(cells) if line[number][1] == cursor]
        assert cells[at][number][0] == "!"


def test_marks_of_differing_details_stand_back_in_the_overview_where_most_have_them() -> None:
    comparison = ferry()
    loud = [style for line in overview_of(comparison, Place()) for character, style in line if character == "≠"]
    assert loud and INKS.overview("differs") in loud
    differing = tuple(replace(passage, relation="differs") for passage in comparison.passages)
    calm = tuple(replace(detail, conflict=False) for detail in comparison.details)
    most = replace(comparison, passages=differing, details=calm)
    quiet = [style for line in overview_of(most, Place()) for character, style in line if character == "≠"]
    assert quiet and set(quiet) <= {INKS.overview("muted"), INKS.mark("muted")}


def test_of_what_was_sought_the_hit_that_the_reader_stands_on_is_lit_otherwise() -> None:
    comparison = ferry()
    lookup, source = lookup_of(comparison), Source(comparison.left)
    one, two = comparison.left.sentences[:2]
    search = Search(Hits([(one.start, one.start + 3), (two.start, two.start + 4)]), 1, is_open=True)
    column = lay_out(lookup, (source, Source(comparison.right)), (120, 40), apart=True).columns[0]
    lit = LitSpans(lookup, {}, search)
    roles = [role for row in range(len(column)) for _, role in lit.in_row(0, column, row) if role.endswith("hit")]
    assert roles == ["hit", "current-hit"]
