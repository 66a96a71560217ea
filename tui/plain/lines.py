"""A comparison as lines that say everything in words: no sign, no colour, no column carries a meaning."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tui.articles.article import SIDES, Side
from tui.compare.comparison import Detail, Passage
from tui.notes.reports.citing import article_facts, article_title, flatten, pair_title, say_counts
from tui.notes.reports.contents import Contents, Row, brief_lines

Landmark = Literal["question", "passage", "detail", "conflict", "alone"]
"""What a key can go to."""

_SIGNS = {"=": "same words", "≈": "reworded", "≠": "differs", "!": "conflict", "·": ""}


@dataclass(frozen=True, slots=True)
class PlainLine:
    """One line, and the landmarks it is."""

    text: str
    landmarks: frozenset[Landmark] = frozenset()


def make_lines(contents: Contents) -> tuple[PlainLine, ...]:
    """Return a comparison as lines: what it is, the brief, then every sentence once, each passage with its details."""
    return tuple([*_head(contents), *_brief(contents), PlainLine("Sentence by sentence."), *_rows(contents)])


def _head(contents: Contents) -> Iterator[PlainLine]:
    names = [contents.side_name(side) for side in SIDES]
    yield PlainLine(f"{pair_title(contents.comparison)}.")
    for side, name in zip(SIDES, names, strict=True):
        article = contents.article(side)
        yield PlainLine(f"{name.capitalize()}: {', '.join((article_title(article), *article_facts(article)))}.")
    yield PlainLine(f"{', '.join(say_counts(contents.counts, *names))}.")
    comparison = contents.comparison
    if comparison.model is not None:
        yield PlainLine(f"{comparison.model}.")
    yield from (PlainLine(f"{told}.") for told in (*comparison.warnings, *comparison.troubles))


def _brief(contents: Contents) -> Iterator[PlainLine]:
    for question in contents.comparison.brief.questions:
        counts = ", ".join(f"{number} {name}" for name, number in question.counts if number)
        text = f"Question {question.number}. {question.title} {counts or 'Nothing found'}."
        yield PlainLine(text, frozenset({"question"}))
        lines, left_over = brief_lines(question)
        for line in lines:
            sign = _SIGNS.get(line.sign, "")
            where = f", passage {', '.join(map(str, line.passages))}" if line.passages and question.number < 5 else ""
            yield PlainLine(flatten(f"{sign}: {line.text}{where}" if sign else f"{line.text}{where}"))
        if left_over:
            yield PlainLine(f"And {left_over} more.")


def _rows(contents: Contents) -> Iterator[PlainLine]:
    for row in contents.rows:
        if row.passage is not None:
            yield from _passage(contents, row.passage, row)
        else:
            yield from (_sentence(contents, "left", number) for number in row.left)
            yield from (_sentence(contents, "right", number) for number in row.right)


def _passage(contents: Contents, passage: Passage, row: Row) -> Iterator[PlainLine]:
    mark = contents.mark(passage).words
    yield PlainLine(f"Passage {passage.number} of {len(contents.comparison.passages)}, {mark}.", frozenset({"passage"}))
    yield from (_sentence(contents, "left", number) for number in row.left)
    yield from (_sentence(contents, "right", number) for number in row.right)
    yield from (_detail(contents, detail) for detail in contents.details_of.get(passage.number, ()))


def _sentence(contents: Contents, side: Side, number: int) -> PlainLine:
    article = contents.article(side)
    alone = number in contents.alone[side]
    name = f"only {contents.side_name(side)}" if alone else contents.side_name(side)
    noted = [str(mark.number) for mark in contents.highlights[side].get(number, ())]
    notes = f", note {', '.join(noted)}" if noted else ""
    text = f"{name.capitalize()}, sentence {number + 1}{notes}: {flatten(article.slice(article.sentences[number]))}"
    return PlainLine(text, frozenset({"alone"}) if alone else frozenset())


def _detail(contents: Contents, detail: Detail) -> PlainLine:
    said = "Conflict" if detail.conflict else "Differs"
    why = f"; {detail.why}" if detail.why else ""
    landmarks: frozenset[Landmark] = frozenset({"detail", "conflict"} if detail.conflict else {"detail"})
    return PlainLine(flatten(f"{said}, {detail.kind}: {detail.summary}{why}."), landmarks)
