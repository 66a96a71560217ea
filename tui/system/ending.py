"""Ending in good order when told to, and in any case: within two seconds, with every process, the terminal as it was.

A program that draws can be held up by what it draws on: a terminal that takes nothing more, or is gone. So whoever is
told to end asks the application to end, and ends the process itself when that has not helped.
"""

import os
import select
import signal
import termios
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

PATIENCE = 1.2
"""Seconds that the application has to end in good order."""

_TO_END = (signal.SIGTERM, signal.SIGHUP)
_AS_BEFORE = b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[<u\x1b[?1004l"
_AS_BEFORE += b"\x1b[?1049l\x1b[?25h"
"""Undoes what Textual asks of a terminal: paste and wrap, reports of size, mouse, keys and focus, the other screen, no
cursor."""


class Ending:
    """Watches for signals to end and for a terminal that goes, from when it is made until `finish`.

    Made in the main thread, once in a process.
    """

    def __init__(self) -> None:
        self.signal: signal.Signals | None = None
        """The signal that told to end, when there was one."""
        self._leave: Callable[[], None] | None = None
        self._is_drawing = False
        self._is_over = threading.Event()
        self._modes = _modes()
        self._listen()

    def expect_drawing(self) -> None:
        """Undo nothing that is under way from now on: what takes the terminal gives it back when it is asked to leave.

        Told to end before `watch`, it is asked there.
        """
        self._is_drawing = True

    def watch(self, leave: Callable[[], None]) -> None:
        """Call `leave`, which must return at once, when told to end; end when the terminal or the browser is gone."""
        self._leave = leave
        # Whatever draws may have taken the signals for itself.
        self._listen()
        if self.signal is not None:
            leave()
        if os.isatty(0) or "TEXTUAL_DRIVER" in os.environ:
            threading.Thread(target=self._watch_input, name="terminal", daemon=True).start()

    def finish(self) -> None:
        """Leave the terminal as it was found, and signals to those who handle them otherwise."""
        self._is_over.set()
        for number in _TO_END:
            signal.signal(number, signal.SIG_DFL)
        _set_modes(self._modes)

    def _listen(self) -> None:
        for number in _TO_END:
            signal.signal(number, self._told)

    def _told(self, number: int, _: FrameType | None) -> None:
        if self.signal is not None:
            return
        self.signal = signal.Signals(number)
        # Whoever was stopped meanwhile does not take the terminal again, nor is stopped anew for giving it back.
        signal.signal(signal.SIGCONT, lambda *_: None)
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        threading.Thread(target=self._end_by_force, name="ending", daemon=True).start()
        if self._leave is not None:
            self._leave()
        elif not self._is_drawing:
            # What is under way is undone step by step.
            raise SystemExit(128 + number)

    def _watch_input(self) -> None:
        gone = select.poll()
        # Asked for nothing, it tells of the end of the other side alone.
        gone.register(0, 0)
        while not self._is_over.is_set():
            if gone.poll(500):
                os.kill(os.getpid(), signal.SIGHUP)
                return

    def _end_by_force(self) -> None:
        if self._is_over.wait(PATIENCE):
            return
        # Children go with their parent; so there is but the terminal to think of.
        _set_modes(self._modes)
        if os.isatty(2):
            with suppress(OSError, termios.error):
                _write_instead(_AS_BEFORE)
        os._exit(128 + (self.signal or signal.SIGHUP))


def _write_instead(last: bytes) -> None:
    """Write something on a terminal in place of what it has not taken so far; without waiting, so it may be in vain."""
    os.set_blocking(2, False)
    try:
        termios.tcflow(2, termios.TCOON)
        for _ in range(20):
            termios.tcflush(2, termios.TCOFLUSH)
            with suppress(BlockingIOError):
                if os.write(2, last) == len(last):
                    return
            time.sleep(0.01)
    finally:
        # The setting is the terminal's, and others use it too.
        os.set_blocking(2, True)


def _modes() -> list[object] | None:
    try:
        return termios.tcgetattr(0)
    except termios.error:
        return None


def _set_modes(modes: list[object] | None) -> None:
    if modes is not None:
        with suppress(termios.error, OSError):
            if not _is_taken():
                termios.tcsetattr(0, termios.TCSANOW, modes)  # type: ignore[arg-type]


def _is_taken() -> bool:
    """Say whether another program has the terminal now; one that does not control this program has no such order."""
    try:
        return os.tcgetpgrp(0) != os.getpgrp()
    except OSError:
        return False
