"""Why somebody is told to say a quotation, or nobody: the evidence of the likeliest place, in words."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tui.articles.article import Article, Span
from tui.compare.comparison import Reason
from tui.compare.judgement import Judgement
from tui.compare.quotations import Row, chances_of, choose_surest, find_said, find_speakers, judgement_of
from tui.compare.quotations.frames import Frame
from tui.compare.quotations.marks import find_marked
from tui.compare.quotations.stream import Stream, read_stream
from tui.compare.reading import Name, Reference
from tui.disk.tables import read_table

_LEAST_WEIGHT = 0.3
_MOST_TOLD = 6


def explain_speakers(
    article: Article, names: Sequence[Name], references: Sequence[Reference] = ()
) -> dict[Span, tuple[Reason, ...]]:
    """Return for each quotation that `find_quotations` finds in an article why its speaker says it, strongest first.

    Where none is sure enough the first reason says who is likeliest, and how likely. One near which nobody is named
    has no reasons.
    """
    stream = read_stream(article, find_marked(article), names, references)
    why: dict[int, tuple[Reason, ...]] = {}

    def decide(stream: Stream, frame: Frame, near: list[int], rows: list[Row]) -> str | None:
        name = choose_surest(stream, frame, near, rows)
        why[frame.at] = _give_reasons(stream, near, rows, name)
        return name

    said = find_said(stream)
    find_speakers(stream, said, decide)
    return {Span(stream.items[at].start, stream.items[at].end): why.get(at, ()) for at in said}


def _give_reasons(stream: Stream, near: list[int], rows: list[Row], name: str | None) -> tuple[Reason, ...]:
    judgement, chances = judgement_of("speakers"), chances_of(stream, near, rows)
    whose = [n for n, at in enumerate(near) if stream.items[at].name is not None]
    whose = [n for n in whose if name is None or stream.items[near[n]].name == name]
    if not whose:
        return ()
    best = max(whose, key=chances.__getitem__)
    told = _told(judgement, rows[best])
    if name is not None:
        return told
    whom = stream.items[near[best]].name
    others = max((c for at, c in zip(near, chances, strict=True) if stream.items[at].name != whom), default=0.0)
    rivals = ", and another is nearly as likely" if others > judgement.thresholds["rival"] * chances[best] else ""
    return (Reason("unsure", f"not sure enough: {whom} at {chances[best]:.0%}{rivals}", 0.0), *told)


def _told(judgement: Judgement, row: Row) -> tuple[Reason, ...]:
    """Return what a row of evidence adds, features that are told in the same words together."""
    sums: dict[str, tuple[str, float]] = {}
    for feature, weight, value in zip(judgement.features, judgement.weights, row, strict=True):
        text = _words().get(feature)
        if text is not None and weight * value:
            kind, before = sums.get(text, (feature, 0.0))
            sums[text] = kind, before + weight * value
    reasons = [Reason(kind, text, total) for text, (kind, total) in sums.items() if abs(total) >= _LEAST_WEIGHT]
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.weight))[:_MOST_TOLD])


@cache
def _words() -> dict[str, str]:
    return {feature: text for feature, text in read_table(Path(__file__).with_name("evidence_words.tsv"))}
