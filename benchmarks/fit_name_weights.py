"""Fit the weights by which spans of words are told to be people, places or organisations.

    python -m benchmarks.fit_name_weights GOLD.jsonl [--half even|odd] [--write]

GOLD.jsonl holds a record a line, {"text", "mentions": [{"start", "end", "kind", "named"}], "source"}. The fit is an
averaged perceptron that moves from the reading it would give now, with its mistakes made dearer, to the best reading
it can reach (Chiang, Hope and fear for discriminative training, JMLR 2012). It starts from the weights in the table
and is pulled back to them, so that what the gold says little of keeps the hand-set value. `--half` fits on every other
record of each source; `--write` writes the table.
"""

import argparse
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tui.articles.load import make_article
from tui.compare import names
from tui.compare.names import choose, lexicon
from tui.compare.names.choose import KINDS, Weights
from tui.compare.names.evidence import Known, find_features
from tui.compare.names.stretches import Stretch, small_heads
from tui.compare.names.words import Word, cut_words

Gold = dict[str, list[tuple[int, int]]]


@dataclass
class Span:
    """A span that could be a name, with what speaks for it and how good it would be as each kind, -1 to 1."""

    first: int
    last: int
    features: list[str]
    quality: tuple[float, ...]


def core_of(words: list[Word], kind: str) -> tuple[int, int] | None:
    """Return the offsets of a gold name without articles, titles and small words at its ends."""
    keep = [i for i, w in enumerate(words) if w.capital and not lexicon.marks(w.text).function]
    if not keep:
        return None
    first, last = keep[0], keep[-1]
    while last + 1 < len(words) and words[last + 1].text in small_heads():
        last += 1
    if kind == "person":
        while first < last and (lexicon.marks(words[first].text).title or lexicon.marks(words[first].text).adjective):
            first += 1
    return words[first].start, words[last].end


def gold_of(record: dict) -> tuple[Gold, list[tuple[int, int]]]:
    """Return the innermost gold names of each kind, and organisations that are only a place's name."""
    text = record["text"]
    cores: dict[str, list[tuple[int, int]]] = {kind: [] for kind in KINDS}
    free = []
    for mention in record["mentions"]:
        kind = mention["kind"]
        if kind not in cores or not mention.get("named", True):
            continue
        core = core_of(list(cut_words(text, mention["start"], mention["end"])), kind)
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


def quality_of(start: int, end: int, gold: Gold, free: list[tuple[int, int]]) -> tuple[float, ...]:
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


def best_path(stretch: Stretch, spans: list[Span], table: Weights, lean: float) -> list[tuple[Span, int]]:
    """Return the spans and kinds with the highest sum of score and `lean` times quality."""
    ending: dict[int, list[tuple[float, Span, int]]] = defaultdict(list)
    for span in spans:
        scores = choose.weigh(("always", *span.features), table)
        leaned = [s + lean * q for s, q in zip(scores, span.quality, strict=True)]
        kind = max(range(3), key=leaned.__getitem__)
        if leaned[kind] > 0:
            ending[span.last].append((leaned[kind], span, kind))
    best: dict[int, tuple[float, list[tuple[Span, int]]]] = {stretch.first: (0.0, [])}
    for at in range(stretch.first + 1, stretch.last + 1):
        total, chosen = best[at - 1]
        for score, span, kind in ending.get(at, ()):
            if best[span.first][0] + score > total:
                total = best[span.first][0] + score
                chosen = [*best[span.first][1], (span, kind)]
        best[at] = total, chosen
    return best[stretch.last][1]


def examples(records: list[dict]) -> list[tuple[Stretch, list[Span]]]:
    """Return every stretch of every record with its possible spans, as seen in the first and in the second pass."""
    found = []
    for record in records:
        article = make_article(record["text"])
        sentences = [[tuple(cut_words(article.text, s.start, s.end)) for s in article.sentences]]
        common = names.common_words(sentences)
        weighed = names.weigh_article(sentences[0], common)
        stretches = [stretch for stretch, _ in weighed]
        gold, free = gold_of(record)
        for known in (Known(common), names.learn([weighed], common)):
            for stretch in stretches:
                spans = []
                for first, last in choose.possible_spans(stretch):
                    start, end = stretch.words[first].start, stretch.words[last - 1].end
                    features = find_features(stretch, first, last, known)
                    spans.append(Span(first, last, features, quality_of(start, end, gold, free)))
                found.append((stretch, spans))
    return found


def fit(records: list[dict], start: Weights, rounds: int, rate: float, pull: float) -> Weights:
    """Return the weights after `rounds` over the records, averaged."""
    table = {name: list(row) for name, row in start.items()}
    total: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    order = random.Random(1)
    steps = 0
    for turn in range(rounds):
        if turn % 3 == 0:
            now = {name: tuple(row) for name, row in table.items()}
            choose.weights = lambda now=now: now  # type: ignore[assignment,misc]
            choose.forget_weights()
            seen = examples(records)
        order.shuffle(seen)
        mistakes = 0
        for stretch, spans in seen:
            frozen = table  # weigh() only reads
            hope = best_path(stretch, spans, frozen, 2.0)  # type: ignore[arg-type]
            fear = best_path(stretch, spans, frozen, -2.0)  # type: ignore[arg-type]
            if [(id(s), k) for s, k in hope] == [(id(s), k) for s, k in fear]:
                continue
            mistakes += 1
            for path, sign in ((hope, rate), (fear, -rate)):
                for span, kind in path:
                    for feature in ("always", *span.features):
                        table.setdefault(feature, [0.0, 0.0, 0.0])[kind] += sign
        for name, row in table.items():
            base = start.get(name, (0.0, 0.0, 0.0))
            table[name] = [value + pull * (b - value) for value, b in zip(row, base, strict=True)]
        if turn >= rounds // 3:
            steps += 1
            for name, row in table.items():
                total[name] = [a + b for a, b in zip(total[name], row, strict=True)]
        print(f"round {turn + 1}: {mistakes} of {len(seen)} stretches moved the weights")
    return {name: tuple(round(value / steps, 2) for value in row) for name, row in total.items()}


def main() -> None:
    """Fit and print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--half", choices=["even", "odd"])
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--rate", type=float, default=0.02)
    parser.add_argument("--pull", type=float, default=0.003)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    records, count = [], defaultdict(int)
    for path in options.gold:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            even = count[record["source"]] % 2 == 0
            count[record["source"]] += 1
            if options.half is None or even == (options.half == "even"):
                records.append(record)
    start = dict(choose.weights())
    fitted = fit(records, start, options.rounds, options.rate, options.pull)
    if options.write:
        table = Path(choose.__file__).parent / "tables" / "weights.tsv"
        head = [line for line in table.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        rows = ["\t".join([name, *(f"{v:g}" for v in row)]) for name, row in sorted(fitted.items())]
        options.write.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
