"""The brief: the five questions a reader asks of two reports, answered as data, each line with what it stands on.

Of two versions of one text the same is told as what stayed, changed, was taken out and was put in.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from tui.articles.article import SIDES, Side, Span
from tui.compare.comparison import Brief, BriefLine, Detail, Mention, Passage, Question, Quote
from tui.compare.reading import Reading

TITLES = (
    "What do both report?",
    "Where do the details differ?",
    "What can't both be right?",
    "What does only one of them say?",
    "Who and what is it about, who is quoted?",
)
REVISION_TITLES = (
    "What stayed?",
    "Which details changed?",
    "Which changes contradict each other?",
    "What was taken out or put in?",
    "Who and what is it about, who is quoted?",
)

_ORDER = ("figure", "date", "place", "person", "organisation", "quote", "claim")
"""The kinds of differing details in the order a fact-checker asks for them: numbers first."""

_SIGNS = {"same": "=", "similar": "≈", "differs": "≠"}
_SIDE_NAMES: dict[bool, dict[Side, str]] = {
    False: {"left": "left", "right": "right"},
    True: {"left": "earlier", "right": "later"},
}
_ONLY: dict[bool, dict[Side, str]] = {
    False: {"left": "only left", "right": "only right"},
    True: {"left": "taken out", "right": "put in"},
}
_PLURALS = {
    "figure": "figures",
    "date": "dates",
    "place": "places",
    "person": "people",
    "organisation": "organisations",
    "quote": "quotes",
    "claim": "claims",
}
_LINE = 160
"""A quoted sentence is cut to about this many characters."""

_Answer: TypeAlias = tuple[tuple[tuple[str, int], ...], tuple[BriefLine, ...]]
"""The counts and the lines of one question."""
Item = TypeVar("Item")


def write_brief(
    readings: tuple[Reading, Reading],
    passages: tuple[Passage, ...],
    details: tuple[Detail, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
    revision: bool = False,
) -> Brief:
    """Return the brief of a comparison.

    Parameters
    ----------
    readings
        What stands in the left and the right article.
    passages, details, mentions, quotes
        As in the comparison; the lines point at their positions there.
    revision
        Whether the two are versions of one text: the left the earlier, the right the later.
    """
    titles = REVISION_TITLES if revision else TITLES
    answers = (
        _shared(readings, passages, revision),
        _differing(details, lambda detail: True),
        _differing(details, lambda detail: detail.conflict),
        _one_sided(readings, passages, mentions, details, revision),
        _cast(readings, mentions, quotes, revision),
    )
    return Brief(
        tuple(
            Question(number, title, counts, lines)
            for number, (title, (counts, lines)) in enumerate(zip(titles, answers, strict=True), 1)
        )
    )


def _shared(readings: tuple[Reading, Reading], passages: Sequence[Passage], revision: bool) -> _Answer:
    of = {relation: sum(p.relation == relation for p in passages) for relation in _SIGNS}
    counts = [
        ("passages", len(passages)),
        ("nearly the same words", of["same"]),
        ("reworded", of["similar"]),
        ("with a differing detail", of["differs"]),
    ]
    for side, reading, linked in zip(SIDES, readings, _linked(passages), strict=True):
        name = _SIDE_NAMES[revision][side]
        counts.append((f"of {len(reading.article.sentences)} {name} sentences", len(linked)))
    lines = []
    for passage in passages:
        best = max(passage.links, key=lambda link: link.score)
        text = _clip(readings[0].article.slice(readings[0].article.sentences[best.left]))
        lines.append(
            BriefLine(f"{_SIGNS[passage.relation]} {text}", (passage.number,), passage.left, passage.right),
        )
    return tuple(counts), tuple(lines)


def _differing(details: Sequence[Detail], wanted: Callable[[Detail], bool]) -> _Answer:
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, detail in enumerate(details):
        if detail.kind != "wording" and wanted(detail):
            groups[detail.kind, " ".join(detail.summary.casefold().split())].append(position)
    ordered = sorted(groups.values(), key=lambda g: (_ORDER.index(details[g[0]].kind), g[0]))
    counts = [("differing", len(ordered))]
    for kind in _ORDER:
        number = sum(details[group[0]].kind == kind for group in ordered)
        if number:
            counts.append((_PLURALS[kind] if number > 1 else kind, number))
    return tuple(counts), tuple(_detail_line(details, group) for group in ordered)


def _detail_line(details: Sequence[Detail], group: Sequence[int]) -> BriefLine:
    stands_on = [details[position] for position in group]
    first = stands_on[0]
    sign = "!" if any(detail.conflict for detail in stands_on) else "≠"
    return BriefLine(
        f"{sign} {first.kind}: {first.summary}" + (f" ({first.why})" if first.why else ""),
        _unique(detail.passage for detail in stands_on),
        _unique(detail.left_sentence for detail in stands_on),
        _unique(detail.right_sentence for detail in stands_on),
        _unique(detail.left for detail in stands_on if detail.left),
        _unique(detail.right for detail in stands_on if detail.right),
        details=tuple(group),
    )


def _one_sided(
    readings: tuple[Reading, Reading],
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    details: Sequence[Detail],
    revision: bool,
) -> _Answer:
    counts: list[tuple[str, int]] = []
    lines: list[BriefLine] = []
    for side, reading, linked in zip(SIDES, readings, _linked(passages), strict=True):
        only = _ONLY[revision][side]
        alone = [
            number
            for number, sentence in enumerate(reading.article.sentences)
            if number not in linked and sentence.kind in ("prose", "headline", "caption")
        ]
        counts.append((f"sentences {only}", len(alone)))
        lines.extend(_names_of_one_side(reading, mentions, details, side, only))
        for number in alone:
            text = f"· {only}: {_clip(reading.article.slice(reading.article.sentences[number]))}"
            span = (reading.article.sentences[number].span,)
            if side == "left":
                lines.append(BriefLine(text, left_sentences=(number,), left=span))
            else:
                lines.append(BriefLine(text, right_sentences=(number,), right=span))
    return tuple(counts), tuple(lines)


def _names_of_one_side(
    reading: Reading, mentions: Sequence[Mention], details: Sequence[Detail], side: Side, only: str
) -> Iterator[BriefLine]:
    """Yield a line a kind for what only one article names and no differing detail holds against the other's."""
    answered = [span for d in details if d.left and d.right for span in ((d.left,) if side == "left" else (d.right,))]
    for kind in ("figure", "date", "person", "place", "organisation"):
        found = []
        for position, mention in enumerate(mentions):
            here, there = (mention.left, mention.right) if side == "left" else (mention.right, mention.left)
            if mention.kind == kind and here and not there and not any(s.overlaps(a) for s in here for a in answered):
                found.append((position, here))
        if not found:
            continue
        names = "; ".join(
            " ".join(reading.article.slice(here[0]).split()) if kind in ("figure", "date") else mentions[position].name
            for position, here in found
        )
        spans = tuple(span for _, here in found for span in here)
        sentences = _sentences_of(reading, spans)
        yield BriefLine(
            f"· {_PLURALS[kind]} {only}: {names}",
            left_sentences=sentences if side == "left" else (),
            right_sentences=sentences if side == "right" else (),
            left=spans if side == "left" else (),
            right=spans if side == "right" else (),
            mentions=tuple(position for position, _ in found),
        )


def _cast(
    readings: tuple[Reading, Reading], mentions: Sequence[Mention], quotes: Sequence[Quote], revision: bool
) -> _Answer:
    counts: list[tuple[str, int]] = []
    lines: list[BriefLine] = []
    names = _SIDE_NAMES[revision]
    for kind in ("person", "place", "organisation", "figure", "date"):
        found = [(position, mention) for position, mention in enumerate(mentions) if mention.kind == kind]
        counts.append((_PLURALS[kind] if len(found) != 1 else kind, len(found)))
        for position, mention in found:
            sides = [
                f"{names[side]} {len(spans)}× ({', '.join(_forms(reading, spans))})" if spans else f"not {names[side]}"
                for side, reading, spans in zip(SIDES, readings, (mention.left, mention.right), strict=True)
            ]
            lines.append(
                BriefLine(
                    f"{kind} {mention.name}: {', '.join(sides)}",
                    left_sentences=_sentences_of(readings[0], mention.left),
                    right_sentences=_sentences_of(readings[1], mention.right),
                    left=mention.left,
                    right=mention.right,
                    mentions=(position,),
                )
            )
    lines.extend(_quoted(readings, quotes, names))
    counts.append(("quotes", len(quotes)))
    return tuple(counts), tuple(lines)


def _quoted(readings: tuple[Reading, Reading], quotes: Sequence[Quote], names: dict[Side, str]) -> Iterator[BriefLine]:
    speakers: dict[str | None, tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
    passages: dict[str | None, list[int]] = defaultdict(list)
    for quote in quotes:
        speakers[quote.speaker][quote.side == "right"].append(Span(quote.start, quote.end))
        if quote.passage is not None:
            passages[quote.speaker].append(quote.passage)
    for speaker, (left, right) in sorted(
        speakers.items(), key=lambda item: (item[0] is None, -len(item[1][0]) - len(item[1][1]))
    ):
        yield BriefLine(
            f"quoted {speaker or 'without a name'}: {names['left']} {len(left)}×, {names['right']} {len(right)}×",
            _unique(passages[speaker]),
            _sentences_of(readings[0], left),
            _sentences_of(readings[1], right),
            tuple(left),
            tuple(right),
        )


def _linked(passages: Iterable[Passage]) -> tuple[set[int], set[int]]:
    """Return the numbers of the left and of the right sentences that stand in a passage."""
    together = list(passages)
    return {n for p in together for n in p.left}, {n for p in together for n in p.right}


def _sentences_of(reading: Reading, spans: Iterable[Span]) -> tuple[int, ...]:
    """Return the sentences that the spans stand in, by bisection over their starts."""
    starts = [sentence.start for sentence in reading.article.sentences]
    return tuple(sorted({max(0, bisect_right(starts, span.start) - 1) for span in spans}))


def _forms(reading: Reading, spans: Iterable[Span]) -> tuple[str, ...]:
    return _unique(" ".join(reading.article.slice(span).split()) for span in spans)


def _clip(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LINE else flat[: _LINE - 2].rsplit(" ", 1)[0] + " …"


def _unique(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))
