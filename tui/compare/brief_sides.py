"""The brief's last two questions: what only one side says, and who and what both are about."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side, Span
from tui.compare.brief_lines import PLURALS, SIDE_NAMES, Answer, clip, place_of, sentences_of, unique
from tui.compare.comparison import BriefLine, Detail, Mention, MentionKind, Passage, Quote
from tui.compare.counting import find_alone
from tui.compare.reading import Reading

if TYPE_CHECKING:
    from tui.compare.otherwise import Otherwise

_MOST_NAMES = 6
"""A line lists so many names of a kind and side, and says how many more there are."""

_CAST: tuple[tuple[MentionKind, ...], ...] = (("person",), ("place",), ("organisation",), ("figure", "date"))
"""The kinds of mentions that share a line."""

_ONLY: dict[bool, dict[Side, str]] = {
    False: {"left": "only left", "right": "only right"},
    True: {"left": "taken out", "right": "put in"},
}


def tell_alone(
    readings: tuple[Reading, Reading],
    passages: Sequence[Passage],
    details: Sequence[Detail],
    revision: bool,
    before: Answer | None = None,
) -> Answer:
    """Return the sentences that only one article has, as counts and lines, those first that it tells early.

    `before` is the answer for other details; where it tells the same sentences, that is the answer.
    """
    counts: list[tuple[str, int]] = []
    placed: list[tuple[float, BriefLine]] = []
    sides = tuple(zip(SIDES, readings, strict=True))
    every = [find_alone(reading.article, side, passages, details) for side, reading in sides]
    if before is not None and _sentences_told(before) == [set(alone) for alone in every]:
        return before
    for (side, reading), alone in zip(sides, every, strict=True):
        only = _ONLY[revision][side]
        counts.append((f"{'sentence' if len(alone) == 1 else 'sentences'} {only}", len(alone)))
        for number in alone:
            sentence = reading.article.sentences[number]
            text, here = f"{only}: {clip(reading.article.slice(sentence))}", ((number,), ())
            left, right = here if side == "left" else here[::-1]
            spans: tuple[tuple[Span, ...], tuple[Span, ...]] = ((sentence.span,), ())
            of_left, of_right = spans if side == "left" else spans[::-1]
            line = BriefLine(text, (), left, right, of_left, of_right, sign="·")
            placed.append((place_of(readings, left, right), line))
    return tuple(counts), tuple(line for _, line in sorted(placed, key=lambda item: item[0]))


def _sentences_told(answer: Answer) -> list[set[int]]:
    """Return the left and the right sentences that the lines of an answer stand on."""
    return [
        {number for line in answer[1] for number in line.left_sentences},
        {number for line in answer[1] for number in line.right_sentences},
    ]


def tell_cast(
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    otherwise: "Otherwise",
    readings: tuple[Reading, Reading],
    revision: bool,
) -> Answer:
    """Return who and what is named and who is quoted, how often on which side, as counts and a line a kind."""
    counts: list[tuple[str, int]] = []
    lines: list[BriefLine] = []
    for kinds in _CAST:
        found = [position for position, mention in enumerate(mentions) if mention.kind in kinds]
        for kind in kinds:
            number = sum(mention.kind == kind for mention in mentions)
            counts.append((PLURALS[kind] if number != 1 else kind, number))
        if found:
            named = " and ".join(PLURALS[kind] for kind in kinds)
            told = _list_mentions([mentions[position] for position in found], otherwise, SIDE_NAMES[revision])
            left = tuple(span for position in found for span in mentions[position].left)
            right = tuple(span for position in found for span in mentions[position].right)
            lines.append(_cast_line(f"{named}: {told}", readings, left, right, tuple(found)))
    if quotes:
        lines.append(_quoted(readings, quotes, SIDE_NAMES[revision]))
    counts.append(("quotes" if len(quotes) != 1 else "quote", len(quotes)))
    return tuple(counts), tuple(lines)


def _cast_line(
    text: str,
    readings: tuple[Reading, Reading],
    left: tuple[Span, ...],
    right: tuple[Span, ...],
    mentions: tuple[int, ...] = (),
    passages: tuple[int, ...] = (),
) -> BriefLine:
    sentences = sentences_of(readings[0], left), sentences_of(readings[1], right)
    return BriefLine(text, passages, *sentences, left, right, mentions)


def _list_mentions(mentions: Sequence[Mention], otherwise: "Otherwise", names: dict[Side, str]) -> str:
    """Return whom or what both sides name, each with how often left and right, then what one side alone names.

    What the other side tells in other words is on no side alone.
    """
    both, alone = [], defaultdict[Side, list[str]](list)
    for mention in sorted(mentions, key=lambda m: -len(m.left) - len(m.right)):
        said = mention.left or mention.right
        side: Side = "left" if mention.left else "right"
        if (mention.left and mention.right) or any(span in otherwise[side] for span in said):
            both.append(f"{mention.name} {len(mention.left)}/{len(mention.right)}")
        else:
            alone[side].append(mention.name)
    told = [_list_some(both)] if both else []
    told += [f"only {names[side]} {_list_some(alone[side])}" for side in SIDES if alone[side]]
    return "; ".join(told)


def _list_some(names: Sequence[str]) -> str:
    left_over = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {left_over} more" if left_over > 0 else "")


def _quoted(readings: tuple[Reading, Reading], quotes: Collection[Quote], names: dict[Side, str]) -> BriefLine:
    """Return the line that tells who is quoted how often on which side, those without a name last."""
    often: dict[str | None, list[int]] = defaultdict(lambda: [0, 0])
    for quote in quotes:
        often[quote.speaker][quote.side == "right"] += 1
    ordered = sorted(often.items(), key=lambda item: (item[0] is None, -sum(item[1])))
    told = _list_some([f"{speaker or 'without a name'} {left}/{right}" for speaker, (left, right) in ordered])
    left, right = (tuple(Span(q.start, q.end) for q in quotes if q.side == side) for side in SIDES)
    passages = unique([quote.passage for quote in quotes if quote.passage is not None])
    return _cast_line(f"quoted: {told}", readings, left, right, passages=passages)
