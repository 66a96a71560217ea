"""What places are called, and which adjective or capital belongs to which country."""

from tui.compare.names import lexicon
from tui.compare.names.words import Word

_LONGEST_LETTERS = 3
"""Longer words of a line in capitals are no letters that stay so."""


def demonym_place(word: str) -> str | None:
    """Return the country or region an adjective or demonym belongs to, else none.

    >>> demonym_place("Russian")
    'Russia'
    >>> demonym_place("Kyiv") is None
    True
    """
    return lexicon.country_of().get(word) if word in lexicon.adjectives() else None


def capital_country(name: str) -> str | None:
    """Return the country a capital governs, else none.

    >>> capital_country("Moscow")
    'Russia'
    """
    return None if name in lexicon.adjectives() else lexicon.country_of().get(place_name(name))


_MIDDLE = ("central", "downtown")


def place_name(said: str) -> str:
    """Return the one name of a place however it is said.

    >>> place_name("U.S."), place_name("Kiev"), place_name("Atlantis")
    ('United States', 'Kyiv', 'Atlantis')
    """
    known = lexicon.places()
    key = lexicon.phrase_key(said)
    if key in known:
        return known[key]
    quiet = lexicon.unshout_name(key.split(" "), _LONGEST_LETTERS)
    return known.get(quiet) or quiet.replace(" ' s", "'s")  # as it is written, not as its key


def is_country(name: str) -> bool:
    """Say whether a place is a country or territory, under whichever of its names.

    >>> is_country("Norway"), is_country("Oslo")
    (True, False)
    """
    return name in lexicon.countries()


def same_place(one: str, other: str) -> bool:
    """Say whether two words stand for one country or place: Russian, Russia and Moscow do."""
    return bool({_country(one), place_name(one)} & {_country(other), place_name(other)})


def _country(said: str) -> str:
    return lexicon.country_of().get(said) or lexicon.country_of().get(place_name(said)) or place_name(said)


def direction_before(words: tuple[Word, ...], first: int) -> int:
    """Return at which word a place begins with its direction: "eastern Ukraine", "north-east Syria"."""
    if not first or words[first - 1].lower not in lexicon.word_class("direction"):
        return first
    of_a_city = words[first - 1].lower in ("central", "downtown", "north", "south", "east", "west")
    unknown = words[first].text not in lexicon.places() and words[first - 1].lower.endswith("ern")
    return first - 1 if of_a_city or unknown or words[first].text in lexicon.larger_places() else first


def halved_place(words: tuple[Word, ...], first: int, last: int) -> int | None:
    """Return where a place stands whose last words are those of the next: 0 in "North and South Korea", else none.

    `first` and `last` bound the place that is said in full; both must be known places.
    """
    if first < 2 or last - first < 2 or words[first - 1].lower not in ("and", "or"):
        return None
    rest = " ".join(w.text for w in words[first + 1 : last])
    halves = (words[first - 2], words[first])
    if any(w.lower not in lexicon.word_class("direction") or not w.capital for w in halves):
        return None
    return first - 2 if all(f"{w.text} {rest}" in lexicon.places() for w in halves) else None


def name_place(words: tuple[Word, ...], first: int, name_first: int, last: int) -> str:
    """Return the name of the place of words `name_first` to before `last`, its direction from `first` on kept."""
    said = " ".join(w.text for w in words[name_first:last])
    name = place_name(said)
    if name == said and words[last - 1].text.islower() and last - name_first > 1:
        core = " ".join(w.text for w in words[name_first : last - 1])
        capital = f"{core} {words[last - 1].text.capitalize()}"
        country = demonym_place(core)
        if country:
            name = f"{country} ({words[last - 1].text})"
        elif lexicon.phrase_key(capital) in lexicon.places():
            name = place_name(capital)
        elif lexicon.phrase_key(core) in lexicon.regions():
            name = place_name(core)
    if first == name_first:
        return name
    direction = " ".join(w.text.lower() for w in words[first:name_first])
    if direction in _MIDDLE and words[first].text.islower() and said not in lexicon.larger_places():
        return name  # the middle of a town is the town; central Africa is a region of its own
    compound = words[name_first].lower in lexicon.word_class("direction")
    named_so = compound or (first > 0 and said not in lexicon.larger_places())
    if named_so and words[first].capital and not direction.endswith("ern"):
        direction = direction.title()
    return f"{direction} {name}"
