"""Why two values that contradict each other need not: told of other times, parts of a whole, both given by one side."""

from collections.abc import Sequence

from tui.articles.article import SIDES, Side
from tui.compare.details.figures import is_possible
from tui.compare.details.moments import relate_dates
from tui.compare.details.pair import Pair, date_key
from tui.compare.details.parts import Parts, words_of
from tui.compare.details.roles import role_of
from tui.compare.figures.compare import Agreement
from tui.compare.reading import Date, Figure

SAME_SLOT = 0.6
"""Two counts of the dead or two ages of one person are at least as alike as this, whatever stands around them."""


def soften_figures(
    pair: Pair, across: tuple[Sequence[int], Sequence[int]], left: Parts, one: Figure, right: Parts, two: Figure
) -> Agreement | None:
    """Return why two figures that contradict each other need not, or none.

    `across` tells the sentences of the other side that are linked to the left one, and to the right one.
    """
    if told := _adds_up(pair, 0, across[0], one, two) or _adds_up(pair, 1, across[1], two, one):
        return Agreement("differs", told)
    if gives_both(pair, one, two):
        return Agreement("differs", "one side gives both values")
    if side := tells_the_least(pair, one, two):
        return Agreement("differs", f"elsewhere the {side} tells it as the least that is known")
    if _may_count_the_doer(left, one, right, two):
        return Agreement("differs", "whoever did it may be counted on one side only")
    if _are_of_other_times(left, one, right, two):
        return Agreement("differs", "they are told of other times")
    possible = [
        side for side, parts, figure in (("left", left, one), ("right", right, two)) if is_possible(parts, figure)
    ]
    if possible:
        return Agreement("differs", f"the {' and the '.join(possible)} tells only what may be")
    several = max(_like_it(left, one), _like_it(right, two)) > 1
    if several and None in (role_of(left, one), role_of(right, two)) and not are_of_one_person(left, one, right, two):
        return Agreement("differs", "one side gives several such values")
    return None


def tells_the_least(pair: Pair, one: Figure, two: Figure) -> Side | None:
    """Return which article gives the smaller value as a lower bound elsewhere: its headline may leave that out."""
    low, high, side = (one, two, SIDES[0]) if one.value < two.value else (two, one, SIDES[1])
    return side if low.value < high.value and (low.value, low.unit) in pair.told[side].least else None


def are_of_one_person(left: Parts, one: Figure, right: Parts, two: Figure) -> bool:
    """Say whether two figures are the ages of one person: of the one named, or else described, last before each."""
    return one.kind == two.kind == "age" and _bearer(left, one) == _bearer(right, two) is not None


def _bearer(parts: Parts, figure: Figure) -> str | None:
    """Return whose age a figure is: a name, or the stem of the noun right before it, "the guard, 36"."""
    before = [name for name in parts.names if name.kind == "person" and name.end <= figure.start]
    if before:
        return before[-1].name
    stems = [word.stem for word in parts.words if word.content and word.end <= figure.start]
    return stems[-1] if stems else None


def _may_count_the_doer(left: Parts, one: Figure, right: Parts, two: Figure) -> bool:
    """Say whether two tolls are one apart where a gunman or bomber died too: "two killed", "three dead, with him"."""
    dead = role_of(left, one) == role_of(right, two) == "dead"
    told = {w.text for parts in (left, right) for w in parts.words}
    return dead and abs(one.value - two.value) == 1 and bool(told & words_of("died by own hand"))


def _are_of_other_times(left: Parts, one: Figure, right: Parts, two: Figure) -> bool:
    """Say whether two figures are told of other times: rockets fired since June, rockets fired in March."""
    ours, theirs = dates_of(left, one), dates_of(right, two)
    return bool(ours and theirs) and all(
        relate_dates(date, left.slice(date.span), other, right.slice(other.span)).verdict in ("differs", "conflicts")
        for date in ours
        for other in theirs
    )


def dates_of(parts: Parts, figure: Figure) -> list[Date]:
    """Return the dates in the clause of a figure, else the only one of its sentence."""
    clauses = {w.clause for w in parts.within(figure.span)}
    near = [d for d in parts.dates if {w.clause for w in parts.within(d.span)} & clauses]
    return near or list(parts.dates) * (len(parts.dates) == 1)


def _adds_up(pair: Pair, side: int, numbers: Sequence[int], whole: Figure, part: Figure) -> str | None:
    """Return how a figure is the sum of two that sentences linked to its own give: eight hours, "4 + 4 = 8"."""
    across = SIDES[1 - side]
    for number in numbers:
        for other in pair.sentences[across][number].figures:
            if other != part and other.unit == part.unit == whole.unit and other.value + part.value == whole.value:
                parts = sorted((part, other), key=lambda figure: figure.start)
                return f"{parts[0].value:,g} + {parts[1].value:,g} on the {across} make {whole.value:,g}"
    return None


def _like_it(parts: Parts, figure: Figure) -> int:
    """Return how many figures of a sentence are of the sort of one of them, that one counted in."""
    return sum(f.kind == figure.kind and f.unit == figure.unit for f in parts.figures)


def gives_both(pair: Pair, one: Figure, two: Figure) -> bool:
    """Say whether one of the articles gives the other's value too, so that it tells of two things."""
    ours, theirs = (one.value, one.unit), (two.value, two.unit)
    told = pair.told
    return told["left"].figures[theirs] > (ours == theirs) or told["right"].figures[ours] > (ours == theirs)


def gives_both_dates(pair: Pair, one: Date, two: Date) -> bool:
    """Say whether one of the articles gives the other's date too, so that it tells of two times."""
    articles = pair.readings["left"].article, pair.readings["right"].article
    ours, theirs = date_key(one, articles[0].slice(one.span)), date_key(two, articles[1].slice(two.span))
    told = pair.told
    return told["left"].dates[theirs] > (ours == theirs) or told["right"].dates[ours] > (ours == theirs)
