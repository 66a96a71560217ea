"""The notes of every pair that was open, so that what could not be saved is there when the pair is opened again."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.articles.article import Article

if TYPE_CHECKING:
    from tui.notes.note import ColourNames
    from tui.notes.open_notes import OpenNotes


class Notebooks:
    """Opens notes, and keeps them until the program ends.

    Parameters
    ----------
    colours
        The names of the colours that the user set; they stand where a notebook has none of its own.
    """

    def __init__(self, colours: "ColourNames | None") -> None:
        self._colours = colours
        self._open: dict[str, OpenNotes] = {}

    def of(self, left: Article, right: Article) -> "OpenNotes":
        """Return the notes on a pair, whichever article is on which side."""
        from tui.notes.note import COLOUR_NAMES
        from tui.notes.open_notes import open_notes
        from tui.notes.pair import identify_pair

        name = identify_pair(left, right).file_name
        notes = self._open.get(name)
        if notes is None:
            notes = self._open[name] = open_notes(left, right)
            if self._colours and notes.notebook.colour_names == COLOUR_NAMES:
                notes.notebook = replace(notes.notebook, colour_names=self._colours)
        elif (notes.left, notes.right) != (left, right):
            notes.turn_to(left, right)
        return notes

    def save(self) -> "list[OpenNotes]":
        """Save what is not on the disk yet, and return what could not be saved."""
        return [notes for notes in self._open.values() if not (notes.is_saved or notes.save())]
