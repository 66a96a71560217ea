"""What speaks for and against a candidate: one named function a feature, in one table for each sort of candidate.

Adding evidence is one function in this room and one line here; the next fit tells what it is worth.
"""

from collections.abc import Mapping, Sequence

from tui.compare.details.agreeing import verdict_of
from tui.compare.details.candidate import Candidate
from tui.compare.details.evidence import clashes, denials, names, numbers, shared, signs, words
from tui.compare.details.evidence.case import Case, Evidence, measure
from tui.compare.details.field import Field
from tui.compare.details.figures import are_apart_as_rounded
from tui.compare.details.softening import tells_the_least
from tui.compare.reading import Figure

Sort = tuple[str, bool]
"""The family of a candidate, or that it is one name in two spellings, and whether both sides say something."""

_PAIR: dict[str, Evidence] = {
    "link score": shared.link_score,
    "less shared of both sentences": shared.least_shared,
    "more shared of both sentences": shared.most_shared,
    "most partners": shared.most_partners,
    "apart": shared.apart,
    "shortest": shared.shortest,
    "longest": shared.longest,
}
_SLOT: dict[str, Evidence] = {"slot": shared.slot, "better slot": shared.rival}
_LONE: dict[str, Evidence] = {
    "link score": shared.link_score,
    "own sentence shared": shared.own_shared,
    "other sentence shared": shared.other_shared,
    "most partners": shared.most_partners,
    "best counterparts": shared.are_best,
    "clause told": shared.clause_told,
    "around told": shared.around_told,
    "beside told": shared.beside_told,
    "unit told": shared.unit_told,
    "told elsewhere": shared.told_elsewhere,
    "told by partners": shared.told_by_partners,
    "size": shared.size,
    "place": shared.place,
}
_PAIR_OF_TEXTS: dict[str, Evidence] = {
    "best counterparts": shared.are_best,
    "headlines": shared.headlines,
    "same small word": shared.same_small_word,
    "quoted": shared.quoted,
    "sources": shared.in_source_pair,
}
"""What is asked of names and phrases only: no fit gave it a weight for numbers."""
_LONE_TEXT: dict[str, Evidence] = {
    "in source": shared.in_source,
    "quoted": shared.quoted,
}
EVIDENCE: dict[Sort, dict[str, Evidence]] = {
    ("number", True): {
        **_PAIR,
        **_SLOT,
        "same small word": shared.same_small_word,
        "differing values": numbers.verdict("differs"),
        "conflicting values": numbers.verdict("conflicts"),
        "unrelated values": numbers.verdict("unrelated"),
        "unrelated in place": numbers.in_place("unrelated"),
        "matched": numbers.matched,
        "same words around": numbers.same_words_around,
        "same unit": numbers.same_unit,
        "same role": numbers.same_role,
        "same noun": shared.least_said,
        "size apart": numbers.size_apart,
        "rivals": numbers.rivals,
        "few rivals": numbers.few_rivals,
        "given across": numbers.given_across,
        "given anywhere": numbers.given_anywhere,
        "like it": numbers.like_it,
        "exact": numbers.wholes,
        "open dates": numbers.weekday,
        "money or percent": numbers.sort_is("money", "percent"),
        "times of report": clashes.report_times,
        "bearers apart": clashes.bearers_apart,
    },
    ("number", False): {
        **_LONE,
        "date": numbers.is_date,
        "given at home": numbers.lone_at_home,
        "kin across": numbers.kin_across,
        "bare": numbers.bare,
        "open dates": numbers.weekday,
        "dates to the day": numbers.fine,
        "times": numbers.timed,
        "money or percent": numbers.sort_is("money", "percent"),
        "value": numbers.value_told,
    },
    ("name", True): {
        **_PAIR,
        **_SLOT,
        **_PAIR_OF_TEXTS,
        "modal on one side": shared.modal,
        "attributed on one side": shared.attributed,
        **{f"{form}s": shared.formed(form) for form in ("name", "list", "description", "pronoun")},
        **{kind: shared.of_kind(kind) for kind in ("place", "organisation")},
        "same kind": names.same_kind,
        "same words": names.same_words,
        "lengths apart": names.lengths_apart,
        "least said": shared.least_said,
        "most said": shared.most_said,
        "title on one side": names.titles,
        "stand across": names.stands_across,
        "known across": names.known_across,
        "named before": names.named_before,
        "own count": names.own_count,
        "definite": names.is_definite,
        "begin": shared.begins,
    },
    ("name", False): {
        **_LONE,
        **_LONE_TEXT,
        **{f"{form}s": shared.formed(form) for form in ("name", "description")},
        **{kind: shared.of_kind(kind) for kind in ("person", "place")},
        "known across": names.lone_known,
        "named at home": names.lone_at_home,
        "words known": names.words_known,
        "kin across": names.kin_across,
        "beside a name": names.beside_name,
        "where": names.locating,
    },
    ("spelling", True): {
        "best counterparts": shared.are_best,
        "same words": names.same_words,
    },
    ("words", True): {
        **_PAIR,
        **_SLOT,
        **_PAIR_OF_TEXTS,
        "negated on one side": shared.negated,
        "opposites": words.opposites,
        "degrees apart": words.degrees_apart,
        "modals apart": words.modal_apart,
        "hedge apart": words.hedge_apart,
        "open small words": words.open_small_words,
        "least said": shared.least_said,
        "most said": shared.most_said,
        "least said near": words.least_said_near,
        "most said near": words.most_said_near,
        "least said anywhere": words.least_said_anywhere,
        "most said anywhere": words.most_said_anywhere,
        "new words": words.new_words,
        "nearness": words.nearest,
        "nearness of the rest": words.open_nearest,
        "open words": words.open_words,
        "most open words": words.most_open_words,
        "shared words": words.shared_words,
        "better clause": words.rival_clause,
        "numbers inside": words.numbers_inside,
        "quotation inside": words.quotation_inside,
        "speakers": words.speakers,
        "share of sentence": words.share_of_sentence,
        "begin": shared.begins,
    },
    ("words", False): {
        **_LONE,
        **_LONE_TEXT,
        "new": words.lone_new,
        "numbers inside": words.numbers_inside,
        "names inside": words.names_inside,
        "phrases": shared.formed("phrase"),
        "quotation inside": words.quotation_inside,
        "share of sentence": words.share_of_sentence,
        "sources across": words.is_told_by_sources,
    },
}


CONFLICT_EVIDENCE: dict[Sort, dict[str, Evidence]] = {
    ("number", True): {
        "matched": numbers.matched,
        "given anywhere": numbers.given_anywhere,
        "heads alike": clashes.heads_alike,
        "size apart": numbers.size_apart,
        "exact": numbers.wholes,
        "differs in place": clashes.differs_in_place,
        "times of report": clashes.report_times,
        "bearers apart": clashes.bearers_apart,
        "acts alike": clashes.acts_alike,
        "set apart": clashes.set_apart,
        "stand in": clashes.stand_in,
        "signs of another": signs.of_two_numbers,
        "least told of the rest": clashes.least_rest_told,
        "like it": numbers.like_it,
    },
    ("words", True): {
        "same words": denials.same_words,
        "new words": words.new_words,
        "least told before": denials.before_told,
        "words beside": denials.words_beside,
        "signs of another": signs.of_two_claims,
    },
}
"""What tells whether both sides of a pair cannot be right, for the sorts of pairs that may contradict."""


LATER: dict[Sort, tuple[frozenset[str], ...]] = {
    ("number", True): (
        frozenset(
            {"slot", "better slot", "matched", "unrelated in place", "same words around", "bearers apart",
             "times of report", "same noun", "same role", "given across", "rivals", "few rivals"}
        ),
    ),
    ("number", False): (
        frozenset(
            {"clause told", "kin across", "around told", "told by partners", "beside told", "given at home",
             "told elsewhere"}
        ),
    ),
    ("name", True): (
        frozenset({"same words"}),
        frozenset(
            {"same small word", "quoted", "sources", "named before", "definite", "known across", "most said",
             "least said", "attributed on one side", "modal on one side"}
        ),
        frozenset({"slot", "better slot"}),
    ),
    ("name", False): (
        frozenset({"unit told"}),
        frozenset(
            {"around told", "kin across", "where", "beside a name", "in source", "clause told", "words known",
             "beside told", "told by partners", "told elsewhere", "quoted"}
        ),
    ),
    ("words", True): (frozenset({"slot", "better slot", "nearness of the rest", "negated on one side"}),),
    ("words", False): (
        frozenset({"unit told", "new"}),
        frozenset({"in source", "sources across"}),
        frozenset(
            {"names inside", "around told", "clause told", "quoted", "beside told", "numbers inside",
             "told by partners", "quotation inside"}
        ),
    ),
}  # fmt: skip
"""What takes longer to measure, or rules out little: asked in so many rounds, each only where all that was asked
before leaves it open whether a detail is told."""


_LEAST_TOLD = 2
"""A sentence of fewer content words beside its figures and dates tells nothing of them."""

FITTED = tuple(sort for sort in EVIDENCE if sort != ("spelling", True))
"""The sorts of which enough is known to fit weights."""


def sort_of(candidate: Candidate) -> Sort:
    """Return the sort of a candidate, which tells what evidence and weights it is judged by."""
    family = candidate.family
    return "spelling" if family == "name" and candidate.is_respelt else family, candidate.is_pair


def may_conflict(field: Field, candidate: Candidate) -> bool:
    """Say whether a candidate has what a contradiction cannot be without."""
    return sort_of(candidate) in CONFLICT_EVIDENCE and is_doubted(Case(field, candidate))


def is_doubted(case: Case) -> bool:
    """Say whether a pair of a sort that may contradict has what a contradiction cannot be without.

    Two values that nothing could be, unless each side gives both or the parts of one, or tells them of other times; or
    a denial or a contrary.
    """
    if case.candidate.family == "number":
        of_two = all(_gives_other(case, side) for side in (0, 1)) or numbers.sums_up(case)
        of_two = of_two or (numbers.other_times(case) and not numbers.sort_is("age")(case))
        return _leave_no_value(case) and not of_two and all(_tells_of_value(case, side) for side in (0, 1))
    return (words.negated_verb if denials.denied_apart(case) else words.opposites)(case) > 0


def _leave_no_value(case: Case) -> bool:
    """Say whether no value could be what both say: not "at least 14" and "17", nor "last year" and "2019"."""
    one, two = case.both[0], case.both[1]
    verdict = verdict_of(one, two)
    if isinstance(one.value, Figure) and isinstance(two.value, Figure):
        if verdict == "compatible":
            return are_apart_as_rounded(one.value, two.value)
        return verdict == "conflicts" and tells_the_least(case.field.pair, one.value, two.value) is None
    return verdict == "conflicts"


def _tells_of_value(case: Case, side: int) -> bool:
    """Say whether the sentence of a side tells anything of its value: not "Posted: May 4, 2009"."""
    numbers = {n for place in case.field.places(side, case.numbers[side], "number") for n in range(*place)}
    return sum(n not in numbers for n in case.sentence(side).places) >= _LEAST_TOLD


def _gives_other(case: Case, side: int) -> bool:
    """Say whether the sentence of a side gives the value of the other side's unit too, be it as a bare number."""
    number = {word.text for word in case.words(1 - side) if word.text[0].isdigit()}
    told = number and number <= {word.text for word in case.parts(side).words}
    return bool(told) or case.field.says_value(side, case.numbers[side], case.both[1 - side])


def rows_of(field: Field, sort: Sort, candidates: Sequence[Candidate]) -> list[list[float]]:
    """Return a row of evidence for each candidate of one sort."""
    return _rows(EVIDENCE[sort], [Case(field, candidate) for candidate in candidates])


def conflict_rows_of(field: Field, sort: Sort, candidates: Sequence[Candidate]) -> list[list[float]]:
    """Return for each candidate of one sort a row of what tells whether both its sides cannot be right."""
    return conflict_rows(sort, [Case(field, candidate) for candidate in candidates])


def conflict_rows(sort: Sort, cases: Sequence[Case]) -> list[list[float]]:
    """Return for each case of one sort a row of what tells whether both its sides cannot be right."""
    return _rows(CONFLICT_EVIDENCE[sort], cases)


def _rows(table: Mapping[str, Evidence], cases: Sequence[Case]) -> list[list[float]]:
    return list(map(list, zip(*(measure(evidence, cases) for evidence in table.values()), strict=True)))
