"""What is shown of a sentence that faces another one: the stretch in which they differ, with a few words around."""

import re

from tui.articles.article import Span
from tui.reader.layout.source import Source
from tui.reader.layout.wrap import Run

CONTEXT = 4
"""So many words are kept before and after what differs; a stretch left out is longer than that."""

EXCERPTS_KEPT = 20_000
"""Of so many excerpts at most it is kept how many rows they have."""

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
    if _is_shown_whole(source, start, end, (wanted.start, wanted.end)):
        return whole
    drawn = source.drawn
    words = [(start + found.start(), start + found.end()) for found in _WORD.finditer(drawn[start:end])]
    inside = [number for number, (one, two) in enumerate(words) if one < wanted.end and wanted.start < two]
    if not inside:
        return whole
    first, last = inside[0] - CONTEXT, inside[-1] + CONTEXT
    cut_start = words[first][0] if first > CONTEXT else start
    cut_end = words[last][1] if last < len(words) - 1 - CONTEXT else end
    return _cut(source, cut_start, cut_end, sentence)


def rows_of_excerpt(source: Source, sentence: int, wanted: tuple[int, int], width: int) -> int:
    """Return how many rows the excerpt has in a width; 0 where it is the whole sentence."""
    key = sentence, *wanted, width
    rows = source.excerpts.get(key)
    if rows is None:
        start, end = source.sentence_starts[sentence], source.sentence_ends[sentence]
        if _is_shown_whole(source, start, end, wanted):
            return 0
        run = excerpt(source, sentence, Span(*wanted), width)
        if len(source.excerpts) >= EXCERPTS_KEPT:
            source.excerpts.clear()
        rows = source.excerpts[key] = 0 if source.is_alone(run) else len(source.wrap(run, width))
    return rows


def _is_shown_whole(source: Source, start: int, end: int, wanted: tuple[int, int]) -> bool:
    """Say whether a sentence is too short to be cut before or behind what has to be seen of it."""
    count, longest = source.drawn.count, 2 * CONTEXT
    return count(" ", start, wanted[0]) <= longest and count(" ", wanted[1], end) <= longest


def _cut(source: Source, start: int, end: int, sentence: int) -> Run:
    """Return a part of a sentence; where its rest is left out, no comma stands before the sign of that."""
    if end < source.sentence_ends[sentence]:
        end = start + (len(source.drawn[start:end].rstrip(" ,;:–—-")) or end - start)
    return Run(start, end, sentence, sentence + 1)
