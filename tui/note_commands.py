"""What the commands `export` and `import` do, once the command line is understood."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tui.articles.article import ArticleError
from tui.articles.pairs import PAIR_SUFFIXES
from tui.commands import deliver
from tui.compare import telling
from tui.compare.budget import within_budget
from tui.compare.comparison import Comparison, Settings
from tui.compare.engine import compare
from tui.notes.importing import read_import_file, tell_joined
from tui.notes.notes_fields import NotesFileError
from tui.notes.open_notes import OpenNotes, open_notes
from tui.notes.reports.contents import PARTS, Part
from tui.notes.reports.export import FORMATS, SUFFIXES, Format, render
from tui.notes.store import SaveError
from tui.opening import load_pair
from tui.system.streams import print_line, tell


def export_pair(
    articles: Sequence[str],
    *,
    form: str | None,
    output: str | None,
    force: bool,
    include: Iterable[str] | None,
    with_notes: bool,
    refresh: bool = False,
    settings: Settings = Settings(),
) -> None:
    """Write a document on two articles with the notes that were made on them.

    Parameters
    ----------
    articles
        Paths, URLs or `-`; none for the bundled pair.
    form
        The document's format; when none, the one that the name of `output` tells, else Markdown.
    output
        The file to write to, or none for standard output.
    force
        Whether `output` may be replaced if it is there.
    include
        The parts that a text for reading has, or none for all of them.
    with_notes
        Whether the notes and links made by hand are put in.
    refresh
        Whether pages are fetched again although a copy of each was kept.
    settings
        What the engine is told.

    Raises
    ------
    ArticleError
        If an article cannot be had or the file cannot be written.
    """
    left, right = load_pair(articles, refresh=refresh)
    chosen = _choose_format(form, output)
    parts: list[Part] = [part for part in PARTS if include is None or part in include]
    if not with_notes:
        comparison = compare(left, right, settings, watch=within_budget)
        deliver(render(_told(comparison, chosen), None, chosen, parts), output, force)
        return
    notes = open_notes(left, right)
    _tell_problems(notes)
    comparison = compare(left, right, settings, notes.placement.corrections, watch=within_budget)
    deliver(render(_told(comparison, chosen), notes.notebook, chosen, parts), output, force)


def _told(comparison: Comparison, form: Format) -> Comparison:
    """Return what a document tells: few details, but in JSON, where each has its importance, all that there are."""
    return comparison if form == "json" else telling.tell(comparison)


def import_notes(names: Sequence[str]) -> None:
    """Join the notes in files into those on two articles, and print what was joined.

    Parameters
    ----------
    names
        The two articles, or in their place a pair file or a folder, then the files of notes.

    Raises
    ------
    ArticleError
        If an article or a file cannot be had, a file holds no notes on these articles, or the notes cannot be saved.
    """
    is_pair = names[0].endswith(PAIR_SUFFIXES) or Path(names[0]).is_dir()
    articles, files = (names[:1], names[1:]) if is_pair else (names[:2], names[2:])
    if not files:
        raise ArticleError("no file of notes; name one after the articles: exported as yaml, jsonld or json")
    notes = open_notes(*load_pair(articles))
    _tell_problems(notes)
    for name in files:
        try:
            imported = read_import_file(name, notes.left, notes.right)
        except NotesFileError as error:
            raise ArticleError(str(error)) from error
        for problem in imported.problems:
            tell(problem)
        try:
            joined = notes.join(imported.notebook)
        except SaveError as error:
            raise ArticleError(str(error)) from error
        if notes.unsaved:
            raise ArticleError(notes.unsaved)
        print_line(f"{name}: {tell_joined(joined, imported.homeless)}")


def _choose_format(form: str | None, output: str | None) -> Format:
    if form is not None:
        return next(known for known in FORMATS if known == form)
    name = (output or "").lower()
    longest_first = sorted(FORMATS, key=lambda known: -len(SUFFIXES[known]))
    return next((known for known in longest_first if name.endswith(SUFFIXES[known])), "markdown")


def _tell_problems(notes: OpenNotes) -> None:
    for problem in notes.problems:
        tell(problem)
