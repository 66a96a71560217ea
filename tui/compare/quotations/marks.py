"""Where quotation marks open and close: straight, curly and mixed ones, over one paragraph or several."""

import re
from collections.abc import Iterator

from tui.articles.article import Article, Span

_DOUBLE = re.compile(r"[\"“”„«»]|``|''")
_OPENING = frozenset(("“", "„", "«", "``"))
_CLOSING = frozenset(("”", "»", "''"))
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?’'])[‘'’](?=[\w\[“\"…])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…\]%\"”])['’](?!\w)")
_CLIPPED = re.compile(r"(?:\d\ds?|em|tis|twas|n|til|till|cause|cos|bout|round)\b", re.IGNORECASE)
"""What an apostrophe at the head of a word stands in for: the '90s, 'em, rock 'n' roll."""


def find_marked(article: Article) -> tuple[Span, ...]:
    """Return the spans between quotation marks, the marks included, in order and without overlap."""
    found: list[Span] = []
    text, open_at, last_end = article.text, -1, 0
    for paragraph in article.paragraphs or (Span(0, len(text)),):
        if open_at >= 0 and not _reopens(text, paragraph):
            found.append(Span(open_at, last_end))
            open_at = -1
        continued = open_at >= 0
        start = paragraph.start
        for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
            if open_at >= 0:
                if continued and mark.start() == paragraph.start:
                    continue
                if mark.group() not in _OPENING or _is_closing_shape(text, mark, paragraph):
                    found.append(Span(open_at, mark.end()))
                    open_at, start, continued = -1, mark.end(), False
            elif _can_open(text, mark, paragraph):
                found += _find_single(text, start, mark.start())
                open_at = mark.start()
        if open_at < 0:
            found += _find_single(text, start, paragraph.end)
        last_end = paragraph.end
    if open_at >= 0:
        found.append(Span(open_at, last_end))
    return tuple(span for span in found if any(character.isalnum() for character in text[span.start : span.end]))


def _reopens(text: str, paragraph: Span) -> bool:
    """Say whether a paragraph goes on with a quotation that the one before left open."""
    return text.startswith(("“", '"', "„", "«", "``"), paragraph.start)


def _can_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() in _CLOSING and mark.group() != "”":
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark.group() == "”":
        return before.isspace() and after.isalnum()
    if mark.group() in _OPENING:
        return True
    return (not before.isalnum() and before not in ".,!?;%)’'…”") and not after.isspace()


def _is_closing_shape(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Say whether an opening mark stands where only a closing one can: behind a word and before a blank."""
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    return not before.isspace() and not after.isalnum()


def _find_single(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the quotations in single marks of a stretch that holds no double ones."""
    at = start
    while (opening := _SINGLE_OPEN.search(text, at, end)) is not None:
        at = opening.end()
        if _CLIPPED.match(text, opening.end(), end):
            continue
        closing = _closing_single(text, opening.end(), end)
        if closing is not None:
            yield Span(opening.start(), closing)
            at = closing


def _closing_single(text: str, start: int, end: int) -> int | None:
    """Return where a quotation in single marks ends; a plural's apostrophe ("the workers' demands") is passed over."""
    possible = None
    for mark in _SINGLE_CLOSE.finditer(text, start, end):
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 2]
        if before != "s" or not (after[:1] == " " and after[1:].isalpha()):
            return mark.end()
        possible = possible or mark.end()
    return possible
