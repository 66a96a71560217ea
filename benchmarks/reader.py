"""What the reader costs in a real terminal, beside a bare Textual application: first paint, keys, resizing, memory."""

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.peers import plant
from benchmarks.watched import SIZE, Watched, started

TIMES = 5
SIDE = 10_000
"""Sentences of the long articles."""
MEASURED = 3
"""So often each key is measured."""
ROUNDS = 40
"""So often every key is pressed to see whether the memory grows."""

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("a bare application")

Bare().run()
"""

READER = [sys.executable, "-m", "tui"]
COMPARED = rb"\d passages?\b"
"""What the header says once the comparison is there."""
LISTED = rb"PEOPLE"
"""What the sidebar says then."""

KEYS = (
    ("next sentence", "j"),
    ("line", "J"),
    ("page", " "),
    ("next passage", "n"),
    ("next detail", "d"),
    ("start", "g"),
    ("other side", "\t"),
    ("next view", "v"),
    ("details panel", "i"),
    ("more differences", "+"),
    ("brief opened", "B"),
    ("brief closed", "\x1b"),
    ("search opened", "/"),
    ("letter 1", "s"),
    ("letter 2", "a"),
    ("letter 3", "i"),
    ("letter 4", "d"),
    ("next hit", "\r"),
    ("search closed", "\x1b"),
)
"""What is pressed, round after round."""
SIZES = ((100, 30), (150, 45), (90, 40), (140, 50), SIZE)


def run() -> None:
    bare, first, whole = [], [], []
    for _ in range(TIMES):
        # By turns, so that what else the machine does hits all alike.
        bare.append(_until([sys.executable, "-c", BARE], b"bare application"))
        first.append(_until(READER, b"highest-level"))
        whole.append(_until(READER, COMPARED, LISTED))
    painted, highlighted = (statistics.median(taken) / statistics.median(bare) for taken in (first, whole))
    print(f"bare Textual application, first paint {statistics.median(bare) * 1000:8.0f} ms")
    print(f"bundled pair, first paint             {statistics.median(first) * 1000:8.0f} ms, {painted:.2f} times")
    print(f"bundled pair, links and details       {statistics.median(whole) * 1000:8.0f} ms, {highlighted:.2f} times")
    with started(READER) as reader:
        reader.wait_for(LISTED, 60)
        print("bundled pair")
        measure_keys(reader, ROUNDS)
    with tempfile.TemporaryDirectory() as folder:
        plant(Path(folder), SIDE)
        with started([*READER, f"{folder}/left.txt", f"{folder}/right.txt"]) as reader:
            print(f"{SIDE} sentences a side, text after   {reader.wait_for(b'1 ', 60):8.2f} s")
            print(f"  compared after                      {reader.wait_for(COMPARED, 1200):8.2f} s")
            print(f"  all processes meanwhile, at most    {reader.most_memory:8.0f} MB")
            measure_keys(reader, ROUNDS // 4)


def measure_keys(reader: Watched, rounds: int) -> None:
    """Print what every key costs, what nothing at all costs, and what rounds of all keys do to the memory."""
    cost: dict[str, list[tuple[float, int]]] = {}
    for _ in range(MEASURED):
        for name, key in KEYS:
            cost.setdefault(name, []).append(reader.cost(key))
    cost["resize"] = [reader.cost(size=size) for size in SIZES]
    for name, costs in cost.items():
        seconds, sent = (statistics.median(values) for values in zip(*costs, strict=True))
        print(f"  {name:20} {seconds * 1000:8.1f} ms of the processor {sent / 1000:8.1f} KB sent")
    print(f"  {'idle, each second':20} {reader.idle(5.0) * 1000:8.1f} ms of the processor")
    before = reader.memory
    for _ in range(rounds):
        for _, key in KEYS:
            reader.press(key)
    after = reader.memory
    told = ", ".join(f"{one:.0f}" for one in after)
    print(f"  memory {sum(before):.0f} MB, after {rounds} rounds of every key {sum(after):.0f} MB ({told})")


def _until(command: list[str], *texts: bytes) -> float:
    with started(command) as program:
        return sum([program.wait_for(text, 60) for text in texts])
