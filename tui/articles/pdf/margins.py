"""What stands in a page's margins and is no part of the article: running heads and feet, page numbers, what a browser
or a printer adds (the day of printing, the address, "1/3").
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from tui.articles.pdf.columns import find_rows
from tui.articles.pdf.words import Page, Word

_EDGE_ROWS = 3
"""Running heads are looked for in so many rows at either edge."""
_SAME_HEIGHT = 4.0
_NUMBER = re.compile(r"\d+")
_COUNT = re.compile(
    r"(?:page|p\.|seite|pagina|página)?\s*\d{1,4}\s*(?:/|of|von|de|di|sur)\s*\d{1,4}"
    r"|(?:page|p\.|seite|pagina|página)\s*\d{1,4}|[-–—|]?\s*\d{1,4}\s*[-–—|]?",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s(?:at\s)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AP]\.?M\.?)?", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?|file|ftp)://\S+|www\.\S+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\Z")


@dataclass(frozen=True, slots=True)
class Margins:
    """A document's pages without what stands in their margins."""

    pages: tuple[tuple[Word, ...], ...]
    """The words of each page that are left, in the order drawn."""
    taken: tuple[str, ...]
    """What was taken out, each text once, numbers of pages and all."""
    heads: tuple[str, ...]
    """Those of them that the publisher set, not the browser or printer."""
    address: str | None
    """The address that a browser printed."""


def take_margins(pages: list[Page], title: str) -> Margins:
    """Return the words of `pages` without their running heads and feet; `title` is what the file calls itself."""
    rows = [find_rows(list(page.words)) for page in pages]
    edges = [_edges(page_rows) for page_rows in rows]
    often = Counter(key for number, page_edges in enumerate(edges) for key in _keys(rows[number], page_edges))
    taken: dict[str, None] = {}
    left = []
    for page, page_rows, page_edges in zip(pages, rows, edges, strict=True):
        out: set[int] = set()
        for at in page_edges:
            if _is_furniture(page_rows, at, often, page, title):
                taken.setdefault(_text(page_rows[at]))
                out.update(id(word) for word in page_rows[at])
        left.append(tuple(word for word in page.words if id(word) not in out))
    addresses = (found[0] for text in taken if (found := _ADDRESS.search(text)))
    heads = tuple(text for text in taken if not _PRINTED.search(text) and not _ADDRESS.search(text))
    return Margins(tuple(left), tuple(taken), heads, next(addresses, None))


def _edges(rows: list[list[Word]]) -> list[int]:
    """Return the numbers of the rows near the page's edges, the outermost first."""
    count = min(_EDGE_ROWS, len(rows) // 2) or len(rows)
    return [*range(count), *range(len(rows) - 1, len(rows) - 1 - count, -1)] if rows else []


def _keys(rows: list[list[Word]], edges: list[int]) -> set[tuple[str, int]]:
    """Return what a page's outer rows say, numbers left out, and at which height; each height counts for two."""
    found = set()
    for at in edges:
        height = int(rows[at][0].base / _SAME_HEIGHT)
        found |= {(_pattern(rows[at]), height), (_pattern(rows[at]), height + 1)}
    return found


def _pattern(row: list[Word]) -> str:
    return _NUMBER.sub("#", _text(row)).casefold()


def _text(row: list[Word]) -> str:
    return " ".join(word.text for word in row)


def _is_furniture(rows: list[list[Word]], at: int, often: Counter[tuple[str, int]], page: Page, title: str) -> bool:
    row, text = rows[at], _text(rows[at])
    height = int(row[0].base / _SAME_HEIGHT)
    if max(often[(_pattern(row), height)], often[(_pattern(row), height + 1)]) > 1:
        return True
    is_outermost = at in (0, len(rows) - 1)
    in_margin = row[0].base < 0.09 * page.height or row[0].base > 0.91 * page.height
    if not (is_outermost or in_margin):
        return False
    if _COUNT.fullmatch(text) or _PRINTED.match(text) or _ADDRESS.match(text):
        return True
    # A running head that stands on this page alone, as on the second page of two: apart from the text, no sentence,
    # and with a number at one end or the title in it.
    if not is_outermost or len(row) > 30 or _SENTENCE_END.search(text) or not _is_apart(rows, at):
        return False
    if any(end.strip("|·•-–—").isdecimal() for end in (row[0].text, row[-1].text)) and len(row) <= 14:
        return True
    return max(word.size for word in row) < _largest(rows) and _repeats(text, title or _largest_text(rows))


def _repeats(text: str, title: str) -> bool:
    shorter, longer = sorted((text, title), key=len)
    return len(shorter.split()) > 2 and _plain(shorter) in _plain(longer)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _largest(rows: list[list[Word]]) -> float:
    return max(word.size for row in rows for word in row)


def _largest_text(rows: list[list[Word]]) -> str:
    largest = _largest(rows)
    return " ".join(word.text for row in rows for word in row if word.size > 0.97 * largest)


def _is_apart(rows: list[list[Word]], at: int) -> bool:
    if len(rows) < 3:
        return True
    beside = rows[1] if at == 0 else rows[at - 1]
    pitches = [below[0].base - above[0].base for above, below in pairwise(rows[1:-1])]
    usual = sorted(pitches)[len(pitches) // 2] if pitches else beside[0].size * 1.2
    return abs(rows[at][0].base - beside[0].base) > 1.4 * usual
