"""What is known before an article is read: the tables of this folder, loaded once when first needed."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tui.compare.names.cutting import cut
from tui.compare.names.single_words import countries_table, is_english
from tui.disk.tables import read_table

_TABLES = Path(__file__).parent / "tables"
_MARKED = re.compile(r"[^\w ]|  ")
_SMALL_LAST = frozenset(
    "department ministry office party police army navy force bank court council group agency".split()  # noqa: SIM905
)
_SMALL_PLACE_LAST = frozenset("Gulf Strip Peninsula Canal Sea Strait River Mountains Islands Valley".split())  # noqa: SIM905
"""Some papers write the last word of a name small: State department, Gaza strip."""


def phrase_key(text: str) -> str:
    """Return the words of `text` joined by single blanks: the form phrases are looked up in."""
    bare = text.replace(" ", "")
    if (bare.isalnum() and "  " not in text) or not _MARKED.search(text):
        return text
    return " ".join(word for word, _ in cut(text.replace("’", "'")))


def _names(cell: str) -> list[list[str]]:
    names = (list(filter(None, map(str.strip, name.split("|")))) for name in cell.split(";"))
    return [forms for forms in names if forms]


@cache
def places() -> dict[str, str]:
    """Return every known form of a place by its phrase key, with the name the place goes under."""
    found: dict[str, str] = {}
    for table in ("lands_and_waters.tsv", "cities.tsv", "regions.tsv"):
        for _, cell in read_table(_TABLES / table):
            for forms in _names(cell):
                for form in forms:
                    found[phrase_key(form)] = forms[0]
                    start, blank, last = form.rpartition(" ")
                    if blank and last in _SMALL_PLACE_LAST:
                        found.setdefault(phrase_key(f"{start} {last.lower()}"), forms[0])
    for name, capitals, _, variants in countries_table():
        for form in capitals:
            found.setdefault(phrase_key(form), form)
        found |= {phrase_key(form): name for form in (name, *variants)}
    return found


@cache
def countries() -> frozenset[str]:
    """Return the countries and territories under all their names."""
    return frozenset(form for name, _, _, variants in countries_table() for form in (name, *variants))


@cache
def regions() -> frozenset[str]:
    """Return the states, provinces and regions under all their names."""
    rows = read_table(_TABLES / "regions.tsv")
    return frozenset(phrase_key(form) for _, cell in rows for forms in _names(cell) for form in forms)


@cache
def continents() -> frozenset[str]:
    """Return the continents and regions of the world under all their names."""
    rows = read_table(_TABLES / "lands_and_waters.tsv")
    return frozenset(
        phrase_key(form)
        for kind, cell in rows
        if kind in ("continent", "region")
        for forms in _names(cell)
        for form in forms
    )


@cache
def lands() -> frozenset[str]:
    """Return the countries, territories, states, provinces and regions under all their names."""
    return countries() | regions()


@cache
def larger_places() -> frozenset[str]:
    """Return all lands, and the continents and regions of the world, under all their names."""
    return lands() | continents()


def adjective_of(country: str) -> str | None:
    """Return the adjective of a country: Russian for Russia."""
    return next((forms[0] for name, _, forms, _ in countries_table() if name == country and forms), None)


@cache
def country_of() -> dict[str, str]:
    """Return the country or region that each adjective, demonym and capital belongs to."""
    found: dict[str, str] = {}
    for name, capitals, adjectives_, _ in countries_table():
        for form in (*capitals, *adjectives_):
            found.setdefault(form, name)
    for row in read_table(_TABLES / "adjectives.tsv"):
        if len(row) > 1 and row[1]:
            found.setdefault(row[0], row[1])
    return found


@cache
def adjectives() -> frozenset[str]:
    """Return the adjectives and demonyms of countries and larger regions, faiths and peoples."""
    found = {form for _, _, forms, _ in countries_table() for form in forms}
    return frozenset(found | {row[0] for row in read_table(_TABLES / "adjectives.tsv")})


@cache
def organisations() -> dict[str, str]:
    """Return every known form of an organisation by its phrase key, with the name it goes under."""
    found: dict[str, str] = {}
    for _, cell in read_table(_TABLES / "organisations.tsv"):
        for forms in _names(cell):
            for form in forms:
                found[phrase_key(form)] = forms[0]
                if form.startswith("al-"):
                    found.setdefault(phrase_key("Al-" + form.removeprefix("al-")), forms[0])
                start, blank, last = form.rpartition(" ")
                if blank and last.lower() in _SMALL_LAST:
                    found.setdefault(phrase_key(f"{start} {last.lower()}"), forms[0])
    return found


@cache
def given_names() -> frozenset[str]:
    """Return the given names of many cultures."""
    return frozenset(name for _, _, cell in read_table(_TABLES / "first_names.tsv") for name in cell.split())


@cache
def sex_of_given() -> dict[str, str]:
    """Return "woman" or "man" for given names that only one of them bears, in all cultures."""
    rows = read_table(_TABLES / "first_names.tsv")
    borne = {sex: {name for _, s, cell in rows if s == sex for name in cell.split()} for sex in ("f", "m", "both")}
    women, men = borne["f"] - borne["m"] - borne["both"], borne["m"] - borne["f"] - borne["both"]
    return dict.fromkeys(women, "woman") | dict.fromkeys(men, "man")


@cache
def surnames(kind: str) -> frozenset[str]:
    """Return the family names that are "common" or only "listed", those "before" the given name, or their "ending"s."""
    rows = read_table(_TABLES / "surnames.tsv")
    return frozenset(name for row_kind, cell in rows if row_kind == kind for name in cell.split())


@cache
def titles() -> dict[str, str]:
    """Return the words that stand before a person's name, in small letters, with "honorific", "rank" or "role"."""
    rows = reversed(read_table(_TABLES / "titles.tsv"))
    found = {word.strip(): kind for kind, cell in rows for word in cell.split(";")}
    return {title.replace(" ", "-"): kind for title, kind in found.items()} | found


@cache
def title_ends() -> frozenset[str]:
    """Return the last words of all titles."""
    return frozenset(title.rsplit(" ", 1)[-1] for title in titles())


@cache
def heads(kind: str, place: str) -> frozenset[str]:
    """Return the words that tell a name of `kind` by their place in it: "first", "last" or "adjective"."""
    return frozenset(
        word.replace("-", " ") if place == "adjective" else word
        for row_kind, row_place, cell in read_table(_TABLES / "heads.tsv")
        if (row_kind, row_place) == (kind, place)
        for word in cell.split()
    )


@cache
def word_class(name: str) -> frozenset[str]:
    """Return a class of ordinary words from the table of word classes, such as "reporting"."""
    rows = read_table(_TABLES / "word_classes.tsv")
    return frozenset(word for row_name, cell in rows if row_name == name for word in cell.split())


@cache
def small_starts() -> frozenset[str]:
    """Return the first words of known names that would otherwise begin none: "The" of The Hague, "dpa"."""
    starts = {key.split(" ", 1)[0] for key in (*places(), *organisations())}
    function = word_class("function")
    return frozenset(s for s in starts if s[0].islower() or s.lower() in function) - {"the"}


@cache
def small_heads() -> frozenset[str]:
    """Return the small words that a name may end with: "government" after Ukrainian, "region" after Donetsk."""
    phrases = (*heads("organisation", "adjective"), *heads("place", "adjective"))
    small = {word for phrase in phrases for word in phrase.split()}
    known = (*places(), *organisations())
    small |= {last for last in (key.rpartition(" ")[2] for key in known if " " in key) if last[0].islower()}
    return frozenset(small | {w for w in heads("place", "last") if w[0].islower()})


def unshout(word: str) -> str:
    """Return a word in capitals the way prose writes it if tables know it so: KERRY as Kerry; NATO stays."""
    if not word.isupper() or len(word) < 4 or word in organisations():
        return word
    quiet = word.capitalize()
    known = quiet in places() or quiet in given_names() or quiet in surnames("common") or quiet in adjectives()
    return quiet if known or is_english(word) else word


def unshout_name(words: Sequence[str], longest_letters: int) -> str:
    """Return a name in capitals the way prose writes it, joined by blanks.

    One known word tells that all are only shouted; words of at most `longest_letters` may be letters and stay.
    """
    quiet = [unshout(word) for word in words]
    if len(words) > 1 and quiet != list(words) and all(word.isupper() for word in words):
        quiet = [word.title() if word.isupper() and len(word) > longest_letters else word for word in quiet]
    return " ".join(quiet)
