"""What speaks for or against a span of words being one name: features, by name, that `tables/weights.tsv` weighs."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from tui.compare.names import lexicon
from tui.compare.names.lexicon import Marks, marks
from tui.compare.names.stretches import QUOTES, Stretch, title_before
from tui.compare.names.words import Word
from tui.compare.reading import NameKind

_COMPOUND_GIVEN = re.compile(r"^[A-Z][a-z]+-[a-z]+$")
_FAMILY_PREFIX = re.compile(r"^(?:[Aa]l-|[Ee]l-|O['’]|Mc[A-Z]|Mac[A-Z]|D['’]|Ibn|Fitz)")
_CAMEL = re.compile(r"^(?:[A-Z][a-z]+|[a-z])[A-Z]")
_AGE = re.compile(r"^\d{1,2}$")
_JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
HEAD_KINDS: tuple[NameKind, ...] = ("organisation", "place")


@dataclass(frozen=True, slots=True)
class Known:
    """What the articles themselves have told so far."""

    common: Collection[str] = frozenset()
    """Words that also stand in small letters."""
    shares: Mapping[str, Mapping[NameKind, float]] = field(default_factory=dict)
    """For each name chosen so far, how often it was of which kind, 0 to 1."""
    leanings: Mapping[str, NameKind] = field(default_factory=dict)
    """For single words met more than once, the kind that all their places together speak for most."""
    surnames: Collection[str] = frozenset()
    """Last names of people named in full."""
    acronyms: Mapping[str, NameKind] = field(default_factory=dict)
    """Acronyms that stand in brackets behind a name they abbreviate, with its kind."""


def find_features(stretch: Stretch, first: int, last: int, known: Known) -> list[str]:
    """Return what speaks for or against the words `first` to before `last` being one name."""
    span = stretch.words[first:last]
    texts = [w.text for w in span]
    of_words = [marks(t) for t in texts]
    found = [f"words-{min(len(span), 4)}"]
    if len(texts) == 1:
        _of_one_word(texts[0], of_words[0], found)
    else:
        _of_several_words(texts, of_words, found)
    _of_all_words(texts, of_words, found, known)
    _of_what_stands_before(stretch, first, last, known, found)
    _of_what_follows(stretch, last, found, known, texts)
    return found


def _of_one_word(text: str, word: Marks, found: list[str]) -> None:
    if text in lexicon.word_class("plain-acronym"):
        found.append("plain-acronym")
    elif text.isupper() and 2 <= len(text) <= 6:
        found.append("acronym")
    elif _CAMEL.match(text) and not _FAMILY_PREFIX.match(text):
        found.append("camel")
    if word.given:
        found.append("given-only")
    if word.surname or _FAMILY_PREFIX.match(text):
        found.append("surname-only")
    elif word.surname_ending and word.rare:
        found.append("surname-ending-only")
    if word.place_ending and word.rare:
        found.append("place-ending-only")
    if word.title:
        found.append("title-only")
    if word.calendar:
        found.append("calendar")
    if word.function:
        found.append("function-first")
    found.append("common-only" if word.common else "rare-only" if word.rare else "seldom-only")


def _of_several_words(texts: list[str], words: list[Marks], found: list[str]) -> None:
    inner = texts[1:-1]
    first, last = words[0], words[-1]
    if "of" in inner:
        head = words[texts.index("of") - 1]
        found.append(
            "inner-of-head" if head.organisation_first or head.place_first or head.organisation_last else "inner-of"
        )
    if not {"for", "on", "to", "in"}.isdisjoint(inner):
        found.append("inner-for")
    if "and" in inner or "&" in inner:
        found.append(
            "inner-and-head" if first.organisation_first or last.organisation_last or last.place_last else "inner-and"
        )
    if "'s" in inner or "'" in inner or "’" in inner:
        found.append("inner-possessive")
    if any(w.particle for w in words[1:-1]):
        found.append("inner-particle")
    if any(len(t) == 2 and t[1] == "." for t in texts[:-1]):
        found.append("initial")
    if texts[-1] in _JUNIOR:
        found.append("junior")
    if _COMPOUND_GIVEN.match(texts[-1]) or _COMPOUND_GIVEN.match(texts[0]):
        found.append("compound-given")
    family = last.surname or last.surname_ending or bool(_FAMILY_PREFIX.match(texts[-1]))
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
    if first.family_first and len(texts) <= 3 and not last.common:
        found.append("family-first")
    if first.adjective:
        found.append("nationality-first")
    if last.adjective:
        found.append("nationality-last")
    if first.title:
        found.append("title-first")
    if last.title and not last.given and not last.surname:
        found.append("title-last")
    if first.function and not is_known(" ".join(texts)):
        found.append("function-first")
    if first.calendar or last.calendar:
        found.append("calendar-last" if last.calendar else "calendar")
    if all(w.common for w in words):
        found.append("common-several")
    elif all(w.rare or t in ("of", "the") for w, t in zip(words, texts, strict=True)):
        found.append("rare-several")
    place_first = texts[0] in lexicon.places() or " ".join(texts[:-1]) in lexicon.places()
    if first.common and not first.adjective and texts[-1] in lexicon.countries() and len(texts) <= 3:
        found.append("common-then-country")
    if any(t in QUOTES for t in texts):
        found.append("nickname")
    if place_first and (texts[-1] in lexicon.word_class("newspaper") or texts[-1] in lexicon.word_class("club")):
        found.append("place-then-team-or-paper")
    if not lexicon.word_class("vehicle").isdisjoint(t.lower() for t in texts):
        found.append("vehicle")
    _of_heads(texts, words, found)


def _of_heads(texts: list[str], words: list[Marks], found: list[str]) -> None:
    first, last = words[0], words[-1]
    if last.organisation_last:
        found.append("organisation-last")
    if last.place_last:
        found.append("place-last")
    if first.organisation_first:
        found.append("organisation-first-of" if "of" in texts[1:-1] else "organisation-first")
    if first.place_first:
        found.append("place-first-of" if "of" in texts[1:-1] else "place-first")
    if any(w.organisation_last and t[0].isupper() for w, t in zip(words[1:-1], texts[1:-1], strict=True)):
        found.append("organisation-inside")
    if any(w.place_last and t[0].isupper() for w, t in zip(words[1:-1], texts[1:-1], strict=True)):
        found.append("place-inside")
    if not texts[-1][0].islower():
        return
    found.append("small-last")
    for kind in HEAD_KINDS:
        for cut in (2, 1):
            if len(texts) > cut and " ".join(texts[-cut:]) in lexicon.heads(kind, "adjective"):
                before = " ".join(texts[:-cut])
                fits = before in lexicon.adjectives() or before in lexicon.places() or before in lexicon.organisations()
                found.append(f"{kind}-adjective" if fits else f"{kind}-adjective-unknown")
                break


def _of_all_words(texts: list[str], words: list[Marks], found: list[str], known: Known) -> None:
    key = texts[0] if len(texts) == 1 else " ".join(texts)
    if key.isupper():
        key = " ".join(lexicon.unshout(t) for t in texts)
    several = len(texts) > 1
    if key in lexicon.places():
        word = words[0]
        found.append(
            "known-place-several"
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
            "known-organisation-several"
            if several
            else "known-organisation-common"
            if words[0].common
            else "known-organisation"
        )
    if any(t[0].isdigit() for t in texts):
        found.append("digit")
    if words[-1].abstract:
        found.append("abstract-last")
    small = sum(t.lower() in known.common for t in texts if t[0].isupper() and not t.isupper())
    if small:
        found.append("small-too" if small == len(texts) else "small-some")
    if key in known.leanings:
        found.append(f"leaning-{known.leanings[key]}")
    for kind, share in known.shares.get(key, {}).items():
        found.append(f"elsewhere-{kind}" if share > 0.5 else f"elsewhere-{kind}-too")
    if texts[-1] in known.surnames:
        found.append("surname-known-several" if several else "surname-known")
    if not several and key in known.acronyms:
        found.append(f"acronym-known-{known.acronyms[key]}")


def _of_what_stands_before(stretch: Stretch, first: int, last: int, known: Known, found: list[str]) -> None:
    words = stretch.words
    previous: Word | None = words[first - 1] if first else None
    before = previous.text.lower() if previous else ""
    if stretch.style != "prose":
        found.append(f"style-{stretch.style}")
    if previous is None or before in QUOTES or before in (":", "—", "–", "-", "•", "*"):
        one = last - first == 1
        word = marks(words[first].text)
        if not one:
            found.append("sentence-several")
        elif word.rare:
            found.append("sentence-rare")
        else:
            named = word.given or word.surname or is_known(words[first].text)
            found.append("sentence-english-name" if named else "sentence-english")
    length, kind = title_before(words, first)
    if length:
        found.append(f"title-before-{kind}")
    elif previous is not None and previous.capital and first > stretch.first:
        found.append("cut-left-nationality" if marks(previous.text).adjective else "cut-left")
    if previous is not None and before in lexicon.word_class("vehicle"):
        found.append("after-vehicle")
    if before in (",", "and") and first > 1 and words[first - 2].capital:
        if before == "," and words[first].text in lexicon.places():
            found.append("after-comma-name")
        for kind, share in known.shares.get(words[first - 2].text, {}).items():
            if share > 0.5:
                found.append(f"in-list-{kind}")
    if previous is not None and not previous.capital and before in lexicon.word_class("organisation-noun"):
        found.append("after-organisation-noun")
    elif before == "of" and first > 1 and words[first - 2].lower in lexicon.word_class("settlement"):
        found.append("after-settlement-of")
    elif before in lexicon.word_class("locative"):
        found.append("after-locative")
    elif before in ("of", "by", "with", "and", "for"):
        found.append(f"after-{before}")
    if before == "the" and last - first == 1 and f"the {words[first].text}" in lexicon.organisations():
        found.append("known-organisation")
    elif before in ("the", "this", "a", "an", "that", "its", "his", "their", "our"):
        found.append("after-article")


def _of_what_follows(stretch: Stretch, last: int, found: list[str], known: Known, texts: list[str]) -> None:
    words = stretch.words
    if last >= len(words):
        return
    following = words[last]
    after = following.text.lower()
    second = words[last + 1].text if last + 1 < len(words) else ""
    third = words[last + 2].text if last + 2 < len(words) else ""
    if following.capital and last < stretch.last:
        found.append("cut-right-abstract" if marks(following.text).abstract else "cut-right")
        return
    _of_apposition(words, last, found)
    if after in lexicon.word_class("reporting"):
        found.append("before-reporting")
    elif after == "'s":
        found.append("before-possessive")
    elif after == "who" or (after == "," and second in ("who", "whose")):
        found.append("before-who")
    elif after == "," and _AGE.match(second) and third in (",", ".", "and"):
        found.append("before-age")
    elif after == "," and second in lexicon.places():
        found.append("before-comma-place")
    elif after == "," and second in ("a", "an", "the") and (third in lexicon.titles()):
        found.append("before-role")
    elif after in "([" and second.isupper() and len(second) > 1 and third in ")]" and stands_for(second, texts):
        found.append("before-acronym")
    elif after in ")]" and len(texts) == 1 and texts[0] in known.acronyms:
        found.append("in-brackets")
    elif after == ":":
        found.append("before-colon")
    elif after in QUOTES and last - len(texts) > 0 and words[last - len(texts) - 1].text in QUOTES:
        found.append("quoted")
    elif following.text in lexicon.heads("organisation", "adjective"):
        found.append("before-organisation-word")
    elif following.text in lexicon.heads("place", "adjective"):
        found.append("before-place-word")
    elif after in lexicon.word_class("verb") or (following.text.islower() and after.endswith(("ed", "es"))):
        found.append("before-verb")
    elif following.text.isalpha() and following.text.islower():
        found.append("before-word")


def _of_apposition(words: tuple[Word, ...], last: int, found: list[str]) -> None:
    """Look at what a name is said to be right behind it: "Calxeda, a chip maker", "Qeshm, an island"."""
    if words[last].text != "," or last + 2 >= len(words):
        return
    if words[last + 1].lower not in ("a", "an", "the", "its", "his", "their", "one"):
        return
    for word in words[last + 2 : last + 7]:
        if word.text in (",", ".", "that", "which", "who", "in", "of", "for", "near"):
            break
        lower = word.lower
        if lower in lexicon.word_class("organisation-noun"):
            found.append("said-organisation")
            return
        if lower in lexicon.word_class("place-noun"):
            found.append("said-place")
            return
        if lower in lexicon.titles():
            found.append("said-person")
            return


def is_known(key: str) -> bool:
    """Say whether a phrase is a place or an organisation of the tables."""
    return key in lexicon.places() or key in lexicon.organisations()


def stands_for(acronym: str, texts: list[str]) -> bool:
    """Say whether an acronym's letters are the initials of a name's words, small words counted or not."""
    letters = acronym.replace(".", "").upper()
    initials = [t[0].upper() for t in texts if t[0].isalpha()]
    capitals = [t[0] for t in texts if t[0].isupper()]
    parts = [p[0].upper() for t in texts for p in t.split("-") if p and p[0].isupper()]
    return len(letters) > 1 and letters in ("".join(initials), "".join(capitals), "".join(parts))
