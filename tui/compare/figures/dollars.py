"""Whose dollar a bare "$" stands for."""

import re

from tui.articles.article import Article
from tui.compare.figures.word_lists import word_list

_CAPITALISED = re.compile(r"[A-Z][a-z]+")


def bare_dollar(*articles: Article) -> str:
    """Return the unit of a bare "$" in articles read together.

    It is the dollar of the United States, unless one of them speaks of a country that has another: then it is open
    which one is meant, and the unit is just "dollar".
    """
    others = word_list("other dollars")
    spoken = (word.lower() for article in articles for word in _CAPITALISED.findall(article.text))
    return "US dollar" if others.isdisjoint(spoken) else "dollar"
