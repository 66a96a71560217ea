"""Facing rows: linked sentences stand in one row of a table, in the left or the right article's order."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side
from tui.reader.layout.column import Column
from tui.reader.layout.source import Source

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
    rows: tuple[dict[int, list[int]], dict[int, list[int]]] = defaultdict(list), defaultdict(list)
    for side in (lead, other):
        for sentence, number in sorted(cell_of[side].items()):
            rows[side][number].append(sentence)
    followers: dict[int, list[int]] = {}
    opening: list[int] = []
    waiting = opening
    find = cell_of[other].get
    for sentence in range(counts[other]):
        at = find(sentence)
        if at is None:
            waiting.append(sentence)
        elif sentence == rows[other][at][0]:
            waiting = followers[at] = []
    cells: list[Cell] = [_alone(other, sentence) for sentence in opening]
    find = cell_of[lead].get
    for sentence in range(counts[lead]):
        at = find(sentence)
        if at is None:
            cells.append(((sentence,), ()) if lead == 0 else ((), (sentence,)))
        elif sentence == rows[lead][at][0]:
            cells.append((tuple(rows[0][at]), tuple(rows[1][at])))
            if after := followers.get(at):
                cells += [_alone(other, one) for one in after]
    return cells


def _cells_of_sentences(passages: "Sequence[Passage]", order: Side) -> tuple[dict[int, int], dict[int, int]]:
    """Return, for the left and the right, the passage in whose row of the table each linked sentence stands.

    A sentence of the leading side stands with the passage it is linked in most strongly, one of the other side beside
    the sentence it is most like: so each stands once, also one that belongs to two passages.
    """
    left_leads = order == "left"
    strongest: dict[int, tuple[float, int]] = {}
    likest: dict[int, tuple[float, int]] = {}
    for passage in passages:
        number = -passage.number
        for link in passage.links:
            own, other = (link.left, link.right) if left_leads else (link.right, link.left)
            score = link.score
            if own not in strongest or strongest[own] < (score, number):
                strongest[own] = score, number
            if other not in likest or likest[other] < (score, -own):
                likest[other] = score, -own
    of_lead = {sentence: -number for sentence, (_, number) in strongest.items()}
    of_other = {sentence: of_lead[-own] for sentence, (_, own) in likest.items()}
    return (of_lead, of_other) if left_leads else (of_other, of_lead)


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
    left, right = columns = Column(sources[0], widths[0]), Column(sources[1], widths[1])
    hidden = (0, 0)
    # An empty row stands between two cells, so that each begins two rows below the last one of the cell before.
    row = 0
    for cell in cells:
        one, other = cell
        if shown is not None and shown[0].isdisjoint(one) and shown[1].isdisjoint(other):
            hidden = hidden[0] + len(one), hidden[1] + len(other)
            continue
        if any(hidden):
            row = _fold(columns, hidden, row) + 1
            hidden = (0, 0)
        after = left.put(one[0], row) if len(one) == 1 else _put_several(left, one, row)
        below = right.put(other[0], row) if len(other) == 1 else _put_several(right, other, row)
        row = (after if after > below else below) + 1
    left.height = right.height = _fold(columns, hidden, row) if any(hidden) else max(0, row - 1)
    return columns


def _fold(columns: tuple[Column, Column], hidden: tuple[int, int], row: int) -> int:
    """Add the row that stands for hidden sentences of either side, and return the one below it."""
    for column, count in zip(columns, hidden, strict=True):
        if count:
            column.height = row
            column.add_fold(count)
    return row + 1


def _put_several(column: Column, sentences: Sequence[int], row: int) -> int:
    """Put any number of sentences into a column, those that follow each other in one paragraph as one run."""
    column.height, position = row, 0
    while position < len(sentences):
        stop = position + 1
        while stop < len(sentences) and _goes_on(column.source, sentences[stop - 1], sentences[stop]):
            stop += 1
        column.add_run(column.source.sentence_run(sentences[position], sentences[stop - 1] + 1))
        position = stop
    return column.height


def _goes_on(source: Source, one: int, other: int) -> bool:
    sentences = source.article.sentences
    return other == one + 1 and sentences[one].paragraph == sentences[other].paragraph
