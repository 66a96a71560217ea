"""Word files (.docx): paragraphs, headings, lists, tables, text boxes and notes, with tracked changes accepted.

The XML is read as it stands (ECMA-376, part 1, chapter 17): the libraries for Word files leave out text boxes,
footnotes or inserted text, or open files that a document names.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tui.articles.article import ArticleError
from tui.articles.counts import count_of, names_of, tracked
from tui.articles.dating import property_dates
from tui.articles.draft import Draft
from tui.articles.packed import PackedFile, attribute, local_name, properties, told_moment

_BODY = "word/document.xml"
_GONE = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr"}
)
"""Elements of which nothing is read: deleted text, codes of fields, what stands for something read already, formats."""
_ADDED = frozenset({"ins", "moveTo"})
_HEADINGS = ("heading 1", "title")
_DEEPEST = 200


def read_docx(raw: bytes, name: str) -> Draft:
    """Return the text of a Word file, a paragraph a line; its notes stand at the end.

    Raises
    ------
    ArticleError
        If the file is damaged, needs a password or unpacks to too much.
    """
    packed = PackedFile(raw, name, "Word")
    try:
        return _Reader(packed).read()
    except (ArticleError, MemoryError):
        raise
    except Exception as error:  # what a damaged file holds where it should hold something else
        raise packed.damaged() from error


class _Reader:
    """Walks one file, counting what it does not show as it stands."""

    def __init__(self, packed: PackedFile) -> None:
        self._packed = packed
        self._seen = Counter[str]()
        self._authors: list[str] = []
        self._styles = _style_names(packed.tree_if_there("word/styles.xml"))
        self._titles: dict[str, str] = {}

    def read(self) -> Draft:
        body = self._packed.tree(_BODY)
        lines = [line for line in self._blocks(body, 0) if line]
        notes = [line for part in ("footnotes", "endnotes") for line in self._notes(part)]
        told = properties(self._packed.tree_if_there("docProps/core.xml"))
        dates = property_dates(told_moment(told.get("created")), told_moment(told.get("modified")))
        title = self._titles.get("title") or self._titles.get("heading 1")
        left_out = tuple(self._left_out(len(notes)))
        return Draft(
            "\n".join((*lines, *notes)),
            title,
            dates=tuple(dates),
            warnings=tuple(self._warnings()),
            left_out=left_out,
            noted_author=told.get("creator"),
            noted_title=told.get("title"),
        )

    def _blocks(self, parent: Any, depth: int) -> Iterator[str]:
        """Yield the text of the paragraphs in `parent`, each followed by those of the text boxes anchored in it."""
        joined = ""
        for element in parent:
            kind = local_name(element)
            if kind == "p":
                boxes: list[str] = []
                pieces: list[str] = []
                self._walk(element, pieces, boxes, depth)
                joined += "".join(pieces)
                if _is_mark_deleted(element):
                    self._note_change(_mark_of(element))
                    yield from boxes
                    continue
                text, joined = _tidy(joined), ""
                self._keep_title(element, text)
                yield from text.split("\n")
                yield from boxes
            elif kind in _GONE:
                self._count_gone(element, kind)
            elif kind and depth < _DEEPEST:
                if kind in _ADDED:
                    self._note_change(element)
                yield from self._blocks(element, depth + 1)
        if joined:
            yield from _tidy(joined).split("\n")

    def _walk(self, element: Any, pieces: list[str], boxes: list[str], depth: int) -> None:
        """Add the text inside a paragraph to `pieces`, and the paragraphs of its text boxes to `boxes`."""
        if depth > _DEEPEST:
            return
        for child in element:
            kind = local_name(child)
            if kind in _GONE:
                self._count_gone(child, kind)
            elif kind == "t":
                pieces.append(child.text or "")
            elif kind in _SIGNS:
                pieces.append(_SIGNS[kind])
            elif kind == "txbxContent":
                boxes += (line for line in self._blocks(child, depth + 1) if line)
            elif kind == "r" and _is_hidden(child):
                self._seen["hidden"] += any(local_name(inner) == "t" for inner in child)
            elif kind:
                if kind in _ADDED:
                    self._note_change(child)
                self._walk(child, pieces, boxes, depth + 1)

    def _count_gone(self, element: Any, kind: str) -> None:
        if kind in ("del", "moveFrom"):
            self._note_change(element)

    def _note_change(self, element: Any) -> None:
        self._seen[{"ins": "ins", "del": "del"}.get(local_name(element), "move")] += 1
        self._authors.append(attribute(element, "author") or "")

    def _keep_title(self, paragraph: Any, text: str) -> None:
        style = paragraph.find("{*}pPr/{*}pStyle")
        named = self._styles.get(attribute(style, "val") or "", "") if style is not None else ""
        if text and named in _HEADINGS:
            self._titles.setdefault(named, " ".join(text.split()))

    def _notes(self, part: str) -> Iterator[str]:
        tree = self._packed.tree_if_there(f"word/{part}.xml")
        for note in tree if tree is not None else ():
            # The first two are the lines that part notes from the text.
            if attribute(note, "type") in (None, "normal"):
                yield from (line for line in self._blocks(note, 0) if line)

    def _warnings(self) -> Iterator[str]:
        counts = [
            count_of(self._seen[kind], word)
            for kind, word in (("ins", "insertion"), ("del", "deletion"), ("move", "move"))
            if self._seen[kind]
        ]
        if counts:
            yield tracked(counts, self._authors)

    def _left_out(self, notes: int) -> Iterator[str]:
        comments = self._packed.tree_if_there("word/comments.xml")
        if comments is not None and len(comments):
            yield count_of(len(comments), "comment") + names_of(attribute(one, "author") or "" for one in comments)
        heads: dict[str, None] = {}
        for part in sorted(self._packed.parts):
            if (
                part.startswith(("word/header", "word/footer"))
                and (tree := self._packed.tree_if_there(part)) is not None
            ):
                heads[" ".join(line for line in self._blocks(tree, 0) if line)] = None
        if told := [head for head in heads if head]:
            yield "heads and feet of pages: " + " · ".join(told)
        if self._seen["hidden"]:
            yield "hidden text in " + count_of(self._seen["hidden"], "place")
        if notes:
            yield "the places of " + count_of(notes, "note") + ", which stand at the end of the text"


_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}


def _tidy(text: str) -> str:
    return "\n".join(" ".join(line.replace("\u00ad", "").split()) for line in text.split("\n")).strip("\n")


def _style_names(tree: Any) -> dict[str, str]:
    if tree is None:
        return {}
    styles = ((attribute(style, "styleId"), style.find("{*}name")) for style in tree.iterfind("{*}style"))
    return {key: (attribute(named, "val") or "").lower() for key, named in styles if key and named is not None}


def _mark_of(paragraph: Any) -> Any:
    return paragraph.find("{*}pPr/{*}rPr/{*}del")


def _is_mark_deleted(paragraph: Any) -> bool:
    """Say whether the end of a paragraph is deleted, so that the next one goes on in its line."""
    return _mark_of(paragraph) is not None


def _is_hidden(run: Any) -> bool:
    vanish = run.find("{*}rPr/{*}vanish")
    return vanish is not None and attribute(vanish, "val") not in ("0", "false", "off")
