"""What one article gives otherwise than the other: "12 May 2015" as "May 12", 5 km as 5,000 m.

A country that acts on one side and is only a place on the other is named by both, too.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Generic, TypeAlias, TypeVar

from tui.articles.article import SIDES, Side, Span
from tui.compare.figures.compare import relation_of
from tui.compare.figures.compare_dates import relation_of_dates
from tui.compare.figures.units import unit_named
from tui.compare.reading import Date, Figure, Reading

Otherwise: TypeAlias = dict[Side, frozenset[Span]]
"""Where each side tells a figure, a date or a place that the other gives in other words."""

_ALIKE = ("same", "compatible")
_NEAREST = 8
"""Of what the other side tells, so many values on either side of one's own are looked at: one told in other words is
among the nearest."""

_Told = TypeVar("_Told")
_Order = TypeVar("_Order", float, str)


def told_otherwise(readings: tuple[Reading, Reading]) -> Otherwise:
    """Return the figures, dates and places of each side that the other gives too, in whatever words."""
    return {side: frozenset(_told_otherwise(readings, side)) for side in SIDES}


def _told_otherwise(readings: tuple[Reading, Reading], side: Side) -> Iterator[Span]:
    here, there = readings if side == "left" else readings[::-1]
    figures: _Nearest[Figure, float] = _Nearest((*_place(one), one) for one in dict.fromkeys(map(_bare, there.figures)))
    for figure in here.figures:
        one = _bare(figure)
        if any(relation_of(one, other).verdict in _ALIKE for other in figures.near(*_place(one))):
            yield figure.span
    their_places = {name.name for name in there.names if name.kind == "place"}
    yield from (name.span for name in here.names if name.kind == "place" and name.name in their_places)
    their_dates = dict.fromkeys(map(_without_place, there.dates))  # in their order: what is near must not be chance
    # A month and day without a year is near the same one of any year, a year near all its days.
    dates: _Nearest[Date, str] = _Nearest(
        (by_year, _order(date, by_year), date) for date in their_dates for by_year in (True, False)
    )
    told: dict[Date, bool] = {}
    for date in here.dates:
        bare = _without_place(date)
        if bare not in told:
            others = (other for by_year in (True, False) for other in dates.near(by_year, _order(bare, by_year)))
            told[bare] = any(relation_of_dates(bare, other).verdict in _ALIKE for other in others)
        if told[bare]:
            yield date.span


class _Nearest(Generic[_Told, _Order]):
    """What the other side tells, to be looked up by where it stands among its like."""

    def __init__(self, rows: Iterable[tuple[Hashable, _Order, _Told]]) -> None:
        found: dict[Hashable, list[tuple[_Order, _Told]]] = defaultdict(list)
        for like, order, one in rows:
            found[like].append((order, one))
        self._rows: dict[Hashable, tuple[Sequence[_Order], Sequence[_Told]]] = {}
        for like, pairs in found.items():
            pairs.sort(key=lambda pair: pair[0])
            self._rows[like] = [order for order, _ in pairs], [one for _, one in pairs]

    def near(self, like: Hashable, order: _Order) -> Sequence[_Told]:
        orders, ones = self._rows.get(like, ((), ()))
        at = bisect_left(orders, order)
        return ones[max(0, at - _NEAREST) : at + _NEAREST]


def _place(figure: Figure) -> tuple[str, float]:
    """Return what a figure is held against, and its value among those: of measures both in base units."""
    unit = unit_named(figure.unit) if figure.unit is not None and figure.kind != "money" else None
    if unit is None or figure.kind not in ("distance", "measure", "duration"):
        return "money" if figure.kind == "money" else "number", figure.value
    return unit.dimension, unit.to_base(figure.value)


def _bare(figure: Figure) -> Figure:
    """Return a figure without its place; of things, not people, also without what is said of them."""
    counted = figure.counted if figure.unit == "person" else None
    return replace(figure, start=0, end=0, counted=counted)


def _without_place(date: Date) -> Date:
    return replace(date, start=0, end=0)


def _order(date: Date, by_year: bool) -> str:
    """Return a date as it is put in order: with its year first, or by month and day alone."""
    told = date.value or date.explicit or ""
    return told if by_year else told[told.find("-", 2) + 1 :]
