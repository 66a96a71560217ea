"""Figures and dates with their values."""

from tui.articles.article import Article
from tui.compare.figures import find
from tui.compare.figures.dates import find_dates
from tui.compare.reading import Date, Figure

__all__ = ["find_dates", "find_figures"]


def find_figures(article: Article, dates: tuple[Date, ...] | None = None) -> tuple[Figure, ...]:
    """Return the figures of an article in the order of its text.

    Parameters
    ----------
    article
        The article.
    dates
        Its dates, where they are known already; their numbers are no figures.
    """
    return find.find_figures(article, find_dates(article) if dates is None else dates)
