"""Links that hang together become passages."""

from hypothesis import given
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.compare.comparison import Link
from tui.compare.passages import find_headlines, form_passages


def formed(*links: Link) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(passage.left, passage.right) for passage in form_passages(links)]


def test_a_sentence_is_split_over_two_that_stand_together() -> None:
    passages = form_passages((Link(0, 3, 0.5), Link(0, 4, 0.6), Link(2, 1, 0.7)))
    assert [(p.number, p.left, p.right, p.score) for p in passages] == [(1, (0,), (3, 4), 0.6), (2, (2,), (1,), 0.7)]


def test_a_further_counterpart_somewhere_else_is_one_also() -> None:
    (passage,) = form_passages((Link(0, 3, 0.9), Link(0, 6, 0.8)))
    assert (passage.left, passage.right) == ((0,), (3,))
    assert [(o.right, o.rank) for o in passage.links] == [(3, "main"), (6, "also")]


def test_a_link_between_two_passages_joins_none_and_stands_with_its_left_sentence() -> None:
    passages = form_passages((Link(0, 0, 0.9), Link(1, 1, 0.9), Link(1, 0, 0.8)))
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
    left = make_article("Ants everywhere\n\nAnts came to town. They ate the bread.")
    right = make_article("Town full of ants\n\nThe ants came on Monday. Bread was eaten.")
    headlines = find_headlines(left, right)
    links = (Link(0, 1, 0.95), Link(1, 1, 0.8), Link(0, 0, 0.6), Link(0, 2, 0.5))
    assert [(p.left, p.right) for p in form_passages(links, headlines)] == [((0,), (0,)), ((1,), (1,))]
    assert [(p.left, p.right) for p in form_passages((Link(0, 1, 0.95),), headlines)] == [((0,), (1,))]


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.sampled_from([0.3, 0.5, 0.7, 0.9])))
def test_every_link_is_in_one_passage_and_every_sentence_faces_one_or_a_few_together(
    scores: dict[tuple[int, int], float],
) -> None:
    links = tuple(Link(left, right, score) for (left, right), score in sorted(scores.items()))
    passages = form_passages(links)
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
