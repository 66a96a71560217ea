"""Running the reader: from two articles until it is left, with no note lost on the way out."""

from typing import TYPE_CHECKING

from tui.articles.article import Article
from tui.reader.app import ReaderApp
from tui.reader.engine.engine import Engine
from tui.reader.mistakes import Mistake
from tui.reader.settings import Settings
from tui.system.streams import tell

if TYPE_CHECKING:
    from tui.articles.pairs import Pair
    from tui.notes.open_notes import OpenNotes
    from tui.reader.opening.pairs import KnownPair
    from tui.system.ending import Ending
    from tui.system.terminal import GroundQuestion


def rescue(notes: "OpenNotes") -> str:
    """Write notes that could not be saved where anybody may write, and return where they are, for the user."""
    import tempfile

    from tui.notes.notes_file import NotesFile, write_notes_file

    try:
        handle, path = tempfile.mkstemp(prefix="newsdiff-notes-", suffix=".yaml")
        with open(handle, "w", encoding="utf-8") as file:
            file.write(write_notes_file(NotesFile(notes.store.pair, notes.notebook)))
    except OSError as error:
        return f"nor could they be kept elsewhere: {error.strerror}"
    return f"the notes are in {path}, and 'newsdiff-tui import' takes them from there"


def run(
    left: Article,
    right: Article,
    settings: Settings,
    mistakes: tuple[Mistake, ...],
    engine: Engine,
    pairs: "tuple[Pair, ...]" = (),
    ending: "Ending | None" = None,
    asked: "GroundQuestion | None" = None,
    guided: bool = False,
) -> None:
    """Open the reader on two articles and return when it is left.

    `settings`, `mistakes`, `engine`, `ending`, `asked` and `guided` are as for `ReaderApp`; `pairs` are those
    of the folder the two were found in, to be offered.
    """
    found: tuple[KnownPair, ...] = ()
    if pairs:
        from tui.reader.opening.pairs import known_pairs

        found = known_pairs(pairs)
    app = ReaderApp(left, right, settings, mistakes, found, engine, ending, asked, guided)
    if ending is not None:
        ending.expect_drawing()
    app.run()
    for notes in app.save_all():
        told = rescue(notes)
        tell(f"{notes.unsaved}; {told}")
