"""The noun that is counted: found after a number, put in the singular, and the verb that tells what became of it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.compare.tables import read_table

LONGEST_PHRASE = 5
"""So many words may stand from a number to the noun it counts: "three of the most senior military officers" not."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun and the words before it that belong to it."""

    after: int
    singular: str
    is_person: bool


@cache
def _nouns() -> dict[str, tuple[str, bool]]:
    rows = read_table(Path(__file__).with_name("nouns.tsv"))
    return {plural: (singular, kind == "person") for plural, singular, kind in rows}


@cache
def _people() -> frozenset[str]:
    return frozenset(singular for singular, is_person in _nouns().values() if is_person)


def is_stop(low: str) -> bool:
    """Say whether a lower-case word is one that no counted phrase holds."""
    return low in word_list("function words") or low in word_list("verbs")


def is_person_noun(singular: str) -> bool:
    """Say whether a noun in the singular counts people."""
    return singular in _people()


def singular_of(plural: str) -> str | None:
    """Return the singular of a plural noun in lower case, or none where it does not look like a plural."""
    known = _nouns().get(plural)
    if known is not None:
        return known[0]
    if len(plural) < 4 or not plural.endswith("s") or plural.endswith(("ss", "us", "is", "'s")):
        return None
    if plural.endswith("ies"):
        return plural[:-3] + "y"
    if plural.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return plural[:-2]
    return plural[:-1]


def read_noun(words: Words, at: int, value: float) -> Noun | None:
    """Return the noun that a number just before `at` counts, or none.

    After any number but one the noun is a plural: the first word that looks like one, before any word that cannot
    belong to it. After one it is the last word before such a word.
    """
    return _read_singular(words, at) if value == 1 else _read_plural(words, at)


def _read_plural(words: Words, at: int) -> Noun | None:
    end = at
    for end in range(at, at + LONGEST_PHRASE):
        low = words.low[end]
        if low == "-" and words.touches(end) and words.touches(end + 1):
            continue
        if low == "," and end > at and words.kinds[end + 1] == "word" and not is_stop(words.low[end + 1]):
            continue
        if low in ("and", "or") and end > at and words.kinds[end + 1] == "word" and not is_stop(words.low[end + 1]):
            continue
        if words.kinds[end] not in ("word", "number") or is_stop(low) or low.endswith("'s"):
            return None
        singular = singular_of(low)
        if singular is not None and not (words.low[end + 1] == "-" and words.touches(end + 1)):
            known = _nouns().get(low)
            after = _last_of_compound(words, end + 1)
            if after != end + 1 and (known is None or not known[1]):
                singular, known = singular_of(words.low[after - 1]) or singular, _nouns().get(words.low[after - 1])
            return Noun(after, singular, known is not None and known[1])
    return None


def _last_of_compound(words: Words, at: int) -> int:
    """Return where "sports clubs" ends: a plural straight after a plural is the noun itself."""
    low = words.low[at]
    if (
        words.kinds[at] == "word"
        and not words.is_capital(at)
        and not is_stop(low)
        and low in _nouns()
        and low != "dead"
    ):
        return at + 1 if low.endswith(("s", "people", "men", "women")) else at
    return at


def _read_singular(words: Words, at: int) -> Noun | None:
    end = at
    while end < at + 3 and words.kinds[end] == "word" and not is_stop(words.low[end]):
        end += 1
    if end == at or words.low[at].endswith("ly"):
        return None
    head = words.low[end - 1]
    if head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in _nouns():
        return None
    head = head.removesuffix("'s")
    return Noun(end, head, is_person_noun(head))
