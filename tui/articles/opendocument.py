"""OpenDocument texts (.odt, .fodt): the text as it stands, tracked changes accepted, notes at the end.

The XML is read as it stands (ODF 1.3, part 3, chapters 5 to 7); no library for it is kept up that does more than that.
"""

from collections.abc import Iterator
from typing import Any

from tui.articles.article import ArticleError
from tui.articles.counts import count_of, names_of, tracked
from tui.articles.dating import property_dates
from tui.articles.draft import Draft
from tui.articles.packed import PackedFile, attribute, local_name, parse_xml, properties, told_moment

_SKIPPED = frozenset(
    [
        "tracked-changes",
        "sequence-decls",
        "variable-decls",
        "note-citation",
        "object",
        "script",
        "event-listeners",
        "title",
        "desc",
        "table-of-content",
        "alphabetical-index",
        "forms",
    ]
)
_DEEPEST = 200


def read_opendocument(raw: bytes, name: str) -> Draft:
    """Return the text of an OpenDocument text, packed or flat, a paragraph a line.

    Raises
    ------
    ArticleError
        If the file is damaged, needs a password or unpacks to too much.
    """
    if not raw.startswith(b"PK"):
        from lxml import etree

        try:
            tree = parse_xml(raw)
        except etree.XMLSyntaxError as error:
            raise ArticleError(f"{name}: a damaged OpenDocument file; save it again, or as text") from error
        return _Reader().read(tree, tree)
    packed = PackedFile(raw, name, "OpenDocument")
    manifest = packed.tree_if_there("META-INF/manifest.xml")
    if manifest is not None and any(local_name(element) == "encryption-data" for element in manifest.iter()):
        raise ArticleError(f"{name}: an OpenDocument file that needs a password; save it without one")
    return _Reader().read(packed.tree("content.xml"), packed.tree_if_there("meta.xml"))


class _Reader:
    """Walks one text, keeping aside what does not stand in its course."""

    def __init__(self) -> None:
        self._notes: list[str] = []
        self._commenters: list[str] = []
        self._title: str | None = None

    def read(self, content: Any, meta: Any) -> Draft:
        told = properties(meta.find("{*}meta") if local_name(meta) == "document" else meta) if meta is not None else {}
        text = next((element for element in content.iter() if local_name(element) == "text"), None)
        lines = [line for line in self._blocks(text, 0) if line] if text is not None else []
        dates = property_dates(told_moment(told.get("creation-date")), told_moment(told.get("date")))
        left_out = []
        if self._commenters:
            left_out.append(count_of(len(self._commenters), "comment") + names_of(self._commenters))
        if self._notes:
            count = count_of(len(self._notes), "note")
            left_out.append(f"the places of {count}, which stand at the end of the text")
        return Draft(
            "\n".join((*lines, *self._notes)),
            self._title,
            dates=tuple(dates),
            warnings=tuple(_changes(text)),
            left_out=tuple(left_out),
            noted_author=told.get("initial-creator") or told.get("creator"),
            noted_title=told.get("title"),
        )

    def _blocks(self, parent: Any, depth: int) -> Iterator[str]:
        for element in parent:
            kind = local_name(element)
            if kind in ("p", "h"):
                pieces, boxes = [element.text or ""], list[str]()
                self._walk(element, pieces, boxes, depth)
                text = _tidy("".join(pieces))
                is_title = (kind == "h" and attribute(element, "outline-level") == "1") or _style(element) == "Title"
                if is_title and text and self._title is None:
                    self._title = " ".join(text.split())
                yield from text.split("\n")
                yield from boxes
            elif kind and kind not in _SKIPPED and depth < _DEEPEST:
                yield from self._blocks(element, depth + 1)

    def _walk(self, element: Any, pieces: list[str], boxes: list[str], depth: int) -> None:
        """Add the text inside a paragraph to `pieces`, that of its text boxes to `boxes`."""
        for child in element:
            kind = local_name(child)
            if kind == "annotation":
                self._commenters.append(next((e.text or "" for e in child if local_name(e) == "creator"), ""))
            elif kind == "note":
                body = next((inner for inner in child if local_name(inner) == "note-body"), None)
                self._notes += (line for line in self._blocks(body, depth + 1) if line) if body is not None else ()
            elif kind == "text-box":
                boxes += (line for line in self._blocks(child, depth + 1) if line)
            elif kind == "s":
                pieces.append(" ")
            elif kind in ("tab", "line-break"):
                pieces.append(" " if kind == "tab" else "\n")
            elif kind and kind not in _SKIPPED and depth < _DEEPEST:
                pieces.append(child.text or "")
                self._walk(child, pieces, boxes, depth + 1)
            pieces.append(child.tail or "")


def _style(element: Any) -> str | None:
    return attribute(element, "style-name")


def _tidy(text: str) -> str:
    return "\n".join(" ".join(line.replace("\u00ad", "").split()) for line in text.split("\n")).strip("\n")


def _changes(text: Any) -> Iterator[str]:
    kinds = [local_name(element) for element in text.iter()] if text is not None else []
    counts = [count_of(kinds.count(kind), kind) for kind in ("insertion", "deletion") if kind in kinds]
    if counts:
        yield tracked(counts)
