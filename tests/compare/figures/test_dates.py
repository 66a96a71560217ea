from datetime import date
from pathlib import Path

import pytest
import yaml

from tui.articles.load import make_article
from tui.compare.figures import find_dates, find_figures_and_dates

TABLE = yaml.safe_load(Path(__file__).with_name("dates.yaml").read_text(encoding="utf-8"))
PUBLISHED = date(2015, 5, 12)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0][:40])
def test_every_date_of_a_sentence_is_found_in_its_place_in_time_and_no_other(row):
    text, *wanted = row
    article = make_article(text, published=PUBLISHED)
    found = find_dates(article)
    assert [article.slice(entry.span) for entry in found] == [entry[0] for entry in wanted if entry]
    for entry, (_, *fields) in zip(found, filter(None, wanted), strict=True):
        assert [entry.value, entry.until, entry.precision, entry.explicit][: len(fields)] == fields


@pytest.mark.parametrize("said", ["on Tuesday", "yesterday", "last week", "two days ago", "last year"])
def test_a_relative_date_is_left_open_where_the_article_has_no_date(said):
    (found,) = find_dates(make_article(f"It opened {said}."))
    assert found.value is None


def test_a_month_without_a_year_tells_no_year_where_the_article_has_no_date():
    (found,) = find_dates(make_article("It opened on May 12."))
    assert (found.value, found.explicit) == ("--05-12", "--05-12")


def test_the_date_of_the_other_article_tells_the_year_of_a_month_and_nothing_relative():
    article = make_article("It opened on May 3 and in April; it shut yesterday and on Monday.")
    _, dates = find_figures_and_dates(article, nearby=PUBLISHED)
    assert [entry.value for entry in dates] == ["2015-05-03", "2015-04", None, None]
