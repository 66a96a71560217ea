"""Values in an unlinked sentence right beside a linked one, and what the rest of an article says of a value."""

import pytest

from tui.articles.load import make_article
from tui.compare.comparison import Link, Settings
from tui.compare.details import find_details
from tui.compare.engine import read_articles
from tui.compare.passages import form_passages

BUS = "A bus overturned near Altmoor on Tuesday."


def details_of(left, right, links=((0, 0),)):
    """Return the figures and dates that differ in two articles linked so."""
    one, two = read_articles(make_article(left), make_article(right))
    passages = form_passages(one, two, tuple(Link(i, j, 0.9) for i, j in links))
    return [
        (d.left and one.article.slice(d.left), d.right and two.article.slice(d.right), d.conflict)
        for d in find_details(one, two, passages, Settings())
        if d.kind in ("figure", "date") and d.left and d.right
    ]


@pytest.mark.parametrize(
    ("left", "right", "details"),
    [
        (
            f"{BUS}\n\nEight passengers were hurt, police said.",
            "Ten people were injured when a bus overturned near Altmoor on Tuesday.",
            [("Eight passengers", "Ten people", False)],
        ),
        (
            f"{BUS} Eight people were hurt, police said.",
            "Ten people were injured when a bus overturned near Altmoor on Tuesday.",
            [("Eight people", "Ten people", True)],
        ),
        (
            f"{BUS} It happened at 7.30am.",
            "A bus overturned near Altmoor at 9.15am when a lorry struck it.",
            [("7.30am", "9.15am", True)],
        ),
        (
            "The storm tore through the valley of Velka. Four villages were badly hit.",
            "The storm tore through the valley of Velka and hit five villages badly.",
            [("Four villages", "five villages", True)],
        ),
    ],
)
def test_a_value_beside_the_passage_is_held_against_it(left, right, details):
    assert [found for found in details_of(left, right) if found not in [("Tuesday", None, False)]] == details
    back = [(two, one, conflict) for one, two, conflict in details]
    assert details_of(right, left) == back


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Others are spoken of.
        (f"{BUS} Five soldiers were killed.", "Three people died when a bus overturned near Altmoor on Tuesday."),
        (f"{BUS} Eight people were hurt.", "Ten people died when a bus overturned near Altmoor on Tuesday."),
        # Something else happened then.
        (f"{BUS} Helpers left at 9.45am.", "A bus overturned near Altmoor at 9.15am when a lorry struck it."),
        # The passage itself has its value.
        (
            "Ten people were hurt when a bus overturned near Altmoor. Eight people were hurt in another crash.",
            "Ten people were injured when a bus overturned near Altmoor.",
        ),
        # The other article gives this value too.
        (
            f"{BUS} Eight people were hurt, police said.",
            "Ten people were injured when a bus overturned near Altmoor. Eight people had been hurt there in May.",
        ),
        # What can be is told, not what was.
        (
            "A quake shook houses in Velka. A magnitude 6 quake can shake houses badly.",
            "A magnitude 6.1 quake shook houses in Velka badly.",
        ),
        (f"{BUS} There were 12 seats.", "A bus with 40 seats overturned near Altmoor on Tuesday."),
    ],
)
def test_a_value_of_something_else_beside_the_passage_is_left_alone(left, right):
    assert details_of(left, right) == []


def test_a_linked_sentence_is_not_held_against_another_passage():
    left = f"{BUS} Eight people were hurt, police said."
    right = (
        "Ten people were injured when a bus overturned near Altmoor. Of the passengers, police said, eight were hurt."
    )
    assert details_of(left, right, ((0, 0), (1, 1))) == []


def test_two_dates_that_one_side_gives_both_are_no_conflict():
    left = "Sales of lamps in Velka peaked in 2013."
    right = "Sales of lamps in Velka dipped from the peak in 2014. The peak was in 2013."
    assert details_of(left, right) == [("2013", "2014", False)]
    assert details_of(left, right.partition(". ")[0] + ".") == [("2013", "2014", True)]
