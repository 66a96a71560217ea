"""Signs that two readings tell of two things, which are seen too seldom to be weighed one by one: they are counted."""

from collections.abc import Callable, Sequence

from tui.compare.details.evidence import clashes, denials, numbers
from tui.compare.details.evidence.case import Case

_STANDS_IN = 0.1
"""So near are two words that stand in one another's place."""
_SET_RIGHT = 0.5
"""So much of what sets a denial right is what the other sentence says."""

_Sign = Callable[[Case], bool]
_OF_BOTH: tuple[_Sign, ...] = (
    lambda case: clashes.set_apart(case) > 0,
    lambda case: clashes.other_dates(case) > 0,
    lambda case: denials.moods_apart(case) > 0,
)
_OF_NUMBERS: tuple[_Sign, ...] = (
    lambda case: clashes.bounds_apart(case) > 0,
    lambda case: clashes.as_of(case) > 1,
    lambda case: clashes.domains_apart(case) > 0,
    lambda case: clashes.degrees_apart(case) > 0,
    lambda case: denials.negated_apart(case) > 0,
    lambda case: numbers.same_role(case) < 0,
    lambda case: numbers.counts_the_doer(case) > 0,
    lambda case: denials.wished(case) == 1,
)
_OF_CLAIMS: tuple[_Sign, ...] = (
    lambda case: denials.wished(case) > 0,
    lambda case: clashes.stand_in(case) >= _STANDS_IN,
    lambda case: clashes.bearers_apart(case) > 0,
    lambda case: clashes.report_times(case) > 0,
    lambda case: denials.denied_by_both(case) > 0,
    lambda case: denials.denied_for_a_time(case) > 0,
    lambda case: denials.contrary_beside(case) > 0,
    lambda case: denials.small_words_kept(case) < 1,
    lambda case: denials.set_right(case) >= _SET_RIGHT,
    lambda case: denials.now_and_then(case) > 0,
    lambda case: denials.open_claims(case) > 0,
    lambda case: denials.says_other(case) > 1,
)


def of_two_numbers(case: Case) -> float:
    """How many signs tell that two values are of two groups, times or moods, or that one is denied."""
    return _count(case, (*_OF_BOTH, *_OF_NUMBERS))


def of_two_claims(case: Case) -> float:
    """How many signs tell that two claims are of two people, times or moods, that both deny, or each says both."""
    return _count(case, (*_OF_BOTH, *_OF_CLAIMS))


def _count(case: Case, signs: Sequence[_Sign]) -> float:
    return float(sum(sign(case) for sign in signs))
