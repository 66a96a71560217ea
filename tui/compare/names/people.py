"""Which of the people named are one and the same, over all articles read together, and what they are called."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from tui.compare.names import lexicon
from tui.disk.tables import read_table

_SUFFIXES = {"jr": "Jr", "sr": "Sr", "ii": "II", "iii": "III", "iv": "IV"}
_MOST_LOOKED_AT = 60
_SPELT_ALIKE = 82
"""Two spellings of one name from two articles share at least this much, of 100: Alishvandi, Alishbandi."""
_WOMEN = frozenset({"mrs", "ms", "miss", "mme", "madame", "mlle", "señora", "signora", "frau", "sra"})
_MEN = frozenset({"mr", "monsieur", "herr", "señor", "signor", "master", "mister", "sr"})


class Form(NamedTuple):
    """A person's name as said in one place."""

    words: tuple[str, ...]
    """The name's words, without title, honorific and nickname."""
    article: int
    honorific: str = ""
    title: str | None = None

    @property
    def suffix(self) -> str:
        """Jr, Sr or a numeral, if it ends with one."""
        return _SUFFIXES.get(self.words[-1].lower().rstrip("."), "") if len(self.words) > 1 else ""

    @property
    def is_full(self) -> bool:
        """Whether given and family name are said; "von der Leyen" is a family name alone."""
        return len(self.bare) > 1 and not all(w.lower() in lexicon.word_class("particle") for w in self.bare[:-1])

    @property
    def bare(self) -> tuple[str, ...]:
        """The words without the suffix."""
        return self.words[:-1] if self.suffix else self.words


@dataclass(slots=True)
class Person:
    """One person with all the forms of the name met so far."""

    family: tuple[str, ...]
    """The family name's words, folded."""
    given: tuple[str, ...]
    """The given names' words, folded; empty while only the family name is known."""
    suffix: str = ""
    families: set[str] = field(default_factory=set)
    """The last word of the family name in every spelling met, folded."""
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    seen: dict[int, int] = field(default_factory=dict)
    """For each article, the number of the last form met in reading order."""
    articles: set[int] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    honorifics: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The fullest form said: most words, then fewest initials, then said most often."""
        words = max(self.forms, key=lambda f: (len(f), -sum(len(w.rstrip(".")) == 1 for w in f), self.forms[f]))
        return " ".join(lexicon.unshout(w) for w in words)

    def take(self, form: Form) -> None:
        """Count a form as this person's."""
        self.forms[form.words] += 1
        self.articles.add(form.article)
        if form.title:
            self.titles.add(form.title.lower())
        if form.honorific:
            self.honorifics.add(form.honorific)


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for full, cell in read_table(Path(__file__).parent / "tables" / "nicknames.tsv"):
        row = {fold(full), *map(fold, cell.split())}
        for name in row:
            found[name] |= row
    return {name: frozenset(row) for name, row in found.items()}


def fold(word: str) -> str:
    """Return a word as names are compared: small letters, no accents, dots, hyphens or Arabic article."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).lower()
    plain = "".join(c for c in plain if c.isalnum() or c in "-'")
    for article in ("al-", "el-", "ad-", "ar-", "as-", "at-", "az-", "an-"):
        plain = plain.removeprefix(article)
    return plain.replace("-", "").replace("'", "") or word


def split_name(words: tuple[str, ...], alone: Iterable[str] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return given and family names of a name of several words, folded.

    The family name is the last word and the particles before it (von der Leyen), or the first word in Chinese, Korean
    and Vietnamese order, which a hyphen in the second (Kim Jong-un), the tables or the word's standing `alone`
    elsewhere tells.
    """
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
    first, rest = lexicon.marks(words[0]), words[1:]
    if not first.family_first or len(words) > 3:
        return False
    head, _, tail = rest[0].partition("-")
    if tail and tail.islower() and len(rest) == 1:
        return True
    if words[0] in alone and words[-1] not in alone:
        return True
    return not first.given and not any(lexicon.marks(w).given for w in rest) and words[-1] not in alone and bool(head)


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
    return second in _short_forms().get(first, ())


def spelt_alike(one: str, other: str) -> bool:
    """Say whether two folded words may be two spellings of one name."""
    return min(len(one), len(other)) > 4 and fuzz.ratio(one, other) >= _SPELT_ALIKE


def same_family(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two family names are one, particles left out or not."""
    return one[-1] == other[-1] or one == other


class People:
    """The people of a pair, gathered from full names first, then from what stands alone."""

    def __init__(self, forms: list[Form]) -> None:
        """Gather `forms`, in reading order."""
        self._named: dict[str, dict[int, Person]] = defaultdict(dict)
        self._in_full: dict[tuple[str, ...], Person] = {}
        self._of: dict[int, Person] = {}
        alone = {f.words[0] for f in forms if len(f.words) == 1}
        for number, form in enumerate(forms):
            if form.is_full:
                self._of[number] = self._take_full(form, alone)
        for number, form in enumerate(forms):
            if number not in self._of:
                self._of[number] = self._take_short(form)
            self._of[number].seen[form.article] = number

    def name_of(self, number: int) -> str:
        """Return what the person of form `number` is called."""
        person = self._of[number]
        if not person.given and person.honorifics and len(self._named[person.family[-1]]) > 1:
            return f"{min(person.honorifics).capitalize()} {person.name}"
        return person.name

    def _index(self, person: Person) -> None:
        """Make a person found by every word of the name, and by how the family name begins."""
        for key in {*person.given, *person.family, *person.families, person.family[-1][:2] + "…"}:
            self._named[key][id(person)] = person

    def _latest(self, key: str) -> list[Person]:
        """Return the people last found under a key, bounded so that a list of thousands stays quick to read."""
        return list(islice(reversed(self._named[key].values()), _MOST_LOOKED_AT))[::-1]

    def _take_full(self, form: Form, alone: set[str]) -> Person:
        person = self._in_full.get(form.words)
        if person is None:
            given, family = split_name(form.bare, alone)
            near = [p for key in (family[-1], family[-1][:2] + "…", given[0]) for p in self._latest(key)]
            fits = [p for p in near if _is_full_name_of(p, given, family, form)]
            person = max(fits, key=lambda p: p.given == given) if fits else Person(family, given, form.suffix)
            if len(given) > len(person.given):
                person.given = given
            person.families.add(family[-1])
            self._in_full[form.words] = person
            self._index(person)
        person.take(form)
        return person

    def _take_short(self, form: Form) -> Person:
        words = tuple(fold(w) for w in form.bare)
        near = [p for p in self._latest(words[-1]) if not _differ_in_sex(p, form)]
        fits = [p for p in near if words[-1] in p.families or words[-1] == p.family[-1]] or near
        if not fits:
            others = [p for p in self._latest(words[-1][:2] + "…") if form.article not in p.articles]
            fits = [p for p in others if spelt_alike(p.family[-1], words[-1]) and not _differ_in_sex(p, form)]
        person = _best_fit(fits, form) if fits else Person(words, ())
        if not fits:
            self._index(person)
        person.take(form)
        return person


def _is_full_name_of(person: Person, given: tuple[str, ...], family: tuple[str, ...], form: Form) -> bool:
    """Say whether a full name is one more form of a person's name."""
    if person.suffix != form.suffix or not person.given:
        return False
    elsewhere = form.article not in person.articles
    short, long = sorted(((*person.given, *person.family), (*given, *family)), key=len)
    if len(short) < len(long) and long[-len(short) :] == short:
        return True
    if same_family(person.family, family):
        return same_given(person.given, given) or (elsewhere and spelt_alike(person.given[0], given[0]))
    if not elsewhere or not spelt_alike(person.family[-1], family[-1]):
        return False
    return same_given(person.given[:1], given[:1]) or spelt_alike(person.given[0], given[0])


def _best_fit(fits: list[Person], form: Form) -> Person:
    """Return who of several is meant.

    By title, by honorific, then by who has been called so before in the article, most often and last; an article that
    names one of them in full only later means another.
    """

    def fitness(person: Person) -> tuple[bool, bool, bool, bool, int, int]:
        seen = person.seen.get(form.article, -1)
        return (
            bool(form.title and form.title.lower() in person.titles),
            bool(form.honorific and _sex_of(person)),
            seen >= 0,
            form.article not in person.articles,
            person.forms[form.words],
            seen,
        )

    return max(fits, key=fitness)


def _differ_in_sex(person: Person, form: Form) -> bool:
    """Say whether the honorific of a form speaks against its being the person: Mrs Kerry is not John Kerry."""
    sex = "woman" if form.honorific in _WOMEN else "man" if form.honorific in _MEN else ""
    theirs = _sex_of(person)
    return bool(sex and theirs and sex != theirs)


def _sex_of(person: Person) -> str:
    """Say what honorifics and given name tell of a person; nothing if they do not."""
    if person.honorifics & _WOMEN:
        return "woman"
    if person.honorifics & _MEN:
        return "man"
    given = next((w.split("-")[0] for form in person.forms for w in form[:1] if len(form) > 1), "")
    women, men = given in lexicon.names_of("English women"), given in lexicon.names_of("English men")
    return "" if women == men else "woman" if women else "man"
