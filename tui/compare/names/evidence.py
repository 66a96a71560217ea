"""What speaks for or against a span of words being one name: features, by name, that `tables/weights.tsv` weighs.

They come from the words inside the span, from those around it, and from what the articles have told elsewhere.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from tui.compare.names import lexicon
from tui.compare.names.before import find_before
from tui.compare.names.behind import find_behind
from tui.compare.names.bodies import find_body_signs
from tui.compare.names.both_sides import WHERE, find_on_both_sides
from tui.compare.names.inside import find_inside
from tui.compare.names.lexicon import marks
from tui.compare.names.lists import LINKS, members_before, members_behind
from tui.compare.names.phrases import phrase_of
from tui.compare.names.stretches import Stretch
from tui.compare.names.things import is_within_thing
from tui.compare.names.words import Word
from tui.compare.reading import NameKind


class Known(NamedTuple):
    """What the articles themselves have told so far."""

    common: Collection[str] = frozenset()
    """Words that also stand in small letters."""
    shares: Mapping[str, Mapping[NameKind, float]] = MappingProxyType({})
    """For each name chosen so far, how often it was of which kind, 0 to 1."""
    leanings: Mapping[str, NameKind] = MappingProxyType({})
    """For single words met more than once, the kind that all their places together speak for most."""
    surnames: Collection[str] = frozenset()
    """Last names of people named in full."""
    givens: Collection[str] = frozenset()
    """First names of people named in full that are nobody's family name."""
    acronyms: Mapping[str, NameKind] = MappingProxyType({})
    """Acronyms that stand in brackets behind a name they abbreviate, with its kind."""
    bodies: Collection[str] = frozenset()
    """First words, alone, of organisations named with more words: Brightwell of Brightwell Foods."""
    told: Mapping[str, NameKind] = MappingProxyType({})
    """What single words are called right before them somewhere: Torvane of "the chip maker Torvane" an organisation."""
    things: Collection[str] = frozenset()
    """What storms, ships and saints are called that the articles tell of."""


def find_features(stretch: Stretch, first: int, last: int, known: Known) -> list[str]:
    """Return all that speaks for or against the words `first` to before `last` being one name."""
    texts = tuple(w.text for w in stretch.words[first:last])
    return [
        *find_inside(texts),
        *find_before(stretch, first, last - first == 1),
        *find_behind(stretch, last),
        *find_on_both_sides(stretch, first, last),
        *find_body_signs(stretch.words, first, last),
        *find_small(texts, known.common),
        *find_learned(stretch, first, last, texts, known),
    ]


def find_small(texts: tuple[str, ...], common: Collection[str]) -> list[str]:
    """Return the feature of words that the articles also write small."""
    small = sum([t.lower() in common for t in texts if t[0].isupper() and not t.isupper()])
    if not small:
        return []
    if len(texts) > 1 and texts[0] in lexicon.word_class("title-given") and texts[0].lower() in common:
        return ["title-small-too"]
    return ["small-too" if small == len(texts) else "small-some"]


def find_learned(stretch: Stretch, first: int, last: int, texts: tuple[str, ...], known: Known) -> list[str]:
    """Return the features that rest on what was chosen in other places of the articles."""
    words, several, found = stretch.words, len(texts) > 1, []
    key = phrase_of(texts)
    following = words[last] if last < len(words) else None
    begins_body = following is not None and following.capital and marks(following.text).organisation_last
    land = "place" in (known.told.get(key), known.leanings.get(key))
    if not (several or land) and key in known.bodies and key not in known.surnames and not _is_where(words, first):
        found.append("body-known")
    else:
        if key in known.told:
            found.append(f"told-{known.told[key]}-several" if several else f"told-{known.told[key]}")
        elif key in known.leanings:
            found.append(f"leaning-{known.leanings[key]}")
        for kind, share in known.shares.get(key, {}).items():
            found.append(f"elsewhere-{kind}" if share > 0.5 else f"elsewhere-{kind}-too")
    if texts[-1] in known.surnames and not begins_body:
        if not (first > stretch.first and _is_of_a_person(words[first - 1], known)):
            found.append("surname-known-several" if several else "surname-known")
        if not several and key in lexicon.places():
            found.append("surname-known-where" if _is_where(words, first) else "surname-known-place")
        if not several and key in lexicon.word_class("ordinary-too"):
            found.append("surname-known-ordinary")
    if not several and key in known.givens and key not in lexicon.places():
        found.append("given-known")
    town = known.told.get(texts[0]) == "place" or known.shares.get(texts[0], {}).get("place", 0) > 0.5
    if town and texts[1:] == ("City",) and _is_where(words, first):
        found.append("known-town-and-city")
    if len(texts) == 2 and texts[1] == "'s" and texts[0] in known.surnames:
        found.append("possessive-of-somebody")
    if not several and first > stretch.first and f"{words[first - 1].text} {key}" in known.told:
        found.append("cut-of-told")
    if (
        several
        and len(texts) < 4
        and key not in known.told
        and known.shares.get(texts[-1], {}).get("person", 0) > 0.5
        and not begins_body
    ):
        found.append("last-elsewhere-person")
    if key in known.things:
        found.append("called-as-thing")
    elif known.things and is_within_thing(words, first, last, known.things):
        found.append("within-vehicle-name")
    if not several and key in known.acronyms:
        found.append(f"acronym-known-{known.acronyms[key]}")
        if last < len(words) and words[last].text in (")", "]"):
            found.append("in-brackets")
    listed = (first and words[first - 1].text in LINKS) or (last < len(words) and words[last].text in LINKS)
    kinds = _kinds_in_list(stretch, first, last, known) if listed else []
    found += [f"in-list-{kind}" for kind in kinds]
    if kinds == ["place"] and not several and marks(texts[0]).rare:
        found.append("rare-in-list-place")
    return found


def _is_of_a_person(before: Word, known: Known) -> bool:
    """Say whether the word before a family name belongs to it: Ada of "Ada Brandt", García of "García Peña"."""
    word = marks(before.text)
    return word.given or (before.capital and (before.text in known.surnames or word.surname) and not word.title)


def _is_where(words: Sequence[Word], first: int) -> bool:
    """Say whether what stands at `first` tells where: the town of "a court in Ostmark", not the Ostmark Tribune."""
    share = first > 1 and words[first - 2].lower in lexicon.word_class("company-share")
    return first > 0 and words[first - 1].text in WHERE and not share


def _kinds_in_list(stretch: Stretch, first: int, last: int, known: Known) -> list[NameKind]:
    """Return the kinds that the other members of a list are mostly chosen as."""
    words = stretch.words
    kinds: set[NameKind] = set()
    for start, end in chain(members_before(words, first), members_behind(words, last)):
        shares = known.shares.get(phrase_of([w.text for w in words[start:end]]), {})
        kinds.update(kind for kind, share in shares.items() if share > 0.5)
    return sorted(kinds)
