"""What holds for every layout, whatever the texts, the width and the view."""

import re
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tests.reader.pairs import FEW, PARAGRAPHS, comparisons, ferry, lookup_of, make_article_of
from tui.articles.article import SIDES
from tui.compare.comparison import Comparison, Detail
from tui.reader.layout.column import Column, reading_column
from tui.reader.layout.facing import facing_cells
from tui.reader.layout.pair import PairLayout, lay_out
from tui.reader.layout.source import Source
from tui.reader.layout.wrap import NOT_SURELY_NARROW, Run, wrap, wrap_narrow
from tui.reader.session.place import VIEWS

WIDTHS = st.integers(20, 200)
VIEW = st.sampled_from(list(VIEWS))


def layout_of(comparison: Comparison, width: int, height: int = 40, view: str = "reading") -> PairLayout:
    sources = Source(comparison.left), Source(comparison.right)
    return lay_out(lookup_of(comparison), sources, (width, height), view)  # type: ignore[arg-type]


def drawn_characters(column: Column) -> list[int]:
    """Return the offset of every character drawn, in the order of the rows."""
    rows = zip(column.starts, column.ends, strict=True)
    return [offset for start, end in rows if start >= 0 for offset in range(start, end)]


@given(PARAGRAPHS, WIDTHS)
@FEW
def test_every_word_is_drawn_exactly_once_and_in_order(paragraphs: list[list[str]], width: int) -> None:
    article = make_article_of(paragraphs)
    drawn = drawn_characters(reading_column(Source(article), width))
    assert drawn == sorted(set(drawn))
    left_out = set(range(len(article.text))) - set(drawn)
    assert not "".join(article.text[offset] for offset in left_out).strip()


@given(st.text("ab  -.", max_size=80).map(str.strip), st.integers(2, 30))
@FEW
def test_a_sentence_alone_has_the_rows_that_it_has_in_a_run(sentence: str, width: int) -> None:
    rows = wrap(sentence, (0,), Run(0, len(sentence), 0, 1), width)
    assert wrap_narrow(sentence, 0, len(sentence), width) == [(start, end) for start, end, _ in rows]


@given(comparisons(), WIDTHS, st.sampled_from(["reading", "rows-left", "rows-right"]))
@FEW
def test_two_columns_draw_every_sentence_exactly_once(comparison: Comparison, width: int, view: str) -> None:
    layout = layout_of(comparison, width, view=view)
    for side, article in zip(SIDES, (comparison.left, comparison.right), strict=True):
        column = layout.column(side)
        counted = Counter(drawn_characters(column))
        assert set(counted.values()) <= {1}
        begun = Counter(number for number in column.begins if number >= 0)
        for number, sentence in enumerate(article.sentences):
            assert begun[number] == 1
            inside = {offset for offset in range(sentence.start, sentence.end) if article.text[offset].strip()}
            assert inside <= counted.keys()
            for offset in (sentence.start, sentence.end - 1):
                row = column.row_of(offset)
                assert column.first_row[number] <= row <= column.last_row[number]
                assert column.starts[row] <= offset < column.ends[row]


@given(PARAGRAPHS, WIDTHS)
@FEW
def test_no_row_is_wider_than_its_pane(paragraphs: list[list[str]], width: int) -> None:
    column = reading_column(Source(make_article_of(paragraphs)), width)
    for row in range(len(column)):
        if column.starts[row] >= 0:
            assert cell_len(column.text(row)) <= width


@given(PARAGRAPHS, WIDTHS)
@FEW
def test_a_word_is_cut_only_when_it_is_wider_than_the_row(paragraphs: list[list[str]], width: int) -> None:
    article = make_article_of(paragraphs)
    column = reading_column(Source(article), width)
    for start in column.starts:
        if start > 0 and article.text[start - 1].strip() and not is_wide(article.text[start - 1 : start + 1]):
            word = re.match(r"\S*", article.text[start:])
            before = re.search(r"\S*$", article.text[:start])
            assert word and before
            whole = before.group() + word.group()
            assert cell_len(whole) > width or any(is_wide(character) for character in whole)


def is_wide(text: str) -> bool:
    return any(get_character_cell_size(character) == 2 for character in text)


@given(PARAGRAPHS, WIDTHS)
@FEW
def test_rows_are_filled_as_far_as_words_allow(paragraphs: list[list[str]], width: int) -> None:
    column = reading_column(Source(make_article_of(paragraphs)), width)
    text = column.source.drawn
    for row in range(len(column) - 1):
        start, following = column.starts[row], column.starts[row + 1]
        if start < 0 or following < 0 or NOT_SURELY_NARROW.search(text, start, column.ends[row + 1]):
            continue
        if column.begins[row] >= 0 and column.begins[row + 1] >= 0 and following == first_of(column, row + 1):
            continue
        word = re.match(r"\S+", text[following:])
        assert word
        assert following + len(word.group()) - start > width or len(word.group()) > width


def first_of(column: Column, row: int) -> int:
    return column.source.sentence_starts[column.begins[row]]


@given(comparisons(), WIDTHS, st.sampled_from(["rows-left", "rows-right"]))
@FEW
def test_facing_sentences_stand_in_one_row_of_the_table(comparison: Comparison, width: int, view: str) -> None:
    layout = layout_of(comparison, width, view=view)
    left, right = layout.columns
    assert len(left) == len(right)
    cells = facing_cells((len(left.first_row), len(right.first_row)), comparison.passages, view.removeprefix("rows-"))  # type: ignore[arg-type]
    for cell in cells:
        if all(cell):
            assert min(left.first_row[n] for n in cell[0]) == min(right.first_row[n] for n in cell[1])
    links = {(link.left, link.right) for passage in comparison.passages for link in passage.links}
    other = 1 if view == "rows-left" else 0
    for n in {link[other] for link in links}:
        (cell,) = [cell for cell in cells if n in cell[other]]
        assert any(link[other] == n and link[1 - other] in cell[1 - other] for link in links)


@given(comparisons(), WIDTHS, st.sampled_from(["rows-left", "rows-right"]))
@FEW
def test_facing_rows_follow_the_order_of_their_side(comparison: Comparison, width: int, view: str) -> None:
    layout = layout_of(comparison, width, view=view)
    side = view.removeprefix("rows-")
    column = layout.columns[SIDES.index(side)]  # type: ignore[arg-type]
    cells = facing_cells(
        (len(layout.columns[0].first_row), len(layout.columns[1].first_row)), comparison.passages, side
    )  # type: ignore[arg-type]
    ordered = sorted(cell[SIDES.index(side)][0] for cell in cells if cell[SIDES.index(side)])  # type: ignore[arg-type]
    assert [column.first_row[n] for n in ordered] == sorted(column.first_row[n] for n in ordered)


@given(comparisons(), st.integers(1, 200), st.integers(1, 60), VIEW)
@FEW
def test_any_size_can_be_laid_out(comparison: Comparison, width: int, height: int, view: str) -> None:
    geometry = layout_of(comparison, width, height, view).geometry
    for box in (geometry.left, geometry.right, geometry.gutter, geometry.overview):
        assert box.width >= 0 and box.height >= 0
        assert box.x + box.width <= width
    assert geometry.left.y + geometry.left.height <= height
    assert geometry.right.y + geometry.right.height <= max(height, geometry.right.y)


def test_characters_taken_as_narrow_are_one_cell_wide() -> None:
    narrow = [chr(code) for code in range(0x20, 0x3000) if not NOT_SURELY_NARROW.match(chr(code))]
    assert len(narrow) > 600
    assert {character for character in narrow if get_character_cell_size(character) != 1} == set()


def test_the_differences_view_folds_what_agrees() -> None:
    from tui.reader.session.filters import shown_sentences

    lookup = lookup_of(ferry())
    shown = shown_sentences(lookup, "differences", None)
    assert shown is not None
    assert 13 not in shown[0] and 11 not in shown[1]
    sources = Source(lookup.comparison.left), Source(lookup.comparison.right)
    layout = lay_out(lookup, sources, (120, 40), "differences", shown)
    assert layout.columns[0].first_row[13] == -1
    assert layout.columns[0].first_row[3] >= 0


def test_a_sentence_without_a_passage_that_a_detail_holds_against_one_is_marked_as_differing() -> None:
    comparison = ferry()
    apart = lookup_of(comparison).one_sided("left")[0]
    spans = comparison.left.sentences[apart].span, comparison.right.sentences[1].span
    for conflict, mark in ((False, "≠"), (True, "!")):
        beside = Detail(1, apart, 1, "figure", *spans, conflict, "eight / ten people hurt", "why")
        lookup = lookup_of(replace(comparison, details=(*comparison.details, beside)))
        assert lookup.mark("left", apart) == mark
        assert apart not in lookup.one_sided("left")
        assert lookup.detail_beside("left", apart) == beside
