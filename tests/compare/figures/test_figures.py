from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.compare.figures import find_dates, find_figures

TABLE = yaml.safe_load(Path(__file__).with_name("figures.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0][:40])
def test_every_figure_of_a_sentence_is_found_with_its_value_and_unit_and_no_other(row):
    text, *wanted = row
    article = make_article(text)
    found = find_figures(article)
    assert [article.slice(figure.span) for figure in found] == [entry[0] for entry in wanted if entry]
    for figure, (_, kind, value, unit, *more) in zip(found, filter(None, wanted), strict=True):
        low, high = value if isinstance(value, list) else (value, None)
        assert (figure.kind, figure.unit) == (kind, unit)
        assert figure.value == pytest.approx(low, rel=1e-9)
        assert figure.high == high
        assert [figure.counted, figure.qualifier][: len(more)] == more


WORDS = """
0 1 7 12 40 1.5 2,014 1990 2015 10:30 million billion hundred dozen dozens of a an one two three twenty half third and
or to from between more than at least about $ £ US$ € % percent km miles hours years old -year-old people killed dead
May March Monday last next this week year ago later early , . - / ( ) : GMT pm am 's s th °C ½
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=30).flatmap(
    lambda words: st.sampled_from([" ", ""]).map(lambda joiner: joiner.join(words))
)


@given(TEXTS | st.text(max_size=80))
def test_figures_and_dates_lie_inside_the_text_in_order_without_overlap(text):
    article = make_article(text)
    for found in (find_figures(article), find_dates(article)):
        edges = [edge for entry in found for edge in (entry.start, entry.end)]
        assert edges == sorted(edges)
        assert all(0 <= entry.start < entry.end <= len(article.text) for entry in found)
        assert all(article.slice(entry.span).strip() == article.slice(entry.span) for entry in found)


@given(st.integers(min_value=2, max_value=999_999_999), st.sampled_from(["people", "boats", "miles"]))
def test_a_number_with_thousands_marked_has_the_value_that_is_written(number, noun):
    (figure,) = find_figures(make_article(f"They counted {number:,} {noun}."))
    assert figure.value == number


def test_a_run_of_digits_that_nobody_can_read_is_no_figure():
    assert find_figures(make_article("The code is " + "9" * 5000 + ".")) == ()
