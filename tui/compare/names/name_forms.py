"""A person's name as said in one place, and whether two such names can be one person's."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

from tui.compare.names import lexicon
from tui.compare.names.words import word_of
from tui.disk.tables import read_table

_SUFFIXES = {"jr": "Jr", "sr": "Sr", "ii": "II", "iii": "III", "iv": "IV"}
_RUN_OF_INITIALS = re.compile(r"^(?:[^\W\d_]\.){2,}$|^(?:[^\W\d_]\.)+[^\W\d_]$")
_ARABIC_ARTICLES = ("al-", "el-", "ad-", "ar-", "as-", "ash-", "at-", "az-", "an-")
_TWO_LETTERS_WRONG = 6
_ONE_LETTER_WRONG = 4
"""So many letters the shorter of two spellings must have to differ by two or by one of them."""


class Form:
    """A person's name as said in one place."""

    __slots__ = ("article", "bare", "honorific", "is_full", "maiden", "suffix", "title", "words")

    def __init__(
        self, words: tuple[str, ...], article: int, honorific: str = "", title: str | None = None, maiden: str = ""
    ) -> None:
        self.words = words
        """The name's words, without title, honorific and nickname."""
        self.article = article
        self.honorific = honorific
        self.title = title
        self.maiden = maiden
        """The family name somebody was born with, if it is said right behind: Holt of "Jane Doe, née Holt"."""
        self.suffix = _SUFFIXES.get(words[-1].lower().rstrip("."), "") if len(words) > 1 else ""
        """Jr, Sr or a numeral, if it ends with one."""
        self.bare = words[:-1] if self.suffix else words
        """The words without the suffix."""
        particles = lexicon.word_class("particle")
        self.is_full = len(self.bare) > 1 and not all([w.lower() in particles for w in self.bare[:-1]])
        """Whether given and family name are said; "von der Leyen" is a family name alone."""


@cache
def _equals() -> dict[str, frozenset[str]]:
    """Return for each name, folded, its short forms and other spellings."""
    found: dict[str, set[str]] = defaultdict(set)
    for full, cell in read_table(Path(__file__).parent / "tables" / "nicknames.tsv"):
        row = {fold(full), *map(fold, cell.split())}
        for name in row:
            found[name] |= row
    return {name: frozenset(row) for name, row in found.items()}


@cache
def _full_forms() -> frozenset[str]:
    return frozenset(fold(full) for full, _ in read_table(Path(__file__).parent / "tables" / "nicknames.tsv"))


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Return a word as names are compared: small letters, no accents, dots, hyphens or Arabic article."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("ø", "o").replace("ł", "l")).lower()
    plain = "".join(c for c in plain if c.isalnum() or c in "-'")
    for article in _ARABIC_ARTICLES:
        plain = plain.removeprefix(article)
    return plain.replace("-", "").replace("'", "") or word


def split_name(words: tuple[str, ...], alone: Iterable[str] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return given and family names of a name of several words, folded.

    The family name is the last word and the particles before it (von der Leyen), or the first word in Chinese, Korean
    and Vietnamese order, which a hyphen in the second (Kim Jong-un), the tables or the word's standing `alone`
    elsewhere tells. A run of initials (J.T.) is taken apart.

    >>> split_name(("J.T.", "von", "Braun"))
    (('j', 't'), ('von', 'braun'))
    """
    apart: list[str] = []
    for word in words[:-1]:
        apart += [c for c in word if c != "."] if _RUN_OF_INITIALS.match(word) else [word]
    words = (*apart, words[-1])
    folded = tuple(fold(w) for w in words)
    if len(words) < 2:
        return (), folded
    if _family_first(words, set(alone)):
        return folded[1:], folded[:1]
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].lower() in lexicon.word_class("particle"):
        cut -= 1
    return folded[:cut], folded[cut:]


def _family_first(words: tuple[str, ...], alone: set[str]) -> bool:
    first, rest = word_of(words[0]), words[1:]
    if not first.family_first or len(words) > 3:
        return False
    head, _, tail = rest[0].partition("-")
    if tail and tail.islower() and len(rest) == 1:
        return True
    if words[0] in alone and words[-1] not in alone:
        return True
    return not first.given and not any(word_of(w).given for w in rest) and words[-1] not in alone and bool(head)


def family_names(words: tuple[str, ...], family: tuple[str, ...], maiden: str = "") -> set[str]:
    """Return the words, folded, that may stand for a person of this name alone.

    The last word of the family name, each half of a double name (Pfeiffer-Cole), and the word before the last where
    two family names may follow the given ones: Pardo of Andrés Ignacio Pardo Ruiz; and the `maiden` name.
    """
    found = {family[-1], fold(maiden)} if maiden else {family[-1]}
    halves = words[-1].split("-")
    if len(halves) == 2 and all(half[:1].isupper() and len(half) > 2 for half in halves):
        found |= {fold(half) for half in halves}
    if len(words) > 2 and len(family) == 1:
        before = words[-2]
        if len(before) > 2 and not word_of(before).given and fold(words[-1]) == family[0]:
            found.add(fold(before))
    return found


def same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two rows of given names can be one person's: equal, initials, short forms, middle names left out."""
    if not one or not other:
        return True
    first, second = one[0], other[0]
    if first == second:
        middle = [(a, b) for a, b in zip(one[1:], other[1:], strict=False) if a != b]
        return all(a[0] == b[0] and 1 in (len(a), len(b)) for a, b in middle)
    if 1 in (len(first), len(second)):
        return first[0] == second[0]
    return is_other_form(first, second)


def is_short_form(word: str) -> bool:
    """Say whether a folded name is only known as the short form of others: Bibi, Joe."""
    return word in _equals() and word not in _full_forms()


def shared_form(name: str) -> str:
    """Return what a folded name and its short forms and other spellings are all found under.

    >>> shared_form("qaddafi") == shared_form("gaddafi")
    True
    """
    return min(_equals().get(name, (name,))) + "="


def forms_of(name: str) -> frozenset[str]:
    """Return a folded name with its short forms and other spellings."""
    return _equals().get(name, frozenset()) | {name}


def is_other_form(one: str, other: str) -> bool:
    """Say whether two folded words are short forms or common spellings of one name: Bill and William."""
    return other in _equals().get(one, ())


def is_misspelt(one: str, other: str) -> bool:
    """Say whether two folded words may be one name that was once written wrongly or by other rules.

    One letter of four or two of six may differ, two exchanged letters counting as one.

    >>> is_misspelt("priebus", "preibus"), is_misspelt("rice", "reed")
    (True, False)
    """
    shorter = min(len(one), len(other))
    most = 2 if shorter >= _TWO_LETTERS_WRONG else 1 if shorter >= _ONE_LETTER_WRONG else 0
    if not most or one == other or abs(len(one) - len(other)) > most:
        return False
    return OSA.distance(one, other, score_cutoff=most) <= most
