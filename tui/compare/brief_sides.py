"""The brief's last two questions: what only one side says, and who and what both are about."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from tui.articles.article import SIDES, Side, Span
from tui.articles.furniture import FURNITURE
from tui.compare.brief_lines import (
    PLURALS,
    SIDE_NAMES,
    Answer,
    clip,
    linked_sentences,
    sentences_beside,
    sentences_of,
    unique,
)
from tui.compare.comparison import BriefLine, Detail, Mention, Passage, Quote
from tui.compare.figures.compare import relation_of
from tui.compare.figures.compare_dates import relation_of_dates
from tui.compare.reading import Date, Figure, Reading

_NEAR = 0.12
"""Values as near as this, as a share, may be one value told in other words."""

Otherwise: TypeAlias = dict[Side, frozenset[Span]]
"""Where each side tells a figure or date that the other gives in other words."""

_ONLY: dict[bool, dict[Side, str]] = {
    False: {"left": "only left", "right": "only right"},
    True: {"left": "taken out", "right": "put in"},
}


def tell_one_sided(
    readings: tuple[Reading, Reading],
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    details: Sequence[Detail],
    otherwise: Otherwise,
    revision: bool,
) -> Answer:
    """Return the sentences that no passage holds, and what one article alone names, as counts and lines."""
    counts: list[tuple[str, int]] = []
    lines: list[BriefLine] = []
    told = zip(linked_sentences(passages), sentences_beside(passages, details), strict=True)
    for side, reading, (linked, beside) in zip(SIDES, readings, told, strict=True):
        only = _ONLY[revision][side]
        alone = [
            number
            for number, sentence in enumerate(reading.article.sentences)
            if number not in linked | beside and sentence.kind not in FURNITURE
        ]
        counts.append((f"{'sentence' if len(alone) == 1 else 'sentences'} {only}", len(alone)))
        lines.extend(_names_of_one_side(readings[side == "right"], mentions, details, otherwise, side, only))
        for number in alone:
            text = f"{only}: {clip(reading.article.slice(reading.article.sentences[number]))}"
            span = (reading.article.sentences[number].span,)
            if side == "left":
                lines.append(BriefLine(text, left_sentences=(number,), left=span, sign="·"))
            else:
                lines.append(BriefLine(text, right_sentences=(number,), right=span, sign="·"))
    return tuple(counts), tuple(lines)


def _names_of_one_side(
    reading: Reading,
    mentions: Sequence[Mention],
    details: Sequence[Detail],
    otherwise: Otherwise,
    side: Side,
    only: str,
) -> Iterator[BriefLine]:
    """Yield a line a kind for what only one article names and no differing detail holds against the other's."""
    answered = [span for d in details if d.left and d.right for span in ((d.left,) if side == "left" else (d.right,))]
    answered.extend(otherwise[side])
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
        sentences = sentences_of(reading, spans)
        yield BriefLine(
            f"{PLURALS[kind]} {only}: {names}",
            left_sentences=sentences if side == "left" else (),
            right_sentences=sentences if side == "right" else (),
            left=spans if side == "left" else (),
            right=spans if side == "right" else (),
            mentions=tuple(position for position, _ in found),
            sign="·",
        )


def told_otherwise(readings: tuple[Reading, Reading]) -> Otherwise:
    """Return the figures and dates of each side that the other gives in other words: what both questions ask for."""
    return {side: frozenset(_told_otherwise(readings, side)) for side in SIDES}


def _told_otherwise(readings: tuple[Reading, Reading], side: Side) -> Iterator[Span]:
    """Yield the figures and dates of one side that the other gives in other words: "12 May 2015" and "May 12"."""
    here, there = readings if side == "left" else readings[::-1]
    alike = ("same", "compatible")
    figures = sorted({_bare(figure) for figure in there.figures}, key=lambda f: f.value)
    values = [figure.value for figure in figures]
    for figure in here.figures:
        bare_one = _bare(figure)
        if any(relation_of(bare_one, other).verdict in alike for other in _of_like_size(bare_one, figures, values)):
            yield figure.span
    dates = {replace(date, start=0, end=0) for date in there.dates}
    told: dict[Date, bool] = {}
    for date in here.dates:
        bare = replace(date, start=0, end=0)
        if bare not in told:
            told[bare] = any(relation_of_dates(bare, other).verdict in alike for other in dates)
        if told[bare]:
            yield date.span


def _bare(figure: Figure) -> Figure:
    """Return a figure without its place; of things, not people, also without what is said of them."""
    counted = figure.counted if figure.unit == "person" else None
    return replace(figure, start=0, end=0, counted=counted)


def _of_like_size(figure: Figure, figures: Sequence[Figure], values: Sequence[float]) -> Iterator[Figure]:
    """Yield the figures that may be the same value: those near it, and those in units that convert."""
    least, most = sorted((figure.value * (1 - _NEAR), figure.value * (1 + _NEAR)))
    yield from figures[bisect_left(values, least) : bisect_right(values, most)]
    if figure.kind in ("distance", "measure", "duration"):
        yield from (other for other in figures if other.kind == figure.kind and other.unit != figure.unit)


def tell_cast(
    readings: tuple[Reading, Reading],
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    otherwise: Otherwise,
    revision: bool,
) -> Answer:
    """Return who and what is named and who is quoted, on which side and in what form, as counts and lines."""
    counts: list[tuple[str, int]] = []
    lines: list[BriefLine] = []
    names = SIDE_NAMES[revision]
    for kind in ("person", "place", "organisation", "figure", "date"):
        found = [(position, mention) for position, mention in enumerate(mentions) if mention.kind == kind]
        counts.append((PLURALS[kind] if len(found) != 1 else kind, len(found)))
        for position, mention in found:
            lines.append(
                BriefLine(
                    f"{kind} {mention.name}: {_told_of(readings, mention, names, otherwise)}",
                    left_sentences=sentences_of(readings[0], mention.left),
                    right_sentences=sentences_of(readings[1], mention.right),
                    left=mention.left,
                    right=mention.right,
                    mentions=(position,),
                )
            )
    lines.extend(_quoted(readings, quotes, names))
    counts.append(("quotes", len(quotes)))
    return tuple(counts), tuple(lines)


def _told_of(readings: tuple[Reading, Reading], mention: Mention, names: dict[Side, str], otherwise: Otherwise) -> str:
    """Return how often each side names somebody or something, and in what other forms."""
    told = []
    in_other_words = any(span in otherwise["left"] for span in mention.left) or any(
        span in otherwise["right"] for span in mention.right
    )
    for side, reading, spans in zip(SIDES, readings, (mention.left, mention.right), strict=True):
        others = [form for form in _forms(reading, spans) if form.casefold() != mention.name.casefold()]
        forms = f" (as {', '.join(others)})" if others else ""
        lacking = f"in other words {names[side]}" if in_other_words else f"not {names[side]}"
        told.append(f"{len(spans)}× {names[side]}{forms}" if spans else lacking)
    return ", ".join(told)


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
        told = [
            f"{len(spans)}× {names[side]}" if spans else f"not {names[side]}"
            for side, spans in zip(SIDES, (left, right), strict=True)
        ]
        yield BriefLine(
            f"quoted {speaker or 'without a name'}: {', '.join(told)}",
            unique(passages[speaker]),
            sentences_of(readings[0], left),
            sentences_of(readings[1], right),
            tuple(left),
            tuple(right),
        )


def _forms(reading: Reading, spans: Iterable[Span]) -> tuple[str, ...]:
    return unique(" ".join(reading.article.slice(span).split()) for span in spans)
