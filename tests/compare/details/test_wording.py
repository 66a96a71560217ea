"""Word-level differences: only words that differ, and none that the passage says elsewhere."""

import pytest

from tui.articles.load import make_article
from tui.compare.comparison import Link, Settings
from tui.compare.details import find_details
from tui.compare.details.pair import Pair
from tui.compare.engine import read_articles
from tui.compare.passages import form_passages


def details_of(left, right, links):
    """Return kind and words of every detail of two articles linked so."""
    one, two = read_articles(make_article(left), make_article(right))
    passages = form_passages(tuple(Link(i, j, 0.9) for i, j in links))
    return [
        (d.kind, d.left and one.article.slice(d.left), d.right and two.article.slice(d.right))
        for d in find_details(Pair(one, two), passages, Settings())
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Norvik paid $1.5bn for the mill.", "Norvik paid $1,500 million for the mill."),
        ("Norvik quietly paid $1.5bn for the mill.", "Norvik paid $1,500 million for the mill."),
        ("The river Eld flooded 40 homes near Altmoor.", "The river Eld swamped forty homes near Altmoor."),
    ],
)
def test_a_value_that_agrees_is_no_other_wording(left, right):
    told = [words for _, *words in details_of(left, right, [(0, 0)])]
    assert not [words for side in told for words in side if words and any(c.isdigit() for c in words)]
    assert "forty" not in str(told)


def test_words_that_the_next_sentence_of_the_passage_says_are_not_told_as_missing():
    left = "The storm hit Altmoor on Tuesday. Three people were hurt, police said."
    right = "The storm hit Altmoor on Tuesday and injured three people, according to police."
    assert [d for d in details_of(left, right, [(0, 0), (1, 0)]) if d[0] == "wording"] == []
