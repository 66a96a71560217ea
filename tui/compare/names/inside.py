"""What the words of a span themselves say: whether tables know them, what they begin and end with, how they look."""

import re
from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.lexicon import Marks, marks
from tui.compare.names.phrases import SAINTS, is_initials, is_known, phrase_of
from tui.compare.names.stretches import QUOTES
from tui.compare.names.words import is_capital
from tui.compare.reading import NameKind

_COMPOUND_GIVEN = re.compile(r"^[A-Z][a-z]+-[a-z]+$")
_FAMILY_PREFIX = re.compile(r"^(?:[Aa]l-|[Ee]l-|O['’]|Mc[A-Z]|Mac[A-Z]|D['’]|Ibn|Fitz)")
_CAMEL_FAMILY = re.compile(r"^(?:La|Le|De|Di|Da|Du|Des|Van|Von)[A-Z][a-z]{2,}$")
"""A family name with a particle grown on: DeMarco. Some brands are made so too."""
_DOMAIN = re.compile(r"\.(?:com|org|net|gov|edu)$", re.IGNORECASE)
_CAMEL = re.compile(r"^(?:[A-Z][a-z]+|[a-z])[A-Z]")
_PARTICLES = frozenset("van von de del della di dos du le la bin ibn el ter ten".split())  # noqa: SIM905
_MONTHS_TOO = frozenset({"May", "June", "April", "August", "March"})
_NUMBERED = re.compile(r"^[A-Z]{1,2}-?\d+[A-Za-z]?$")
"""A road or an aircraft: A9, F-16."""
_LETTERS = re.compile(r"^[A-Z]{2,3}$")
_CENTRES = frozenset({"Center", "Centre", "Observatory"})
_CHAMBERS = frozenset({"House", "Senate", "Assembly", "Legislature", "Parliament"})
_JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_HEAD_KINDS: tuple[NameKind, ...] = ("organisation", "place")


def find_inside(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the features of a span that its words alone decide."""
    words = [marks(t) for t in texts]
    found = [f"words-{min(len(texts), 4)}"]
    if len(texts) == 1:
        _of_one_word(texts[0], words[0], found)
    elif not is_known(phrase_of(texts)):
        _of_several_words(texts, words, found)
    _of_all_words(texts, words, found)
    return tuple(found)


def _of_one_word(text: str, word: Marks, found: list[str]) -> None:
    if text in lexicon.word_class("plain-acronym") or _NUMBERED.match(text):
        found.append("plain-acronym")
    elif text.isupper() and 2 <= len(text) <= 6:
        found.append("shouted" if word.common and not is_known(phrase_of((text,))) else "acronym")
    elif _DOMAIN.search(text):
        found.append("domain")
    elif _CAMEL.match(text) and not _FAMILY_PREFIX.match(text):
        found.append("camel-family" if _CAMEL_FAMILY.match(text) else "camel")
    if word.given:
        found.append("given-only")
    if word.surname or _FAMILY_PREFIX.match(text):
        found.append("surname-only")
    elif word.surname_listed:
        found.append("surname-listed-only")
    if word.surname and not word.given and text in lexicon.word_class("ordinary-too"):
        found.append("surname-ordinary")
    if word.given and word.surname:
        found.append("given-and-surname")
    elif word.surname_ending and word.rare:
        found.append("surname-ending-only")
    if word.place_ending and word.rare:
        found.append("place-ending-only")
    if word.title:
        found.append("title-only")
    elif (word.place_last or word.organisation_last) and word.common and not (word.surname or word.given):
        found.append("head-only")
    if word.calendar:
        found.append("calendar")
    if word.function:
        found.append("function-first")
    found.append("common-only" if word.common else "rare-only" if word.rare else "seldom-only")


def _of_several_words(texts: Sequence[str], words: list[Marks], found: list[str]) -> None:
    inner = texts[1:-1]
    first, last = words[0], words[-1]
    if "of" in inner:
        head = words[texts.index("of") - 1]
        found.append(
            "inner-of-head" if head.organisation_first or head.place_first or head.organisation_last else "inner-of"
        )
    if not {"for", "on", "to", "in"}.isdisjoint(inner):
        found.append("inner-for")
    if "&" in inner:
        found.append("inner-ampersand")
    elif "and" in inner and " ".join(texts[: list(texts).index("and")]) in lexicon.places() and last.place_last:
        found.append("places-joined")
    elif "and" in inner:
        found.append(
            "inner-and-head" if first.organisation_first or last.organisation_last or last.place_last else "inner-and"
        )
    if "'s" in inner or "'" in inner or "’" in inner:
        found.append("inner-possessive")
    if any(w.particle for w in words[1:-1]):
        found.append("inner-particle")
    if any(is_initials(t) for t in texts[:-1]):
        named_so = last.surname or last.surname_listed or last.given or not last.common
        found.append(
            "initial" if named_so and not (texts[-1].isupper() and len(texts[-1]) > 3) else "initial-then-word"
        )
    if texts[-1] in _JUNIOR:
        found.append("junior")
    elif any(text in ("Jr", "Jr.", "Sr", "Sr.") for text in inner):
        found.append("junior-inside")
    if (_COMPOUND_GIVEN.match(texts[-1]) or _COMPOUND_GIVEN.match(texts[0])) and texts[0] not in lexicon.places():
        found.append("compound-given")
    prefixed = bool(_FAMILY_PREFIX.match(texts[-1]))
    family = last.surname or last.surname_listed or last.surname_ending or prefixed
    named_so = family and not (last.organisation_last or last.place_last or last.title or last.calendar)
    no_head = not (last.organisation_last or last.place_last or last.title or last.calendar or last.common)
    if len(texts) == 2 and (named_so or no_head) and texts[0] in lexicon.word_class("given-too"):
        found.append("place-given-family")
    _of_a_place_within(texts, words, found)
    sure_place = len(texts) == 2 and texts[0] in lexicon.word_class("sure-place-first") and _may_be_a_name(last)
    if sure_place:
        found.append("sure-place-first")
    named = first.given or first.surname or first.adjective or first.title or first.rare or sure_place
    if not named and (words[1].given or is_initials(texts[1])):
        found.append("word-then-given")
    if first.given:
        found.append(
            "given-family"
            if family
            else "given-rare"
            if last.rare
            else "given-common"
            if last.common
            else "given-seldom"
        )
        if any(w.given for w in words[1:]):
            found.append("given-two")
    elif family:
        found.append("family-last")
    elif first.rare and last.given and len(texts) == 2:
        found.append("rare-then-given")
    elif len(texts) == 2 and texts[0].istitle() and first.rare and texts[1].istitle() and _is_ordinary(last):
        found.append("rare-then-word")
    if len(texts) == 2 and _LETTERS.match(texts[0]) and texts[1].istitle() and _may_be_of_a_body(texts[0], last):
        found.append("letters-first")
    if first.family_first and len(texts) <= 3 and not last.common:
        found.append("family-first")
    if first.adjective:
        found.append("nationality-first")
    elif first.common and not (first.given or first.surname or sure_place):
        found.append("common-first")
    if last.adjective:
        found.append("nationality-last")
    if first.title and first.adjective and "of" in inner:
        found.append("politician-of")
    if texts[0] in SAINTS and len(texts) > 2 and (last.organisation_last or last.place_last):
        found.append("saint-then-head")
    if first.title and texts[0] not in SAINTS and not (first.surname and last.place_last):
        found.append("title-or-given-first" if texts[0] in lexicon.word_class("title-given") else "title-first")
    of_a_body = first.organisation_first and "of" in inner
    if last.title and not of_a_body and not (last.given or last.surname or last.organisation_last or last.place_last):
        found.append("title-last")
    new_place = texts[0] == "New" and len(texts) == 2 and (texts[1] in lexicon.places() or last.rare)
    body = texts[0] == "First" and len(texts) > 2 and last.organisation_last  # First Baptist Church
    if first.function and not first.given and not new_place and not body and not is_known(" ".join(texts)):
        found.append("function-first")
    if any(t.lower() in _PARTICLES for t in texts[:1]) and texts[0][0].isupper():
        found.append("particle-first")
    if first.given and last.surname and texts[-1] in _MONTHS_TOO:
        pass  # Theresa May
    elif (first.given and texts[0] in _MONTHS_TOO and named_so) or (first.given and last.rare):
        pass  # June Carter
    elif first.calendar or last.calendar:
        found.append("calendar-last" if last.calendar else "calendar")
    if all(w.common for w in words):
        found.append("common-several")
    elif all(w.rare or t in ("of", "the") for w, t in zip(words, texts, strict=True)):
        found.append("rare-several")
    place_first = texts[0] in lexicon.places() or " ".join(texts[:-1]) in lexicon.places()
    before_country = first.common and not first.adjective and not first.place_first
    people_of = "of" in inner and (first.title or texts[0].endswith("s") or texts[0] == "People")
    if before_country and texts[-1] in lexicon.countries() and len(texts) <= 3 and "and" not in inner and not people_of:
        found.append("common-then-country")
    if len(texts) > 2 and first.given and _holds_known(texts):
        found.append("given-then-known")
    if any(t in QUOTES for t in texts):
        found.append("nickname")
    if any(part in lexicon.word_class("newspaper") for part in texts[-1].split("-")):
        found.append("paper-last")
    if texts[-1] in lexicon.word_class("sure-place"):
        found.append("place-then-sure-place" if place_first and len(texts) > 1 else "sure-place-last")
    elif texts[0] in lexicon.word_class("official") and (last.organisation_last or texts[-1] in _CENTRES):
        found.append("official-then-head")
    if len(texts) == 2 and place_first and _may_be_a_team(texts[-1], last):
        found.append("place-then-plural")
    if place_first and _is_team_or_paper(texts[-1]):
        found.append("place-then-team-or-paper")
    starts = (texts[0], " ".join(texts[:2])) if len(texts) > 2 else (texts[0],)
    if any(s in lexicon.places() for s in starts) and any(w.organisation_last for w in words[1:]):
        found.append("place-then-organisation")
    chamber = texts[-1] in _CHAMBERS and (" ".join(texts[:-1]) in lexicon.regions() | lexicon.countries())
    if chamber:
        found.append("chamber")
    elif words[-1].place_last and any(t in lexicon.places() for t in texts[:-1]):
        found.append("facility-of-a-place")
    if not _is_of_a_head(texts, first) and not lexicon.word_class("vehicle").isdisjoint(t.lower() for t in texts):
        found.append("vehicle")
    _of_heads(texts, words, found)


def _may_be_a_team(text: str, word: Marks) -> bool:
    """Say whether a word behind a place looks like a team's: Redhawks, Comets."""
    other = word.organisation_last or word.place_last or word.title or word.surname or word.given or word.function
    return text.endswith("s") and not text.endswith(("ss", "'s")) and len(text) > 4 and not other


def _is_team_or_paper(text: str) -> bool:
    papers, clubs = lexicon.word_class("newspaper"), lexicon.word_class("club")
    return text in clubs or any(part in papers for part in text.split("-"))


def _of_a_place_within(texts: Sequence[str], words: list[Marks], found: list[str]) -> None:
    """Look at a known place behind something else: University of Leeds, Judd Amsterdam."""
    if words[0].organisation_first and "of" in texts[1:-1]:
        behind = texts[list(texts).index("of") + 1 :]
        behind = behind[1:] if behind[0] == "the" else behind
        if " ".join(behind) in lexicon.places():
            found.append("body-of-place")
    if len(texts) == 2 and texts[1] in lexicon.places() and not words[0].place_first:
        if words[0].given and texts[0] not in lexicon.places():
            found.append("given-then-place")
        elif words[0].rare and not texts[0].isupper():
            found.append("rare-then-place")
    if words[0].place_first and len(texts) == 2 and texts[1] in lexicon.places():
        found.append("place-first-then-place")
    plain = any(not (w.surname or w.surname_listed or w.given or w.rare) for w in (words[1], words[-1]))
    if plain and texts[0] in ("Will", "May", "Can"):
        found.append("auxiliary-then-word")


def _is_of_a_head(texts: Sequence[str], first: Marks) -> bool:
    """Say whether a name tells what a body or a building is "of": "Museum of Flight", "Institute of Peace"."""
    return (first.organisation_first or first.place_first) and "of" in texts[1:2]


def _is_ordinary(word: Marks) -> bool:
    """Say whether a word is an everyday one and no part of a person's or a place's name."""
    return word.common and not (word.given or word.title or word.place_last)


def _may_be_of_a_body(letters: str, last: Marks) -> bool:
    """Say whether letters before a word are part of a body's name: IG Metall, not JJ Watson, MP Hall, INS Vedra."""
    family = last.given or last.surname or last.surname_listed or last.rare
    other = last.title or last.calendar or last.adjective or last.organisation_last or last.place_last
    known = letters in lexicon.word_class("plain-acronym") | lexicon.word_class("hull") or is_known(letters)
    return not (family or other or known or marks(letters).title)


def _may_be_a_name(word: Marks) -> bool:
    """Say whether a word behind Port, Lake or the like may be a name, not a noun or the head of a body."""
    other = word.organisation_last or word.place_last or word.title or word.function or word.calendar or word.adjective
    return (word.given or word.surname or word.surname_listed or not word.common) and not other


def _holds_known(texts: Sequence[str]) -> bool:
    """Say whether a name of several words that tables know stands behind the first word: "Ann Poe White House"."""
    count = len(texts)
    return any(is_known(" ".join(texts[a:b])) for a in range(1, count - 1) for b in range(a + 2, count + 1))


def _of_heads(texts: Sequence[str], words: list[Marks], found: list[str]) -> None:
    first, last = words[0], words[-1]
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
    if any(w.organisation_last and t[0].isupper() for w, t in zip(words[1:-1], texts[1:-1], strict=True)):
        found.append("organisation-inside")
    if any(w.place_last and t[0].isupper() for w, t in zip(words[1:-1], texts[1:-1], strict=True)):
        found.append("place-inside")
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


def _of_all_words(texts: Sequence[str], words: list[Marks], found: list[str]) -> None:
    key = phrase_of(texts)
    several = len(texts) > 1
    if key in lexicon.places():
        word = words[0]
        found.append(
            "known-place-long"
            if len(texts) > 2
            else "known-place-several"
            if several
            else "known-place"
            if key in lexicon.word_class("rather-place")
            else "known-place-given"
            if word.given
            else "known-place-surname"
            if word.surname
            else "known-place"
        )
    elif key in lexicon.adjectives():
        found.append("nationality")
    if key in lexicon.organisations():
        found.append(
            "known-organisation-long"
            if len(texts) > 2
            else "known-organisation-several"
            if several
            else "known-organisation-common"
            if words[0].common
            else "known-organisation"
        )
    if any(t[0].isdecimal() for t in texts):
        found.append("digit")
    if words[-1].organisation_ending and not (words[-1].surname or words[-1].surname_listed or is_known(texts[-1])):
        found.append("organisation-ending")
    if several and texts[0] in lexicon.word_class("foreign-body") and not words[-1].common and not words[-1].title:
        found.append("foreign-body-first")
    if words[-1].abstract and not words[0].given and not _is_of_a_head(texts, words[0]):
        found.append("abstract-last")
