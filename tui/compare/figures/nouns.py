"""The noun that is counted: found after a number, put in the singular, and the verb that tells what became of it."""

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.compare.figures.numerals import is_number_word
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.disk.tables import read_table

LONGEST_PHRASE = 5
"""So many words may stand from a number to the noun it counts: "three of the most senior military officers" not."""


class Noun(NamedTuple):
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


_NO_PEOPLE = frozenset(("specimen", "regimen", "abdomen", "acumen", "albumen", "dolmen", "cyclamen"))
"""All other words in -men are plurals that count people: linemen, spokeswomen, servicemen."""


def is_stop(low: str) -> bool:
    """Say whether a lower-case word is one that no counted phrase holds."""
    return low in word_list("function words") or low in word_list("verbs") or is_number_word(low)


def is_person_noun(singular: str) -> bool:
    """Say whether a noun in the singular counts people."""
    return singular in _people() or (singular.endswith("man") and len(singular) > 5 and singular.islower())


@cache
def _one_count() -> dict[str, frozenset[int]]:
    rows: dict[str, set[int]] = defaultdict(set)
    for number, (cell,) in enumerate(read_table(Path(__file__).with_name("one_count.tsv"))):
        for noun in cell.split():
            rows[noun].add(number)
    return {noun: frozenset(numbers) for noun, numbers in rows.items()}


def count_one_thing(one: str | None, two: str | None) -> bool:
    """Say whether two nouns in the singular count the same thing in other words: inmates and prisoners.

    >>> count_one_thing("inmate", "prisoner"), count_one_thing("inmate", "guard")
    (True, False)
    """
    known = _one_count()
    return one in known and two in known and not known[one].isdisjoint(known[two])


def singular_of(plural: str) -> str | None:
    """Return the singular of a plural noun as written, or none where it does not look like a plural."""
    known = _nouns().get(plural.lower())
    if known is not None:
        return known[0]
    if plural.endswith("men") and len(plural) > 5 and plural.islower() and plural not in _NO_PEOPLE:
        return plural[:-2] + "an"
    if not plural.endswith("s") or (plural.endswith(("ss", "us", "is", "'s", "’s")) and not _is_people(plural)):
        return None
    if plural[:-1].isupper() and len(plural) > 2:
        return plural[:-1]
    if len(plural) < 4:
        return None
    if plural.endswith("ies"):
        return plural[:-3] + "y"
    if plural.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return plural[:-2]
    return plural[:-1]


def _is_people(plural: str) -> bool:
    """Say whether a plural names the people of a place: "Syrians", "Israelis"."""
    return plural[:1].isupper() and plural.endswith(("ans", "ons", "elis", "aqis", "anis", "enis", "udis", "alis"))


def read_noun(words: Words, at: int, value: float) -> Noun | None:
    """Return the noun that a number just before `at` counts, or none.

    After any number but one the noun is a plural: the first word that looks like one, before any word that cannot
    belong to it. After one it is the last word before such a word.
    """
    return _read_singular(words, at) if value == 1 else _read_plural(words, at)


def _noun(words: Words, last: int, singular: str) -> Noun:
    """Return the noun whose last word is at `last`; a capital inside a sentence is kept."""
    raw = words.raw[last].replace("’", "'")
    is_name = words.is_capital(last) and not raw.isupper()
    known = _nouns().get(raw.lower())
    is_person = known[1] if known is not None else is_name and _is_people(raw)
    keeps_capital = is_name and (is_person or raw[:-1].isupper())
    return Noun(last + 1, singular if keeps_capital or known is not None else singular.lower(), is_person)


def _read_plural(words: Words, at: int) -> Noun | None:
    for end in range(at, at + LONGEST_PHRASE):
        low = words.low[end]
        links = end > at and words.kinds[end + 1] == "word" and not is_stop(words.low[end + 1])
        if (low == "-" and words.touches(end) and words.touches(end + 1)) or (low in (",", "and", "or") and links):
            continue
        if words.kinds[end] == "number" and (age := _past_age(words, end)) is not None:
            known = _read_plural(words, age)
            of_people = Noun(end, "person", True) if words.low[age - 1] == "olds" else None
            return known._replace(after=end) if known is not None else of_people
        if words.kinds[end] not in ("word", "number") or is_stop(low) or low.endswith("'s"):
            return None
        singular = singular_of(words.raw[end])
        if singular is not None and low in word_list("before nouns") and words.kinds[end + 1] == "word":
            longer = _read_plural(words, end + 1)
            if longer is not None:
                return longer
        if singular is not None and not (words.low[end + 1] == "-" and words.touches(end + 1)):
            return _with_partners(words, _noun(words, end, singular))
    return None


def _past_age(words: Words, at: int) -> int | None:
    """Return where the words after "17-year-old" at `at` begin, or none where no age stands: it is told by itself."""
    joined = words.low[at + 1] == words.low[at + 3] == "-" and words.touches(at + 4)
    is_age = joined and words.low[at + 2] in ("year", "month", "week", "day") and words.low[at + 4] in ("old", "olds")
    return at + 5 if is_age else None


def _with_partners(words: Words, noun: Noun) -> Noun:
    """Take in what follows a plural: the noun itself in "sports clubs", the others in "men and women"."""
    at = noun.after
    low = words.low[at]
    if noun.is_person and low in ("and", "or") and words.low[at + 1] in word_list("with people"):
        return Noun(at + 2 + (words.low[at + 2] == "members"), "person", True)
    is_noun = words.kinds[at] == "word" and not words.is_capital(at) and not is_stop(low) and low in _nouns()
    if not is_noun or not low.endswith(("s", "people", "men", "women")) or noun.is_person:
        return noun
    return _noun(words, at, singular_of(low) or low)


def _read_singular(words: Words, at: int) -> Noun | None:
    end = at
    while end < at + 3 and words.kinds[end] == "word" and not is_stop(words.low[end]) and not _is_verb(words, at, end):
        end += 1
    if end == at or words.low[at].endswith("ly"):
        return None
    head = words.low[end - 1]
    if head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in _nouns():
        return None
    head = head.removesuffix("'s")
    return Noun(end, head, is_person_noun(head))


def _is_verb(words: Words, first: int, at: int) -> bool:
    """Say whether a word behind the first of a phrase looks like what the thing counted did: "one shell landed"."""
    low = words.low[at]
    return at > first and low.endswith(("ed", "ing")) and (low.endswith("ed") or words.kinds[at + 1] == "word")
