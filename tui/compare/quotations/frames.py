"""A quotation's place in the stream, and what is looked at around it."""

import re
from dataclasses import dataclass

from tui.compare.quotations.stream import Stream

_LETTERS = re.compile(r"[^\W\d_]+")
FAR = 45
"""So many items are looked at on either side of a quotation."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A quotation's place in the stream."""

    at: int
    sentence: int
    """The sentence it begins in."""
    first: int
    """The first item of the paragraph it begins in, or at most so many before it as are looked at."""
    last: int
    """The last one that is looked at behind it."""
    opens: bool
    said: frozenset[str]
    """The words of the quotation that begin with a capital."""
    closes: bool
    """Whether it ends the sentence around it."""
    calls: bool
    """Whether it ends with a question or call, which do not end the sentence around it."""
    partial: bool
    previous: tuple[int, str] | None
    """The quotation before whose speaker is known, and that speaker."""


def frame_of(stream: Stream, at: int, previous: tuple[int, str] | None) -> Frame:
    """Return the frame of the quotation at an item."""
    items = stream.items
    inside = stream.article.text[items[at].start : items[at].end].rstrip("\"”’'»` ")
    paragraph = stream.article.sentences[_sentence_of_start(stream, at)].paragraph if stream.article.sentences else 0
    first = at
    while first > 0 and at - first < FAR and stream.paragraph(first - 1) >= paragraph - 1:
        first -= 1
    last = at
    while last + 1 < len(items) and last - at < FAR and stream.paragraph(last + 1) == stream.paragraph(at):
        last += 1
    opens = at == 0 or stream.words[at - 1] in (".", "!", "?", ":") or stream.paragraph(at - 1) != paragraph
    begins_small = inside[:2].strip("\"“'‘").islower()
    partial = begins_small or (not opens and not inside.endswith((".", "!", "?", ",")))
    said = frozenset(word for word in _LETTERS.findall(inside) if word[0].isupper() and len(word) > 2)
    calls = inside.endswith(("?", "!"))
    closes = inside.endswith(".") or (calls and stream.paragraph(at + 1) != stream.paragraph(at))
    sentence = _sentence_of_start(stream, at)
    return Frame(at, sentence, first, last, opens, said, closes, calls, partial, previous)


def _sentence_of_start(stream: Stream, at: int) -> int:
    sentence, start = stream.items[at].sentence, stream.items[at].start
    while sentence > 0 and stream.article.sentences[sentence].start > start:
        sentence -= 1
    return sentence


def candidates(stream: Stream, frame: Frame) -> list[int]:
    """Return the items that could be who says a quotation."""
    return [n for n in range(frame.first, frame.last + 1) if stream.items[n].kind == "who"]
