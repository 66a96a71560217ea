"""Facing rows: linked sentences stand in one row of a table, in the left or the right article's order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side
from tui.reader.layout.column import Column, Source

if TYPE_CHECKING:
    from tui.compare.comparison import Passage

Cell = tuple[tuple[int, ...], tuple[int, ...]]
"""The left and the right sentences that stand in one row of the table."""


def facing_cells(counts: tuple[int, int], passages: "Sequence[Passage]", order: Side) -> list[Cell]:
    """Return the rows of the table: each passage once, each other sentence alone.

    Parameters
    ----------
    counts
        How many sentences the left and the right article have.
    passages
        The passages, in any order.
    order
        Whose reading order the rows follow; what only the other side says stands after what precedes it there.
    """
    lead, other = SIDES.index(order), 1 - SIDES.index(order)
    sides = [(passage.left, passage.right) for passage in passages]
    passage_of: list[dict[int, int]] = [{n: p for p, cell in enumerate(sides) for n in cell[side]} for side in (0, 1)]
    followers: dict[int, list[int]] = {}
    opening: list[int] = []
    waiting = opening
    for sentence in range(counts[other]):
        passage = passage_of[other].get(sentence)
        if passage is None:
            waiting.append(sentence)
        elif sentence == sides[passage][other][0]:
            waiting = followers.setdefault(passage, [])
    cells: list[Cell] = [_alone(other, sentence) for sentence in opening]
    for sentence in range(counts[lead]):
        passage = passage_of[lead].get(sentence)
        if passage is None:
            cells.append(_alone(lead, sentence))
        elif sentence == sides[passage][lead][0]:
            cells.append(sides[passage])
            cells += [_alone(other, one) for one in followers.get(passage, ())]
    return cells


def _alone(side: int, sentence: int) -> Cell:
    return ((sentence,), ()) if side == 0 else ((), (sentence,))


def facing_columns(
    sources: tuple[Source, Source],
    widths: tuple[int, int],
    cells: Sequence[Cell],
    shown: tuple[frozenset[int], frozenset[int]] | None = None,
) -> tuple[Column, Column]:
    """Return both sides' rows, equally many, each cell of the table beginning in the same row on both sides.

    With `shown`, cells that hold no shown sentence are hidden, each stretch of them one fold row.
    """
    columns = Column(sources[0], widths[0]), Column(sources[1], widths[1])
    hidden = [0, 0]
    for cell in cells:
        if shown is not None and not any(n in shown[side] for side in (0, 1) for n in cell[side]):
            hidden = [hidden[side] + len(cell[side]) for side in (0, 1)]
            continue
        hidden = _close_fold(columns, hidden)
        if columns[0].starts:
            _even(columns, 1)
        for column, sentences in zip(columns, cell, strict=True):
            _add_sentences(column, sentences)
        _even(columns)
    _close_fold(columns, hidden)
    return columns


def _close_fold(columns: tuple[Column, Column], hidden: list[int]) -> list[int]:
    if any(hidden):
        if columns[0].starts:
            _even(columns, 1)
        for column, count in zip(columns, hidden, strict=True):
            if count:
                column.add_fold(count)
        _even(columns)
    return [0, 0]


def _even(columns: tuple[Column, Column], more: int = 0) -> None:
    height = max(len(column) for column in columns) + more
    for column in columns:
        column.add_blank(height - len(column))


def _add_sentences(column: Column, sentences: Sequence[int]) -> None:
    """Add sentences, those that follow each other in one paragraph as one run."""
    position = 0
    while position < len(sentences):
        stop = position + 1
        while stop < len(sentences) and _goes_on(column.source, sentences[stop - 1], sentences[stop]):
            stop += 1
        column.add_run(column.source.sentence_run(sentences[position], sentences[stop - 1] + 1))
        position = stop


def _goes_on(source: Source, one: int, other: int) -> bool:
    sentences = source.article.sentences
    return other == one + 1 and sentences[one].paragraph == sentences[other].paragraph
