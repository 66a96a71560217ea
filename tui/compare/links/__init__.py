"""Which left sentence shares a claim with which right sentence."""

import math
from collections import Counter

from tui.articles.article import Article
from tui.compare.comparison import Link, Reason, Settings
from tui.compare.links.rarity import weigh_stems
from tui.compare.reading import Reading
from tui.compare.tokens import Token, plain_words, tokenize

_THRESHOLD = 0.15
_NAMED_REASONS = 5


def link_sentences(left: Reading, right: Reading, settings: Settings) -> tuple[Link, ...]:
    """Return the links between two articles, ordered by left and then right sentence."""
    joined = plain_words(left.article.text) | plain_words(right.article.text)
    rows = [_sentences(side.article, joined) for side in (left, right)]
    weights = weigh_stems({t.stem for t in tokens} for side in rows for tokens in side)
    vectors = [
        [{stem: n * weights[stem] for stem, n in Counter(t.stem for t in tokens).items()} for tokens in side]
        for side in rows
    ]
    lengths = [[math.sqrt(sum(v * v for v in vector.values())) or 1.0 for vector in side] for side in vectors]
    threshold = _THRESHOLD if settings.link_threshold is None else settings.link_threshold
    found = []
    for i, a in enumerate(vectors[0]):
        for j, b in enumerate(vectors[1]):
            shared = {stem: value * b[stem] for stem, value in a.items() if stem in b}
            score = sum(shared.values()) / (lengths[0][i] * lengths[1][j])
            if score >= threshold and len(shared) > 1:
                found.append(Link(i, j, round(min(score, 1.0), 3), (_word_reason(rows[0][i], shared, score),)))
    return tuple(found)


def _sentences(article: Article, joined: frozenset[str]) -> list[list[Token]]:
    return [[t for t in tokenize(article.text, s.start, s.end, joined) if not t.is_stop] for s in article.sentences]


def _word_reason(tokens: list[Token], shared: dict[str, float], score: float) -> Reason:
    words = {t.stem: t.word for t in tokens}
    strongest = sorted(shared, key=lambda stem: -shared[stem])[:_NAMED_REASONS]
    return Reason("words", ", ".join(words[stem] for stem in strongest), score)
