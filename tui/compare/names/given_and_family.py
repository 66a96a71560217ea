"""What of a span of several words speaks for a person's name: given names, family names, initials, Jr."""

import re
from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.classes import SURE_PLACE_FIRST
from tui.compare.names.phrases import is_initials, is_known
from tui.compare.names.stretches import QUOTES
from tui.compare.names.words import Word

FAMILY_PREFIX = re.compile(r"^(?:[Aa]l-|[Ee]l-|O['’]|Mc[A-Z]|Mac[A-Z]|D['’]|Ibn|Fitz)")
_COMPOUND_GIVEN = re.compile(r"^[A-Z][a-z]+-[a-z]+$")
_PARTICLES = frozenset("van von de del della di dos du le la bin ibn el ter ten".split())  # noqa: SIM905
_JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def look_at_given_and_family(texts: Sequence[str], words: Sequence[Word], found: list[str]) -> None:
    """Add the features of a span of several words that tell of a person, or that it is none."""
    first, last = words[0], words[-1]
    if "of" in texts[2:-1] and first.given and not (words[1].organisation_first or words[1].place_first):
        found.append("full-name-of")
    if any([_is_title_of_the_next(texts, words, at) for at in range(1, len(texts) - 1)]):
        found.append("title-inside")
    _look_at_initials_and_particles(texts, words, found)
    family = is_family(texts[-1], last)
    if (
        len(texts) == 2
        and texts[0] in lexicon.word_class("given-too")
        and (names_a_family(texts, words) or _is_seldom(last))
    ):
        found.append("place-given-family")
    named = first.given or first.surname or first.adjective or first.title or first.rare or is_sure_place(words)
    if not (named or is_initials(texts[0])) and (words[1].given or is_initials(texts[1])):
        found.append("word-then-given")
    if first.given:
        found.append(_of_a_given(last, family))
        if any([w.given for w in words[1:]]):
            found.append("given-two")
    elif family:
        found.append("family-last")
    elif first.rare and last.given and len(texts) == 2:
        found.append("rare-then-given")
    elif len(texts) == 2 and texts[0].istitle() and first.rare and texts[1].istitle() and _is_ordinary(last):
        found.append("rare-then-word")
    if first.family_first and len(texts) <= 3 and not last.common:
        found.append("family-first")
    if len(texts) > 2 and first.given and _holds_known(texts):
        found.append("given-then-known")
    named = all([w.surname or w.surname_listed or w.given or w.rare for w in (words[1], last)])
    if not named and texts[0] in ("Will", "May", "Can"):
        found.append("auxiliary-then-word")


def _is_title_of_the_next(texts: Sequence[str], words: Sequence[Word], at: int) -> bool:
    """Say whether a title within a span begins somebody's name: "Relief Commissioner A. K. Dutt"."""
    word = words[at]
    named = words[at + 1].given or is_initials(texts[at + 1])
    return named and texts[at][0].isupper() and word.title in ("role", "rank") and not (word.given or word.surname)


def is_family(text: str, word: Word) -> bool:
    """Say whether the last word of a span looks like a family name."""
    return word.surname or word.surname_listed or word.surname_ending or bool(FAMILY_PREFIX.match(text))


def names_a_family(texts: Sequence[str], words: Sequence[Word]) -> bool:
    """Say whether a span ends with a family name that is no other kind of last word: not "Hall" of "Lund Hall"."""
    return is_family(texts[-1], words[-1]) and not _is_of_another_kind(words[-1])


def is_sure_place(words: Sequence[Word]) -> bool:
    """Say whether Port, Lake or the like and what may be a name make two words."""
    if len(words) != 2 or not words[0].classes & SURE_PLACE_FIRST:
        return False
    last = words[1]
    other = _is_of_another_kind(last) or last.function or last.adjective
    return (last.given or last.surname or last.surname_listed or not last.common) and not other


def _look_at_initials_and_particles(texts: Sequence[str], words: Sequence[Word], found: list[str]) -> None:
    inner, last = texts[1:-1], words[-1]
    if inner and any([w.particle for w in words[1:-1]]):
        found.append("inner-particle")
    if texts[0][0].isupper() and texts[0].lower() in _PARTICLES:
        found.append("particle-first")
    if any([is_initials(t) for t in texts[:-1]]):
        named_so = last.surname or last.surname_listed or last.given or not last.common
        found.append(
            "initial" if named_so and not (texts[-1].isupper() and len(texts[-1]) > 3) else "initial-then-word"
        )
    if texts[-1] in _JUNIOR:
        found.append("junior")
    elif inner and any([text in ("Jr", "Jr.", "Sr", "Sr.") for text in inner]):
        found.append("junior-inside")
    if inner and not QUOTES.isdisjoint(texts):
        found.append("nickname")
    if (_is_compound(texts[-1]) or _is_compound(texts[0])) and not words[0].place:
        found.append("compound-given")


def _is_compound(text: str) -> bool:
    return "-" in text and bool(_COMPOUND_GIVEN.match(text))


def _of_a_given(last: Word, family: bool) -> str:
    """Return the feature of a span that begins with a given name, by its last word."""
    if family:
        return "given-family"
    return "given-rare" if last.rare else "given-common" if last.common else "given-seldom"


def _is_of_another_kind(word: Word) -> bool:
    return bool(word.organisation_last or word.place_last or word.title or word.calendar)


def _is_seldom(word: Word) -> bool:
    """Say whether a last word is neither an everyday one nor tells of something else than a person."""
    return not (_is_of_another_kind(word) or word.common)


def _is_ordinary(word: Word) -> bool:
    """Say whether a word is an everyday one and no part of a person's or a place's name."""
    return word.common and not (word.given or word.title or word.place_last)


def _holds_known(texts: Sequence[str]) -> bool:
    """Say whether a name of several words that tables know stands behind the first word: "Ann Poe White House"."""
    count = len(texts)
    return any(is_known(" ".join(texts[a:b])) for a in range(1, count - 1) for b in range(a + 2, count + 1))
