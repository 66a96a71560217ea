"""Splitting an article's text into paragraphs and sentences with exact offsets.

A paragraph is a line. Its sentences are those that sentencex finds once the quotation marks are out of its way (inside
quotation marks it splits nothing, and one mark without its partner would hide half a paragraph);
`tui.articles.boundaries` then overrules it where news is written otherwise.

Every character of a paragraph that is not blank belongs to exactly one sentence.
"""

import re

from sentencex import segment

from tui.articles.article import LineKind, Sentence, Span
from tui.articles.boundaries import review_boundaries

_QUOTES = '"“”„‟«»'
# They begin with what is quick to find, and only then look back.
_SINGLE_QUOTES = re.compile(r"['‘](?<![^\s([]['‘])(?=\w)|['’](?<=[.!?…,;]['’])(?!\w)")
_ASIDE = r"(?:^|(?<=[.!?…] )|(?<=[.!?…][\"”’] ))\([^()]{1,2000}[.!?…][\"”’]?\)(?=\s|$)"
"""Sentences that stand in brackets of their own, as against a remark in brackets inside a sentence."""
_WIDE_BLANKS = re.compile(r"(?<![^\S\x00-\x7f])[^\S\x00-\x7f]+(?=\.)")
"""Blanks outside ASCII before a full stop: sentencex takes them for one byte each and panics."""
_TERMINATOR = re.compile(r"[.!?…:。！？\])]")
_OPENING = "\"“„«'‘(["


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the lines of `text` that hold more than blanks, without the blanks around them."""
    found, at = [], 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            start = at + line.index(inner[0])
            found.append(Span(start, start + len(inner)))
        at += len(line) + 1
    return tuple(found)


def split_sentences(text: str, paragraphs: tuple[Span, ...], kinds: tuple[LineKind, ...] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of `text`, each inside one of `paragraphs`, in reading order.

    `kinds` says what each paragraph is; without it all are prose.
    """
    found = []
    for number, paragraph in enumerate(paragraphs):
        kind = kinds[number] if kinds else "prose"
        start = paragraph.start
        inner = text[start : paragraph.end]
        for boundary in find_boundaries(inner):
            end = paragraph.start + boundary
            while text[end - 1].isspace():
                end -= 1
            found.append(Sentence(start, end, number, kind))
            start = paragraph.start + boundary
        found.append(Sentence(start, paragraph.end, number, kind))
    return tuple(found)


def find_boundaries(paragraph: str) -> list[int]:
    """Return where the second and every later sentence of `paragraph` begins, in rising order."""
    if not _TERMINATOR.search(paragraph, 0, len(paragraph) - 1):
        return []
    proposed = {_first_of_right(paragraph, at) for at in _propose(_mask(paragraph))}
    return review_boundaries(paragraph, proposed)


def _mask(paragraph: str) -> str:
    """Return `paragraph` with its quotation marks, and brackets around whole sentences, made blanks one for one."""
    masked = re.sub(_ASIDE, lambda aside: " " + aside[0][1:-1] + " ", paragraph) if "(" in paragraph else paragraph
    for quote in _QUOTES:
        masked = masked.replace(quote, " ")
    if not masked.isprintable():
        masked = _WIDE_BLANKS.sub(lambda blanks: " " * len(blanks[0]), masked)
    return _SINGLE_QUOTES.sub(" ", masked) if "'" in masked or "‘" in masked or "’" in masked else masked


def _propose(masked: str) -> list[int]:
    """Return the boundaries that sentencex sees."""
    found, at = [], 0
    for piece in segment("en", masked):
        at = masked.index(piece, at)
        if at:
            found.append(at)
        at += len(piece)
    return found


def _first_of_right(paragraph: str, at: int) -> int:
    """Move a boundary found in masked text to where the right sentence begins, its opening marks included."""
    first = at
    while first > 0 and (paragraph[first - 1].isspace() or paragraph[first - 1] in "\"“”„‟«»'‘’()"):
        first -= 1
    blank = next((i for i in range(first, at) if paragraph[i].isspace()), None)
    if blank is None:
        return at
    while blank < at and not (paragraph[blank] in _OPENING and not paragraph[blank + 1 : blank + 2].isspace()):
        blank += 1
    return blank
