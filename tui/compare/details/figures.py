"""What is asked of a figure before it is held against another."""

from dataclasses import replace
from math import inf

from tui.compare.details.meaning import share_of
from tui.compare.details.parts import Parts, words_of
from tui.compare.details.sayings import sayings
from tui.compare.figures.compare import grain, relation_of
from tui.compare.nouns import noun
from tui.compare.reading import Date, Figure
from tui.compare.tokens import stem_of

_MAY_REACH = 12
"""What is only possible is said at most so many words before its figure."""


def is_idle(figure: Figure) -> bool:
    """Say whether a figure is only a number word in passing: "one of them", "the two leaders"."""
    return figure.kind in ("number", "count") and figure.value <= 2


def of_people(figure: Figure) -> Figure:
    """Return "40 Norwegians" as 40 people: what befell them is told of people elsewhere."""
    is_nation = figure.kind == "count" and (figure.counted or "")[:1].isupper()
    return replace(figure, unit="person") if is_nation else figure


def may_be_the_same_people(one: Figure, two: Figure) -> bool:
    """Say whether two nouns may count the same people: "masked men", "robbers"; "researchers", "scientists"."""
    heads = [(figure.unit or "").rpartition(" ")[2] for figure in (one, two)]
    if heads[0] == heads[1] or not all((kind := noun(head)) and kind.kind == "person" for head in heads):
        return False
    return "man" in heads or bool(share_of([stem_of(heads[0])], [stem_of(heads[1])]))


def are_of_one_size(one: Figure, two: Figure) -> bool:
    """Say whether two values are near enough to be told of one thing: reports are seldom wrong five times over."""
    if "vague" in (one.qualifier, two.qualifier):
        return True
    if one.unit != two.unit and "count" not in (one.kind, two.kind) and None not in (one.unit, two.unit):
        return True  # other units, which the relation has converted
    least, most = sorted((abs(one.value), abs(two.value)))
    return least >= most / 5


def said_of(parts: Parts, value: Figure | Date) -> set[str]:
    """Return the stems of what a clause says of that which is counted or dated: neither names nor who says it."""
    clauses = {w.clause for w in parts.within(value.span)}
    noun = stem_of((value.unit or "").rpartition(" ")[2]) if isinstance(value, Figure) else ""
    return {
        w.stem
        for w in parts.words
        if w.content
        and w.clause in clauses
        and w.stem != noun
        and w.stem.isalpha()
        and not (isinstance(value, Date) and value.span.overlaps(w.span))
        and w.text not in sayings()
        and not any(n.span.overlaps(w.span) for n in parts.names)
    }


def is_same_value(one: Figure, two: Figure) -> bool:
    """Say whether two figures are one value, at most rounded or in other units: no detail worth a reader's time."""
    verdict = relation_of(one, two).verdict
    if verdict != "compatible":
        return verdict == "same"
    qualifiers = {one.qualifier, two.qualifier}
    is_converted = one.unit != two.unit and None not in (one.unit, two.unit) and "count" not in (one.kind, two.kind)
    if is_converted and qualifiers <= {"exact", "about"}:
        return True
    if qualifiers == {"about", "exact"}:
        return one.value == two.value
    return qualifiers == {"exact"}


def are_apart_as_rounded(one: Figure, two: Figure) -> bool:
    """Say whether no value rounds to both figures: "about 30" and "nearly 40", not "about 30" and "28"."""
    ranges = sorted((_rounded(one), _rounded(two)))
    return one.unit == two.unit and ranges[0][1] <= ranges[1][0] < inf


def _rounded(figure: Figure) -> tuple[float, float]:
    """Return between which values lies what is rounded to a figure, as its last digit tells; anything for a bound."""
    reach = {"exact": (0.0, 0.0), "about": (1.0, 1.0), "nearly": (2.0, 0.0)}.get(figure.qualifier, (inf, inf))
    half = grain(figure.value) or 0.5
    return figure.value - reach[0] * half, figure.value + reach[1] * half


def is_possible(parts: Parts, figure: Figure) -> bool:
    """Say whether a figure is told as what can or may be: "could reach 45 million", "expected to come, at 90 mph"."""
    clauses = {w.clause for w in parts.within(figure.span)}
    before = [w for w in parts.words if w.end <= figure.start][-_MAY_REACH:]
    home = [w for w in parts.words if w.clause in clauses]
    return any(w.text in words_of("possible") for w in (*before, *home))


def dimension_of(parts: Parts, figure: Figure) -> str | None:
    """Return which way a length goes, where the word after it tells: "700 miles wide"."""
    after = next((w.text for w in parts.words if w.start >= figure.end), "")
    return after if after in words_of("dimension") else None
