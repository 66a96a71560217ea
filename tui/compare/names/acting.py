"""Whether a country acts where it is named, as a state does ("Norway has accused …"), or is where something happens.

A country that acts is listed as the body it is. It stays one thing with the place for whatever compares articles.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from tui.compare.names import lexicon
from tui.compare.names.lexicon import marks
from tui.compare.names.lists import members_before, members_behind
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
    begin = _begin_of_list(words, first)
    end = _end_of_list(words, last)
    before = words[begin - 1].lower if begin else ""
    if before in _PREPOSITIONS:
        yield "after-preposition"
    elif end < len(words):
        yield from _of_what_it_does(words, end)
    if before in ("between", "with") and begin > 1 and words[begin - 2].lower in lexicon.word_class("state-dealing"):
        yield "dealing"
    elif not _goes_on(words, end):
        yield from _of_what_is_done_to_it(before)
    if last < len(words) and words[last].text in _OWN:
        yield from ["owns-act"] if _is_act_noun(words, last + 1) else ["owns"]
    elif last < len(words) and _is_act_noun(words, last):
        yield "before-act"


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
    return words[at].capital or not marks(words[at].text).function


def _of_what_it_does(words: Sequence[Word], at: int) -> Iterator[str]:
    """Look at the first verb behind a country, helpers and adverbs before it left out."""
    for number in range(at, min(at + _MOST_BETWEEN, len(words))):
        lower = words[number].lower
        if lower in lexicon.word_class("state-is") and number > at:
            yield "is-of-mind"
            return
        if stem_of(lower) in _stems("state-act"):
            passive = any(word.lower in _BEING for word in words[at:number]) and not lower.endswith("ing")
            yield "done-to" if passive else "does"
            return
        if lower not in lexicon.word_class("helper") and not lower.endswith("ly"):
            return


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
