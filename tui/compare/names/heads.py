"""What of a span of several words speaks for a place or a body: heads, towns within, papers, teams and chambers."""

import re
from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.classes import VEHICLE
from tui.compare.names.cutting import is_capital
from tui.compare.names.given_and_family import is_sure_place
from tui.compare.names.phrases import SAINTS, is_known, phrase_of
from tui.compare.names.words import Word, word_of
from tui.compare.reading import NameKind

_LETTERS = re.compile(r"^[A-Z]{2,3}$")
_CENTRES = frozenset({"Center", "Centre", "Observatory"})
_CHAMBERS = frozenset({"House", "Senate", "Assembly", "Legislature", "Parliament"})
_HEAD_KINDS: tuple[NameKind, ...] = ("organisation", "place")


def look_at_heads(texts: Sequence[str], words: Sequence[Word], found: list[str]) -> None:
    """Add the features of a span of several words that tell of a place or of a body."""
    first, last = words[0], words[-1]
    _look_at_first_and_last(texts, words, found)
    _look_at_a_known_place(texts, words, found)
    _look_at_small_heads(texts, found)
    if texts[0] in lexicon.word_class("people-plural") and texts[1] == "for":
        found.append("people-for")
    if is_sure_place(words):
        found.append("sure-place-first")
    if len(texts) == 2 and _LETTERS.match(texts[0]) and texts[1].istitle() and _may_be_of_a_body(texts[0], last):
        found.append("letters-first")
    if texts[0] in SAINTS and len(texts) > 2 and (last.organisation_last or last.place_last):
        found.append("saint-then-head")
    if _is_paper(texts[-1]):
        found.append("paper-last")
    if any([word.low_classes & VEHICLE and word.text[-1] != "." for word in words]) and not is_of_a_head(texts, first):
        found.append("vehicle")


def _look_at_first_and_last(texts: Sequence[str], words: Sequence[Word], found: list[str]) -> None:
    """Look at words by which names of places and bodies begin and end, and that may stand inside."""
    first, last, inner = words[0], words[-1], words[1:-1]
    if last.organisation_last:
        found.append("organisation-last")
    if last.place_last:
        found.append("place-last")
    if first.organisation_first:
        found.append("organisation-first-of" if "of" in texts[1:-1] else "organisation-first")
    if first.place_first:
        found.append("place-first-of" if "of" in texts[1:-1] else "place-first")
    if "of" in texts[1:2] and len(texts) > 2 and texts[0] in lexicon.word_class("building"):
        found.append("building-of")
    if any([word.organisation_last and word.text[0].isupper() for word in inner]):
        found.append("organisation-inside")
    if any([word.place_last and word.text[0].isupper() for word in inner]):
        found.append("place-inside")


def _look_at_a_known_place(texts: Sequence[str], words: Sequence[Word], found: list[str]) -> None:
    """Look at a known place at a name's head or behind something else: Ohio Senate, University of Leeds."""
    last = words[-1]
    places = lexicon.places()
    starts_so = words[0].place or (len(texts) > 2 and " ".join(texts[:-1]) in places)
    if texts[-1] in lexicon.word_class("sure-place"):
        found.append("place-then-sure-place" if starts_so else "sure-place-last")
    elif texts[0] in lexicon.word_class("official") and (last.organisation_last or texts[-1] in _CENTRES):
        found.append("official-then-head")
    if len(texts) == 2 and starts_so and _may_be_a_team(texts[-1], last):
        found.append("place-then-plural")
    if starts_so and _is_team_or_paper(texts[-1]):
        found.append("place-then-team-or-paper")
    starts = words[0].place or (len(texts) > 2 and f"{texts[0]} {texts[1]}" in places)
    if starts and any([w.organisation_last for w in words[1:]]):
        found.append("place-then-organisation")
    if texts[-1] in _CHAMBERS and " ".join(texts[:-1]) in lexicon.lands():
        found.append("chamber")
    elif last.place_last and any([w.place for w in words[:-1]]):
        found.append("facility-of-a-place")
    _look_at_a_place_behind(texts, words, found)


def _look_at_a_place_behind(texts: Sequence[str], words: Sequence[Word], found: list[str]) -> None:
    """Look at a known place behind something else: University of Leeds, Judd Amsterdam, Environment Canada."""
    first, inner = words[0], texts[1:-1]
    if first.organisation_first and "of" in inner:
        behind = texts[list(texts).index("of") + 1 :]
        behind = behind[1:] if behind[0] == "the" else behind
        if " ".join(behind) in lexicon.places():
            found.append("body-of-place")
    if len(texts) == 2 and words[1].place:
        if first.place_first:
            found.append("place-first-then-place")
        elif first.given and not first.place:
            found.append("given-then-place")
        elif first.rare and not texts[0].isupper():
            found.append("rare-then-place")
    plain = first.common and not first.adjective and not first.place_first
    people_of = "of" in inner and (first.title or texts[0].endswith("s") or texts[0] == "People")
    if plain and texts[-1] in lexicon.countries() and len(texts) <= 3 and "and" not in inner and not people_of:
        found.append("common-then-country")


def _look_at_small_heads(texts: Sequence[str], found: list[str]) -> None:
    """Look at a small word that ends a name: "Ukrainian government", "Oslo harbour"."""
    if not texts[-1][0].islower() or is_capital(texts[-1]):
        return
    if not is_known(phrase_of(texts)):
        found.append("small-last")
    for kind in _HEAD_KINDS:
        for cut in (2, 1):
            if len(texts) > cut and " ".join(texts[-cut:]) in lexicon.heads(kind, "adjective"):
                before = " ".join(texts[:-cut])
                if texts[-1] == "office" and before in lexicon.places():
                    break  # where somebody works: "the Oslo office"
                fits = before in lexicon.adjectives() or before in lexicon.places() or before in lexicon.organisations()
                found.append(f"{kind}-adjective" if fits else f"{kind}-adjective-unknown")
                break


def is_of_a_head(texts: Sequence[str], first: Word) -> bool:
    """Say whether a name tells what a body or a building is "of": "Museum of Flight", "Institute of Peace"."""
    return (first.organisation_first or first.place_first) and "of" in texts[1:2]


def _may_be_a_team(text: str, word: Word) -> bool:
    """Say whether a word behind a place looks like a team's: Redhawks, Comets."""
    other = word.organisation_last or word.place_last or word.title or word.surname or word.given or word.function
    return text.endswith("s") and not text.endswith(("ss", "'s")) and len(text) > 4 and not other


def _is_team_or_paper(text: str) -> bool:
    return text in lexicon.word_class("club") or _is_paper(text)


def _is_paper(text: str) -> bool:
    papers = lexicon.word_class("newspaper")
    return not papers.isdisjoint(text.split("-")) if "-" in text else text in papers


def _may_be_of_a_body(letters: str, last: Word) -> bool:
    """Say whether letters before a word are part of a body's name: IG Metall, not JJ Watson, MP Hall, INS Vedra."""
    family = last.given or last.surname or last.surname_listed or last.rare
    other = last.title or last.calendar or last.adjective or last.organisation_last or last.place_last
    known = letters in lexicon.word_class("plain-acronym") or letters in lexicon.word_class("hull") or is_known(letters)
    return not (family or other or known or word_of(letters).title)
