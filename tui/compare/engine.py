"""`compare`: the whole engine, step by step."""

from tui.articles.article import Article, Side
from tui.compare.brief import write_brief
from tui.compare.comparison import Comparison, Corrections, Passage, Quote, Settings
from tui.compare.details import find_details
from tui.compare.figures import find_dates, find_figures
from tui.compare.links import link_sentences
from tui.compare.mentions import gather_mentions
from tui.compare.names import find_names
from tui.compare.passages import form_passages
from tui.compare.quotations import find_quotations
from tui.compare.reading import Reading


def read_articles(*articles: Article) -> tuple[Reading, ...]:
    """Return what stands in each article, names read together so that one person has one name."""
    return tuple(
        Reading(article, names, find_figures(article), find_dates(article), find_quotations(article, names))
        for article, names in zip(articles, find_names(articles), strict=True)
    )


def compare(
    left: Article, right: Article, settings: Settings = Settings(), corrections: Corrections = Corrections()
) -> Comparison:
    """Return the comparison of two articles.

    Parameters
    ----------
    left, right
        The articles; either may be empty.
    settings
        What the user may set of the engine.
    corrections
        Links made or cut by hand, kept whatever the engine thinks.
    """
    one, two = read_articles(left, right)
    links = link_sentences(one, two, settings)
    passages = form_passages(one, two, links)
    details = find_details(one, two, passages, settings)
    mentions = gather_mentions(one, two)
    quotes = (*_place_quotes("left", one, passages), *_place_quotes("right", two, passages))
    brief = write_brief((one, two), passages, details, mentions, quotes)
    return Comparison(left, right, (one, two), passages, details, mentions, quotes, brief)


def _place_quotes(side: Side, reading: Reading, passages: tuple[Passage, ...]) -> tuple[Quote, ...]:
    number_of = {n: p.number for p in passages for n in (p.left if side == "left" else p.right)}
    placed = []
    for quotation in reading.quotations:
        inside = [n for n, s in enumerate(reading.article.sentences) if s.span.overlaps(quotation.span)]
        passage = next((number_of[n] for n in inside if n in number_of), None)
        placed.append(Quote(side, quotation.start, quotation.end, quotation.speaker, passage))
    return tuple(placed)
