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
    """Return the rows of the table: linked sentences together, each other sentence alone, every sentence once.

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
    cell_of = _cells_of_sentences(passages, order)
    rows: dict[int, tuple[list[int], list[int]]] = {}
    for side in (lead, other):
        for sentence, number in sorted(cell_of[side].items()):
            rows.setdefault(number, ([], []))[side].append(sentence)
    followers: dict[int, list[int]] = {}
    opening: list[int] = []
    waiting = opening
    for sentence in range(counts[other]):
        at = cell_of[other].get(sentence)
        if at is None:
            waiting.append(sentence)
        elif sentence == rows[at][other][0]:
            waiting = followers.setdefault(at, [])
    cells: list[Cell] = [_alone(other, sentence) for sentence in opening]
    for sentence in range(counts[lead]):
        at = cell_of[lead].get(sentence)
        if at is None:
            cells.append(_alone(lead, sentence))
        elif sentence == rows[at][lead][0]:
            cells.append((tuple(rows[at][0]), tuple(rows[at][1])))
            cells += [_alone(other, one) for one in followers.get(at, ())]
    return cells


def _cells_of_sentences(passages: "Sequence[Passage]", order: Side) -> tuple[dict[int, int], dict[int, int]]:
    """Return, for the left and the right, the passage in whose row of the table each linked sentence stands.

    A sentence of the leading side stands with the passage it is linked in most strongly, one of the other side beside
    the sentence it is most like: so each stands once, also one that belongs to two passages.
    """
    lead = SIDES.index(order)
    strongest: dict[int, tuple[float, int]] = {}
    likest: dict[int, tuple[float, int]] = {}
    for passage in passages:
        for link in passage.links:
            own, other = (link.left, link.right) if lead == 0 else (link.right, link.left)
            strongest[own] = max(strongest.get(own, (-1.0, 0)), (link.score, -passage.number))
            likest[other] = max(likest.get(other, (-1.0, 0)), (link.score, -own))
    of_lead = {sentence: -number for sentence, (_, number) in strongest.items()}
    of_other = {sentence: of_lead[-own] for sentence, (_, own) in likest.items()}
    return (of_lead, of_other) if lead == 0 else (of_other, of_lead)


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
        if columns[0].starts or columns[1].starts:
            _even(columns, 1)
        for column, sentences in zip(columns, cell, strict=True):
            _add_sentences(column, sentences)
    _even(columns)
    _close_fold(columns, hidden)
    return columns


def _close_fold(columns: tuple[Column, Column], hidden: list[int]) -> list[int]:
    if any(hidden):
        if columns[0].starts or columns[1].starts:
            _even(columns, 1)
        for column, count in zip(columns, hidden, strict=True):
            if count:
                column.add_fold(count)
        _even(columns)
    return [0, 0]


def _even(columns: tuple[Column, Column], more: int = 0) -> None:
    left, right = columns
    missing = len(left.starts) - len(right.starts)
    if more or missing < 0:
        left.add_blank(max(0, -missing) + more)
    if more or missing > 0:
        right.add_blank(max(0, missing) + more)


def _add_sentences(column: Column, sentences: Sequence[int]) -> None:
    """Add sentences, those that follow each other in one paragraph as one run."""
    if len(sentences) == 1:
        column.add_sentence(sentences[0])
        return
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
