"""Evidence about names, descriptions and pronouns: whether two stand for one, which tells more, who is known."""

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from tui.compare.details.evidence.case import Case, Column
from tui.compare.details.parts import words_of


@Column
def same_kind(cases: Sequence[Case]) -> list[float]:
    """Whether both are of one kind."""
    return [float(case.both[0].kind == case.both[1].kind) for case in cases]


def same_words(case: Case) -> float:
    """How alike both are written."""
    return ratio(case.both[0].text.lower(), case.both[1].text.lower()) / 100


@Column
def lengths_apart(cases: Sequence[Case]) -> list[float]:
    """By how many words one is longer."""
    return [float(min(6, abs(case.sizes[0] - case.sizes[1]))) for case in cases]


@Column
def titles(cases: Sequence[Case]) -> list[float]:
    """Whether only one of both is told with a title."""
    return [float((case.both[0].title is None) != (case.both[1].title is None)) for case in cases]


@Column
def stands_across(cases: Sequence[Case]) -> list[float]:
    """How many of both stand in the other sentence too."""
    found = list[float]()
    for case in cases:
        (one, two), (left, right) = case.both, case.numbers
        there = not one.names.isdisjoint(case.field.names_of(1, right))
        found.append(float(there + (not two.names.isdisjoint(case.field.names_of(0, left)))))
    return found


def known_across(case: Case) -> float:
    """How many of both the other article names anywhere."""
    return float(sum(case.field.most_named(1 - side, case.both[side].names) > 0 for side in (0, 1)))


def named_before(case: Case) -> float:
    """Whether the side that only describes has named whom the other names, in any sentence: "he", "the mayor"."""
    for side in (0, 1):
        if case.both[side].form in ("description", "pronoun") and case.both[1 - side].form in ("name", "list"):
            return float(case.field.most_named(side, case.both[1 - side].names) > 0)
    return 0.0


@Column
def own_count(cases: Sequence[Case]) -> list[float]:
    """How often the rarer named of both is named in its article, at most 5."""
    counts = [(c.field.most_named(0, c.both[0].names), c.field.most_named(1, c.both[1].names)) for c in cases]
    return [float(min(5, one, two)) for one, two in counts]


def is_definite(case: Case) -> float:
    """How many of both open with "the"."""
    opening = [case.words(side)[:1] for side in (0, 1)]
    return float(sum(words[0].text == "the" for words in opening if words))


@Column
def lone_known(cases: Sequence[Case]) -> list[float]:
    """How often the other article names the same, at most 3."""
    return [float(min(3, case.field.most_named(1 - case.own, case.lone.names))) for case in cases]


@Column
def lone_at_home(cases: Sequence[Case]) -> list[float]:
    """How often its own article names the same, at most 6."""
    return [float(min(6, case.field.most_named(case.own, case.lone.names))) for case in cases]


def words_known(case: Case) -> float:
    """How much of a lone unit's words stand in names of the other article."""
    words = [
        w for w in case.lone.text.lower().replace("’s", "").replace("'s", "").split() if w not in ("the", "a", "of")
    ]
    return sum(w in case.field.name_words[1 - case.own] for w in words) / len(words) if words else 1.0


def kin_across(case: Case) -> float:
    """How well the unit of the family that fits best in the other sentence fits a lone one's slot."""
    numbers, own = case.numbers, case.own
    best = 0.0
    for other in case.field.units_of(1 - own, numbers[1 - own]):
        if other.family == "name" and other.kind == case.lone.kind and other.form != "list":
            pair = (case.lone, other) if own == 0 else (other, case.lone)
            best = max(best, 0.1 + case.field.slot(*numbers, *pair))
    return best


def beside_name(case: Case) -> float:
    """Whether another name stands within three words of a lone one."""
    lone = case.lone
    return float(
        any(
            other.form == "name"
            and other is not lone
            and (0 <= other.first - lone.after <= 3 or 0 <= lone.first - other.after <= 3)
            for other in case.field.units_of(case.own, case.numbers[case.own])
        )
    )


def locating(case: Case) -> float:
    """Whether a preposition of place opens a lone unit."""
    words = case.parts(case.own).words
    before = {w.text for w in words[max(0, case.lone.first - 2) : case.lone.first]}
    return float(bool(before & words_of("locating")))
