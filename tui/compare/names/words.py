"""Cutting a sentence into the words that name reading looks at, each with its place in the article."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, cast

from tui.compare.names.single_words import is_english, is_place_word

_LETTER = r"[^\W\d_]"
_ABBREVIATED = (
    "Mr|Mrs|Ms|Messrs|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Spc|Pvt|Pfc|Cmdr|Adm|Brig|Rev|Fr|Hon|Jr|Sr|Det"
    "|Insp|Supt|Const|Mt|Ft|No|Inc|Corp|Co|Ltd|Bros|Ave|Blvd|Rd|Pres|Amb|Atty|Dept|Univ|Assn"
    "|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn"
    "|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Ont|Que|Alta"
)
_WORD = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)[^\s\"”)\]]+"  # an address
    r"|[@#]\w+(?:\.\w+)*"  # an account, what stands behind the @ of an e-mail address, a hashtag
    r"|[DRI](?:(?<=[(\[].)|(?<=[^\W\d_], .))[-‐‑–](?=[A-Z])"  # the party in (R-Texas), (D-N.J.)
    rf"|(?:{_LETTER}\.){{2,}}{_LETTER}?(?![^\W_])"  # U.S., D.C.
    rf"|(?:{_ABBREVIATED})\.(?!\w)"
    r"|[A-Z]\.(?=[\s\xa0]+[^\W\d_])"  # an initial
    r"|\w+(?:[-‐‑&'’.](?=[^\W_])\w+)*"
    r"|\S"
)
_NAMELESS_ENDS = frozenset("-‐‑–")
"""A word cut before the hyphen is a party's letter."""
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]$")
_HUNG = re.compile(r"^(.+?)[-‐‑]([a-z]{3,}(?:[-‐‑][a-z]+)*)$")
"""A name with an ordinary word hung on it: US-led, Washington-based. Two letters may end a name: Mazar-e."""
_COUPLED = re.compile(r"^((?:[A-Z]\.){2,}|[A-Z]{2,3}|[A-Z][a-z]{3,})[-‐‑–]([A-Z].+)$")
"""Two names in one word: UK-France, U.S.-Russian."""
_ARTICLED = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az|ed|es|d|l|de|o|bin|ibn|e|i)[-‐‑'’][^\W\d_a-z]")


class Word(NamedTuple):
    """A word, number or mark of punctuation and where it stands in the article."""

    text: str
    start: int
    end: int
    capital: bool
    """Whether it could be part of a name by its letters: Kerry, EU, al-Assad, iPhone."""

    @property
    def lower(self) -> str:
        """The word in small letters, without a final dot."""
        return self.text.lower().rstrip(".")


_word = cast(Callable[[tuple[str, int, int, bool]], Word], partial(tuple.__new__, Word))
"""A word of its four values: as `Word`, in half the time."""


def is_capital(text: str) -> bool:
    """Say whether a word could be part of a name by its letters."""
    if text[0].isupper():
        return True
    return text[0].islower() and len(text) > 2 and (text[1].isupper() or bool(_ARTICLED.match(text)))


def cut_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the words of `text` between two offsets.

    A possessive ending is a word of its own ("Kerry", "'s"), and so is what hangs on a name by a hyphen ("US", "led").
    """
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        word, at = match.group(), match.start()
        if word.isalpha():
            yield _word((word, at, match.end(), word[0].isupper() or (len(word) > 2 and word[1].isupper())))
            continue
        if len(word) == 1 or word[0] in "@#" or word[-1] in _NAMELESS_ENDS or "/" in word:
            yield _word((word, at, match.end(), False))
            continue
        possessive = _POSSESSIVE.search(word)
        if possessive:
            word = word[: possessive.start()]
        yield from _cut_hyphens(word, at)
        if possessive:
            yield Word("'s", at + len(word), match.end(), False)


def _cut_hyphens(word: str, at: int) -> Iterator[Word]:
    coupled = _COUPLED.match(word)
    if coupled and is_place_word(coupled[1]):
        yield Word(coupled[1], at, at + len(coupled[1]), True)
        yield Word("-", at + len(coupled[1]), at + coupled.start(2), False)
        yield Word(coupled[2], at + coupled.start(2), at + len(word), True)
        return
    hung = _HUNG.match(word) if word[0].isupper() else None
    if hung and (len(hung[1]) < 2 or not is_english(hung[2])):
        hung = None
    if hung:
        yield Word(hung[1], at, at + len(hung[1]), True)
        yield Word(hung[2], at + hung.start(2), at + len(word), False)
    else:
        yield Word(word, at, at + len(word), is_capital(word))
