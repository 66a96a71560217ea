"""Sentences that are nearly linked and contradict each other in a number are linked by that."""

import pytest

from tui.articles.load import make_article
from tui.compare import engine
from tui.compare.comparison import Comparison, Corrections, Link, Settings
from tui.compare.engine import compare, read_articles, recompare
from tui.compare.links import Linking, fitted_judgement, link_pair
from tui.compare.links.explaining import explain_link

LEFT = make_article(
    "Bridge at Kallum opens\nThe new bridge at Kallum opened to traffic on Sunday, two years late. "
    "On the piers 212 lamps burn at night. Mayor Tove Brandt cut a ribbon, and 40 schoolchildren sang."
)
RIGHT = make_article(
    "Kallum crosses its river\nAfter long delay cars rolled over the Kallum bridge on Sunday. "
    "The ferrymen, who lose their work, stood at the quay. Then 221 lamps were lit, and boats blew their horns."
)
NEAR = Link(2, 3, 0.27), Link(3, 2, 0.26), Link(3, 3, 0.25)
"""What could be linked: lamps with lamps, and two pairs that contradict each other in nothing."""


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> Comparison:
    """Return the comparison where nothing but that is known of the links."""
    monkeypatch.setattr(engine, "link_pair", lambda *_: Linking((), False, near=NEAR))
    return compare(LEFT, RIGHT)


def test_a_sure_contradiction_of_numbers_links_what_is_nearly_linked_and_is_its_reason(carried: Comparison) -> None:
    ((link,),) = (passage.links for passage in carried.passages)
    assert (link.left, link.right, link.score) == (2, 3, 0.27)
    assert (link.reasons[0].kind, link.reasons[0].text) == ("conflict", "212 lamps / 221 lamps") and not link.by_hand
    assert [detail.summary for detail in carried.details if detail.conflict] == ["212 / 221 lamps"]
    assert [passage.relation for passage in carried.passages] == ["differs"]


def test_an_explanation_says_that_the_numbers_made_the_link(carried: Comparison) -> None:
    told = explain_link(carried, 2, 3)
    assert told.linked and told.note == "nearly alike, and linked by numbers that cannot both be right"


def test_such_a_link_can_be_cut_by_hand_and_comes_back_with_undo(carried: Comparison) -> None:
    assert not recompare(carried, corrections=Corrections(unlinked=frozenset({(2, 3)}))).passages
    assert recompare(carried).passages == carried.passages


def test_what_is_nearly_linked_lies_below_the_score_of_a_link_and_none_is_where_a_score_is_asked_for() -> None:
    readings = read_articles(LEFT, RIGHT)
    linking, asked = link_pair(*readings, Settings()), link_pair(*readings, Settings(0.9))
    threshold = fitted_judgement().threshold
    assert all(link.score >= threshold for link in linking.links) and not asked.near
    assert all(threshold > link.score >= threshold / 2 for link in linking.near)
