"""Whether a country acts where it is named, as a state does ("Norway has accused …"), or is where something happens.

A country that acts is listed as the body it is. It stays one thing with the place for whatever compares articles.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from tui.compare.names import lexicon
from tui.compare.names.lists import LINKS, members_before, members_behind
from tui.compare.names.phrases import phrase_of
from tui.compare.names.places import is_country
from tui.compare.names.words import Word
from tui.compare.tokens import stem_of
from tui.disk.tables import read_table

_MOST_BETWEEN = 4
"""So many auxiliaries and adverbs may stand between a country and what it does."""
_PREPOSITIONS = frozenset(
    "in from to at near into inside across through around of on for with over within outside via".split()  # noqa: SIM905
)
_BEING = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_OWN = frozenset({"'s", "'", "’"})
_INTRODUCING = frozenset({"include", "includes", "included", "including", "notably", "namely", ","})
_AIMED = frozenset({"to", "for", "on", "against", "from"})
_COUPLE = "-"
_OFFICE_BEFORE = 5
"""So many words before the "of" may stand who speaks for a country: "Ministers of Foreign Affairs of Norway"."""
_MEMBERS_BEFORE = 9
_PARTNER_WITHIN = 7


@cache
def rows() -> dict[str, tuple[float, str]]:
    """Return the weight of each feature and what it tells."""
    table = read_table(Path(__file__).parent / "tables" / "acting.tsv")
    return {name: (float(weight), told) for name, weight, told in table}


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in lexicon.word_class(name))


def acts(words: Sequence[Word], first: int, last: int, name: str) -> bool:
    """Say whether the place `name` of words `first` to before `last` is a country and acts here."""
    if not is_country(name):
        return False
    table = rows()
    return table["always"][0] + sum(table[feature][0] for feature in find_acting(words, first, last)) > 0


def find_acting(words: Sequence[Word], first: int, last: int) -> Iterator[str]:
    """Yield what speaks for and against a country's acting, by the names of the rows of `tables/acting.tsv`."""
    begin = first - 1 if _begins_anew(words, first, last) else _begin_of_list(words, first)
    end = _end_of_list(words, last)
    before = words[begin - 1].lower if begin else ""
    if before in _PREPOSITIONS:
        yield "after-preposition"
        yield from _of_what_it_is_for(words, begin, end)
    elif end < len(words):
        yield from _of_what_it_does(words, end)
    if before in _INTRODUCING and _is_of_states(words, begin - 1):
        yield "member"
    if _is_couple_dealing(words, first, last):
        yield "couple-dealing"
    elif end < len(words) and words[end].text in lexicon.word_class("team-noun"):
        yield "before-team"
    if before in ("between", "with") and begin > 1 and words[begin - 2].lower in lexicon.word_class("state-dealing"):
        yield "dealing"
    elif not _goes_on(words, end):
        yield from _of_what_is_done_to_it(before)
    if last < len(words) and words[last].text in _OWN:
        yield from ["owns-act"] if _is_act_noun(words, last + 1) else ["owns"]
    elif last < len(words) and _is_act_noun(words, last):
        yield "before-act"


def _of_what_it_is_for(words: Sequence[Word], begin: int, end: int) -> Iterator[str]:
    """Look at what a preposition binds a country to: "time for Norway to decide", "support to", "ministers of"."""
    at = begin - 1
    while at and words[at - 1].text.islower() and words[at].lower == "the":
        at -= 1
    before = words[begin - 1].lower
    if before == "for" and end + 1 < len(words) and words[end].text == "to" and words[end + 1].text.islower():
        yield "for-to"
    if before in _AIMED and at and words[at - 1].lower in lexicon.word_class("state-aimed"):
        yield "aimed-at"
    if before == "of":
        near = {word.lower for word in words[max(0, begin - 1 - _OFFICE_BEFORE) : begin - 1]}
        if not near.isdisjoint(lexicon.word_class("state-office")):
            yield "of-its-office"


def _is_of_states(words: Sequence[Word], at: int) -> bool:
    """Say whether what stands at `at` names members of a group of states: "nations that joined include"."""
    near = words[max(0, at - (1 if words[at].text == "," else _MEMBERS_BEFORE)) : at]
    return not lexicon.word_class("state-noun").isdisjoint(word.lower for word in near)


def _is_couple_dealing(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether two countries in one word deal with each other: "the UK-France relationship"."""
    if last < len(words) and words[last].text == _COUPLE:
        last += 2
    elif not first or words[first - 1].text != _COUPLE:
        return False
    return last < len(words) and words[last].lower in lexicon.word_class("state-dealing")


def _begins_anew(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a comma before a country and its article ends what stands before: "after a raid in Mali, the US"."""
    goes_on = last < len(words) and words[last].text in LINKS
    return first > 1 and not goes_on and words[first - 1].lower == "the" and words[first - 2].text == ","


def _begin_of_list(words: Sequence[Word], first: int) -> int:
    """Return where a list of countries with this one begins, an article before it left out."""
    for start, end in members_before(words, first):
        if not _is_member(words, start, end):
            break
        first = start
    return first - 1 if first and words[first - 1].lower == "the" else first


def _end_of_list(words: Sequence[Word], last: int) -> int:
    for start, end in members_behind(words, last):
        if not _is_member(words, start, end):
            break
        last = end
    return last


def _is_member(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether a country is listed, or half of one's name: North of "North and South Korea"."""
    return is_country(phrase_of([w.text for w in words[start:end]])) or (
        end - start == 1 and words[start].lower in lexicon.word_class("direction")
    )


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a noun goes on behind a country that tells of which one it is: "US marines", "the UK agency"."""
    if at >= len(words) or not words[at].text[0].isalpha():
        return at < len(words) and words[at].text in _OWN
    return words[at].capital or not words[at].function


def _of_what_it_does(words: Sequence[Word], at: int) -> Iterator[str]:
    """Look at the first verb behind a country, helpers and adverbs before it left out."""
    for number in range(at, min(at + _MOST_BETWEEN, len(words))):
        lower = words[number].lower
        if lower in lexicon.word_class("state-is") and number > at:
            yield "is-of-mind"
            return
        if words[number].lower in ("is", "remains", "was", "remained") and _is_partner(words, number + 1):
            yield "is-partner"
            return
        if stem_of(lower) in _stems("state-act"):
            passive = any(word.lower in _BEING for word in words[at:number]) and not lower.endswith("ing")
            yield "done-to" if passive else "does"
            return
        if lower not in lexicon.word_class("helper") and not lower.endswith("ly"):
            return


def _is_partner(words: Sequence[Word], at: int) -> bool:
    """Say whether a country is told to be what only states are to each other: "one of our oldest allies"."""
    for word in words[at : at + _PARTNER_WITHIN]:
        if word.text in (",", ".", "that", "which", "for"):
            return False
        if word.lower in lexicon.word_class("state-being"):
            return True
    return False


def _of_what_is_done_to_it(before: str) -> Iterator[str]:
    """Look at the word before a country, or before a list with it."""
    if before in ("by", "against"):
        yield before
    elif before and stem_of(before) in _stems("state-object"):
        yield "object"


def _is_act_noun(words: Sequence[Word], at: int) -> bool:
    """Say whether what a state does is named at `at`, or behind an adjective: "actions", "diplomatic efforts"."""
    for number in (at, at + 1):
        if number < len(words) and words[number].lower in lexicon.word_class("state-act-noun"):
            return words[number].text.islower()
        if number < len(words) and not (words[number].text.islower() and words[number].text.isalpha()):
            return False
    return False
