"""Selecting by keys, on the open pair alone."""

from tests.reader.pairs import ferry
from tui.reader.layout.pair import PairLayout, lay_out
from tui.reader.layout.source import Source
from tui.reader.moving.selecting import Selecting
from tui.reader.session.session import Session


class Window:
    """A window on a pair that shows everything."""

    def __init__(self, session: Session) -> None:
        left, right = session.articles
        self.layout_of_pair: PairLayout = lay_out(session.lookup, (Source(left), Source(right)), (120, 60))

    def show_offset(self, side: str, offset: int) -> None:
        """Everything is shown already."""


def test_the_current_sentence_is_selected_copied_and_let_go_of() -> None:
    comparison = ferry()
    session = Session(comparison.left, comparison.right)
    session.go_to_sentence("right", 4)
    copied: list[str] = []
    selecting = Selecting(session, Window(session), copied.append)
    selecting.select_sentence()
    assert session.selection is not None
    assert session.selection.span == comparison.right.sentences[4].span
    selecting.copy()
    assert copied == [comparison.right.slice(comparison.right.sentences[4])]
    assert selecting.let_go() and session.selection is None
    assert not selecting.let_go()
