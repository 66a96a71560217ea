"""Annotated article pairs as they lie on disk: what the weights of links are fitted on.

In come folders and files of three kinds (pairs annotated sentence against sentence, summaries aligned with documents,
invented pairs in YAML); out go records, all of one shape, and pairs of articles about different events made of them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

Pair = tuple[int, int]
Spans = list[tuple[int, int]]


@dataclass
class Record:
    """An article pair as annotated."""

    name: str
    event: str
    source: str
    texts: list[str]
    spans: list[Spans]
    """Where the annotated sentences of both sides stand."""
    links: set[Pair]
    weak: set[Pair]


def read_annotated(folder: Path) -> Iterator[Record]:
    for path in sorted(folder.glob("pairs/*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        texts = [(path.parent / f"{side}.txt").read_text(encoding="utf-8") for side in ("left", "right")]
        spans = [[(a, b) for a, b in gold["sentences"][side]] for side in ("left", "right")]
        weak = {(p["l"], p["r"]) for p in gold["pairs"] if p["kind"] == "weak"}
        links = {(p["l"], p["r"]) for p in gold["pairs"]} - weak
        yield Record(path.parent.name, path.parent.name, "annotated", texts, spans, links, weak)


def read_summaries(folder: Path) -> Iterator[Record]:
    path = folder / "alignment-spark.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        record = json.loads(line)
        texts = ["\n".join(record[side]) for side in ("left", "right")]
        spans = [_line_spans(record[side]) for side in ("left", "right")]
        links = {(a, b) for a, b in record["pairs"]}
        yield Record(record["id"], record["id"].rsplit("-d", 1)[0], "summary", texts, spans, links, set())


def read_own(folder: Path) -> Iterator[Record]:
    for path in sorted(folder.glob("*.yaml")):
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        texts = ["\n".join(record[side]) for side in ("left", "right")]
        spans = [_line_spans(record[side]) for side in ("left", "right")]
        links, weak = ({(a, b) for a, b in record[kind]} for kind in ("links", "weak"))
        yield Record(path.stem, path.stem, "own", texts, spans, links, weak)


def pair_strangers(records: list[Record]) -> Iterator[Record]:
    """Yield pairs of articles about different events: each left article with the right ones of the next three."""
    for source, step in (("annotated", 1), ("own", 1), ("summary", 5)):
        same = [record for record in records if record.source == source][::step]
        for n, one in enumerate(same):
            for other in [*same, *same][n + 1 : n + min(4, len(same))]:
                if one.event != other.event:
                    texts, spans = [one.texts[0], other.texts[1]], [one.spans[0], other.spans[1]]
                    events = f"{one.event} {other.event}"
                    yield Record(f"{one.name} {other.name}", events, "strangers", texts, spans, set(), set())


def _line_spans(sentences: list[str]) -> Spans:
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return spans
