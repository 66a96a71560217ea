"""Keeping the notes of a pair on disk: found, read, locked, merged and written whole after every change.

Two programs may have one pair open. Each knows what it last saw of the file (`base`); a save takes the lock, reads
what the other wrote since, merges both into it and writes the result, so neither loses a note.
"""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tui.disk.read import read_head, read_whole, read_words, reason_of
from tui.disk.write import write_own
from tui.notes.merge import entries, merge
from tui.notes.notebook import Notebook
from tui.notes.notes_fields import NotesFileError
from tui.notes.notes_file import NewerNotesError, NotesFile, read_notes_file, write_notes_file
from tui.notes.pair import PairIdentity
from tui.notes.sides import swap_sides

LOCK_PATIENCE = 3.0
"""How many seconds a save waits for another program that is saving the same notes."""

_MOST_DELETED = 2_000
"""How many deleted ids are remembered, the latest."""

_HEAD = 4_096
"""How many bytes of a notes file surely hold both articles' identities."""

_NO_LOCKS_HERE = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS)
"""What file systems answer that cannot lock; writing whole files is then all the care there is."""


_NO_FILE_OF_NOTES = (errno.EISDIR, errno.EINVAL, errno.EFBIG)
"""What is said of a folder, a pipe or something huge where the notes should lie: like any damage it is kept aside."""


class SaveError(Exception):
    """The notes could not be written; the message is one line that says why and what helps."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was found when a pair's notes were opened."""

    notebook: Notebook
    problems: tuple[str, ...] = ()
    """What the user should be told: a damaged file, one of a later version, entries left out."""


class NoteStore:
    """The file of one pair's notes."""

    def __init__(self, pair: PairIdentity, folder: Path | None = None) -> None:
        """Make the store of a pair; nothing is read yet.

        Parameters
        ----------
        pair
            The two articles, as they stand on the screen.
        folder
            Where the notes of all pairs lie; by default the user's state folder.
        """
        if folder is None:
            from tui.disk.paths import state_folder

            folder = state_folder() / "notes"
        self.pair = pair
        self.path = folder / pair.file_name
        self._base = Notebook()
        self._seen: tuple[int, int, int] | None = None
        self._last_read = NotesFile(pair)

    def open(self) -> Opened:
        """Read the notes of the pair, or of the same two texts under another name when it has none of its own."""
        try:
            file = self._read()
        except (NotesFileError, OSError) as error:
            return Opened(Notebook(), (_say(error, self.path),))
        if file is None:
            self._base = Notebook()
            return Opened(self._find_by_texts() or Notebook())
        self._base = self._on_screen(file)
        return Opened(self._base, file.problems)

    def turn_to(self, pair: PairIdentity) -> None:
        """Go on with the same pair of articles, their texts read anew or their sides exchanged."""
        if pair.file_name != self.pair.file_name:
            raise ValueError(f"{pair.file_name} holds the notes of another pair")
        if pair.is_swapped(self.pair):
            self._base = swap_sides(self._base)
        self.pair = pair

    def has_changed(self) -> bool:
        """Say whether another program wrote the file since it was last read or written here: one look at the disk."""
        return self._signature() not in (self._seen, None)

    def reload(self, notebook: Notebook) -> Notebook:
        """Return the notebook joined with what another program wrote; nothing is written, and a bad file ignored."""
        try:
            file = self._read()
        except (NotesFileError, OSError):
            return notebook
        if file is None:
            return notebook
        theirs = self._on_screen(file)
        joined = merge(self._base, notebook, theirs)
        self._base = theirs
        return joined

    def save(self, notebook: Notebook) -> Notebook:
        """Write the notes, joined with what another program wrote meanwhile, and return the joined notebook.

        When this returns, the notes are on the disk.

        Raises
        ------
        SaveError
            If they are not: the folder is read-only, the disk full, the file of a later version.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with _locked(self.path.with_name(f".{self.path.stem}.lock")):
                return self._merge_and_write(notebook)
        except NewerNotesError as error:
            raise SaveError(str(error)) from error
        except OSError as error:
            raise SaveError(f"{self.path}: {reason_of(error)}") from error

    def copy_before_import(self) -> Path | None:
        """Copy the file under a name that says when, and return where; none when there is no file.

        Raises
        ------
        SaveError
            If the copy cannot be written.
        """
        try:
            if not self.path.exists():
                return None
            return self._copy("before-import")
        except OSError as error:
            raise SaveError(f"{self.path.parent}: {reason_of(error)}") from error

    def deleted(self) -> frozenset[str]:
        """Return the ids that were deleted here, so that an import leaves them out."""
        return frozenset(identity for identity, _ in self._last_read.deleted)

    def _merge_and_write(self, notebook: Notebook) -> Notebook:
        try:
            file = self._read()
        except NewerNotesError:
            raise
        except NotesFileError:
            os.replace(self.path, self._aside("damaged"))
            file = None
        if file is not None and file.problems:
            self._copy("damaged")
        theirs = self._base if file is None else self._on_screen(file)
        merged = merge(self._base, notebook, theirs)
        before = file or NotesFile(self.pair, deleted=self._last_read.deleted)
        if merged == (theirs if file else Notebook()) and not before.problems:
            self._base = merged
            return merged
        gone = {**entries(self._base), **entries(theirs)}.keys() - entries(merged).keys()
        now = datetime.now(UTC)
        deleted = {identity: at for identity, at in before.deleted if identity not in entries(merged)}
        deleted.update({identity: now for identity in sorted(gone) if identity not in deleted})
        self._write(replace(before, deleted=tuple(deleted.items())[-_MOST_DELETED:], problems=()), merged)
        self._base = merged
        return merged

    def _write(self, before: NotesFile, merged: Notebook) -> None:
        """Write the file with sides as they were in it, so that two windows with swapped sides agree."""
        swapped = self.pair.is_swapped(before.pair)
        pair = PairIdentity(self.pair.right, self.pair.left) if swapped else self.pair
        file = replace(before, pair=pair, notebook=swap_sides(merged) if swapped else merged)
        write_own(self.path, write_notes_file(file))
        self._seen, self._last_read = self._signature(), file

    def _read(self) -> NotesFile | None:
        """Return what the file holds, none when there is no file; read anew only when it has changed."""
        signature = self._signature()
        if signature is None:
            return None
        if signature != self._seen:
            try:
                text = read_words(self.path)
            except UnicodeDecodeError as error:
                raise NotesFileError(f"{self.path.name}: not UTF-8 text") from error
            except OSError as error:
                if error.errno not in _NO_FILE_OF_NOTES:
                    raise
                raise NotesFileError(f"{self.path.name}: {reason_of(error)}") from error
            self._last_read = read_notes_file(text, self.path.name)
            self._seen = signature
        return self._last_read

    def _signature(self) -> tuple[int, int, int] | None:
        """Return what tells one version of the file from the next; none when there is none."""
        try:
            status = os.stat(self.path)
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns, status.st_size

    def _on_screen(self, file: NotesFile) -> Notebook:
        return swap_sides(file.notebook) if self.pair.is_swapped(file.pair) else file.notebook

    def _find_by_texts(self) -> Notebook | None:
        """Return the latest notes on the same two texts: an article was moved, or read another way."""
        hashes = [article.text_hash.encode() for article in (self.pair.left, self.pair.right)]
        candidates = []
        for path in self.path.parent.glob("*.yaml") if self.path.parent.is_dir() else ():
            if "." in path.stem:
                continue  # kept aside
            try:
                head = read_head(path, _HEAD)
                if all(each in head for each in hashes):
                    candidates.append((path.stat().st_mtime_ns, path))
            except OSError:
                continue
        for _, path in sorted(candidates, reverse=True):
            try:
                file = read_notes_file(read_words(path), path.name)
            except (NotesFileError, OSError, ValueError):
                continue
            if file.pair.has_same_texts(self.pair):
                return self._on_screen(file)
        return None

    def _copy(self, why: str) -> Path:
        aside = self._aside(why)
        write_own(aside, read_whole(self.path))
        return aside

    def _aside(self, why: str) -> Path:
        """Return a new name beside the file that says why there is another; `open` never reads such a file."""
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        return self.path.with_name(f"{self.path.stem}.{why}-{stamp}.yaml")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock on a pair's notes, waiting at most `LOCK_PATIENCE` seconds for another program."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _wait_for_lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _wait_for_lock(descriptor: int) -> None:
    until = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError as error:
            if time.monotonic() > until:
                raise TimeoutError(errno.ETIMEDOUT, "another window has kept these notes locked") from error
            time.sleep(0.01)
        except OSError as error:
            if error.errno in _NO_LOCKS_HERE:
                return
            raise


def _say(error: Exception, path: Path) -> str:
    if isinstance(error, NewerNotesError):
        return f"{error}; it is left as it is, and notes made now are kept in memory only"
    if isinstance(error, OSError):
        return f"{path}: {reason_of(error)}; notes made now are kept in memory only"
    return f"{error}; notes start empty, and the file will be kept aside when the first note is saved"
