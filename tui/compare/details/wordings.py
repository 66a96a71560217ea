"""Where two linked sentences go different ways between words that both have: the phrases of other words, facing.

Words of both sentences that say the same are anchors; in the order of the text (the shortest edit script over words,
as rapidfuzz computes it) what stands between two anchors on one side faces what stands there on the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rapidfuzz.distance import Indel, Opcode

from tui.compare.details.claims import changes_claim
from tui.compare.details.cutting import phrase_of
from tui.compare.details.facing import Facing
from tui.compare.details.parts import Word, words_of
from tui.compare.units.clauses import places_of
from tui.compare.units.unit import Unit

_SAID = 0.8
"""A word said so nearly by one of the other sentence is an anchor."""
_LONGEST = 14
"""A phrase of more words is no other wording but another sentence."""
_MOST_CHANGING = 3
"""So many words at most change the one beside them."""
_SMALL = frozenset({"a", "an", "the"})


def find_wordings(facing: Facing) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Yield the phrases that face one another, and those that face nothing."""
    left, right = facing.sides[0].parts.words, facing.sides[1].parts.words
    (ours, our_places), (theirs, their_places) = _symbols(facing)
    edits: list[list[int]] = []
    # Of several shortest edit scripts the same is taken whichever side is the left one.
    is_turned = [word.text for word in left] > [word.text for word in right]
    for code in Indel.opcodes(theirs, ours) if is_turned else Indel.opcodes(ours, theirs):
        if code.tag == "equal":
            continue
        bounds = _bounds(code, is_turned)
        bounds = [our_places[at] for at in bounds[:2]] + [their_places[at] for at in bounds[2:]]
        if edits and _is_small(left[edits[-1][1] : bounds[0]]) and _is_small(right[edits[-1][3] : bounds[2]]):
            edits[-1][1], edits[-1][3] = bounds[1], bounds[3]
        else:
            edits.append(bounds)
    for a, b, c, d in edits:
        one, two = _phrase(facing, 0, a, b), _phrase(facing, 1, c, d)
        if (one or two) and max(b - a, d - c) <= _LONGEST:
            yield one, two
            if _changes(left[a:b]) and _changes(right[c:d]):
                yield from _changed(facing, (a, b), (c, d))


def _changes(words: tuple[Word, ...]) -> bool:
    """Say whether words change what the word beside them claims, and claim nothing themselves: "reportedly", "not"."""
    return len(words) <= _MOST_CHANGING and all(
        changes_claim(word.text) or (word.content and word.text.endswith("ly")) for word in words
    )


def _changed(facing: Facing, left: tuple[int, int], right: tuple[int, int]) -> Iterator[tuple[Unit, Unit]]:
    """Yield the word that one side changes, with what changes it, and the same word as the other side has it."""
    rows = facing.sides[0].parts.words, facing.sides[1].parts.words
    while left[1] < len(rows[0]) and right[1] < len(rows[1]) and _reach(rows[0], left) and _reach(rows[1], right):
        left, right = (left[0], left[1] + 1), (right[0], right[1] + 1)
        if rows[0][left[1] - 1].content:
            one, two = _phrase(facing, 0, *left), _phrase(facing, 1, *right)
            if one and two:
                yield one, two
            return


def _reach(words: tuple[Word, ...], place: tuple[int, int]) -> bool:
    """Say whether the word after a place stands in its clause, and near it."""
    return words[place[1]].clause == words[max(place[0] - 1, 0)].clause and place[1] - place[0] <= _MOST_CHANGING + 2


def _bounds(code: Opcode, is_turned: bool) -> list[int]:
    source, goal = [code.src_start, code.src_end], [code.dest_start, code.dest_end]
    return goal + source if is_turned else source + goal


def _symbols(facing: Facing) -> tuple[tuple[list[str], list[int]], ...]:
    """Return for each side its symbols, and the word that each begins with, at last the number of words.

    Words that say the same on both sides have one symbol, and so has a value that both give, of however many words.
    """
    rows: list[list[str]] = [[word.text for word in sentence.parts.words] for sentence in facing.sides]
    likeness = facing.likeness
    degrees = [
        {n: (d.scale, d.degree) for d in s.degrees for n in range(*places_of(s.parts, d.span))} for s in facing.sides
    ]
    if likeness.size:
        ours, theirs = (side.places for side in facing.sides)
        nearest, back = likeness.argmax(axis=1).tolist(), likeness.argmax(axis=0).tolist()
        for n in (facing.told[0] >= _SAID).nonzero()[0].tolist():
            at, to = ours[n], theirs[nearest[n]]
            strength, other = degrees[0].get(at), degrees[1].get(to)
            if strength and other and strength[0] == other[0] and strength[1] != other[1]:
                continue
            if back[nearest[n]] == n:
                rows[0][at] = rows[1][to] = f"={n}"
    values: tuple[dict[int, tuple[int, str]], dict[int, tuple[int, str]]] = ({}, {})
    for n, (one, two) in enumerate(facing.agreed):
        if not _touches(values[0], one) and not _touches(values[1], two):
            values[0][one.first], values[1][two.first] = (one.after, f"#{n}"), (two.after, f"#{n}")
    return tuple(_joined(row, here) for row, here in zip(rows, values, strict=True))


def _touches(values: Mapping[int, tuple[int, str]], unit: Unit) -> bool:
    return any(first < unit.after and unit.first < after for first, (after, _) in values.items())


def _joined(symbols: Sequence[str], values: Mapping[int, tuple[int, str]]) -> tuple[list[str], list[int]]:
    """Return the symbols, each value's words as one, and the place that each begins at."""
    if not values:
        return list(symbols), list(range(len(symbols) + 1))
    row, places, at = list[str](), list[int](), 0
    while at < len(symbols):
        after, symbol = values.get(at, (at + 1, symbols[at]))
        row.append(symbol)
        places.append(at)
        at = after
    return row, [*places, at]


def _is_small(words: tuple[Word, ...]) -> bool:
    return len(words) <= 2 and not any(word.content for word in words)


def _phrase(facing: Facing, side: int, first: int, after: int) -> Unit | None:
    """Return a phrase without the articles at its ends; what stands between commas is no part of another clause."""
    words = facing.sides[side].parts.words
    while first < after and words[first].text in _SMALL and first + 1 == after:
        first += 1
    if first >= after or (words[first].clause != words[after - 1].clause and after - first > _LONGEST):
        return None
    if all(word.text in _idle() for word in words[first:after]):
        return None
    return phrase_of(facing.sides[side].parts, "phrase", first, after)


@cache
def _idle() -> frozenset[str]:
    """Return the words that are no phrase by themselves."""
    return words_of("ends no phrase") - words_of("auxiliary")
