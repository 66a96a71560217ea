"""Vectors of words: numbers that lie near each other where words mean nearly the same.

The table beside this file holds a vector for each of 30,522 pieces of English words; a word that is no piece itself is
cut in pieces and has their sum. NumPy and the table are loaded when the first vector is asked for, and the table stays
on disk but for the rows that are used.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    """One row a word, each of length 1 (of length 0 for a word that nothing is known of)."""

_HERE = Path(__file__).parent
_LONGEST_WORD = 60
_AT_ONCE = 4096
"""So many words are looked up at a time, which bounds the memory it takes."""


def vectors_of(words: Sequence[str]) -> "Vectors":
    """Return a row for each word, of length 1: the product of two rows is how near the words are, -1 to 1.

    Words are taken as they are written, in any case, without the blanks and punctuation around them.
    """
    import numpy as np

    table = _table()
    rows = np.zeros((len(words), table.shape[1]), dtype=np.float32)
    cut = [cut_word(word.lower()) for word in words]
    for nth in range(max(map(len, cut), default=0)):
        at = [n for n, pieces in enumerate(cut) if len(pieces) > nth]
        for first in range(0, len(at), _AT_ONCE):
            here = at[first : first + _AT_ONCE]
            rows[here] += table[[cut[n][nth] for n in here]]
    return unit_rows(rows)


class Vocabulary:
    """The vectors of words, each looked up once: those expected all together."""

    def __init__(self, expected: Iterable[str]) -> None:
        self._rows: dict[str | None, int] = {None: 0}
        self.table = vectors_of([""])
        self._look_up(expected)

    def _look_up(self, words: Iterable[str]) -> None:
        import numpy as np

        new = [word for word in dict.fromkeys(words) if word not in self._rows]
        self._rows.update(zip(new, range(len(self._rows), len(self._rows) + len(new)), strict=True))
        self.table = np.concatenate([self.table, vectors_of(new)])

    def vectors_of(self, words: Sequence[str | None]) -> "Vectors":
        """Return a row for each word as the function of this name does, one of length 0 for none."""
        rows = self.rows_of(words)
        return self.table[rows]

    def rows_of(self, words: Sequence[str | None]) -> list[int]:
        """Return where in the table the vector of each word stands."""
        try:
            return [self._rows[word] for word in words]
        except KeyError:
            self._look_up(word for word in words if word is not None)
            return [self._rows[word] for word in words]


def unit_rows(rows: "Vectors") -> "Vectors":
    """Return the rows at length 1, those of length 0 as they are."""
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-6), dtype=np.float32)


def meanings_of(texts: Sequence[Sequence[str]]) -> "Vectors":
    """Return a row for each text, given as its words: the sum of what they mean, rare words more than common ones."""
    import numpy as np

    table = _table()
    rows = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
    for at, words in enumerate(texts):
        pieces = [piece for word in words for piece in cut_word(word.lower())]
        rows[at] = table[pieces].sum(axis=0, dtype=np.float32)
    return rows


def nearness(word: str, other: str) -> float:
    """Return how near two words are, -1 to 1.

    Examples
    --------
    >>> nearness("lawyer", "attorney") > nearness("lawyer", "weather")
    True
    """
    one, two = vectors_of((word, other))
    return float(one @ two)


@lru_cache(maxsize=1 << 15)
def cut_word(word: str) -> tuple[int, ...]:
    """Return the rows of the longest pieces that make up a word in lower case, none where something is left over.

    The greedy longest-match-first cutter of WordPiece (Wu and others, 2016).
    """
    pieces = _pieces()
    row = pieces.get(word)
    if row is not None:
        return (row,)
    rest = word[:_LONGEST_WORD]
    if not rest.isascii():
        rest = "".join([c for c in unicodedata.normalize("NFD", rest) if not unicodedata.combining(c)])
    found: list[int] = []
    mark = ""
    while rest:
        piece, least = mark + rest, len(mark) + 1
        row = pieces.get(piece)
        while row is None and len(piece) > least:
            piece = piece[:-1]
            row = pieces.get(piece)
        if row is None:
            return ()
        found.append(row)
        rest, mark = rest[len(piece) - len(mark) :], "##"
    return tuple(found)


@cache
def _pieces() -> dict[str, int]:
    """Return the row of each word piece."""
    lines = (_HERE / "word_pieces.txt").read_text(encoding="utf-8").split("\n")
    first = next(n for n, line in enumerate(lines) if not line.startswith("# "))
    pieces = lines[first:-1]
    return dict(zip(pieces, range(len(pieces)), strict=True))


@cache
def _table() -> "NDArray[np.int8]":
    import numpy as np

    # As a plain array: each row of a `memmap` would be one again.
    table: NDArray[np.int8] = np.load(_HERE / "word_vectors.npy", mmap_mode="r").view(np.ndarray)
    return table
