"""One column: the text of one article, and below each linked sentence what the other one says differently of it.

The other article's sentences that face one of the text are cut to where they differ; those that nobody faces stand in
full where they come in their own article. Both sides still have a column each, equally long: a row that holds text on
one side is empty on the other.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.articles.article import SIDES, Side, Span
from tui.reader.layout.column import FOLD, Column, Source
from tui.reader.layout.wrap import Run, wrap

if TYPE_CHECKING:
    from tui.compare.comparison import Passage

INDENT = 2
"""The cells that the other article's sentences are indented by."""
CONTEXT = 4
"""So many words are kept before and after what differs; a stretch left out is longer than that."""

_WORD = re.compile(r"\S+")


Part = Literal["text", "facing", "alone"]
"""What a sentence is in the column: one of the text, one that faces the sentence above it, or one that faces none."""


class Line(NamedTuple):
    """One sentence in the order of the column."""

    side: int
    """0 left, 1 right."""
    sentence: int
    part: Part


def unified_lines(counts: tuple[int, int], passages: "Sequence[Passage]", text: Side) -> list[Line]:
    """Return every sentence of both articles once, in the order of the column.

    Parameters
    ----------
    counts
        How many sentences the left and the right article have.
    passages
        The passages, in any order.
    text
        Whose text it is. What faces one of its sentences stands below that; what only the other side says stands
        after what precedes it there.
    """
    own = SIDES.index(text)
    hosts = _hosts(passages, own)
    below: dict[int, tuple[list[Line], list[Line]]] = {}
    host = -1 if hosts else counts[own] - 1
    for sentence in range(counts[1 - own]):
        host = hosts.get(sentence, host)
        facing, alone = below.setdefault(host, ([], []))
        if sentence in hosts:
            facing.append(Line(1 - own, sentence, "facing"))
        else:
            alone.append(Line(1 - own, sentence, "alone"))
    lines = [*below.get(-1, ((), ()))[1]]
    for sentence in range(counts[own]):
        facing, alone = below.get(sentence, ([], []))
        lines += [Line(own, sentence, "text"), *facing, *alone]
    return lines


def _hosts(passages: "Sequence[Passage]", own: int) -> dict[int, int]:
    """Return, for each linked sentence of the other side, the sentence of the text it is most like."""
    likest: dict[int, tuple[bool, float, int]] = {}
    for passage in passages:
        for link in passage.links:
            host, other = (link.left, link.right) if own == 0 else (link.right, link.left)
            likest[other] = max(likest.get(other, (False, -1.0, 0)), (link.rank == "main", link.score, -host))
    return {other: -host for other, (_, _, host) in likest.items()}


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
        rows = wrap(source.drawn, source.sentence_starts, whole, width, narrow=source.is_narrow)
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


def unified_columns(
    sources: tuple[Source, Source],
    widths: tuple[int, int],
    lines: Iterable[Line],
    wanted: Mapping[int, Span],
    shown: tuple[frozenset[int], frozenset[int]] | None = None,
) -> tuple[Column, Column]:
    """Return both sides' rows, equally many, no row with text on both sides.

    Parameters
    ----------
    sources, widths
        The articles, and how many cells of text stand in a row of each.
    lines
        The sentences in the order of the column.
    wanted
        What has to be seen of the sentences that face one of the text.
    shown
        The sentences to show; each stretch of others is one fold row. What faces a shown sentence is shown with it.
    """
    writer = _Writer(sources, widths, wanted)
    hidden = 0
    for group in _groups(lines):
        if shown is not None and not any(line.sentence in shown[line.side] for line in group):
            hidden += len(group)
            continue
        writer.fold(hidden)
        hidden = 0
        for line in group:
            writer.add(line)
    writer.fold(hidden)
    writer.flush()
    return writer.columns


def _groups(lines: Iterable[Line]) -> Iterable[list[Line]]:
    """Return each sentence of the text with what faces it, and each other sentence alone."""
    group: list[Line] = []
    for line in lines:
        if group and line.part != "facing":
            yield group
            group = []
        group.append(line)
    if group:
        yield group


class _Writer:
    """Writes both columns from top to bottom, sentences of the text that follow each other as one run."""

    def __init__(self, sources: tuple[Source, Source], widths: tuple[int, int], wanted: Mapping[int, Span]) -> None:
        self.columns = Column(sources[0], widths[0]), Column(sources[1], widths[1])
        self._wanted = wanted
        self._run: list[int] = []
        self._side = 0
        self._paragraph = -1

    def add(self, line: Line) -> None:
        """Add a sentence; one of the text waits until it is known whether the next goes on in its row."""
        if line.part == "text":
            self._add_text(line)
            return
        self.flush()
        column = self.columns[line.side]
        run = column.source.sentence_run(line.sentence, line.sentence + 1)
        if line.part == "facing":
            run = excerpt(column.source, line.sentence, self._wanted.get(line.sentence), column.width)
        column.add_run(run)
        self._even()

    def _add_text(self, line: Line) -> None:
        self._side = line.side
        column = self.columns[line.side]
        paragraph = column.source.article.sentences[line.sentence].paragraph
        if paragraph != self._paragraph or (self._run and self._run[-1] != line.sentence - 1):
            self.flush()
        if paragraph != self._paragraph and column.starts and column.starts[-1] != FOLD:
            column.add_blank()
        self._paragraph = paragraph
        self._run.append(line.sentence)

    def fold(self, count: int) -> None:
        """Add a row that stands for hidden sentences, if there are any."""
        if count:
            self.flush()
            self.columns[self._side].add_fold(count)
            self._even()

    def flush(self) -> None:
        """Write the sentences of the text that have waited."""
        if self._run:
            column = self.columns[self._side]
            column.add_run(column.source.sentence_run(self._run[0], self._run[-1] + 1))
            self._run = []
            self._even()

    def _even(self) -> None:
        left, right = self.columns
        missing = len(left) - len(right)
        if missing > 0:
            right.add_blank(missing)
        elif missing < 0:
            left.add_blank(-missing)
