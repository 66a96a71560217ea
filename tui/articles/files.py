"""Reading the bytes of a file that may be anything: a device, a pipe, a file that shrinks while it is read.

Nothing here waits for ever and nothing reads more than `MOST_BYTES`.
"""

import os
import select
import stat
import time
from typing import BinaryIO

from tui.articles.article import ArticleError
from tui.disk.inert import make_inert_line

MOST_BYTES = 100_000_000
"""A larger file is refused."""
PATIENCE = 30.0
"""A pipe that gives nothing for so many seconds is given up."""
STDIN_TAKEN = "is standard input, which the records come from; give the text itself, or a file"
_CHUNK = 1 << 20


def read_file(location: str, keep_stdin: bool = False) -> tuple[bytes, tuple[str, ...]]:
    """Return the bytes of the regular file or pipe at `location`, and warnings for the reader.

    With `keep_stdin` what is standard input under another name, such as /dev/stdin, is refused.

    Raises
    ------
    ArticleError
        If it is missing, a folder, a device, not readable, too large, or a pipe that gives nothing.
    """
    name = make_inert_line(location)
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to would hang.
        handle = os.open(os.path.expanduser(location), os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except (OSError, ValueError) as error:
        raise ArticleError(_cannot_open(name, error)) from error
    try:
        if keep_stdin and _is_stdin(handle):
            raise ArticleError(f"{name}: {STDIN_TAKEN}")
        kind = os.fstat(handle).st_mode
        if stat.S_ISDIR(kind):
            raise ArticleError(f"{name}: is a folder; name a file in it")
        if stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind):
            return _read_pipe(handle, name), ()
        if not stat.S_ISREG(kind):
            raise ArticleError(f"{name}: is a device; name a file")
        return _read_regular(handle, name)
    except OSError as error:
        raise ArticleError(f"{name}: {error.strerror or 'cannot be read'}; name a file that can be read") from error
    finally:
        os.close(handle)


def _is_stdin(handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.fstat(0))
    except OSError:
        return False


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """Return what is left in `stream`, such as standard input; `name` is for messages.

    Raises
    ------
    ArticleError
        If it holds more than `MOST_BYTES` or fails.
    """
    try:
        read = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ArticleError(f"{name}: is closed or cannot be read; name a file, or send something to it") from error
    return _refuse_large(read, name)


def _cannot_open(name: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{name}: no such file; check the name"
    if isinstance(error, PermissionError):
        return f"{name}: may not be read; check its permissions"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "is no file name"
    return f"{name}: {reason}; name a file that can be read"


def _read_regular(handle: int, name: str) -> tuple[bytes, tuple[str, ...]]:
    for _ in range(3):
        before = os.fstat(handle)
        if before.st_size > MOST_BYTES:
            raise ArticleError(f"{name}: larger than {MOST_BYTES // 1_000_000} MB; name a smaller file")
        os.lseek(handle, 0, os.SEEK_SET)
        read = _refuse_large(_read_all(handle), name)
        after = os.fstat(handle)
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return read, ()
    return read, ("the file was being written while it was read; reload to see it whole",)


def _read_all(handle: int) -> bytes:
    chunks, size = [], 0
    while size <= MOST_BYTES and (chunk := os.read(handle, _CHUNK)):
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks)


def _read_pipe(handle: int, name: str) -> bytes:
    chunks: list[bytes] = []
    size, last = 0, time.monotonic()
    while size <= MOST_BYTES:
        try:
            chunk = os.read(handle, _CHUNK)
        except BlockingIOError:
            chunk = None
        if chunk:
            chunks.append(chunk)
            size, last = size + len(chunk), time.monotonic()
        elif chunk == b"" and chunks:
            break
        elif time.monotonic() - last > PATIENCE:
            raise ArticleError(f"{name}: is a pipe that gave nothing for {PATIENCE:.0f} seconds; name a file")
        else:
            # Before the first writer comes a pipe reads as ended, so an end counts only after something was read.
            select.select([handle], [], [], 0.05)
            if chunk == b"":
                time.sleep(0.02)
    return _refuse_large(b"".join(chunks), name)


def _refuse_large(read: bytes, name: str) -> bytes:
    if len(read) > MOST_BYTES:
        raise ArticleError(f"{name}: larger than {MOST_BYTES // 1_000_000} MB; name a smaller file")
    return read
