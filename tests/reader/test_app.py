"""The reader as it starts."""

from tui.articles.load import make_article
from tui.reader.app import ReaderApp

LEFT = "Three people were hurt when a tram left its rails in Altmoor on Monday.\n\nThe line will stay closed.\n"
RIGHT = "A tram left its rails in Altmoor on Monday and four people were hurt, police said.\n"


async def test_both_articles_are_painted_before_the_comparison_is_made() -> None:
    app = ReaderApp(make_article(LEFT), make_article(RIGHT))
    app.compare_pair = lambda: None  # type: ignore[method-assign, assignment]
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        panes = app.pair_screen.panes
        screen = "\n".join(panes.render_line(y).text for y in range(panes.size.height))
        assert "Three people were hurt" in screen
        assert "A tram left its rails" in screen
        assert "·" not in screen.replace("left ·", "").replace("right ·", "")


async def test_the_comparison_reaches_the_screen() -> None:
    app = ReaderApp(make_article(LEFT), make_article(RIGHT))
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.pair_screen.lookup.finished
