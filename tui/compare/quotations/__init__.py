"""Direct quotations and who says them.

Marks are paired (`marks`), and what stands between them is judged twice: whether somebody says it (`wording`), and
which of those named or meant around it says it (`evidence`). Weights are fitted by benchmarks/fit_speakers.py.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from tui.articles.article import Article, Span
from tui.compare.judgement import Judgement, read_judgement, shares
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
    said = find_said(stream)
    speakers = find_speakers(stream, said, choose_surest)
    return tuple(
        Quotation(stream.items[at].start, stream.items[at].end, speaker)
        for at, speaker in zip(said, speakers, strict=True)
    )


def find_said(stream: Stream) -> list[int]:
    """Return the items between marks that somebody says."""
    judgement = judgement_of("wording")
    return [at for at in stream.quotations if judgement.probability(wording.row(stream, at)) >= judgement.threshold]


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


def choose_surest(stream: Stream, frame: Frame, near: list[int], rows: list[Row]) -> str | None:
    """Return who says a quotation by the shipped tables, or none where that is not sure enough."""
    judgement = judgement_of("speakers")
    told = likely_speakers(stream, near, [judgement.probability(row) for row in rows])
    return surest(told, judgement.threshold)


def likely_speakers(stream: Stream, near: Sequence[int], chances: Sequence[float]) -> dict[str, float]:
    """Return how likely each name is who says a quotation, its places taken together.

    `chances` are how likely each candidate of `near` is by itself; one says it, or nobody who is named or meant there.
    """
    told: dict[str, float] = {}
    for at, share in zip(near, shares(chances), strict=True):
        name = stream.items[at].name
        if name is not None:
            told[name] = told.get(name, 0.0) + share * stream.items[at].sure
    return told


def surest(told: Mapping[str, float], least: float) -> str | None:
    """Return the likeliest name if it is likely enough."""
    name = max(told, key=told.__getitem__, default=None)
    return name if name is not None and told[name] >= least else None


@cache
def judgement_of(name: str) -> Judgement:
    """Return a table of weights of this room: "wording" or "speakers"."""
    features = {"wording": wording.FEATURES, "speakers": evidence.FEATURES}[name]
    return read_judgement(Path(__file__).with_name(f"{name}.tsv"), features)
