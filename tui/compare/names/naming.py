"""From the spans chosen to names: one name for every form of a person, place or organisation over all articles."""

from collections import defaultdict
from dataclasses import replace

from tui.articles.article import Article
from tui.compare.names.acting import acts
from tui.compare.names.before import PARTICLES
from tui.compare.names.found import Found
from tui.compare.names.lexicon import organisations, phrase_key, places
from tui.compare.names.name_forms import Form
from tui.compare.names.organisations import name_organisations, quiet_form
from tui.compare.names.people import People
from tui.compare.names.phrases import stands_for
from tui.compare.names.places import direction_before, is_country, name_place, place_name
from tui.compare.names.stretches import QUOTES
from tui.compare.names.titles import find_title, honorific_before, maiden_behind
from tui.compare.names.towns import ambiguous_towns, region_name, town_and_region
from tui.compare.names.words import Word, word_of
from tui.compare.reading import Name, NameKind


def name_all(articles: list[tuple[Article, list[Found]]]) -> tuple[tuple[Name, ...], ...]:
    """Return the names of each article in the order of its text, every form under one name."""
    forms = [
        _form(found, number, article.text)
        for number, (article, all_found) in enumerate(articles)
        for found in all_found
        if found.kind == "person"
    ]
    people = People(forms)
    bodies = _name_organisations([found for _, all_found in articles for found in all_found])
    towns = [town_and_region(found) for _, all_found in articles for found in all_found if found.region]
    several = ambiguous_towns(towns)
    named: list[tuple[Name, ...]] = []
    person = 0
    for _, all_found in articles:
        names = []
        for found in all_found:
            start, name, title, spelling, acting = found.stretch.starts[found.first], "", None, None, False
            if found.kind == "person":
                start = _with_particles(found)
                name, title = people.name_of(person), forms[person].title
                spelling = people.spelling_of(person)
                person += 1
            elif found.kind == "organisation":
                name = bodies[found.said]
            elif found.shared:
                name = place_name(" ".join(w.text for w in (*found.words, *found.shared)))
                acting = acts(found.stretch.words, found.first, found.last, name)
            else:
                first = direction_before(found.stretch.words, found.first)
                start = found.stretch.starts[first]
                name = name_place(found.stretch.words, first, found.first, found.last)
                if found.region:
                    name = region_name(found, several)
                acting = first == found.first and acts(found.stretch.words, found.first, found.last, name)
            whole = found.region or found
            _, end = whole.stretch.place(whole.first, whole.last)
            names.append(Name(start, end, found.kind, name, title, spelling, acting))
        named.append(tuple(names))
    named = _as_said(articles, named)
    return tuple(_in_small_letters(names, named) for names in named)


def _as_said(articles: list[tuple[Article, list[Found]]], named: list[tuple[Name, ...]]) -> list[tuple[Name, ...]]:
    """Return the names, what only a table calls so under the longest form that the articles give.

    A river may lend a town its name, a parliament its own to that of another country: what stands nowhere is not shown.
    Countries keep their name, and so does what is said in letters or cut short: United Nations for UN, Oregon for Ore.
    """
    forms: dict[tuple[NameKind, str], set[str]] = defaultdict(set)
    for (_, all_found), names in zip(articles, named, strict=True):
        for found, name in zip(all_found, names, strict=True):
            if name.kind != "person" and not is_country(name.name):
                forms[name.kind, name.name].add(quiet_form(found.said))
    called = {
        key: max(said, key=lambda form: (len(form), form)) for key, said in forms.items() if _by_table(*key, said)
    }
    if not called:
        return named

    def as_called(name: Name) -> Name:
        known = called.get((name.kind, name.name))
        return name if known is None else replace(name, name=known)

    return [tuple(map(as_called, names)) for names in named]


def _by_table(kind: NameKind, name: str, said: set[str]) -> bool:
    """Say whether a name stands in none of the forms said, each of which a table puts under it."""
    known = places() if kind == "place" else organisations()
    return all(
        name.casefold() not in form.casefold()
        and not (form.isupper() or form.endswith("."))
        and known.get(phrase_key(form)) == name
        for form in said
    )


def _in_small_letters(names: tuple[Name, ...], named: list[tuple[Name, ...]]) -> tuple[Name, ...]:
    """Return the names, a place in capitals (a dateline's) under the form that the articles give it elsewhere."""
    spoken = {name.name for each in named for name in each if name.kind == "place"}
    return tuple(
        replace(name, name=name.name.title())
        if name.kind == "place" and len(name.name) > 3 and name.name.isupper() and name.name.title() in spoken
        else name
        for name in names
    )


def _form(found: Found, article: int, text: str) -> Form:
    words = found.stretch.words
    title = find_title(found.stretch, found.first, found.last, text)
    said = _without_nickname([w.text for w in found.words])
    before = words[found.first - 1] if found.first else None
    if len(said) == 1 and word_of(said[0]).given and not (before and (before.capital or before.text in PARTICLES)):
        said = (said[0], *_shared_family(words, found.last))
    maiden = maiden_behind(words, found.first, found.last)
    return Form(said, article, honorific_before(words, found.first), title, maiden)


def _with_particles(found: Found) -> int:
    """Return where a person's name begins, small particles before it counted in: "Mrs von der Leyen"."""
    stretch, at = found.stretch, found.first
    while at and stretch.words[at - 1].text in PARTICLES and stretch.starts[at] == stretch.place(at - 1, at)[1] + 1:
        at -= 1
    return stretch.starts[at]


def _shared_family(words: tuple[Word, ...], last: int) -> tuple[str, ...]:
    """Return the family name that a given name shares with the next: Clinton for Bill in "Bill and Hillary Clinton"."""
    if last + 2 >= len(words) or words[last].text not in ("and", "&") or not words[last + 1].given:
        return ()
    end = last + 2
    while end < len(words) and words[end].capital and not words[end].function:
        end += 1
    return tuple(w.text for w in words[last + 2 : end])


def _without_nickname(texts: list[str]) -> tuple[str, ...]:
    kept, inside = [], False
    for text in texts:
        if text in QUOTES:
            inside = not inside
        elif not inside:
            kept.append(text)
    return tuple(kept or [t for t in texts if t not in QUOTES])


def _name_organisations(all_found: list[Found]) -> dict[str, str]:
    acronyms = {}
    for found in all_found:
        after = [w.text for w in found.stretch.words[found.last : found.last + 3]]
        if len(after) == 3 and after[0] in "([" and after[2] in ")]" and stands_for(after[1], found.said.split()):
            acronyms[after[1]] = found.said
    return name_organisations((f.said for f in all_found if f.kind == "organisation"), acronyms)
