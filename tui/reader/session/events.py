"""What the open pair announces; each event is one fact that has come true."""

from dataclasses import dataclass

from tui.reader.session.place import Layer


@dataclass(frozen=True, slots=True)
class ArticlesOpened:
    """Another pair is open, not yet compared."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The engine has answered."""


@dataclass(frozen=True, slots=True)
class PlaceChanged:
    """The reader is elsewhere."""

    move: bool
    """Whether the place has to be brought onto the screen; not where scrolling has brought it there."""


@dataclass(frozen=True, slots=True)
class ViewChanged:
    """Other sentences are shown, or in another order."""


@dataclass(frozen=True, slots=True)
class SelectionChanged:
    """Other text is selected, or none."""


@dataclass(frozen=True, slots=True)
class MarksChanged:
    """Other spans are lit."""

    layer: Layer


@dataclass(frozen=True, slots=True)
class SearchChanged:
    """Another search, or another hit of it."""


@dataclass(frozen=True, slots=True)
class MentionWished:
    """Somebody or something mentioned is to be gone to; a position in `Comparison.mentions`."""

    mention: int


@dataclass(frozen=True, slots=True)
class NotesChanged:
    """Notes or marks are others than before."""

    links_changed: bool
    """Whether the pair has to be compared again."""
    save: bool = True
    """Whether the disk does not know of it yet."""


@dataclass(frozen=True, slots=True)
class Said:
    """There is something to tell the reader in a few words."""

    words: str


Event = (
    ArticlesOpened
    | Compared
    | PlaceChanged
    | ViewChanged
    | SelectionChanged
    | MarksChanged
    | SearchChanged
    | MentionWished
    | NotesChanged
    | Said
)
