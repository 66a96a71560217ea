from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.compare.figures import find_dates, find_figures
from tui.compare.figures.compare import relation_of
from tui.compare.figures.compare_dates import relation_of_dates

TABLE = yaml.safe_load(Path(__file__).with_name("relations.yaml").read_text(encoding="utf-8"))


def the_figure(text):
    (figure,) = find_figures(make_article(text))
    return figure


def the_date(text):
    (found,) = find_dates(make_article(text, published=date(2015, 5, 12)))
    return found


@pytest.mark.parametrize(("left", "right", "verdict", "why"), TABLE["figures"])
def test_two_figures_stand_to_each_other_as_a_reader_would_say(left, right, verdict, why):
    found = relation_of(the_figure(left), the_figure(right))
    assert found.verdict == verdict
    assert why in found.why


@pytest.mark.parametrize(("left", "right", "verdict", "why"), TABLE["dates"])
def test_two_dates_stand_to_each_other_as_a_reader_would_say(left, right, verdict, why):
    found = relation_of_dates(the_date(left), the_date(right))
    assert found.verdict == verdict
    assert why in found.why


@pytest.mark.parametrize(
    "row", [(*row, "figures") for row in TABLE["figures"]] + [(*row, "dates") for row in TABLE["dates"]]
)
def test_the_verdict_is_the_same_with_the_sides_exchanged(row):
    left, right, verdict, _, kind = row
    if kind == "figures":
        assert relation_of(the_figure(right), the_figure(left)).verdict == verdict
    else:
        assert relation_of_dates(the_date(right), the_date(left)).verdict == verdict


WORDS = """
7 10 12 40 1.5 2,014 million dozens of hundreds two three half third more than about at least up to $ £ % miles km hours
days people killed soldiers dead year-old and -
"""
DATES = """
on Monday Tuesday May 3 12 2014 2015 0000-01-01 9999-12-31 last next week weekend year month two days later earlier in
the 1990s 10:30 GMT ET pm night summer third quarter of first half following previous , - to
"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=24))
def test_any_two_figures_stand_to_each_other_the_same_from_both_sides(words):
    found = find_figures(make_article(" ".join(words)))
    for one in found:
        for two in found:
            assert relation_of(one, two).verdict == relation_of(two, one).verdict
        assert relation_of(one, one).verdict == "same"


@given(st.lists(st.sampled_from(DATES.split()), max_size=24), st.dates() | st.none())
def test_any_two_dates_stand_to_each_other_the_same_from_both_sides(words, published):
    found = find_dates(make_article(" ".join(words), published=published))
    for one in found:
        for two in found:
            assert relation_of_dates(one, two).verdict == relation_of_dates(two, one).verdict
