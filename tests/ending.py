"""Readers in terminals that go wrong: what must hold whenever one is told to end, or should know that it must.

`tests/door/test_ending.py` tries each way a few times on every run, `tests/drill.py` many times.
"""

import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
SECONDS = 2.0
"""So long may it take until nothing is left of a reader."""

_CONTROLLED = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


class Faulty:
    """A reader in a terminal that need not read what is written, and may be closed."""

    def __init__(
        self, home: Path, *words: str, controlled: bool, before: tuple[str, ...] = (), folder: Path = ROOT
    ) -> None:
        self.lead, follow = pty.openpty()
        fcntl.ioctl(self.lead, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))
        self.modes_before = termios.tcgetattr(follow)
        # Held open so that the modes can be looked at when the reader is gone.
        self._follow = os.dup(follow)
        self.written = b""
        command = ["-m", "tui", *words]
        self.process = subprocess.Popen(
            [*before, sys.executable, *(["-c", _CONTROLLED] if controlled else []), *command],
            **dict.fromkeys(("stdin", "stdout", "stderr"), follow),
            cwd=folder,
            env=_environment(home),
            start_new_session=True,
            # As a shell starts it: who runs this by nohup or in the background ignores some, and hands that on.
            preexec_fn=_ignore_no_signal,
        )
        os.close(follow)

    def read(self, seconds: float) -> bool:
        """Take in what is written within `seconds`; say whether there was anything."""
        ready, _, _ = select.select([self.lead], [], [], seconds)
        try:
            chunk = os.read(self.lead, 65536) if ready else b""
        except OSError:
            return False
        self.written += chunk
        return bool(chunk)

    def open(self, seconds: float = 30.0, is_compared: bool = True) -> None:
        """Return once the pair has been drawn and, unless told otherwise, compared."""
        until = time.monotonic() + seconds
        while not re.search(rb"\d passages?" if is_compared else b"passage", self.written):
            assert time.monotonic() < until and self.process.poll() is None, f"never opened: {self.written[-800:]!r}"
            self.read(0.1)
        while self.read(0.2):
            pass

    def close(self) -> None:
        """Close the terminal, as when its window is closed or the connection breaks."""
        os.close(self._follow)
        os.close(self.lead)
        self.lead = self._follow = -1

    def modes(self) -> list[object]:
        """Return the terminal's modes as they are now."""
        return termios.tcgetattr(self._follow)

    def gone(self, told: float, reading: bool = True) -> str:
        """Return nothing when all is as it should be within `SECONDS` of `told`, else what is not."""
        while time.monotonic() < told + SECONDS:
            if self.process.poll() is not None and not living(self.process.pid):
                return ""
            if reading and self.lead >= 0:
                self.read(0.02)
            else:
                time.sleep(0.02)
        left = living(self.process.pid)
        return f"{len(left)} processes left after {SECONDS} s: {left}" if left else ""

    def end(self) -> None:
        """Leave nothing behind, whatever has happened."""
        for process in living(self.process.pid):
            os.kill(process, signal.SIGKILL)
        self.process.wait()
        if self.lead >= 0:
            self.close()


def living(session: int) -> list[int]:
    """Return the processes of a session that are not dead."""
    found = []
    for entry in os.scandir("/proc"):
        if not entry.name.isdigit():
            continue
        try:
            state, _, _, its = Path(entry.path, "stat").read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(its) == session and state not in "ZX":
            found.append(int(entry.name))
    return found


def work_of(session: int) -> tuple[float, bool]:
    """Return for how many seconds the processes of a session have run or waited for a core, and whether one still does.

    Where the kernel does not tell, they seem to rest.
    """
    nanoseconds, is_at_work = 0, False
    for process in living(session):
        try:
            tasks = list(Path(f"/proc/{process}/task").iterdir())
        except OSError:  # it has just ended
            continue
        for task in tasks:
            try:
                ran, waited, _ = (task / "schedstat").read_text().split()
                is_at_work |= (task / "stat").read_text().rpartition(")")[2].split()[0] == "R"
            except OSError:
                continue
            nanoseconds += int(ran) + int(waited)
    return nanoseconds / 1e9, is_at_work


def _ignore_no_signal() -> None:
    for number in (signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)


def _environment(home: Path) -> Mapping[str, str]:
    taken = ("LINES", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in taken}
    return kept | {"NEWSDIFF_HOME": str(home), "TERM": "xterm-256color"}


def closed_in_mid_drawing(home: Path, chance: random.Random) -> str:
    reader = Faulty(home, controlled=chance.random() < 0.5)
    try:
        reader.open(is_compared=chance.random() < 0.5)
        for _ in range(chance.randrange(60)):
            os.write(reader.lead, chance.choice([b"j", b"n", b" ", b"v", b"G", b"g", b"t\x1b", b"B\x1b"]))
            if chance.random() < 0.3:
                reader.read(0)
        time.sleep(chance.uniform(0, 0.2))
        reader.close()
        return reader.gone(time.monotonic())
    finally:
        reader.end()


def told_while_a_note_is_written(home: Path, chance: random.Random) -> str:
    """The note is kept as far as it is written, also when it is being asked what to do with it."""
    reader = Faulty(home, controlled=chance.random() < 0.5)
    try:
        reader.open()
        os.write(reader.lead, b"na")
        while reader.read(0.5):
            pass
        os.write(reader.lead, b"in the middle of a wo")
        while reader.read(0.3):
            pass
        if chance.random() < 0.5:
            os.write(reader.lead, b"\x1b")
            while reader.read(0.5):
                pass
        if chance.random() < 0.5:
            reader.close()
        else:
            os.kill(reader.process.pid, chance.choice([signal.SIGTERM, signal.SIGHUP]))
        wrong = reader.gone(time.monotonic())
        kept = "".join(path.read_text("utf-8") for path in home.rglob("notes/*.yaml"))
        return wrong or ("" if "in the middle of a wo" in kept else "the note was not kept")
    finally:
        reader.end()


def full_terminal(home: Path, chance: random.Random) -> str:
    """Nobody reads what is drawn any more."""
    reader = Faulty(home, controlled=chance.random() < 0.5)
    try:
        reader.open()
        for _ in range(150):
            os.write(reader.lead, chance.choice([b"n", b" ", b"v", b"G", b"g"]))
        time.sleep(chance.uniform(0.2, 1.0))
        os.kill(reader.process.pid, chance.choice([signal.SIGTERM, signal.SIGHUP]))
        wrong = reader.gone(time.monotonic(), reading=False)
        return wrong or ("" if reader.modes() == reader.modes_before else "the terminal's modes are not as they were")
    finally:
        reader.end()


def stopped_told_and_continued(home: Path, chance: random.Random) -> str:
    reader = Faulty(home, controlled=chance.random() < 0.5)
    try:
        reader.open(is_compared=chance.random() < 0.5)
        os.kill(reader.process.pid, signal.SIGSTOP)
        time.sleep(chance.uniform(0, 0.1))
        os.kill(reader.process.pid, chance.choice([signal.SIGTERM, signal.SIGHUP]))
        os.kill(reader.process.pid, signal.SIGCONT)
        return reader.gone(time.monotonic()) or _as_before(reader)
    finally:
        reader.end()


def stopped_and_continued(home: Path, chance: random.Random) -> str:
    """It goes on as if nothing had been, and leaves the terminal as it was before."""
    reader = Faulty(home, controlled=chance.random() < 0.5)
    try:
        reader.open()
        for _ in range(chance.randrange(1, 3)):
            os.kill(reader.process.pid, signal.SIGSTOP)
            time.sleep(chance.uniform(0, 0.1))
            os.kill(reader.process.pid, signal.SIGCONT)
            while reader.read(0.3):
                pass
        os.write(reader.lead, b"\x1b[B" * 30)
        while reader.read(0.3):
            pass
        os.write(reader.lead, b"q")
        return reader.gone(time.monotonic()) or _as_before(reader) or _status(reader, 0)
    finally:
        reader.end()


def told_in_the_first_instants(home: Path, chance: random.Random) -> str:
    number = chance.choice([signal.SIGTERM, signal.SIGHUP])
    return _early(home, chance, number)


def interrupted_in_the_first_instants(home: Path, chance: random.Random) -> str:
    return _early(home, chance, signal.SIGINT)


def _early(home: Path, chance: random.Random, number: signal.Signals) -> str:
    reader = Faulty(home, controlled=chance.random() < 0.5)
    try:
        # What the interpreter does before it gets to the program is not the program's.
        until = time.monotonic() + 0.03 + chance.expovariate(1 / 0.2)
        while time.monotonic() < until:
            reader.read(0.01)
        if number == signal.SIGINT and b"\x1b[?1049h" in reader.written:
            return ""  # it draws already, and ctrl+c is a key
        os.kill(reader.process.pid, number)
        wrong = reader.gone(time.monotonic()) or _as_before(reader)
        # The interpreter gives one of its own while it looks for the program.
        return wrong or ("a traceback" if b"Traceback" in reader.written and b"tui/" in reader.written else "")
    finally:
        reader.end()


def _as_before(reader: Faulty) -> str:
    while reader.read(0.05):
        pass
    if reader.modes() != reader.modes_before:
        return "the terminal's modes are not as they were"
    screens = reader.written.rpartition(b"\x1b[?1049h")
    return "the other screen was not left" if screens[1] and b"\x1b[?1049l" not in screens[2] else ""


def _status(reader: Faulty, wanted: int) -> str:
    return "" if reader.process.returncode == wanted else f"it ended with {reader.process.returncode}"


WAYS: dict[str, Callable[[Path, random.Random], str]] = {
    "the terminal closed in mid-drawing": closed_in_mid_drawing,
    "told to end while a note is written": told_while_a_note_is_written,
    "a terminal that takes nothing more, and told to end": full_terminal,
    "stopped, told to end, and continued": stopped_told_and_continued,
    "stopped and continued": stopped_and_continued,
    "told to end in the first instants": told_in_the_first_instants,
    "ctrl+c in the first instants": interrupted_in_the_first_instants,
}
