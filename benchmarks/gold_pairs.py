"""Annotated article pairs as they lie on disk: what the weights of links are fitted on.

In come folders and files of three kinds (pairs annotated sentence against sentence, summaries aligned with documents,
invented pairs in YAML); out go records, all of one shape, pairs of articles about different events made of them, short
stretches cut out of all these, and long articles that tell of many events.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

Pair = tuple[int, int]
Spans = list[tuple[int, int]]
_FEW_LINKS = 2
"""Invented pairs with fewer tell of two events."""


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
    apart: bool = False
    """Whether its articles tell of two events."""


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


def read_own(place: Path) -> Iterator[Record]:
    """Yield the pairs of a folder of YAML files, or of one file of several documents, which are short ones."""
    for path in sorted(place.glob("*.yaml")) if place.is_dir() else [place]:
        for number, record in enumerate(yaml.safe_load_all(path.read_text(encoding="utf-8"))):
            name = path.stem if place.is_dir() else f"{path.stem}-{number}"
            texts = ["\n".join(record[side]) for side in ("left", "right")]
            spans = [_line_spans(record[side]) for side in ("left", "right")]
            links, weak = ({(a, b) for a, b in record[kind]} for kind in ("links", "weak"))
            source = "own" if place.is_dir() else "short"
            yield Record(name, name, source, texts, spans, links, weak, len(links) < _FEW_LINKS)


def pair_strangers(records: list[Record]) -> Iterator[Record]:
    """Yield pairs of articles about different events: each left article with the right ones of the next three."""
    for source, step in (("annotated", 1), ("own", 1), ("summary", 5)):
        same = [record for record in records if record.source == source][::step]
        for n, one in enumerate(same):
            for other in [*same, *same][n + 1 : n + min(4, len(same))]:
                if one.event != other.event:
                    texts, spans = [one.texts[0], other.texts[1]], [one.spans[0], other.spans[1]]
                    events = f"{one.event} {other.event}"
                    yield Record(f"{one.name} {other.name}", events, "strangers", texts, spans, set(), set(), True)


def gather_digest(records: Iterable[Record], besides: Iterable[Record], scattered: bool) -> Record:
    """Return a pair of long articles: the left ones of `records` in some order, and the right ones in another.

    Between them stand both sides of each record of `besides`, all records of one event in the same long article. With
    `scattered`, the sentences of the right one are in no order at all.
    """
    random, told = Random(7), list(records)
    parts = [[_numbered_lines(record, side) for record in told] for side in (0, 1)]
    events: dict[str, int] = {}
    for record in besides:
        there = parts[events.setdefault(record.event, len(events) % 2)]
        there += [_numbered_lines(record, side, False) for side in (0, 1)]
    lines: list[list[str]] = []
    places: list[dict[tuple[str, int], int]] = []
    for side, part in enumerate(parts):
        random.shuffle(part)
        row = [line for numbered in part for line in numbered]
        if scattered and side:
            random.shuffle(row)
        lines.append([line for line, _ in row])
        places.append({key: at for at, (_, key) in enumerate(row) if key})
    links, weak = (
        {(places[0][one.name, a], places[1][one.name, b]) for one in told for a, b in getattr(one, kind)}
        for kind in ("links", "weak")
    )
    texts, spans = ["\n".join(side) for side in lines], [_line_spans(side) for side in lines]
    return Record("digest", " ".join(one.event for one in told), "digest", texts, spans, links, weak)


def _numbered_lines(record: Record, side: int, is_told: bool = True) -> list[tuple[str, tuple[str, int] | None]]:
    """Return the sentences of an article, each with the record's name and its number, or with nothing."""
    spans, text = record.spans[side], record.texts[side]
    return [
        (" ".join(text[a:b].split()), (record.name, number) if is_told else None) for number, (a, b) in enumerate(spans)
    ]


def cut_short(records: Iterable[Record], times: int) -> Iterator[Record]:
    """Yield of each record so many stretches of one to six sentences a side, as somebody might paste them.

    Every other one begins where the article does; of the others most hold a link if there is any.
    """
    random = Random(7)
    for record in records:
        for number in range(times):
            link = random.choice(sorted(record.links)) if record.links and random.random() < 0.8 else None
            ranges = [
                _stretch(random, len(spans), number % 2 == 0, link and link[s]) for s, spans in enumerate(record.spans)
            ]
            lines = [
                [" ".join(text[a:b].split()) for a, b in spans[part.start : part.stop]]
                for text, spans, part in zip(record.texts, record.spans, ranges, strict=True)
            ]
            links, weak = (
                {(a - ranges[0].start, b - ranges[1].start) for a, b in pairs if a in ranges[0] and b in ranges[1]}
                for pairs in (record.links, record.weak)
            )
            texts, spans = ["\n".join(side) for side in lines], [_line_spans(side) for side in lines]
            yield Record(f"{record.name}~{number}", record.event, "cut", texts, spans, links, weak, record.apart)


def _stretch(random: Random, count: int, from_start: bool, around: int | None) -> range:
    size = min(count, random.randint(1, 6))
    first = 0 if from_start else random.randint(0, count - size)
    if not from_start and around is not None:
        first = max(0, min(count - size, around - random.randint(0, size - 1)))
    return range(first, first + size)


def _line_spans(sentences: list[str]) -> Spans:
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return spans
