"""Why two sentences are linked, or are not."""

import pytest

from tui.articles.load import make_article
from tui.compare.comparison import Corrections
from tui.compare.engine import compare
from tui.compare.links.explaining import explain_link, explain_links

LEFT = make_article(
    "Ferry sinks off Tarsk\nThe ferry Alba sank off Tarsk on Monday and 14 sailors drowned. "
    "Captain Ines Falk blamed the fog. The harbour serves cheap soup.\nOla Berg contributed to this report."
)
RIGHT = make_article(
    "Fourteen drown off Tarsk\nFourteen sailors died when the ferry Alba went down near Tarsk. "
    "She said fog was to blame, Captain Falk told reporters. A new lighthouse opens in May.\nBy Mara Quist"
)
COMPARISON = compare(LEFT, RIGHT)


def test_a_link_tells_what_speaks_for_it_the_strongest_first() -> None:
    told = explain_link(COMPARISON, 1, 1)
    assert told.linked and told.probability >= told.threshold and not told.note
    assert any("Alba" in reason.text for reason in told.speaks_for)
    weights = [reason.weight for reason in told.speaks_for]
    assert weights == sorted(weights, reverse=True) and weights[-1] > 0
    assert all(reason.weight < 0 for reason in told.speaks_against)


def test_two_sentences_that_are_not_linked_tell_why_not() -> None:
    told = explain_link(COMPARISON, 3, 3)
    assert not told.linked and told.probability < told.threshold
    assert "they share few telling words" in {reason.text for reason in told.speaks_against}


def test_furniture_is_no_news() -> None:
    assert "belongs to the page" in explain_link(COMPARISON, 4, 4).note


def test_a_link_by_hand_and_a_cut_one_say_so() -> None:
    corrected = compare(LEFT, RIGHT, corrections=Corrections(frozenset({(3, 3)}), frozenset({(1, 1)})))
    assert explain_link(corrected, 3, 3).note == "linked by hand"
    cut = explain_link(corrected, 1, 1)
    assert cut.note == "unlinked by hand" and not cut.linked


def test_a_sentence_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        explain_link(COMPARISON, 40, 0)


def test_every_link_and_the_likeliest_of_every_other_sentence_are_explained() -> None:
    told = explain_links(COMPARISON)
    links = {(o.left, o.right) for p in COMPARISON.passages for o in p.links}
    assert {(one.left, one.right) for one in told if one.linked} == links
    assert {one.left for one in told} >= {0, 1, 2}
    assert explain_links(compare(make_article(""), RIGHT)) == ()
