"""Sentences that are nearly linked, and tell numbers of one thing that cannot both be right: that links them.

A reader wants to be told of a contradiction wherever it is sure, and it is evidence itself that both tell of one thing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui.compare.comparison import CARRYING, Link, Reason
from tui.compare.details.candidates import Candidate, pairs_of_numbers
from tui.compare.details.evidence import Sort, conflict_rows_of, may_conflict
from tui.compare.details.field import Field
from tui.compare.details.find import lay_field
from tui.compare.details.found import in_one_line
from tui.compare.details.judging import SURE_CONFLICT, conflict_judgement_of
from tui.compare.passages import form_passages
from tui.compare.reading import Reading

_NUMBERS: Sort = ("number", True)
_AT_ONCE = 500
"""So many links are looked into before what was kept of their sentences is forgotten."""


def find_carried(left: Reading, right: Reading, near: Iterable[Link]) -> tuple[Link, ...]:
    """Return those of some nearly made links that a contradiction of numbers carries, each with it as its reason."""
    telling = _sentences_with_numbers(left), _sentences_with_numbers(right)
    asked = {(o.left, o.right): o for o in near if o.left in telling[0] and o.right in telling[1]}
    if not asked:
        return ()
    field = lay_field(left, right, form_passages(tuple(asked.values())))
    surest: dict[tuple[int, int], tuple[float, Candidate]] = {}
    for candidates in doubted_numbers(field):
        rows = conflict_rows_of(field, _NUMBERS, candidates)
        chances = conflict_judgement_of(_NUMBERS).probabilities(rows)
        for chance, candidate in zip(chances, candidates, strict=True):
            pair = candidate.left, candidate.right
            if chance >= SURE_CONFLICT and (pair not in surest or chance > surest[pair][0]):
                surest[pair] = chance, candidate
    return tuple(_carry(asked[pair], *surest[pair]) for pair in sorted(surest))


def doubted_numbers(field: Field) -> Iterator[list[Candidate]]:
    """Yield what may contradict of the figures and dates of all links, of some links at a time."""
    links = list(field.links)
    for at in range(0, len(links), _AT_ONCE):
        block = links[at : at + _AT_ONCE]
        yield [pair for link in block for pair in pairs_of_numbers(field, *link) if may_conflict(field, pair)]
        field.forget(block)


def _carry(link: Link, chance: float, candidate: Candidate) -> Link:
    texts = (in_one_line(unit.text) for unit in (candidate.one, candidate.two) if unit)
    return replace(link, reasons=(Reason(CARRYING, " / ".join(texts), round(chance, 3)), *link.reasons))


def _sentences_with_numbers(reading: Reading) -> frozenset[int]:
    """Return which sentences give a figure or a date."""
    starts = [sentence.start for sentence in reading.article.sentences]
    spans = [*(figure.span for figure in reading.figures), *(date.span for date in reading.dates)]
    return frozenset(bisect_right(starts, span.start) - 1 for span in spans)
