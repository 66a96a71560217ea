"""What the panes tell the screen; each message is one fact."""

from dataclasses import dataclass

from textual.message import Message

from tui.articles.article import Side
from tui.reader.session.place import Selection


@dataclass
class GoToSentence(Message):
    """Go to a sentence."""

    side: Side
    sentence: int


@dataclass
class LeadWith(Message):
    """Let a side lead."""

    side: Side


@dataclass
class GoToPassage(Message):
    """Go to a passage, by its number."""

    number: int


@dataclass
class SelectionChanged(Message):
    """Text is being selected, or no longer."""

    selection: Selection | None

    def can_replace(self, message: Message) -> bool:
        """Only the last selection counts."""
        return isinstance(message, SelectionChanged)


@dataclass
class Scrolled(Message):
    """Free scrolling has brought another sentence before the eye."""

    side: Side
    sentence: int

    def can_replace(self, message: Message) -> bool:
        """Only the last one counts."""
        return isinstance(message, Scrolled)


@dataclass
class PlaceShown(Message):
    """The current place has been drawn; what stands around it may follow."""

    def can_replace(self, message: Message) -> bool:
        """Only the last one counts."""
        return isinstance(message, PlaceShown)


@dataclass
class RowsMoved(Message):
    """Other rows are in view."""

    def can_replace(self, message: Message) -> bool:
        """Only the last one counts."""
        return isinstance(message, RowsMoved)


@dataclass
class Hovered(Message):
    """The mouse rests on a sign, or no longer."""

    words: str
    """What the sign says; nothing where there is none."""

    def can_replace(self, message: Message) -> bool:
        """Only the last one counts."""
        return isinstance(message, Hovered)
