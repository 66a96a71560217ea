"""Which candidates are shown together: the most important first, none that tells again what a shown one tells."""

from collections import defaultdict
from collections.abc import Mapping

from tui.articles.article import Span
from tui.compare.details.agreeing import verdict_of
from tui.compare.details.candidate import Candidate
from tui.compare.units.unit import Unit, order_of

_FACING = 0.1
"""What both sides say in other words goes before what one alone says of it, if it matters by no more than this less."""


def select(importance: Mapping[Candidate, float], least: float) -> list[Candidate]:
    """Return the candidates of at least some importance that can stand beside one another, the most important first.

    Two pairs of one link and one family share no word on either side; of two families they share words on one side at
    most; a unit that one side alone has shares none with any other. A figure, date, name or quotation answers one
    thing of its kind, however often that is told; a phrase is cut anew for each link, and may differ in several.
    """
    chosen: list[Candidate] = []
    by_sentence: tuple[dict[int, list[Candidate]], dict[int, list[Candidate]]] = (defaultdict(list), defaultdict(list))
    kept = (c for c, chance in importance.items() if chance >= least)
    ranked = sorted(kept, key=lambda c: (-importance[c] - _FACING * c.is_pair, order_of(c.one, c.two)))
    for candidate in ranked:
        rivals = [*by_sentence[0][candidate.left], *by_sentence[1][candidate.right]]
        if not any(_clash(candidate, other) for other in rivals):
            chosen.append(candidate)
            by_sentence[0][candidate.left].append(candidate)
            by_sentence[1][candidate.right].append(candidate)
    return chosen


def _clash(one: Candidate, two: Candidate) -> bool:
    if not (one.is_pair and two.is_pair):
        return _overlap(one.one, two.one) or _overlap(one.two, two.two)
    of_one_link = one.left == two.left and one.right == two.right
    if not of_one_link and (one.kind != two.kind or one.kind == "claim"):
        return False
    left, right = _overlap(one.one, two.one), _overlap(one.two, two.two)
    if not of_one_link:
        return (left and not _is_one(one.two, two.two)) or (right and not _is_one(one.one, two.one))
    return left or right if one.family == two.family else left and right


def _overlap(one: Unit | None, two: Unit | None) -> bool:
    return one is not None and two is not None and one.overlaps(two)


def _is_one(one: Unit | None, two: Unit | None) -> bool:
    """Say whether two units of one side can be one thing, told twice: "thousands of jobs", "3,600 jobs"."""
    if one is None or two is None:
        return False
    return verdict_of(one, two) in ("same", "compatible") or (bool(one.names) and one.names == two.names)


def span_of(unit: Unit | None) -> Span | None:
    """Return where a unit stands, none for no unit."""
    return unit.span if unit else None
