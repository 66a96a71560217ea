"""Figures as facts: how many of what, and whether two sentences tell the same."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.articles.article import Article, Sentence
from tui.compare.links.concepts import concepts_of
from tui.compare.reading import Figure
from tui.compare.tokens import tokenize

_AROUND = 40
_MOST_FIGURES = 40


class Fact(NamedTuple):
    """A figure with what it tells of."""

    figure: Figure
    stems: frozenset[str]
    concepts: frozenset[str]


def read_facts(article: Article, sentence: Sentence, figures: Sequence[Figure]) -> tuple[Fact, ...]:
    """Return a sentence's figures as facts; "one" and "two" of nothing in particular are none."""
    facts = []
    for figure in figures[:_MOST_FIGURES]:
        if figure.kind == "number" and figure.value <= 2:
            continue
        around = max(sentence.start, figure.start - _AROUND), min(sentence.end, figure.end + _AROUND)
        tokens = tokenize(figure.counted) if figure.counted else tokenize(article.text, *around)
        stems = frozenset(token.stem for token in tokens if not token.is_stop)
        facts.append(Fact(figure, stems, frozenset(concepts_of(tokens))))
    return tuple(facts)


def fit_facts(left: Sequence[Fact], right: Sequence[Fact]) -> int:
    """Return 2 where two sentences give one figure of the same thing, 1 where what it tells of is unsure, else 0."""
    same = 0
    for one in left:
        for other in right:
            a, b = one.figure, other.figure
            if a.value != b.value or ("duration" in (a.kind, b.kind) and a.kind != b.kind):
                continue
            told = bool(one.concepts & other.concepts or one.stems & other.stems)
            if told or a.unit is None or b.unit is None or a.unit == b.unit:
                same = max(same, 1 + told)
    return same
