"""Writing notes and differences to a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from tui.reader.exporting.actions import EXPORTING
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.notes.reports.export import Format


class Stage(Protocol):
    """What may be asked of the screen."""

    def ask(self, box: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Open a box, and give its answer to `take`."""

    def tell(self, text: str, title: str, severity: str = "information", seconds: float | None = None) -> None:
        """Show something for a moment."""


class Exporting:
    """Lets documents out."""

    ACTIONS = EXPORTING

    def __init__(self, session: Session, stage: Stage) -> None:
        self._pair = session
        self._stage = stage
        self._form: Format = "markdown"
        """The format written last."""

    def export(self) -> None:
        """Write notes and differences to a file."""
        pair = self._pair
        if not pair.lookup.finished:
            pair.say("Still comparing …")
            return
        from tui.reader.exporting.export_box import ExportBox

        box = ExportBox(pair.told, pair.notes.notebook if pair.notes else None, self._form)

        def written(target: str | None) -> None:
            if target:
                self._form = box.form
                self._stage.tell(f"{target}", "Written")

        self._stage.ask(box, written)
