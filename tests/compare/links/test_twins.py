from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.compare.links.twins import find_twins

FIRST = (
    "The bridge at Velmouth has closed for a year, its owner said. Some 40 people crossed it every hour of the day. "
    "The council will meet on Tuesday to talk about a ferry. Nobody was hurt when the pier cracked in January. "
    "Some 30 people crossed the old bridge every hour of the day."
)


def faced(left: str, right: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(passage.left, passage.right) for passage in compare(make_article(left), make_article(right)).passages]


def test_sentences_alike_but_for_punctuation_and_case_are_twins():
    left = make_article("“We had no choice,” she said. It closed.")
    right = make_article('It CLOSED! "We had no choice", she said.')
    assert find_twins(left, right) == {0: 1, 1: 0}


def test_another_figure_makes_no_twin():
    assert find_twins(make_article("It cost 4.5 crowns."), make_article("It cost 4.6 crowns.")) == {}


def test_a_sentence_that_stands_several_times_faces_them_in_order():
    assert find_twins(make_article("It rains. It rains."), make_article("It rains. It snows. It rains.")) == {
        0: 0,
        1: 2,
    }


def test_in_a_later_version_a_sentence_faces_its_twin_alone_and_the_changed_one_its_old_form():
    later = FIRST.replace("40 people", "60 people") + " A spokesman declined to comment."
    comparison = compare(make_article(FIRST), make_article(later))
    assert comparison.revision
    assert [(passage.left, passage.right) for passage in comparison.passages] == [((n,), (n,)) for n in range(5)]
    assert [passage.relation for passage in comparison.passages] == ["same", "differs", "same", "same", "same"]
    assert {detail.left_sentence for detail in comparison.details} == {1}


def test_a_sentence_that_was_moved_faces_itself():
    sentences = FIRST.split(". ")
    moved = ". ".join([*sentences[2:3], *sentences[:2], *sentences[3:]])
    assert faced(FIRST, moved) == [((0,), (1,)), ((1,), (2,)), ((2,), (0,)), ((3,), (3,)), ((4,), (4,))]
