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


class Limits(NamedTuple):
    """From which probability on somebody is named."""

    named: float
    """How likely the text must tell it in one of the places where somebody is named or meant."""
    rival: float
    """How much of the likeliest place's probability any place of another may have."""


def choose_surest(stream: Stream, frame: Frame, near: list[int], rows: list[Row]) -> str | None:
    """Return who says a quotation by the shipped tables, or none where that is not sure enough."""
    judgement = judgement_of("speakers")
    chances = chances_of(stream, near, rows)
    return surest(stream, near, chances, Limits(judgement.threshold, judgement.thresholds["rival"]))


def chances_of(stream: Stream, near: list[int], rows: list[Row]) -> list[float]:
    """Return for each candidate how likely the text tells the speaker there."""
    judgement = judgement_of("speakers")
    return [judgement.probability(row) * stream.items[at].sure for at, row in zip(near, rows, strict=True)]


def surest(stream: Stream, near: list[int], chances: Sequence[float], limits: Limits) -> str | None:
    """Return the likeliest name if it is likely enough, its places taken together, and no other comes near it."""
    silence: dict[str, float] = {}
    for at, chance in zip(near, chances, strict=True):
        name = stream.items[at].name
        if name is not None:
            silence[name] = silence.get(name, 1.0) * (1.0 - chance)
    if not silence:
        return None
    name = min(silence, key=silence.__getitem__)
    best = max(c for at, c in zip(near, chances, strict=True) if stream.items[at].name == name)
    others = max((c for at, c in zip(near, chances, strict=True) if stream.items[at].name != name), default=0.0)
    return name if 1.0 - silence[name] >= limits.named and others <= limits.rival * best else None


@cache
def judgement_of(name: str) -> Judgement:
    """Return a table of weights of this room: "wording" or "speakers"."""
    features = {"wording": wording.FEATURES, "speakers": evidence.FEATURES}[name]
    return read_judgement(Path(__file__).with_name(f"{name}.tsv"), features)
