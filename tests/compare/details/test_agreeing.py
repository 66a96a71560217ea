"""Where in an article a value is given, found without holding it against every other one."""

from hypothesis import given
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.compare.details.agreeing import GivenValues, agree
from tui.compare.engine import read_articles
from tui.compare.reading import Figure
from tui.compare.units.unit import Unit

_SAID = [
    "6,104 people",
    "about 6,100 people",
    "6,000 deaths",
    "some 6,500 casualties",
    "more than 40 Norwegians",
    "40 people",
    "a dozen men",
    "12 children",
    "hundreds of people",
    "between 10 and 20 people",
    "5 km",
    "3.1 miles",
    "about 3 miles",
    "5,200 metres",
    "$1.5 billion",
    "1,498 million dollars",
    "$1.5bn",
    "€3 million",
    "2,950,000 euros",
    "30 cents",
    "a third",
    "33 percent",
    "36 percent",
    "33.3%",
    "half",
    "50%",
    "-4 percent",
    "4 percent",
    "2-1",
    "1-2",
    "60 to 40",
    "32 degrees Fahrenheit",
    "0 degrees Celsius",
    "1 degree Celsius",
    "34 °F",
    "two days",
    "48 hours",
    "about 50 hours",
    "a week",
    "7 days",
    "aged 62",
    "aged 64",
    "one",
    "1",
    "1950",
    "1,953",
    "0.5",
    "0.49",
    "1e12",
    "10,400,000,000 people",
    "12 May 2015",
    "May 12",
    "12 May",
    "Tuesday",
    "on Tuesday",
    "Tuesday night",
    "May 2015",
    "in May",
    "2015",
    "the 2010s",
    "January to December 2015",
    "from 1 May to 3 May 2015",
    "10 a.m.",
    "10:00 GMT",
    "6 a.m. EDT",
    "10 a.m. on 12 May 2015",
    "12 May 2015 at noon",
    "last week",
    "the first half",
    "the first half of 2015",
    "spring 2015",
    "early May",
    "yesterday",
]


def _values() -> list[Unit]:
    (reading,) = read_articles(make_article("\n\n".join(f"They gave it as {said}, he said." for said in _SAID)))
    text = reading.article.text
    return [
        Unit(
            "figure" if isinstance(v, Figure) else "date", "figure", v.start, v.end, 0, 1, v, text=text[v.start : v.end]
        )
        for v in (*reading.figures, *reading.dates)
    ]


VALUES = _values()


@given(st.lists(st.lists(st.sampled_from(VALUES), max_size=4), max_size=12), st.sampled_from(VALUES), st.booleans())
def test_a_value_is_found_wherever_it_is_given_in_any_words(
    sentences: list[list[Unit]], unit: Unit, unit_is_left: bool
) -> None:
    given_in = {
        number
        for number, units in enumerate(sentences)
        for other in units
        if other.kind == unit.kind and (agree(unit, other) if unit_is_left else agree(other, unit))
    }
    assert GivenValues(sentences).sentences_with(unit, unit_is_left=unit_is_left) == given_in


def test_every_two_values_that_agree_are_found_by_one_another() -> None:
    sentences = [[value] for value in VALUES]
    for unit in VALUES:
        agreeing = {n for n, other in enumerate(VALUES) if other.kind == unit.kind and agree(unit, other)}
        assert GivenValues(sentences).sentences_with(unit, unit_is_left=True) == agreeing, unit.text
