"""Selecting text by keys and by clicks: where a selection goes next, and what of it is copied. Pure functions."""

import re

from tui.articles.article import SIDES, Article, Span
from tui.reader.layout.column import Column
from tui.reader.session.lookup import Lookup
from tui.reader.session.place import Place, Selection

_WORD_END = re.compile(r"\W*[\w'’-]*")
_WORD_START = re.compile(r"[\w'’-]*\W*$")


def begun(lookup: Lookup, place: Place) -> Selection | None:
    """Return the empty selection that stretching begins with: at the current detail, or else the current sentence."""
    side = SIDES.index(place.side)
    sentences = lookup.articles[side].sentences
    if not sentences:
        return None
    span = lookup.detail_span(lookup.details[place.detail], place.side) if place.detail is not None else None
    start = (span or sentences[place.sentence].span).start
    return Selection(place.side, start, start)


def by_characters(selection: Selection, article: Article, step: int) -> Selection:
    """Return the selection stretched by characters, combining ones together with the one they stand on."""
    head = selection.head + step
    while 0 < head < len(article.text) and _combines(article.text[head]):
        head += step
    return Selection(selection.side, selection.anchor, max(0, min(head, len(article.text))))


def _combines(character: str) -> bool:
    import unicodedata

    return character in "\u200d\ufe0f" or unicodedata.combining(character) > 0


def by_words(selection: Selection, article: Article, step: int) -> Selection:
    """Return the selection stretched to the end of the next word, or the start of the one before."""
    text, head = article.text, selection.head
    if step > 0:
        found = _WORD_END.match(text, head)
        head = found.end() if found else len(text)
    else:
        found = _WORD_START.search(text[max(0, head - 200) : head])
        head = head - len(found.group()) if found and found.group() else max(0, head - 1)
    return Selection(selection.side, selection.anchor, head)


def by_rows(selection: Selection, column: Column, step: int) -> Selection:
    """Return the selection stretched to the same cell of the next row with text, or of the one before."""
    row = column.row_of(selection.head)
    cell = column.cell_of(row, min(max(selection.head, column.starts[row]), column.ends[row]))
    following = row + step
    while 0 <= following < len(column) and column.starts[following] < 0:
        following += step
    if 0 <= following < len(column):
        head = column.offset_at(following, cell)
    else:
        head = column.ends[row] if step > 0 else column.starts[row]
    return selection if head is None else Selection(selection.side, selection.anchor, head)


def clean_text(article: Article, span: Span) -> str:
    """Return what a span holds as clean text: no wraps, one blank between words, an empty line between paragraphs."""
    pieces = []
    for paragraph in article.paragraphs:
        if paragraph.overlaps(span):
            inside = article.text[max(paragraph.start, span.start) : min(paragraph.end, span.end)]
            pieces.append(" ".join(inside.split()))
    return "\n\n".join(piece for piece in pieces if piece)


def quoted(lookup: Lookup, place: Place) -> str:
    """Return the current sentence and what faces it, a line each, with where each is from."""
    lines = []
    for side in SIDES:
        article = lookup.articles[SIDES.index(side)]
        if not article.sentences:
            continue
        numbers = (place.sentence,) if side == place.side else lookup.facing(place)
        text = " ".join(clean_text(article, article.sentences[number].span) for number in numbers)
        if text:
            lines.append(f"{article.source or side}: {text}")
    return "\n".join(lines)
