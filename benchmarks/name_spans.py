"""Texts with their names marked, measured for the fit of the weights of names: spans, features, the best reading."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tui.articles.load import make_article
from tui.compare import names
from tui.compare.names import choose, lexicon
from tui.compare.names.choose import KINDS
from tui.compare.names.evidence import Known, find_features, find_learned
from tui.compare.names.phrases import is_known, phrase_of
from tui.compare.names.stretches import Stretch
from tui.compare.names.words import Sentence, cut_words

Gold = dict[str, list[tuple[int, int]]]
_MARK = re.compile(r"\[([PLO]) ([^\]]+)\]")
_MARKED = {"P": "person", "L": "place", "O": "organisation"}


@dataclass
class Span:
    """A span that could be a name, with what speaks for it and how good it would be as each kind, -1 to 1."""

    first: int
    last: int
    texts: tuple[str, ...]
    features: tuple[str, ...]
    quality: tuple[float, ...]


@dataclass
class Text:
    """A text with its names marked and its stretches measured."""

    source: str
    weight: float
    marked: list[tuple[int, int, str]]
    common: frozenset[str]
    stretches: list[Stretch]
    spans: list[list[Span]]


def read_gold(path: Path) -> list[dict]:
    """Return the records of a JSON Lines file, or of texts whose names are marked "[P Ada Brandt]"."""
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [_unmark(part) for part in "\n".join(lines).strip().split("\n\n")]


def _unmark(text: str) -> dict:
    plain, at, mentions = "", 0, []
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        mentions.append({"start": len(plain), "end": len(plain) + len(match[2]), "kind": _MARKED[match[1]]})
        plain, at = plain + match[2], match.end()
    return {"text": plain + text[at:], "mentions": mentions, "source": "invented"}


def measure(record: dict, weight: float) -> Text:
    """Return a record with the features of its spans that no other place tells."""
    article = make_article(record["text"])
    sentences = [[cut_words(article.text, s.start, s.end) for s in article.sentences]]
    common = names.common_words(sentences)
    stretches = [stretch for stretch, _ in names.weigh_all(sentences, common)[0]]
    gold, free = _gold_of(record)
    spans = []
    for stretch in stretches:
        row = []
        for first, last in choose.possible_spans(stretch):
            texts = tuple(word.text for word in stretch.words[first:last])
            features = tuple(find_features(stretch, first, last, Known(common)))
            start, end = stretch.place(first, last)
            row.append(Span(first, last, texts, features, _quality(start, end, gold, free)))
        # Some corpora mark only what a longer name or description holds these in: they would be taught to be none.
        unmarked = any(is_known(phrase_of(span.texts)) and max(span.quality) <= 0 for span in row)
        spans.append([] if unmarked and record["source"] != "invented" else row)
    marked = [(m["start"], m["end"], m["kind"]) for m in record["mentions"] if m.get("named", True)]
    return Text(record["source"], weight, marked, common, stretches, spans)


def _core(sentence: Sentence, kind: str) -> tuple[int, int] | None:
    """Return the offsets of a gold name without articles, titles and small words at its ends."""
    words, starts = sentence
    keep = [i for i, w in enumerate(words) if w.capital and not w.function]
    if not keep:
        return None
    first, last = keep[0], keep[-1]
    while last + 1 < len(words) and words[last + 1].small_head:
        last += 1
    if kind == "person":
        while first < last and (words[first].title or words[first].adjective):
            first += 1
    return starts[first], starts[last] + len(words[last].text)


def _gold_of(record: dict) -> tuple[Gold, list[tuple[int, int]]]:
    """Return the innermost gold names of each kind, and organisations that are only a place's name."""
    text = record["text"]
    cores: Gold = {kind: [] for kind in KINDS}
    free = []
    for mention in record["mentions"]:
        kind = mention["kind"]
        if kind not in cores or not mention.get("named", True):
            continue
        core = _core(cut_words(text, mention["start"], mention["end"]), kind)
        if core is None:
            continue
        if kind == "organisation" and text[core[0] : core[1]] in lexicon.places():
            free.append(core)
        else:
            cores[kind].append(core)
    for kind, spans in cores.items():
        cores[kind] = [s for s in spans if not any(o != s and o[0] >= s[0] and o[1] <= s[1] for o in spans)]
    outer = cores["organisation"]
    cores["place"] = [s for s in cores["place"] if not any(o[0] <= s[0] and s[1] <= o[1] and o != s for o in outer)]
    return cores, free


def _quality(start: int, end: int, gold: Gold, free: Sequence[tuple[int, int]]) -> tuple[float, ...]:
    """Return how good the offsets would be as a name of each kind, -1 to 1."""
    found = []
    for kind in KINDS:
        best = -1.0
        for a, b in gold[kind]:
            shared = min(b, end) - max(a, start)
            if shared > 0:
                best = max(best, 2 * (2 * shared / (b - a + end - start)) - 1)
        if kind == "place" and (start, end) in free:
            best = max(best, 0.3)
        found.append(best)
    return tuple(found)


def learn_from(text: Text) -> list[list[tuple[str, ...]]]:
    """Return for every span what a first choice with the weights in use tells for the second."""
    known = names.learn([[(s, choose.weigh_spans(s, text.common)) for s in text.stretches]], text.common)
    return [
        [tuple(find_learned(stretch, span.first, span.last, known)) for span in row]
        for stretch, row in zip(text.stretches, text.spans, strict=True)
    ]


def read_names(text: Text) -> list[tuple[int, int, str]]:
    """Return the names that the weights in use find in a text."""
    weighed = [(s, choose.weigh_spans(s, text.common)) for s in text.stretches]
    known = names.learn([weighed], text.common)
    found = []
    for stretch, candidates in weighed:
        for first, last, kind in choose.choose_names(stretch, candidates, known):
            found.append((*stretch.place(first, last), kind))
    return found


class Lattice:
    """The spans of many stretches as flat arrays, for one pass over all of them at once."""

    def __init__(self, rows: Iterable[tuple[Stretch, list[Span], list[tuple[str, ...]], float]], index: dict[str, int]):
        """Take stretches, their spans, what else speaks for each span, and their weight."""
        of, first, last, columns, quality, weight = [], [], [], [], [], []
        for number, (stretch, spans, more, value) in enumerate(rows):
            weight.append(value)
            for span, extra in zip(spans, more, strict=True):
                of.append(number)
                first.append(span.first - stretch.first)
                last.append(span.last - stretch.first)
                columns.append([index[f] for f in ("always", *span.features, *extra) if f in index])
                quality.append(span.quality)
        self.weight = np.array(weight)
        self.of, self.first, self.last = map(np.array, (of, first, last))
        self.columns = np.full((len(columns), max(map(len, columns))), len(index))
        for row, found in zip(self.columns, columns, strict=True):
            row[: len(found)] = found
        self.longest = int(self.last.max())
        self.ending = [np.where(self.last == at)[0] for at in range(self.longest + 1)]
        self.beginning = [np.where(self.first == at)[0] for at in range(self.longest + 1)]
        self.wanted = self._best(np.array(quality))

    def _best(self, quality: np.ndarray) -> np.ndarray:
        """Return 1 for each span and kind of the reading nearest to gold, else 0."""
        best = np.zeros((len(self.weight), self.longest + 1))
        taken = np.full(best.shape, -1)
        value = quality.max(axis=1)
        for at in range(1, self.longest + 1):
            best[:, at] = best[:, at - 1]
            for span in self.ending[at]:
                total = best[self.of[span], self.first[span]] + value[span]
                if value[span] > 0 and total > best[self.of[span], at]:
                    best[self.of[span], at], taken[self.of[span], at] = total, span
        wanted = np.zeros(quality.shape)
        for row in taken:
            at = self.longest
            while at > 0:
                if row[at] >= 0:
                    wanted[row[at], quality[row[at]].argmax()] = 1
                at = self.first[row[at]] if row[at] >= 0 else at - 1
        return wanted

    def scores(self, weights: np.ndarray) -> np.ndarray:
        """Return the score of each span as each kind."""
        return np.vstack([weights, np.zeros(weights.shape[1])])[self.columns].sum(axis=1)

    def shares(self, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return how likely each span is each kind, and for each stretch the log of the sum over all its readings."""
        total = np.logaddexp.reduce(scores, axis=1)
        ahead = np.zeros((len(self.weight), self.longest + 1))
        behind = np.zeros(ahead.shape)
        for at in range(1, self.longest + 1):
            ahead[:, at] = ahead[:, at - 1]
            e = self.ending[at]
            np.logaddexp.at(ahead[:, at], self.of[e], ahead[self.of[e], self.first[e]] + total[e])
        for at in range(self.longest - 1, -1, -1):
            behind[:, at] = behind[:, at + 1]
            e = self.beginning[at]
            np.logaddexp.at(behind[:, at], self.of[e], behind[self.of[e], self.last[e]] + total[e])
        whole = ahead[:, self.longest]
        around = ahead[self.of, self.first] + behind[self.of, self.last] - whole[self.of]
        return np.exp(around[:, None] + scores), whole
