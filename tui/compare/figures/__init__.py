"""Figures and dates with their values."""

from datetime import date

from tui.articles.article import Article
from tui.compare.figures.dates.finding import DateFinder
from tui.compare.figures.find import find_in
from tui.compare.figures.words import read_words
from tui.compare.reading import Date, Figure


def find_figures_and_dates(article: Article, nearby: date | None = None) -> tuple[tuple[Figure, ...], tuple[Date, ...]]:
    """Return the figures and the dates of an article, each in the order of its text.

    Figures do not overlap one another, nor do dates; a duration may lie inside a date ("two years" in "two years
    ago").

    Parameters
    ----------
    article
        The article. Relative dates are resolved against `article.published`; without it they are left open.
    nearby
        A date near which the article was written, where its own is not known: that of another article about the
        same event. It tells the year of "May 12" and no more.
    """
    figures: list[Figure] = []
    dates: list[Date] = []
    finder = DateFinder(article.published, nearby)
    for words in read_words(article):
        here = finder.find_in(words)
        dates += here
        figures += find_in(words, here)
    return tuple(figures), tuple(dates)


def find_figures(article: Article) -> tuple[Figure, ...]:
    """Return the figures of an article in the order of its text."""
    return find_figures_and_dates(article)[0]


def find_dates(article: Article) -> tuple[Date, ...]:
    """Return the dates of an article in the order of its text."""
    return find_figures_and_dates(article)[1]
