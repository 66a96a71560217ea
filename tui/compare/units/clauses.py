"""The clauses of a sentence, each with its verb.

There is no parser behind this: a clause is what stands between two marks or openers, its verb the first word that can
hardly be anything else.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tui.articles.article import Span
from tui.compare.details.claims import hedging
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.sayings import sayings
from tui.compare.units.unit import Unit

_LEAST_CLAUSE = 2
"""A clause holds at least so many content words; a shorter one is part of its neighbour."""
_NAMING = frozenset({"name", "list", "pronoun"})


class Clause(NamedTuple):
    """One clause. Words are given by their place among those of the sentence."""

    first: int
    """Its first word."""
    after: int
    """The word after its last one."""
    act: int | None
    """Its verb without auxiliaries: "resigned" in "will not have resigned"; none where it cannot be told."""


def read_clauses(parts: Parts, units: Sequence[Unit], sources: Sequence[Span]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in its order; together they hold each of its words once.

    Parameters
    ----------
    parts, units
        The sentence, taken apart, and its units.
    sources
        Where it names its sources: "officials said" tells no act of the clause.
    """
    taken = {n for unit in units if unit.form in _NAMING for n in range(unit.first, unit.after)}
    taken.update(n for source in sources for n in range(*places_of(parts, source)))
    return tuple(Clause(first, after, _act(parts, first, after, taken)) for first, after in cut_clauses(parts))


def cut_clauses(parts: Parts) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a sentence as the first word and the one after the last, slight ones joined to the next."""
    first, said = 0, 0
    for at, word in enumerate(parts.words):
        if said >= _LEAST_CLAUSE and word.clause != parts.words[at - 1].clause:
            yield first, at
            first, said = at, 0
        said += word.content
    if first < len(parts.words):
        yield first, len(parts.words)


def places_of(parts: Parts, span: Span) -> tuple[int, int]:
    """Return the first word that a span touches and the one after the last."""
    first = bisect_right(parts.words, span.start, key=lambda word: word.end)
    return first, bisect_left(parts.words, span.end, key=lambda word: word.start)


def _act(parts: Parts, first: int, after: int, taken: Collection[int]) -> int | None:
    """Return the verb of a clause: what follows its auxiliaries, else its first word in the form of a verb."""
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
