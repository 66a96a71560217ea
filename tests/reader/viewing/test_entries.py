"""What the sidebar lists."""

import pytest

from tests.reader.invented import invented_comparison
from tui.articles.article import Article, Span
from tui.articles.load import make_article
from tui.compare.comparison import Comparison, Detail, Mention
from tui.compare.engine import compare
from tui.compare.reading import Figure, Reading
from tui.reader.session.entries import GROUPS, filter_entries, list_entries
from tui.reader.session.short_values import date_label, short_value


def test_every_place_of_every_mention_and_quote_is_listed_once() -> None:
    comparison = invented_comparison()
    entries = list_entries(comparison)
    listed = sorted((side, span.start, span.end) for entry in entries for side, span in entry.places)
    expected = [("left", span.start, span.end) for mention in comparison.mentions for span in mention.left]
    expected += [("right", span.start, span.end) for mention in comparison.mentions for span in mention.right]
    expected += [(quote.side, quote.start, quote.end) for quote in comparison.quotes]
    assert listed == sorted(expected)


def test_groups_come_in_their_order_and_what_differs_comes_first() -> None:
    entries = list_entries(invented_comparison())
    order = [list(GROUPS).index(entry.group) for entry in entries]
    assert order == sorted(order)
    for group in GROUPS:
        differing = [entry.differs for entry in entries if entry.group == group]
        assert differing == sorted(differing, reverse=True)


def test_a_value_that_both_sides_say_is_not_shown_as_one_sides() -> None:
    """The left says 8 and 9, the right 9 alone: 8 against 9 is a difference, but 9 is not the right's own value."""
    left, right = Article("8 hurt, later 9 hurt"), Article("9 hurt")
    comparison = Comparison(
        left,
        right,
        (Reading(left), Reading(right)),
        details=(Detail(1, 0, 0, "figure", Span(0, 6), Span(0, 6), True, "8 / 9 hurt", ""),),
        mentions=(
            Mention("figure", "8 hurt", (Span(0, 6),), (), 8.0, "person"),
            Mention("figure", "9 hurt", (Span(14, 20),), (Span(0, 6),), 9.0, "person"),
        ),
    )
    entries = {entry.label: (entry.left, entry.right, entry.differs) for entry in list_entries(comparison)}
    assert entries == {"8 hurt": ("1", "–", True), "9 hurt": ("1", "1", True)}


def test_two_ages_of_one_person_are_told_as_ages() -> None:
    texts = ("Otto Lund, 61, was held.", "Otto Lund, 62, was held.")
    comparison = compare(*map(make_article, texts))
    figures = [(entry.label, entry.left, entry.right) for entry in list_entries(comparison) if entry.group == "figure"]
    assert figures == [("age", "61", "62")]


def test_the_filter_wants_every_word_in_any_case() -> None:
    entries = list_entries(invented_comparison())
    assert [entry.label for entry in filter_entries(entries, "PORT elle")] == ["Port Ellery"]
    assert filter_entries(entries, "port linde") == ()
    assert {entry.presence for entry in filter_entries(entries, "", "right")} == {"right"}
    assert all(entry.differs for entry in filter_entries(entries, "", "differs"))


@pytest.mark.parametrize(
    ("figure", "unit", "shown"),
    [
        (Figure(0, 1, "count", 6000, None, "person", None, "more_than"), "person", ">6,000"),
        (Figure(0, 1, "money", 1.5e9, None, "US dollar"), "US dollar", "1.5bn"),
        (Figure(0, 1, "percent", 12, None, "percent"), "percent", "12%"),
        (Figure(0, 1, "count", 3, 5, "person"), "person", "3–5"),
        (Figure(0, 1, "count", 0.25, None, "kilometre", None, "about"), "kilometre", "~0.25"),
    ],
)
def test_a_value_is_shown_in_a_few_characters(figure: Figure, unit: str, shown: str) -> None:
    assert short_value(figure, Mention("figure", "", (), (), figure.value, unit)) == shown


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("2015-05-12", "12 May 2015"),
        ("2014-04", "April 2014"),
        ("1962", "1962"),
        ("2015-13-01", "2015-13-01"),
        ("next week", "next week"),
        ("2015-05-12 to 2015-05-14", "2015-05-12 to 2015-05-14"),
    ],
)
def test_a_date_is_written_for_people(name: str, label: str) -> None:
    assert date_label(name) == label
