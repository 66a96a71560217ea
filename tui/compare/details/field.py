"""Both articles laid out for their details: sentences, units, links, and what is told where."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np

from tui.articles.article import SIDES, Side, Span
from tui.articles.furniture import FURNITURE
from tui.compare.comparison import DetailKind, Link, Passage
from tui.compare.details.agreeing import GivenValues, agree
from tui.compare.details.attribution import find_attributions
from tui.compare.details.content import Sentence
from tui.compare.details.facing import Facing
from tui.compare.details.pair import Pair
from tui.compare.details.parts import MOST_WORDS
from tui.compare.details.values import Related, relate_values
from tui.compare.details.wordings import find_wordings
from tui.compare.figures.compare import Agreement
from tui.compare.units.clauses import Clause, read_clauses
from tui.compare.units.unit import FAMILY_OF, Family, Unit, order_of
from tui.compare.vectors import Vocabulary

_LEAST_LIKENESS = {"same": 0.0, "compatible": 0.15, "differs": 0.2, "conflicts": 0.4}
"""So alike must be what stands around two values before they are each other's counterpart."""
_RANKS = {"same": 0, "compatible": 1, "differs": 2, "conflicts": 2}


class Field:
    """A pair of articles, its links, and the units of every sentence."""

    def __init__(self, pair: Pair, passages: Sequence[Passage]) -> None:
        self.pair = pair
        self.units = pair.units
        self.links: dict[tuple[int, int], Link] = {}
        self.passage_of: dict[tuple[int, int], int] = {}
        for passage in passages:
            for link in passage.links:
                if self._is_told(link):
                    self.links[link.left, link.right] = link
                    self.passage_of[link.left, link.right] = passage.number
        self.partners: tuple[dict[int, list[int]], dict[int, list[int]]] = (defaultdict(list), defaultdict(list))
        for left, right in sorted(self.links, key=lambda key: -self.links[key].score):
            self.partners[0][left].append(right)
            self.partners[1][right].append(left)
        self._sentences: tuple[dict[int, Sentence], dict[int, Sentence]] = ({}, {})
        self._facings: dict[tuple[int, int], Facing] = {}
        self._wordings: dict[tuple[int, int], list[tuple[Unit | None, Unit | None]]] = {}
        self._of_kind: dict[tuple[int, int], dict[DetailKind, list[Unit]]] = {}
        self._places: dict[tuple[int, int, Family], list[tuple[int, int]]] = {}
        self._known: dict[tuple[int, int], list[int]] = {}
        self._in_source: dict[Unit, bool] = {}
        self._matched: dict[tuple[int, int, str], frozenset[tuple[Unit, Unit]]] = {}
        self._related: dict[tuple[Unit, Unit], Related] = {}
        self._taken: dict[tuple[int, int], frozenset[int]] = {}
        self._most_named: dict[tuple[int, frozenset[str]], int] = {}
        self._names_of: dict[tuple[int, int], frozenset[str]] = {}
        self._clauses: dict[tuple[int, int], tuple[Clause, ...]] = {}
        self._sources: dict[tuple[int, int], tuple[Span, ...]] = {}

    def _is_told(self, link: Link) -> bool:
        numbers: dict[Side, int] = {"left": link.left, "right": link.right}
        kinds = {self.pair.readings[side].article.sentences[n].kind for side, n in numbers.items()}
        words = max(len(self.pair.sentences[side][n].words) for side, n in numbers.items())
        return not kinds & FURNITURE and words <= MOST_WORDS

    def sentence(self, side: int, number: int) -> Sentence:
        """Return a sentence's content words."""
        if number not in self._sentences[side]:
            self._sentences[side][number] = Sentence(self.pair.sentences[SIDES[side]][number], self._vocabulary)
        return self._sentences[side][number]

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        """The content words of all linked sentences."""
        linked = ((side, number) for side in (0, 1) for number in self.partners[side])
        parts = (self.pair.sentences[SIDES[side]][number] for side, number in linked)
        return Vocabulary(word.text for one in parts for word in one.words if word.content)

    def facing(self, left: int, right: int) -> Facing:
        """Return two sentences held against each other."""
        if (left, right) not in self._facings:
            numbers = self._numbers(0, left), self._numbers(1, right)
            agreed = [(a, b) for a in numbers[0] for b in numbers[1] if a.kind == b.kind and agree(a, b)]
            units = self.units_of(0, left), self.units_of(1, right)
            self._facings[left, right] = Facing(self.sentence(0, left), self.sentence(1, right), agreed, units)
        return self._facings[left, right]

    def _numbers(self, side: int, number: int) -> list[Unit]:
        return [unit for unit in self.units_of(side, number) if FAMILY_OF[unit.kind] == "number"]

    def forget(self, links: Collection[tuple[int, int]]) -> None:
        """Let go of what was kept of some links and their sentences; whoever asks again waits for it again."""
        for left, right in links:
            self._facings.pop((left, right), None)
            self._wordings.pop((left, right), None)
            for side, number in ((0, left), (1, right)):
                self._sentences[side].pop(number, None)
        of_sentences = (
            self._clauses,
            self._sources,
            self._taken,
            self._of_kind,
            self._places,
            self._known,
            self._names_of,
        )
        for kept in (*of_sentences, self._in_source, self._matched, self._related):
            kept.clear()

    def units_of(self, side: int, number: int) -> Sequence[Unit]:
        """Return the units of a sentence."""
        return self.units[SIDES[side]].of(number)

    def sources(self, side: int, number: int) -> tuple[Span, ...]:
        """Return where a sentence names its sources."""
        key = (side, number)
        if key not in self._sources:
            self._sources[key] = find_attributions(self.pair.sentences[SIDES[side]][number])
        return self._sources[key]

    def clauses(self, side: int, number: int) -> tuple[Clause, ...]:
        """Return the clauses of a sentence."""
        key = (side, number)
        if key not in self._clauses:
            parts = self.pair.sentences[SIDES[side]][number]
            self._clauses[key] = read_clauses(parts, self.units_of(side, number), self.sources(side, number))
        return self._clauses[key]

    def clauses_of(self, side: int, number: int, unit: Unit) -> tuple[Clause, ...]:
        """Return the clauses that a unit of a sentence stands in, one or more."""
        return tuple(c for c in self.clauses(side, number) if c.first < unit.after and unit.first < c.after)

    def taken(self, side: int, number: int) -> frozenset[int]:
        """Return which words of a sentence lie in a figure, a date or a name."""
        key = (side, number)
        if key not in self._taken:
            self._taken[key] = frozenset(
                n
                for unit in self.units_of(side, number)
                if unit.form in ("figure", "date", "name")
                for n in range(unit.first, unit.after)
            )
        return self._taken[key]

    def wordings(self, left: int, right: int) -> Sequence[tuple[Unit | None, Unit | None]]:
        """Return the phrases of two linked sentences that face one another, and those that face nothing."""
        if (left, right) not in self._wordings:
            self._wordings[left, right] = list(find_wordings(self.facing(left, right)))
        return self._wordings[left, right]

    def text(self, side: int, span: Span) -> str:
        """Return the words of a span."""
        return self.pair.readings[SIDES[side]].article.slice(span)

    @cached_property
    def stems(self) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of all content words of each article."""
        return tuple(  # type: ignore[return-value]
            frozenset(stem for parts in self.pair.sentences[side] for stem in parts.stems) for side in SIDES
        )

    def known(self, side: int, number: int) -> list[int]:
        """Return of how many content words before each of a sentence the other article has the stem anywhere.

        The last number is of them all.
        """
        key = (side, number)
        if key not in self._known:
            stems = self.stems[1 - side]
            found = (stem in stems for stem in self.sentence(side, number).stems)
            self._known[key] = list(accumulate(found, initial=0))
        return self._known[key]

    def share_new(self, side: int, number: int, inside: slice) -> float:
        """Return how much of the meaning of some content words of a sentence the other article has nowhere, 0 to 1."""
        sentence, stems = self.sentence(side, number), self.stems[1 - side]
        new = np.array([stem not in stems for stem in sentence.stems[inside]], dtype=np.float32)
        return sentence.share_told(new, inside)

    def is_in_source(self, side: int, number: int, unit: Unit) -> bool:
        """Say whether a unit of a sentence stands in the words that name a source."""
        if unit not in self._in_source:
            self._in_source[unit] = any(source.overlaps(unit.span) for source in self.sources(side, number))
        return self._in_source[unit]

    def places(self, side: int, number: int, family: Family) -> list[tuple[int, int]]:
        """Return the first word and the one after the last of each figure and date, or name, of a sentence."""
        key = (side, number, family)
        if key not in self._places:
            units = (unit for unit in self.units_of(side, number) if unit.form not in ("pronoun", "description"))
            self._places[key] = [(unit.first, unit.after) for unit in units if unit.family == family]
        return self._places[key]

    def of_kind(self, side: int, number: int, kind: DetailKind) -> Sequence[Unit]:
        """Return the units of one kind of a sentence."""
        key = (side, number)
        if key not in self._of_kind:
            self._of_kind[key] = defaultdict(list)
            for unit in self.units_of(side, number):
                self._of_kind[key][unit.kind].append(unit)
        return self._of_kind[key].get(kind, ())

    def slot(self, left: int, right: int, one: Unit, two: Unit) -> float:
        """Return how alike what stands around two units of linked sentences is, 0 to 1."""
        return self.facing(left, right).slot(one, two)

    def best_rival(self, left: int, right: int, side: int, one: Unit, two: Unit) -> float:
        """Return how well the best other unit of a side fits the slot of the unit facing it, 0 to 1."""
        own, faced, number = (one, two, left) if side == 0 else (two, one, right)
        others = [other for other in self.of_kind(side, number, faced.kind) if other is not own]
        return max(self.facing(left, right).slots(side, others, faced), default=0.0)

    def says_value(self, side: int, number: int, unit: Unit) -> bool:
        """Say whether a sentence of `side` gives the value of a unit of the other side, in any words."""
        return number in self.sentences_with(side, unit)

    def sentences_with(self, side: int, unit: Unit) -> frozenset[int]:
        """Return which sentences of `side` give the value of a unit of either side, in any words."""
        return self._values[side].sentences_with(unit, unit_is_left=side == 1)

    def related(self, left: int, right: int, one: Unit, two: Unit) -> Related:
        """Return how two figures or two dates stand to each other in their sentences."""
        if (one, two) not in self._related:
            sentences = self.pair.sentences["left"][left], self.pair.sentences["right"][right]
            if one.value is None or two.value is None:
                found = Related(Agreement("unrelated", "no values"), 0.0)
            else:
                across = self.partners[0][left], self.partners[1][right]
                found = relate_values(self.pair, across, sentences[0], one.value, sentences[1], two.value)
            self._related[one, two] = found
        return self._related[one, two]

    def is_matched(self, left: int, right: int, one: Unit, two: Unit) -> bool:
        """Say whether two values are each other's counterpart when each is given one, the most agreeing first."""
        key = (left, right, one.kind)
        if key not in self._matched:
            pairs: list[tuple[int, float, tuple[int, int], Unit, Unit]] = []
            for ours in self.units_of(0, left):
                for theirs in self.units_of(1, right):
                    if ours.kind == theirs.kind == one.kind and ours.value and theirs.value:
                        agreement, like = self.related(left, right, ours, theirs)
                        least = _LEAST_LIKENESS.get(agreement.verdict)
                        if least is not None and like >= least:
                            rank = _RANKS[agreement.verdict] if ours.value.value != theirs.value.value else 0
                            pairs.append((rank, -like, order_of(ours, theirs), ours, theirs))
            matched, used = set[tuple[Unit, Unit]](), set[Unit]()
            for *_, ours, theirs in sorted(pairs, key=lambda pair: pair[:3]):
                if not {ours, theirs} & used:
                    used |= {ours, theirs}
                    matched.add((ours, theirs))
            self._matched[key] = frozenset(matched)
        return (one, two) in self._matched[key]

    @cached_property
    def _values(self) -> tuple[GivenValues, GivenValues]:
        return GivenValues(self.units["left"].told), GivenValues(self.units["right"].told)

    @cached_property
    def named(self) -> tuple[Counter[str], Counter[str]]:
        """How often each article names whom, by key."""
        return tuple(  # type: ignore[return-value]
            Counter(key for told in self.units[side].told for unit in told if unit.form == "name" for key in unit.names)
            for side in SIDES
        )

    def most_named(self, side: int, names: frozenset[str]) -> int:
        """Return how often an article names the one of some that it names most, given by their keys."""
        if not names:
            return 0
        key = side, names
        if key not in self._most_named:
            self._most_named[key] = max(self.named[side][name] for name in names)
        return self._most_named[key]

    def names_of(self, side: int, number: int) -> frozenset[str]:
        """Return whom the names of a sentence stand for, by key."""
        key = side, number
        if key not in self._names_of:
            units = self.units_of(side, number)
            self._names_of[key] = frozenset(name for unit in units if unit.form == "name" for name in unit.names)
        return self._names_of[key]

    @cached_property
    def name_words(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words of all names of each article."""
        return tuple(  # type: ignore[return-value]
            frozenset(w for n in self.pair.readings[side].names for w in n.name.lower().split()) for side in SIDES
        )
