from datetime import date, datetime

import pytest

from tui.articles.article import DateSource
from tui.articles.dating import address_date, property_dates, settle_dates, told_date, used_day
from tui.articles.load import load_article, make_article

STORY = "The bridge at Velmouth has closed. It will stay shut for a year, its owner said."


@pytest.mark.parametrize(
    ("head", "day_first", "day"),
    [
        ("March 8, 2019 — The bridge at Velmouth has closed.", None, date(2019, 3, 8)),
        ("VELMOUTH, March 8, 2019 (AP) — The bridge has closed.", None, date(2019, 3, 8)),
        ("WASHINGTON (AP) — The bridge at Velmouth has closed.", None, None),
        ("Published March 8, 2019. Updated 4:12 p.m.", None, date(2019, 3, 8)),
        ("Published 8 March 2019 | Updated 9 March 2019, 4:12 p.m.", None, date(2019, 3, 8)),
        ("Updated 9 March 2019, 4:12 p.m.; published 8 March 2019", None, date(2019, 3, 8)),
        ("Updated 9 March 2019", None, date(2019, 3, 9)),
        ("8/3/2019", True, date(2019, 3, 8)),
        ("8/3/2019", False, date(2019, 8, 3)),
        ("8/3/2019", None, None),
        ("8.3.2019", True, date(2019, 3, 8)),
        ("On March 8, 2019 the bridge was still open.", None, None),
    ],
)
def test_the_day_that_the_text_tells(head, day_first, day):
    assert make_article(f"Bridge closes\n{head}\n{STORY}", day_first=day_first).published == day


def test_what_the_article_says_of_itself_counts_more_than_what_is_noted_of_its_file():
    created, modified = datetime(2017, 3, 1, 8), datetime(2019, 4, 2, 9)
    dates = tuple(property_dates(created, modified))
    article = make_article(f"Bridge closes\n8 March 2019\n{STORY}", dates=dates)
    assert [(source.kind, source.is_used) for source in article.dates] == [
        ("dateline", True),
        ("modified", False),
        ("created", False),
    ]
    assert make_article(STORY, dates=dates).published == date(2019, 4, 2)


def test_the_day_of_conversion_or_printing_never_counts():
    now = datetime(2026, 11, 26, 15, 4, 10)
    converted = property_dates(now, now.replace(second=40))
    printed = DateSource("printed", date(2026, 11, 26))
    assert used_day(settle_dates((*converted, printed))) is None
    assert used_day(settle_dates((*converted, printed, DateSource("address", date(2019, 3, 8))))) == date(2019, 3, 8)


def test_a_day_that_a_page_tells_in_utc_gives_way_to_its_own_dateline():
    utc = told_date("meta tag", "2019-03-09T01:30:00Z")
    dateline = DateSource("dateline", date(2019, 3, 8))
    assert used_day(settle_dates((utc, dateline))) == date(2019, 3, 8)
    assert used_day(settle_dates((utc, DateSource("dateline", date(2019, 1, 8))))) == date(2019, 3, 9)


def test_a_time_counts_on_the_calendar_of_its_own_zone():
    assert told_date("JSON-LD", "2019-03-08T23:30:00-05:00").day == date(2019, 3, 8)
    assert told_date("JSON-LD", "yesterday") is None
    assert told_date("JSON-LD", "0101-01-01") is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2019/03/08/bridge", date(2019, 3, 8)),
        ("https://example.org/news/2019/mar/08/bridge", date(2019, 3, 8)),
        ("https://example.org/bridge-2019-03-08.html", date(2019, 3, 8)),
        ("https://example.org/a/20190308/bridge", date(2019, 3, 8)),
        ("https://example.org/2019/13/45/bridge", None),
        ("https://example.org/story/201903081234", None),
        ("https://example.org/bridge", None),
        (None, None),
    ],
)
def test_an_address_tells_a_day(address, day):
    found = address_date(address)
    assert (found.day if found else None) == day


@pytest.mark.parametrize(("language", "day"), [("en-GB", date(2019, 3, 8)), ("en-US", date(2019, 8, 3)), ("en", None)])
def test_the_language_of_a_page_says_what_comes_first_day_or_month(tmp_path, language, day):
    page = f"<html lang='{language}'><body><article><h1>Bridge closes</h1><p>8/3/2019</p>" + f"<p>{STORY}</p>" * 4
    (tmp_path / "a.html").write_text(page)
    assert load_article(str(tmp_path / "a.html")).published == day
