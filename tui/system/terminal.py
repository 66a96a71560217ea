"""What the terminal can draw, and whether its ground is light: from the environment, and by asking the terminal itself.

It is asked as xterm documents it (OSC 11, "what is the ground?"), and right after it for its kind (DA1), which every
terminal answers: when that answer has come, the first one comes no more. So nobody waits for a terminal that does not
know the question.
"""

import os
import re
import select
import termios
import time
import tty
from collections.abc import Mapping
from contextlib import suppress
from typing import Literal

Ground = Literal["light", "dark"]

LONGEST_WAIT = 0.5
"""Seconds from the question until a terminal that answers nothing at all is no longer waited for."""

_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
_PART = rb"([0-9a-fA-F]{1,4})"
_GROUND = re.compile(rb"\x1b\]11;rgba?:%b/%b/%b[0-9a-fA-F/]*(?:\x07|\x1b\\)" % (_PART, _PART, _PART))
_KIND = re.compile(rb"\x1b\[\?[0-9;]*c")
_DARK_NUMBERS = (*range(7), 8)
"""Of the sixteen colours of COLORFGBG these are dark: all but white, grey and the bright ones."""
_NO_QUESTIONS = ("linux", "screen", "cons", "vt")
"""Terminals whose TERM begins so do not know the question, or hand it to another one that answers late."""


def can_place(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the terminal can place characters: TERM=dumb says that it cannot."""
    return environment.get("TERM", "").lower() not in ("dumb", "unknown")


def colours(environment: Mapping[str, str] = os.environ) -> int:
    """Return how many colours the terminal shows, 16, 256 or 16,777,216; a browser shows them all.

    >>> colours({"TERM": "xterm-256color"}), colours({"TERM": "linux"}), colours({"COLORTERM": "truecolor"})
    (256, 16, 16777216)
    """
    named = environment.get("COLORTERM", "").strip().lower()
    if named in ("truecolor", "24bit") or "TEXTUAL_DRIVER" in environment:
        return 1 << 24
    kind = environment.get("TERM", "").lower()
    return 256 if kind.endswith(("256color", "kitty", "-direct")) else 16


def told_ground(environment: Mapping[str, str] = os.environ) -> Ground | None:
    """Return what COLORFGBG says of the ground, or none.

    >>> told_ground({"COLORFGBG": "0;default;15"}), told_ground({"COLORFGBG": "15;0"}), told_ground({})
    ('light', 'dark', None)
    """
    number = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not number.isdecimal() or int(number) > 15:
        return None
    return "dark" if int(number) in _DARK_NUMBERS else "light"


class GroundQuestion:
    """The question after the ground, which a terminal answers while the program does something else.

    Whoever asks calls `answer`, whatever happens in between: until then the terminal echoes nothing.
    """

    def __init__(self) -> None:
        self.typed = ""
        """What somebody typed before the answer was there."""
        self.is_owed = False
        """Whether the answer may still come; whoever reads keys then must not take it for some."""
        self._asked = time.monotonic()
        self._terminal = -1
        self._modes: list[object] = []

    def ask(self, environment: Mapping[str, str] = os.environ) -> None:
        """Ask the terminal, if there is one that may know."""
        if environment.get("TERM", "").startswith(_NO_QUESTIONS) and "TMUX" not in environment:
            return
        if not can_place(environment) or "TEXTUAL_DRIVER" in environment:
            return
        with suppress(OSError, termios.error):
            terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
            try:
                if os.tcgetpgrp(terminal) != os.getpgrp():
                    return
                self._modes = termios.tcgetattr(terminal)
                tty.setcbreak(terminal, termios.TCSANOW)
                os.set_blocking(terminal, False)
                os.write(terminal, _QUESTION)
                self._terminal, terminal = terminal, -1
                self._asked = time.monotonic()
            finally:
                if terminal >= 0:
                    os.close(terminal)

    def answer(self) -> Ground | None:
        """Return what the terminal says of its ground, or none, and leave the terminal as it was."""
        if self._terminal < 0:
            return None
        read = b""
        try:
            while not _KIND.search(read):
                left = max(0.0, self._asked + LONGEST_WAIT - time.monotonic())
                if not select.select([self._terminal], [], [], left)[0]:
                    break
                if not (more := os.read(self._terminal, 4096)):
                    break
                read += more
        except OSError:
            pass
        finally:
            self.is_owed = not _KIND.search(read)
            self._leave()
        found = _GROUND.search(read)
        self.typed = _KIND.sub(b"", _GROUND.sub(b"", read)).decode("utf-8", "ignore")
        return ground_of(*(int(part, 16) / (16 ** len(part) - 1) for part in found.groups())) if found else None

    def _leave(self) -> None:
        with suppress(OSError, termios.error):
            os.set_blocking(self._terminal, True)
            termios.tcsetattr(self._terminal, termios.TCSANOW, self._modes)  # type: ignore[arg-type]
        with suppress(OSError):
            os.close(self._terminal)
        self._terminal = -1


def ground_of(red: float, green: float, blue: float) -> Ground:
    """Return whether a colour, its parts 0 to 1, is light: by the luma of ITU-R BT.601.

    >>> ground_of(1, 1, 0.9), ground_of(0.1, 0.2, 0.3)
    ('light', 'dark')
    """
    return "light" if 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 else "dark"
