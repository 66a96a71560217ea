"""How the reader draws on a terminal: as Textual does, but one that was stopped unasked is not drawn on twice."""

import os
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.reader.sparing import Sparing


class TerminalDriver(LinuxDriver):
    """Draws on a terminal.

    A program that is stopped by SIGSTOP cannot leave the terminal first, and Textual enters it again when the program
    goes on: with two threads that read keys, and the terminal's modes as they were not before but in between.
    """

    _is_drawing = False

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._sparing = Sparing()

    def write(self, data: str) -> None:
        """Write what the terminal does not show yet."""
        with suppress(OSError):  # the terminal is gone
            data = self._sparing.spare(data, os.get_terminal_size(self.fileno))
        super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal, after leaving it if it was never left."""
        if self._is_drawing:
            self.suspend_application_mode()
        self._is_drawing = True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was."""
        self._is_drawing = False
        super().stop_application_mode()


LATE = 10.0
"""So many seconds long an answer of the terminal that is owed may still come."""
_BEGUN = re.compile(r"\^?(\](1(1(;[rgba:/0-9A-Fa-f]*\^?)?)?)?|\[(\?[0-9;]*)?)?")
"""The beginning of an answer as Textual reads it: a key for each character, the first one as `^` or not at all."""
_ENDS = ("\\", "\x07", "c")


class PatientDriver(TerminalDriver):
    """Draws on a terminal that was asked something and has not answered yet: the late answer is not taken for keys."""

    _held: Sequence[events.Key] = ()

    def process_message(self, message: Message) -> None:
        """Hand on what has come, but hold keys back that may be those of an answer, and drop a whole one."""
        if isinstance(message, events.Key):
            held = [*self._held, message]
            typed = "".join(key.character or key.key for key in held)
            if _BEGUN.fullmatch(typed) and time.monotonic() < self._until:
                self._held = held
                return
            self._held = ()
            if len(held) > 2 and typed.endswith(_ENDS) and _BEGUN.fullmatch(typed[:-1]):
                return
            for earlier in held[:-1]:
                super().process_message(earlier)
        super().process_message(message)

    def start_application_mode(self) -> None:
        """Begin to wait."""
        self._until = time.monotonic() + LATE
        super().start_application_mode()
