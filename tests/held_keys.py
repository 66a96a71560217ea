"""Two keys that reach the reader in one write, as a held key sends them, in each of its boxes and in a real terminal.

`tests/door/test_held_keys.py` tries a few pairs in each box on every run, `tests/drill.py` all of them.
"""

import os
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from tests.ending import Faulty

BOXES = {
    "brief": "B",
    "help": "?",
    "about": "I",
    "theme": "t",
    "palette": "\x10",
    "open": "o",
    "export": "e",
    "import": "E",
    "notes": "m",
    "colour of a highlight": "H",
    "mark": "dM",
    "note": "a",
    "explanation": "x",
    "search": "/",
    "sidebar": "s",
}
"""The keys that bring each up."""

KEYS = ("\r", "\x1b", "\t", "\x13", " ", "\x1b[B", "\x0f", "n")
"""Enter, escape, tab, ctrl+s, blank, down, ctrl+o, and a letter that means something in boxes and in the reader."""

PAIRS = tuple(one + other for one, other in product(KEYS, KEYS))


def held_keys(home: Path, names: list[str], tries: Iterable[tuple[str, str]]) -> str:
    """Open a box and send a pair of keys in one write, for each of `tries`; return what went wrong, if anything did."""
    here = home / "here"  # exports are written into the folder that the reader was started in
    here.mkdir(parents=True)
    reader = Faulty(home, *names, controlled=True, folder=here)
    try:
        reader.open()
        for box, keys in tries:
            # An escape that comes together with what follows would be another key.
            close = ("\x1b", "d") if box == "note" else ("\x1b",)  # a changed note asks, and d drops it
            for written in ("g" + BOXES[box], keys, *close, *close):
                os.write(reader.lead, written.encode())
                while reader.read(0.13):
                    pass
            if reader.process.poll() is not None or b"Traceback" in reader.written:
                return f"{box}, {keys!r}: {reader.written[-300:]!r}"
        return ""
    finally:
        reader.end()
