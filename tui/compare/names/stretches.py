"""Stretches of a sentence in which names may stand."""

from functools import cache
from typing import Literal

from tui.compare.names import lexicon
from tui.compare.names.told import name_before_date
from tui.compare.names.words import NAMES_TOO, Sentence, Word, word_of

LONGEST = 9
"""No name has more words than this."""

CONNECTORS = frozenset({"of", "for", "and", "&", "the", "'s", "'", "’", "on", "to", "in"})
"""Small words that may stand inside a name."""

QUOTES = frozenset("\"“”‘’'«»„")

_BESIDE_MONTHS = frozenset(
    "in since by until till during last next this early late mid of from through".split()  # noqa: SIM905
)

Style = Literal["prose", "title", "capitals"]


class Stretch:
    """Neighbouring words of a sentence, `first` to before `last`, that may hold one or more names."""

    __slots__ = ("dated", "first", "headline", "last", "starts", "style", "words")

    def __init__(self, sentence: Sentence, first: int, last: int, style: Style, dated: int) -> None:
        self.words, self.starts = sentence
        """The whole sentence, and where each of its words begins in the article."""
        self.first = first
        self.last = last
        self.style = style
        """How the sentence is written: prose, a Title With Most Words So, or ALL IN CAPITALS."""
        self.dated = dated
        """Where the name ends that, with a day, is all that the sentence says; else 0."""
        end = self.words[-1].text
        self.headline = style != "prose" or not (end in (".", "!", "?", "…") or end in QUOTES)
        """Whether the sentence ends as headlines do, so that its verbs may have a capital too."""

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words `first` to before `last` stand in the article."""
        return self.starts[first], self.starts[last - 1] + len(self.words[last - 1].text)


def find_style(words: tuple[Word, ...]) -> Style:
    """Say how a sentence is written."""
    long = [w for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    high = [w for w in long if not w.text[0].islower()]
    if len(long) >= 3 and len(high) > 0.7 * len(long):
        if sum([w.text.isupper() for w in high]) > 0.7 * len(long):
            return "capitals"
        ends_so = words[-1].text in (".", "!", "?") or words[-1].text in QUOTES
        if not ends_so and sum([w.text[0].isupper() for w in high]) > 0.75 * len(long):
            plain = sum([w.text[0].isupper() and w.common for w in long[1:]])
            return "title" if plain > 1 else "prose"
    return "prose"


def find_stretches(sentence: Sentence) -> list[Stretch]:
    """Return the stretches of a sentence in its order."""
    words = sentence[0]
    found: list[Stretch] = []
    style: Style | None = None
    dated, at, count = 0, 0, len(words)
    while at < count:
        if not words[at].begins or _is_month(words, at):
            at += 1
            continue
        end = at + 1
        while end < count:
            step = _step(words, end)
            if not step:
                break
            end += step
        if style is None:
            style, dated = find_style(words), name_before_date(words)
        found.append(Stretch(sentence, at, end, style, dated))
        at = end
    return found


def _is_month(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a word that is a month and a name (May, April) is the month here."""
    if words[at].lower not in NAMES_TOO:
        return False
    beside = [words[n].text.lower() for n in (at - 1, at + 1) if 0 <= n < len(words)]
    return any(b[0].isdecimal() or b in _BESIDE_MONTHS for b in beside)


@cache
def _known_ends() -> frozenset[str]:
    """Return the last words of known names that go on no name by themselves: "'s" of McDonald's, Today of USA Today."""
    lasts = {key.rpartition(" ")[2] for key in lexicon.organisations() if " " in key}
    small = lexicon.word_class("function") | lexicon.word_class("calendar")
    # Few are, and all that is known of a word is not asked of each.
    near = {last for last in lasts if not small.isdisjoint((low := last.lower().rstrip("."), low.partition("'")[0]))}
    return frozenset(last for last in near if word_of(last).function or word_of(last).calendar) | ({"'s"} & lasts)


def _step(words: tuple[Word, ...], at: int) -> int:
    """Return how many words further a stretch goes on at `at`: none if it ends there."""
    word = words[at]
    if (word.begins and not _is_month(words, at)) or word.small_head:
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
        if following.capital and following.begins:
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
    return word.text in CONNECTORS or word.particle


def title_before(words: tuple[Word, ...], at: int) -> tuple[int, str]:
    """Return how many words before `at` make a title of a person, and its kind; 0 and "" if none do."""
    if not at or not words[at - 1].ends_title:
        return 0, ""
    titles = lexicon.titles()
    for length in (3, 2, 1):
        if at >= length:
            kind = titles.get(" ".join(w.lower for w in words[at - length : at]))
            if kind:
                return length, kind
    return 0, ""
