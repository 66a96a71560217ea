"""Names, figures and dates of both articles gathered under one name each."""

from collections.abc import Hashable, Iterator

from tui.articles.article import Span
from tui.compare.comparison import Mention, MentionKind, MentionValue
from tui.compare.figures.counted import kin_of
from tui.compare.figures.dollars import bare_dollar
from tui.compare.figures.wording import date_in_words, figure_in_words
from tui.compare.reading import Date, Figure, Reading

_ORDER: tuple[MentionKind, ...] = ("person", "place", "organisation", "figure", "date")


class _Gathered:
    """One mention while its places are being gathered."""

    def __init__(self, kind: MentionKind, name: str, value: MentionValue, unit: str | None) -> None:
        self.kind = kind
        self.name = name
        self.value = value
        self.unit = unit
        self.places: tuple[list[Span], list[Span]] = ([], [])
        self.titles: dict[str, None] = {}

    def mention(self) -> Mention:
        left, right = self.places
        return Mention(self.kind, self.name, tuple(left), tuple(right), self.value, self.unit, tuple(self.titles))


def gather_mentions(left: Reading, right: Reading) -> tuple[Mention, ...]:
    """Return the mentions of a pair, by kind and then by how often they stand in both articles."""
    gathered: dict[Hashable, _Gathered] = {}
    dollar = bare_dollar(left.article, right.article)
    for side, reading in enumerate((left, right)):
        for identity, found, span, title in _occurrences(reading):
            if found.unit == "dollar":
                found.unit = dollar
            mention = gathered.setdefault(identity, found)
            mention.places[side].append(span)
            if title:
                mention.titles[title] = None
    mentions = (found.mention() for found in gathered.values())
    return tuple(sorted(mentions, key=lambda m: (_ORDER.index(m.kind), -len(m.left) - len(m.right))))


def _occurrences(reading: Reading) -> Iterator[tuple[Hashable, _Gathered, Span, str | None]]:
    """Yield every name, figure and date with what makes it the same mention as another, and a person's title."""
    for name in reading.names:
        title = name.title if name.kind == "person" else None
        kind = "organisation" if name.acts else name.kind
        yield (kind, name.name), _Gathered(kind, name.name, None, None), name.span, title
    for figure in reading.figures:
        found = _Gathered("figure", figure_in_words(figure), _figure_value(figure), figure.unit)
        yield _figure_identity(figure), found, figure.span, None
    for date in reading.dates:
        said = reading.article.slice(date.span)
        value = _date_value(date)
        identity = ("date", value or said.lower(), date.part if date.precision == "season" else None)
        yield identity, _Gathered("date", date_in_words(date, said), value, None), date.span, None


def _figure_value(figure: Figure) -> MentionValue:
    return figure.value if figure.high is None else (figure.value, figure.high)


def _figure_identity(figure: Figure) -> Hashable:
    """Return what two figures must share to be one mention: "12 dead" and "12 people killed" are."""
    counted = kin_of(figure.counted) or (figure.counted or "").lower()
    return "figure", figure.kind, figure.value, figure.high, figure.unit, counted


def _date_value(date: Date) -> str | None:
    """Return a date in ISO 8601, a stretch of time as an interval."""
    return date.value if date.until is None or date.value is None else f"{date.value}/{date.until}"
