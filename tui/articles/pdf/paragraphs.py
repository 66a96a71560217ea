"""From the lines of columns to paragraphs.

A line begins a paragraph when it is set apart, indented, of other type than the line above it, or when its first word
would still have found room on that line: a program breaks lines only where it must.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from tui.articles.pdf.columns import Line
from tui.articles.pdf.hyphens import Hyphens

_APART = 1.3
"""A line further below another than this many usual steps is set apart from it."""
_INDENT = 0.6
_SAME_SIZE = 0.07
_HEADLINE = 1.25
"""A headline is set at least so many times larger than the text."""
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
_ITEM = re.compile(r"[•▪‣◦*–]\s|\d{1,2}[.)]\s")


@dataclass(slots=True)
class _Block:
    """Lines that make up one paragraph."""

    lines: list[Line]
    column: "_Column"

    @property
    def size(self) -> float:
        return self.lines[0].size


@dataclass(frozen=True, slots=True)
class _Column:
    """What is usual in a column."""

    left: float
    right: float
    step: float
    """From line to line."""
    size: float
    """Of its type."""
    is_indented: bool
    """Whether its paragraphs are known by an indent."""
    is_justified: bool
    """Whether its lines are flush on both sides."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The text of a document."""

    texts: tuple[str, ...]
    headline: str | None
    """What stands in the largest type on the first page, if that is plainly larger than the text."""


def find_paragraphs(columns: list[list[Line]]) -> Paragraphs:
    """Return the paragraphs of `columns`, which stand in reading order."""
    sizes = Counter[float]()
    for column in columns:
        for line in column:
            sizes[line.size] += len(line.text)
    if not sizes:
        return Paragraphs((), None)
    usual = max(sizes, key=lambda size: sizes[size])
    blocks: list[_Block] = []
    shapes = _shapes(columns, usual)
    for column, shape in zip(columns, shapes, strict=True):
        parts = _blocks(column, shape)
        if parts and (at := _continued(blocks, parts[0], usual)) is not None:
            blocks[at].lines += parts[0].lines
            blocks[at].column = shape
            del parts[0]
        blocks += parts
    hyphens = Hyphens(line.text for column in columns for line in column)
    texts = [_text(block, hyphens) for block in blocks]
    large = max(blocks[:12], key=lambda block: block.size)
    headline = _text(large, hyphens) if large.size > _HEADLINE * usual else None
    return Paragraphs(tuple(texts), headline)


def _text(block: _Block, hyphens: Hyphens) -> str:
    text = block.lines[0].text
    for line in block.lines[1:]:
        text = hyphens.join(text, line.text, block.size > _HEADLINE * block.column.size)
    return text.replace("\u00ad", "")


def _shapes(columns: list[list[Line]], usual: float) -> list[_Column]:
    """Return what is usual in each column, taking from all of them what one alone is too short to tell."""
    steps = Counter[float]()
    for column in columns:
        for above, below in pairwise(column):
            if _is_same_type(above, below) and abs(above.size - usual) < _SAME_SIZE * usual:
                steps[round(2 * (below.base - above.base)) / 2] += 1
    # Paragraphs of a line or two set apart make wide steps common; the least common one of all is from line to line.
    often = [step for step, count in steps.items() if step > 0.8 * usual and count >= 0.15 * steps.total()]
    step = min(often, default=1.2 * usual)
    return [_shape(column, step, usual) for column in columns]


def _shape(column: list[Line], step: float, usual: float) -> _Column:
    body = [line for line in column if abs(line.size - usual) < _SAME_SIZE * usual] or column
    lefts = Counter(round(line.left / 2) * 2 for line in body)
    # An indented line stands right of the margin, never left of it.
    common = [left for left, count in lefts.items() if count >= 0.2 * len(body)] or list(lefts)
    left = min(line.left for line in body if abs(line.left - min(common)) <= 3)
    indents = sum(_INDENT * usual < line.left - left < 4 * usual for line in body)
    right = max(line.right for line in body)
    flush = sum(right - line.right < 0.15 * usual for line in body)
    return _Column(left, right, step, usual, indents >= max(2, 0.06 * len(body)), flush >= max(3, 0.5 * len(body)))


def _blocks(column: list[Line], shape: _Column) -> list[_Block]:
    blocks: list[_Block] = []
    for number, line in enumerate(column):
        above = column[number - 1] if number else None
        if above is None or _begins(above, line, shape):
            blocks.append(_Block([line], shape))
        else:
            blocks[-1].lines.append(line)
    return blocks


def _is_same_type(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) < _SAME_SIZE * max(one.size, other.size) and one.is_bold == other.is_bold


def _begins(above: Line, line: Line, shape: _Column) -> bool:
    """Say whether `line` begins a paragraph of its own."""
    if not _is_same_type(above, line):
        return True
    step = max(shape.step, line.size * max(1.1, shape.step / shape.size))
    if line.base - above.base > _APART * step or line.base < above.base:
        return True
    if line.size > 1.15 * shape.size or above.is_bold:
        return False
    if (_is_indented(line, shape) and not _is_indented(above, shape)) or _ITEM.match(line.text):
        return True
    room = _room(above, line, shape.right)
    is_short = shape.is_justified or (room > 0.4 * (shape.right - shape.left) and not line.text[0].islower())
    return room > 0 and (is_short or bool(_SENTENCE_END.search(above.text)))


def _is_indented(line: Line, shape: _Column) -> bool:
    return _INDENT * line.size < line.left - shape.left < 4 * line.size


def _room(above: Line, line: Line, right: float) -> float:
    """Return how much room there would have been behind `above` with the first word of `line` set there too."""
    word = line.words[0]
    return right - above.right - (word.right - word.left) - 0.35 * above.size


def _continued(blocks: list[_Block], following: _Block, usual: float) -> int | None:
    """Return the number of the block that goes on in `following`, the first of the next column."""
    line = following.lines[0]
    if abs(line.size - usual) > _SAME_SIZE * usual or line.is_bold or _is_indented(line, following.column):
        return None
    for at in range(len(blocks) - 1, max(-1, len(blocks) - 4), -1):
        last = blocks[at].lines[-1]
        if _is_same_type(last, line):
            return at if _goes_on(blocks[at], following) else None
        if last.size > usual * (1 + _SAME_SIZE):
            return None
    return None


def _goes_on(block: _Block, following: _Block) -> bool:
    last, line = block.lines[-1], following.lines[0]
    if not _SENTENCE_END.search(last.text):
        return True
    if line.text[0].islower():
        return True
    if _room(last, line, block.column.right) > 0:
        return False
    # The line is full and ends a sentence. Paragraphs that begin with an indent have told by having none; set flush to
    # both sides, a last line that is full to the hair is no last line.
    is_flush = block.column.is_justified and block.column.right - last.right < 0.1 * last.size
    return following.column.is_indented or is_flush
