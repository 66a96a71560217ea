"""Asking why two sentences are linked, or why they are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from tui.reader.linking.actions import EXPLAINING
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from tui.articles.article import Side
    from tui.compare.comparison import Comparison
    from tui.compare.links.explaining import LinkExplanation


class Stage(Protocol):
    """What may be asked of the screen."""

    def in_background(self, work: Callable[[], None], group: str) -> None:
        """Do something in a thread."""

    def from_background(self, call: Callable[..., Any], *given: Any) -> None:
        """Call something on the screen from such a thread, and wait for it."""


class Explaining:
    """Tells what speaks for and against a link."""

    ACTIONS = EXPLAINING

    def __init__(self, session: Session, stage: Stage) -> None:
        self._pair = session
        self._stage = stage
        self._asked: tuple[Side, int] | None = None
        """The sentence that was asked about and faces none; the next one on the other side is held against it."""

    def explain(self) -> None:
        """Tell why the current sentences are linked, or why two that are marked one after the other are not."""
        pair = self._pair
        if not pair.lookup.finished:
            pair.say("Still comparing …")
            return
        sentences = self._sentences()
        if sentences is None:
            self._asked = (pair.place.side, pair.place.sentence)
            pair.say("Linked with none: go to a sentence on the other side and ask again")
            return
        self._asked = None
        comparison = pair.lookup.comparison
        pair.say("Looking for what speaks for and against it …")
        self._stage.in_background(lambda: self._look(comparison, sentences), "explain")

    def _sentences(self) -> tuple[int, int] | None:
        """Return the left and the right sentence that are asked about, if there are two."""
        pair = self._pair
        marked = pair.linking or self._asked
        side, sentence = pair.place.side, pair.place.sentence
        if marked is not None and marked[0] != side:
            return (sentence, marked[1]) if side == "left" else (marked[1], sentence)
        return pair.lookup.level_pair(pair.place)

    def _look(self, comparison: Comparison, sentences: tuple[int, int]) -> None:
        from tui.compare.links.explaining import explain_link
        from tui.compare.trouble import ToldFault

        try:
            explanation = explain_link(comparison, *sentences)
        except ToldFault as fault:
            self._stage.from_background(self._pair.say, str(fault))
        else:
            self._stage.from_background(self._show, comparison, explanation)

    def _show(self, comparison: Comparison, explanation: LinkExplanation) -> None:
        if self._pair.lookup.finished and self._pair.lookup.comparison is comparison:
            self._pair.say("")
            self._pair.explain(tell_explanation(explanation))


def tell_explanation(explanation: LinkExplanation) -> tuple[tuple[str, str], ...]:
    """Return an explanation as lines, each behind a sign: what was decided, what speaks for it, what against."""
    which = f"L{explanation.left + 1} and R{explanation.right + 1}"
    decided = "are linked" if explanation.linked else "are not linked"
    chance = f"{explanation.probability:.2f}, a link needs {explanation.threshold:.2f}"
    lines = [("•", f"{which} {decided}: {explanation.note or chance}")]
    lines += [
        ("+", f"{reason.kind}: {reason.text}" if reason.text else reason.kind) for reason in explanation.speaks_for
    ]
    lines += [
        ("−", f"{reason.kind}: {reason.text}" if reason.text else reason.kind) for reason in explanation.speaks_against
    ]
    return tuple(lines)
