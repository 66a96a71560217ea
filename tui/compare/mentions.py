"""Names, figures and dates of both articles gathered under one name each."""

from collections import defaultdict

from tui.articles.article import Span
from tui.compare.comparison import Mention, MentionKind
from tui.compare.reading import Figure, Reading

_ORDER: tuple[MentionKind, ...] = ("person", "place", "organisation", "figure", "date")


def _figure_name(figure: Figure) -> str:
    value = f"{figure.value:,.10g}" + (f" to {figure.high:,.10g}" if figure.high is not None else "")
    return " ".join(part for part in (value, figure.unit if figure.unit != "person" else "", figure.counted) if part)


def gather_mentions(left: Reading, right: Reading) -> tuple[Mention, ...]:
    """Return the mentions of a pair, by kind and then by how often they stand in both articles."""
    places: dict[tuple[MentionKind, str, float | str | None, str | None], tuple[list[Span], list[Span]]]
    places = defaultdict(lambda: ([], []))
    titles: dict[str, list[str]] = defaultdict(list)
    for side, reading in enumerate((left, right)):
        for name in reading.names:
            places[name.kind, name.name, None, None][side].append(name.span)
            if name.title and name.title not in titles[name.name]:
                titles[name.name].append(name.title)
        for figure in reading.figures:
            places["figure", _figure_name(figure), figure.value, figure.unit][side].append(figure.span)
        for date in reading.dates:
            name_of = date.value or reading.article.slice(date.span)
            if date.until:
                name_of = f"{name_of} to {date.until}"
            places["date", name_of, date.value, None][side].append(date.span)
    found = [
        Mention(kind, name, tuple(a), tuple(b), value, unit, tuple(titles[name]) if kind == "person" else ())
        for (kind, name, value, unit), (a, b) in places.items()
    ]
    return tuple(sorted(found, key=lambda m: (_ORDER.index(m.kind), -len(m.left) - len(m.right))))
