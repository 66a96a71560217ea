"""How far a batch is, on standard error."""

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial

from tui.batch.processes import Put


class Progress:
    """Says on standard error, where that is a terminal, how many records are done, how fast and how long it will take.

    How long is known where standard input is a file.
    """

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()
        self._size = _input_size()
        self._begun = self._told = time.monotonic()
        self._read = self._done = 0

    def lines(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the lines, and count their bytes."""
        for line in lines:
            self._read += len(line)
            yield line

    def counted(self, put: Put) -> Put:
        """Return what takes answers as `put` does, and counts them."""
        return partial(self._count, put)

    def _count(self, put: Put, answer: bytes) -> None:
        put(answer)
        self._done += 1
        now = time.monotonic()
        if self._is_shown and now - self._told >= 0.5:
            self._told = now
            self._tell(now - self._begun)

    def end(self) -> None:
        """Say the last of it."""
        if self._is_shown and self._done:
            self._tell(time.monotonic() - self._begun)
            print(file=sys.stderr)

    def _tell(self, seconds: float) -> None:
        told = f"{self._done:,} done · {self._done / max(seconds, 0.001):.1f} a second"
        if self._size and 0 < self._read < self._size:
            left = seconds * (self._size - self._read) / self._read
            told += f" · {self._read / self._size:.0%} · about {_time_in_words(left)} left"
        with suppress(OSError):
            print(f"\r\x1b[K{told}", end="", file=sys.stderr, flush=True)


def _input_size() -> int:
    with suppress(OSError, ValueError):
        told = os.fstat(sys.stdin.fileno())
        return told.st_size if stat.S_ISREG(told.st_mode) else 0
    return 0


def _time_in_words(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
