"""What the reader costs in a real terminal, beside a bare Textual application: first paint, keys, resizing, memory."""

import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.terminal import Screen, Terminal

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
SIZE = (130, 40)
TIMES = 5

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("a bare application")

Bare().run()
"""


COMPARED = rb"\d passages?\b"
"""What the header says once the comparison is there."""
LISTED = rb"PEOPLE"
"""What the sidebar says then."""


class _Deaf(Screen):
    """A screen that shows nothing, so that watching it takes no time from what is measured."""

    def feed(self, text: str) -> None:
        pass


def run() -> None:
    bare = statistics.median(_first_paint([sys.executable, "-c", BARE], b"bare application") for _ in range(TIMES))
    print(f"bare Textual application, first paint     {bare * 1000:8.1f} ms")
    painted, linked = zip(*(_paint_and_link() for _ in range(TIMES)), strict=True)
    first = statistics.median(painted)
    print(f"bundled pair, first paint                 {first * 1000:8.1f} ms, {first / bare:.2f} times the bare one")
    later = statistics.median(b - a for a, b in zip(painted, linked, strict=True))
    print(f"bundled pair, links and details           {later * 1000:8.1f} ms later")
    with tempfile.TemporaryDirectory() as folder:
        _measure_long(Path(folder), 10_000)


def _measure_long(folder: Path, sentences: int) -> None:
    paths = [folder / f"{side}.txt" for side in ("left", "right")]
    for seed, path in enumerate(paths):
        path.write_text(_long_text(sentences, seed), encoding="utf-8")
    command = [sys.executable, "-m", "tui", *map(str, paths)]
    first = statistics.median(_first_paint(command, b"Sentence 0 ") for _ in range(3))
    print(f"{sentences} sentences a side, first paint      {first * 1000:8.1f} ms")
    with _started(command) as terminal:
        began = time.perf_counter()
        most = _wait_for(terminal, COMPARED, 600)
        _rest(terminal)
        print(f"{sentences} sentences a side, compared after   {time.perf_counter() - began:8.1f} s")
        print(f"  the engine's process meanwhile, at most {most:8.1f} MB")
        for name, key in (("next sentence", "j"), ("line", "J"), ("page", " "), ("next passage", "n"), ("start", "g")):
            painted, settled = zip(*(_answer(terminal, key) for _ in range(21)), strict=True)
            taken, whole = statistics.median(painted) * 1000, statistics.median(settled) * 1000
            print(f"  key to paint, {name:27} {taken:8.1f} ms, all settled after {whole:.1f} ms")
        sizes = [(100, 30), (150, 45), (90, 40), (140, 50), SIZE]
        taken = statistics.median(_resized(terminal, *size) for size in sizes)
        print(f"  resize                                  {taken * 1000:8.1f} ms")
        memory = _memory(terminal.process.pid, "VmRSS")
        print(f"  memory                                  {memory:8.1f} MB")
        beside = [_memory(child, "VmRSS") for child in _children(terminal.process.pid)]
        print(f"  memory of {len(beside)} processes beside it         {sum(beside):8.1f} MB")


def _memory(process: int, field: str) -> float:
    """Return a figure of a process's memory in megabytes; 0 when it has ended."""
    with suppress(FileNotFoundError, ProcessLookupError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith(field):
                return int(line.split()[1]) / 1024
    return 0.0


def _children(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


@contextmanager
def _started(command: list[str]) -> Iterator[Terminal]:
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"NEWSDIFF_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        with Terminal(command, columns=SIZE[0], rows=SIZE[1], cwd=ROOT, env=environment) as terminal:
            terminal.screen = _Deaf(*SIZE)
            yield terminal


def _first_paint(command: list[str], text: bytes) -> float:
    began = time.perf_counter()
    with _started(command) as terminal:
        _wait_for(terminal, text, 20)
        return time.perf_counter() - began


def _paint_and_link() -> tuple[float, float]:
    began = time.perf_counter()
    with _started([sys.executable, "-m", "tui"]) as terminal:
        _wait_for(terminal, b"highest-level", 20)
        painted = time.perf_counter() - began
        _wait_for(terminal, COMPARED, 20)
        _wait_for(terminal, LISTED, 20)
        return painted, time.perf_counter() - began


def _wait_for(terminal: Terminal, text: bytes, seconds: float) -> float:
    """Wait for a text, and return the most megabytes that any process beside the program took meanwhile."""
    until = time.monotonic() + seconds
    most = 0.0
    while not re.search(text, terminal.written):
        if time.monotonic() > until:
            raise TimeoutError(f"{text!r} was never painted")
        if not terminal.read(0.05):
            most = max((_memory(child, "VmHWM") for child in _children(terminal.process.pid)), default=most)
    return most


def _rest(terminal: Terminal, quiet: float = 0.5) -> None:
    while terminal.read(quiet):
        pass


def _answer(terminal: Terminal, key: str) -> tuple[float, float]:
    """Return the seconds from a key until the panes are painted, and until all around them is."""
    began = time.perf_counter()
    terminal.send(key)
    terminal.read(2.0)
    painted = time.perf_counter()
    return painted - began, max(painted, _last_byte(terminal, 0.06)) - began


def _resized(terminal: Terminal, columns: int, rows: int) -> float:
    began = time.perf_counter()
    terminal.resize(columns, rows)
    return _last_byte(terminal, 2.0) - began


def _last_byte(terminal: Terminal, wait: float) -> float:
    """Return when the last byte came of what begins within `wait` seconds."""
    last = time.perf_counter()
    while terminal.read(wait):
        last, wait = time.perf_counter(), 0.06
    return last


def _long_text(sentences: int, seed: int) -> str:
    """Return news of so many numbered sentences, a third of them about what the other side has too."""
    chance = random.Random(seed)
    lines = [
        line
        for side in ("left", "right")
        for line in (SEEDS / f"kerry-in-sochi.{side}.txt").read_text(encoding="utf-8").splitlines()
        if len(line) > 40
    ]
    words = " ".join(lines).split()
    made = []
    for number in range(sentences):
        shared = random.Random(number)
        source = shared if number % 3 == 0 else chance
        body = " ".join(source.choice(words).strip('."”“').lower() for _ in range(source.randint(8, 26)))
        made.append(f"Sentence {number} {body}." + ("\n\n" if number % 4 == 3 else " "))
    return "".join(made)
