"""The brief: opening it, and going to what the line that was chosen stands on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from tui.reader.session import events
from tui.reader.session.places import place_of_detail, place_of_passage
from tui.reader.session.session import Session
from tui.reader.viewing.actions import BRIEF

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.compare.comparison import BriefLine


class Stage(Protocol):
    """What may be asked of the screen."""

    def ask(self, box: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Open a box, and give its answer to `take`."""


class Briefing:
    """Opens the brief."""

    ACTIONS = BRIEF

    def __init__(self, session: Session, stage: Stage) -> None:
        self._pair = session
        self._stage = stage

    def brief(self) -> None:
        """Show the five questions and their answers."""
        if not self._pair.lookup.finished:
            self._pair.say("Still comparing …")
            return
        from tui.reader.viewing.brief_box import BriefBox

        self._stage.ask(BriefBox(self._pair.told.brief), self._go_to_line)

    def _go_to_line(self, line: BriefLine | None) -> None:
        if line is None:
            return
        pair = self._pair
        lookup, side = pair.lookup, pair.place.side
        if line.details:
            pair.go(place_of_detail(lookup, line.details[0], side))
        elif line.passages:
            pair.go(place_of_passage(lookup, line.passages[0], side))
        elif line.mentions:
            pair.announce(events.MentionWished(line.mentions[0]))
        elif line.left_sentences:
            pair.go_to_sentence("left", line.left_sentences[0])
        elif line.right_sentences:
            pair.go_to_sentence("right", line.right_sentences[0])
        elif line.left or line.right:
            pair.go_to_span("left" if line.left else "right", (line.left or line.right)[0])
