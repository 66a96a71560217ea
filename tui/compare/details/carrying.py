"""Sentences that are nearly linked, and tell numbers of one thing that cannot both be right: that links them.

A reader wants to be told of a contradiction wherever it is sure, and it is evidence itself that both tell of one thing.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from tui.compare.comparison import CARRYING, Link, Reason
from tui.compare.details.candidate import Candidate
from tui.compare.details.candidates import pairs_of_numbers
from tui.compare.details.evidence import Sort, conflict_rows_of, may_conflict
from tui.compare.details.field import Field
from tui.compare.details.figures import are_apart_as_rounded, of_people
from tui.compare.details.judging import SURE_CONFLICT, conflict_judgement_of
from tui.compare.details.moments import relate_dates
from tui.compare.details.pair import Pair
from tui.compare.details.telling import in_one_line
from tui.compare.figures.compare import relation_of
from tui.compare.passages import form_passages
from tui.compare.reading import Date, Figure, Reading

_NUMBERS: Sort = ("number", True)
_AT_ONCE = 500
"""So many links are looked into before what was kept of their sentences is forgotten."""


def find_carried(pair: Pair, near: Iterable[Link]) -> tuple[Link, ...]:
    """Return those of some nearly made links that a contradiction of numbers carries, each with it as its reason."""
    values = _values_of(pair.readings["left"]), _values_of(pair.readings["right"])
    asked = {(o.left, o.right): o for o in near if _could_contradict(values[0][o.left], values[1][o.right])}
    if not asked:  # laying out both articles takes longer than all of this
        return ()
    field = Field(pair, form_passages(tuple(asked.values())))
    surest: dict[tuple[int, int], tuple[float, Candidate]] = {}
    for candidates in doubted_numbers(field):
        rows = conflict_rows_of(field, _NUMBERS, candidates)
        chances = conflict_judgement_of(_NUMBERS).probabilities(rows)
        for chance, candidate in zip(chances, candidates, strict=True):
            link = candidate.left, candidate.right
            if chance >= SURE_CONFLICT and (link not in surest or chance > surest[link][0]):
                surest[link] = chance, candidate
    return tuple(_carry(asked[link], *surest[link]) for link in sorted(surest))


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


_Value = tuple[Figure | Date, str]
"""A figure or date with its words."""


def _values_of(reading: Reading) -> dict[int, list[_Value]]:
    """Return the figures and dates of each sentence, by its number."""
    starts = [sentence.start for sentence in reading.article.sentences]
    values: list[Figure | Date] = [*reading.figures, *reading.dates]
    found: dict[int, list[_Value]] = defaultdict(list)
    for value in values:
        found[bisect_right(starts, value.span.start) - 1].append((value, reading.article.slice(value.span)))
    return found


def _could_contradict(ours: Iterable[_Value], theirs: Iterable[_Value]) -> bool:
    """Say whether a value of one sentence and one of the other leave none that could be both, whatever they count."""
    return any(_leave_none(one, two) for one, two in product(ours, theirs))


def _leave_none(ours: _Value, theirs: _Value) -> bool:
    (one, text), (two, other) = ours, theirs
    if isinstance(one, Figure) and isinstance(two, Figure):
        verdict = relation_of(of_people(one), of_people(two)).verdict
        return verdict == "conflicts" or (verdict == "compatible" and are_apart_as_rounded(one, two))
    if isinstance(one, Date) and isinstance(two, Date):
        return relate_dates(one, text, two, other).verdict == "conflicts"
    return False
