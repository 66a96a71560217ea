"""Writing a file so that whoever reads it finds the old content or the new, never a part.

The content goes to a temporary file in the same folder, is synced, and takes the file's name in one step.
"""

import contextlib
import errno
import itertools
import os
import re
import socket
import stat
import time
from pathlib import Path

from tui.disk.read import NO_FILE

_counter = itertools.count()
_TEMPORARY = re.compile(r"\.(?P<host>[^.]+)-(?P<process>\d+)-\d+\.tmp\Z")
_ABANDONED = 86_400
"""A temporary file of another machine is taken for abandoned after so many seconds."""


def write_whole(path: str | Path, data: str | bytes) -> None:
    """Write `data` to `path`, wholly or not at all; text is written as UTF-8.

    A symbolic link is followed and an existing file keeps its permissions. A device or a pipe is written to directly.
    Temporary files that a killed process left for `path`, or for a copy of it kept aside, are removed.

    Raises
    ------
    OSError
        If the folder is missing, full or not writable; the file is then as it was.
    """
    target = Path(os.path.realpath(path))
    content = data.encode("utf-8", errors="replace") if isinstance(data, str) else data
    mode = _mode_of(target)
    if mode is not None and not stat.S_ISREG(mode):
        with open(target, "wb") as opened:
            opened.write(content)
        return
    remove_stale(target)
    temporary = target.with_name(f".{target.name[:150]}.{_host()}-{os.getpid()}-{next(_counter)}.tmp")
    try:
        _write_synced(temporary, content, mode)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def write_own(path: str | Path, data: str | bytes) -> None:
    """Write a file of the program's own as `write_whole` does; a device or pipe in its place is refused.

    Raises
    ------
    OSError
        As `write_whole`, and if what lies there is no regular file.
    """
    mode = _mode_of(Path(os.path.realpath(path)))
    if mode is not None and not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, NO_FILE, str(path))
    write_whole(path, data)


def remove_stale(path: str | Path) -> None:
    """Remove the temporary files that a killed process left when it was writing `path` or a copy of it.

    A copy has the same name up to the first dot.
    """
    target = Path(path)
    start = f".{target.name[:150].partition('.')[0]}."
    with contextlib.suppress(OSError):
        for entry in os.scandir(target.parent):
            if not entry.name.startswith(start):
                continue
            found = _TEMPORARY.search(entry.name, len(start) - 1)
            if found and _is_stale(entry, found):
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)


def _mode_of(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _write_synced(temporary: Path, content: bytes, mode: int | None) -> None:
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with open(handle, "wb") as opened:
        opened.write(content)
        opened.flush()
        if mode is not None:
            os.fchmod(opened.fileno(), stat.S_IMODE(mode))
        os.fsync(opened.fileno())


def _sync_folder(folder: Path) -> None:
    # Some file systems refuse to sync a folder; the rename has happened all the same.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _host() -> str:
    return re.sub(r"[^A-Za-z0-9]", "", socket.gethostname())[:40] or "host"


def _is_stale(entry: os.DirEntry[str], found: re.Match[str]) -> bool:
    if found["host"] != _host():
        return time.time() - entry.stat().st_mtime > _ABANDONED
    try:
        os.kill(int(found["process"]), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        pass
    return False
