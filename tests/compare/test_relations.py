"""How a passage's two sides stand to each other: it follows from what matters, not from how much is told."""

from dataclasses import replace

import pytest

from tui.articles.article import Span
from tui.articles.load import make_article
from tui.compare.comparison import Detail, DetailKind, Link
from tui.compare.engine import compare
from tui.compare.passages import form_passages
from tui.compare.reading import Reading
from tui.compare.relations import with_relations
from tui.compare.telling import tell


def relation(left: str, right: str, *details: Detail) -> str:
    readings = Reading(make_article(left)), Reading(make_article(right))
    (passage,) = with_relations(form_passages((Link(0, 0, 0.9),)), details, readings)
    return passage.relation


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The U.S. envoy left Tarsk on Monday.", "The US envoy left Tarsk on Monday.", "same"),
        ("The mayor of Tarsk has opened four new schools.", "The mayor of Tarsk opened 4 new schools.", "same"),
        ("“We will rebuild it by spring,” said Kolar.", "Kolar said: “We will rebuild it by spring.”", "same"),
        ("“We will rebuild every house,” he said.", "“We will rebuild every house,” Mr Kolar said on Friday.", "same"),
        ("Ten people died when the ferry sank.", "The sinking of the ferry killed ten.", "similar"),
        ("Ten people died.", "Ten people died when the ferry sank off Tarsk in a storm.", "similar"),
        ("The ferry was booked out on Friday.", "No berth was left on the ferry by Friday.", "similar"),
    ],
)  # fmt: skip
def test_same_means_nearly_the_same_words_in_one_order(left: str, right: str, expected: str) -> None:
    assert relation(left, right) == expected


def test_what_one_side_denies_is_never_nearly_the_same() -> None:
    assert relation("The mayor will resign on Monday.", "The mayor will not resign on Monday.") == "similar"
    assert relation("The mayor was at home on Monday.", "The mayor wasn't at home on Monday.") == "similar"


@pytest.mark.parametrize(("kind", "expected"), [("figure", "differs"), ("claim", "differs"), ("wording", "similar")])
def test_a_differing_detail_other_than_wording_makes_a_passage_differ(kind: DetailKind, expected: str) -> None:
    detail = Detail(1, 0, 0, kind, Span(0, 3), Span(17, 22), True, "10 / 8 people killed", "both are exact")
    assert relation("Ten died.", "The storm killed eight.", detail) == expected
    assert relation("Ten died.", "The storm killed eight.") == "similar"


def test_a_detail_that_matters_little_leaves_the_relation_and_a_conflict_never_does() -> None:
    detail = Detail(1, 0, 0, "claim", Span(0, 3), Span(17, 22), False, "", "", importance=0.45)
    assert relation("Ten died.", "The storm killed eight.", detail) == "similar"
    assert relation("Ten died.", "The storm killed eight.", replace(detail, conflict=True)) == "differs"


def test_how_much_is_told_changes_no_relation() -> None:
    left = make_article(
        "Eight people were hurt in the crash near Oslo on Monday, and the road was closed for hours.\n\n"
        "The mayor of Oslo opened the bridge on Friday."
    )
    right = make_article(
        "Ten people were hurt in the crash near Oslo on Monday, and the road stayed open.\n\n"
        "The mayor opened the long bridge on Friday."
    )
    comparison = compare(left, right)
    levels = [tell(comparison, level) for level in ("few", "more", "all")]  # type: ignore[arg-type]
    assert len({tuple(p.relation for p in told.passages) for told in levels}) == 1
    few = levels[0]
    told = {d.passage for d in few.details if d.kind != "wording"}
    assert {p.number for p in few.passages if p.relation == "differs"} == told
