"""Noticing that a file has changed on disk, by looking at it now and then.

A watch is a value: `look` returns the next one and what has changed. A look costs some microseconds a file, so a timer
of a second or less will do. A change is told once the file has stayed the same for one look, so that a file in the
middle of being written is not read; a file that has gone is waited for, since editors replace files by new ones.
"""

import os
import stat
from dataclasses import dataclass

Stamp = tuple[int, int, int]
"""When a file was changed last (ns), its size and its inode."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One file, as it was when it was read and as it was at the last look."""

    location: str
    read: Stamp | None
    seen: Stamp | None


@dataclass(frozen=True, slots=True)
class Watch:
    """Files that are looked at."""

    files: tuple[Watched, ...]

    def look(self) -> tuple["Watch", tuple[str, ...]]:
        """Return the watch for the next look, and the locations that have changed since they were read."""
        now = [(file, stamp(file.location)) for file in self.files]
        changed = {file.location for file, found in now if found is not None and found == file.seen != file.read}
        files = tuple(
            Watched(file.location, found if file.location in changed else file.read, found) for file, found in now
        )
        return Watch(files), tuple(file.location for file in self.files if file.location in changed)


def watch_files(*locations: str) -> Watch:
    """Return a watch over those of `locations` that are files on disk; take it before they are read."""
    found = [(location, stamp(location)) for location in dict.fromkeys(locations)]
    return Watch(tuple(Watched(location, seen, seen) for location, seen in found if seen is not None))


def stamp(location: str) -> Stamp | None:
    """Return what tells one state of a file from another, or none if it is no regular file that can be looked at."""
    if location == "-" or "://" in location:
        return None
    try:
        found = os.stat(os.path.expanduser(location))
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else None
