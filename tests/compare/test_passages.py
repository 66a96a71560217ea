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


def formed(*links: Link) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(passage.left, passage.right) for passage in form_passages(LETTERS, LETTERS, links)]


def test_a_sentence_is_split_over_two_that_stand_together() -> None:
    passages = form_passages(LETTERS, LETTERS, (Link(0, 3, 0.5), Link(0, 4, 0.6), Link(2, 1, 0.7)))
    assert [(p.number, p.left, p.right, p.score) for p in passages] == [(1, (0,), (3, 4), 0.6), (2, (2,), (1,), 0.7)]


def test_a_further_counterpart_somewhere_else_is_one_also() -> None:
    (passage,) = form_passages(LETTERS, LETTERS, (Link(0, 3, 0.9), Link(0, 6, 0.8)))
    assert (passage.left, passage.right) == ((0,), (3,))
    assert [(o.right, o.rank) for o in passage.links] == [(3, "main"), (6, "also")]


def test_a_link_between_two_passages_joins_none_and_stands_with_its_left_sentence() -> None:
    passages = form_passages(LETTERS, LETTERS, (Link(0, 0, 0.9), Link(1, 1, 0.9), Link(1, 0, 0.8)))
    assert [(p.left, p.right) for p in passages] == [((0,), (0,)), ((1,), (1,))]
    assert [[(o.left, o.right, o.rank) for o in p.links] for p in passages] == [
        [(0, 0, "main")],
        [(1, 1, "main"), (1, 0, "also")],
    ]


def test_a_weak_link_splits_no_sentence() -> None:
    assert formed(Link(0, 3, 0.9), Link(0, 4, 0.3)) == [((0,), (3,))]


def test_a_sentence_that_would_else_face_nothing_goes_before_the_split_of_another() -> None:
    assert formed(Link(0, 3, 0.9), Link(0, 4, 0.75), Link(1, 4, 0.7)) == [((0,), (3,)), ((1,), (4,))]
    assert formed(Link(0, 3, 0.9), Link(0, 4, 0.9), Link(1, 4, 0.5)) == [((0,), (3, 4))]


def test_a_headline_faces_a_headline_first_and_takes_no_sentence_from_another() -> None:
    left = Reading(make_article("Ants everywhere\n\nAnts came to town. They ate the bread."))
    right = Reading(make_article("Town full of ants\n\nThe ants came on Monday. Bread was eaten."))
    links = (Link(0, 1, 0.95), Link(1, 1, 0.8), Link(0, 0, 0.6), Link(0, 2, 0.5))
    assert [(p.left, p.right) for p in form_passages(left, right, links)] == [((0,), (0,)), ((1,), (1,))]
    alone = (Link(0, 1, 0.95),)
    assert [(p.left, p.right) for p in form_passages(left, right, alone)] == [((0,), (1,))]


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.sampled_from([0.3, 0.5, 0.7, 0.9])))
def test_every_link_is_in_one_passage_and_every_sentence_faces_one_or_a_few_together(
    scores: dict[tuple[int, int], float],
) -> None:
    links = tuple(Link(left, right, score) for (left, right), score in sorted(scores.items()))
    passages = form_passages(LETTERS, LETTERS, links)
    assert sorted((o.left, o.right) for p in passages for o in p.links) == sorted(scores)
    assert [p.number for p in passages] == list(range(1, len(passages) + 1))
    for side in ("left", "right"):
        held = [number for passage in passages for number in getattr(passage, side)]
        assert len(held) == len(set(held))
    for passage in passages:
        main = [link for link in passage.links if link.rank == "main"]
        assert passage.left == tuple(sorted({o.left for o in main}))
        assert passage.right == tuple(sorted({o.right for o in main}))
        assert min(len(passage.left), len(passage.right)) == 1
        for numbers in (passage.left, passage.right):
            assert numbers == tuple(range(numbers[0], numbers[0] + len(numbers)))
        for link in passage.links:
            assert link.left in passage.left or link.right in passage.right


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
