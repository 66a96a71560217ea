"""`read_units`: the units of every sentence of an article, read once from what stands in it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tui.articles.article import Span
from tui.compare.comparison import DetailKind
from tui.compare.details.cutting import phrase_of
from tui.compare.details.groups import Group, key_of_name
from tui.compare.details.parts import Parts
from tui.compare.reading import Date, Figure, Reading, Reference
from tui.compare.units.clauses import cut_clauses, places_of
from tui.compare.units.descriptions import find_descriptions
from tui.compare.units.unit import NOBODY, Form, Unit


def read_units(
    reading: Reading, sentences: Sequence[Parts], groups: Sequence[Sequence[Group]]
) -> tuple[tuple[Unit, ...], ...]:
    """Return the units of each sentence, in no order but that of their kinds."""
    starts = [reference.start for reference in reading.references]
    found = []
    for parts, named in zip(sentences, groups, strict=True):
        here = slice(bisect_left(starts, parts.span.start), bisect_left(starts, parts.span.end))
        found.append(tuple(_units(parts, named, reading.references[here])))
    return tuple(found)


def _units(parts: Parts, groups: Sequence[Group], references: Sequence[Reference]) -> Iterator[Unit]:
    for figure in parts.figures:
        yield from unit_of(parts, "figure", "figure", figure.span, value=figure)
    for date in parts.dates:
        yield from unit_of(parts, "date", "date", date.span, value=date)
    named: list[Unit] = []
    for name in parts.names:
        keys = (key_of_name(name.name),)
        named += unit_of(parts, name.kind, "name", name.span, names=keys, title=name.title, spelling=name.spelling)
    yield from named
    for group in groups:
        if len(group.told) > 1:
            yield from unit_of(parts, group.kind, "list", group.span, names=group.members)
    yield from find_descriptions(parts, named, references)
    for quotation in parts.quotations:
        span = Span(max(quotation.start, parts.span.start), min(quotation.end, parts.span.end))
        yield from unit_of(parts, "quote", "quotation", span)
    for first, after in cut_clauses(parts):
        yield phrase_of(parts, "clause", first, after)


def unit_of(
    parts: Parts,
    kind: DetailKind,
    form: Form,
    span: Span,
    value: Figure | Date | None = None,
    names: Sequence[str] | frozenset[str] = (),
    title: str | None = None,
    spelling: str | None = None,
) -> Iterator[Unit]:
    """Yield the unit that stands on a span, none where the span holds no word."""
    first, after = places_of(parts, span)
    if first < after:
        text = parts.slice(span)
        yield Unit(
            kind, form, span.start, span.end, first, after, value, frozenset(names) or NOBODY, title, text, spelling
        )
