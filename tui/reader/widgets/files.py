"""A tree of folders and files, without what is hidden."""

from collections.abc import Iterable
from pathlib import Path

from rich.text import Text, TextType
from textual.widgets import DirectoryTree

from tui.disk.inert import make_inert_line


class Files(DirectoryTree):
    """Folders, and the files whose names end in one of the given ways.

    Parameters
    ----------
    folder
        Where it begins.
    suffixes
        How names may end, in small letters; none for any way.
    """

    def __init__(self, folder: Path, suffixes: tuple[str, ...] = (), *, id: str | None = None) -> None:
        self._suffixes = suffixes
        super().__init__(folder, id=id)

    def process_label(self, label: TextType) -> Text:
        """Return a file's name with nothing in it that a terminal would obey, and nothing read as markup."""
        return Text(make_inert_line(label.plain if isinstance(label, Text) else label))

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Leave out what is hidden, and files that are not wanted."""
        return shown_files(paths, self._suffixes)


def shown_files(paths: Iterable[Path], suffixes: tuple[str, ...] = ()) -> list[Path]:
    """Return the paths that are listed: folders, and files with one of the suffixes if any is given; nothing hidden."""
    seen = (path for path in paths if not path.name.startswith("."))
    return [path for path in seen if not suffixes or path.suffix.lower() in suffixes or path.is_dir()]
