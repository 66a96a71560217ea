"""What is worked out late is what would have been worked out at once: rows, marks of the overview, hits, entries."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reader.layout.test_layout import VIEW, WIDTHS, layout_of
from tests.reader.pairs import FEW, SENTENCES, comparisons, lookup_of, make_article_of
from tui.articles.article import SIDES, Sentence, Span
from tui.compare.comparison import Comparison
from tui.compare.counting import count
from tui.reader.layout import column as column_module
from tui.reader.layout.column import BLANK, FOLD, Column, reading_column
from tui.reader.layout.orders import Orders
from tui.reader.layout.overview import GOING_ON, overview_marks
from tui.reader.layout.pair import lay_out
from tui.reader.layout.source import Row, Source
from tui.reader.layout.unified import unified_lines, unified_stretches
from tui.reader.layout.unified_rows import unified_columns
from tui.reader.layout.wanted import wanted_hits, wanted_spans
from tui.reader.layout.wrap import Run, wrap
from tui.reader.session.entries import Lister, list_entries
from tui.reader.session.filters import shown_sentences
from tui.reader.session.linked import TELLING
from tui.reader.session.lookup import Lookup
from tui.reader.session.search import Hits

FILTER = st.sampled_from([None, "both", "differing", "one-sided"])


def rows_of(column: Column) -> list[Row]:
    return list(zip(column.starts, column.ends, column.begins, strict=True))


def laid_out(comparison: Comparison, width: int, view: str, chosen: str | None, apart: bool) -> tuple[Column, Column]:
    lookup, sources = lookup_of(comparison), (Source(comparison.left), Source(comparison.right))
    shown = shown_sentences(lookup, view, chosen)  # type: ignore[arg-type]
    return lay_out(lookup, sources, (width, 40), view, shown, apart=apart).columns  # type: ignore[arg-type]


@given(SENTENCES, st.sampled_from(["", " ", "  "]), st.integers(1, 60))
@FEW
def test_rows_are_counted_as_they_are_wrapped(words: str, between: str, width: int) -> None:
    text = words.replace(" ", " " + between)
    article = replace(make_article_of([[text]]), sentences=(Sentence(0, len(text), 0),))
    source = Source(article)
    rows = wrap(source.drawn, source.sentence_starts, Run(0, len(text), 0, 1), width)
    assert source.heights(width) == [len(rows)]
    assert source.wrap_alone(0, width) == rows


@given(comparisons(), WIDTHS, VIEW, FILTER, st.booleans(), st.randoms(use_true_random=False))
@FEW
def test_rows_are_the_same_in_whatever_order_they_are_asked_for(
    comparison: Comparison, width: int, view: str, chosen: str | None, apart: bool, chance: random.Random
) -> None:
    first = laid_out(comparison, width, view, chosen, apart)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(column_module, "PIECES_KEPT", 1)
        for column, again in zip(first, laid_out(comparison, width, view, chosen, apart), strict=True):
            rows = rows_of(column)
            numbers = list(range(len(again)))
            chance.shuffle(numbers)
            for row in numbers:
                assert (again.starts[row], again.ends[row], again.begins[row]) == rows[row]


@given(comparisons(), WIDTHS, VIEW, FILTER, st.booleans())
@FEW
def test_where_a_sentence_stands_follows_from_the_rows(
    comparison: Comparison, width: int, view: str, chosen: str | None, apart: bool
) -> None:
    for column in laid_out(comparison, width, view, chosen, apart):
        begun = {sentence: row for row, sentence in enumerate(column.begins) if sentence >= 0}
        source = column.source
        for sentence, (start, end) in enumerate(zip(source.sentence_starts, source.sentence_ends, strict=True)):
            assert column.first_row[sentence] == begun.get(sentence, -1)
            holding = [
                row for row, (one, two, _) in enumerate(rows_of(column)) if one < end and start < two and one >= 0
            ]
            assert column.last_row[sentence] == max(holding, default=-1)
        assert list(column.order) == sorted(begun, key=begun.__getitem__)


@given(comparisons(), WIDTHS, st.booleans())
@FEW
def test_reading_order_is_one_paragraph_wrapped_below_the_other(
    comparison: Comparison, width: int, apart: bool
) -> None:
    source, expected = Source(comparison.left), list[Row]()
    for run in source.runs:
        if expected:
            expected.append((BLANK, BLANK, -1))
        alone = [source.sentence_run(sentence, sentence + 1) for sentence in range(run.first, run.stop)]
        for one in alone if apart and len(alone) > 1 else [run]:
            expected += wrap(source.drawn, source.sentence_starts, one, width)
    assert rows_of(reading_column(source, width, apart=apart)) == expected


@given(comparisons(), WIDTHS, st.sampled_from(SIDES), st.sampled_from([None, "both", "one-sided"]))
@FEW
def test_one_column_holds_each_line_once_and_no_two_sides_in_one_row(
    comparison: Comparison, width: int, text: str, chosen: str | None
) -> None:
    lookup, sources = lookup_of(comparison), (Source(comparison.left), Source(comparison.right))
    shown = shown_sentences(lookup, "reading", chosen)  # type: ignore[arg-type]
    stretches = Orders(lookup.articles, lookup.passages).stretches(text, shown)  # type: ignore[arg-type]
    counts = len(comparison.left.sentences), len(comparison.right.sentences)
    lines = unified_lines(counts, comparison.passages, text)  # type: ignore[arg-type]
    stand = [(side, n) for side, first, stop, part, _ in stretches if part != "fold" for n in range(first, stop)]
    hidden = sum(first for _, first, _, part, _ in stretches if part == "fold")
    assert len(stand) + hidden == len(lines)
    standing = set(stand)
    assert stand == [(side, n) for side, n, _ in lines if (side, n) in standing]
    left, right = unified_columns(sources, (width, width), stretches, {})
    rows = zip(left.starts, right.starts, strict=True)
    assert all(BLANK in pair for pair in rows)
    folds = [end for column in (left, right) for start, end, _ in rows_of(column) if start == FOLD]
    assert sum(folds) == hidden
    paragraphs = [sentence.paragraph for sentence in lookup.articles[SIDES.index(text)].sentences]  # type: ignore[arg-type]
    if shown is None:
        assert stretches == unified_stretches(lines, paragraphs)


def plain_overview(column: Column, marks: list[str], height: int) -> list[str]:
    """Return the strongest mark in each cell, sentence by sentence."""
    cells, scale = [" "] * height, max(len(column), height, 1)
    rank = {mark: position for position, mark in enumerate(f" {GOING_ON}{TELLING[1:]}")}
    for first, last, mark in zip(column.first_row, column.last_row, marks, strict=True):
        if first >= 0 and mark != " ":
            for row in range(first, last + 1):
                cell, shown = row * height // scale, mark if row == first else GOING_ON
                if row == first or cell > first * height // scale:
                    cells[cell] = max(cells[cell], shown, key=rank.__getitem__)
    return cells


@given(comparisons(), WIDTHS, VIEW, st.integers(1, 50), st.data())
@FEW
def test_the_overview_has_the_strongest_mark_of_each_cell(
    comparison: Comparison, width: int, view: str, height: int, data: st.DataObject
) -> None:
    for column in layout_of(comparison, width, view=view).columns:
        size = len(column.first_row)
        marks = data.draw(st.lists(st.sampled_from(TELLING), min_size=size, max_size=size))
        assert overview_marks(column, marks, height) == plain_overview(column, marks, height)


@given(comparisons(), st.integers(1, 40), st.integers(1, 6))
@FEW
def test_hits_are_to_be_seen_as_any_other_spans_are(comparison: Comparison, gap: int, size: int) -> None:
    lookup = lookup_of(comparison)
    for side, article in zip(SIDES, lookup.articles, strict=True):
        spans = [(start, start + size) for start in range(0, len(article.text) - size, gap + size)]
        hits = Hits(*((spans, ()) if side == "left" else ((), spans)))
        every = range(len(article.sentences))
        plain = wanted_spans(lookup, side, [Span(*span) for span in spans])
        details = wanted_spans(lookup, side, ())
        assert details | wanted_hits(Source(article), side, every, hits, details) == plain


@given(comparisons())
@FEW
def test_fewer_details_of_a_comparison_are_listed_and_counted_as_if_there_were_no_others(
    comparison: Comparison,
) -> None:
    lister, before = Lister(comparison), lookup_of(comparison)
    for kept in (len(comparison.details), 1, 0, len(comparison.details)):
        told = replace(comparison, details=comparison.details[:kept])
        assert lister.list(told) == list_entries(told)
        lookup = Lookup(before.articles, told, before=before)
        assert lookup.marks == Lookup(before.articles, told).marks
        assert lookup.counts == count(told)
