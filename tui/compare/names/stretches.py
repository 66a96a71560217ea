"""Stretches of a sentence in which names may stand."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from tui.compare.names import lexicon
from tui.compare.names.lexicon import marks
from tui.compare.names.words import Word

LONGEST = 9
"""No name has more words than this."""

CONNECTORS = frozenset({"of", "for", "and", "&", "the", "'s", "'", "’", "on", "to", "in"})
"""Small words that may stand inside a name."""

QUOTES = frozenset("\"“”‘’'«»„")

_NAMES_TOO = frozenset(
    {"may", "april", "june", "august", "jan", "summer", "autumn", "noel", "easter", "march", "advent"}
)

_BESIDE_MONTHS = frozenset(
    "in since by until till during last next this early late mid of from through".split()  # noqa: SIM905
)
_FUNCTION_TOO = frozenset({"Will", "May", "Per", "First"})

Style = Literal["prose", "title", "capitals"]


class Stretch(NamedTuple):
    """Neighbouring words of a sentence, `first` to before `last`, that may hold one or more names."""

    words: tuple[Word, ...]
    """The whole sentence."""
    first: int
    last: int
    style: Style
    """How the sentence is written: prose, a Title With Most Words So, or ALL IN CAPITALS."""


def find_style(words: tuple[Word, ...]) -> Style:
    """Say how a sentence is written."""
    long = [w.text for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    if len(long) >= 3:
        if sum([t.isupper() for t in long]) > 0.7 * len(long):
            return "capitals"
        ends_so = words[-1].text in (".", "!", "?") or words[-1].text in QUOTES
        if not ends_so and sum(t[0].isupper() for t in long) > 0.75 * len(long):
            plain = sum(t[0].isupper() and marks(t).common for t in long[1:])
            return "title" if plain > 1 else "prose"
    return "prose"


def is_headline(stretch: Stretch) -> bool:
    """Say whether a sentence ends as headlines do, so that its verbs may have a capital too."""
    end = stretch.words[-1].text
    return stretch.style != "prose" or not (end in (".", "!", "?", "…") or end in QUOTES)


def find_stretches(words: tuple[Word, ...]) -> Iterator[Stretch]:
    """Yield the stretches of a sentence in its order."""
    style = find_style(words)
    at, count = 0, len(words)
    while at < count:
        if not can_begin(words[at]) or _is_month(words, at):
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


def _is_month(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a word that is a month and a name (May, April) is the month here."""
    if words[at].lower not in _NAMES_TOO:
        return False
    beside = [words[n].text.lower() for n in (at - 1, at + 1) if 0 <= n < len(words)]
    return any(b[0].isdecimal() or b in _BESIDE_MONTHS for b in beside)


def can_begin(word: Word) -> bool:
    """Say whether a name can begin with a word."""
    return _capital_begins(word.text) if word.capital else word.text in _small_starts()


@lru_cache(maxsize=1 << 16)
def _capital_begins(text: str) -> bool:
    known = marks(text)
    if (known.function and text not in _FUNCTION_TOO) or len(text) == 1:
        return text in _small_starts()
    return not known.calendar or text.lower().rstrip(".") in _NAMES_TOO


@cache
def _small_starts() -> frozenset[str]:
    """Return the first words of known names that would otherwise begin none: "The" of The Hague, "dpa"."""
    starts = {key.split(" ", 1)[0] for key in (*lexicon.places(), *lexicon.organisations())}
    function = lexicon.word_class("function")
    return frozenset(s for s in starts if s[0].islower() or s.lower() in function) - {"the"}


@cache
def small_heads() -> frozenset[str]:
    """Return the small words that a name may end with: "government" after Ukrainian, "region" after Donetsk."""
    phrases = (*lexicon.heads("organisation", "adjective"), *lexicon.heads("place", "adjective"))
    small = {word for phrase in phrases for word in phrase.split()}
    known = (*lexicon.places(), *lexicon.organisations())
    small |= {last for last in (key.rpartition(" ")[2] for key in known if " " in key) if last[0].islower()}
    return frozenset(small | {w for w in lexicon.heads("place", "last") if w[0].islower()})


@cache
def _known_ends() -> frozenset[str]:
    """Return the last words of known names that go on no name by themselves: "'s" of McDonald's, Today of USA Today."""
    lasts = {key.rpartition(" ")[2] for key in lexicon.organisations() if " " in key}
    small = lexicon.word_class("function") | lexicon.word_class("calendar")
    # Few are, and all that is known of a word is not asked of each.
    near = {last for last in lasts if not small.isdisjoint((low := last.lower().rstrip("."), low.partition("'")[0]))}
    return frozenset(last for last in near if marks(last).function or marks(last).calendar) | ({"'s"} & lasts)


def _step(words: tuple[Word, ...], at: int) -> int:
    """Return how many words further a stretch goes on at `at`: none if it ends there."""
    word = words[at]
    if (can_begin(word) and not _is_month(words, at)) or word.text in small_heads():
        return 1
    if word.text in _known_ends():
        said = [w.text for w in words[max(0, at - 3) : at + 1]]
        if any(" ".join(said[n:]) in lexicon.organisations() for n in range(len(said) - 1)):
            return 1
    nickname = nickname_length(words, at)
    if nickname:
        return nickname
    if word.text[0].isdecimal():
        return 1 if words[at - 1].capital and word.text.isalnum() else 0
    if not _connects(word):
        return 0
    for ahead in (1, 2, 3):
        if at + ahead >= len(words):
            return 0
        following = words[at + ahead]
        if following.capital and can_begin(following):
            return ahead
        if not _connects(following):
            return 0
    return 0


def nickname_length(words: tuple[Word, ...], at: int) -> int:
    """Return how many words a name in quotes takes up at `at`, between two others: Richard "Tex" Coe; else 0."""
    if words[at].text not in QUOTES or not words[at - 1].capital:
        return 0
    inner = at + 2 if at + 1 < len(words) and words[at + 1].lower == "the" else at + 1
    if inner + 2 >= len(words) or words[inner + 1].text not in QUOTES:
        return 0
    return inner + 2 - at if words[inner].capital and words[inner + 2].capital else 0


def _connects(word: Word) -> bool:
    return word.text in CONNECTORS or marks(word.text).particle


def title_before(words: tuple[Word, ...], at: int) -> tuple[int, str]:
    """Return how many words before `at` make a title of a person, and its kind; 0 and "" if none do."""
    if not at or words[at - 1].lower not in lexicon.title_ends():
        return 0, ""
    titles = lexicon.titles()
    for length in (3, 2, 1):
        if at >= length:
            kind = titles.get(" ".join(w.lower for w in words[at - length : at]))
            if kind:
                return length, kind
    return 0, ""
