"""What is shown of a sentence that faces another one: the stretch in which they differ, with a few words around."""

import re

from tui.articles.article import Span
from tui.reader.layout.source import Source
from tui.reader.layout.wrap import Run

CONTEXT = 4
"""So many words are kept before and after what differs; a stretch left out is longer than that."""

_WORD = re.compile(r"\S+")


def excerpt(source: Source, sentence: int, wanted: Span | None, width: int) -> Run:
    """Return the stretch of a sentence that is shown: what is wanted with a few words around, or else its first row.

    Parameters
    ----------
    source
        The article.
    sentence
        One of its sentences.
    wanted
        What has to be seen, inside the sentence; none where nothing has.
    width
        The width in cells.
    """
    start, end = source.sentence_starts[sentence], source.sentence_ends[sentence]
    whole = source.sentence_run(sentence, sentence + 1)
    if wanted is None:
        rows = source.wrap(whole, width)
        return _cut(source, start, rows[0][1], sentence) if rows else whole
    drawn, longest = source.drawn, 2 * CONTEXT
    if drawn.count(" ", start, wanted.start) <= longest and drawn.count(" ", wanted.end, end) <= longest:
        return whole
    words = [(start + found.start(), start + found.end()) for found in _WORD.finditer(drawn[start:end])]
    inside = [number for number, (one, two) in enumerate(words) if one < wanted.end and wanted.start < two]
    if not inside:
        return whole
    first, last = inside[0] - CONTEXT, inside[-1] + CONTEXT
    cut_start = words[first][0] if first > CONTEXT else start
    cut_end = words[last][1] if last < len(words) - 1 - CONTEXT else end
    return _cut(source, cut_start, cut_end, sentence)


def _cut(source: Source, start: int, end: int, sentence: int) -> Run:
    """Return a part of a sentence; where its rest is left out, no comma stands before the sign of that."""
    if end < source.sentence_ends[sentence]:
        end = start + (len(source.drawn[start:end].rstrip(" ,;:–—-")) or end - start)
    return Run(start, end, sentence, sentence + 1)
