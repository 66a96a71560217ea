"""What every search of this room looks over: both articles sentence by sentence, and one passage of them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.articles.article import SIDES, Side, Span
from tui.compare.comparison import Link, Passage
from tui.compare.details.attribution import Attribution
from tui.compare.details.groups import Group
from tui.compare.details.parts import MOST_WORDS, Parts
from tui.compare.details.roles import fate_of
from tui.compare.details.slots import closeness
from tui.compare.reading import Date, Reading

_WORD = re.compile(r"\w+")

SURE_LINK = 0.45
"""Sources, hedges and what one side lacks are compared only in sentences linked with at least this score."""


def other_side(side: Side) -> Side:
    """Return the side that faces `side`."""
    return SIDES[side == "left"]


def date_key(date: Date, text: str) -> tuple[str | None, str | None, str | None]:
    """Return what tells a date from others: value, words, part of the day; its own text where nothing fixes it."""
    key = date.value, date.explicit, date.part
    return key if any(key[:2]) else (text.lower(), None, date.part)


class Told(NamedTuple):
    """What an article tells anywhere, to be looked up in a moment."""

    names: frozenset[str]
    """Who and what it names, by key."""
    figures: Counter[tuple[float, str | None]]
    """How often it gives each value with its unit."""
    dates: Counter[tuple[str | None, str | None, str | None]]
    """How often it gives each date, as value, words and part of the day."""
    text: str
    """The whole of it in lower case."""
    words: frozenset[str]
    """The words of that."""
    fates: dict[str, frozenset[str]]
    """For each fate that it tells ("dead", "arrested"), the stems that stand in one sentence with it."""

    def says(self, phrase: str) -> bool:
        """Say whether the article has a phrase in it, in any case."""
        phrase = phrase.lower()
        return all(word in self.words for word in _WORD.findall(phrase)) and phrase in self.text


def read_told(reading: Reading, sentences: Iterable[Parts], groups: Iterable[Group]) -> Told:
    """Return what an article tells anywhere, its names being those of `groups`."""
    fates: dict[str, set[str]] = defaultdict(set)
    for parts in sentences:
        for kin in {kin for word in parts.words if word.content and (kin := fate_of(word.text))}:
            fates[kin] |= parts.stems
    text = reading.article.text.lower()
    return Told(
        frozenset(member for group in groups for member in group.members),
        Counter((figure.value, figure.unit) for figure in reading.figures),
        Counter(date_key(date, reading.article.slice(date.span)) for date in reading.dates),
        text,
        frozenset(_WORD.findall(text)),
        {kin: frozenset(stems) for kin, stems in fates.items()},
    )


class Pair(NamedTuple):
    """Both articles taken apart."""

    readings: dict[Side, Reading]
    sentences: dict[Side, tuple[Parts, ...]]
    sources: dict[Side, tuple[tuple[Attribution, ...], ...]]
    """The sources that each sentence names."""
    groups: dict[Parts, tuple[Group, ...]]
    """The names of each sentence, those that stand together as one."""
    told: dict[Side, Told]
    """What each article tells anywhere."""
    partners: dict[Side, dict[int, tuple[int, ...]]]
    """For each linked sentence, those of the other side that it is linked to in any passage, the best first."""
    scores: dict[tuple[int, int], float]
    """The score of each link by its sentences' numbers."""


def find_partners(passages: Sequence[Passage]) -> dict[Side, dict[int, tuple[int, ...]]]:
    """Return for each linked sentence of each side the sentences that it is linked to, the best first."""
    found: dict[Side, dict[int, list[int]]] = {"left": defaultdict(list), "right": defaultdict(list)}
    for link in sorted((link for passage in passages for link in passage.links), key=_strength):
        found["left"][link.left].append(link.right)
        found["right"][link.right].append(link.left)
    return {side: {n: tuple(others) for n, others in by.items()} for side, by in found.items()}


def _strength(link: Link) -> tuple[float, int, int]:
    return -link.score, link.left, link.right


class Ground(NamedTuple):
    """One passage of a pair."""

    pair: Pair
    links: tuple[tuple[Parts, Parts], ...]
    """The linked sentences, the best link first; datelines and bylines left out."""

    def is_sure(self, left: Parts, right: Parts) -> bool:
        """Say whether two sentences are linked surely enough to be held against each other as wholes."""
        return self.pair.scores[left.number, right.number] >= SURE_LINK

    def is_best(self, left: Parts, right: Parts) -> bool:
        """Say whether two sentences are each other's best counterpart in the whole pair."""
        partners = self.pair.partners
        return partners["left"][left.number][0] == right.number and partners["right"][right.number][0] == left.number

    def is_best_of_one(self, left: Parts, right: Parts) -> bool:
        """Say whether one of two sentences is the other's best counterpart in the whole pair."""
        partners = self.pair.partners
        return partners["left"][left.number][0] == right.number or partners["right"][right.number][0] == left.number

    def sources(self, side: Side, parts: Parts) -> tuple[Attribution, ...]:
        """Return the sources that a sentence names."""
        return self.pair.sources[side][parts.number]

    def groups(self, parts: Parts) -> tuple[Group, ...]:
        """Return the names of a sentence, those that stand together as one."""
        return self.pair.groups[parts]

    def names_in(self, sentences: Iterable[Parts]) -> frozenset[str]:
        """Return who and what is named in some sentences, by key."""
        return frozenset(member for parts in sentences for group in self.groups(parts) for member in group.members)

    def near(self, side: Side, own: Parts) -> tuple[Parts, ...]:
        """Return the sentences of the other side that may say what `own` says.

        Those linked to it in any passage, and the sentences of this one directly before and after these.
        """
        across = {parts.number for linked in self.links for parts in linked[side == "left" :][:1]}
        facing = set(self.pair.partners[side].get(own.number, ()))
        reach = facing | {n + step for n in facing & across for step in (-1, 1) if n + step in across}
        return tuple(self.pair.sentences[other_side(side)][n] for n in sorted(reach))

    def closest(self, side: Side, own: Parts, span: Span, others: Sequence[Parts]) -> Parts | None:
        """Return which of `others` says most of what stands around a place of `own`.

        None where a sentence that another passage surely links to `own` says more of it: it is told there.
        """
        best = max(self.sure_partners(side, own), key=lambda parts: closeness(own, span, parts))
        return best if best in others else None

    def sure_partners(self, side: Side, own: Parts) -> list[Parts]:
        """Return the sentences that one is surely linked to in any passage, the best first."""
        every, scores = self.pair.sentences[other_side(side)], self.pair.scores
        numbers = self.pair.partners[side][own.number]
        links = ((own.number, n) if side == "left" else (n, own.number) for n in numbers)
        return [every[n] for n, link in zip(numbers, links, strict=True) if scores[link] >= SURE_LINK]

    def facing(self, side: Side) -> Iterator[tuple[Parts, tuple[Parts, ...]]]:
        """Yield each sentence of `side` with those that it is surely linked to here, the best first."""
        partners: dict[int, list[Parts]] = {}
        for left, right in self.links:
            if not self.is_sure(left, right):
                continue
            own, other = (left, right) if side == "left" else (right, left)
            partners.setdefault(own.number, []).append(other)
        for number in sorted(partners):
            yield self.pair.sentences[side][number], tuple(partners[number])


def make_ground(pair: Pair, passage: Passage) -> Ground:
    """Return the ground of one passage of a pair."""

    def is_told(link: Link) -> bool:
        numbers: dict[Side, int] = {"left": link.left, "right": link.right}
        kinds = {pair.readings[side].article.sentences[n].kind for side, n in numbers.items()}
        words = max(len(pair.sentences[side][n].words) for side, n in numbers.items())
        return not kinds & {"dateline", "byline"} and words <= MOST_WORDS

    links = [link for link in sorted(passage.links, key=_strength) if is_told(link)]
    return Ground(
        pair,
        tuple((pair.sentences["left"][o.left], pair.sentences["right"][o.right]) for o in links),
    )
