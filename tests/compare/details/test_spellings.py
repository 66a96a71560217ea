"""One name in two spellings: told as such, once, and never as two people."""

import pytest

from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.compare.telling import tell

PAIRS = [
    ("The council heard Rufus Brieland on Friday.", "The council heard Rufus Breiland on Friday."),
    ("Treasurer Helga Niemeyer left over the money.", "The treasurer, Helga Neimeyer, left over the money."),
    ("Police arrested Anton Przbylski at the border.", "Police arrested Anton Przybylski at the border."),
    ("The cellist Marta Lindqvist won the prize.", "The cellist Marta Lindquist won the prize."),
]


def people(left: str, right: str) -> list[tuple[str, str, bool]]:
    comparison = tell(compare(make_article(left), make_article(right)))
    return [(d.summary, d.why, d.conflict) for d in comparison.details if d.kind == "person"]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_a_name_misspelt_on_one_side_is_told_as_spelt_differently(left: str, right: str) -> None:
    for one, two in ((left, right), (right, left)):
        (told,) = people(one, two)
        assert told[1:] == ("spelt differently", False)


def test_it_is_told_once_however_often_the_name_stands_there() -> None:
    left = "The council heard Rufus Brieland on Friday.\n\nRufus Brieland then left the town hall by the back door."
    right = "The council heard Rufus Breiland on Friday.\n\nRufus Breiland then left the town hall by the back door."
    assert [why for _, why, _ in people(left, right)] == ["spelt differently"]


def test_a_shorter_form_or_a_pet_name_is_no_other_spelling() -> None:
    assert people("The council heard Rufus Brieland on Friday.", "The council heard Mr Brieland on Friday.") == []
    assert "spelt differently" not in [
        why for _, why, _ in people("Stephen Marlow resigned on Friday.", "Steve Marlow resigned on Friday.")
    ]
