"""Quantities: an amount with what it measures or counts, what a rate is per, and the qualifier around it."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from tui.compare.figures.amounts import Amount
from tui.compare.figures.counted import read_counted
from tui.compare.figures.nouns import Noun, is_person_noun, is_stop, read_noun, singular_of
from tui.compare.figures.qualifiers import read_qualifier_after, read_qualifier_before
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.compare.reading import Figure, FigureKind, Qualifier


class Found(NamedTuple):
    """A figure, and where the words after it begin."""

    figure: Figure
    after: int


@dataclass(frozen=True, slots=True)
class _Counted:
    """What an amount measures or counts."""

    kind: FigureKind
    unit: str | None
    after: int
    """Where the words after it begin."""
    noun: Noun | None = None
    told_from: int = 0
    """Where the words that tell what is counted begin."""


def place_figure(
    words: Words,
    amount: Amount,
    kind: FigureKind,
    unit: str | None,
    *,
    first: int,
    after: int,
    counted: str | None = None,
    qualifier: Qualifier = "exact",
) -> Found:
    """Return the figure of `amount` that stands from word `first` to before word `after`."""
    if amount.high is not None and not amount.is_range:
        qualifier = "vague"
    elif amount.is_range and qualifier == "exact":
        qualifier = "between"
    elif amount.numeral.is_about and qualifier == "exact":
        qualifier = "about"
    start, end = words.starts[first], words.ends[after - 1]
    return Found(Figure(start, end, kind, amount.value, amount.high, unit, counted, qualifier), after)


def read_quantity(words: Words, amount: Amount, free: int) -> Found | None:
    """Return the figure that `amount` makes with the words around it, none before `free`, or none if it is none."""
    behind, qualifier = read_qualifier_after(words, amount.after)
    what = _read_counted(words, amount, behind)
    if what is None:
        return None
    first, before = read_qualifier_before(words, amount.first, free, what.kind)
    after = what.after
    if before == "exact" and qualifier == "exact":
        after, qualifier = read_qualifier_after(words, after)
    kind, unit, counted = what.kind, what.unit, None
    if kind in ("count", "number", "fraction") and (what.noun is not None or kind == "number"):
        counted = read_counted(words, first, what.noun, what.told_from)
    if kind == "number" and counted is not None and amount.value == int(amount.value):
        kind, unit = "count", "person"
    if before != "exact":
        qualifier = before
    return place_figure(words, amount, kind, unit, first=first, after=after, counted=counted, qualifier=qualifier)


def _read_counted(words: Words, amount: Amount, at: int) -> _Counted | None:
    """Read the unit of an amount or the noun it counts, and what a rate is per; none where it counts nothing."""
    if amount.unit is not None:
        return _with_rate(words, _Counted(amount.unit.kind, amount.unit.name, at))
    noun_at = _noun_start(words, at, amount)
    noun = _read_joined_noun(words, at, amount.value)
    if noun is not None:
        return _Counted("count", noun.singular, noun.after, noun, at + 1)
    noun = _read_noun(words, noun_at, amount)
    if amount.numeral.is_part:
        return _Counted("fraction", None, at if noun is None else noun.after, noun, noun_at)
    child = _child_of(words, amount.first)
    if noun is None and child is not None:
        return _Counted("count", child, at)
    if noun is None:
        return None if _counts_nothing(words, amount) else _Counted("number", None, at, None, noun_at)
    told_from = at if amount.value == 1 else noun_at
    return _with_rate(words, _Counted("count", noun.singular, noun.after, noun, told_from))


def _child_of(words: Words, at: int) -> str | None:
    """Return whom a number that begins at `at` counts where it tells whose parent somebody is: "mother of two"."""
    if at < 2 or words.low[at - 1] != "of":
        return None
    if words.low[at - 2] in word_list("parents"):
        return "child"
    return "grandchild" if words.low[at - 2] in word_list("grandparents") else None


def _noun_start(words: Words, at: int, amount: Amount) -> int:
    """Return where the words that tell what is counted begin: past "more", "of" and "of the"."""
    at += words.low[at] in ("more", "other", "additional", "extra")
    if words.low[at] == "of" and (amount.high is not None or amount.value == 1):
        at += 1
        at += words.low[at] in word_list("after of")
        at += words.low[at].endswith(("'s", "s'"))
    return at


def _read_noun(words: Words, at: int, amount: Amount) -> Noun | None:
    """Read the noun that an amount counts; "thousands" alone counts nothing without "of"."""
    last = words.low[amount.numeral.after - 1]
    if amount.high is not None and not amount.is_range and last.endswith("s") and at == amount.after:
        return None
    return read_noun(words, at, 2 if at > amount.after and amount.value == 1 else amount.value)


def _read_joined_noun(words: Words, at: int, value: float) -> Noun | None:
    """Read the noun that a hyphen joins to a number: "a five-page letter"."""
    low = words.low[at + 1]
    if not words.joins(at) or value < 2 or words.is_capital(at + 1) or len(low) < 3:
        return None
    if low == "strong":
        return Noun(at + 2, "person", True)
    if low in word_list("joined to no count") or low.endswith(("ed", "ing")) or is_stop(low):
        return None
    singular = singular_of(low) or low
    return Noun(at + 2, singular, is_person_noun(singular))


def _counts_nothing(words: Words, amount: Amount) -> bool:
    """Say whether a number without a noun is no figure: "the two", "one of them", "two-way"."""
    if amount.value == 1 and words.low[amount.after] == "of":
        return True
    before = words.low[amount.first - 1] if amount.first > 0 else ""
    return not amount.numeral.in_digits and (words.joins(amount.after) or before in word_list("before known"))


def _with_rate(words: Words, what: _Counted) -> _Counted:
    """Read what a rate is per: "a day", "per square foot"; "$5m a year ago" is none."""
    at = what.after
    is_rate = words.low[at] in word_list("before rate") and words.low[at + 1] in word_list("rate units")
    if not is_rate or words.low[at + 2] in word_list("after no rate"):
        return what
    return replace(what, unit=f"{what.unit} per {words.low[at + 1]}", after=at + 2)
