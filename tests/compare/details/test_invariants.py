"""What holds of details whatever the articles say."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.compare.comparison import Link, Settings
from tui.compare.details import find_details
from tui.compare.details.pair import Pair
from tui.compare.engine import compare, read_articles
from tui.compare.figures.compare import relation_of
from tui.compare.passages import form_passages

PIECES = [
    "Ana Ruiz", "the mayor", "Oslo", "Norway, Sweden and Denmark", "12", "at least 9", "3 March", "on Monday", "$1.5bn",
    "people", "killed", "were hurt", "said", "denied", "could only", "not", "“never again”", '"we', 'will see"',
    ",", ".",
    "destroyed", "damaged", "reportedly", "both countries", "half of the", "houses", "—", "5 km", "3 miles", "he",
    "according to", "police", "U.S.", "’s", "(", ")", ";", "several", "and", "\n", "東京", "\u202e", "e\u0301",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def details_of(left, right):
    """Return the details with every sentence of the left linked to every one of the right."""
    one, two = read_articles(make_article(left), make_article(right))
    links = tuple(Link(i, j, 0.9) for i in range(len(one.article.sentences)) for j in range(len(two.article.sentences)))
    return one, two, find_details(Pair(one, two), form_passages(links), Settings(wording_threshold=0.1))


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_every_detail_stands_inside_its_two_sentences(left, right):
    one, two, details = details_of(left, right)
    for detail in details:
        assert detail.left or detail.right
        for reading, number, span in (
            (one, detail.left_sentence, detail.left),
            (two, detail.right_sentence, detail.right),
        ):
            assert span is None or (span.start < span.end and reading.article.sentences[number].span.holds(span))
        assert detail.summary and "\n" not in detail.summary and detail.why


@settings(max_examples=40, deadline=None)
@given(texts)
def test_an_article_differs_from_itself_in_nothing(text):
    article = make_article(text)
    comparison = compare(article, article)
    assert [d for d in comparison.details if d.kind != "wording" and d.left_sentence == d.right_sentence] == []


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_the_same_is_found_however_often_one_looks(left, right):
    assert details_of(left, right)[2] == details_of(left, right)[2]


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_changing_sides_changes_sides_only(left, right):
    there, back = details_of(left, right)[2], details_of(right, left)[2]
    numbers = {"figure", "date"}
    assert {(d.kind, d.left, d.right, d.conflict) for d in there if d.kind in numbers} == {
        (d.kind, d.right, d.left, d.conflict) for d in back if d.kind in numbers
    }


def test_a_page_without_a_full_stop_is_no_sentence_to_find_details_in():
    left = "12 people died and " * 120
    assert details_of(left, left.replace("12", "13"))[2] == ()
    assert details_of("12 people died in Oslo.", "13 people died in Oslo.")[2]


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_no_figure_or_date_is_told_of_one_side_that_a_linked_sentence_of_the_other_gives(left, right):
    one, two, details = details_of(left, right)
    said = [article.text.lower() for article in (one.article, two.article)]
    for detail in details:
        if detail.kind in ("figure", "date") and None in (detail.left, detail.right):
            span, side = (detail.left, 0) if detail.left else (detail.right, 1)
            told = said[side][span.start : span.end]
            other = (two, one)[side]
            values = [*other.figures, *other.dates]
            assert told not in {said[1 - side][value.start : value.end] for value in values}


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_no_figure_date_or_quotation_answers_two_things(left, right):
    one, two, details = details_of(left, right)
    said = [article.text.lower() for article in (one.article, two.article)]
    pairs = [d for d in details if d.kind in ("figure", "date", "quote") and d.left and d.right]
    for a, b in itertools.combinations(pairs, 2):
        if a.kind == b.kind and a.left.overlaps(b.left):
            assert _are_one(a.kind, said[1], a.right, b.right, two)
        if a.kind == b.kind and a.right.overlaps(b.right):
            assert _are_one(a.kind, said[0], a.left, b.left, one)


def _are_one(kind, text, a, b, reading):
    if text[a.start : a.end] == text[b.start : b.end]:
        return True
    values = {(value.start, value.end): value for value in (reading.figures if kind == "figure" else reading.dates)}
    one, two = (values.get((span.start, span.end)) for span in (a, b))
    if kind == "quote" or one is None or two is None:
        return False
    # "5 km" and "3 miles" are one distance, told twice.
    return one.value == two.value or (kind == "figure" and relation_of(one, two).verdict in ("same", "compatible"))
