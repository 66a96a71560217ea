"""Where the articles are from and what was told of them can be read at any time."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reader.ferry_app import FerryApp
from tests.reader.pairs import ferry
from tui.articles.article import Article, DateSource
from tui.articles.load import make_article
from tui.compare.comparison import UsedModel
from tui.reader.engine.wire import Costs
from tui.reader.mistakes import Mistake
from tui.reader.notices import Notice, besides
from tui.reader.opening.about_box import about_items
from tui.reader.session.lookup import Lookup, side_names
from tui.reader.session.place import view_title
from tui.reader.session.session import Session
from tui.reader.widgets.row_list import RowList


def page(*args: object) -> str:
    return "\n".join("".join(text for text, _ in line) for item in about_items(*args) for line in item.lines(80))  # type: ignore[arg-type]


def test_the_page_tells_where_articles_are_from_and_every_warning() -> None:
    comparison = ferry()
    left = replace(comparison.left, origin="post.html", author="A. Lind", warnings=("the encoding is a guess",))
    told = page(
        Lookup((left, comparison.right)), (Notice("Reload", "post.html is gone"),), (Mistake("c.yaml", 3, "x", "no"),)
    )
    for words in ("The Harbour Post", "4 March 2031", "A. Lind", "post.html", "the encoding is a guess"):
        assert words in told
    assert "Reload: post.html is gone" in told and "c.yaml:3: x" in told
    assert "14 sentences" in told


def test_the_page_tells_which_dates_were_told_and_which_counts_and_what_was_left_out() -> None:
    comparison = ferry()
    dates = (
        DateSource("JSON-LD", date(2031, 3, 4), "2031-03-04T06:10:00+01:00", is_used=True),
        DateSource("updated", date(2031, 3, 5)),
        DateSource("printed", date(2033, 1, 2)),
    )
    left = replace(comparison.left, published=date(2031, 3, 4), dates=dates, left_out=("2 comments, by B. Holt",))
    told = page(Lookup((left, comparison.right)))
    assert "4 March 2031 (from the page's JSON-LD)" in told
    assert "5 March 2031 (last changed) · 2 January 2033 (the file was printed)" in told
    assert "left out   2 comments, by B. Holt" in told


def test_the_page_tells_what_an_article_says_of_its_own_corrections() -> None:
    note = "Correction: The ferry carried 212 people, not 210."
    article = make_article(f"Ferry runs aground\nA ferry ran aground off Skarholm on Thursday.\n{note}")
    assert f"corrected  {note}" in page(Lookup((article, article)))


def test_the_page_tells_how_much_of_each_article_the_other_one_reports() -> None:
    comparison = ferry()
    told = page(Lookup((comparison.left, comparison.right), comparison))
    assert "10 of 13 sentences: 1 in nearly the same words" in told


def test_a_notice_of_an_articles_own_warnings_is_told_once() -> None:
    article = Article("", warnings=("one", "two"))
    notices = [Notice("left", "one\ntwo"), Notice("Notes", "torn"), Notice("Notes", "torn")]
    assert besides(notices, (article,)) == (Notice("Notes", "torn"),)


async def test_a_warning_that_has_gone_is_counted_and_read_again() -> None:
    app = FerryApp()
    left, right = app.articles
    app.session = Session(replace(left, warnings=("the encoding is a guess",)), right)
    app.comparison = replace(app.comparison, left=app.articles[0])
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        app.notify("the disk is full", title="Not saved", severity="error", markup=False)
        await pilot.pause()
        header = app.pair_screen.query_one("Header")
        text = header.render_line(0).text
        assert "▲2" in text
        await pilot.click(header, offset=(text.index("▲2"), 0))
        await pilot.pause()
        items = app.screen.query_one(RowList).items
        told = "\n".join("".join(text for text, _ in line) for item in items for line in item.lines(80))
        assert "the encoding is a guess" in told and "Not saved: the disk is full" in told
        await pilot.press("escape")
        assert app.screen is app.pair_screen


async def test_a_pair_without_warnings_shows_no_sign_of_them() -> None:
    app = FerryApp()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert "▲" not in app.pair_screen.query_one("Header").render_line(0).text


@pytest.mark.parametrize(
    ("left", "right", "revision", "turned", "names"),
    [
        (None, None, False, False, ("left", "right")),
        (None, None, True, False, ("earlier", "later")),
        (None, None, True, True, ("left", "right")),
        (date(2031, 3, 4), date(2031, 3, 4), True, False, ("earlier", "later")),
        (date(2031, 3, 4), None, True, False, ("earlier", "later")),
        (date(2031, 3, 5), date(2031, 3, 4), True, False, ("left", "right")),
        (date(2031, 3, 4), date(2031, 3, 5), True, True, ("earlier", "later")),
        (date(2031, 3, 4), date(2031, 3, 5), False, False, ("left", "right")),
    ],
)
def test_two_versions_of_one_text_are_called_earlier_and_later_unless_their_dates_say_otherwise(
    left: date | None, right: date | None, revision: bool, turned: bool, names: tuple[str, str]
) -> None:
    assert side_names((Article("", published=left), Article("", published=right)), revision, turned) == names


async def test_the_screen_calls_two_versions_earlier_and_later() -> None:
    app = FerryApp()
    app.comparison = replace(app.comparison, revision=True)
    async with app.run_test(size=(150, 40)) as pilot:
        await pilot.pause()
        await pilot.pause()
        screen = app.pair_screen
        header = screen.query_one("Header").render_line(0).text
        assert "only earlier 3 · only later 4" in header
        assert "earlier · The Harbour Post" in app.lines[0] and "later · Coast Radio News" in app.lines[0]
        await pilot.press("u")
        assert "only earlier" in app.status
        chips = screen.query_one("#sidebar-showing").render_line(0).text  # type: ignore[attr-defined]
        assert "‹ earlier" in chips and "› later" in chips
        await pilot.press("v")
        assert "facing rows, earlier order" in app.status
    assert view_title("unified-right", ("earlier", "later")) == "one column, later text"


def test_the_page_tells_which_sentence_model_judged_the_links() -> None:
    comparison = replace(ferry(), model=UsedModel("minilm/model.onnx", "ab" * 32))
    articles = comparison.left, comparison.right
    assert "sentence model minilm/model.onnx" in page(Lookup(articles, comparison))
    assert "sentence model" not in page(Lookup(articles, ferry()))


def test_the_page_tells_what_each_stage_of_the_comparison_took_and_the_memory() -> None:
    comparison = ferry()
    costs = Costs({"finding names": 1.23, "placing quotations": 0.001, "linking sentences": 2.0}, 87.4)
    told = page(Lookup((comparison.left, comparison.right), comparison), (), (), costs)
    assert "1.23 s  finding names" in told and "2.00 s  linking sentences" in told and "3.23 s  all together" in told
    assert "placing quotations" not in told
    assert "87 MB  of memory for the engine" in told
