"""What is known before an article is read: the tables of this folder, loaded once when first needed."""

from functools import cache
from pathlib import Path

from tui.compare.names.words import cut_words
from tui.compare.tables import read_table

_TABLES = Path(__file__).parent / "tables"


def phrase_key(text: str) -> str:
    """Return the words of `text` joined by single blanks: the form phrases are looked up in."""
    return " ".join(word.text for word in cut_words(text.replace("’", "'")))


def _names(cell: str) -> list[list[str]]:
    return [[form.strip() for form in name.split("|") if form.strip()] for name in cell.split(";") if name.strip()]


@cache
def places() -> dict[str, str]:
    """Return every known form of a place by its phrase key, with the name the place goes under."""
    found: dict[str, str] = {}
    for table in ("lands_and_waters.tsv", "cities.tsv", "regions.tsv"):
        for _, cell in read_table(_TABLES / table):
            for forms in _names(cell):
                found |= {phrase_key(form): forms[0] for form in forms}
    for row in read_table(_TABLES / "countries.tsv"):
        name, capitals, _, variants = (*row, "", "", "")[:4]
        found |= {phrase_key(form): form for form in capitals.split("|") if form and phrase_key(form) not in found}
        found |= {phrase_key(form): name for form in (name, *variants.split("|")) if form}
    return found


@cache
def country_of() -> dict[str, str]:
    """Return the country that each adjective, demonym and capital belongs to."""
    found: dict[str, str] = {}
    for row in read_table(_TABLES / "countries.tsv"):
        name, capitals, adjectives, _ = (*row, "", "", "")[:4]
        for form in (*capitals.split("|"), *adjectives.split("|")):
            if form:
                found.setdefault(form, name)
    return found


@cache
def adjectives() -> frozenset[str]:
    """Return the adjectives and demonyms of countries and larger regions."""
    found = {
        form for row in read_table(_TABLES / "countries.tsv") if len(row) > 2 for form in row[2].split("|") if form
    }
    return frozenset(found | {row[0] for row in read_table(_TABLES / "adjectives.tsv")})


@cache
def organisations() -> dict[str, str]:
    """Return every known form of an organisation by its phrase key, with the name it goes under."""
    return {
        phrase_key(form): forms[0]
        for _, cell in read_table(_TABLES / "organisations.tsv")
        for forms in _names(cell)
        for form in forms
    }


@cache
def given_names() -> frozenset[str]:
    """Return the given names of many cultures."""
    return frozenset(name for _, cell in read_table(_TABLES / "first_names.tsv") for name in cell.split())


@cache
def titles() -> dict[str, str]:
    """Return the words that stand before a person's name, in small letters, with "honorific", "rank" or "role"."""
    return {
        word: kind
        for kind, cell in reversed(read_table(_TABLES / "titles.tsv"))
        for word in map(str.strip, cell.split(";"))
    }


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
    return frozenset(
        word for row_name, cell in read_table(_TABLES / "word_classes.tsv") if row_name == name for word in cell.split()
    )
