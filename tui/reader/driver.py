"""How the reader draws on a terminal: as Textual does, but one that was stopped unasked is not drawn on twice."""

from textual.drivers.linux_driver import LinuxDriver


class TerminalDriver(LinuxDriver):
    """Draws on a terminal.

    A program that is stopped by SIGSTOP cannot leave the terminal first, and Textual enters it again when the program
    goes on: with two threads that read keys, and the terminal's modes as they were not before but in between.
    """

    _is_drawing = False

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
