"""Links that hang together become passages, and what their relation means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.article import Span
from tui.articles.load import make_article
from tui.compare.comparison import Detail, DetailKind, Link
from tui.compare.passages import form_passages, with_relations
from tui.compare.reading import Reading


def reading(*sentences: str) -> Reading:
    return Reading(make_article("\n".join(sentences)))


LETTERS = reading(
    *(f"Sentence about {word}." for word in ("ants", "bees", "cats", "dogs", "eels", "foxes", "goats", "hens"))
)


def test_links_that_share_a_sentence_are_one_passage() -> None:
    links = (Link(0, 3, 0.5), Link(0, 4, 0.6), Link(2, 1, 0.7))
    passages = form_passages(LETTERS, LETTERS, links)
    assert [(p.number, p.left, p.right, p.score) for p in passages] == [(1, (0,), (3, 4), 0.6), (2, (2,), (1,), 0.7)]


@given(st.frozensets(st.tuples(st.integers(0, 7), st.integers(0, 7))))
def test_every_link_is_in_exactly_one_passage(pairs: frozenset[tuple[int, int]]) -> None:
    links = tuple(Link(left, right, 0.5) for left, right in sorted(pairs))
    passages = form_passages(LETTERS, LETTERS, links)
    assert sorted((o.left, o.right) for p in passages for o in p.links) == sorted(pairs)
    assert [p.number for p in passages] == list(range(1, len(passages) + 1))
    assert [p.links[0] for p in passages] == sorted((p.links[0] for p in passages), key=lambda o: (o.left, o.right))
    for passage in passages:
        assert passage.left == tuple(sorted({o.left for o in passage.links}))
        assert passage.right == tuple(sorted({o.right for o in passage.links}))


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The U.S. envoy left Tarsk on Monday.", "The US envoy left Tarsk on Monday.", "same"),
        ("The mayor of Tarsk has opened four new schools.", "The mayor of Tarsk opened 4 new schools.", "same"),
        ("Ten people died when the ferry sank.", "The sinking of the ferry killed ten.", "similar"),
        ("Ten people died.", "Ten people died when the ferry sank off Tarsk in a storm.", "similar"),
    ],
)
def test_same_means_nearly_the_same_words(left: str, right: str, relation: str) -> None:
    (passage,) = form_passages(reading(left), reading(right), (Link(0, 0, 0.9),))
    assert passage.relation == relation


@pytest.mark.parametrize(("kind", "relation"), [("figure", "differs"), ("claim", "differs"), ("wording", "similar")])
def test_a_differing_detail_other_than_wording_makes_a_passage_differ(kind: DetailKind, relation: str) -> None:
    (passage,) = form_passages(reading("Ten died."), reading("The storm killed eight."), (Link(0, 0, 0.9),))
    detail = Detail(1, 0, 0, kind, Span(0, 3), Span(17, 22), True, "10 / 8 people killed", "both are exact")
    assert [p.relation for p in with_relations([passage], (detail,))] == [relation]
    assert [p.relation for p in with_relations([passage], ())] == ["similar"]


def test_a_weak_link_does_not_chain_two_passages_into_one() -> None:
    links = (Link(0, 0, 0.9), Link(1, 1, 0.9), Link(0, 1, 0.3))
    passages = form_passages(LETTERS, LETTERS, links)
    assert [(p.left, p.right) for p in passages] == [((0,), (0, 1)), ((1,), (1,))]


def test_a_chain_through_the_whole_article_is_many_passages() -> None:
    links = tuple(Link(n, n + step, 0.5) for n in range(7) for step in (0, 1))
    passages = form_passages(LETTERS, LETTERS, links)
    assert max(len(p.left) + len(p.right) for p in passages) <= 5


def test_what_is_told_twice_on_both_sides_is_one_passage() -> None:
    links = tuple(Link(left, right, 0.5) for left in (0, 3) for right in (1, 2))
    (passage,) = form_passages(LETTERS, LETTERS, links)
    assert (passage.left, passage.right) == ((0, 3), (1, 2))
