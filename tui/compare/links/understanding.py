"""What a sentence model makes of both articles of a pair: read once, before the sentences are linked."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.articles.furniture import told_span
from tui.compare.comparison import UsedModel
from tui.compare.links.profiles import tokenize_pair
from tui.compare.reading import Reading
from tui.compare.sentence_model import SentenceModel, open_model
from tui.compare.tokens import Token

if TYPE_CHECKING:
    from tui.compare.vectors import Vectors

_TOLD_EVERY = 50


class UnderstoodSide(NamedTuple):
    """What the sentences of one article mean, and their words in them; vectors of length 1, or 0 for nothing known."""

    wholes: "Vectors"
    """A row a sentence."""
    words: "Vectors"
    """A row for each word but stop words, at half precision."""
    row_of: Mapping[int, int]
    """The row of the word that begins at an offset of the text."""


class Understanding(NamedTuple):
    """What a model makes of a pair."""

    used: UsedModel
    left: UnderstoodSide
    right: UnderstoodSide


def understand(
    path: str, left: Reading, right: Reading, progress: Callable[[float], object] | None = None
) -> Understanding:
    """Return what the sentence model at a path makes of two articles.

    `progress` is called now and then with the share of the work done, 0 to 1; what it raises stops the work.

    Raises
    ------
    ModelError
        If there is no such model, or it cannot be run.
    """
    model = open_model(path)
    counted = _count(len(left.article.sentences) + len(right.article.sentences), progress)
    sides = [
        _understand_side(model, side, rows, counted)
        for side, rows in zip((left, right), tokenize_pair(left, right), strict=True)
    ]
    return Understanding(model.used, *sides)


def _count(number: int, progress: Callable[[float], object] | None) -> Iterator[None]:
    for done in range(number):
        if progress and done % _TOLD_EVERY == 0:
            progress(done / number)
        yield


def _understand_side(
    model: SentenceModel, side: Reading, rows: list[tuple[Token, ...]], counted: Iterator[None]
) -> UnderstoodSide:
    import numpy as np

    wholes, words = [], []
    row_of: dict[int, int] = {}
    text, size = side.article.text, model.size
    for sentence, tokens, _ in zip(side.article.sentences, rows, counted, strict=False):
        start, end = told_span(text, sentence)
        wanted = [token for token in tokens if not token.is_stop]
        if not wanted:
            wholes.append(np.zeros((1, size), dtype=np.float32))
            continue
        read = model.read(text[start:end], [(token.start - start, token.end - start) for token in wanted])
        wholes.append(read.whole)
        row_of |= {token.start: len(row_of) + n for n, token in enumerate(wanted)}
        words.append(read.words.astype(np.float16))
    empty = np.zeros((0, size), dtype=np.float32)
    return UnderstoodSide(np.concatenate([empty, *wholes]), np.concatenate([empty.astype(np.float16), *words]), row_of)
