"""The real application on the hand-made ferry pair."""

from tests.reader.pairs import ferry
from tui.reader.app import ReaderApp
from tui.reader.engine.messages import ComparisonReady
from tui.reader.settings import Settings


class FerryApp(ReaderApp):
    """Told the comparison instead of making it."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.comparison = ferry()
        super().__init__(self.comparison.left, self.comparison.right, settings or Settings())
        # Had nobody gone anywhere yet, it would begin with the first linked sentence.
        self.session.go_to_sentence("left", 0)

    def compare_pair(self) -> None:  # type: ignore[override]
        self.notes_of(*self.articles)
        self.post_message(ComparisonReady(self.comparison))

    @property
    def where(self) -> tuple[str, int]:
        """The side that leads and the current sentence."""
        return self.session.place.side, self.session.place.sentence

    @property
    def lines(self) -> list[str]:
        """What the pair shows, line by line."""
        panes = self.pair_screen.panes
        return [panes.render_line(y).text for y in range(panes.size.height)]

    def heights(self) -> tuple[int, int]:
        """Return on which rows the current sentence and what faces it begin."""
        screen = self.pair_screen
        pair = screen.session.lookup.level_pair(screen.session.place)
        assert pair is not None
        columns, tops = screen.panes.layout_of_pair.columns, screen.panes.tops
        return columns[0].first_row[pair[0]] - tops[0], columns[1].first_row[pair[1]] - tops[1]

    @property
    def status(self) -> str:
        """What the bar at the bottom shows."""
        bar = self.pair_screen.query_one("StatusBar")
        return bar.render_line(0).text
