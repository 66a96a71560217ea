"""The notes file: one YAML file a pair, readable and editable by hand. Its format is described in docs/notes.md.

Reading forgives what a person leaves out (ids, stamps, offsets, context); what it cannot understand it names by line
and leaves out, and says so, so that the store can keep the file aside before it writes another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from tui.notes.anchors import Anchor
from tui.notes.note import DetailMark, LinkMark, Note
from tui.notes.notebook import Entry, Notebook
from tui.notes.notes_fields import NotesFileError, read_entries, read_identity, read_moment
from tui.notes.pair import ArticleIdentity, PairIdentity

FORMAT = "newsdiff-notes/1"

MOST_CHARACTERS = 20_000_000
"""A longer notes file is refused; some 20,000 notes fit."""

_HEADING = """\
# The notes of newsdiff-tui on one pair of articles. You may edit this file by hand; docs/notes.md describes it.
# Comments are not kept when the program saves. The last line says "The end"; a file without it was cut short.
"""
_ANNOUNCES_END = 'The last line says "The end"'
_END = "# The end\n"


class NewerNotesError(NotesFileError):
    """The file was written by a later version of the program."""


@dataclass(frozen=True, slots=True)
class NotesFile:
    """What a notes file holds."""

    pair: PairIdentity
    notebook: Notebook = Notebook()
    deleted: tuple[tuple[str, datetime], ...] = ()
    """Ids of deleted entries and when each was deleted, so that an import does not bring them back."""
    problems: tuple[str, ...] = ()
    """What could not be understood and was left out, each with file and line."""


def read_notes_file(text: str, name: str) -> NotesFile:
    """Return what a notes file holds.

    Parameters
    ----------
    text
        The file's text.
    name
        The file's name, for messages.

    Raises
    ------
    NewerNotesError
        If it is of a later format.
    NotesFileError
        If it is no notes file at all.
    """
    from tui.disk.yaml_parsed import YamlError
    from tui.disk.yaml_text import parse_yaml

    try:
        parsed = parse_yaml(text, name, MOST_CHARACTERS)
    except YamlError as error:
        raise NotesFileError(str(error)) from error
    value = parsed.value
    if not isinstance(value, dict):
        raise NotesFileError(f"{name}: holds no notes")
    check_format(value.get("format"), name)
    problems: list[str] = []
    if _ANNOUNCES_END in text[: len(_HEADING)] and f"\n{_END}" not in f"{text}\n":
        problems.append(f"{name}:{text.count(chr(10)) + 1}: cut short here; what came after is lost")
    notebook = read_entries(value, name, parsed.lines, problems)
    return NotesFile(
        PairIdentity(read_identity(value.get("left")), read_identity(value.get("right"))),
        notebook,
        tuple(_read_deleted(value.get("deleted"))),
        tuple(problems),
    )


def check_format(stated: object, name: str) -> None:
    """Raise the error that fits when `stated` is not the format of this version."""
    if stated == FORMAT:
        return
    family, _, version = str(stated).partition("/")
    if family == FORMAT.partition("/")[0] and version.isdecimal() and int(version) > 1:
        raise NewerNotesError(f"{name}: written by a later version of newsdiff-tui; update the program to use it")
    raise NotesFileError(f'{name}: no notes file of newsdiff-tui; its "format" should say {FORMAT}')


def write_notes_file(file: NotesFile) -> str:
    """Return the text of a notes file; reading it gives the same notes back."""
    book = file.notebook
    head = {
        "format": FORMAT,
        "left": _identity(file.pair.left),
        "right": _identity(file.pair.right),
        "colours": _colours(book),
    }
    deleted = [{"id": identity, "at": _moment(at)} for identity, at in file.deleted]
    return "".join(
        (
            _HEADING,
            _to_yaml(head),
            *_listing("notes", book.notes),
            *_listing("links", book.link_marks),
            *_listing("details", book.detail_marks),
            _to_yaml({"deleted": deleted}) if deleted else "",
            _END,
        )
    )


def _listing(key: str, entries: Iterable[Entry]) -> Iterator[str]:
    texts = [_entry_text(entry) for entry in entries]
    if texts:
        yield f"{key}:\n"
        yield from texts


@lru_cache(maxsize=20_000)
def _entry_text(entry: Entry) -> str:
    """Return an entry as an item of a YAML list; kept, since each save writes all and changes one."""
    return _to_yaml([_values(entry)])


def _to_yaml(value: object) -> str:
    import yaml

    return str(yaml.dump(value, Dumper=_dumper(), sort_keys=False, allow_unicode=True, width=110))


def notebook_values(notebook: Notebook) -> dict[str, Any]:
    """Return a notebook as plain values, under the keys of the notes file."""
    return {
        "colours": _colours(notebook),
        "notes": [_note(note) for note in notebook.notes],
        "links": [_link_mark(mark) for mark in notebook.link_marks],
        "details": [_detail_mark(mark) for mark in notebook.detail_marks],
    }


def _values(entry: Entry) -> dict[str, Any]:
    if isinstance(entry, Note):
        return _note(entry)
    return _link_mark(entry) if isinstance(entry, LinkMark) else _detail_mark(entry)


def _colours(notebook: Notebook) -> dict[str, str]:
    return {str(colour): name for colour, name in enumerate(notebook.colour_names, start=1)}


@cache
def _dumper() -> Any:
    """Return PyYAML's safe dumper, in C where it is built in, never writing aliases and writing lines as lines."""
    import yaml

    base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

    class Dumper(base):  # type: ignore[misc]
        def ignore_aliases(self, data: object) -> bool:
            return True

    def represent_lines(dumper: Any, text: str) -> Any:
        return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|" if "\n" in text else None)

    Dumper.add_representer(_Lines, represent_lines)
    return Dumper


class _Lines(str):
    """A text to be written line by line, as a person would."""


def _identity(article: ArticleIdentity) -> dict[str, Any]:
    return {"title": article.title, "origin": article.origin, "text_hash": article.text_hash}


def _anchor(anchor: Anchor) -> dict[str, Any]:
    return {
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "text": _Lines(note.text),
        "colour": note.colour,
        "tags": list(note.tags),
        "created": _moment(note.created),
        "modified": _moment(note.modified),
        "anchors": [{"side": anchor.side} | _anchor(anchor) for anchor in note.anchors],
    }


def _link_mark(mark: LinkMark) -> dict[str, Any]:
    return {
        "id": mark.id,
        "link": mark.link,
        "checked": mark.checked,
        "created": _moment(mark.created),
        "modified": _moment(mark.modified),
        "left": _anchor(mark.left),
        "right": _anchor(mark.right),
    }


def _detail_mark(mark: DetailMark) -> dict[str, Any]:
    return {
        "id": mark.id,
        "kind": mark.kind,
        "state": mark.state,
        "correct": mark.correct,
        "text": _Lines(mark.text),
        "created": _moment(mark.created),
        "modified": _moment(mark.modified),
        "left": _anchor(mark.left) if mark.left else None,
        "right": _anchor(mark.right) if mark.right else None,
        "left_sentence": _anchor(mark.left_sentence),
        "right_sentence": _anchor(mark.right_sentence),
    }


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _read_deleted(value: object) -> Iterable[tuple[str, datetime]]:
    for item in value if isinstance(value, list) else []:
        at = read_moment(item.get("at")) if isinstance(item, dict) else None
        if at is not None and isinstance(item.get("id"), str):
            yield item["id"], at
