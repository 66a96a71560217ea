"""Nothing that a reader does while the comparison is still being made goes wrong."""

from tests.reader.conftest import InventedApp
from tests.reader.looking import press_every_key
from tui.reader.settings import Settings


class UnansweredApp(InventedApp):
    """The real application on the invented pair, whose comparison never comes."""

    def compare_pair(self) -> None:  # type: ignore[override]
        self.notes_of(*self.articles)


async def test_no_key_fails_before_the_comparison_is_there() -> None:
    app = UnansweredApp(Settings(glide=False))
    async with app.run_test(size=(120, 40)) as pilot:
        await press_every_key(pilot)
        assert not app.session.lookup.finished


async def test_a_note_made_before_the_comparison_is_kept_when_it_comes() -> None:
    app = UnansweredApp(Settings(glide=False))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "h")
        await pilot.pause()
        screen = app.pair_screen
        app.session.take_comparison(app.comparison)
        await pilot.pause()
        assert screen.session.notes is not None and len(screen.session.notes.notebook.notes) == 1
        (placed,) = screen.session.placement.notes
        assert placed.spans(screen.session.place.side)
