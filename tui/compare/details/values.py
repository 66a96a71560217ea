"""How two figures or two dates of linked sentences stand to each other: by value, and by what they are told of."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.articles.article import Span
from tui.compare.details.figures import (
    are_of_one_size,
    dimension_of,
    is_idle,
    is_same_value,
    may_be_the_same_people,
    of_people,
    said_of,
)
from tui.compare.details.meaning import share_of
from tui.compare.details.moments import fixed_words, relate_dates
from tui.compare.details.pair import Pair
from tui.compare.details.parts import Parts
from tui.compare.details.roles import role_of
from tui.compare.details.slots import alikeness
from tui.compare.details.softening import SAME_SLOT, are_of_one_person, dates_of, gives_both_dates, soften_figures
from tui.compare.figures.compare import Agreement, relation_of
from tui.compare.reading import Date, Figure

_SPANS = frozenset({"duration", "distance", "measure"})
"""Two of these in two sentences are soon of two things: six years that it took, twelve years in jail."""


_LIKELY = 0.4
"""So alike must be what stands around two lengths for them to be each other's counterpart whatever is said of them."""


class Related(NamedTuple):
    """How two values stand to each other in their sentences."""

    agreement: Agreement
    likeness: float
    """How alike what stands around both is by its words, 0 to 1."""


def relate_values(
    pair: Pair,
    across: tuple[Sequence[int], Sequence[int]],
    left: Parts,
    one: Figure | Date,
    right: Parts,
    two: Figure | Date,
) -> Related:
    """Return how two figures or two dates stand to each other, a contradiction only where nothing else explains it.

    `across` tells the sentences of the other side that are linked to the left one, and to the right one.
    """
    if isinstance(one, Figure) and isinstance(two, Figure):
        if (one.value, one.high) == (two.value, two.high) and None in (one.unit, two.unit):
            return Related(Agreement("same", "the same value"), 1.0)
        agreement, like = relate_figures(left, one, right, two)
        if agreement.verdict == "conflicts":
            agreement = soften_figures(pair, across, left, one, right, two) or agreement
        return Related(agreement, like)
    if isinstance(one, Date) and isinstance(two, Date):
        agreement, like = relate_dates_in_place(left, one, right, two)
        if agreement.verdict == "conflicts" and gives_both_dates(pair, one, two):
            agreement = Agreement("differs", "one side gives both dates")
        if agreement.verdict == "conflicts" and _are_told_with_other_values(left, one, right, two):
            agreement = Agreement("differs", "they are told with other values")
        return Related(agreement, like)
    return Related(Agreement("unrelated", "a figure and a date"), 0.0)


def _are_told_with_other_values(left: Parts, one: Date, right: Parts, two: Date) -> bool:
    """Say whether the figures told with two dates differ too, so that two times may be told, each with its own."""
    ours = [figure for figure in left.figures if one in dates_of(left, figure)]
    theirs = [figure for figure in right.figures if two in dates_of(right, figure)]
    verdicts = {relate_figures(left, a, right, b)[0].verdict for a in ours for b in theirs}
    return bool(verdicts & {"differs", "conflicts"}) and "same" not in verdicts


def relate_figures(left: Parts, one: Figure, right: Parts, two: Figure) -> tuple[Agreement, float]:
    """Return how two figures stand to each other, how alike their slots must be for it to count, and are."""
    agreement = relation_of(of_people(one), of_people(two))
    if agreement.verdict == "unrelated" and may_be_the_same_people(one, two):
        agreement = Agreement("differs", "other people may be counted")
    roles = role_of(left, one), role_of(right, two)
    like = alikeness(left, one.span, right, two.span)
    if None not in roles and roles[0] != roles[1]:
        agreement = Agreement("unrelated", "other things are counted")
    elif (roles[0] and roles[0] == roles[1]) or are_of_one_person(left, one, right, two):
        like = max(like, SAME_SLOT)
    if dimension_of(left, one) != dimension_of(right, two):
        agreement = Agreement("unrelated", "lengths in other directions")
    vague = "vague" in (one.qualifier, two.qualifier)
    if vague and agreement.verdict == "conflicts":
        agreement = Agreement("unrelated", "a vague value of another size")
    is_rounded = agreement.verdict == "compatible" and one.value == two.value == 1
    if any(is_idle(f) and (f.unit is None or is_rounded) for f in (one, two)) and agreement.verdict != "same":
        agreement = Agreement("unrelated", "a number word in passing")
    if agreement.verdict != "same" and (_is_one_of(left, one) or _is_one_of(right, two)):
        agreement = Agreement("unrelated", "one of several")
    if agreement.verdict in ("differs", "conflicts") and not are_of_one_size(one, two):
        agreement = Agreement("unrelated", "values of other sizes")
    is_span = agreement.verdict == "conflicts" and bool({one.kind, two.kind} & _SPANS)
    if is_span and not share_of(said_of(left, one), said_of(right, two)):
        is_likely = like >= _LIKELY and "duration" not in (one.kind, two.kind)
        why = agreement.why
        agreement = Agreement("differs", why) if is_likely else Agreement("unrelated", "spans of other things")
    if agreement.verdict == "compatible" and is_same_value(one, two):
        agreement = Agreement("same", agreement.why)
    return agreement, like


def _is_one_of(parts: Parts, figure: Figure) -> bool:
    """Say whether a figure picks one out: "one of their sons" counts no sons."""
    words = [w.text for w in parts.within(Span(figure.start, parts.span.end))][:2]
    return figure.kind == "count" and figure.value == 1 and words[1:] == ["of"]


def relate_dates_in_place(left: Parts, one: Date, right: Parts, two: Date) -> tuple[Agreement, float]:
    """Return how two dates stand to each other, by what is told of them too, and how alike their places are."""
    texts = left.slice(one.span), right.slice(two.span)
    agreement = relate_dates(one, texts[0], two, texts[1])
    like = alikeness(left, one.span, right, two.span)
    if agreement.verdict == "conflicts" and _share_a_field(one, texts[0], two, texts[1]):
        like = max(like, SAME_SLOT)
    elif agreement.verdict == "conflicts" and not share_of(said_of(left, one), said_of(right, two)):
        agreement = Agreement("unrelated", "times of other things")
    return agreement, like


def _share_a_field(one: Date, text: str, two: Date, other_text: str) -> bool:
    """Say whether two dates agree in a weekday or a time of day, so that they tell when one thing was."""
    ours, theirs = dict(fixed_words(one, text)), dict(fixed_words(two, other_text))
    return any(ours[field] == theirs[field] for field in ours.keys() & theirs.keys() & {"weekday", "time"})
