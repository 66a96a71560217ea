import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.notes.conftest import LEFT, RIGHT, quote
from tui.articles.article import Article, Span
from tui.articles.load import make_article
from tui.notes.anchors import LIKENESS_BAR, Anchor, anchor_span, find_anchor

VOCABULARY = ("a", "ferry", "ran", "aground", "near", "the", "island", "on", "Tuesday", "eight", "hurt", "–", "é", "漢")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=60)
TEXTS = WORDS.map(" ".join).filter(bool)


def place_of(words: str, before: str, after: str):
    """Return the place in the text `after` of what stood on `words` in the text `before`."""
    return find_anchor(after, quote(make_article(before), "left", words))


@st.composite
def anchored(draw) -> tuple[str, Anchor]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, anchor_span(Article(text), "left", Span(start, end))


@given(anchored())
def test_in_an_unchanged_text_every_anchor_is_where_it_was(drawn):
    text, anchor = drawn
    place = find_anchor(text, anchor)
    assert (place.span, place.finding) == (Span(anchor.start, anchor.end), "exact")


@given(anchored(), TEXTS)
def test_what_is_found_lies_in_the_text_and_is_what_it_is_said_to_be(drawn, other):
    _, anchor = drawn
    place = find_anchor(other, anchor)
    if place.span is None:
        assert place.finding == "orphaned"
        return
    assert 0 <= place.span.start < place.span.end <= len(other)
    found = other[place.span.start : place.span.end]
    if place.finding == "changed":
        assert place.likeness >= LIKENESS_BAR
    else:
        assert found == anchor.exact
        assert (place.finding == "exact") == (place.span.start == anchor.start)


@given(anchored(), TEXTS)
def test_new_text_before_or_after_moves_an_anchor_and_no_more(drawn, new):
    text, anchor = drawn
    if anchor.exact in new or len(anchor.prefix + anchor.suffix) < 20:
        return
    place = find_anchor(f"{new}\n{text}", anchor)
    assert place.span is not None
    assert f"{new}\n{text}"[place.span.start : place.span.end] == anchor.exact
    assert find_anchor(f"{text}\n{new}", anchor).span is not None


def test_of_two_like_places_the_one_with_the_same_context_is_taken():
    text = "Ten were hurt in Sandholm, police said. Ten were hurt in Altmoor, doctors said."
    place = find_anchor("New. " + text, anchor_span(Article(text), "left", Span(40, 53)))
    assert place.span == Span(45, 58)


def test_of_two_places_with_no_telling_context_the_nearest_is_taken():
    line = "The council met again on the same question and came to no end of it.\n"
    text = line * 9
    anchor = anchor_span(Article(text), "left", Span(4 * len(line), 5 * len(line) - 1))
    assert find_anchor("x" + text, anchor).span == Span(4 * len(line) + 1, 5 * len(line))


@pytest.mark.parametrize(
    ("words", "change", "now"),
    [
        ("214 people", ("214 people", "216 people"), "216 people"),
        ("Eight", ("Eight passengers", "Ten passengers"), "Ten"),
        ("Eight passengers were hurt", ("Eight passengers were hurt", "Ten passengers were injured"), "Ten passengers"),
        ("Captain Maren Ostby said", ("Maren Ostby", "Maren A. Ostby"), "Captain Maren A. Ostby said"),
        (
            "A ferry with 214 people on board ran aground near the island of Sandholm on Tuesday evening",
            ("ran aground near the island of Sandholm", "struck rocks off the island of Sandholm"),
            "A ferry with 214 people on board struck rocks off the island of Sandholm on Tuesday evening",
        ),
    ],
)
def test_a_quote_that_was_edited_is_found_as_changed(words, change, now):
    place = place_of(words, LEFT, LEFT.replace(*change))
    after = LEFT.replace(*change)
    assert place.finding == "changed"
    assert place.span is not None
    assert after[place.span.start : place.span.end].startswith(now)


def test_a_sentence_put_into_the_middle_of_a_quote_does_not_lose_it():
    words = LEFT[LEFT.index("Eight passengers") : LEFT.index(" by midnight")]
    new = LEFT.replace("Captain Maren", "A child was among them, according to the hospital. Captain Maren")
    place = place_of(words, LEFT, new)
    assert place.span is not None
    assert new[place.span.start : place.span.end] == new[new.index("Eight passengers") : new.index(" by midnight")]


@pytest.mark.parametrize("words", ["Eight", "said", "Captain", "All passengers were brought ashore by midnight."])
def test_what_is_gone_is_orphaned_and_not_put_on_other_words(words):
    other = "Parliament voted on the budget. Eight members were absent, the speaker said. A captain spoke."
    assert place_of(words, LEFT, other).finding == "orphaned"


def test_notes_do_not_wander_to_the_other_report_of_the_event():
    left = make_article(LEFT)
    for sentence in left.sentences:
        assert find_anchor(RIGHT, anchor_span(left, "left", sentence.span)).span is None


def test_a_removed_quote_between_unchanged_sentences_is_orphaned():
    gone = "Eight passengers were hurt, two of them seriously. "
    assert place_of(gone.strip(), LEFT, LEFT.replace(gone, "")).finding == "orphaned"


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 2), Span(0, len(LEFT) + 1), Span(5, 4)])
def test_no_anchor_is_made_outside_the_text(span):
    with pytest.raises(ValueError, match="no stretch"):
        anchor_span(Article(LEFT), "left", span)
