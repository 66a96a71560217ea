"""One sentence taken apart for comparing: its words with their stems and clauses, and what was read in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from tui.articles.article import Span
from tui.articles.furniture import told_span
from tui.compare.links.concepts import concepts_of_stem
from tui.compare.reading import Date, Figure, Name, Quotation, Reading
from tui.compare.tokens import tokenize
from tui.disk.tables import read_table

_TABLES = Path(__file__).parent
_NOTHING: frozenset[str] = frozenset()
_CLAUSE_MARKS = re.compile(r"[,;–—()]|:(?!\d)|\s-\s")

MOST_ITEMS = 60
"""Of so many names, figures and dates each in one sentence the first are compared; one with more is a table."""
MOST_WORDS = 400
"""A sentence of more words is none, but a list or a page gone wrong: its details are not looked for."""

Item = TypeVar("Item", Name, Figure, Date)


class Word(NamedTuple):
    """A word of a sentence."""

    start: int
    end: int
    text: str
    """Its one form, in lower case: "4" for "four"."""
    stem: str
    """The same for "kill", "killed" and "killing"."""
    content: bool
    """Whether it carries meaning of its own, unlike "the" or "have"."""
    clause: int
    """The number of the clause of the sentence it stands in, from 0."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What stands in one sentence; each sentence's parts are made once and are equal to nothing else."""

    number: int
    """The sentence's number in its article."""
    span: Span
    text: str
    words: tuple[Word, ...]
    """Those behind a dateline that it opens with, as all that was read in it."""
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    quotations: tuple[Quotation, ...]
    """The quotations that stand in it wholly or in part."""
    stems: frozenset[str]
    """The stems of its content words."""
    concepts: frozenset[str]
    """What its content words stand for."""

    def slice(self, span: Span) -> str:
        """Return the text of a span of the article that lies in the sentence."""
        return self.text[span.start - self.span.start : span.end - self.span.start]

    def within(self, span: Span) -> tuple[Word, ...]:
        """Return the words that lie in `span`."""
        return tuple(w for w in self.words if span.start <= w.start and w.end <= span.end)

    def says(self, stem: str) -> bool:
        """Say whether a content word of the sentence has this stem, or a concept that the stem stands for."""
        return stem in self.stems or bool(concepts_of_stem(stem) & self.concepts)


def read_parts(reading: Reading) -> tuple[Parts, ...]:
    """Return the parts of every sentence of an article, in order."""
    starts = _Starts(reading)
    return tuple(_read_sentence(reading, number, starts) for number in range(len(reading.article.sentences)))


class _Starts:
    """Where names, figures and dates begin and quotations end, so that those of a sentence are found by bisection."""

    def __init__(self, reading: Reading) -> None:
        self.names = [name.start for name in reading.names]
        self.figures = [figure.start for figure in reading.figures]
        self.dates = [date.start for date in reading.dates]
        self.quotations = [quotation.start for quotation in reading.quotations]
        self.quotation_ends = [quotation.end for quotation in reading.quotations]

    def quotations_over(self, span: Span) -> slice:
        """Return which quotations stand in a sentence wholly or in part: they follow one another without overlap."""
        return slice(bisect_right(self.quotation_ends, span.start), bisect_left(self.quotations, span.end))


def _inside(items: Sequence[Item], starts: list[int], span: Span) -> tuple[Item, ...]:
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return tuple(item for item in items[first : min(last, first + MOST_ITEMS)] if item.end <= span.end)


def _read_sentence(reading: Reading, number: int, starts: _Starts) -> Parts:
    sentence = reading.article.sentences[number]
    told = Span(*told_span(reading.article.text, sentence)) if sentence.kind == "prose" else sentence.span
    words = tuple(_words(reading, told))
    stems = frozenset([word.stem for word in words if word.content])
    return Parts(
        number,
        sentence.span,
        reading.article.slice(sentence.span),
        words,
        _inside(reading.names, starts.names, told),
        _inside(reading.figures, starts.figures, told),
        _inside(reading.dates, starts.dates, told),
        reading.quotations[starts.quotations_over(told)],
        stems,
        frozenset([concept for stem in stems for concept in concepts_of_stem(stem)]) or _NOTHING,
    )


def _words(reading: Reading, span: Span) -> list[Word]:
    text, found = reading.article.text, list[Word]()
    clause, at, openers = 0, span.start, words_of("clause opener")
    for start, end, word, stem, is_stop in tokenize(text, span.start, span.end):
        if word in openers or (text[at:start] != " " and _CLAUSE_MARKS.search(text, at, start)):
            clause += 1
        at = end
        # As `Word(…)`, in half the time.
        found.append(tuple.__new__(Word, (start, end, word, stem, not is_stop, clause)))
    return found


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the small words that do one kind of work in a sentence, such as "clause opener"."""
    return frozenset(
        word for row in read_table(_TABLES / "word_kinds.tsv") if row[0] == kind for word in row[1].split()
    )
