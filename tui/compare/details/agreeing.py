"""Which values are one and the same in any words, and where in an article each is given.

Whether two values agree is asked of whole articles, so each is first held only against those that could agree with it:
figures of nearly its size, dates that share one of a few keys.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from math import frexp, ldexp
from operator import itemgetter

from tui.compare.details.figures import is_same_value, of_people
from tui.compare.details.moments import fixed_words, relate_dates
from tui.compare.figures.compare import ABOUT, CONVERTED, ROUNDED, grain, relation_of
from tui.compare.figures.compare_dates import stretch_of
from tui.compare.figures.nouns import is_person_noun
from tui.compare.figures.units import unit_named
from tui.compare.reading import Date, Figure
from tui.compare.units.unit import Unit

_SLACK = 1e-6
"""So much farther than the tables say is looked, since sizes are computed in another order there."""


def agree(one: Unit, two: Unit) -> bool:
    """Say whether two figures or two dates are one value, at most rounded or in other words."""
    return verdict_of(one, two) == "same"


@lru_cache(maxsize=4096)
def verdict_of(one: Unit, two: Unit) -> str:
    """Return how two figures or two dates stand to each other by themselves: same, compatible, differs, …."""
    if one.text.lower() == two.text.lower():
        return "same"
    if isinstance(one.value, Figure) and isinstance(two.value, Figure):
        roundish = {one.value.qualifier, two.value.qualifier} <= {"exact", "about"}
        units = {one.value.unit, two.value.unit}
        if (
            roundish
            and (len(units) == 1 or None in units)
            and (one.value.value, one.value.high) == (two.value.value, two.value.high)
        ):
            return "same"
        if is_same_value(of_people(one.value), of_people(two.value)):
            return "same"
        return relation_of(of_people(one.value), of_people(two.value)).verdict
    if isinstance(one.value, Date) and isinstance(two.value, Date):
        return relate_dates(one.value, one.text, two.value, two.text).verdict
    return "unrelated"


class GivenValues:
    """The figures and dates of one article, and the sentences that give each."""

    def __init__(self, sentences: Sequence[Sequence[Unit]]) -> None:
        self._units: dict[Hashable, Unit] = {}
        """One unit for all that are told in the same words."""
        self._where: dict[Hashable, set[int]] = defaultdict(set)
        for number, units in enumerate(sentences):
            for unit in units:
                if unit.family == "number":
                    told = _told(unit)
                    self._units.setdefault(told, unit)
                    self._where[told].add(number)
        self._by_key: dict[Hashable, list[Hashable]] = defaultdict(list)
        sizes: dict[tuple[str, int], list[tuple[float, float, Hashable]]] = defaultdict(list)
        for told, unit in self._units.items():
            for key in _keys(unit):
                self._by_key[key].append(told)
            for scale, size, reach in _sizes(unit):
                sizes[scale, frexp(reach)[1]].append((size, reach, told))
        # Of each scale a list for each order of how far off one may be that agrees: of all the values of a long
        # article that are a tenth larger or smaller next to none do.
        self._by_size: dict[str, list[tuple[float, list[float], list[tuple[float, float, Hashable]]]]]
        self._by_size = defaultdict(list)
        for (scale, order), rows in sizes.items():
            rows.sort(key=itemgetter(0))
            self._by_size[scale].append((ldexp(1.0, order), [size for size, *_ in rows], rows))
        self._found: dict[Hashable, frozenset[int]] = {}

    def sentences_with(self, unit: Unit, *, unit_is_left: bool) -> frozenset[int]:
        """Return the numbers of the sentences that give a unit's value, in any words."""
        key = _told(unit)
        if key not in self._found:
            numbers = set[int]()
            for told in self._candidates(unit):
                other = self._units[told]
                if other.kind == unit.kind and (agree(unit, other) if unit_is_left else agree(other, unit)):
                    numbers |= self._where[told]
            self._found[key] = frozenset(numbers)
        return self._found[key]

    def _candidates(self, unit: Unit) -> set[Hashable]:
        found = {told for key in _keys(unit) for told in self._by_key.get(key, ())}
        for scale, size, reach in _sizes(unit):
            share = 3 * ABOUT if scale else ROUNDED + _SLACK
            for most, ordered, rows in self._by_size.get(scale, ()):
                off = max(most, reach)
                first = bisect_left(ordered, max(size * (1 - share), size - off))
                last = bisect_right(ordered, min(size / (1 - share), size + off))
                found |= {told for other, far, told in rows[first:last] if abs(other - size) <= max(far, reach)}
        return found


def _told(unit: Unit) -> Hashable:
    """Return all that counts of a value when it is held against another."""
    v = unit.value
    if isinstance(v, Figure):
        return unit.text.lower(), v.kind, v.value, v.high, v.unit, v.counted, v.qualifier
    if isinstance(v, Date):
        return unit.text.lower(), v.value, v.until, v.explicit, v.part, v.zone
    return unit.text.lower()


def _keys(unit: Unit) -> Iterator[Hashable]:
    """Yield keys of which two values that agree share one; figures may agree by their sizes instead."""
    yield unit.text.lower()
    value = unit.value
    if isinstance(value, Figure):
        measure = unit_named(value.unit or "")
        if measure is not None and measure.dimension == "temperature":
            yield measure.dimension  # its scales have other zeros, so that sizes tell nothing
    if isinstance(value, Date):
        day, _, clock = (value.value or "").partition("T")
        if value.value is not None and not day:
            yield "clock", "" if clock[5:] else clock[:5]
            yield "clock", clock[:5]
        found = (
            ("explicit", value.explicit),
            ("day", value.value and value.value[:10]),
            ("stretch", stretch_of(value.value, value.until)),
            ("words", tuple(fixed_words(value, unit.text))),
        )
        yield from (key for key in found if key[1])


def _sizes(unit: Unit) -> Iterator[tuple[str, float, float]]:
    """Yield how large a figure is on each scale that it may be told on, and how far off one may be that agrees."""
    value = unit.value
    if not isinstance(value, Figure):
        return
    yield "", abs(value.value), grain(value.value) + _SLACK
    if value.high is not None:
        yield "", abs(value.high), _SLACK  # the second of a score, which may be told from the other side
    size, name, measure = abs(value.value), of_people(value).unit or "", unit_named(value.unit or "")
    about = 2.5 * ABOUT if value.qualifier == "about" else 0.0
    if is_person_noun(name):
        yield "people", size, about * size
    if value.kind == "fraction":
        yield "proportion", size, 2.5 * ABOUT * size  # as percent are
    elif measure is not None:
        size = abs(measure.to_base(value.value))
        yield measure.dimension, size, max(about, 1.5 * CONVERTED) * size
