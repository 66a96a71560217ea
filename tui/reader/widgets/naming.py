"""A field that names a file: what it shows is inert, what it stands for is the file's own name."""

from textual.widgets import Input

from tui.disk.inert import make_inert_line


class NameInput(Input):
    """Where a file is named."""

    _file = ""

    def name_file(self, path: str) -> None:
        """Name a file; where its name holds what a terminal would obey, something harmless is shown in its stead."""
        self._file = path
        self.value = make_inert_line(path)

    @property
    def location(self) -> str:
        """What is named: the file itself, unless something else has been typed since."""
        return self._file if self._file and self.value == make_inert_line(self._file) else self.value.strip()
