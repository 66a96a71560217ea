"""What speaks for or against a span of words being one name: features, by name, that `tables/weights.tsv` weighs.

They come from the words inside the span, from those around it, and from what the articles have told elsewhere.
"""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from tui.compare.names import lexicon
from tui.compare.names.before import find_before
from tui.compare.names.behind import find_behind
from tui.compare.names.bodies import find_body_before, find_body_behind
from tui.compare.names.both_sides import WHERE, find_on_both_sides
from tui.compare.names.classes import COMPANY_SHARE, TITLE_GIVEN
from tui.compare.names.inside import find_inside
from tui.compare.names.lists import LINKS, members_before, members_behind
from tui.compare.names.phrases import phrase_of
from tui.compare.names.stretches import Stretch
from tui.compare.names.things import is_within_thing
from tui.compare.names.words import Word
from tui.compare.reading import NameKind


class Known:
    """What the articles themselves have told so far."""

    __slots__ = (
        "acronyms",
        "bodies",
        "common",
        "givens",
        "leanings",
        "said_of",
        "shares",
        "surnames",
        "things",
        "told",
    )

    def __init__(
        self,
        common: Collection[str] = frozenset(),
        shares: Mapping[str, Mapping[NameKind, float]] = MappingProxyType({}),
        leanings: Mapping[str, NameKind] = MappingProxyType({}),
        surnames: Collection[str] = frozenset(),
        givens: Collection[str] = frozenset(),
        acronyms: Mapping[str, NameKind] = MappingProxyType({}),
        bodies: Collection[str] = frozenset(),
        told: Mapping[str, NameKind] = MappingProxyType({}),
        things: Collection[str] = frozenset(),
    ) -> None:
        self.common = common
        """Words that also stand in small letters."""
        self.shares = shares
        """For each name chosen so far, how often it was of which kind, 0 to 1."""
        self.leanings = leanings
        """For single words met more than once, the kind that all their places together speak for most."""
        self.surnames = surnames
        """Last names of people named in full."""
        self.givens = givens
        """First names of people named in full that are nobody's family name."""
        self.acronyms = acronyms
        """Acronyms that stand in brackets behind a name they abbreviate, with its kind."""
        self.bodies = bodies
        """First words, alone, of organisations named with more words: Brightwell of Brightwell Foods."""
        self.told = told
        """What single words are called right before them somewhere: Torvane of "the chip maker Torvane"."""
        self.things = things
        """What storms, ships and saints are called that the articles tell of."""
        self.said_of: dict[tuple[Word, ...], tuple[str, bool]] = {}
        """The phrase of each row of words that was asked, and whether any of this is of it."""


def find_features(stretch: Stretch, first: int, last: int, known: Known) -> list[str]:
    """Return all that speaks for or against the words `first` to before `last` being one name."""
    words = stretch.words[first:last]
    return [
        *find_inside(words),
        *find_before(stretch, first, last - first == 1),
        *find_behind(stretch, last),
        *find_on_both_sides(stretch, first, last),
        *find_body_before(stretch.words, first, last),
        *find_body_behind(stretch.words, last),
        *find_small(words, known.common),
        *find_learned(stretch, first, last, known),
    ]


def find_small(words: tuple[Word, ...], common: Collection[str]) -> list[str]:
    """Return the feature of words that the articles also write small."""
    small = 0
    for word in words:
        text = word.text
        if text[0].isupper() and text.lower() in common and not text.isupper():
            small += 1
    if not small:
        return []
    if len(words) > 1 and words[0].classes & TITLE_GIVEN and words[0].text.lower() in common:
        return ["title-small-too"]
    return ["small-too" if small == len(words) else "small-some"]


def find_learned(stretch: Stretch, first: int, last: int, known: Known) -> list[str]:
    """Return the features that rest on what was chosen in other places of the articles."""
    words = stretch.words
    span = words[first:last]
    said = known.said_of.get(span)
    if said is None:
        key = phrase_of([word.text for word in span])
        said = known.said_of[span] = key, _is_told(span, key, known)
    key, is_told = said
    found: list[str] = []
    if is_told:
        _look_at_what_is_told(stretch, first, last, key, known, found)
    may_be_cut = known.told and last - first == 1 and first > stretch.first
    if may_be_cut and f"{words[first - 1].text} {key}" in known.told:
        found.append("cut-of-told")
    may_be_whole = is_told and 1 < len(span) < 4 and key not in known.told and not _begins_body(words, last)
    if may_be_whole and _is_person(span[-1].text, known):
        found.append("last-elsewhere-person")
    if is_told and key in known.things:
        found.append("called-as-thing")
    elif known.things and is_within_thing(words, first, last, known.things):
        found.append("within-vehicle-name")
    if is_told and len(span) == 1 and key in known.acronyms:
        found.append(f"acronym-known-{known.acronyms[key]}")
        if last < len(words) and words[last].text in (")", "]"):
            found.append("in-brackets")
    before, behind = words[first - 1].text if first else "", words[last].text if last < len(words) else ""
    if known.shares and (before in LINKS or behind in LINKS):
        _look_at_a_list(words, first, last, known, found)
    return found


def _is_told(span: tuple[Word, ...], key: str, known: Known) -> bool:
    """Say whether anything is told of a span by its own words alone."""
    begin, end = span[0].text, span[-1].text
    if key in known.told or key in known.leanings or key in known.shares or key in known.things:
        return True
    if end in known.surnames:
        return True
    if len(span) == 1:
        return key in known.bodies or key in known.givens or key in known.acronyms
    if len(span) == 2 and ((end == "'s" and begin in known.surnames) or (end == "City" and _is_town(begin, known))):
        return True
    return len(span) < 4 and _is_person(end, known)


def _is_person(text: str, known: Known) -> bool:
    return text in known.shares and known.shares[text].get("person", 0.0) > 0.5


def _is_town(text: str, known: Known) -> bool:
    return known.told.get(text) == "place" or (text in known.shares and known.shares[text].get("place", 0.0) > 0.5)


def _begins_body(words: Sequence[Word], last: int) -> bool:
    """Say whether a body's name goes on behind a span."""
    return last < len(words) and words[last].capital and words[last].organisation_last


def _look_at_what_is_told(stretch: Stretch, first: int, last: int, key: str, known: Known, found: list[str]) -> None:
    """Look at what a span is called elsewhere, and whose name its last word is."""
    words, begin, end = stretch.words, stretch.words[first].text, stretch.words[last - 1].text
    several = last - first > 1
    land = "place" in (known.told.get(key), known.leanings.get(key))
    if not (several or land) and key in known.bodies and key not in known.surnames and not _is_where(words, first):
        found.append("body-known")
    else:
        if key in known.told:
            found.append(f"told-{known.told[key]}-several" if several else f"told-{known.told[key]}")
        elif key in known.leanings:
            found.append(f"leaning-{known.leanings[key]}")
        if key in known.shares:
            for kind, share in known.shares[key].items():
                found.append(f"elsewhere-{kind}" if share > 0.5 else f"elsewhere-{kind}-too")
    if end in known.surnames and not _begins_body(words, last):
        if not (first > stretch.first and _is_of_a_person(words[first - 1], known)):
            found.append("surname-known-several" if several else "surname-known")
        if not several and key in lexicon.places():
            found.append("surname-known-where" if _is_where(words, first) else "surname-known-place")
        if not several and key in lexicon.word_class("ordinary-too"):
            found.append("surname-known-ordinary")
    if not several and key in known.givens and key not in lexicon.places():
        found.append("given-known")
    if last - first == 2 and end == "City" and _is_town(begin, known) and _is_where(words, first):
        found.append("known-town-and-city")
    if last - first == 2 and end == "'s" and begin in known.surnames:
        found.append("possessive-of-somebody")


def _is_of_a_person(before: Word, known: Known) -> bool:
    """Say whether the word before a family name belongs to it: Ada of "Ada Brandt", García of "García Peña"."""
    word = before
    return word.given or (before.capital and (before.text in known.surnames or word.surname) and not word.title)


def _is_where(words: Sequence[Word], first: int) -> bool:
    """Say whether what stands at `first` tells where: the town of "a court in Ostmark", not the Ostmark Tribune."""
    share = first > 1 and words[first - 2].low_classes & COMPANY_SHARE
    return first > 0 and words[first - 1].text in WHERE and not share


def _look_at_a_list(words: Sequence[Word], first: int, last: int, known: Known, found: list[str]) -> None:
    """Look at the kinds that the other members of a list are mostly chosen as."""
    kinds: set[NameKind] = set()
    for start, end in members_before(words, first) + members_behind(words, last):
        shares = known.shares.get(phrase_of([w.text for w in words[start:end]]))
        if shares:
            kinds.update([kind for kind, share in shares.items() if share > 0.5])
    found += [f"in-list-{kind}" for kind in sorted(kinds)]
    if kinds == {"place"} and last - first == 1 and words[first].rare:
        found.append("rare-in-list-place")
