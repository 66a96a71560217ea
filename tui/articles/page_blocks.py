"""The text of an HTML page block by block, with scripts, styles and templates left unread."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_UNREAD = ("script", "style", "svg", "noscript", "template")
ARTICLE_BLOCKS = frozenset(
    {"p", "head", "item", "quote", "cell", "code", "table", "list", "row", "ab", "div", "figure"}
)
_MORE_BLOCKS = """
h1 h2 h3 h4 h5 h6 li ul ol blockquote td th tr section article main header footer nav aside title figcaption address pre
dt dd body html br hr
"""
PAGE_BLOCKS = ARTICLE_BLOCKS | frozenset(_MORE_BLOCKS.split())
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡]{1,3}|↩\ufe0e?|↑|\^)[\])]?\s*")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page's text."""

    text: str
    element: Any
    """The innermost block element around it."""
    linked: int
    """How many of its characters are the words of links."""


def without_unread(page: str) -> str:
    """Return `page` without the elements whose content nobody reads, in one pass for each."""
    for element in _UNREAD:
        opening, closing = re.compile(rf"<{element}\b", re.I), re.compile(rf"</{element}\s*>", re.I)
        kept, at = [], 0
        while (start := opening.search(page, at)) and (end := closing.search(page, start.end())):
            kept.append(page[at : start.start()])
            at = end.end()
        page = "".join(kept) + page[at:]
    return page


def page_lines(page: str) -> list[str]:
    """Return all the visible text of an HTML page, a block a line; none of a page that cannot be read."""
    tree = page_tree(page)
    if tree is None:
        return []
    for element in [element for element in tree.iter() if _is_hidden(element)]:
        # Its tail is text of what is around it.
        element.clear(keep_tail=True)
    return list(blocks_of(tree, PAGE_BLOCKS))


def _is_hidden(element: Any) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


def body_lines(page: str) -> list[str]:
    """Return the text of a chapter's body, a block a line, without the marks that lead to notes and back."""
    from lxml import etree

    tree = page_tree(without_unread(page))
    body = next(tree.iter("body"), None) if tree is not None else None
    if body is None:
        return []
    for link in [link for link in body.iter("a") if "#" in (link.get("href") or "")]:
        if _NOTE_MARK.fullmatch("".join(link.itertext())):
            link.text = None
            etree.strip_elements(link, "*", with_tail=False)
    return list(blocks_of(body, PAGE_BLOCKS))


def page_tree(page: str) -> Any:
    """Return the root of an HTML page's tree, or none if it has none."""
    from lxml import etree

    try:
        return etree.fromstring(page.encode(errors="replace"), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.LxmlError, ValueError):
        return None


def page_blocks(tree: Any) -> Iterator[Block]:
    """Yield the blocks of a page's body with the elements that they stand in."""
    from lxml import etree

    pieces: list[str] = []
    linked, links = 0, 0
    stack: list[Any] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append(element.tail or "")
            continue
        if element.tag in PAGE_BLOCKS:
            if stack and (line := _one_line(pieces)):
                yield Block(line, stack[-1], linked)
            pieces.clear()
            linked = 0
            if event == "start":
                stack.append(element)
            elif stack:
                stack.pop()
        links += (element.tag == "a") * (1 if event == "start" else -1)
        text = (element.text if event == "start" else element.tail) or ""
        linked += len(text) if links else 0
        pieces.append(text)


def blocks_of(tree: Any, blocks: frozenset[str]) -> Iterator[str]:
    """Yield the text between the edges of block elements of an lxml tree, each as one line."""
    from lxml import etree

    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append(element.tail or "")
            continue
        is_edge = element.tag in blocks or element.tag == "lb"
        if is_edge and (line := _one_line(pieces)):
            yield line
        if is_edge:
            pieces.clear()
        pieces.append((element.text if event == "start" else element.tail) or "")
    if line := _one_line(pieces):
        yield line


def _one_line(pieces: list[str]) -> str:
    # A soft hyphen tells a browser where it may break a word; in the article's text it would cut the word in two.
    return " ".join("".join(pieces).replace("\u00ad", "").split())
