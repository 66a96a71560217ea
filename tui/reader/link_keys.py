"""The keys that link sentences by hand and mark links and details as checked, settled or set aside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side, Span
from tui.reader.note_keys import NoteKeys
from tui.reader.place import Marks

if TYPE_CHECKING:
    from tui.notes.note import DetailState, RightSide

_STATES: dict[str, tuple[DetailState, RightSide | None]] = {
    "checked": ("checked", None),
    "left": ("settled", "left"),
    "right": ("settled", "right"),
    "both": ("settled", "both"),
    "neither": ("settled", "neither"),
    "aside": ("set aside", None),
}


class LinkKeys(NoteKeys):
    """The part of the pair's screen that corrects the engine."""

    _linking: tuple[Side, int] | None = None
    """The sentence that waits to be linked with one on the other side."""

    def action_link(self) -> None:
        """Take this sentence, then one on the other side, and link them."""
        side, sentence = self.place.side, self.place.sentence
        if self._linking is None or self._linking[0] == side:
            self._linking = (side, sentence)
            span = self.lookup.articles[SIDES.index(side)].sentences[sentence].span
            self._light_linking(side, span)
            self.go(None, "Go to the sentence on the other side and link again; escape lets go")
            return
        pair = (self._linking[1], sentence) if side == "right" else (sentence, self._linking[1])
        self.forget_linking()
        from tui.notes.placing import anchor_link

        left, right = anchor_link(self.lookup.comparison, *pair, self.placement)
        self.change_notes("link by hand", lambda notebook: notebook.link(left, right))

    def _light_linking(self, side: Side, span: Span) -> None:
        lit = ((span, "by-hand"),)
        self.panes.light("mention", Marks(lit if side == "left" else (), lit if side == "right" else ()))

    def forget_linking(self) -> bool:
        """Let go of the sentence that waits to be linked; say whether there was one."""
        if self._linking is None:
            return False
        self._linking = None
        self.panes.light("mention", Marks())
        return True

    def action_unlink(self) -> None:
        """Cut the link between the current sentences."""
        from tui.notes.placing import anchor_link

        pair = self.lookup.level_pair(self.place)
        if pair is None:
            self.go(None, "This sentence is linked with none")
            return
        left, right = anchor_link(self.lookup.comparison, *pair, self.placement)
        self.change_notes("unlink by hand", lambda notebook: notebook.unlink(left, right))

    def action_leave(self) -> None:
        """Let go of a sentence that waits to be linked, or of what else there is."""
        if not (self.focused is self.panes and self.forget_linking()):
            super().action_leave()

    # ------------------------------------------------------------------ marks

    def action_mark(self) -> None:
        """Mark the current detail, or the link, as checked, settled or set aside."""
        from tui.reader.noting import describe_state
        from tui.reader.screens.choice_box import Choice, ChoiceBox

        pair = self.lookup.level_pair(self.place)
        if pair is None:
            self.go(None, "Nothing here can be marked: this sentence is linked with none")
            return
        checked = pair in self.placement.checked_links
        choices = [Choice("link", "l", "the link is not checked after all" if checked else "the link is checked")]
        position = self._current_detail()
        question = "No detail differs here."
        if position is not None:
            detail = self.lookup.comparison.details[position]
            mark = self.placement.detail_mark(detail)
            left, right = self.lookup.names
            question = detail.summary + (f"  ({describe_state(mark)})" if mark else "")
            choices = [
                Choice("checked", "c", "checked: it does differ"),
                Choice("left", "1", f"settled: the {left} is right"),
                Choice("right", "2", f"settled: the {right} is right"),
                Choice("both", "3", "settled: both are right"),
                Choice("neither", "4", "settled: neither is right"),
                Choice("aside", "s", "set aside: it does not matter"),
                *([Choice("none", "x", "take the mark away")] if mark else []),
                *choices,
            ]
        self.app.push_screen(ChoiceBox("Mark", choices, question), partial(self._mark, position, pair, checked))

    def _current_detail(self) -> int | None:
        if self.place.detail is not None:
            return self.place.detail
        passage = self.lookup.passage_at(self.place)
        return next(iter(self.lookup.details_of(passage)), None)

    def _mark(self, position: int | None, pair: tuple[int, int], checked: bool, answer: str | None) -> None:
        from tui.notes.note import make_detail_mark
        from tui.notes.placing import anchor_detail, anchor_link

        if answer == "link":
            left, right = anchor_link(self.lookup.comparison, *pair, self.placement)
            self.change_notes("check a link", lambda notebook: notebook.check_link(left, right, not checked))
        elif answer and position is not None:
            detail = self.lookup.comparison.details[position]
            if answer == "none":
                mark = self.placement.detail_mark(detail)
                if mark is not None:
                    self.change_notes("unmark a detail", lambda notebook: notebook.unmark_detail(mark.id))
                return
            words = anchor_detail(self.lookup.comparison, detail)
            sentences = anchor_link(self.lookup.comparison, detail.left_sentence, detail.right_sentence)
            made = make_detail_mark(detail.kind, *words, sentences, *_STATES[answer])
            self.change_notes(f"mark a detail {made.state}", lambda notebook: notebook.mark_detail(made))
