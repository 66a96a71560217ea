"""Fit the weights by which pronouns and descriptions are given whom they stand for.

    python -m benchmarks.fit_references GOLD.jsonl [MORE.jsonl] [--write]

A line of GOLD.jsonl holds {"id", "text", "mentions": [{"start", "end", "names"}]}; no names means that no name in the
text answers. Printed are precision and recall, cross-validated over texts, for several thresholds. The fit goes twice
through each text: once told the right answer of each pointer before the next, and once with its own answers, so that
it learns to live with its mistakes. `--write` writes the table.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from benchmarks.annotated import Annotated, read_annotated
from benchmarks.fitting import Fit, folds, regress_choice, write_table
from tui.articles.load import make_article
from tui.compare import references
from tui.compare.judgement import Judgement, shares
from tui.compare.names import find_names
from tui.compare.quotations import find_marked
from tui.compare.references.candidates import Candidate
from tui.compare.references.evidence import FEATURES
from tui.compare.references.resolve import resolve
from tui.compare.references.scan import FAMILIES, Pointer, read_scene

FOLDER = Path(references.__file__).parent
PENALTIES = {"speaking": 6.0, "people": 20.0, "things": 20.0, "descriptions": 20.0}
OURS = 4.0
"""What an article of ours weighs: biographies name one person all the time, which news does not."""
THRESHOLDS = {"speaking": 0.5, "people": 0.55, "things": 0.7, "descriptions": 0.6}
SPEAK_FOR = frozenset(
    ("same gender", "same kind", "said of it", "words said of it", "nearest", "touches", "in its name")
)
SPEAK_AGAINST = frozenset(("strangers between", "stranger leads to it", "was unsure", "one of several", "pleonastic"))
"""What more of can only speak for, and against: with few examples of it a fit may take the contrary for true."""
HEAD = (
    "By what a pronoun or description is told to stand for someone named: log odds for each feature of evidence.py.",
    "Fitted by benchmarks/fit_references.py on GUM (annotation CC BY 4.0). Licence: MIT, like the program.",
)

Row = tuple[float, ...]
Fits = dict[str, Fit]
Walked = dict[str, list[tuple[list[Row], list[bool]]]]
"""By family of pointers the rows of each pointer's options, and whether each is right."""
Choice = tuple[Candidate | None, Sequence[float]]
Choose = Callable[[Pointer, list[Candidate], list[Row], list[bool]], Choice]


def record_of(article: Annotated) -> dict:
    mentions = [
        {"start": start, "end": end, "names": [" and ".join(names)]}
        for (start, end), names in article.references.items()
    ]
    return {"id": article.event, "text": article.text, "mentions": mentions}


def name_words(name: str) -> set[str]:
    return set(name.casefold().replace("’s", "").replace("'s", "").split()) - {"and"}


class Text:
    """An annotated text with its scene, and for each pointer what the gold says of it."""

    def __init__(self, record: dict, weight: float = 1.0) -> None:
        self.weight = weight
        self.event = record["id"]
        self.mentions = record["mentions"]
        self.article = make_article(record["text"])
        self.scene = read_scene(self.article, find_names([self.article])[0], find_marked(self.article))
        if weight == OURS:
            self.scene.pointers = [p for p in self.scene.pointers if p.form != "a"]  # not annotated there
        self.met = {pointer: self._met(pointer) for pointer in self.scene.pointers}

    def _met(self, pointer: Pointer) -> list[int]:
        """Return the gold mentions that share half of the shorter one with a pointer, the smallest first."""
        start, end = self.scene.place(pointer.first, pointer.last)
        met = []
        for number, mention in enumerate(self.mentions):
            shared = min(mention["end"], end) - max(mention["start"], start)
            if shared > 0 and shared >= 0.5 * min(mention["end"] - mention["start"], end - start):
                met.append((mention["end"] - mention["start"], number))
        return [number for _, number in sorted(met)]

    def is_right(self, pointer: Pointer, names: tuple[str, ...]) -> bool:
        """Return whether the smallest gold mention there has one of its names in common."""
        said = name_words(" ".join(names))
        gold = [name_words(name) for name in self.mentions[self.met[pointer][0]]["names"]] if self.met[pointer] else []
        return any(words and (words <= said or said <= words) for words in gold)

    def walk(self, choose: Choose) -> Walked:
        """Return the rows of all options met on the way and whether each is right."""
        walked: Walked = {family: [] for family in FAMILIES}

        def decide(pointer: Pointer, options: list[Candidate], rows: list[Row]) -> Choice:
            right = [self.is_right(pointer, option.names) for option in options]
            walked[pointer.family].append((rows, right))
            return choose(pointer, options, rows, right)

        resolve(self.article, self.scene, decide)
        return walked


def choose_right(pointer: Pointer, options: list[Candidate], rows: list[Row], right: list[bool]) -> Choice:
    chosen = next((option for option, is_right in zip(options, right, strict=True) if is_right), None)
    return chosen, [float(is_right) for is_right in right]


def choose_by(fits: Fits, made: list[tuple[Pointer, bool, float]]) -> Choose:
    """Return a way to choose by the fit of each family; what is the best option of each pointer is added to `made`."""

    def choose(pointer: Pointer, options: list[Candidate], rows: list[Row], right: list[bool]) -> Choice:
        chances = shares(fits[pointer.family].probability(np.array(rows)).tolist())
        best = max(range(len(chances)), key=chances.__getitem__)
        made.append((pointer, right[best], chances[best]))
        return (options[best] if chances[best] >= THRESHOLDS[pointer.family] else None), chances

    return choose


def train(texts: Sequence[Text]) -> Fits:
    told = [(text.walk(choose_right), text.weight) for text in texts]
    fits = _fit(told)
    return _fit(told + [(text.walk(choose_by(fits, [])), text.weight) for text in texts])


def judgements(fits: Fits) -> dict[str, Judgement]:
    """Return what the tables of some fits would say."""
    return {
        family: Judgement(FEATURES, tuple(fit.weights), (), fit.bias, {"": THRESHOLDS[family]})
        for family, fit in fits.items()
    }


def read_texts(paths: Sequence[Path]) -> list[Text]:
    """Return the texts of files of gold, and our own."""
    lines = chain.from_iterable(path.read_text(encoding="utf-8").splitlines() for path in paths)
    return [Text(json.loads(line)) for line in lines] + [Text(record_of(article), OURS) for article in read_annotated()]


def _fit(walked: list[tuple[Walked, float]]) -> Fits:
    fits = {}
    for family in FAMILIES:
        asked = [(rows, right, weight) for found, weight in walked for rows, right in found[family]]
        x = np.array([row for rows, _, _ in asked for row in rows])
        y = np.array([is_right for _, right, _ in asked for is_right in right], dtype=float)
        w, groups = (
            np.array([value for value, (rows, _, _) in zip(values, asked, strict=True) for _ in rows])
            for values in ([weight for _, _, weight in asked], range(len(asked)))
        )
        fits[family] = _regress_with_signs(x, y, w, groups, PENALTIES[family])
    return fits


def _regress_with_signs(x: np.ndarray, y: np.ndarray, w: np.ndarray, groups: np.ndarray, penalty: float) -> Fit:
    """Return a regression in which a feature that would weigh the contrary of what it can weigh weighs nothing."""
    ways = np.array([float(name in SPEAK_FOR) - float(name in SPEAK_AGAINST) for name in FEATURES])
    x = x.copy()
    while True:
        fit = regress_choice(x, y, w, groups, penalty)
        wrong = fit.weights * ways < -1e-9
        if not wrong.any():
            return fit
        x[:, wrong] = 0.0


def cross_validate(texts: Sequence[Text]) -> None:
    made: list[tuple[Text, Pointer, bool, float]] = []
    for held in folds([text.event for text in texts], 10):
        fit = train([text for text in texts if text.event not in held])
        for text in texts:
            if text.event in held:
                answers: list[tuple[Pointer, bool, float]] = []
                text.walk(choose_by(fit, answers))
                made += [(text, *answer) for answer in answers]
    for title, ours in (("given", False), ("ours", True)):
        _tell(
            title, [m for m in made if (m[0].weight == OURS) == ours], [t for t in texts if (t.weight == OURS) == ours]
        )


def _tell(title: str, made: list[tuple[Text, Pointer, bool, float]], texts: Sequence[Text]) -> None:
    wanted = sum(bool(mention["names"]) for text in texts for mention in text.mentions)
    for limit in (0.4, 0.5, 0.55, 0.6, 0.7, 0.8):
        kept = [m for m in made if m[3] >= limit]
        found = {(text.event, n) for text, pointer, right, _ in kept if right for n in text.met[pointer][:1]}
        right = sum(m[2] for m in kept)
        kinds = Counter((kind, m[2]) for m in kept for kind in (m[1].family, m[1].form))
        said = "  ".join(f"{kind} {kinds[kind, True]}/{kinds[kind, True] + kinds[kind, False]}" for kind in KINDS)
        print(f"{title} from {limit:.2f}   P {right / max(1, len(kept)):.3f}   R {len(found) / wanted:.3f}   {said}")


KINDS = ("speaking", "people", "it", "they", "the", "a")


def main() -> None:
    """Print cross-validated figures; write the table when asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    texts = read_texts(options.gold)
    if options.write:
        for family, fit in train(texts).items():
            head = (f"{HEAD[0]} Here: {family}.", *HEAD[1:])
            write_table(FOLDER / f"{family}.tsv", head, FEATURES, fit, {"": THRESHOLDS[family]})
    else:
        cross_validate(texts)


if __name__ == "__main__":
    main()
