import pytest

from tui.articles.load import make_article
from tui.compare.figures import find_dates, find_figures
from tui.compare.figures.wording import date_in_words, figure_in_words

FIGURES = [
    ("More than 6,000 people have been killed.", "6,000 people killed"),
    ("They paid $1.5bn.", "$1.5 billion"),
    ("It costs $3.20 a gallon.", "$3.20 per gallon"),
    ("They paid 40 billion US dollars.", "40 billion US dollars"),
    ("It rose 2.5 percentage points.", "2.5 percentage points"),
    ("It lasted 1 hour.", "1 hour"),
    ("He is 5ft 10in tall.", "5.83 feet"),
    ("Two-thirds of them left.", "2/3"),
    ("Dozens of flights were late.", "dozens of flights"),
    ("A 45-year-old woman left.", "aged 45"),
    ("They won 3-1 at home.", "3-1"),
    ("It fell to minus 12 degrees Celsius.", "-12 degrees Celsius"),
    ("A 6.1-magnitude quake struck.", "magnitude 6.1"),
    ("The rate was .001 per cent.", "0.001%"),
]
DATES = [
    ("on 12 May 2015", "12 May 2015"),
    ("in April 2014", "April 2014"),
    ("in the 1990s", "1990s"),
    ("from 2014-2018", "2014 to 2018"),
    ("on May 12", "12 May"),
    ("in the summer of 2014", "summer 2014"),
    ("at 10:24 GMT", "10:24 GMT"),
    ("two days ago", "two days ago"),
]


@pytest.mark.parametrize(("text", "name"), FIGURES)
def test_a_figure_is_named_by_its_value_and_what_it_counts(text, name):
    (figure,) = find_figures(make_article(text))
    assert figure_in_words(figure) == name


@pytest.mark.parametrize(("text", "name"), DATES)
def test_a_date_is_named_as_a_reader_writes_it(text, name):
    article = make_article(f"It opened {text}.")
    (date,) = find_dates(article)
    assert date_in_words(date, article.slice(date.span)) == name
