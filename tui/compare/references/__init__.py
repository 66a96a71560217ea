"""Whom pronouns and descriptions stand for: "he", "the company", "both unions", by name and with a probability.

Words, pronouns and descriptions are found (`scan`), everyone named is gathered with what the article says of them
(`candidates`), and on one way through the article (`resolve`) each pointer is weighed against those mentioned last
(`evidence`, a table for each family of pointers, fitted by benchmarks/fit_references.py).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tui.articles.article import Article, Span
from tui.compare.judgement import Judgement, read_judgement, shares
from tui.compare.reading import Name, Reference
from tui.compare.references.candidates import Candidate
from tui.compare.references.evidence import FEATURES
from tui.compare.references.resolve import resolve
from tui.compare.references.scan import FAMILIES, Pointer, read_scene

__all__ = ["find_references"]


def find_references(
    article: Article,
    names: Sequence[Name],
    quoted: Sequence[Span] = (),
    judgements: Mapping[str, Judgement] | None = None,
) -> tuple[Reference, ...]:
    """Return whom the pronouns and descriptions of an article stand for, where that is sure enough, in its order.

    Parameters
    ----------
    article
        The article.
    names
        Its names in order; a reference stands for some of them.
    quoted
        The spans between quotation marks, in order.
    judgements
        What weighs the evidence, one for each family of pointers; none for the tables of this room.
    """
    scene = read_scene(article, names, quoted)
    judgements = judgements or _judgements()
    found: list[Reference] = []

    def decide(
        pointer: Pointer, options: list[Candidate], rows: list[tuple[float, ...]]
    ) -> tuple[Candidate | None, list[float]]:
        judgement = judgements[pointer.family]
        chances = shares([judgement.probability(row) for row in rows])
        best = max(range(len(chances)), key=chances.__getitem__)
        if chances[best] < judgement.threshold:
            return None, chances
        found.append(Reference(*scene.place(pointer.first, pointer.last), options[best].names, chances[best]))
        return options[best], chances

    resolve(article, scene, decide)
    return tuple(found)


@cache
def _judgements() -> dict[str, Judgement]:
    return {family: read_judgement(Path(__file__).with_name(f"{family}.tsv"), FEATURES) for family in FAMILIES}
