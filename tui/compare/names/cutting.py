"""Cutting a text into the words that name reading looks at."""

import re
from collections.abc import Iterator

from tui.compare.names.single_words import is_english, is_place_word

_LETTER = r"[^\W\d_]"
_ABBREVIATED = (
    "Mr|Mrs|Ms|Messrs|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Spc|Pvt|Pfc|Cmdr|Adm|Brig|Rev|Fr|Hon|Jr|Sr|Det"
    "|Insp|Supt|Const|Mt|Ft|No|Inc|Corp|Co|Ltd|Bros|Ave|Blvd|Rd|Pres|Amb|Atty|Dept|Univ|Assn"
    "|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn"
    "|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Ont|Que|Alta"
)
WORD = re.compile(
    r"(?=\S)(?:"  # nothing is looked for at a blank
    r"[^\W\d_]++(?![-\w‐‑–&'’.:])"  # most words are nothing else
    r"|(?:https?://|www\.|pic\.twitter\.com/|t\.co/)[^\s\"”)\]]+"  # an address
    r"|[@#]\w+(?:\.\w+)*"  # an account, what stands behind the @ of an e-mail address, a hashtag
    r"|[DRI](?:(?<=[(\[].)|(?<=[^\W\d_], .))[-‐‑–](?=[A-Z])"  # the party in (R-Texas), (D-N.J.)
    rf"|(?:{_LETTER}\.){{2,}}{_LETTER}?(?![^\W_])"  # U.S., D.C.
    rf"|(?:{_ABBREVIATED})\.(?!\w)"
    r"|[A-Z]\.(?=[\s\xa0]+[^\W\d_])"  # an initial
    r"|\w+(?:[-‐‑&'’.](?=[^\W_])\w+)*"
    r"|\S)"
)
_NAMELESS_ENDS = frozenset("-‐‑–")
"""A word cut before the hyphen is a party's letter."""
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]$")
_HUNG = re.compile(r"^(.+?)[-‐‑]([a-z]{3,}(?:[-‐‑][a-z]+)*)$")
"""A name with an ordinary word hung on it: US-led, Washington-based. Two letters may end a name: Mazar-e."""
_COUPLED = re.compile(r"^((?:[A-Z]\.){2,}|[A-Z]{2,3}|[A-Z][a-z]{3,})[-‐‑–]([A-Z].+)$")
"""Two names in one word: UK-France, U.S.-Russian."""
_ARTICLED = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az|ed|es|d|l|de|o|bin|ibn|e|i)[-‐‑'’][^\W\d_a-z]")


def cut(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, int]]:
    """Yield the words of `text` between two offsets, each with where it begins.

    A possessive ending is a word of its own ("Kerry", "'s"), and so is what hangs on a name by a hyphen ("US", "led").
    """
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        at = match.start()
        for part, offset in cut_further(match[0]):
            yield part, at + offset


def cut_further(word: str) -> tuple[tuple[str, int], ...]:
    """Return the words that a match of `WORD` holds, each with how far into it that begins: most hold one, themselves.

    >>> cut_further("US-led"), cut_further("Kerry’s")
    ((('US', 0), ('led', 3)), (('Kerry', 0), ("'s", 5)))
    """
    if word.isalpha() or len(word) == 1 or word[0] in "@#" or word[-1] in _NAMELESS_ENDS or "/" in word:
        return ((word, 0),)
    possessive = _POSSESSIVE.search(word)
    if possessive:
        return *_cut_hyphens(word[: possessive.start()]), ("'s", possessive.start())
    return _cut_hyphens(word)


def _cut_hyphens(word: str) -> tuple[tuple[str, int], ...]:
    coupled = _COUPLED.match(word)
    if coupled and is_place_word(coupled[1]):
        return (coupled[1], 0), ("-", coupled.end(1)), (coupled[2], coupled.start(2))
    hung = _HUNG.match(word) if word[0].isupper() else None
    if hung and len(hung[1]) > 1 and is_english(hung[2]):
        return (hung[1], 0), (hung[2], hung.start(2))
    return ((word, 0),)


def is_capital(text: str) -> bool:
    """Say whether a word could be part of a name by its letters: Kerry, EU, al-Assad, iPhone."""
    if len(text) < 3 or text[0].isupper():
        return text[:1].isupper() and text[-1] not in _NAMELESS_ENDS
    if not (text[0].islower() or text.isalpha()):
        return False
    return text[1].isupper() or bool(_ARTICLED.match(text))
