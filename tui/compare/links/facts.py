"""Figures as facts: how many of what, and whether two sentences tell the same, nearly the same or another."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.articles.article import Article, Sentence
from tui.compare.links.concepts import concepts_of
from tui.compare.reading import Figure
from tui.compare.tokens import tokenize

_AROUND = 40
_MOST_FIGURES = 40
_NEARLY = 0.6


class Fact(NamedTuple):
    """A figure with what it tells of."""

    figure: Figure
    stems: frozenset[str]
    concepts: frozenset[str]


class FactFit(NamedTuple):
    """What two sentences' figures say of each other."""

    same: int = 0
    """2 where both give the same figure of the same thing, 1 where what it tells of is unsure."""
    near: bool = False
    """Whether both tell of the same thing and give figures not far apart: 6,000 and 6,100, dozens and 50."""
    odds: bool = False
    """Whether both tell of the same kind of thing and give figures far apart, and none that is the same."""


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


def fit_facts(left: Sequence[Fact], right: Sequence[Fact]) -> FactFit:
    """Return what two sentences' figures say of each other."""
    same, near, odds = 0, False, False
    for one in left:
        for other in right:
            a, b = one.figure, other.figure
            if "duration" in (a.kind, b.kind) and a.kind != b.kind:
                continue
            told = bool(one.concepts & other.concepts or one.stems & other.stems)
            one_unit = a.unit == b.unit and a.kind == b.kind
            if a.value == b.value:
                if told or a.unit is None or b.unit is None or a.unit == b.unit:
                    same = max(same, 1 + told)
            elif one_unit and told and _nearly(a, b):
                near = True
            elif one_unit and (told or (a.unit is not None and a.kind != "count")):
                odds = True
    return FactFit(same, near, odds and not same)


def _nearly(one: Figure, other: Figure) -> bool:
    for a, b in ((one, other), (other, one)):
        if a.high is not None and a.value <= b.value <= a.high:
            return True
    top = max(one.high or one.value, other.high or other.value)
    return top > 0 and min(one.value, other.value) / top > _NEARLY
