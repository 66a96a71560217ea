"""Where two linked sentences part ways: the phrases that face one another, no longer than what differs."""

import pytest

from tui.articles.load import make_article
from tui.compare.comparison import Link
from tui.compare.details.field import Field
from tui.compare.details.pair import Pair
from tui.compare.details.wordings import find_wordings
from tui.compare.engine import read_articles
from tui.compare.passages import form_passages


def phrases(left: str, right: str) -> set[tuple[str | None, str | None]]:
    readings = read_articles(make_article(left), make_article(right))
    field = Field(Pair(readings[0], readings[1]), form_passages((Link(0, 0, 0.9),)))
    return {(one.text if one else None, two.text if two else None) for one, two in find_wordings(field.facing(0, 0))}


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("The flood damaged the mill at Brod.", "The flood destroyed the mill at Brod.", ("damaged", "destroyed")),
        ("The envoy criticised the pact.", "The envoy condemned the pact.", ("criticised", "condemned")),
        ("The firm bought the mill.", "The firm reportedly bought the mill.", ("bought", "reportedly bought")),
        ("The mayor will resign.", "The mayor will not resign.", ("resign", "not resign")),
        ("Police cleared the square.", "Police brutally cleared the square.", ("cleared", "brutally cleared")),
        ("The mayor may open the bridge.", "The mayor will open the bridge.", ("may", "will")),
        ("The board would not sell it.", "The board will sell it.", ("would not sell", "will sell")),
    ],
)
def test_what_differs_is_cut_to_the_words_that_change_the_claim(left: str, right: str, wanted: tuple[str, str]) -> None:
    assert wanted in phrases(left, right)
    assert (wanted[1], wanted[0]) in phrases(right, left)


def test_the_same_degree_in_other_words_is_no_other_wording() -> None:
    assert phrases("The flood razed the mill.", "The flood destroyed the mill.") == set()


def test_what_one_side_alone_says_faces_nothing() -> None:
    assert phrases("The trawler sank.", "The trawler sank after hitting a rock.") == {(None, "after hitting a rock")}
