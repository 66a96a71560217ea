"""Direct quotations and who says them.

Marks are paired (`marks`), and what stands between them is judged twice: whether somebody says it (`wording`), and
which of those named or meant around it says it (`evidence`). Weights are fitted by benchmarks/fit_speakers.py.
"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.articles.article import Article, Span
from tui.compare.judgement import Judgement, read_judgement
from tui.compare.quotations import evidence, wording
from tui.compare.quotations.frames import Frame, candidates, frame_of
from tui.compare.quotations.marks import find_marked
from tui.compare.quotations.stream import Stream, read_stream
from tui.compare.reading import Name, Quotation, Reference

__all__ = ["find_marked", "find_quotations"]

Row = tuple[float, ...]
Decide = Callable[[Stream, Frame, list[int], list[Row]], str | None]
"""Given the stream, a quotation's frame, its candidates and a row of evidence for each; returns who says it or none."""


def find_quotations(
    article: Article, marked: Sequence[Span], names: Sequence[Name], references: Sequence[Reference] = ()
) -> tuple[Quotation, ...]:
    """Return the quotations of an article, each with who says it where that is sure enough.

    `marked` are the spans between marks that `find_marked` returned.

    A quotation is what somebody says, if only a few words, and no title, nickname or word held with tongs. One that
    goes on over several paragraphs, each opened anew, is one quotation. Speakers are taken from `names`, also where a
    reference such as "he" stands for one of them.
    """
    if not marked:
        return ()
    stream = read_stream(article, marked, names, references)
    judgement = _judgement("wording")
    said = [at for at in stream.quotations if judgement.probability(wording.row(stream, at)) >= judgement.threshold]
    speakers = find_speakers(stream, said, _choose_surest)
    return tuple(
        Quotation(stream.items[at].start, stream.items[at].end, speaker)
        for at, speaker in zip(said, speakers, strict=True)
    )


def find_speakers(stream: Stream, said: Sequence[int], decide: Decide) -> list[str | None]:
    """Return who says each quotation, given their items; what `decide` says of one is known when the next is asked."""
    previous: tuple[int, str] | None = None
    found: list[str | None] = []
    for at in said:
        frame = frame_of(stream, at, previous)
        near = candidates(stream, frame)
        rows = evidence.rows(stream, frame, near)
        speaker = decide(stream, frame, near, rows) if near else None
        found.append(speaker)
        previous = (at, speaker) if speaker is not None else None
    return found


class Limits(NamedTuple):
    """From which probability on somebody is named."""

    named: float
    """Where the name itself stands at the place that tells it."""
    meant: float
    """Where a reference does."""
    rival: float
    """How much of the likeliest one's probability any other may have."""


def _choose_surest(stream: Stream, frame: Frame, near: list[int], rows: list[Row]) -> str | None:
    judgement = _judgement("speakers")
    chances = [judgement.probability(row) * stream.items[at].sure for at, row in zip(near, rows, strict=True)]
    limits = Limits(judgement.threshold, judgement.thresholds["reference"], judgement.thresholds["rival"])
    return surest(stream, near, chances, limits)


def surest(stream: Stream, near: list[int], chances: Sequence[float], limits: Limits) -> str | None:
    """Return the name of the likeliest candidate if it is likely enough and no other comes near it."""
    best = max(range(len(near)), key=chances.__getitem__)
    item = stream.items[near[best]]
    least = limits.named if item.sure == 1.0 else limits.meant
    others = (c for at, c in zip(near, chances, strict=True) if stream.items[at].name != item.name)
    is_sure = chances[best] >= least and max(others, default=0.0) <= limits.rival * chances[best]
    return item.name if is_sure else None


@cache
def _judgement(name: str) -> Judgement:
    features = {"wording": wording.FEATURES, "speakers": evidence.FEATURES}[name]
    return read_judgement(Path(__file__).with_name(f"{name}.tsv"), features)
