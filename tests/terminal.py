"""A real pseudo-terminal with a program in it, and the screen that a person would see."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from rich.cells import cell_len

from tests.ending import work_of

_ESCAPE = re.compile(
    r"\x1b\[(?P<numbers>[0-9;:?<=>]*)[ -/]*(?P<final>[@-~])"  # control sequences
    r"|\x1b[\]PX^_].*?(?:\x07|\x1b\\)"  # operating system commands and other strings
    r"|\x1b[()*+].|\x1b[^\[\]PX^_()*+]",
    re.DOTALL,
)


_CONTROLLED = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


class Screen:
    """What stands in the cells: as much of a terminal as Textual writes for, which moves the cursor and prints."""

    def __init__(self, columns: int, rows: int) -> None:
        self.resize(columns, rows)
        self._rest = ""

    def resize(self, columns: int, rows: int) -> None:
        """Begin anew with blank cells."""
        self.columns, self.rows = columns, rows
        self.cells = [[" "] * columns for _ in range(rows)]
        self._row = self._column = 0

    @property
    def lines(self) -> list[str]:
        """The rows as text, a wide character standing in its first cell."""
        return ["".join(row) for row in self.cells]

    def feed(self, text: str) -> None:
        """Take in what was written; a sequence cut in two waits for its other half."""
        text = self._rest + text
        cut = text.rfind("\x1b", -64)
        self._rest = text[cut:] if cut >= 0 and not _ESCAPE.match(text, cut) else ""
        text = text[: len(text) - len(self._rest)]
        at = 0
        for found in _ESCAPE.finditer(text):
            self._print(text[at : found.start()])
            if found["final"]:
                self._control(found["final"], found["numbers"])
            at = found.end()
        self._print(text[at:])

    def _control(self, final: str, numbers: str) -> None:
        if final == "H":
            row, column = (int(n or 1) for n in ([*(numbers or "1;1").split(";"), "1"])[:2])
            self._row, self._column = row - 1, column - 1
        elif final == "J":
            self.cells = [[" "] * self.columns for _ in range(self.rows)]

    def _print(self, text: str) -> None:
        for character in text:
            if character == "\r":
                self._column = 0
            elif character == "\n":
                self._row += 1
            elif character >= " ":
                width = cell_len(character)
                if width and self._row < self.rows and self._column + width <= self.columns:
                    self.cells[self._row][self._column : self._column + width] = [character] + [""] * (width - 1)
                self._column += width


class Terminal:
    """Run a program in a pseudo-terminal.

    Parameters
    ----------
    command
        The program and its arguments.
    columns, rows
        The terminal's size in cells.
    cwd, env
        Where the program runs and its whole environment.
    answers
        What the terminal answers, by what it is asked; with any, it is the program's controlling terminal as well.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int,
        rows: int,
        cwd: Path,
        env: Mapping[str, str] | None = None,
        answers: Mapping[bytes, bytes] | None = None,
    ) -> None:
        self._answers = dict(answers or {})
        self.screen = Screen(columns, rows)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.written = b""
        """Every byte that has reached the terminal."""
        self._lead, follow = pty.openpty()
        fcntl.ioctl(self._lead, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes_before = termios.tcgetattr(self._lead)
        before = [sys.executable, "-c", _CONTROLLED] if answers is not None else []
        self.process = subprocess.Popen(
            [*before, *command], stdin=follow, stdout=follow, stderr=follow, cwd=cwd, env=env, start_new_session=True
        )
        os.close(follow)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self._lead)

    def send(self, keys: str) -> None:
        """Type, as the bytes that a terminal would send."""
        os.write(self._lead, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size and tell the program."""
        fcntl.ioctl(self._lead, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(columns, rows)
        os.killpg(self.process.pid, signal.SIGWINCH)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.lines)

    @property
    def modes(self) -> list[object]:
        """The terminal's modes as they are now: echo, line editing and the like."""
        return termios.tcgetattr(self._lead)

    def process_state(self) -> str:
        """Return the program's state as the kernel tells it in a letter: R, S, T (suspended), Z."""
        return Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[0]

    def read(self, seconds: float) -> bool:
        """Take in what the program writes within `seconds`; say whether there was anything."""
        ready, _, _ = select.select([self._lead], [], [], seconds)
        if not ready:
            return False
        try:
            chunk = os.read(self._lead, 65536)
        except OSError:
            # Linux answers EIO once the last program has closed the other end.
            return False
        self.written += chunk
        for asked in [asked for asked in self._answers if asked in self.written]:
            os.write(self._lead, self._answers.pop(asked))
        self.screen.feed(self._decoder.decode(chunk))
        return bool(chunk)

    def wait_for(self, *texts: str, seconds: float = 10.0) -> None:
        """Return once all of `texts` stand on the screen at once.

        Raises
        ------
        AssertionError
            If they do not within `seconds`, or the program ends first; it shows the screen.
        """
        until = time.monotonic() + seconds
        while not all(text in self.text for text in texts):
            if time.monotonic() > until or (not self.read(0.05) and self.process.poll() is not None):
                missing = [text for text in texts if text not in self.text]
                raise AssertionError(f"not on the screen: {missing}\n{self.text}")

    def settle(self, quiet: float = 0.3, seconds: float = 30.0) -> None:
        """Return once nothing has been written for `quiet` seconds, and not for want of a core to work on."""
        until = time.monotonic() + seconds
        while True:
            before, _ = work_of(self.process.pid)
            is_quiet = not self.read(quiet)
            work, is_at_work = work_of(self.process.pid)
            if is_quiet and not is_at_work and work - before < quiet / 2:
                return
            assert time.monotonic() < until, "the screen never came to rest"

    def wait_until_it_ends(self, seconds: float = 10.0) -> int:
        """Return the program's exit status once it has ended by itself."""
        until = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < until, f"still running\n{self.text}"
            self.read(0.05)
        while self.read(0.05):  # what it wrote last
            pass
        return self.process.returncode
