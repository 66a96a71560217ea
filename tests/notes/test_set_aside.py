from dataclasses import replace

import pytest

from tests.notes.conftest import quote
from tui.articles.article import Span
from tui.compare.brief import write_brief
from tui.compare.comparison import Comparison, Corrections, Detail
from tui.compare.engine import compare
from tui.compare.relations import with_relations
from tui.notes.note import DetailState, make_detail_mark
from tui.notes.notebook import Notebook
from tui.notes.placing import anchor_detail, anchor_link, place_notebook
from tui.notes.reports.contents import make_contents
from tui.notes.reports.html import render_html
from tui.notes.reports.markdown import render_markdown
from tui.notes.reports.tables import render_detail_table
from tui.notes.set_aside import without_set_aside


@pytest.fixture
def comparison(left, right) -> Comparison:
    """The comparison with one sentence of each side linked by hand, and the one detail that eight or ten were hurt."""
    found = compare(left, right, corrections=Corrections(linked=frozenset({(2, 1)})))
    passage = next(p for p in found.passages if any((link.left, link.right) == (2, 1) for link in p.links))
    words = [quote(left, "left", "Eight passengers"), quote(right, "right", "Ten people")]
    spans = [Span(anchor.start, anchor.end) for anchor in words]
    detail = Detail(passage.number, 2, 1, "figure", *spans, True, "8 / 10 people hurt", "two exact values")
    passages = with_relations(found.passages, (detail,), found.readings)
    brief = write_brief(found.readings, passages, (detail,), found.mentions, found.quotes)
    return replace(found, passages=passages, details=(detail,), brief=brief)


@pytest.fixture
def hurt(comparison) -> Detail:
    return comparison.details[0]


def judge(comparison: Comparison, details: list[Detail], state: DetailState) -> Notebook:
    book = Notebook()
    for detail in details:
        sentences = anchor_link(comparison, detail.left_sentence, detail.right_sentence)
        book = book.mark_detail(make_detail_mark(detail.kind, *anchor_detail(comparison, detail), sentences, state))
    return book


def test_a_detail_set_aside_is_in_no_brief_and_no_passage_but_named_among_the_checks(comparison, hurt):
    book = judge(comparison, [hurt], "set aside")
    for render in (render_markdown, render_html):
        text = render(make_contents(comparison, book, ["brief", "passages"]))
        assert hurt.summary not in text
    assert f"figure set aside: {hurt.summary}" in render_markdown(make_contents(comparison, book))


def test_a_passage_whose_details_are_all_set_aside_differs_no_more(comparison, hurt, left, right):
    details = [detail for detail in comparison.details if detail.passage == hurt.passage]
    book = judge(comparison, details, "set aside")
    after = without_set_aside(comparison, place_notebook(book, left, right))
    assert comparison.passages[hurt.passage - 1].relation == "differs"
    assert after.passages[hurt.passage - 1].relation != "differs"
    assert [p.links for p in after.passages] == [p.links for p in comparison.passages]
    assert len(after.details) == len(comparison.details) - len(details)


@pytest.mark.parametrize("state", ["checked", "settled"])
def test_a_detail_otherwise_marked_stays(comparison, hurt, left, right, state):
    book = judge(comparison, [hurt], state)
    assert without_set_aside(comparison, place_notebook(book, left, right)) is comparison
    assert state in render_detail_table(make_contents(comparison, book))
