"""A program in a terminal, and what it costs: processor time, memory of all its processes, bytes sent."""

import os
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.terminal import Screen, Terminal

ROOT = Path(__file__).parents[1]
SIZE = (130, 40)
QUIET = 0.25
"""Seconds without a byte and without work after which something has been done."""
IDLE = 0.004
"""So many seconds of the processor in such a time are no work: timers that look whether there is any."""


class _Deaf(Screen):
    """A screen that shows nothing, so that watching it takes no time from what is measured."""

    def feed(self, text: str) -> None:
        pass


class Watched:
    """A running program."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.most_memory = 0.0
        """The most megabytes that all its processes together had while it was waited for."""

    @property
    def processes(self) -> list[int]:
        """The program's process and those it has started."""
        own = self.terminal.process.pid
        with suppress(FileNotFoundError, ProcessLookupError):
            return [own, *(int(one) for one in Path(f"/proc/{own}/task/{own}/children").read_text().split())]
        return [own]

    @property
    def seconds(self) -> float:
        """What the program's own process has taken of the processor."""
        return _seconds(self.terminal.process.pid)

    @property
    def memory(self) -> list[float]:
        """The megabytes of each process, the program's own first: what is its alone and its part of what is shared."""
        return [_memory(process) for process in self.processes]

    def wait_for(self, text: bytes, seconds: float) -> float:
        """Return the seconds until a text was written."""
        began = last = time.perf_counter()
        while not re.search(text, self.terminal.written):
            if time.perf_counter() - began > seconds:
                raise TimeoutError(f"{text!r} was never painted")
            self.terminal.read(0.05)
            if time.perf_counter() - last > 0.2:
                self.most_memory, last = max(self.most_memory, sum(self.memory)), time.perf_counter()
        return time.perf_counter() - began

    def rest(self) -> None:
        """Return once nothing is written and nothing is worked on."""
        before = -1.0
        while self.terminal.read(QUIET) or self.seconds - before > IDLE:
            before = self.seconds

    def cost(self, keys: str = "", size: tuple[int, int] | None = None) -> tuple[float, int]:
        """Return the seconds of the processor and the bytes that keys, or another size, cost until all is done."""
        self.rest()
        seconds, written = self.seconds, len(self.terminal.written)
        if size is not None:
            self.terminal.resize(*size)
        self.terminal.send(keys)
        self.rest()
        return self.seconds - seconds, len(self.terminal.written) - written

    def press(self, key: str) -> None:
        """Press a key and wait a moment: what begins an escape sequence, until it is known that none follows."""
        self.terminal.send(key)
        while self.terminal.read(0.15 if key == "\x1b" else 0.03):
            pass

    def idle(self, seconds: float) -> float:
        """Return the seconds of the processor that a second costs in which nothing is pressed."""
        self.rest()
        before = self.seconds
        time.sleep(seconds)
        return (self.seconds - before) / seconds


def _seconds(process: int) -> float:
    taken = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):
            taken += int((task / "schedstat").read_text().split()[0])
    return taken / 1e9


def _memory(process: int) -> float:
    with suppress(FileNotFoundError, ProcessLookupError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1000
    return 0.0


@contextmanager
def started(command: Sequence[str]) -> Iterator[Watched]:
    """Run a program in a terminal, with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"NEWSDIFF_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        with Terminal(command, columns=SIZE[0], rows=SIZE[1], cwd=ROOT, env=environment) as terminal:
            terminal.screen = _Deaf(*SIZE)
            yield Watched(terminal)
