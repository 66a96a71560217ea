"""A process that makes notes as fast as it can and says which ones are safe; `test_kill.py` kills it.

It is started once and forks a writer for each word "go" on standard input, so that 200 writers need no 200 starts.
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.notes.conftest import LEFT, RIGHT, quote
from tui.articles.load import make_article
from tui.notes.note import make_note
from tui.notes.open_notes import open_notes

left, right = make_article(LEFT, origin="/l.txt"), make_article(RIGHT, origin="/r.txt")


def write_until_killed(folder: Path) -> None:
    notes = open_notes(left, right, folder)
    if notes.problems:
        os.write(1, f"problem {notes.problems}\n".encode())
    while True:
        if len(notes.notebook.notes) > 40:
            oldest = notes.notebook.notes[0].id
            os.write(1, f"deleting {oldest}\n".encode())
            notes.change("delete", notes.notebook.delete(oldest))
        note = make_note([quote(left, "left", "Eight passengers")], text="x" * 500)
        notes.change("note", notes.notebook.add(note))
        if notes.unsaved is None:
            os.write(1, f"safe {note.id}\n".encode())
        else:
            os.write(1, f"problem {notes.unsaved}\n".encode())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as warm_up:
        warm = open_notes(left, right, Path(warm_up))
        warm.change("note", warm.notebook.add(make_note([quote(left, "left", "Eight passengers")])))
        open_notes(left, right, Path(warm_up))
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            write_until_killed(Path(sys.argv[1]))
        os.write(1, f"writer {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"dead\n")
