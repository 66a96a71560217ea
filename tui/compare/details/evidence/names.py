"""Evidence about names, descriptions and pronouns: whether two stand for one, which tells more, who is known."""

from rapidfuzz.fuzz import ratio

from tui.compare.details.evidence.case import Case
from tui.compare.details.parts import words_of


def same_kind(case: Case) -> float:
    """Whether both are of one kind."""
    return float(case.both[0].kind == case.both[1].kind)


def same_words(case: Case) -> float:
    """How alike both are written."""
    return ratio(case.both[0].text.lower(), case.both[1].text.lower()) / 100


def lengths_apart(case: Case) -> float:
    """By how many words one is longer."""
    one, two = case.sizes
    return float(min(6, abs(one - two)))


def titles(case: Case) -> float:
    """Whether only one of both is told with a title."""
    return float((case.both[0].title is None) != (case.both[1].title is None))


def stands_across(case: Case) -> float:
    """How many of both stand in the other sentence too."""
    one, two = case.both
    ours, theirs = (case.field.names_of(side, case.numbers[side]) for side in (0, 1))
    return float((not one.names.isdisjoint(theirs)) + (not two.names.isdisjoint(ours)))


def known_across(case: Case) -> float:
    """How many of both the other article names anywhere."""
    return float(sum(case.field.most_named(1 - side, case.both[side].names) > 0 for side in (0, 1)))


def named_before(case: Case) -> float:
    """Whether the side that only describes has named whom the other names, in any sentence: "he", "the mayor"."""
    for side in (0, 1):
        if case.both[side].form in ("description", "pronoun") and case.both[1 - side].form in ("name", "list"):
            return float(case.field.most_named(side, case.both[1 - side].names) > 0)
    return 0.0


def own_count(case: Case) -> float:
    """How often the rarer named of both is named in its article, at most 5."""
    one, two = case.both
    return float(min(5, case.field.most_named(0, one.names), case.field.most_named(1, two.names)))


def is_definite(case: Case) -> float:
    """How many of both open with "the"."""
    opening = [case.words(side)[:1] for side in (0, 1)]
    return float(sum(words[0].text == "the" for words in opening if words))


def lone_known(case: Case) -> float:
    """How often the other article names the same, at most 3."""
    return float(min(3, case.field.most_named(1 - case.own, case.lone.names)))


def lone_at_home(case: Case) -> float:
    """How often its own article names the same, at most 6."""
    return float(min(6, case.field.most_named(case.own, case.lone.names)))


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
