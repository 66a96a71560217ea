"""Walking plain lines by keys: each step prints one line and leaves the terminal's own cursor on it.

Nothing is drawn over: what was read stays above, as a screen reader and a braille display expect of a terminal.
"""

import os
import select
import signal
import sys
import termios
import tty
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tui.notes.reports.text import cells
from tui.plain.lines import Landmark, PlainLine
from tui.system.terminal import can_place

HELP = (
    "Keys: j or down next line, k or up line before, n and N passage, d and D differing detail, c and C conflict, "
    "u and U sentence on one side only, b question of the brief, g start, G end, space ten lines, question mark this "
    "help, q ends."
)
_KEYS: dict[str, tuple[Landmark, int]] = {
    "n": ("passage", 1),
    "N": ("passage", -1),
    "d": ("detail", 1),
    "D": ("detail", -1),
    "c": ("conflict", 1),
    "C": ("conflict", -1),
    "u": ("alone", 1),
    "U": ("alone", -1),
    "b": ("question", 1),
}
_NAMES: dict[Landmark, str] = {
    "question": "question",
    "passage": "passage",
    "detail": "differing detail",
    "conflict": "conflict",
    "alone": "sentence on one side only",
}
_STEPS = {"j": 1, "\x1b[B": 1, "\x1bOB": 1, "\r": 1, "\n": 1, "k": -1, "\x1b[A": -1, "\x1bOA": -1, " ": 10}
_ENDS = ("q", "\x03", "\x04", "")


@dataclass(frozen=True, slots=True)
class Step:
    """Where a key leads: the line to stand on, and what is said instead of it where the key leads nowhere."""

    line: int
    said: str = ""


def step(lines: Sequence[PlainLine], line: int, key: str) -> Step:
    """Return where a key leads from a line.

    Parameters
    ----------
    lines
        All lines, at least one.
    line
        The position of the line that is stood on, from 0.
    key
        The key as the terminal sends it.
    """
    last = len(lines) - 1
    if key in _STEPS:
        wanted = line + _STEPS[key]
        if not 0 <= wanted <= last and line in (0, last) and min(max(wanted, 0), last) == line:
            return Step(line, "This is the last line." if line == last and wanted > last else "This is the first line.")
        return Step(min(max(wanted, 0), last))
    if key in ("g", "G"):
        return Step(0 if key == "g" else last)
    if key in _KEYS:
        landmark, direction = _KEYS[key]
        places = range(line + 1, last + 1) if direction > 0 else range(line - 1, -1, -1)
        found = next((n for n in places if landmark in lines[n].landmarks), None)
        where = "further" if direction > 0 else "earlier"
        return Step(line, f"No {where} {_NAMES[landmark]}.") if found is None else Step(found)
    return Step(line, HELP if key == "?" else "That key does nothing here; press question mark for the keys.")


def walk(lines: Sequence[PlainLine]) -> None:
    """Let a person walk the lines at the terminal until they end it; the terminal is left as it was."""
    line = 0
    write = _writer()
    with _single_keys():
        write(f"{lines[0].text} (Press question mark for the keys.)")
        for key in _keys():
            if key in _ENDS:
                break
            taken = step(lines, line, key)
            line = taken.line
            write(taken.said or lines[line].text)
    print(flush=True)


def _writer() -> Callable[[str], None]:
    """Return what prints a line and sets the cursor on its start; the line before it is ended first."""
    begun = False

    def write(text: str) -> None:
        nonlocal begun
        sys.stdout.write(("\n" if begun else "") + text)
        columns = os.get_terminal_size(sys.stdout.fileno()).columns or 80
        # A terminal that cannot place the cursor keeps it where the line ends.
        rows = max(0, (cells(text) - 1) // columns) if can_place() else 0
        # The cursor goes up to the line's first row, and before the next line is printed down again.
        sys.stdout.write((f"\x1b[{rows}A" if rows else "") + "\r")
        sys.stdout.flush()
        sys.stdout.write(f"\x1b[{rows}B" if rows else "")
        begun = True

    return write


def _keys() -> Iterator[str]:
    """Yield one key after the other as the terminal sends it; an empty one when it is gone."""
    descriptor = sys.stdin.fileno()
    while True:
        data = os.read(descriptor, 1)
        if data == b"\x1b":
            while select.select([descriptor], [], [], 0.05)[0] and len(data) < 8:
                data += os.read(descriptor, 1)
                if data[-1:].isalpha() and data != b"\x1bO":
                    break
        yield data.decode("utf-8", "replace")


@contextmanager
def _single_keys() -> Iterator[None]:
    """Have keys come one by one and unechoed, and give the terminal back as it was, also when the program is ended."""
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)

    def leave(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    handled = {number: signal.signal(number, leave) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        tty.setcbreak(descriptor)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
        for number, handler in handled.items():
            signal.signal(number, handler)
