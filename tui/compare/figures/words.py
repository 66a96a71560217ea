"""A paragraph as words, numbers and signs, so that phrases can be looked up in tables instead of searched for.

Everything that finds figures and dates walks over these; each is read once and in one direction, so that no text,
however hostile, takes more than linear time.
"""

import re
from collections.abc import Iterator

from tui.articles.article import Article, Span

_PIECE = re.compile(
    r"""(?=\S)(?:
      (?P<word>(?=[^\W\d_])(?![¼½¾⅐-⅞]|(?:https?://|www\.)\S)(?:
          (?:[^\W\d_]\.){2,}                                   # U.S. and p.m.
        | [^\W\d_]+(?:['’][^\W\d_]+)* ))
    | (?P<web>(?:https?://|www\.)\S+)
    | (?P<number>
          \d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?          # 1,234,567.89 and 12,34,567
        | \d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?  # 1 234 567.89 with thin or fixed blanks
        | (?<!uary[ ])(?<!arch[ ])(?<!pril[ ])(?<!May[ ])(?<!June[ ])(?<!July[ ])(?<!ugust[ ])(?<!ber[ ])(?<!\.[ ])
          [1-9]\d{0,2}(?:[ ]\d{3}){1,3}(?=[ ][a-z])                 # 816 000 homes, but not May 12 300 people
        | \d{1,3}(?:[ ],[ ]\d{3})+(?!\d)                           # 1 , 118 and 59 . 2 in text cut into tokens
        | [1-9]\d{0,2}(?:[ ]\d{3}){2,3}(?![ ]?\d|[.,]\d)             # 1 414 021 100
        | (?<=[$£€])\d{1,3}(?:[ ]\d{3}){1,3}(?![\d,.]\d)           # €45 300
        | \d{1,3}(?:\.\d{3}){2,}(?![.\d]) | \d{1,3}(?:['’]\d{3})+(?!\d)  # 1.200.000, 1'250'000
        | 0,\d{1,2}(?![\d,]) | \d{1,3},\d{1,2}                       # 0,8 and 1,2 million
          (?=[ \u00a0]?(?:(?:million|billion|trillion|per[ ]cent|percent|bn|tons?|euros?|[kc]?m|kg|litres?|liters?)\b
                          |%|tonnes|kilomet|kilogram|metres|meters|degrees|hectares))
        | \d{1,3}[ ]\.[ ]\d+(?![ ]?[.,/]?\d)
        | \d+(?:\.\d+)?(?:[eE][+-]?\d{1,2}\b)?
        | (?<![\w.)])\.\d+ )                                   # .534
    | (?P<part>[¼½¾⅐-⅞])
    | (?P<sign>\S))
    """,
    re.VERBOSE,
)
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_DASHES = dict.fromkeys("‐‑‒–—−", "-") | {"’": "'"}
_GROUPING = dict.fromkeys(map(ord, ", '’\u00a0\u2009\u202f"))
MAX_DIGITS = 40
"""A longer run of digits is no figure that a person could read."""


class Words:
    """The words, numbers and signs of one paragraph, side by side in lists of the same length.

    Every list ends with a few empty words, so that looking a little ahead needs no care; index -1 and below reach
    those too.
    """

    __slots__ = ("ends", "kinds", "low", "raw", "size", "starts")

    def __init__(self, text: str, span: Span) -> None:
        raws: list[str] = []
        kinds: list[str] = []
        lows: list[str] = []
        starts: list[int] = []
        for piece in _PIECE.finditer(text, span.start, span.end):
            raw = piece[0]
            kind, low = _seen.get(raw) or _see(raw, piece.lastgroup or "")
            raws.append(raw)
            kinds.append(kind)
            lows.append(low)
            starts.append(piece.start())
        self.size = len(raws)
        past = [span.end + 1] * len(_NOTHING)
        self.starts = starts + past
        self.ends = [start + len(raw) for start, raw in zip(starts, raws, strict=True)] + past
        self.raw = raws + _NOTHING
        self.kinds = kinds + _NOTHING
        """`number`, `part` (a fraction sign), `word`, `sign`, or `web` (an address); empty past the end."""
        self.low = lows + _NOTHING
        """Lower case, apostrophes straight, every dash a hyphen, dots within an abbreviation gone."""

    def touches(self, at: int) -> bool:
        """Say whether the word at `at` follows the one before it without a blank."""
        return at > 0 and self.starts[at] == self.ends[at - 1]

    def joins(self, at: int) -> bool:
        """Say whether a hyphen at `at` joins the word after it to what stands before: "five-page"."""
        return self.low[at] == "-" and self.touches(at) and self.touches(at + 1) and self.kinds[at + 1] == "word"

    def number(self, at: int) -> float | None:
        """Return the value of the number written in digits at `at`, or none."""
        raw = self.raw[at]
        if self.kinds[at] != "number" or len(raw) > MAX_DIGITS:
            return None
        if _DECIMAL_COMMA.fullmatch(raw):
            return float(raw.replace(",", "."))
        plain = raw.translate(_GROUPING)
        return float(plain.replace(".", "") if plain.count(".") > 1 else plain)

    def is_capital(self, at: int) -> bool:
        """Say whether the word at `at` begins with a capital letter."""
        return self.kinds[at] == "word" and self.raw[at][0].isupper()

    def opens(self, at: int) -> bool:
        """Say whether a sentence, a quotation or a clause after a colon or dash begins at `at`."""
        return at == 0 or (self.low[at - 1] in _OPENERS and not (self.low[at - 1] == "-" and self.touches(at)))


_NOTHING = [""] * 8
_OPENERS = frozenset('.!?:;"“”‘(-|•')


_seen: dict[str, tuple[str, str]] = {}
"""The kind of each piece met, and how it is looked up in tables: all that hangs on nothing around it."""
_MOST_KEPT = 1 << 16


def _see(raw: str, kind: str) -> tuple[str, str]:
    if len(_seen) > _MOST_KEPT:
        _seen.clear()
    low = raw.lower().replace("’", "'").replace(".", "") if kind == "word" else _DASHES.get(raw, raw)
    _seen[raw] = kind, low
    return kind, low


def read_words(article: Article) -> Iterator[Words]:
    """Yield the words of each paragraph of `article`; an article without paragraphs is one."""
    for span in article.paragraphs or (Span(0, len(article.text)),):
        yield Words(article.text, span)
