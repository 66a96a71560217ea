"""Word by word: what only one of two facing sentences has a word for."""

from tests.reader.ferry_app import FerryApp
from tests.reader.pairs import ferry, lookup_of
from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.reader.moving import moves
from tui.reader.settings import Settings
from tui.reader.viewing.words import own_words


def words_at(left: str, right: str) -> tuple[list[str], list[str]]:
    lookup = lookup_of(compare(make_article(left), make_article(right)))
    marks = own_words(lookup, moves.place_at(lookup, "left", 0))
    return [left[span.start : span.end] for span, _ in marks.left], [
        right[span.start : span.end] for span, _ in marks.right
    ]


def test_words_in_another_form_are_no_difference() -> None:
    left, right = words_at(
        "The U.S. ferry Alba struck two rocks near Sandhavn on Monday, killing four sailors.",
        "The American ship Alba, a ferry of the United States, struck 2 rocks near Sandhavn and 4 sailors were killed.",
    )
    assert left == ["Monday"]
    assert "ship" in right and "killed" not in right and "2" not in right


def test_a_sentence_that_nothing_faces_has_no_words_of_its_own() -> None:
    lookup = lookup_of(ferry())
    marks = own_words(lookup, moves.place_at(lookup, "left", 6))
    assert marks.left == marks.right == ()


async def test_w_sets_apart_the_words_of_the_current_sentences_and_follows_the_reader() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "W")
        layer = app.pair_screen.panes._layers["words"]
        text = app.comparison.right.text
        assert "boy" in {text[span.start : span.end] for span, _ in layer.right}
        await pilot.press("n")
        await pilot.pause()
        layer = app.pair_screen.panes._layers["words"]
        assert "broadcaster" in {text[span.start : span.end] for span, _ in layer.right}
        await pilot.press("W")
        assert not app.pair_screen.panes._layers["words"].right


async def test_nothing_is_drawn_anew_for_words_that_are_not_asked_for() -> None:
    app = FerryApp(Settings(details=False))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        before = app.pair_screen.panes.drawing
        await pilot.press("n", "n", "j")
        await pilot.pause()
        assert app.pair_screen.panes.drawing is before


async def test_word_by_word_shows_all_of_a_cut_sentence_in_one_column() -> None:
    app = FerryApp()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("v", "v", "v", "n", "n")
        assert not any("broken arm" in line for line in app.lines)
        await pilot.press("W")
        assert any("broken arm" in line for line in app.lines)
