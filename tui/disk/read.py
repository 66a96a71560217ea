"""Reading a file of the program's own, which somebody may have replaced by anything."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

MOST_BYTES = 100_000_000
"""A larger file is refused unread."""

NO_FILE = "Is a pipe or device, not a file"
"""What is said of one that lies where a file of the program's own should."""


def read_whole(path: str | Path, most_bytes: int = MOST_BYTES) -> bytes:
    """Return the bytes of a regular file; whatever else lies there is refused, not waited for.

    Raises
    ------
    OSError
        If it is missing, no regular file, larger than `most_bytes`, or cannot be read.
    """
    with _regular(path) as opened:
        if os.fstat(opened.fileno()).st_size > most_bytes:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return opened.read(most_bytes)


def read_head(path: str | Path, count: int) -> bytes:
    """Return the first bytes of a regular file, at most `count`.

    Raises
    ------
    OSError
        As `read_whole`, but however large it is.
    """
    with _regular(path) as opened:
        return opened.read(count)


def read_words(path: str | Path, most_bytes: int = MOST_BYTES) -> str:
    """Return the text of a regular file in UTF-8, with or without a byte order mark.

    Raises
    ------
    OSError
        As `read_whole`.
    UnicodeDecodeError
        If it is no UTF-8.
    """
    return read_whole(path, most_bytes).decode("utf-8-sig")


def reason_of(error: Exception) -> str:
    """Return in a few words what an error says: the system's words where it has some, the path left out."""
    said = (isinstance(error, OSError) and error.strerror) or str(error)
    return said[:1].lower() + said[1:]


@contextmanager
def _regular(path: str | Path) -> Iterator[BinaryIO]:
    # Without O_NONBLOCK, opening a pipe that nobody writes to would hang.
    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC), "rb") as opened:
        kind = os.fstat(opened.fileno()).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(kind):
            raise OSError(errno.EINVAL, NO_FILE, str(path))
        yield opened
