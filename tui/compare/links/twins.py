"""Sentences that stand word for word in both articles.

Two versions of one text hold many. There a sentence's twin is all that it faces: whatever else resembles it has a twin
of its own, and to compare the two would tell the reader of differences that are none.
"""

import re
from collections import defaultdict

from tui.articles.article import Article
from tui.articles.furniture import FURNITURE
from tui.compare.comparison import Link, Reason

_WORD = re.compile(r"\w+(?:[.,]\d+)*")


def find_twins(left: Article, right: Article) -> dict[int, int]:
    """Return the right sentence that says the same in the same words, by left sentence.

    Case, quotation marks and other punctuation do not count. Where a sentence stands several times in an article, the
    first faces the first of the other side, the second the second.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(_sentence_words(right)):
        places[words].append(number)
    twins, used = {}, dict.fromkeys(places, 0)
    for number, words in enumerate(_sentence_words(left)):
        if words and used.get(words, 0) < len(places.get(words, ())):
            twins[number] = places[words][used[words]]
            used[words] += 1
    return twins


def keep_twins(links: list[Link], twins: dict[int, int], left: Article) -> list[Link]:
    """Return `links` with one between all twins, and no other link of a sentence that has a twin."""
    taken = set(twins.values())
    kept = [link for link in links if link.left not in twins and link.right not in taken]
    return [*kept, *(Link(one, other, 1.0, (_reason(left, one),)) for one, other in twins.items())]


def _reason(article: Article, number: int) -> Reason:
    return Reason("words", " ".join(article.slice(article.sentences[number]).split()[:8]), 1.0)


def _sentence_words(article: Article) -> list[tuple[str, ...]]:
    return [
        () if sentence.kind in FURNITURE else tuple(_WORD.findall(article.slice(sentence).casefold()))
        for sentence in article.sentences
    ]
