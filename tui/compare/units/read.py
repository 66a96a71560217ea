"""The units of every sentence of an article, read once from what stands in it, most of them when they are asked for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tui.articles.article import Span
from tui.compare.comparison import DetailKind
from tui.compare.details.cutting import phrase_of
from tui.compare.details.groups import group_names, key_of_name
from tui.compare.details.parts import Parts
from tui.compare.reading import Date, Figure, Reading, Reference
from tui.compare.units.clauses import cut_clauses, places_of
from tui.compare.units.descriptions import find_descriptions
from tui.compare.units.unit import NOBODY, Form, Unit


class Units:
    """The units of an article, sentence by sentence."""

    def __init__(self, reading: Reading, sentences: Sequence[Parts]) -> None:
        self._sentences = sentences
        self._references = reading.references
        self._starts = [reference.start for reference in reading.references]
        self.told = tuple(tuple(_told(parts)) for parts in sentences)
        """The figures, dates and names of each sentence, which whatever is asked of the whole article needs."""
        self._found: dict[int, tuple[Unit, ...]] = {}

    def of(self, number: int) -> tuple[Unit, ...]:
        """Return all units of a sentence, in no order but that of their kinds."""
        if number not in self._found:
            parts, told = self._sentences[number], self.told[number]
            span = parts.span
            here = slice(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))
            named = [unit for unit in told if unit.form == "name"]
            self._found[number] = (*told, *_others(parts, named, self._references[here]))
        return self._found[number]


def _told(parts: Parts) -> Iterator[Unit]:
    for figure in parts.figures:
        yield from unit_of(parts, "figure", "figure", figure.span, value=figure)
    for date in parts.dates:
        yield from unit_of(parts, "date", "date", date.span, value=date)
    for name in parts.names:
        keys = (key_of_name(name.name),)
        yield from unit_of(parts, name.kind, "name", name.span, names=keys, title=name.title, spelling=name.spelling)


def _others(parts: Parts, named: Sequence[Unit], references: Sequence[Reference]) -> Iterator[Unit]:
    """Yield the units of a sentence that are no figures, dates or names, these being `named`."""
    for group in group_names(parts):
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
