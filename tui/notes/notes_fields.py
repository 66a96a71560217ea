"""Reading the fields of notes and marks from plain values, as a notes file or an import gives them."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, get_args

from tui.articles.article import Side
from tui.compare.comparison import DetailKind
from tui.disk.inert import make_inert
from tui.notes.anchors import Anchor
from tui.notes.note import (
    COLOUR_NAMES,
    COLOURS,
    ColourNames,
    DetailMark,
    DetailState,
    HandLink,
    LinkMark,
    Note,
    RightSide,
    clean_text,
    make_detail_mark,
    make_link_mark,
    make_note,
)
from tui.notes.notebook import E, Notebook, in_order
from tui.notes.pair import ArticleIdentity

_MOST_CONTEXT = 200
"""How much context of an anchor is used; other programs keep more than ours."""

_IDENTITY = re.compile(r"[\w.:-]{1,100}", re.ASCII)

Lines = Mapping[tuple[Any, ...], int]
"""The line of every key path, as `tui.disk.yaml_parsed.Parsed` gives it."""


class NotesFileError(Exception):
    """A file holds no notes that can be used; the message is one line for the user."""


class FieldError(ValueError):
    """A field of an entry cannot be understood."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def read_entries(value: Mapping[str, Any], name: str, lines: Lines, problems: list[str]) -> Notebook:
    """Return the notebook in a mapping; what cannot be understood is left out and added to `problems`."""

    def take(key: str, read: Callable[[dict[str, Any]], E]) -> tuple[E, ...]:
        found: dict[str, E] = {}
        listed = value.get(key) or []
        if not isinstance(listed, list):
            problems.append(f"{_where(name, lines, (key,))}: {key} should be a list")
            return ()
        for position, item in enumerate(listed):
            try:
                entry = read(_mapping(item, key))
            except FieldError as error:
                where = _where(name, lines, (key, position, error.key))
                problems.append(f"{where}: {error}; this entry was left out")
                continue
            if entry.id in found:
                where = _where(name, lines, (key, position, "id"))
                problems.append(f"{where}: the id {entry.id} is used twice; the second entry was left out")
            else:
                found[entry.id] = entry
        return in_order(found.values())

    known = {"format", "left", "right", "colours", "notes", "links", "details", "deleted"}
    problems.extend(
        f"{_where(name, lines, (key,))}: unknown key {_show(key)}; it was left out" for key in value if key not in known
    )
    return Notebook(
        take("notes", read_note),
        take("links", read_link_mark),
        take("details", read_detail_mark),
        _read_colour_names(value.get("colours")),
    )


def read_note(item: Mapping[str, Any]) -> Note:
    """Return the note in a mapping.

    Raises
    ------
    FieldError
        If it is anchored nowhere or a field holds what it cannot.
    """
    anchors = item.get("anchors")
    if not isinstance(anchors, list) or not anchors:
        raise FieldError("anchors", "a note needs at least one anchor")
    held = []
    for anchor in anchors:
        fields = _mapping(anchor, "anchors")
        held.append(read_anchor(fields, _one_of(fields, "side", Side, None), "anchors"))
    made, modified = _read_stamps(item)
    tags = item.get("tags") or []
    if not isinstance(tags, list) or not all(isinstance(tag, str | int | float) for tag in tags):
        raise FieldError("tags", "tags should be a list of words")
    colour = item.get("colour", 1)
    if colour not in COLOURS or isinstance(colour, bool):
        raise FieldError("colour", f"{_show(colour)} is no colour; it should be 1, 2, 3 or 4")
    note = make_note(held, COLOURS[COLOURS.index(colour)], _text(item, "text"), map(str, tags), now=made)
    return Note(_read_id(item, note.id), note.anchors, note.colour, made, modified, note.text, note.tags)


def read_link_mark(item: Mapping[str, Any]) -> LinkMark:
    """Return the mark on a link in a mapping; raises FieldError as `read_note` does."""
    left, right = _read_sides(item, "left", "right")
    made, modified = _read_stamps(item)
    link = None if item.get("link") is None else _one_of(item, "link", HandLink, None)
    checked = item.get("checked", False)
    if not isinstance(checked, bool):
        raise FieldError("checked", "checked should be true or false")
    mark = make_link_mark(left, right, link, checked, now=made)
    return LinkMark(_read_id(item, mark.id), left, right, made, modified, link, checked)


def read_detail_mark(item: Mapping[str, Any]) -> DetailMark:
    """Return the mark on a detail in a mapping; raises FieldError as `read_note` does."""
    kind = _one_of(item, "kind", DetailKind, None)
    left = read_anchor(_mapping(item["left"], "left"), "left", "left") if item.get("left") else None
    right = read_anchor(_mapping(item["right"], "right"), "right", "right") if item.get("right") else None
    sentences = _read_sides(item, "left_sentence", "right_sentence")
    state = _one_of(item, "state", DetailState, None)
    correct = None if item.get("correct") is None else _one_of(item, "correct", RightSide, None)
    made, modified = _read_stamps(item)
    mark = make_detail_mark(kind, left, right, sentences, state, correct, _text(item, "text"), now=made)
    return DetailMark(_read_id(item, mark.id), kind, left, right, *sentences, state, made, modified, correct, mark.text)


def read_anchor(item: Mapping[str, Any], side: Side, key: str) -> Anchor:
    """Return the anchor in a mapping; only the quote itself is needed."""
    exact = item.get("exact")
    if not isinstance(exact, str) or not exact:
        raise FieldError(key, 'an anchor needs the quoted words as "exact"')
    start = item.get("start", 0)
    if not isinstance(start, int) or isinstance(start, bool) or start < 0:
        raise FieldError(key, f"{_show(start)} is no offset")
    prefix, suffix = make_inert(_text(item, "prefix")), make_inert(_text(item, "suffix"))
    end = start + len(exact)
    return Anchor(side, start, end, make_inert(exact), prefix[-_MOST_CONTEXT:], suffix[:_MOST_CONTEXT])


def read_identity(value: object) -> ArticleIdentity:
    """Return which article a mapping names, as far as it does."""
    fields = value if isinstance(value, dict) else {}
    title = fields.get("title")
    return ArticleIdentity(
        str(fields.get("origin", "")), str(fields.get("text_hash", "")), title if isinstance(title, str) else None
    )


def read_moment(value: object) -> datetime | None:
    """Return a moment written in ISO 8601, UTC unless it says otherwise; none when it is none."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    try:
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except OverflowError:
        return None


def _read_sides(item: Mapping[str, Any], left: str, right: str) -> tuple[Anchor, Anchor]:
    return (
        read_anchor(_mapping(item.get(left), left), "left", left),
        read_anchor(_mapping(item.get(right), right), "right", right),
    )


def _read_stamps(item: Mapping[str, Any]) -> tuple[datetime, datetime]:
    """Return when an entry was made and changed; one without stamps was there before any other."""
    for key in ("created", "modified"):
        if item.get(key) is not None and read_moment(item[key]) is None:
            raise FieldError(key, f"{_show(item[key])} is no date and time")
    first = datetime(1970, 1, 1, tzinfo=UTC)
    made = read_moment(item.get("created")) or read_moment(item.get("modified")) or first
    return made, read_moment(item.get("modified")) or made


def _name_by_content(note: Note) -> str:
    """Return an id for a note written by hand without one: the same each time the file is read."""
    words = "\0".join((note.text, *(f"{anchor.side}\1{anchor.exact}" for anchor in note.anchors)))
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _read_id(item: Mapping[str, Any], otherwise: str) -> str:
    identity = item.get("id")
    if identity is None:
        return otherwise
    if not _IDENTITY.fullmatch(str(identity)):
        raise FieldError("id", f"{_show(identity)} is no id: up to 100 letters, digits, . : _ -")
    return str(identity)


def _read_colour_names(value: object) -> ColourNames:
    given = value if isinstance(value, dict) else {}
    one, two, three, four = (
        " ".join(clean_text(str(given.get(str(n)) or "")).split()) or COLOUR_NAMES[n - 1] for n in COLOURS
    )
    return one, two, three, four


def _text(item: Mapping[str, Any], key: str) -> str:
    text = item.get(key)
    if text is None:
        return ""
    if isinstance(text, dict | list):
        raise FieldError(key, f"{key} should be text")
    return str(text)


def _mapping(value: object, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise FieldError(key, "should be keys with values")
    return value


def _one_of(item: Mapping[str, Any], key: str, allowed: Any, otherwise: Any) -> Any:
    value = item.get(key, otherwise)
    choices: Iterable[Any] = get_args(allowed)
    if value not in choices:
        raise FieldError(key, f"{_show(value)} is no {key}; it should be one of {', '.join(map(str, choices))}")
    return value


def _show(value: object) -> str:
    """Return a value as it may stand in a message: in one line, and short."""
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}…"


def _where(name: str, lines: Lines, path: tuple[Any, ...]) -> str:
    """Return file and line of the deepest part of a key path that the file has."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return f"{name}:{lines[path[:length]]}"
    return name
