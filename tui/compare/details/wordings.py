"""Where two linked sentences go different ways between words that both have: the phrases of other words, facing.

Words of both sentences that say the same are anchors; in the order of the text (the shortest edit script over words,
as rapidfuzz computes it) what stands between two anchors on one side faces what stands there on the other.
"""

from collections.abc import Iterator

from rapidfuzz.distance import Indel, Opcode

from tui.articles.article import Span
from tui.compare.details.facing import Facing
from tui.compare.details.parts import Word
from tui.compare.units.unit import Unit

_SAID = 0.8
"""A word said so nearly by one of the other sentence is an anchor."""
_LONGEST = 14
"""A phrase of more words is no other wording but another sentence."""
_SMALL = frozenset({"a", "an", "the"})


def find_wordings(facing: Facing) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Yield the phrases that face one another, and those that face nothing."""
    left, right = facing.sides[0].parts.words, facing.sides[1].parts.words
    ours, theirs = _symbols(facing)
    edits: list[list[int]] = []
    for code in Indel.opcodes(ours, theirs):
        if code.tag == "equal":
            continue
        bounds = _bounds(code)
        if edits and _is_small(left[edits[-1][1] : bounds[0]]) and _is_small(right[edits[-1][3] : bounds[2]]):
            edits[-1][1], edits[-1][3] = bounds[1], bounds[3]
        else:
            edits.append(bounds)
    for a, b, c, d in edits:
        one, two = _phrase(facing, 0, a, b), _phrase(facing, 1, c, d)
        if (one or two) and max(b - a, d - c) <= _LONGEST:
            yield one, two


def _bounds(code: Opcode) -> list[int]:
    return [code.src_start, code.src_end, code.dest_start, code.dest_end]


def _symbols(facing: Facing) -> tuple[list[str], list[str]]:
    """Return one symbol a word, the same on both sides for words that say the same."""
    rows = []
    for side in (0, 1):
        rows.append([word.text for word in facing.sides[side].parts.words])
    likeness = facing.likeness
    if likeness.size:
        for n, at in enumerate(facing.sides[0].at):
            m = int(likeness[n].argmax())
            if likeness[n, m] >= _SAID and int(likeness[:, m].argmax()) == n:
                rows[0][at] = rows[1][facing.sides[1].at[m]] = f"={n}"
    return rows[0], rows[1]


def _is_small(words: tuple[Word, ...]) -> bool:
    return len(words) <= 2 and not any(word.content for word in words)


def _phrase(facing: Facing, side: int, first: int, after: int) -> Unit | None:
    """Return a phrase without the articles at its ends; what stands between commas is no part of another clause."""
    words = facing.sides[side].parts.words
    while first < after and words[first].text in _SMALL and first + 1 == after:
        first += 1
    if first >= after or (words[first].clause != words[after - 1].clause and after - first > _LONGEST):
        return None
    span = Span(words[first].start, words[after - 1].end)
    return Unit("claim", "phrase", span.start, span.end, first, after, text=facing.sides[side].parts.slice(span))
