"""Splitting an article's text into paragraphs and sentences with exact offsets."""

from sentencex import segment

from tui.articles.article import Sentence, Span

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


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


def split_sentences(text: str, paragraphs: tuple[Span, ...]) -> tuple[Sentence, ...]:
    """Return the sentences of `text`, each inside one of `paragraphs`, in reading order."""
    found = []
    for number, paragraph in enumerate(paragraphs):
        at = paragraph.start
        for piece in segment("en", text[paragraph.start : paragraph.end].translate(_STRAIGHT)):
            inner = piece.strip()
            if inner:
                start = at + piece.index(inner[0])
                found.append(Sentence(start, start + len(inner), number))
            at += len(piece)
    return tuple(found)
