"""The words of a sentence, with what tables and letters tell of each wherever it stands."""

from functools import cache
from typing import Final

from tui.compare.names import lexicon
from tui.compare.names.classes import classes_by_word
from tui.compare.names.cutting import WORD, cut_further, is_capital
from tui.compare.names.single_words import is_common, is_rare

_MOST_KEPT: Final = 1 << 17
_LONGEST_ENDING: Final = 12
_FUNCTION_TOO = frozenset({"Will", "May", "Per", "First"})
NAMES_TOO = frozenset(
    {"may", "april", "june", "august", "jan", "summer", "autumn", "noel", "easter", "march", "advent"}
)
"""What the calendar calls so and a name may hold too."""


class Word:
    """A word, number or mark of punctuation as it is written."""

    __slots__ = (
        "abstract",
        "adjective",
        "begins",
        "calendar",
        "capital",
        "classes",
        "common",
        "ends_title",
        "family_first",
        "function",
        "given",
        "known",
        "low_classes",
        "lower",
        "organisation_ending",
        "organisation_first",
        "organisation_last",
        "particle",
        "place",
        "place_ending",
        "place_first",
        "place_last",
        "rare",
        "small_head",
        "surname",
        "surname_ending",
        "surname_listed",
        "text",
        "title",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = lower = text.lower().rstrip(".")
        """The word in small letters, without a final dot."""
        self.capital = is_capital(text)
        """Whether it could be part of a name by its letters: Kerry, EU, al-Assad, iPhone."""
        shown = lexicon.unshout(text)
        ends = _told_by_end(lower)
        self.given = shown in lexicon.given_names()
        self.surname = shown in lexicon.surnames("common")
        self.surname_ending = "surname" in ends
        self.surname_listed = shown in lexicon.surnames("listed")
        """A family name of the census, too seldom or too much a word to be trusted by itself."""
        self.family_first = shown in lexicon.surnames("before")
        self.adjective = shown in lexicon.adjectives() or lower.startswith(("non-", "anti-", "pro-", "pan-", "ex-"))
        titles = lexicon.titles()
        self.title = titles.get(lower) or titles.get(lower.removesuffix("s"), "")
        self.function = _is_function(shown, lower)
        self.calendar = lower in lexicon.word_class("calendar")
        self.particle = shown in lexicon.word_class("particle")
        self.abstract = lower in lexicon.word_class("abstract")
        self.common = is_common(lower)
        """A word of everyday English, by its stem."""
        self.rare = is_rare(lower)
        """A word that English at large hardly knows."""
        self.organisation_last = shown.rstrip(".") in lexicon.heads("organisation", "last")
        self.organisation_first = shown in lexicon.heads("organisation", "first")
        self.organisation_ending = "organisation" in ends and not self.common
        """It ends as the words of bodies do in other languages: Sparbank, Stahlwerke."""
        self.place_last = shown in lexicon.heads("place", "last")
        self.place_first = shown in lexicon.heads("place", "first")
        self.place_ending = "place" in ends
        self.begins = self._may_begin() if self.capital else text in lexicon.small_starts()
        """Whether a name can begin with it."""
        self.place = text in lexicon.places()
        self.known = self.place or text in lexicon.organisations()
        """Whether it is a place or an organisation of the tables by itself."""
        self.ends_title = lower in lexicon.title_ends()
        self.small_head = text in lexicon.small_heads()
        """Whether it is a small word that a name may end with: "government" after Ukrainian."""
        classes = classes_by_word()
        self.classes = classes.get(text, 0)
        """The classes of `tui.compare.names.classes` that hold it as it is written, a bit each."""
        self.low_classes = self.classes if text == lower else classes.get(lower, 0)
        """Those that hold it in small letters, without a final dot."""

    def _may_begin(self) -> bool:
        if (self.function and self.text not in _FUNCTION_TOO) or len(self.text) == 1:
            return self.text in lexicon.small_starts()
        return not self.calendar or self.lower in NAMES_TOO


Sentence = tuple[tuple[Word, ...], tuple[int, ...]]
"""The words of a sentence, and where each begins in the article."""
_words: dict[str, Word] = {}
_whole: dict[str, Word] = {}
"""What a text is cut into that is cut no further."""


def word_of(text: str) -> Word:
    """Return what is known of a word."""
    word = _words.get(text)
    if word is None:
        if len(_words) > _MOST_KEPT:
            _words.clear()
            _whole.clear()
        word = _words[text] = Word(text)
    return word


def cut_words(text: str, start: int = 0, end: int | None = None) -> Sentence:
    """Return the words of `text` between two offsets as `cut` cuts them, and where each begins."""
    words: list[Word] = []
    starts: list[int] = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        raw = match[0]
        word = _whole.get(raw)
        if word is not None:
            words.append(word)
            starts.append(match.start())
            continue
        parts = cut_further(raw)
        for part, offset in parts:
            words.append(word_of(part))
            starts.append(match.start() + offset)
        if len(parts) == 1:
            _whole[raw] = words[-1]
    return tuple(words), tuple(starts)


def _is_function(shown: str, lower: str) -> bool:
    function = lexicon.word_class("function")
    if lower in function and (len(shown) == 1 or not shown.isupper()):
        return True
    base = lower.replace("’", "'").split("'")[0]
    return base != lower and base in function


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """Return what each ending tells a word to be."""
    found: dict[str, tuple[str, ...]] = {}
    surnames, places = lexicon.surnames("ending"), lexicon.surnames("place-ending")
    for kind, endings in (
        ("surname", surnames),
        ("place", places),
        ("organisation", lexicon.heads("organisation", "ending")),
    ):
        for ending in endings:
            found[ending] = (*found.get(ending, ()), kind)
    return found


def _told_by_end(lower: str) -> tuple[str, ...]:
    """Return what the end of a word tells it to be; two letters at least stand before it."""
    told: tuple[str, ...] = ()
    if len(lower) > 4:
        endings = _endings()
        for length in range(2, min(_LONGEST_ENDING, len(lower) - 2) + 1):
            told += endings.get(lower[-length:], ())
    return told
