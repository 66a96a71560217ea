"""Where one of two linked sentences denies what the other says, or says the contrary: "will run", "will not run"."""

from collections.abc import Iterator

from tui.articles.article import Span
from tui.compare.details.claims import contraries, in_other_words, read_contraries
from tui.compare.details.content import Sentence
from tui.compare.details.facing import Facing
from tui.compare.details.parts import words_of
from tui.compare.units.unit import Unit

_SAID = 0.8
"""A word said so nearly by one of the other sentence is the same claim."""


def find_opposed(facing: Facing) -> Iterator[tuple[Unit, Unit]]:
    """Yield the phrases of a left and a right sentence that deny or contradict each other."""
    yield from _denied(facing)
    yield from _contrary(facing)


def _denied(facing: Facing) -> Iterator[tuple[Unit, Unit]]:
    denied = [{word: at for at, word in side.negated.items()} for side in facing.sides]
    for side in (0, 1):
        likeness = facing.likeness if side == 0 else facing.flipped
        for word, at in denied[side].items():
            own = _phrase(facing.sides[side], at, int(facing.sides[side].at[word]))
            for same in (likeness[word] >= _SAID).nonzero()[0].tolist():
                if same not in denied[1 - side]:
                    place = int(facing.sides[1 - side].at[same])
                    other = _phrase(facing.sides[1 - side], place, place)
                    yield (own, other) if side == 0 else (other, own)


def _contrary(facing: Facing) -> Iterator[tuple[Unit, Unit]]:
    left, right = (read_contraries(side.parts) for side in facing.sides)
    # A sentence that says both, in whatever words, tells of one after the other: "called off on Monday, resumed later".
    said = [{form for one in found for form in in_other_words()[one.form]} for found in (left, right)]
    for one in left:
        for two in right:
            if two.form in contraries()[one.form] and one.form not in said[1] and two.form not in said[0]:
                yield _unit(facing.sides[0], one.first, one.last), _unit(facing.sides[1], two.first, two.last)


def _phrase(sentence: Sentence, first: int, last: int) -> Unit:
    """Return a verb with the auxiliaries before it."""
    words = sentence.parts.words
    while first > 0 and words[first - 1].text in words_of("auxiliary"):
        first -= 1
    return _unit(sentence, first, last)


def _unit(sentence: Sentence, first: int, last: int) -> Unit:
    words = sentence.parts.words
    span = Span(words[first].start, words[last].end)
    return Unit("claim", "phrase", span.start, span.end, first, last + 1, text=sentence.parts.slice(span))
