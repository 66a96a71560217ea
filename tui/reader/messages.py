"""What the parts of the reader tell each other; each message is one fact."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.articles.article import Side, Span
from tui.reader.place import Place, Selection

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison
    from tui.notes.open_notes import OpenNotes
    from tui.reader.entries import Entry
    from tui.reader.hits import Hit


@dataclass
class ComparisonReady(Message):
    """The engine has answered."""

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


@dataclass
class EntryWalked(Message):
    """A place of a sidebar's entry is to be gone to; all its places are to be lit."""

    entry: "Entry"
    side: Side
    span: Span


@dataclass
class SidebarLeft(Message):
    """The reader goes from the sidebar back to the text."""


@dataclass
class HitsFound(Message):
    """What a search found has changed; the reader stands on hit `current`, if there is any."""

    hits: "tuple[Hit, ...]"
    current: int | None


@dataclass
class SearchLeft(Message):
    """The reader goes from the search bar back to the text."""


@dataclass
class PlaceChanged(Message):
    """The current sentence, passage or detail is another one."""

    place: Place

    def can_replace(self, message: Message) -> bool:
        """Only the last place counts."""
        return isinstance(message, PlaceChanged)


@dataclass
class GoTo(Message):
    """Go to a span: its sentence becomes the current one."""

    side: Side
    span: Span


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
class GoToDetail(Message):
    """Go to a detail, by its position in `Comparison.details`."""

    position: int


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
