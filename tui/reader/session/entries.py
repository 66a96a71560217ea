"""What the sidebar lists: everyone and everything mentioned, with what each side says. Pure; knows no screen.

Comes in: a comparison. Goes out: entries by group, each with the places it stands in. Figures and dates that
a detail sets against each other share one entry, so that their values stand side by side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from tui.articles.article import SIDES, Side, Span
from tui.reader.session.short_values import date_label, short_value

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison, Mention
    from tui.compare.reading import Figure

Group = Literal["person", "place", "organisation", "figure", "date", "quote", "note"]

GROUPS: dict[Group, str] = {
    "person": "PEOPLE",
    "place": "PLACES",
    "organisation": "ORGANISATIONS",
    "figure": "FIGURES",
    "date": "DATES",
    "quote": "QUOTES",
    "note": "NOTES",
}

_ORDER = {group: position for position, group in enumerate(GROUPS)}

Presence = Literal["both", "left", "right"]
Showing = Literal["all", "left", "right", "differs"]

SHOWINGS: dict[Showing, str] = {"all": "all", "left": "‹ left", "right": "› right", "differs": "≠"}
"""Which entries are listed: all, only left, only right, or where the sides differ; and the few letters that say so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, place, organisation, figure, date, speaker or note."""

    group: Group
    label: str
    left: str
    """What stands in the left column: how often, or the value itself."""
    right: str
    presence: Presence
    differs: bool
    """Whether a detail sets the sides against each other here."""
    places: tuple[tuple[Side, Span], ...]
    """Where it stands, in the order in which it is walked: the left article's places, then the right one's."""
    mentions: tuple[int, ...] = ()
    """Positions in `Comparison.mentions`: one, or two for a pair of values, or none for a speaker or a note."""
    colour: int = 0
    """The colour of a note, 1 to 4."""

    def spans(self, side: Side) -> tuple[Span, ...]:
        """Return its places on one side."""
        return tuple(span for where, span in self.places if where == side)


_Figures = dict[Span, "Figure"]
_OF_COUNTRIES = ("place", "organisation")
"""A country that acts is listed as a body, and where things happen as a place: it is one country for all that."""


def list_entries(comparison: Comparison) -> tuple[Entry, ...]:
    """Return every entry, group by group; inside a group what differs first, then the most mentioned."""
    return Lister(comparison).list(comparison)


class Lister:
    """Lists the entries of a comparison, and of the same with more or fewer details: only what changes is made anew.

    Parameters
    ----------
    comparison
        One of them.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._mentions = comparison.mentions
        self._places = {side: _Places(comparison, side) for side in SIDES}
        self._figures = _figures_by_span(comparison)
        self._sides_of_countries = _sides_of_countries(comparison)
        self._made: dict[tuple[int, bool], _Ranked] = {}
        """The entry of each mention, where it differs and where it does not."""

    def is_about(self, comparison: Comparison) -> bool:
        """Say whether it is the same comparison but for the details that are told."""
        return comparison.mentions is self._mentions

    def list(self, comparison: Comparison) -> tuple[Entry, ...]:
        """Return every entry, group by group; inside a group what differs first, then the most mentioned."""
        pairs = _differing_pairs(comparison, self._places)
        paired: set[int] = set()
        entries: list[_Ranked] = []
        for left, right in sorted(pairs):
            if _share_an_entry(comparison, left, right) and not paired & {left, right}:
                entries.append(_ranked(_pair_entry(comparison, left, right, self._figures)))
                paired |= {left, right}
        differing = {number for pair in pairs for number in pair} | _one_sided_details(comparison, self._places)
        entries += [self._entry(n, n in differing) for n in range(len(self._mentions)) if n not in paired]
        entries += map(_ranked, _speaker_entries(comparison))
        return tuple([entry for _, entry in sorted(entries, key=itemgetter(0))])

    def _entry(self, number: int, differs: bool) -> _Ranked:
        ranked = self._made.get((number, differs))
        if ranked is None:
            mention = self._mentions[number]
            entry = _mention_entry(number, mention, differs)
            named = self._sides_of_countries.get(mention.name, ()) if mention.kind in _OF_COUNTRIES else ()
            ranked = _ranked(replace(entry, presence="both") if len(named) > 1 else entry)
            self._made[number, differs] = ranked
        return ranked


_Ranked = tuple[tuple[int, bool, int], Entry]
"""An entry and where it is listed."""


def _ranked(entry: Entry) -> _Ranked:
    return (_ORDER[entry.group], not entry.differs, -len(entry.places)), entry


def filter_entries(entries: Iterable[Entry], typed: str = "", showing: Showing = "all") -> tuple[Entry, ...]:
    """Return the entries whose label holds every word typed, in any case, and that are to be shown."""
    words = typed.casefold().split()
    return tuple(
        entry
        for entry in entries
        if (showing == "all" or (entry.differs if showing == "differs" else entry.presence == showing))
        and all(word in f"{entry.label} {entry.left} {entry.right}".casefold() for word in words)
    )


class _Places:
    """Finds the mentions that a span of one article touches."""

    def __init__(self, comparison: Comparison, side: Side) -> None:
        self._spans = sorted(
            (span.start, span.end, number)
            for number, mention in enumerate(comparison.mentions)
            for span in (mention.left if side == "left" else mention.right)
        )
        self._ends = [end for _, end, _ in self._spans]
        names = comparison.readings[side == "right"].names
        self._acting = {name.span for name in names if name.acts}
        """Where a country acts; details know it as a place."""
        self._touched: dict[tuple[int, int, str], list[int]] = {}

    def touching(self, span: Span, kind: str, mentions: Sequence[Mention]) -> list[int]:
        key = span.start, span.end, kind
        found = self._touched.get(key)
        if found is None:
            found = self._touched[key] = self._find_touching(span, kind, mentions)
        return found

    def _find_touching(self, span: Span, kind: str, mentions: Sequence[Mention]) -> list[int]:
        first = bisect_left(self._ends, span.start)
        found = []
        for position in range(first, len(self._spans)):
            start, end, number = self._spans[position]
            if start >= span.end:
                break
            acts = kind == "place" and Span(start, end) in self._acting
            if end > span.start and (acts or mentions[number].kind == kind):
                found.append(number)
        return found


def _sides_of_countries(comparison: Comparison) -> dict[str, set[Side]]:
    """Return on which sides each country is named that acts on one of them."""
    found: dict[str, set[Side]] = {n.name: set() for reading in comparison.readings for n in reading.names if n.acts}
    for mention in comparison.mentions:
        if mention.kind in _OF_COUNTRIES and mention.name in found:
            found[mention.name].update(side for side, _ in _places_of(mention))
    return found


def _differing_pairs(comparison: Comparison, sides: Mapping[Side, _Places]) -> set[tuple[int, int]]:
    """Return the mentions that details set against each other, as (left, right)."""
    left, right = (sides[side] for side in SIDES)
    pairs = set()
    for detail in comparison.details:
        if detail.left and detail.right:
            for one in left.touching(detail.left, detail.kind, comparison.mentions)[:1]:
                for other in right.touching(detail.right, detail.kind, comparison.mentions)[:1]:
                    pairs.add((one, other))
    return pairs


def _share_an_entry(comparison: Comparison, left: int, right: int) -> bool:
    """Say whether two values can stand as one side's and the other's: each is said on its own side alone."""
    one, other = comparison.mentions[left], comparison.mentions[right]
    return one.kind in ("figure", "date") and not one.right and not other.left


def _one_sided_details(comparison: Comparison, sides: Mapping[Side, _Places]) -> set[int]:
    found: set[int] = set()
    for detail in comparison.details:
        for side, span, facing in (("left", detail.left, detail.right), ("right", detail.right, detail.left)):
            if span and not facing:
                found.update(sides[side].touching(span, detail.kind, comparison.mentions))  # type: ignore[index]
    return found


def _mention_entry(number: int, mention: Mention, differs: bool) -> Entry:
    label = date_label(mention.name) if mention.kind == "date" else mention.name
    left, right = str(len(mention.left) or "–"), str(len(mention.right) or "–")
    return Entry(mention.kind, label, left, right, _presence(mention), differs, _places_of(mention), (number,))


def _pair_entry(comparison: Comparison, left: int, right: int, figures: tuple[_Figures, _Figures]) -> Entry:
    one, other = comparison.mentions[left], comparison.mentions[right]
    places = _places_of(one) + _places_of(other)
    if one.kind == "date":
        first, second = date_label(one.name), date_label(other.name)
        return Entry("date", f"{first} / {second}", "", "", "both", True, places, (left, right))
    figure, facing = _figure_of(one.left, figures[0]), _figure_of(other.right, figures[1])
    label = _label_of(figure) or _label_of(facing) or one.unit or other.unit or "number"
    return Entry(
        "figure", label, short_value(figure, one), short_value(facing, other), "both", True, places, (left, right)
    )


def _label_of(figure: Figure | None) -> str | None:
    """Return what a figure tells, where more is known than its unit."""
    return None if figure is None else "age" if figure.kind == "age" else figure.counted


def _presence(mention: Mention) -> Presence:
    return "both" if mention.left and mention.right else "left" if mention.left else "right"


def _places_of(mention: Mention) -> tuple[tuple[Side, Span], ...]:
    return tuple(("left", span) for span in mention.left) + tuple(("right", span) for span in mention.right)


def _figures_by_span(comparison: Comparison) -> tuple[_Figures, _Figures]:
    left, right = comparison.readings
    return {figure.span: figure for figure in left.figures}, {figure.span: figure for figure in right.figures}


def _figure_of(spans: Sequence[Span], figures: _Figures) -> Figure | None:
    """Return the first of the figures that stand in these places."""
    found = (figures[span] for span in spans if span in figures)
    return min(found, key=lambda figure: figure.span.start, default=None)


class _Stretches:
    """Where any of some spans stand, as stretches that lie apart."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=lambda span: span.start):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meet(self, span: Span) -> bool:
        """Say whether a span shares a character with one of them."""
        last = bisect_left(self._starts, span.end) - 1
        return last >= 0 and self._ends[last] > span.start


def _speaker_entries(comparison: Comparison) -> list[Entry]:
    speakers: dict[str, list[tuple[Side, Span]]] = {}
    for quote in sorted(comparison.quotes, key=lambda quote: (quote.side, quote.start)):
        places = speakers.setdefault(quote.speaker or "", [])
        places.append((quote.side, Span(quote.start, quote.end)))
    quoted = [detail for detail in comparison.details if detail.kind == "quote"]
    spans = {"left": [d.left for d in quoted if d.left], "right": [d.right for d in quoted if d.right]}
    differing = {side: _Stretches(there) for side, there in spans.items()}
    entries = []
    for speaker, places in speakers.items():
        left, right = (sum(side == one for side, _ in places) for one in SIDES)
        presence: Presence = "both" if left and right else "left" if left else "right"
        differs = any(differing[side].meet(span) for side, span in places)
        label = speaker or "speaker not named"
        entries.append(Entry("quote", label, str(left or "–"), str(right or "–"), presence, differs, tuple(places)))
    return entries


def as_mention(entry: Entry) -> Mention:
    """Return an entry as one mention, so that what can be filtered by a mention can be filtered by any entry."""
    from tui.compare.comparison import Mention

    kind = "person" if entry.group == "quote" or entry.group == "note" else entry.group
    return Mention(kind, entry.label, entry.spans("left"), entry.spans("right"))
