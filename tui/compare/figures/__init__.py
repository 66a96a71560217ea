"""Figures and dates with their values."""

from tui.articles.article import Article
from tui.compare.reading import Date, Figure


def find_figures(article: Article) -> tuple[Figure, ...]:
    """Return the figures of an article in the order of its text."""
    return ()


def find_dates(article: Article) -> tuple[Date, ...]:
    """Return the dates of an article in the order of its text."""
    return ()
