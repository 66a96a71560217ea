"""One sentence taken apart for comparing: its words with their stems and clauses, and what was read in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from snowballstemmer import stemmer

from tui.articles.article import Span
from tui.compare.reading import Date, Figure, Name, Quotation, Reading
from tui.compare.tables import read_table

_TABLES = Path(__file__).parent
_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_CLAUSE_MARKS = re.compile(r"[,;:–—()]|\s-\s")
_STEMMER = stemmer("english")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence."""

    start: int
    end: int
    text: str
    """As it stands, in lower case."""
    key: str
    """Its concept ("die" for killed, dead and lives lost), else its stem: equal keys, same meaning."""
    content: bool
    """Whether it carries meaning of its own, unlike "the" or "have"."""
    clause: int
    """The number of the clause of the sentence it stands in, from 0."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in one sentence."""

    number: int
    """The sentence's number in its article."""
    span: Span
    text: str
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    quotations: tuple[Quotation, ...]
    """The quotations that stand in it wholly or in part."""

    def slice(self, span: Span) -> str:
        """Return the text of a span of the article that lies in the sentence."""
        return self.text[span.start - self.span.start : span.end - self.span.start]

    def within(self, span: Span) -> tuple[Word, ...]:
        """Return the words that lie in `span`."""
        return tuple(w for w in self.words if span.start <= w.start and w.end <= span.end)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its content words."""
        return frozenset(w.key for w in self.words if w.content)


def read_parts(reading: Reading) -> tuple[Parts, ...]:
    """Return the parts of every sentence of an article, in order."""
    return tuple(_read_sentence(reading, number) for number in range(len(reading.article.sentences)))


def _read_sentence(reading: Reading, number: int) -> Parts:
    span = reading.article.sentences[number].span
    text = reading.article.slice(span)
    return Parts(
        number,
        span,
        text,
        tuple(_words(text, span.start)),
        tuple(n for n in reading.names if span.holds(n.span)),
        tuple(f for f in reading.figures if span.holds(f.span)),
        tuple(d for d in reading.dates if span.holds(d.span)),
        tuple(q for q in reading.quotations if span.overlaps(q.span)),
    )


def _words(text: str, offset: int) -> Iterator[Word]:
    clause, at = 0, 0
    for match in _WORD.finditer(text):
        lower = match.group().lower().replace("’", "'")
        if _CLAUSE_MARKS.search(text, at, match.start()) or lower in clause_openers():
            clause += 1
        at = match.end()
        content = lower not in function_words()
        yield Word(offset + match.start(), offset + at, lower, key_of(lower), content, clause)


@cache
def key_of(word: str) -> str:
    """Return the concept of a word in lower case, or its stem when it has none."""
    return concepts().get(word) or concepts().get(_stem(word)) or _stem(word)


def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word.replace(".", "") if "." in word and not word[0].isdigit() else word))


@cache
def concepts() -> dict[str, str]:
    """Return the concept of each word and stem that has one."""
    found: dict[str, str] = {}
    for row in read_table(_TABLES / "concepts.tsv"):
        for word in row[1].split():
            found[word] = row[0]
            found.setdefault(_stem(word), row[0])
    return found


@cache
def function_words() -> frozenset[str]:
    """Return the words that carry no meaning of their own."""
    return frozenset(word for row in read_table(_TABLES / "function_words.tsv") for word in row[1].split())


@cache
def clause_openers() -> frozenset[str]:
    """Return the words that open a clause of their own."""
    return frozenset(
        word for row in read_table(_TABLES / "function_words.tsv") if row[0] == "opener" for word in row[1].split()
    )
