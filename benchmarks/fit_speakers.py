"""Fit the weights by which words between marks are told to be a quotation, and who says it.

    python -m benchmarks.fit_speakers REFERENCES.jsonl [SPEAKERS.jsonl PAIRS] [--write]

The gold are the annotated articles of ours and, if given, a line {"pair", "side", "start", "end", "speakers"} for each
quotation of the pairs in the folder PAIRS. Printed are figures cross-validated over articles; `--write` writes the
tables.

Whom "he said" stands for is judged by weights fitted on our articles too (`fit_references`, and REFERENCES.jsonl). So
each article is read by weights fitted without it: what is learnt here, and what is printed, is how speakers are told
in articles that no table has seen.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import fit_references
from benchmarks.annotated import read_annotated
from benchmarks.fitting import Fit, folds, regress, write_table
from tui.articles.article import Span
from tui.articles.load import make_article
from tui.compare import quotations
from tui.compare.judgement import Judgement
from tui.compare.names import find_names
from tui.compare.quotations import Limits, evidence, find_marked, find_speakers, surest, wording
from tui.compare.quotations.frames import Frame
from tui.compare.quotations.stream import Stream, read_stream
from tui.compare.references import find_references

FOLDER = Path(quotations.__file__).parent
PENALTIES = {"wording": 2.0, "speakers": 0.5}
NO = "no"
FOLDS = 10
LEAST = 0.5
"""From which probability on words between marks are a quotation."""
GIVEN = 3.0
"""What a quotation of a real article weighs: there are few, and ours hold every kind as often as another."""
LIMITS = Limits(named=0.7, rival=0.7)

Row = tuple[float, ...]


@dataclass
class Text:
    """The stream of a text; for the quotations that the gold knows, by item, the surnames of who says it."""

    event: str
    stream: Stream
    gold: dict[int, tuple[str | None, ...]]
    given: bool

    @property
    def said(self) -> list[int]:
        """The items that are quotations, as far as the gold tells."""
        return [at for at in self.stream.quotations if self.gold.get(at) != (NO,)]


class Source:
    """A text with what the gold knows of its quotations, before anybody tells whom its references stand for."""

    def __init__(self, event: str, text: str, given: bool = False) -> None:
        self.event, self.given = event, given
        self.article = make_article(text)
        self.marked = find_marked(self.article)
        (self.names,) = find_names([self.article])
        self.gold: dict[int, tuple[str | None, ...]] = {}
        """By where a quotation ends the surnames of who says it."""

    def read(self, judgements: Mapping[str, Judgement]) -> Text:
        """Return the text as it is read with those judgements of references."""
        references = find_references(self.article, self.names, self.marked, judgements)
        stream = read_stream(self.article, self.marked, self.names, references)
        ends = {stream.items[at].end: at for at in stream.quotations}
        return Text(self.event, stream, {ends[end]: who for end, who in self.gold.items() if end in ends}, self.given)


def name_fits(name: str | None, gold: Sequence[str | None]) -> bool:
    """Return whether a name is one of those, or has one's last word; none is right where the gold has none."""
    if name is None:
        return None in gold
    words = name.casefold().split()
    return any(g is not None and (g.casefold() in name.casefold() or g.casefold().split()[-1] in words) for g in gold)


def our_sources() -> Iterator[Source]:
    for article in read_annotated():
        source = Source(article.event, article.text)
        source.gold = {end: (who,) for end, who in article.quotations.items()}
        if source.gold:
            yield source


def given_sources(speakers: Path, pairs: Path) -> Iterator[Source]:
    rows = [json.loads(line) for line in speakers.read_text(encoding="utf-8").splitlines()]
    for pair, side in sorted({(row["pair"], row["side"]) for row in rows}):
        source = Source(pair, (pairs / pair / f"{side}.txt").read_text(encoding="utf-8"), given=True)
        for row in rows:
            if (row["pair"], row["side"]) == (pair, side):
                inside = [span for span in source.marked if _shared(span, row) > 0.5]
                source.gold.update({span.end: tuple(row["speakers"]) for span in inside[:1]})
        yield source


def _shared(span: Span, row: dict) -> float:
    return (min(span.end, row["end"]) - max(span.start, row["start"])) / min(
        span.end - span.start, row["end"] - row["start"]
    )


def read_held_out(sources: Sequence[Source], gold: Path) -> list[Text]:
    """Return the texts, the references of each by weights fitted without it."""
    annotated = fit_references.read_texts([gold])
    texts: list[Text] = []
    for held in folds([source.event for source in sources], FOLDS):
        fits = fit_references.train([text for text in annotated if text.event not in held])
        judgements = fit_references.judgements(fits)
        texts += [source.read(judgements) for source in sources if source.event in held]
    return texts


def fit_wording(texts: Sequence[Text]) -> Fit:
    x = [wording.row(t.stream, at) for t in texts for at in t.gold]
    y = [t.gold[at] != (NO,) for t in texts for at in t.gold]
    return regress(np.array(x), np.array(y, dtype=float), np.ones(len(y)), PENALTIES["wording"])


def fit_speakers(texts: Sequence[Text]) -> Fit:
    """Fit to the right name's best place: which of its places tells the speaker is found while fitting."""
    asked: list[tuple[list[Row], list[bool | None], float]] = []

    for text in texts:

        def decide(stream: Stream, frame: Frame, near: list[int], rows: list[Row], text: Text = text) -> str | None:
            gold = text.gold.get(frame.at)
            if gold is None:
                return None
            names = [stream.items[n].name for n in near]
            right = [
                name_fits(name, gold) or (None if tied_at_first(row) > 0.5 and _is_doubtful(stream, n) else False)
                for n, name, row in zip(near, names, rows, strict=True)
            ]
            asked.append((rows, right, GIVEN if text.given else 1.0))
            return next((name for name in names if name and name_fits(name, gold)), None)

        find_speakers(text.stream, text.said, decide)
    fit = None
    for _ in range(6):
        x, y, w = [], [], []
        for rows, right, weight in asked:
            chances = fit.probability(np.array(rows)) if fit is not None else [tied_at_first(row) for row in rows]
            best = max((c for c, r in zip(chances, right, strict=True) if r), default=None)
            for row, is_right, chance in zip(rows, right, chances, strict=True):
                if is_right is False or (is_right and chance == best):
                    x.append(row)
                    y.append(bool(is_right))
                    w.append(weight)
        fit = regress(np.array(x), np.array(y, dtype=float), np.array(w), PENALTIES["speakers"])
    assert fit is not None
    return fit


def _is_doubtful(stream: Stream, at: int) -> bool:
    """Return whether the article could mean somebody else by an item: then the item, not its place, is wrong."""
    return stream.items[at].sure < 1.0 or stream.article.text[
        stream.items[at].start : stream.items[at].end
    ].lower() in ("he", "she")


def tied_at_first(row: Row) -> float:
    """Begin with the place that a verb of speech ties to the quotation most closely."""
    ties = ("q v c", "q v titles c", "q c v", "c v q", "q c, aside, v", "c v … q", "c, aside, v … q", "according to")
    return sum(row[evidence.FEATURES.index(tie)] for tie in ties) - row[evidence.FEATURES.index("distance")] / 2


Asked = tuple[Text, int, list[int], np.ndarray]
"""A quotation of a text, its candidates, and the chance of each."""


def cross_validate(texts: Sequence[Text]) -> None:
    wordings: list[tuple[Text, int, float]] = []
    asked: list[Asked] = []
    for held in folds([text.event for text in texts], FOLDS):
        rest = [text for text in texts if text.event not in held]
        by_wording, by_place = fit_wording(rest), fit_speakers(rest)
        for text in texts:
            if text.event in held:
                rows = np.array([wording.row(text.stream, at) for at in text.gold])
                wordings += zip([text] * len(rows), text.gold, by_wording.probability(rows).tolist(), strict=True)
                asked += _ask(text, by_place)
    kinds = [(text.gold[at] != (NO,), chance >= LEAST) for text, at, chance in wordings]
    print(f"quotations kept {sum(k and kept for k, kept in kinds)} of {sum(k for k, _ in kinds)}, ", end="")
    print(f"others taken for one {sum(kept and not k for k, kept in kinds)} of {sum(not k for k, _ in kinds)}")
    for title, given in (("all", None), ("ours", False), ("given", True)):
        _tell(title, [one for one in asked if given is None or one[0].given == given])


def _ask(text: Text, fit: Fit) -> list[Asked]:
    asked: list[Asked] = []

    def decide(stream: Stream, frame: Frame, near: list[int], rows: list[Row]) -> str | None:
        chances = fit.probability(np.array(rows)) * [stream.items[n].sure for n in near]
        if frame.at in text.gold:
            asked.append((text, frame.at, near, chances))
        return surest(stream, near, chances, LIMITS)

    find_speakers(text.stream, text.said, decide)
    return asked


def _tell(title: str, asked: Sequence[Asked]) -> None:
    for limit in (0.6, 0.65, 0.68, 0.7, 0.75, 0.8, 0.85, 0.9):
        limits = LIMITS._replace(named=limit)
        named = right = wrong = 0
        for text, at, near, chances in asked:
            name = surest(text.stream, near, chances, limits)
            fits = name is not None and name_fits(name, text.gold[at])
            named += None not in text.gold[at]
            right, wrong = right + fits, wrong + (name is not None and not fits)
        print(f"{title} from {limit}: right {right} of {named}, wrong {wrong} of {len(asked)}")


def write(texts: Sequence[Text]) -> None:
    licence = "Fitted by benchmarks/fit_speakers.py. Licence: MIT, like the program."
    head = "Whether what stands between marks is said by somebody: log odds for each feature of wording.py."
    write_table(FOLDER / "wording.tsv", (head, licence), wording.FEATURES, fit_wording(texts), {"": LEAST})
    head = "By what somebody is told to say a quotation: log odds for each feature of evidence.py."
    limits = {"": LIMITS.named, "rival": LIMITS.rival}
    write_table(FOLDER / "speakers.tsv", (head, licence), evidence.FEATURES, fit_speakers(texts), limits)


def main() -> None:
    """Print cross-validated figures; write the tables when asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("references", type=Path)
    parser.add_argument("given", type=Path, nargs="*")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    texts = read_held_out(
        [*our_sources(), *(given_sources(*options.given) if options.given else ())], options.references
    )
    if options.write:
        write(texts)
    else:
        cross_validate(texts)


if __name__ == "__main__":
    main()
