import pytest

from tui.compare.names import capital_country, demonym_place, place_name, same_place
from tui.compare.names.choose import weights
from tui.compare.names.lexicon import adjectives, places


@pytest.mark.parametrize(
    ("word", "place"), [("Russian", "Russia"), ("Britons", "United Kingdom"), ("Chechen", "Chechnya"), ("Kerry", None)]
)
def test_an_adjective_tells_its_place(word: str, place: str | None) -> None:
    assert demonym_place(word) == place


@pytest.mark.parametrize(("capital", "country"), [("Moscow", "Russia"), ("Kiev", "Ukraine"), ("Lyon", None)])
def test_a_capital_tells_its_country(capital: str, country: str | None) -> None:
    assert capital_country(capital) == country


def test_country_adjective_and_capital_stand_for_one_place() -> None:
    assert same_place("Russian", "Moscow")
    assert same_place("U.S.", "American")
    assert not same_place("Russian", "Ukrainian")


@pytest.mark.parametrize(("said", "name"), [("U.K.", "United Kingdom"), ("KYIV", "Kyiv"), ("Atlantis", "Atlantis")])
def test_a_place_has_one_name_however_said(said: str, name: str) -> None:
    assert place_name(said) == name


def test_no_adjective_is_listed_as_a_place() -> None:
    known_as_both = {"Caribbean", "Mediterranean", "Atlantic", "Pacific", "Arctic", "Antarctic", "Vatican"}
    assert adjectives() & set(places()) <= known_as_both


def test_every_weight_is_a_number_for_each_of_the_three_kinds() -> None:
    assert len(weights()) > 80
    assert {len(row) for row in weights().values()} == {3}
