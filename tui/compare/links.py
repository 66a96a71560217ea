"""Which left sentence shares a claim with which right sentence."""

import math
import re
from collections import Counter

from snowballstemmer import stemmer

from tui.articles.article import Article
from tui.compare.comparison import Link, Settings
from tui.compare.reading import Reading

_WORD = re.compile(r"\w+")
_STEMMER = stemmer("english")


def _bags(article: Article) -> list[Counter[str]]:
    return [
        Counter(_STEMMER.stemWords(_WORD.findall(article.slice(sentence).lower()))) for sentence in article.sentences
    ]


def link_sentences(left: Reading, right: Reading, settings: Settings) -> tuple[Link, ...]:
    """Return the links between two articles by TF-IDF cosine over stems, ordered by left and right sentence."""
    bags = _bags(left.article), _bags(right.article)
    spread = Counter(word for side in bags for bag in side for word in bag)
    total = len(bags[0]) + len(bags[1])
    weight = {word: math.log((total + 1) / count) for word, count in spread.items()}
    vectors = [[{w: n * weight[w] for w, n in bag.items()} for bag in side] for side in bags]
    lengths = [[math.sqrt(sum(v * v for v in vector.values())) or 1.0 for vector in side] for side in vectors]
    found = []
    for i, a in enumerate(vectors[0]):
        for j, b in enumerate(vectors[1]):
            score = sum(v * b.get(w, 0.0) for w, v in a.items()) / (lengths[0][i] * lengths[1][j])
            if score >= (settings.link_threshold or 0.22):
                found.append(Link(i, j, round(score, 3)))
    return tuple(found)
