"""EPUB files: the chapters in the order of the book's spine, read as pages whose every block is text."""

import posixpath
from typing import Any
from urllib.parse import unquote

from tui.articles.article import ArticleError
from tui.articles.dating import told_date
from tui.articles.draft import Draft
from tui.articles.packed import PackedFile, attribute, local_name, properties
from tui.articles.page_blocks import body_lines

_CONTAINER = "META-INF/container.xml"
_NOBODY = ("Unknown", "Unknown Author")
"""Whom programs name where they know of no author."""
_PAGES = ("application/xhtml+xml", "text/html")


def read_epub(raw: bytes, name: str) -> Draft:
    """Return the text of an EPUB file, a block a line, without its table of contents.

    Raises
    ------
    ArticleError
        If the file is damaged, locked, or unpacks to too much.
    """
    packed = PackedFile(raw, name, "EPUB")
    root = next((e for e in packed.tree(_CONTAINER).iter() if local_name(e) == "rootfile"), None)
    place = attribute(root, "full-path") if root is not None else None
    if not place:
        raise packed.damaged()
    book = packed.tree(place)
    locked = _locked_parts(packed)
    lines: list[str] = []
    for part in _chapters(book, posixpath.dirname(place)):
        if part in locked:
            raise ArticleError(f"{name}: an EPUB that is locked to its buyer's program; copy the text out of that")
        if part in packed.parts:
            lines += body_lines(packed.read(part).decode(errors="replace"))
    told = properties(next((e for e in book.iter() if local_name(e) == "metadata"), None))
    published = told_date("meta tag", told.get("date"))
    dates = (published,) if published else ()
    title = told.get("title") if told.get("title") in lines else None
    # The page that bears the title comes before the chapter that bears it too.
    lines = [line for at, line in enumerate(lines) if line != title or at == lines.index(line)]
    creator = told.get("creator")
    return Draft(
        "\n".join(lines),
        title,
        told.get("publisher"),
        dates,
        noted_author=None if creator in _NOBODY else creator,
        noted_title=told.get("title"),
    )


def _chapters(book: Any, folder: str) -> list[str]:
    """Return the parts that hold the text, in reading order, the table of contents left out."""
    items = {attribute(item, "id"): item for item in book.iter() if local_name(item) == "item"}
    parts = []
    for reference in (element for element in book.iter() if local_name(element) == "itemref"):
        item = items.get(attribute(reference, "idref"))
        if item is None or attribute(item, "media-type") not in _PAGES or attribute(reference, "linear") == "no":
            continue
        if "nav" in (attribute(item, "properties") or "").split():
            continue
        parts.append(posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href") or ""))))
    return parts


def _locked_parts(packed: PackedFile) -> frozenset[str]:
    tree = packed.tree_if_there("META-INF/encryption.xml")
    found = (attribute(element, "URI") for element in tree.iter()) if tree is not None else ()
    return frozenset(unquote(part) for part in found if part)
