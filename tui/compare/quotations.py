"""Direct quotations and who says them."""

from tui.articles.article import Article
from tui.compare.reading import Name, Quotation


def find_quotations(article: Article, names: tuple[Name, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of an article in the order of its text, with speakers taken from `names`."""
    return ()
