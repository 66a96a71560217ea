"""The one way out: a comparison with its notes as text in any format, and writing it to a file."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from tui.compare.comparison import Comparison
from tui.disk.write import write_whole
from tui.notes.notebook import Notebook
from tui.notes.reports.contents import PARTS, Part, make_contents

Format = Literal["text", "markdown", "html", "json", "jsonld", "csv", "notes-csv", "yaml"]
"""What a document can be written as."""

FORMATS: tuple[Format, ...] = get_args(Format)

DESCRIPTIONS: dict[Format, str] = {
    "text": "the brief, as lines for a terminal",
    "markdown": "a document that reads well as plain text, highlights as ==text==",
    "html": "one page for any browser, both articles side by side",
    "json": "the comparison document, with the notes in it",
    "jsonld": "the notes as W3C Web Annotations",
    "csv": "the details, a row each",
    "notes-csv": "the notes, a row each",
    "yaml": "the notes file, for somebody else to import",
}

SUFFIXES: dict[Format, str] = {
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "json": ".json",
    "jsonld": ".jsonld",
    "csv": ".csv",
    "notes-csv": ".notes.csv",
    "yaml": ".yaml",
}
"""How the name of a file in each format ends."""


def render(comparison: Comparison, notebook: Notebook | None, form: Format, include: Iterable[Part] = PARTS) -> str:
    """Return a document.

    Parameters
    ----------
    comparison
        The comparison, made with the notebook's corrections (`Placement.corrections`).
    notebook
        The notes to put in, or none.
    form
        The format.
    include
        Which parts a text for reading (Markdown, HTML) has; the other formats have a fixed content.
    """
    if form == "text":
        from tui.notes.reports.text import render_text

        return render_text(comparison)
    if form == "json":
        from tui.notes.reports.document import render_document

        return render_document(comparison, notebook)
    if form == "yaml":
        from tui.notes.notes_file import NotesFile, write_notes_file
        from tui.notes.pair import identify_pair

        pair = identify_pair(comparison.left, comparison.right)
        return write_notes_file(NotesFile(pair.without_paths(), notebook or Notebook()))
    contents = make_contents(comparison, notebook, include)
    if form == "markdown":
        from tui.notes.reports.markdown import render_markdown

        return render_markdown(contents)
    if form == "html":
        from tui.notes.reports.html import render_html

        return render_html(contents)
    if form == "jsonld":
        from tui.notes.reports.annotations import render_annotations

        return render_annotations(contents)
    from tui.notes.reports.tables import render_detail_table, render_note_table

    return render_detail_table(contents) if form == "csv" else render_note_table(contents)


def write_export(path: str | Path, text: str | bytes, overwrite: bool = False) -> None:
    """Write a document to a file, wholly or not at all; bytes as they are.

    Text in a file named .csv begins with a byte order mark, without which spreadsheets take UTF-8 for something else.

    Parameters
    ----------
    path
        The file; `~` is the user's home. Its folder must exist.
    text
        The document.
    overwrite
        Whether a file that is already there may be replaced.

    Raises
    ------
    FileExistsError
        If there is such a file and it may not be replaced.
    OSError
        If it cannot be written; `strerror` says why.
    """
    target = Path(path).expanduser()
    if not overwrite and os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, "there is such a file already", str(target))
    if isinstance(text, str) and target.suffix.lower() == ".csv":
        text = f"\ufeff{text}"
    write_whole(target, text)


def suggest_file_name(comparison: Comparison, form: Format) -> str:
    """Return a name for the file of an export: the pair's title in plain letters, and the format's suffix."""
    from tui.notes.reports.citing import file_stem

    return (file_stem(comparison) or "comparison") + SUFFIXES[form]
