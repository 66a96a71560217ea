"""One column: what holds for it whatever the texts and the width, and how it looks on a pair made by hand."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.reader.layout.test_layout import WIDTHS, drawn_characters, layout_of
from tests.reader.pairs import FEW, comparisons, ferry, lookup_of, make_article_of
from tui.articles.article import SIDES, Side, Span
from tui.compare.comparison import Comparison
from tui.reader.layout.column import FOLD
from tui.reader.layout.excerpt import CONTEXT, excerpt
from tui.reader.layout.pair import lay_out
from tui.reader.layout.source import Source
from tui.reader.layout.unified import Line, unified_lines
from tui.reader.session.place import UNIFIED

TEXTS = st.sampled_from(SIDES)


def lines_of(comparison: Comparison, text: Side) -> list[Line]:
    counts = len(comparison.left.sentences), len(comparison.right.sentences)
    return unified_lines(counts, comparison.passages, text)


@given(comparisons(), TEXTS)
@FEW
def test_every_sentence_of_both_articles_comes_once_and_the_text_in_its_order(
    comparison: Comparison, text: Side
) -> None:
    lines = lines_of(comparison, text)
    own = SIDES.index(text)
    for side, article in enumerate((comparison.left, comparison.right)):
        found = [line.sentence for line in lines if line.side == side]
        assert sorted(found) == list(range(len(article.sentences)))
        if side == own:
            assert found == sorted(found)
    assert {line.side == own for line in lines if line.part == "text"} <= {True}


@given(comparisons(), TEXTS)
@FEW
def test_what_faces_a_sentence_stands_below_one_it_is_linked_with(comparison: Comparison, text: Side) -> None:
    own = SIDES.index(text)
    links = {(link.left, link.right) for passage in comparison.passages for link in passage.links}
    linked = {link[1 - own] for link in links}
    host = -1
    for line in lines_of(comparison, text):
        if line.part == "text":
            host = line.sentence
        elif line.part == "facing":
            assert ((host, line.sentence) if own == 0 else (line.sentence, host)) in links
        else:
            assert line.sentence not in linked


@given(comparisons(), WIDTHS, TEXTS)
@FEW
def test_no_row_holds_text_of_both_sides_and_the_text_is_whole(comparison: Comparison, width: int, text: Side) -> None:
    layout = layout_of(comparison, width, view=UNIFIED[text])
    left, right = layout.columns
    assert len(left) == len(right)
    assert all(left.starts[row] < 0 or right.starts[row] < 0 for row in range(len(left)))
    for side, article in zip(SIDES, (comparison.left, comparison.right), strict=True):
        column = layout.column(side)
        counted = Counter(drawn_characters(column))
        assert set(counted.values()) <= {1}
        assert sorted(number for number in column.begins if number >= 0) == list(range(len(article.sentences)))
        for number, sentence in enumerate(article.sentences):
            if not layout.stands_back(side, number):
                inside = {offset for offset in range(sentence.start, sentence.end) if article.text[offset].strip()}
                assert inside <= counted.keys()


@given(comparisons(), WIDTHS, TEXTS, st.data())
@FEW
def test_every_detail_and_all_that_is_lit_is_seen_on_both_sides(
    comparison: Comparison, width: int, text: Side, data: st.DataObject
) -> None:
    articles = comparison.left, comparison.right
    lit: list[tuple[Span, ...]] = []
    for article in articles:
        starts = data.draw(st.lists(st.integers(0, max(0, len(article.text) - 1)), max_size=3))
        lit.append(tuple(Span(start, min(start + 5, len(article.text))) for start in starts if article.text))
    sources = Source(comparison.left), Source(comparison.right)
    view = UNIFIED[text]
    layout = lay_out(lookup_of(comparison), sources, (width, 40), view, wanted=(lit[0], lit[1]))
    for number, article in enumerate(articles):
        column = layout.columns[number]
        seen = set(drawn_characters(column))
        details = (detail.left if number == 0 else detail.right for detail in comparison.details)
        for span in (*(span for span in details if span), *lit[number]):
            inside = {offset for offset in range(span.start, span.end) if article.text[offset].strip()}
            assert inside <= seen
        for row in range(len(column)):
            if column.starts[row] >= 0:
                assert cell_len(column.text(row)) <= layout.geometry.text_widths[number]


LONG = "Once two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen then."


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ("three", LONG.partition(" eight")[0]),
        ("ten", "six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen then."),
        ("fifteen", "eleven twelve thirteen fourteen fifteen sixteen then."),
        ("two three four five six seven eight nine ten eleven", LONG),
    ],
)
def test_a_sentence_is_cut_to_what_is_wanted_with_a_few_words_around(wanted: str, kept: str) -> None:
    source = Source(make_article_of([[LONG]]))
    start = LONG.index(wanted)
    run = excerpt(source, 0, Span(start, start + len(wanted)), 40)
    assert LONG[run.start : run.end] == kept
    assert CONTEXT == 4


def test_a_sentence_in_which_nothing_is_wanted_is_cut_to_its_first_row() -> None:
    source = Source(make_article_of([[LONG]]))
    run = excerpt(source, 0, None, 30)
    assert LONG[run.start : run.end] == "Once two three four five six"


def texts_of(width: int, view: str, shown: object = None) -> list[str]:
    lookup = lookup_of(ferry())
    sources = Source(lookup.comparison.left), Source(lookup.comparison.right)
    layout = lay_out(lookup, sources, (width, 40), view, shown)  # type: ignore[arg-type]
    found = []
    for row in range(len(layout.columns[0])):
        for side, column in zip("LR", layout.columns, strict=True):
            if column.starts[row] >= 0:
                found.append(f"{side} {column.text(row)}")
            elif column.starts[row] == FOLD:
                found.append(f"⋯ {column.ends[row]}")
    return found


def test_below_a_sentence_stands_what_the_other_article_says_differently() -> None:
    rows = texts_of(200, "unified-left")
    at = rows.index("L The captain, Ingrid Solheim, said the steering had failed without any warning")
    assert rows[at + 1 : at + 5] == [
        "L shortly after eight o'clock.",
        "R Captain Ingrid Solheim told the broadcaster that the rudder had stopped",
        "R answering at about half past eight.",
        "R She has sailed the route since 2019.",
    ]
    at = rows.index("L The ship was last inspected in January 2031 and had passed without remarks.")
    assert rows[at + 1] == "R The ferry's last inspection, in November 2030, had found nothing wrong."


def test_what_a_filter_hides_is_one_fold_for_both_sides() -> None:
    rows = texts_of(200, "unified-left", (frozenset({10}), frozenset({4})))
    assert [row for row in rows if row.startswith("⋯")] == ["⋯ 18", "⋯ 6"]
    assert any("November 2030" in row for row in rows)
