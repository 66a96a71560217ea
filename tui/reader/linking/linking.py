"""Linking sentences by hand, and cutting links, where the engine is wrong."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side, Span
from tui.reader.linking.actions import LINKING
from tui.reader.session.place import Marks
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from tui.notes.notebook import Notebook


class Linking:
    """Links and unlinks."""

    ACTIONS = LINKING

    def __init__(self, session: Session) -> None:
        self._pair = session

    def link(self) -> None:
        """Take this sentence, then one on the other side, and link them."""
        side, sentence = self._pair.place.side, self._pair.place.sentence
        if not self._pair.lookup.finished:
            self._pair.say("Still comparing …")
            return
        if self._pair.linking is None or self._pair.linking[0] == side:
            self._pair.linking = (side, sentence)
            span = self._pair.lookup.articles[SIDES.index(side)].sentences[sentence].span
            self._light_linking(side, span)
            self._pair.say("Go to the sentence on the other side and link again; escape lets go")
            return
        pair = (self._pair.linking[1], sentence) if side == "right" else (sentence, self._pair.linking[1])
        self.let_go()
        from tui.notes.placing import anchor_link

        left, right = anchor_link(self._pair.lookup.comparison, *pair, self._pair.placement)
        self._change("link by hand", lambda notebook: notebook.link(left, right), "Linked", pair)

    def _light_linking(self, side: Side, span: Span) -> None:
        lit = ((span, "by-hand"),)
        self._pair.light("mention", Marks(lit if side == "left" else (), lit if side == "right" else ()))

    def let_go(self) -> bool:
        """Let go of the sentence that waits to be linked; say whether there was one."""
        if self._pair.linking is None:
            return False
        self._pair.linking = None
        self._pair.light("mention", Marks())
        return True

    def unlink(self) -> None:
        """Cut the link between the current sentences."""
        from tui.notes.placing import anchor_link

        pair = self._pair.lookup.level_pair(self._pair.place)
        if not self._pair.lookup.finished:
            self._pair.say("Still comparing …")
            return
        if pair is None:
            self._pair.say("This sentence is linked with none")
            return
        left, right = anchor_link(self._pair.lookup.comparison, *pair, self._pair.placement)
        self._change("unlink by hand", lambda notebook: notebook.unlink(left, right), "Unlinked", pair)

    def _change(
        self, label: str, change: "Callable[[Notebook], Notebook]", told: str, sentences: tuple[int, int]
    ) -> None:
        if self._pair.change_notes(label, change):
            left, right = sentences
            self._pair.say(f"{told} L{left + 1} and R{right + 1} by hand; z takes it back")
