"""What the reader is told of a detail: both sides in one line, why it differs, and why both cannot be right."""

from tui.articles.article import SIDES
from tui.compare.comparison import Detail
from tui.compare.details.candidate import Candidate
from tui.compare.details.field import Field
from tui.compare.details.judging import SURE_CONFLICT, Verdict
from tui.compare.reading import Figure
from tui.compare.units.unit import Unit, are_respelt

_ALONE = {
    "figure": "only the {} gives a figure",
    "date": "only the {} says when",
    "person": "only the {} names who",
    "place": "only the {} says where",
    "organisation": "only the {} names it",
    "quote": "only the {} quotes it",
    "claim": "only the {} says so",
    "wording": "only the {} says so",
}


def detail_of(field: Field, candidate: Candidate, verdict: Verdict) -> Detail:
    """Return the detail that a candidate is, in the passage of its link."""
    one, two = candidate.one, candidate.two
    conflict = verdict.conflict >= SURE_CONFLICT
    if one and two:
        summary, why = _summary(one, two), _why(field, candidate, one, two)
        if conflict:
            why = _reason(one, two)
    else:
        side = SIDES[one is None]
        unit = one or two
        assert unit is not None
        summary, why = f"only {side}: {in_one_line(unit.text)}", _ALONE[candidate.kind].format(side)
    return Detail(
        field.passage_of[candidate.left, candidate.right],
        candidate.left,
        candidate.right,
        candidate.kind,
        one.span if one else None,
        two.span if two else None,
        conflict,
        summary,
        why,
        verdict.importance,
    )


def _reason(one: Unit, two: Unit) -> str:
    """Return why both sides of a conflict cannot be right, in a sentence that names both readings."""
    return f"“{in_one_line(one.text)}” against “{in_one_line(two.text)}”, told of one thing: both cannot be right"


def _summary(one: Unit, two: Unit) -> str:
    if isinstance(one.value, Figure) and isinstance(two.value, Figure):
        counted = one.value.counted if one.value.counted == two.value.counted else None
        return summarise(one.text, two.text, counted or "")
    return f"{in_one_line(one.text)} / {in_one_line(two.text)}"


def _why(field: Field, candidate: Candidate, one: Unit, two: Unit) -> str:
    if one.value and two.value:
        return field.related(candidate.left, candidate.right, one, two).agreement.why
    forms = {one.form, two.form}
    if one.family == "name":
        if "description" in forms or "pronoun" in forms:
            named = [side for side, unit in zip(SIDES, (one, two), strict=True) if unit.form in ("name", "list")]
            return f"only the {named[0]} names who it is" if len(named) == 1 else "described in other words"
        if are_respelt(one, two):
            return "spelt differently"
        if one.names & two.names:
            return "one side says more of it"
        return "other names"
    if "quotation" in forms:
        quoting = [side for side, unit in zip(SIDES, (one, two), strict=True) if unit.form == "quotation"]
        return f"only the {quoting[0]} quotes it" if len(quoting) == 1 else "the quoted words differ"
    return "told in other words"


def in_one_line(text: str, most: int = 60) -> str:
    """Return `text` on one line, its middle left out when it is longer than `most` characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    half = (most - 3) // 2
    return f"{flat[:half].rstrip()} … {flat[-half:].lstrip()}"


def summarise(left: str, right: str, of: str = "") -> str:
    """Return two figures in one line, what they end on alike said once.

    Examples
    --------
    >>> summarise("6,000 people", "more than 6,100 people", "people killed")
    '6,000 / more than 6,100 people killed'
    """
    ours, theirs = left.split(), right.split()
    shared: list[str] = []
    while len(ours) > 1 and len(theirs) > 1 and ours[-1] == theirs[-1]:
        shared.insert(0, ours.pop())
        theirs.pop()
    tail = of if of.split()[: len(shared)] == shared or not shared else " ".join(shared)
    text = f"{in_one_line(' '.join(ours))} / {in_one_line(' '.join(theirs))}"
    return f"{text} {tail}" if tail else text
