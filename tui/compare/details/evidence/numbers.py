"""Evidence about figures and dates: what they count, how their values stand to each other, where else they are told."""

import math

from tui.compare.details.agreeing import verdict_of
from tui.compare.details.evidence.case import Case
from tui.compare.details.figures import is_idle
from tui.compare.details.roles import role_of
from tui.compare.details.softening import _are_of_other_times, _like_it, _may_count_the_doer
from tui.compare.figures.nouns import count_one_thing
from tui.compare.reading import Date, Figure


def _figures(case: Case) -> tuple[Figure, Figure] | None:
    one, two = case.both[0].value, case.both[1].value
    return (one, two) if isinstance(one, Figure) and isinstance(two, Figure) else None


def is_date(case: Case) -> float:
    """Whether it is a date, not a figure."""
    return float(case.candidate.kind == "date")


def verdict(name: str):  # type: ignore[no-untyped-def]
    """Return the evidence that two values stand to each other as `name` says."""

    def evidence(case: Case) -> float:
        return float(verdict_of(case.both[0], case.both[1]) == name)

    return evidence


def in_place(name: str):  # type: ignore[no-untyped-def]
    """Return the evidence that two values stand to each other as `name` says, by what is told of them too."""

    def evidence(case: Case) -> float:
        return float(case.field.related(*case.numbers, case.both[0], case.both[1]).agreement.verdict == name)

    return evidence


def matched(case: Case) -> float:
    """Whether both are each other's counterpart when each value is given one."""
    return float(case.field.is_matched(*case.numbers, case.both[0], case.both[1]))


def same_words_around(case: Case) -> float:
    """How alike what stands around both is, word for word."""
    return case.field.related(*case.numbers, case.both[0], case.both[1]).likeness


def same_unit(case: Case) -> float:
    """Whether two figures have one unit: 1; other ones each: -1; else 0."""
    figures = _figures(case)
    if figures is None or None in (figures[0].unit, figures[1].unit):
        return 0.0
    units = figures[0].unit, figures[1].unit
    return 1.0 if units[0] == units[1] or count_one_thing(*units) else -1.0


def same_role(case: Case) -> float:
    """Whether two figures tell of one fate (dead, hurt): 1; of two: -1; else 0."""
    figures = _figures(case)
    if figures is None:
        return 0.0
    roles = [role_of(case.parts(side), figures[side]) for side in (0, 1)]
    if None in roles:
        return 0.0
    return 1.0 if roles[0] == roles[1] else -1.0


def size_apart(case: Case) -> float:
    """How far apart two values lie: the logarithm of their ratio, at most 3."""
    figures = _figures(case)
    if figures is None:
        return 0.0
    low, high = sorted(abs(figure.value) + 1e-9 for figure in figures)
    return min(3.0, math.log10(high / low))


def rivals(case: Case) -> float:
    """How many units of the kind the sentence with more of them has."""
    count = [
        sum(unit.kind == case.candidate.kind for unit in case.field.units_of(side, case.numbers[side]))
        for side in (0, 1)
    ]
    return float(min(6, max(count)))


def few_rivals(case: Case) -> float:
    """How many units of the kind the sentence with fewer of them has."""
    count = [
        sum(unit.kind == case.candidate.kind for unit in case.field.units_of(side, case.numbers[side]))
        for side in (0, 1)
    ]
    return float(min(6, min(count)))


def given_across(case: Case) -> float:
    """How many of two values the sentences linked to their own give as well."""
    return float(sum(_across(case, side) for side in (0, 1)))


def _across(case: Case, side: int) -> bool:
    partners = case.field.partners[side][case.numbers[side]]
    return any(case.field.says_value(1 - side, other, case.both[side]) for other in partners)


def given_anywhere(case: Case) -> float:
    """How many of two values the other article gives anywhere."""
    return float(sum(bool(case.field.sentences_with(1 - side, case.both[side])) for side in (0, 1)))


def other_times(case: Case) -> float:
    """Whether the clauses of two figures give other dates."""
    figures = _figures(case)
    return float(figures is not None and _are_of_other_times(case.parts(0), figures[0], case.parts(1), figures[1]))


def counts_the_doer(case: Case) -> float:
    """Whether two tolls are one apart where whoever killed the others died too, and may be counted on one side."""
    figures = _figures(case)
    return float(figures is not None and _may_count_the_doer(case.parts(0), figures[0], case.parts(1), figures[1]))


def sums_up(case: Case) -> float:
    """Whether one value and another of its sentence make the other one up: four and four, eight."""
    figures = _figures(case)
    if figures is None:
        return 0.0
    for side in (0, 1):
        part, whole = figures[side], figures[1 - side]
        for other in case.field.partners[1 - side][case.numbers[1 - side]]:
            for unit in case.field.units_of(side, other):
                v = unit.value
                if (
                    isinstance(v, Figure)
                    and v is not part
                    and v.unit == part.unit
                    and v.value + part.value == whole.value
                ):
                    return 1.0
    return 0.0


def like_it(case: Case) -> float:
    """How many figures of the same sort the sentence with more of them has."""
    figures = _figures(case)
    if figures is None:
        return 0.0
    return float(max(_like_it(case.parts(s), figures[s]) for s in (0, 1)))


def wholes(case: Case) -> float:
    """How many of both values are dates or exact figures."""
    values = [unit.value for unit in case.units if unit]
    return float(sum(isinstance(v, Date) or (isinstance(v, Figure) and v.qualifier == "exact") for v in values))


def bare(case: Case) -> float:
    """Whether a lone figure, or one of two, is a number word in passing or counts nothing that is told."""
    return float(any(isinstance(u.value, Figure) and is_idle(u.value) for u in case.units if u))


def weekday(case: Case) -> float:
    """How many of the dates are weekdays or relative ones, which nothing in their words fixes."""
    values = [unit.value for unit in case.units if unit]
    return float(sum(isinstance(v, Date) and v.explicit is None for v in values))


def fine(case: Case) -> float:
    """Whether a date is told to the day or finer (of two, whether both are)."""
    values = [unit.value for unit in case.units if unit]
    return float(all(isinstance(v, Date) and v.precision in ("day", "time", "part_of_day") for v in values))


def timed(case: Case) -> float:
    """How many of the dates are times or parts of a day."""
    values = [unit.value for unit in case.units if unit]
    return float(sum(isinstance(v, Date) and v.precision in ("time", "part_of_day") for v in values))


def sort_is(*kinds: str):  # type: ignore[no-untyped-def]
    """Return the evidence that a figure, or one of two, is of such a sort."""

    def evidence(case: Case) -> float:
        return float(any(isinstance(u.value, Figure) and u.value.kind in kinds for u in case.units if u))

    return evidence


def lone_at_home(case: Case) -> float:
    """In how many sentences its own article gives a lone value, at most 4."""
    return float(min(4, len(case.field.sentences_with(case.own, case.lone))))


def kin_across(case: Case) -> float:
    """How well the unit of the same kind that fits best in the other sentence fits a lone one's slot."""
    numbers, own = case.numbers, case.own
    best = 0.0
    for other in case.field.units_of(1 - own, numbers[1 - own]):
        if other.kind == case.lone.kind and other.family == "number":
            pair = (case.lone, other) if own == 0 else (other, case.lone)
            best = max(best, 0.1 + case.field.slot(*numbers, *pair))
    return best


def value_told(case: Case) -> float:
    """How large a lone figure is: the logarithm, at most 7."""
    value = case.lone.value
    return min(7.0, math.log10(abs(value.value) + 1)) if isinstance(value, Figure) else 0.0
