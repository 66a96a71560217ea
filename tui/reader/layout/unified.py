"""One column: the text of one article, and below each linked sentence what the other one says differently of it.

The other article's sentences that face one of the text are cut to where they differ; those that nobody faces stand in
full where they come in their own article. Both sides still have a column each, equally long: a row that holds text on
one side is empty on the other.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.articles.article import SIDES, Side

if TYPE_CHECKING:
    from tui.compare.comparison import Passage

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
        faced = hosts.get(sentence)
        host = host if faced is None else faced
        if host not in below:
            below[host] = [], []
        below[host][faced is None].append(Line(1 - own, sentence, "alone" if faced is None else "facing"))
    lines = [*below.get(-1, ((), ()))[1]]
    for sentence in range(counts[own]):
        lines.append(Line(own, sentence, "text"))
        if there := below.get(sentence):
            lines += [*there[0], *there[1]]
    return lines


def _hosts(passages: "Sequence[Passage]", own: int) -> dict[int, int]:
    """Return, for each linked sentence of the other side, the sentence of the text it is most like."""
    likest: dict[int, tuple[bool, float, int]] = {}
    for passage in passages:
        for link in passage.links:
            host, other = (link.left, link.right) if own == 0 else (link.right, link.left)
            likeness = link.rank == "main", link.score, -host
            if other not in likest or likest[other] < likeness:
                likest[other] = likeness
    return {other: -host for other, (_, _, host) in likest.items()}


Stretch = tuple[int, int, int, Part | Literal["fold"], bool]
"""What stands in the column in one piece: its side, its first sentence and the one behind its last (of a fold, how many
are hidden), what it is, and whether an empty row stands above it."""


def unified_stretches(
    lines: Iterable[Line],
    paragraphs: Sequence[int],
    shown: tuple[frozenset[int], frozenset[int]] | None = None,
) -> list[Stretch]:
    """Return the column piece by piece: sentences of the text that follow each other in a paragraph are one.

    Parameters
    ----------
    lines
        The sentences in the order of the column.
    paragraphs
        The paragraph of each sentence of the text.
    shown
        The sentences to show; each stretch of others is one fold row. What faces a shown sentence is shown with it.
    """
    found: list[Stretch] = []
    side, paragraph, hidden = 0, -1, 0
    for group in [[line] for line in lines] if shown is None else _groups(lines):
        if shown is not None and not any(line.sentence in shown[line.side] for line in group):
            hidden += len(group)
            continue
        if hidden:
            found.append((side, hidden, 0, "fold", False))
            hidden = 0
        for own, sentence, part in group:
            last = found[-1] if found else None
            if part != "text":
                found.append((own, sentence, sentence + 1, part, False))
                continue
            side, before, paragraph = own, paragraph, paragraphs[sentence]
            if last is not None and last[2:4] == (sentence, "text") and before == paragraph:
                found[-1] = *last[:2], sentence + 1, "text", last[4]
            else:
                folded = last is not None and last[3] == "fold" and last[0] == own
                blank = before != paragraph and last is not None and not folded
                found.append((own, sentence, sentence + 1, "text", blank))
    return [*found, (side, hidden, 0, "fold", False)] if hidden else found


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
