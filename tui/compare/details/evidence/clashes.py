"""Evidence of whether two readings can both be right: whether both tell of one thing, one time and one group."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from tui.compare.details.agreeing import verdict_of
from tui.compare.details.content import Numbers
from tui.compare.details.evidence import numbers, words
from tui.compare.details.evidence.case import Case
from tui.compare.details.parts import Parts, words_of
from tui.compare.reading import Figure
from tui.compare.units.clauses import places_of
from tui.compare.units.unit import Unit

_REACH = 3
"""So few words after "by" a time stands that something is told as of."""
_AFTER = 5
"""So few words after an age stands whose it is: "the 34-year-old nurse Ana Kolar"."""
_SAID = 0.5
"""A word said less than this by the other sentence is one of its own."""
_DOMAIN = 4
"""What a value is told of stands among so many words after "in", "of" or the like."""
_BOUNDS = ("end of a time", "last moment", "beginning of a time")
_SAME = 0.8
"""A word said so nearly by the other sentence is the same in other words, not another of its sort."""
_NEXT = 3
"""So many words before a unit tell of it even before a comma: "the elder brother, 33"."""
_NONE = frozenset[str]()


def heads_alike(case: Case) -> float:
    """How nearly the nouns of two counts say the same: 1 for one noun, -1 for no likeness; 0 where one counts none."""
    if not all(isinstance(value := case.both[side].value, Figure) and value.kind == "count" for side in (0, 1)):
        return 0.0
    if words.opposites(case):
        return -1.0
    heads = [next((case.sentence(side).inside(n, n + 1) for n in _heads(case, side)), slice(0, 0)) for side in (0, 1)]
    likeness = case.facing.likeness[heads[0], heads[1]]
    return 2 * float(likeness.max()) - 1 if likeness.size else 0.0


def _heads(case: Case, side: int) -> Iterator[int]:
    """Yield the places of the content words of a unit that are no number, the last first."""
    words, unit = case.parts(side).words, case.both[side]
    return (n for n in range(unit.after - 1, unit.first - 1, -1) if words[n].content and words[n].stem.isalpha())


def least_rest_told(case: Case) -> float:
    """How much of what stands outside the unit one sentence says of the other: the less told one."""
    return min(_rest_told(case, side) for side in (0, 1))


def _rest_told(case: Case, side: int) -> float:
    sentence, told = case.sentence(side), case.facing.told[side]
    weight = sentence.rarity.copy()
    weight[case.inside(side)] = 0
    total = float(weight.sum())
    return float(weight @ told) / total if total else 1.0


def report_times(case: Case) -> float:
    """How many of both sentences tell a value as of some time: "by noon", "so far", "at first", "has risen to"."""
    return float(sum(_tells_report_time(case, side) for side in (0, 1)))


def _tells_report_time(case: Case, side: int) -> bool:
    words = case.parts(side).words
    starts = {unit.first for unit in case.field.units_of(side, case.numbers[side]) if unit.kind == "date"}
    for n, word in enumerate(words):
        if word.text in words_of("report time"):
            return True
        if word.text in words_of("before report time"):
            after = range(n + 1, min(len(words), n + 1 + _REACH))
            if any(at in starts or words[at].text in words_of("time of day") for at in after):
                return True
    return False


def bearers_apart(case: Case) -> float:
    """Whether the names right before two values differ: 1, and 2 where both sentences have both; the same: -1."""
    found = [_bearer(case, side) for side in (0, 1)]
    if not found[0] or not found[1]:
        return 0.0
    if found[0] & found[1]:
        return -1.0
    return 2.0 if all(found[side] & _names(case, 1 - side) for side in (0, 1)) else 1.0


def _names(case: Case, side: int) -> frozenset[str]:
    """Return how all names of a sentence are called."""
    return frozenset(name for names in _called(case, side) for name in names)


def _called(case: Case, side: int) -> tuple[frozenset[str], ...]:
    """Return for each word how the name is called that it belongs to: as it is known, else as it is written."""
    return _names_at(case.parts(side), tuple(case.field.units_of(side, case.numbers[side])))


@lru_cache(maxsize=64)
def _names_at(parts: Parts, units: tuple[Unit, ...]) -> tuple[frozenset[str], ...]:
    found = [
        frozenset({word.text}) if word.content and parts.text[word.start - parts.span.start].isupper() else _NONE
        for word in parts.words
    ]
    for unit in reversed(units):
        if unit.kind == "date" or (unit.form == "name" and unit.names):
            found[unit.first : unit.after] = [unit.names] * (unit.after - unit.first)
    return tuple(found)


def _bearer(case: Case, side: int) -> frozenset[str]:
    """Return how the name is called that stands next before a unit, of an age also the one close after it."""
    unit, called = case.both[side], _called(case, side)
    named = [(n, names) for n, names in enumerate(called) if names and not unit.first <= n < unit.after]
    if isinstance(unit.value, Figure) and unit.value.kind == "age" and "old" in unit.text:
        close = next((names for n, names in named if unit.after <= n < unit.after + _AFTER), None)
        if close:
            return close
    return next((names for n, names in reversed(named) if n < unit.first), _NONE)


def other_dates(case: Case) -> float:
    """Whether both sentences give other dates beside what is compared, and it is no age: 1; a date that agrees: -1.

    Where each gives one in the clause of what is compared, those alone are asked.
    """
    if numbers.sort_is("age")(case):
        return 0.0
    dates = [_dates_beside(case, side) for side in (0, 1)]
    near = [[u for u in found if _stands_at_home(case, side, u)] for side, found in enumerate(dates)]
    verdicts = {verdict_of(one, two) for one, two in product(*(near if all(near) else dates))}
    return -1.0 if "same" in verdicts else float(bool(verdicts & {"conflicts", "differs"}))


def _dates_beside(case: Case, side: int) -> list[Unit]:
    unit = case.both[side]
    dates = (u for u in case.field.units_of(side, case.numbers[side]) if u.kind == "date")
    return [u for u in dates if unit.family == "words" or not u.span.overlaps(unit.span)]


def _stands_at_home(case: Case, side: int, date: Unit) -> bool:
    return case.parts(side).words[date.first].clause in case.homes(side)


def as_of(case: Case) -> float:
    """How many of two dates tell as of when something is told: "by Friday", "until noon"."""
    return float(sum(_bound(case, side) in ("end of a time", "last moment") for side in (0, 1)))


def bounds_apart(case: Case) -> float:
    """Whether one of two dates ends or begins a time ("until", "since", "by") and the other not: 1; alike: -1."""
    bounds = [_bound(case, side) for side in (0, 1)]
    if bounds == [None, None]:
        return 0.0
    return -1.0 if bounds[0] == bounds[1] else 1.0


def _bound(case: Case, side: int) -> str | None:
    """Return which sort of bound the word before a date makes it: "until Friday", "by Friday", "since Friday"."""
    unit, words = case.both[side], case.parts(side).words
    if unit.kind != "date" or not unit.first:
        return None
    before = words[unit.first - 1].text
    return next((sort for sort in _BOUNDS if before in words_of(sort)), None)


def domains_apart(case: Case) -> float:
    """Whether each sentence tells a value of what the other does not have, "in the city", "of women": 1; else 0."""
    return float(all(_has_own_domain(case, side) for side in (0, 1)))


def _has_own_domain(case: Case, side: int) -> bool:
    """Say whether a phrase in the clause of a value tells what it is told of, and the other sentence has none of it."""
    unit, words, sentence = case.both[side], case.parts(side).words, case.sentence(side)
    homes = case.homes(side)
    numbers = {n for first, after in case.field.places(side, case.numbers[side], "number") for n in range(first, after)}
    told = dict(zip(sentence.places, case.facing.told[side].tolist(), strict=True))
    for n, word in enumerate(words):
        if word.clause in homes and word.text in words_of("tells of what") and not unit.first <= n < unit.after:
            near = range(n + 1, min(len(words), n + 1 + _DOMAIN))
            shares = [told[at] for at in near if at in told and words[at].clause in homes and at not in numbers]
            if shares and max(shares) < _SAME:
                return True
    return False


def set_apart(case: Case) -> float:
    """How many words with both units that one sentence alone has tell which of several is meant: at most 3."""
    others = [{word.text for word in case.parts(side).words} for side in (1, 0)]
    found = {text for side in (0, 1) for text in _beside(case, side) - others[side] if text in words_of("sets apart")}
    return float(min(3, len(found)))


def _beside(case: Case, side: int) -> set[str]:
    """Return the words of a unit's clauses and those close before it, no parts of names; of a value not its own."""
    unit, homes, parts = case.both[side], case.homes(side), case.parts(side)
    own = range(unit.first, unit.after if unit.family == "number" else unit.first)
    named = _of_names(parts)
    return {
        word.text
        for n, word in enumerate(parts.words)
        if n not in own and n not in named and (word.clause in homes or unit.first - _NEXT <= n < unit.first)
    }


@lru_cache(maxsize=64)
def _of_names(parts: Parts) -> frozenset[int]:
    """Return the places of the words that belong to a name."""
    return frozenset(n for name in parts.names for n in range(*places_of(parts, name.span)))


def degrees_apart(case: Case) -> float:
    """Whether one of both clauses tells how badly those counted were hit, and the other does not: 1; else 0."""
    told = [
        any(word.clause in homes and word.text in words_of("how badly") for word in case.parts(side).words)
        for side, homes in ((side, case.homes(side)) for side in (0, 1))
    ]
    return float(told[0] != told[1])


def stand_in(case: Case) -> float:
    """How near two words are that stand in both clauses and not across: as another of its sort is, in its place."""
    rows = [_open_words(case, side) for side in (0, 1)]
    if not len(rows[0]) or not len(rows[1]):
        return 0.0
    return max(0.0, float((rows[0] @ rows[1].T).max()))


def _open_words(case: Case, side: int) -> Numbers:
    """Return what the words beside a unit in its clause mean that the other sentence does not say; names left out."""
    sentence, told = case.sentence(side), case.facing.told[side]
    homes = case.homes(side)
    is_open = sentence.is_word & (told < _SAID) & [clause in homes for clause in sentence.clauses.tolist()]
    is_open[case.inside(side)] = False
    return sentence.vectors[is_open]


def differs_in_place(case: Case) -> float:
    """Whether two values that contradict each other may both be right, by what else is told of them."""
    return float(case.field.related(*case.numbers, case.both[0], case.both[1]).agreement.verdict == "differs")


def acts_alike(case: Case) -> float:
    """How nearly the verbs of both units' clauses say the same, 0 to 1; 0.5 where one has none."""
    at = [
        next(
            (c.act for c in case.field.clauses_of(side, case.numbers[side], case.both[side]) if c.act is not None), None
        )
        for side in (0, 1)
    ]
    if at[0] is None or at[1] is None:
        return 0.5
    inside = [case.sentence(side).inside(n, n + 1) for side, n in enumerate((at[0], at[1]))]
    block = case.facing.likeness[inside[0], inside[1]]
    return float(block.max()) if block.size else 0.5
