"""Marking links and details as checked, settled or set aside."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from tui.reader.linking.actions import MARKING
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.notes.note import DetailState, RightSide

_STATES: dict[str, tuple[DetailState, RightSide | None]] = {
    "checked": ("checked", None),
    "left": ("settled", "left"),
    "right": ("settled", "right"),
    "both": ("settled", "both"),
    "neither": ("settled", "neither"),
    "aside": ("set aside", None),
}


class Stage(Protocol):
    """What may be asked of the screen."""

    def ask(self, box: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Open a box, and give its answer to `take`."""


class Marking:
    """Marks what the reader has dealt with."""

    ACTIONS = MARKING

    def __init__(self, session: Session, stage: Stage) -> None:
        self._pair = session
        self._stage = stage

    def mark(self) -> None:
        """Mark the current detail, or the link, as checked, settled or set aside."""
        from tui.reader.session.states import describe_state
        from tui.reader.widgets.choice_box import Choice, ChoiceBox

        pair = self._pair.lookup.level_pair(self._pair.place)
        if pair is None:
            self._pair.say("Nothing here can be marked: this sentence is linked with none")
            return
        checked = pair in self._pair.placement.checked_links
        choices = [Choice("link", "l", "the link is not checked after all" if checked else "the link is checked")]
        position = self._current_detail()
        question = "No detail differs here."
        if position is not None:
            detail = self._pair.lookup.comparison.details[position]
            mark = self._pair.placement.detail_mark(detail)
            left, right = self._pair.lookup.names
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
        self._stage.ask(ChoiceBox("Mark", choices, question), partial(self._mark, position, pair, checked))

    def _current_detail(self) -> int | None:
        if self._pair.place.detail is not None:
            return self._pair.place.detail
        passage = self._pair.lookup.passage_at(self._pair.place)
        return next(iter(self._pair.lookup.details_of(passage)), None)

    def _mark(self, position: int | None, pair: tuple[int, int], checked: bool, answer: str | None) -> None:
        from tui.notes.note import make_detail_mark
        from tui.notes.placing import anchor_detail, anchor_link

        if answer == "link":
            left, right = anchor_link(self._pair.lookup.comparison, *pair, self._pair.placement)
            self._pair.change_notes("check a link", lambda notebook: notebook.check_link(left, right, not checked))
        elif answer and position is not None:
            detail = self._pair.lookup.comparison.details[position]
            if answer == "none":
                mark = self._pair.placement.detail_mark(detail)
                if mark is not None:
                    self._pair.change_notes("unmark a detail", lambda notebook: notebook.unmark_detail(mark.id))
                return
            words = anchor_detail(self._pair.lookup.comparison, detail)
            sentences = anchor_link(self._pair.lookup.comparison, detail.left_sentence, detail.right_sentence)
            made = make_detail_mark(detail.kind, *words, sentences, *_STATES[answer])
            self._pair.change_notes(f"mark a detail {made.state}", lambda notebook: notebook.mark_detail(made))
