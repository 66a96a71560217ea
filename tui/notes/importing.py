"""Notes that somebody else made on the same pair, from a notes file, Web Annotations or a comparison document."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tui.articles.article import SIDES, Article, ArticleError, Side
from tui.articles.files import read_file
from tui.notes.anchors import find_anchor
from tui.notes.merge import Joined, entries
from tui.notes.note import COLOURS, DetailMark, LinkMark, Note
from tui.notes.notebook import Notebook
from tui.notes.notes_fields import NotesFileError, read_entries
from tui.notes.notes_file import MOST_CHARACTERS, read_notes_file
from tui.notes.reports.annotations import NOTE_URN, source_id
from tui.notes.sides import swap_sides

_PREFIX = "newsdiff:"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of notes holds, its sides those of the pair it was read for."""

    notebook: Notebook
    problems: tuple[str, ...] = ()
    """What could not be understood and was left out."""
    homeless: int = 0
    """How many notes stand on words that are in neither article."""


def read_import_file(path: str, left: Article, right: Article) -> Imported:
    """Return the notes in the file at `path`, for a pair of articles.

    Raises
    ------
    NotesFileError
        If it cannot be read, holds no notes, or none of them stands in these articles.
    """
    try:
        return read_import(_text_of(path), path, left, right)
    except UnicodeDecodeError as error:
        raise NotesFileError(f"{path}: not UTF-8 text; name a notes file, JSON-LD or JSON") from error


def _text_of(path: str) -> str:
    try:
        return read_file(path)[0].decode("utf-8-sig")
    except ArticleError as error:
        raise NotesFileError(str(error)) from error


def tell_joined(joined: Joined, homeless: int) -> str:
    """Return in one line what an import has brought."""
    told = [
        f"{joined.added} added",
        f"{joined.replaced} replaced by a later version" if joined.replaced else "",
        f"{joined.known} here already" if joined.known else "",
        f"{joined.deleted} left out, deleted here before" if joined.deleted else "",
        f"{homeless} on words that are in neither article" if homeless else "",
    ]
    return ", ".join(part for part in told if part)


def read_import(text: str, name: str, left: Article, right: Article) -> Imported:
    """Return the notes in a file, for a pair of articles.

    Parameters
    ----------
    text
        A notes file (YAML), Web Annotations (JSON-LD), or a comparison document with notes (JSON).
    name
        The file's name, for messages.
    left, right
        The pair. When the file has the two the other way round, its sides are exchanged.

    Raises
    ------
    NotesFileError
        If it holds no notes, or none of them stands in these articles.
    """
    problems: list[str] = []
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        notebook = _read_json(text, name, {"left": left, "right": right}, problems)
    else:
        file = read_notes_file(text.removeprefix("\ufeff"), name)
        notebook = file.notebook
        problems.extend(file.problems)
    if notebook.is_empty and not problems:
        raise NotesFileError(f"{name}: holds no notes")
    return _fit(notebook, name, left, right, tuple(problems))


def _fit(notebook: Notebook, name: str, left: Article, right: Article, problems: tuple[str, ...]) -> Imported:
    """Return the notebook the way round in which more of it is found."""
    swapped = swap_sides(notebook)
    found, found_swapped = (_count_found(book, left, right) for book in (notebook, swapped))
    best, count = (swapped, found_swapped) if found_swapped > found else (notebook, found)
    everything = entries(best)
    if everything and not count:
        raise NotesFileError(f"{name}: none of its notes stands in these two articles")
    return Imported(best, problems, len(everything) - count)


def _count_found(notebook: Notebook, left: Article, right: Article) -> int:
    """Return how many entries stand at least partly in the articles."""
    texts: dict[Side, str] = {"left": left.text, "right": right.text}

    def is_found(entry: Note | LinkMark | DetailMark) -> bool:
        if isinstance(entry, Note):
            return any(find_anchor(texts[a.side], a).span for a in entry.anchors)
        pair = (entry.left, entry.right) if isinstance(entry, LinkMark) else (entry.left_sentence, entry.right_sentence)
        return all(find_anchor(texts[anchor.side], anchor).span for anchor in pair)

    return sum(is_found(entry) for entry in entries(notebook).values())


def _read_json(text: str, name: str, articles: dict[Side, Article], problems: list[str]) -> Notebook:
    if len(text) > MOST_CHARACTERS:
        raise NotesFileError(f"{name}: longer than {MOST_CHARACTERS:,} characters")
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise NotesFileError(f"{name}: neither YAML nor JSON ({error})") from error
    if isinstance(value, dict) and isinstance(value.get("notes"), dict):
        return read_entries(_own_keys(value["notes"]), name, {}, problems)
    collected: dict[str, Any] = {"notes": [], "links": [], "details": []}
    for annotation in _annotations(value):
        key, entry = _entry(annotation, articles)
        collected[key].append(entry)
    if not any(collected.values()):
        raise NotesFileError(f"{name}: holds no Web Annotations and no notes")
    if isinstance(value, dict):
        collected["colours"] = _colours(value)
    return read_entries(collected, name, {}, problems)


def _own_keys(notes: Mapping[str, Any]) -> dict[str, Any]:
    return {key: notes.get(key) for key in ("colours", "notes", "links", "details")}


def _annotations(value: object) -> Iterable[dict[str, Any]]:
    """Yield every annotation in a collection, a page, a list, or alone."""
    if isinstance(value, list):
        for item in value:
            yield from _annotations(item)
    elif isinstance(value, dict):
        if "Annotation" in _listed(value.get("type")):
            yield value
        else:
            for key in ("first", "items"):
                yield from _annotations(value.get(key))


def _entry(annotation: Mapping[str, Any], articles: dict[Side, Article]) -> tuple[str, dict[str, Any]]:
    """Return the key and the fields that a notes file would have for an annotation."""
    mark = annotation.get(f"{_PREFIX}mark")
    targets = [target for target in _listed(annotation.get("target")) if isinstance(target, dict)]
    anchors = [_anchor(target, articles) for target in targets]
    fields: dict[str, Any] = {
        "id": _identity(annotation.get("id")),
        "created": annotation.get("created"),
        "modified": annotation.get("modified"),
    }
    if mark == "link":
        link = annotation.get(f"{_PREFIX}link")
        checked = annotation.get(f"{_PREFIX}checked")
        sides = {anchor["side"]: anchor for anchor in anchors}
        return "links", fields | sides | {"link": None if link == "found" else link, "checked": checked}
    bodies = [body for body in _listed(annotation.get("body") or annotation.get("bodyValue"))]
    fields["text"] = "\n\n".join(_bodies(bodies, "commenting", "describing", "replying", None))
    if mark == "detail":
        for target, anchor in zip(targets, anchors, strict=True):
            part = "_sentence" if target.get(f"{_PREFIX}part") == "sentence" else ""
            fields[f"{anchor['side']}{part}"] = anchor
        return "details", fields | {key: annotation.get(f"{_PREFIX}{key}") for key in ("kind", "state", "correct")}
    colour = annotation.get(f"{_PREFIX}colour")
    fields |= {"colour": colour if colour in COLOURS else 1, "tags": _bodies(bodies, "tagging"), "anchors": anchors}
    return "notes", fields


def _anchor(target: Mapping[str, Any], articles: dict[Side, Article]) -> dict[str, Any]:
    selectors = [selector for selector in _listed(target.get("selector")) if isinstance(selector, dict)]
    fields: dict[str, Any] = {}
    for selector in selectors:
        if selector.get("type") == "TextQuoteSelector":
            fields |= {key: selector.get(key) for key in ("exact", "prefix", "suffix")}
        elif selector.get("type") == "TextPositionSelector":
            fields["start"] = selector.get("start")
    fields["start"] = fields.get("start") or 0
    return fields | {"side": _side(target, fields.get("exact"), articles)}


def _side(target: Mapping[str, Any], exact: object, articles: dict[Side, Article]) -> Side | None:
    """Return which article a target is: as our own files say, else by its source, else by whose words it quotes.

    A file of our own may have the pair the other way round; `_fit` then exchanges the sides of everything at once.
    """
    stated = target.get(f"{_PREFIX}side")
    if stated in SIDES:
        return "left" if stated == "left" else "right"
    source = target.get("source")
    identity = source.get("id") if isinstance(source, dict) else source
    known = {source_id(articles[side]): side for side in SIDES}
    if isinstance(identity, str) and identity in known and len(known) == len(SIDES):
        return known[identity]
    quoting: list[Side] = [side for side in SIDES if isinstance(exact, str) and exact in articles[side].text]
    return quoting[0] if len(quoting) == 1 else None


def _bodies(bodies: Iterable[object], *purposes: str | None) -> list[str]:
    """Return the texts of the bodies that serve one of the purposes; none is a body that states no purpose."""
    found = []
    for body in bodies:
        if isinstance(body, str) and None in purposes:
            found.append(body)
        elif isinstance(body, dict) and isinstance(body.get("value"), str) and body.get("purpose") in purposes:
            found.append(body["value"])
    return found


def _colours(collection: Mapping[str, Any]) -> dict[str, Any]:
    named = collection.get(f"{_PREFIX}colours")
    given = named if isinstance(named, dict) else {}
    return {str(colour): given.get(f"{_PREFIX}colour-{colour}") for colour in COLOURS}


def _identity(value: object) -> str:
    """Return the id of a note of ours, or one made of the IRI of somebody else's annotation."""
    text = str(value or "")
    own = text.removeprefix(NOTE_URN)
    if own != text and re.fullmatch(r"[\w.:-]{1,100}", own, re.ASCII):
        return own
    return f"web-{hashlib.blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def _listed(value: object) -> list[Any]:
    """Return a JSON-LD value, which may be one or a list of them, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
