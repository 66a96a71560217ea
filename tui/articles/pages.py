"""From an HTML page to its article: trafilatura finds the text and what the page says of itself.

Its own output joins paragraphs, so the paragraphs are taken from the tree it returns. A page in which it finds no
article is read as all of its visible text, and that is said.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from tui.articles.article import ArticleError
from tui.articles.draft import Draft

MOST_CHARACTERS = 5_000_000
"""A page that is longer without its scripts, styles and embedded files is refused."""

_UNREAD = ("script", "style", "svg", "noscript", "template")
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{0,200}?base64,[A-Za-z0-9+/=]*")
_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "code", "table", "list", "row", "ab", "div", "figure"})
_PAGE_BLOCKS = _BLOCKS | {
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "blockquote",
        "td",
        "th",
        "tr",
        "section",
        "article",
        "main",
    ),
    *(
        "header",
        "footer",
        "nav",
        "aside",
        "title",
        "figcaption",
        "address",
        "pre",
        "dt",
        "dd",
        "body",
        "html",
        "br",
        "hr",
    ),
}
_FULL_STOP = re.compile(r"[.!?…。！？][\"”’')]*\Z")
_FEWEST_LETTERS = 200
"""An article shorter than this is compared with the page's whole text before it is believed."""


def read_page(page: str, name: str, address: str | None, warnings: tuple[str, ...] = ()) -> Draft:
    """Return the article that the HTML text `page` holds, with title, site, date and author.

    Parameters
    ----------
    name
        For messages.
    address
        The page's URL, if it has one.

    Raises
    ------
    ArticleError
        If the page is too large or holds no text.
    """
    page = _EMBEDDED.sub("data:,", _without_unread(page))
    if len(page) > MOST_CHARACTERS:
        raise ArticleError(
            f"{name}: a page of more than {MOST_CHARACTERS // 1_000_000} million characters; save it as text"
        )
    found = _extract(page, address)
    lines = list(_blocks(found.body, _BLOCKS)) if found is not None and found.body is not None else []
    if sum(map(len, lines)) < _FEWEST_LETTERS:
        everything = _all_text(page)
        lines = everything if sum(map(len, everything)) > 2 * sum(map(len, lines)) else lines
    if not any(len(line) >= 20 and _FULL_STOP.search(line[-6:]) for line in lines):
        warnings = (*warnings, "no article was recognised in the page; all the text that was found is shown")
    if not lines:
        raise ArticleError(f"{name}: a page without text; open it in a browser and save its text")
    title = _said(found, "title")
    if title and title not in lines[0] and lines[0] not in title:
        lines.insert(0, title)
    return Draft("\n".join(lines), title, _site(found, address), _published(found), _said(found, "author"), warnings)


def _without_unread(page: str) -> str:
    """Return `page` without the elements whose content nobody reads, in one pass for each."""
    for element in _UNREAD:
        opening, closing = re.compile(rf"<{element}\b", re.I), re.compile(rf"</{element}\s*>", re.I)
        kept, at = [], 0
        while (start := opening.search(page, at)) and (end := closing.search(page, start.end())):
            kept.append(page[at : start.start()])
            at = end.end()
        page = "".join(kept) + page[at:]
    return page


def _extract(page: str, address: str | None) -> Any:
    from trafilatura import bare_extraction

    try:
        return bare_extraction(page, url=address, with_metadata=True, include_comments=False)
    except (RecursionError, ValueError, TypeError, AttributeError, LookupError):
        # What a page can hold that trafilatura stumbles over; all of the page's text is shown instead.
        return None


def _all_text(page: str) -> list[str]:
    from lxml import etree

    try:
        tree = etree.fromstring(page.encode(errors="replace"), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.LxmlError, ValueError):
        return []
    return list(_blocks(tree, _PAGE_BLOCKS)) if tree is not None else []


def _blocks(tree: Any, blocks: frozenset[str]) -> Iterator[str]:
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


def _said(found: Any, what: str) -> str | None:
    value = getattr(found, what, None) if found is not None else None
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _site(found: Any, address: str | None) -> str | None:
    return _said(found, "sitename") or (urlsplit(address).hostname if address else None)


def _published(found: Any) -> date | None:
    try:
        return date.fromisoformat(_said(found, "date") or "")
    except ValueError:
        return None
