"""A span of words chosen to be a name, before it is called anything."""

from typing import NamedTuple

from tui.compare.names.stretches import Stretch
from tui.compare.names.words import Word
from tui.compare.reading import NameKind


class Found(NamedTuple):
    """A span of words chosen to be a name."""

    stretch: Stretch
    first: int
    last: int
    kind: NameKind
    shared: tuple[Word, ...] = ()
    """The words that complete the name but stand in the next one: "Korea" for the first of "North and South Korea"."""

    region: "Found | None" = None
    """The state or province right behind a town, which is part of the same place: "Mo." of "Clayton, Mo."."""

    @property
    def words(self) -> tuple[Word, ...]:
        """The span's words."""
        return self.stretch.words[self.first : self.last]

    @property
    def said(self) -> str:
        """The span's words joined by blanks."""
        return " ".join(w.text for w in self.words).replace(" 's", "'s").replace(" ' ", "' ")
