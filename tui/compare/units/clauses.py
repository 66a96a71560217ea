"""The clauses of a sentence: who does what to whom, when and where, on whose word, and how firmly that is told.

There is no parser behind this: a clause is what stands between two marks or openers, its verb the first word that can
hardly be anything else, and its parties the units on either side of it. What cannot be told is none or empty.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tui.articles.article import Span
from tui.compare.details.attribution import Attribution
from tui.compare.details.claims import hedging
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.sayings import sayings
from tui.compare.units.unit import Unit

_LEAST_CLAUSE = 2
"""A clause holds at least so many content words; a shorter one is part of its neighbour."""
_PARTIES = frozenset({"name", "list", "description", "pronoun"})


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """One clause. Words are given by their place among those of the sentence."""

    first: int
    """Its first word."""
    after: int
    """The word after its last one."""
    who: Unit | None
    """Whoever stands right before its verb."""
    act: int | None
    """Its verb without auxiliaries: "resigned" in "will not have resigned"."""
    whom: Unit | None
    """Whoever or whatever is named or described next after the verb, with no preposition between but "to"."""
    when: tuple[Unit, ...]
    where: tuple[Unit, ...]
    source: Attribution | None
    """On whose word it is told, none where the article tells it itself."""
    negations: tuple[int, ...]
    modals: tuple[int, ...]
    hedges: tuple[int, ...]
    """Words that make it less sure: "reportedly", "seems", "unclear"."""

    @property
    def is_negated(self) -> bool:
        """Whether it denies: an odd number of negations."""
        return len(self.negations) % 2 == 1

    @property
    def firmness(self) -> str:
        """How firmly its source says it ("say", "claim", "deny", …); "" for what the article tells itself."""
        return self.source.firmness if self.source else ""


def read_clauses(parts: Parts, units: Sequence[Unit], sources: Sequence[Attribution]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in its order; together they hold each of its words once.

    Parameters
    ----------
    parts, units
        The sentence, taken apart, and its units.
    sources
        The attributions in it, in its order.
    """
    spans = list(cut_clauses(parts))
    owners = _sources(parts, spans, sources)
    return tuple(_clause(parts, units, *span, source) for span, source in zip(spans, owners, strict=True))


def cut_clauses(parts: Parts) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a sentence as the first word and the one after the last, slight ones joined to the next."""
    first = 0
    count = 0
    for _, words in groupby(parts.words, key=lambda word: word.clause):
        run = list(words)
        count += len(run)
        if sum(word.content for word in parts.words[first:count]) >= _LEAST_CLAUSE:
            yield first, count
            first = count
    if first < count:
        yield first, count


def places_of(parts: Parts, span: Span) -> tuple[int, int]:
    """Return the first word that a span touches and the one after the last."""
    first = bisect_right(parts.words, span.start, key=lambda word: word.end)
    return first, bisect_left(parts.words, span.end, key=lambda word: word.start)


def _sources(
    parts: Parts, spans: Sequence[tuple[int, int]], sources: Sequence[Attribution]
) -> list[Attribution | None]:
    """Return on whose word each clause is told.

    A source speaks for the clause that it stands in. It speaks for those before as well when its clause ends on it
    ("…, the mayor said"), else for those after, up to another source or to what the article sets against it ("but").
    """
    found: list[Attribution | None] = [None] * len(spans)
    for source in sources:
        first, after = places_of(parts, source.span)
        verb = places_of(parts, source.verb)
        first, after = min(first, verb[0]), max(after, verb[1])
        home = next((n for n, span in enumerate(spans) if span[0] <= first < span[1]), None)
        if home is None:
            continue
        found[home] = source
        end = next(n for n in range(home, len(spans)) if after <= spans[n][1])
        told_after = any(word.content for word in parts.words[after : spans[end][1]])
        for n in range(home + 1, end + 1):
            found[n] = source
        if told_after or (home == 0 and end + 1 < len(spans) and spans[0][0] == first):
            reach = range(end + 1, len(spans))
        else:
            reach = range(home - 1, -1, -1)
        for n in reach:
            opener = parts.words[spans[n if n > home else n + 1][0]].text
            if found[n] is not None or opener in words_of("sets against"):
                break
            found[n] = source
    return found


def _clause(parts: Parts, units: Sequence[Unit], first: int, after: int, source: Attribution | None) -> Clause:
    here = sorted((u for u in units if first <= u.first and u.after <= after), key=lambda unit: unit.first)
    speaking = places_of(parts, source.span) if source else (0, 0)
    act = _act(parts, first, after, speaking, [u for u in here if u.form in _PARTIES - {"description"}])
    parties = [u for u in here if u.form in _PARTIES and not speaking[0] <= u.first < speaking[1]]
    who = next((u for u in reversed(parties) if act is not None and u.after <= act), None)
    whom = next((u for u in parties if act is not None and u.first > act and _is_object(parts, act, u)), None)
    words = range(first, after)
    return Clause(
        first,
        after,
        who,
        act,
        whom,
        tuple(u for u in here if u.form == "date"),
        tuple(u for u in here if u.form == "name" and u.kind == "place" and u is not who and _is_placed(parts, u)),
        source,
        _words(parts, words, "negation"),
        _words(parts, words, "modal"),
        tuple(sorted({*_words(parts, words, "hedge"), *_words(parts, words, "unknown")})),
    )


def _words(parts: Parts, words: range, kind: str) -> tuple[int, ...]:
    return tuple(n for n in words if parts.words[n].text in hedging(kind))


def _act(parts: Parts, first: int, after: int, speaking: tuple[int, int], named: Sequence[Unit]) -> int | None:
    """Return the verb of a clause: what follows its auxiliaries, else its first word in the form of a verb."""
    taken = {n for unit in named for n in range(unit.first, unit.after)} | set(range(*speaking))
    words = [n for n in range(first, after) if n not in taken]
    for n in words:
        if parts.words[n].text in words_of("finite"):
            main = next((m for m in words if m > n and _is_main(parts.words[m])), None)
            return main if main is not None else n
        if _is_verb(parts.words[n]) and n > first and parts.words[n - 1].text not in words_of("opens a noun"):
            return n
    return None


def _is_main(word: Word) -> bool:
    return word.content and not word.text.endswith("ly") and word.text not in hedging("hedge")


def _is_verb(word: Word) -> bool:
    return word.text in words_of("past verb") or word.text in sayings() or (word.content and word.text.endswith("ed"))


def _is_object(parts: Parts, act: int, unit: Unit) -> bool:
    between = parts.words[act + 1 : unit.first]
    return all(word.content or word.text in words_of("determiner") | {"to"} for word in between)


def _is_placed(parts: Parts, unit: Unit) -> bool:
    """Say whether a preposition before a unit makes it a place or a time rather than a party."""
    at = unit.first - 1
    while at >= 0 and parts.words[at].text in words_of("determiner"):
        at -= 1
    return at >= 0 and parts.words[at].text in words_of("locating")
