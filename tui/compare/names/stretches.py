"""Stretches of a sentence in which names may stand, and what speaks for each span of words in them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from tui.compare.names import lexicon
from tui.compare.names.words import Word

LONGEST = 9
"""No name has more words than this."""

_CONNECTORS = frozenset({"of", "for", "and", "&", "the", "'s", "on", "to", "in"})
_COMPOUND_GIVEN = re.compile(r"^[A-Z][a-z]+-[a-z]+$")
_AGE = re.compile(r"^\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words of a sentence, `first` to before `last`, that may hold one or more names."""

    words: tuple[Word, ...]
    """The whole sentence."""
    first: int
    last: int
    style: str
    """How the sentence writes: "prose", "title" (Most Words With a Capital) or "capitals" (ALL OF IT)."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the articles themselves have told so far."""

    common: Collection[str] = frozenset()
    """Words that also stand in small letters."""
    kinds: dict[str, dict[str, float]] | None = None
    """For each name chosen so far, how often as which kind."""
    surnames: Collection[str] = frozenset()
    """Last names of people named in full."""


def find_style(words: tuple[Word, ...]) -> str:
    """Say whether a sentence is prose, a title or all in capitals."""
    long = [w.text for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    if len(long) >= 3:
        if sum(t.isupper() for t in long) > 0.7 * len(long):
            return "capitals"
        if sum(t[0].isupper() for t in long) > 0.75 * len(long) and len(long) >= 4:
            return "title"
    return "prose"


def find_stretches(words: tuple[Word, ...]) -> Iterator[Stretch]:
    """Yield the stretches of a sentence in its order."""
    style = find_style(words)
    at, count = 0, len(words)
    while at < count:
        if not can_begin(words, at):
            at += 1
            continue
        end = at + 1
        while end < count:
            step = _step(words, end)
            if not step:
                break
            end += step
        yield Stretch(words, at, end, style)
        at = end


def can_begin(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a name can begin at a word."""
    word = words[at]
    if not word.capital:
        return word.text in _phrase_starts()
    lower = word.lower
    if lower in lexicon.word_class("function") or (len(lower) == 1 and not word.text.endswith(".")):
        return word.text in _phrase_starts()
    return lower not in lexicon.word_class("calendar") or lower in _NAMES_TOO


_NAMES_TOO = frozenset(
    {"may", "april", "june", "august", "jan", "summer", "autumn", "noel", "easter", "march", "advent"}
)


@cache
def _phrase_starts() -> frozenset[str]:
    keys = (*lexicon.places(), *lexicon.organisations())
    return frozenset(key.split(" ", 1)[0] for key in keys)


@cache
def _lower_heads() -> frozenset[str]:
    lower = set()
    for kind in ("organisation", "place"):
        lower |= {word for phrase in lexicon.heads(kind, "adjective") for word in phrase.split()}
    return frozenset(lower | {w for w in lexicon.heads("place", "last") if w[0].islower()})


def _step(words: tuple[Word, ...], at: int) -> int:
    """Return how many words further the stretch goes on at `at`: none if it ends there."""
    word = words[at]
    if can_begin(words, at) or (word.text[0].isdigit() and words[at - 1].capital and word.text.isalnum()):
        return 1
    if word.text in _lower_heads():
        return 1
    text = word.text.lower()
    if text in _CONNECTORS or text in lexicon.word_class("particle"):
        for ahead in (1, 2, 3):
            if at + ahead >= len(words):
                return 0
            following = words[at + ahead]
            if can_begin(words, at + ahead) and following.capital:
                return ahead
            if following.text.lower() not in _CONNECTORS and following.text not in lexicon.word_class("particle"):
                return 0
    return 0


def title_before(words: tuple[Word, ...], at: int) -> tuple[int, str]:
    """Return how many words before `at` make a title of a person, and its kind; 0 and "" if none do."""
    titles = lexicon.titles()
    for length in (3, 2, 1):
        if at - length >= 0:
            phrase = " ".join(w.lower for w in words[at - length : at])
            kind = titles.get(phrase)
            if kind:
                return length, kind
    return 0, ""


def _flag(condition: bool, name: str, into: list[str]) -> None:
    if condition:
        into.append(name)


def find_features(stretch: Stretch, first: int, last: int, known: Known) -> list[str]:
    """Return the names of what speaks for or against the words `first` to before `last` being one name."""
    words = stretch.words
    span = words[first:last]
    texts = [w.text for w in span]
    found = [f"words-{min(len(span), 4)}"]
    _of_the_words(texts, found)
    _of_the_lists(texts, found, known)
    _of_the_surroundings(stretch, first, last, found)
    return found


def _of_the_words(texts: list[str], found: list[str]) -> None:
    inner = texts[1:-1]
    _flag("of" in inner, "inner-of", found)
    _flag("for" in inner or "on" in inner or "to" in inner or "in" in inner, "inner-for", found)
    _flag("and" in inner or "&" in inner, "inner-and", found)
    _flag("'s" in inner, "inner-possessive", found)
    _flag(any(t in lexicon.word_class("particle") for t in inner), "inner-particle", found)
    _flag(any(len(t) == 2 and t[1] == "." for t in texts[:-1]) and len(texts) > 1, "initial", found)
    _flag(any(t[0].isdigit() for t in texts), "digit", found)
    last = texts[-1]
    _flag(
        bool(_COMPOUND_GIVEN.match(last)) or (len(texts) > 1 and bool(_COMPOUND_GIVEN.match(texts[0]))),
        "compound-given",
        found,
    )
    _flag(any(t[:3].lower() in ("al-", "el-") or t[:2] in ("O'", "O’", "Mc") for t in texts), "family-prefix", found)
    _flag(len(texts) > 1 and last.rstrip(".") in ("Jr", "Sr", "II", "III", "IV"), "junior", found)
    if len(texts) == 1:
        if last.isupper() and 2 <= len(last) <= 6:
            found.append("acronym")
        elif (
            any(c.isupper() for c in last[1:])
            and "-" not in last
            and "'" not in last
            and not last.startswith(("Mc", "Mac"))
        ):
            found.append("camel")


def _of_the_lists(texts: list[str], found: list[str], known: Known) -> None:
    key = " ".join(texts)
    given, adjectives, titles = lexicon.given_names(), lexicon.adjectives(), lexicon.titles()
    place, organisation = key in lexicon.places(), key in lexicon.organisations()
    _flag(place, "known-place-given" if key in given else "known-place", found)
    _flag(organisation, "known-organisation", found)
    nationality = key in adjectives
    _flag(nationality and not place, "nationality", found)
    first, last = texts[0], texts[-1]
    lower = first.lower().rstrip(".")
    several = len(texts) > 1
    _flag(several and first in adjectives and not place, "nationality-first", found)
    _flag(several and last in adjectives and not place and not organisation, "nationality-last", found)
    _flag(first in given, "given-first" if several else "given-only", found)
    _flag(several and sum(t in given for t in texts) > 1, "given-two", found)
    _flag(lower in titles and not place and not organisation, "title-first" if several else "title-only", found)
    _flag(several and last.lower().rstrip(".") in titles and last not in given, "title-last", found)
    _flag(lower in lexicon.word_class("function"), "function-first", found)
    _flag(lower in lexicon.word_class("calendar"), "calendar", found)
    _flag(several and last.lower() in lexicon.word_class("calendar"), "calendar-last", found)
    _flag(last.lower().rstrip(".") in lexicon.word_class("abstract"), "abstract-last", found)
    for kind in ("organisation", "place"):
        _flag(several and last in lexicon.heads(kind, "last"), f"{kind}-last", found)
        _flag(several and first in lexicon.heads(kind, "first"), f"{kind}-first", found)
        _flag(
            several and any(t in lexicon.heads(kind, "last") and t[0].isupper() for t in texts[1:-1]),
            f"{kind}-inside",
            found,
        )
        if several and not last[0].isupper():
            for cut in (2, 1):
                tail = " ".join(texts[-cut:])
                if len(texts) > cut and tail in lexicon.heads(kind, "adjective"):
                    before = " ".join(texts[:-cut])
                    fits = before in adjectives or before in lexicon.places() or before in lexicon.organisations()
                    found.append(f"{kind}-adjective" if fits else f"{kind}-adjective-unknown")
                    break
    _flag(not last[0].isupper(), "small-last", found)
    common = [t for t in texts if t[0].isupper() and t.lower() in known.common]
    _flag(len(common) == len(texts), "common-all", found)
    _flag(0 < len(common) < len(texts), "common-some", found)
    if known.kinds:
        for kind, share in known.kinds.get(key, {}).items():
            found.append(f"elsewhere-{kind}" if share > 0.5 else f"elsewhere-{kind}-too")
    _flag(not several and first in known.surnames, "surname-known", found)
    _flag(several and last in known.surnames, "surname-known-last", found)


def _of_the_surroundings(stretch: Stretch, first: int, last: int, found: list[str]) -> None:
    words = stretch.words
    previous = words[first - 1] if first else None
    before = previous.text.lower() if previous else ""
    following = words[last] if last < len(words) else None
    after = following.text if following else ""
    _flag(stretch.style != "prose", f"style-{stretch.style}", found)
    if not previous or before in ('"', "“", ":", "—", "–", "-", "'", "‘"):
        found.append("sentence-first" if last - first == 1 else "sentence-first-several")
    length, kind = title_before(words, first)
    _flag(length > 0, f"title-before-{kind}", found)
    _flag(before in lexicon.word_class("locative"), "after-locative", found)
    _flag(before == "of", "after-of", found)
    _flag(before in ("the", "this", "a", "an"), "after-article", found)
    _flag(before == "by", "after-by", found)
    _flag(
        bool(
            previous
            and previous.capital
            and first > stretch.first
            and not length
            and previous.text not in lexicon.adjectives()
        ),
        "cut-left",
        found,
    )
    _flag(bool(following and following.capital and last < stretch.last), "cut-right", found)
    lower = after.lower()
    _flag(lower in lexicon.word_class("reporting"), "before-reporting", found)
    _flag(lower == "'s", "before-possessive", found)
    _flag(
        lower == "who" or (lower == "," and last + 1 < len(words) and words[last + 1].lower in ("who", "whose")),
        "before-who",
        found,
    )
    _flag(
        lower == ","
        and last + 2 < len(words)
        and bool(_AGE.match(words[last + 1].text))
        and words[last + 2].text in (",", "."),
        "before-age",
        found,
    )
    _flag(
        lower == "("
        and last + 2 < len(words)
        and words[last + 1].text.isupper()
        and len(words[last + 1].text) > 1
        and words[last + 2].text == ")",
        "before-acronym",
        found,
    )
    _flag(before == "(" and lower == ")", "in-brackets", found)
    _flag(before in ('"', "“") and lower in ('"', "”"), "quoted", found)
    _flag(lower in lexicon.heads("organisation", "adjective"), "before-organisation-word", found)
    _flag(bool(after) and after in lexicon.heads("place", "last") and after[0].islower(), "before-place-word", found)
    _flag(
        lower == "," and last + 1 < len(words) and words[last + 1].text in lexicon.places(), "before-comma-place", found
    )
    _flag(
        following is not None and not following.capital and lower.isalpha() and lower.endswith(("ed", "es")),
        "before-verb",
        found,
    )
