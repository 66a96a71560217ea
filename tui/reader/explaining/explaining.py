"""Asking why sentences are linked or not, why a detail is told or not, and why a name is what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from tui.reader.explaining.actions import EXPLAINING
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.articles.article import Side
    from tui.reader.session.entries import Entry
    from tui.reader.widgets.rows import Item


class Stage(Protocol):
    """What may be asked of the screen."""

    def ask(self, box: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Open a box, and give its answer to `take`."""


class Explaining:
    """Tells what speaks for and against what the engine judged, in a box."""

    ACTIONS = EXPLAINING

    def __init__(self, session: Session, stage: Stage) -> None:
        self._pair = session
        self._stage = stage
        self._asked: tuple[Side, int] | None = None
        """The sentence that was asked about and faces none; the next one on the other side is held against it."""

    def explain(self) -> None:
        """Tell why the current detail is told and its sentences are linked, or why two marked ones are not."""
        pair = self._pair
        if not pair.lookup.finished:
            pair.say("Still comparing …")
            return
        comparison, position = pair.lookup.comparison, pair.place.detail
        detail = None if position is None else comparison.details[position]
        sentences = (detail.left_sentence, detail.right_sentence) if detail else self._sentences()
        if sentences is None:
            self._asked = (pair.place.side, pair.place.sentence)
            pair.say("Linked with none: go to a sentence on the other side and ask again")
            return
        self._asked = None

        def look() -> Sequence[Item]:
            from tui.reader.explaining.telling import explain_sentences

            return explain_sentences(comparison, *sentences, detail)

        self._ask("Why this detail and this link" if detail else "Why these sentences are linked, or not", look)

    def explain_entry(self, entry: Entry) -> None:
        """Tell why an entry of the sidebar is what it is."""
        comparison = self._pair.lookup.comparison
        mentions = tuple(comparison.mentions[number] for number in entry.mentions)
        if not mentions:
            self._pair.say("Only names, figures and dates can tell why they are what they are")
            return

        def look() -> Sequence[Item]:
            from tui.reader.explaining.telling import explain_mentions

            return explain_mentions(comparison, mentions)

        self._ask(f"Why {entry.label}", look)

    def _ask(self, heading: str, look: Callable[[], Sequence[Item]]) -> None:
        from tui.reader.explaining.why_box import WhyBox

        self._stage.ask(WhyBox(heading, look))

    def _sentences(self) -> tuple[int, int] | None:
        """Return the left and the right sentence that are asked about, if there are two."""
        pair = self._pair
        marked = pair.linking or self._asked
        side, sentence = pair.place.side, pair.place.sentence
        if marked is not None and marked[0] != side:
            return (sentence, marked[1]) if side == "left" else (marked[1], sentence)
        return pair.lookup.level_pair(pair.place)
