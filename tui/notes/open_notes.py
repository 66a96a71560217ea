"""The notes of the pair on the screen: the notebook as it is now, its history, and its file.

This is what the reader holds. `change`, `undo` and `redo` take effect at once in memory; `save` puts them on the disk
and may run in another thread. `change` saves by itself unless told not to.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from tui.articles.article import Article
from tui.notes.history import History
from tui.notes.merge import Joined, join, merge, stamp_changes
from tui.notes.note import present
from tui.notes.notebook import Notebook
from tui.notes.pair import identify_pair
from tui.notes.placing import Placement, place_notebook
from tui.notes.sides import swap_sides
from tui.notes.store import NoteStore, SaveError

Change: TypeAlias = Notebook | Callable[[Notebook], Notebook]
"""What is to be done to a notebook."""


@dataclass
class OpenNotes:
    """The notes of one open pair. All methods may be called from any thread."""

    left: Article
    right: Article
    store: NoteStore
    notebook: Notebook = Notebook()
    history: History = History()
    problems: tuple[str, ...] = ()
    """What was wrong with the file when it was opened; to be shown once."""
    unsaved: str | None = None
    """Why the latest change is not on the disk, one line for the user; none when it is."""
    _written: Notebook | None = None
    """The notebook as it was last read or written."""
    _placed: tuple[Notebook, Placement] | None = None
    _state: threading.RLock = field(default_factory=threading.RLock)
    _writing: threading.Lock = field(default_factory=threading.Lock)

    @property
    def placement(self) -> Placement:
        """Where everything in the notebook stands in the articles."""
        with self._state:
            if self._placed is None or self._placed[0] is not self.notebook:
                self._placed = self.notebook, place_notebook(self.notebook, self.left, self.right)
            return self._placed[1]

    @property
    def is_saved(self) -> bool:
        """Say whether the notebook as it is now is on the disk."""
        return self.notebook == self._written

    def change(self, label: str, change: Change, *, save: bool = True) -> bool:
        """Change the notebook; one step for undo.

        Parameters
        ----------
        label
            What was done, for undo: "highlight passage 3".
        change
            Given the present notebook, returns the changed one. A notebook derived from the present one will do
            where no other thread saves or reloads meanwhile.
        save
            Whether to write at once, in this thread. If not, call `save` soon.

        Returns
        -------
        bool
            Whether anything changed.
        """
        with self._state:
            notebook = change if isinstance(change, Notebook) else change(self.notebook)
            if notebook == self.notebook:
                return False
            after = stamp_changes(self.notebook, notebook, present())
            self.history = self.history.record(label, self.notebook, after)
            self.notebook = after
        if save:
            self.save()
        return True

    def undo(self, *, save: bool = True) -> str | None:
        """Take the last change back and return its label; none when there is none."""
        return self._step_through(redo=False, save=save)

    def redo(self, *, save: bool = True) -> str | None:
        """Do again what was last undone and return its label; none when there is none."""
        return self._step_through(redo=True, save=save)

    def turn_to(self, left: Article, right: Article) -> None:
        """Go on with the same articles read anew, or with their sides exchanged.

        What is not saved yet stays, and so does the history.

        Raises
        ------
        ValueError
            If it is another pair.
        """
        with self._writing, self._state:
            pair = identify_pair(left, right)
            swapped = pair.is_swapped(self.store.pair)
            self.store.turn_to(pair)
            if swapped:
                self.notebook = swap_sides(self.notebook)
                self.history = self.history.swap_sides()
                self._written = swap_sides(self._written) if self._written else None
            self.left, self.right, self._placed = left, right, None

    def save(self) -> bool:
        """Write the present notebook, joining what other windows wrote; return whether it is on the disk.

        When it is not, `unsaved` says why; the notes stay in memory and the next change tries again.
        """
        with self._writing:
            with self._state:
                sent = self.notebook
            try:
                written = self.store.save(sent)
            except SaveError as error:
                with self._state:
                    self.unsaved = str(error)
                return False
            with self._state:
                self.unsaved = None
                self._written = written
                self._take_in(sent, written)
            return True

    def reload(self) -> bool:
        """Take in what another window wrote, if it did; return whether the notebook changed. Cheap to call often."""
        if not self.store.has_changed():
            return False
        with self._writing:
            with self._state:
                before = self.notebook
            joined = self.store.reload(before)
            with self._state:
                if before == self._written:
                    self._written = joined
                self._take_in(before, joined)
                return self.notebook != before

    def join(self, other: Notebook, *, save: bool = True) -> Joined:
        """Take in the notes of somebody else on the same pair; one step for undo.

        When notes are replaced by a later version, the file is copied first.

        Raises
        ------
        SaveError
            If that copy cannot be written; nothing has been taken in then.
        """
        deleted = self.store.deleted()
        joined = join(self.notebook, other, deleted)
        if joined.replaced:
            self.store.copy_before_import()
        self.change("import notes", lambda notebook: join(notebook, other, deleted).notebook, save=save)
        return joined

    def _step_through(self, *, redo: bool, save: bool) -> str | None:
        with self._state:
            taken = self.history.redo(self.notebook) if redo else self.history.undo(self.notebook)
            if taken is None:
                return None
            self.history, notebook, step = taken
            self.notebook = stamp_changes(self.notebook, notebook, present())
        if save:
            self.save()
        return step.label

    def _take_in(self, sent: Notebook, written: Notebook) -> None:
        """Make what was written the present notebook, with what changed here while it was being written."""
        if self.notebook is sent:
            self.notebook = written
        else:
            self.notebook = merge(sent, self.notebook, written)


def open_notes(left: Article, right: Article, folder: Path | None = None) -> OpenNotes:
    """Return the notes on a pair of articles, read from disk.

    Parameters
    ----------
    left, right
        The articles, as they stand on the screen.
    folder
        Where the notes of all pairs lie; by default the user's state folder.
    """
    store = NoteStore(identify_pair(left, right), folder)
    opened = store.open()
    return OpenNotes(left, right, store, opened.notebook, problems=opened.problems, _written=opened.notebook)
