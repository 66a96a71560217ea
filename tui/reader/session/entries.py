"""What the sidebar lists: everyone and everything mentioned, with what each side says. Pure; knows no screen.

Comes in: a comparison. Goes out: entries by group, each with the places it stands in. Figures and dates that
a detail sets against each other share one entry, so that their values stand side by side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from tui.articles.article import SIDES, Side, Span
from tui.reader.session.mention_places import MentionPlaces, Stretches
from tui.reader.session.short_values import date_label, short_value

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison, Detail, Mention
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
    left_spans: tuple[Span, ...]
    """Where it stands on the left."""
    right_spans: tuple[Span, ...]
    mentions: tuple[int, ...] = ()
    """Positions in `Comparison.mentions`: one, or two for a pair of values, or none for a speaker or a note."""
    colour: int = 0
    """The colour of a note, 1 to 4."""

    @property
    def places(self) -> tuple[tuple[Side, Span], ...]:
        """Its places in the order in which they are walked: those of the left article, then those of the right one."""
        left: list[tuple[Side, Span]] = [("left", span) for span in self.left_spans]
        return (*left, *(("right", span) for span in self.right_spans))

    def spans(self, side: Side) -> tuple[Span, ...]:
        """Return its places on one side."""
        return self.left_spans if side == "left" else self.right_spans


_Figures = dict[Span, "Figure"]
_OF_MENTIONS = frozenset({"person", "place", "organisation", "figure", "date"})
"""The kinds of details that set mentions against each other."""
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
        self._places = {side: MentionPlaces(comparison, side) for side in SIDES}
        self._figures = _figures_by_span(comparison)
        self._sides_of_countries = _sides_of_countries(comparison)
        self._differing: dict[int, _Ranked] = {}
        """The entry of each mention that has differed."""
        alike = [(*self._ranked(number, False), number) for number in range(len(self._mentions))]
        self._alike = [(entry, number) for _, entry, number in sorted(alike, key=itemgetter(0))]
        """The entry of each mention where it does not differ, in the order in which they are listed."""

    def is_about(self, comparison: Comparison) -> bool:
        """Say whether it is the same comparison but for the details that are told."""
        return comparison.mentions is self._mentions

    def list(self, comparison: Comparison) -> tuple[Entry, ...]:
        """Return every entry, group by group; inside a group what differs first, then the most mentioned."""
        details = [detail for detail in comparison.details if detail.kind in _OF_MENTIONS]
        pairs = _differing_pairs(details, self._places)
        paired: set[int] = set()
        others: list[_Ranked] = []
        for left, right in sorted(pairs):
            if _share_an_entry(comparison, left, right) and not paired & {left, right}:
                others.append(_ranked(_pair_entry(comparison, left, right, self._figures)))
                paired |= {left, right}
        differing = {number for pair in pairs for number in pair} | _one_sided_details(details, self._places)
        others += [self._entry(number) for number in sorted(differing - paired)]
        others += map(_ranked, _speaker_entries(comparison))
        apart = differing | paired
        alike = [entry for entry, number in self._alike if number not in apart]
        return _by_group([entry for _, entry in sorted(others, key=itemgetter(0))], alike)

    def _entry(self, number: int) -> _Ranked:
        """Return the entry of a mention that differs."""
        ranked = self._differing.get(number)
        if ranked is None:
            ranked = self._differing[number] = self._ranked(number, True)
        return ranked

    def _ranked(self, number: int, differs: bool) -> _Ranked:
        mention = self._mentions[number]
        entry = _mention_entry(number, mention, differs)
        named = self._sides_of_countries.get(mention.name, ()) if mention.kind in _OF_COUNTRIES else ()
        return _ranked(replace(entry, presence="both") if len(named) > 1 else entry)


_Ranked = tuple[tuple[int, bool, int], Entry]
"""An entry and where it is listed."""


def _ranked(entry: Entry) -> _Ranked:
    return (_ORDER[entry.group], not entry.differs, -len(entry.left_spans) - len(entry.right_spans)), entry


def _by_group(first: Sequence[Entry], last: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return entries of two lists in the order of the groups, in each group those of the first list before others."""
    found: list[Entry] = []
    for entries in zip(_groups(first), _groups(last), strict=True):
        found += chain.from_iterable(entries)
    return tuple(found)


def _groups(entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    order = [_ORDER[entry.group] for entry in entries]
    cuts = [bisect_left(order, group) for group in range(len(_ORDER) + 1)]
    return [entries[start:stop] for start, stop in pairwise(cuts)]


def filter_entries(entries: Iterable[Entry], typed: str = "", showing: Showing = "all") -> tuple[Entry, ...]:
    """Return the entries whose label holds every word typed, in any case, and that are to be shown."""
    words = typed.casefold().split()
    if not words and showing == "all":
        return tuple(entries)
    return tuple(
        entry
        for entry in entries
        if (showing == "all" or (entry.differs if showing == "differs" else entry.presence == showing))
        and all(word in f"{entry.label} {entry.left} {entry.right}".casefold() for word in words)
    )


def _sides_of_countries(comparison: Comparison) -> dict[str, set[Side]]:
    """Return on which sides each country is named that acts on one of them."""
    found: dict[str, set[Side]] = {n.name: set() for reading in comparison.readings for n in reading.names if n.acts}
    for mention in comparison.mentions:
        if mention.kind in _OF_COUNTRIES and mention.name in found:
            found[mention.name].update(
                side for side, spans in zip(SIDES, (mention.left, mention.right), strict=True) if spans
            )
    return found


def _differing_pairs(details: Iterable[Detail], sides: Mapping[Side, MentionPlaces]) -> set[tuple[int, int]]:
    """Return the mentions that details set against each other, as (left, right)."""
    left, right = (sides[side] for side in SIDES)
    pairs = set()
    for detail in details:
        if detail.left and detail.right:
            for one in left.touching(detail.left, detail.kind)[:1]:
                for other in right.touching(detail.right, detail.kind)[:1]:
                    pairs.add((one, other))
    return pairs


def _share_an_entry(comparison: Comparison, left: int, right: int) -> bool:
    """Say whether two values can stand as one side's and the other's: each is said on its own side alone."""
    one, other = comparison.mentions[left], comparison.mentions[right]
    return one.kind in ("figure", "date") and not one.right and not other.left


def _one_sided_details(details: Iterable[Detail], sides: Mapping[Side, MentionPlaces]) -> set[int]:
    found: set[int] = set()
    for detail in details:
        for side, span, facing in (("left", detail.left, detail.right), ("right", detail.right, detail.left)):
            if span and not facing:
                found.update(sides[side].touching(span, detail.kind))  # type: ignore[index]
    return found


def _mention_entry(number: int, mention: Mention, differs: bool) -> Entry:
    label = date_label(mention.name) if mention.kind == "date" else mention.name
    left, right = str(len(mention.left) or "–"), str(len(mention.right) or "–")
    return Entry(mention.kind, label, left, right, _presence(mention), differs, mention.left, mention.right, (number,))


def _pair_entry(comparison: Comparison, left: int, right: int, figures: tuple[_Figures, _Figures]) -> Entry:
    one, other = comparison.mentions[left], comparison.mentions[right]
    if one.kind == "date":
        first, second = date_label(one.name), date_label(other.name)
        return Entry("date", f"{first} / {second}", "", "", "both", True, one.left, other.right, (left, right))
    figure, facing = _figure_of(one.left, figures[0]), _figure_of(other.right, figures[1])
    label = _label_of(figure) or _label_of(facing) or one.unit or other.unit or "number"
    return Entry(
        "figure",
        label,
        short_value(figure, one),
        short_value(facing, other),
        "both",
        True,
        one.left,
        other.right,
        (left, right),
    )


def _label_of(figure: Figure | None) -> str | None:
    """Return what a figure tells, where more is known than its unit."""
    return None if figure is None else "age" if figure.kind == "age" else figure.counted


def _presence(mention: Mention) -> Presence:
    return "both" if mention.left and mention.right else "left" if mention.left else "right"


def _figures_by_span(comparison: Comparison) -> tuple[_Figures, _Figures]:
    left, right = comparison.readings
    return {figure.span: figure for figure in left.figures}, {figure.span: figure for figure in right.figures}


def _figure_of(spans: Sequence[Span], figures: _Figures) -> Figure | None:
    """Return the first of the figures that stand in these places."""
    found = (figures[span] for span in spans if span in figures)
    return min(found, key=lambda figure: figure.span.start, default=None)


def _speaker_entries(comparison: Comparison) -> list[Entry]:
    speakers: dict[str, list[tuple[Side, Span]]] = {}
    for quote in sorted(comparison.quotes, key=lambda quote: (quote.side, quote.start)):
        places = speakers.setdefault(quote.speaker or "", [])
        places.append((quote.side, Span(quote.start, quote.end)))
    quoted = [detail for detail in comparison.details if detail.kind == "quote"]
    spans = {"left": [d.left for d in quoted if d.left], "right": [d.right for d in quoted if d.right]}
    differing = {side: Stretches(there) for side, there in spans.items()}
    entries = []
    for speaker, places in speakers.items():
        left, right = (sum(side == one for side, _ in places) for one in SIDES)
        presence: Presence = "both" if left and right else "left" if left else "right"
        differs = any(differing[side].meet(span) for side, span in places)
        label = speaker or "speaker not named"
        there = [tuple([span for where, span in places if where == side]) for side in SIDES]
        counts = str(left or "–"), str(right or "–")
        entries.append(Entry("quote", label, *counts, presence, differs, there[0], there[1]))
    return entries


def as_mention(entry: Entry) -> Mention:
    """Return an entry as one mention, so that what can be filtered by a mention can be filtered by any entry."""
    from tui.compare.comparison import Mention

    kind = "person" if entry.group == "quote" or entry.group == "note" else entry.group
    return Mention(kind, entry.label, entry.spans("left"), entry.spans("right"))
