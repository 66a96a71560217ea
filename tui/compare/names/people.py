"""Which of the people named are one and the same, over all articles read together, and what they are called."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice

from tui.compare.names import lexicon
from tui.compare.names.name_forms import (
    Form,
    family_names,
    fold,
    forms_of,
    is_misspelt,
    is_other_form,
    is_short_form,
    same_given,
    shared_form,
    split_name,
)

_MOST_LOOKED_AT = 60
_MISSPELT_ALONE = 5
"""A family name alone must have so many letters to be taken for another spelling of one from the other article."""
_LONGEST_INITIALS = 2
_WOMEN = frozenset({"mrs", "ms", "miss", "mme", "madame", "mlle", "señora", "signora", "frau", "sra"})
_MEN = frozenset({"mr", "monsieur", "herr", "señor", "signor", "master", "mister", "sr"})


@dataclass(slots=True)
class Person:
    """One person with all the forms of the name met so far."""

    family: tuple[str, ...]
    """The family name's words, folded."""
    given: tuple[str, ...]
    """The given names' words, folded; empty while only the family name is known."""
    suffix: str = ""
    families: set[str] = field(default_factory=set)
    """Every word, folded, that may stand for the family name, in every spelling met."""
    forms: dict[tuple[str, ...], int] = field(default_factory=dict)
    """How often each form of the name is met."""
    seen: dict[int, int] = field(default_factory=dict)
    """For each article, the number of the last form met in reading order."""
    articles: set[int] = field(default_factory=set)
    in_full: dict[int, int] = field(default_factory=dict)
    """For each article, the number of the last form met that names the person in full."""
    suffixes: dict[int, str] = field(default_factory=dict)
    """For each article that says the name in full, the Jr. or III it says last, if any."""
    titles: set[str] = field(default_factory=set)
    honorifics: set[str] = field(default_factory=set)
    first_given: str = ""
    """The first word of the first form of several words."""
    sex: str = ""
    """What honorifics and given name tell: "woman" or "man"; nothing if they do not."""

    def fullest_name(self) -> str:
        """Return the fullest form said.

        That of most words, then of fewest initials, then said most often, a given name in full first.
        """

        def fullness(form: tuple[str, ...]) -> tuple[int, int, int, bool]:
            initials = sum([len(w.rstrip(".")) == 1 for w in form])
            return len(form), -initials, self.forms[form], not is_short_form(fold(form[0]))

        words = max(self.forms, key=fullness)
        return lexicon.unshout_name(words, _LONGEST_INITIALS)

    def take(self, form: Form) -> None:
        """Count a form as this person's."""
        self.forms[form.words] = self.forms.get(form.words, 0) + 1
        self.articles.add(form.article)
        if form.title:
            self.titles.add(form.title.lower())
        is_first = not self.first_given and len(form.words) > 1
        if is_first:
            self.first_given = form.words[0]
        if form.honorific:
            self.honorifics.add(form.honorific)
        if is_first or form.honorific:
            self.sex = self._told_sex()

    def _told_sex(self) -> str:
        if not self.honorifics.isdisjoint(_WOMEN):
            return "woman"
        if not self.honorifics.isdisjoint(_MEN):
            return "man"
        return lexicon.sex_of_given().get(self.first_given.split("-")[0], "")


class People:
    """The people of a pair, gathered from full names first, then from what stands alone."""

    def __init__(self, forms: list[Form]) -> None:
        """Gather `forms`, in reading order."""
        self._named: dict[str, dict[int, Person]] = defaultdict(dict)
        self._in_full: dict[tuple[tuple[str, ...], int], Person] = {}
        self._of: dict[int, Person] = {}
        self._forms = forms
        self._spellings: dict[tuple[int, tuple[str, ...]], str | None] = {}
        self._names: dict[int, str] = {}
        self._said: dict[int, set[str]] = defaultdict(set)
        """The words of people's names that each article says, folded."""
        for form in forms:
            self._said[form.article].update(map(fold, form.words))
        alone = {f.words[0] for f in forms if len(f.words) == 1}
        for number, form in enumerate(forms):
            if form.is_full:
                self._of[number] = self._take_full(form, alone)
        for number, form in enumerate(forms):
            if number not in self._of:
                self._of[number] = self._take_short(form)
            self._of[number].seen[form.article] = number
            if form.is_full:
                self._of[number].in_full[form.article] = number

    def name_of(self, number: int) -> str:
        """Return what the person of form `number` is called."""
        person = self._of[number]
        name = self._names.get(id(person))
        if name is None:
            name = person.fullest_name()
            if not person.given and person.honorifics and len(self._named[person.family[-1]]) > 1:
                name = f"{min(person.honorifics).capitalize()} {name}"
            self._names[id(person)] = name
        return name

    def spelling_of(self, number: int) -> str | None:
        """Return form `number` as written if other forms of the person spell a word of it otherwise, else none."""
        form, person = self._forms[number], self._of[number]
        if len(person.forms) == 1:
            return None
        key = id(person), form.words
        if key not in self._spellings:
            self._spellings[key] = self._spelling(form, person)
        return self._spellings[key]

    def _spelling(self, form: Form, person: Person) -> str | None:
        others = {fold(w) for words in person.forms for w in words}
        spelt = {fold(w) for w in form.words}
        pairs = ((one, other) for one in spelt for other in others - spelt)
        if any(is_misspelt(one, other) and not is_other_form(one, other) for one, other in pairs):
            return " ".join(form.words)
        return None

    def _index(self, person: Person) -> None:
        """Make a person found by every word of the name, and by how the family name begins."""
        for key in {*person.given, *person.family, *person.families, *_wide_keys(person.family)}:
            self._named[key][id(person)] = person

    def _latest(self, key: str) -> list[Person]:
        """Return the people last found under a key, bounded so that a list of thousands stays quick to read."""
        return list(islice(reversed(self._named[key].values()), _MOST_LOOKED_AT))[::-1]

    def _take_full(self, form: Form, alone: set[str]) -> Person:
        person = self._in_full.get((form.words, form.article))
        if person is None or form.maiden:
            given, family = split_name(form.bare, alone)
            families = family_names(form.bare, family, form.maiden)
            keys = dict.fromkeys((family[-1], *_wide_keys(family), *given[:3]))
            alike, article = forms_of(family[-1]), form.article
            near = {
                id(p): p
                for key in keys
                for p in self._latest(key)
                if p.given and (p.family[-1] in alike or p.given[0] == given[0] or article not in p.articles)
            }
            fits = [p for p in near.values() if self._is_full_name_of(p, given, family, families, form)]
            person = max(fits, key=lambda p: (p.suffix == form.suffix, p.given == given)) if fits else None
            if person is None:
                person = Person(family, given, form.suffix)
            if len(given) > len(person.given):
                person.given = given
            person.suffix = person.suffix or form.suffix
            person.suffixes[form.article] = form.suffix
            person.families |= families
            self._in_full[form.words, form.article] = person
            self._index(person)
        person.take(form)
        return person

    def _take_short(self, form: Form) -> Person:
        words = tuple(fold(w) for w in form.bare)
        near = _of_sex(self._latest(words[-1]), form)
        fits = [p for p in near if words[-1] in p.families or words[-1] == p.family[-1]] or near
        if not fits and len(words[-1]) >= _MISSPELT_ALONE:
            others = _of_sex(self._latest(words[-1][:2] + "…"), form)
            fits = [p for p in others if self._is_slip(p, p.family[-1], words[-1], form)]
        person = _best_fit(fits, form) if fits else Person(words, ())
        if not fits:
            self._index(person)
        person.take(form)
        return person

    def _is_full_name_of(
        self, person: Person, given: tuple[str, ...], family: tuple[str, ...], families: set[str], form: Form
    ) -> bool:
        """Say whether a full name is one more form of the name of a person named in full."""
        last, theirs = family[-1], person.family[-1]
        same = theirs == last or is_other_form(theirs, last)
        other = person.given[0] == given[0] and (last in person.families or theirs in families)
        elsewhere = form.article not in person.articles
        if not (same or other or self._is_slip(person, theirs, last, form)):
            return False
        suffix = person.suffixes.get(form.article, person.suffix)
        same_words = person.given == given or bool(suffix and form.suffix)
        if suffix != form.suffix and same_words and (not elsewhere or (suffix and form.suffix)):
            return False
        short, long = sorted(((*person.given, *person.family), (*given, *family)), key=len)
        if len(short) < len(long) and long[-len(short) :] == short:
            return True
        if same:
            return same_given(person.given, given) or self._is_slip(person, person.given[0], given[0], form)
        if other:
            return True
        return same_given(person.given[:1], given[:1]) or self._is_slip(person, person.given[0], given[0], form)

    def _is_slip(self, person: Person, theirs: str, said: str, form: Form) -> bool:
        """Say whether a word of a name from another article is misspelt there or here: neither article has both."""
        if form.article in person.articles or not is_misspelt(theirs, said):
            return False
        sexes = {sex for word in (theirs, said) if (sex := lexicon.sex_of_given().get(word.capitalize()))}
        if len(sexes) > 1:
            return False
        return theirs not in self._said[form.article] and all(said not in self._said[a] for a in person.articles)


def _wide_keys(family: tuple[str, ...]) -> tuple[str, str]:
    """Return what a family name is found under when it is spelt otherwise: how it begins, and what it is a form of."""
    return family[-1][:2] + "…", shared_form(family[-1])


def _best_fit(fits: list[Person], form: Form) -> Person:
    """Return who of several is meant.

    By Jr. or III, by title, by honorific, then by who has been called so before in the article: most often, last in
    full, last at all. An article that names one of them in full only later means another.
    """
    if not (form.suffix or form.title or form.honorific):
        fits = [person for person in fits if form.article in person.seen] or fits
    if len(fits) == 1:
        return fits[0]
    title = form.title.lower() if form.title else ""
    best, fittest = fits[0], _fitness(fits[0], form, title)
    for person in fits[1:]:
        fit = _fitness(person, form, title)
        if fit > fittest:
            best, fittest = person, fit
    return best


def _fitness(person: Person, form: Form, title: str) -> tuple[bool, bool, bool, bool, bool, int, int, int]:
    article = form.article
    seen = person.seen.get(article, -1)
    return (
        form.suffix != "" and form.suffix == person.suffix,
        title != "" and title in person.titles,
        form.honorific != "" and person.sex != "",
        seen >= 0,
        article not in person.articles,
        person.forms.get(form.words, 0),
        person.in_full.get(article, -1),
        seen,
    )


def _of_sex(people: list[Person], form: Form) -> list[Person]:
    """Return those whom the honorific of a form may stand before: Mrs Kerry is not John Kerry."""
    sex = "woman" if form.honorific in _WOMEN else "man" if form.honorific in _MEN else ""
    return [person for person in people if person.sex in ("", sex)] if sex else people
