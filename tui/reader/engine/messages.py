"""What the engine and the disk tell the application; each message is one fact."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison
    from tui.notes.open_notes import OpenNotes


@dataclass
class ComparisonReady(Message):
    """The engine has answered."""

    comparison: "Comparison"


@dataclass
class LinksReady(Message):
    """Sentences are linked, and their details still looked for."""

    comparison: "Comparison"


@dataclass
class ComparisonProgress(Message):
    """The engine has begun another stage."""

    stage: str
    share: float
    """How much of the work is done, 0 to 1."""

    def can_replace(self, message: Message) -> bool:
        """Only the last stage counts."""
        return isinstance(message, ComparisonProgress)


@dataclass
class ComparisonFailed(Message):
    """The engine could not answer; the reader goes on without links."""

    reason: str


@dataclass
class NotesOpened(Message):
    """The notes on the pair have been read from the disk."""

    notes: "OpenNotes"
    not_remembered: str = ""
    """Why the pair could not be put among those open lately; empty when it was."""
