"""`compare`: the whole engine, step by step, and `recompare` for what a reader corrects afterwards."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from tui.articles.article import Article, Side
from tui.articles.revision import is_revision
from tui.compare.brief import write_brief
from tui.compare.comparison import (
    Comparison,
    Corrections,
    Link,
    Passage,
    Quote,
    Settings,
)
from tui.compare.details import find_details
from tui.compare.figures import find_figures_and_dates
from tui.compare.given import SpanPair, links_of_spans
from tui.compare.links import link_sentences
from tui.compare.mentions import gather_mentions
from tui.compare.names import find_names
from tui.compare.passages import form_passages, with_relations
from tui.compare.quotations import find_marked, find_quotations
from tui.compare.reading import Reading
from tui.compare.references import find_references

Progress = Callable[[str, float], None]
"""Called with the name of the stage that begins or goes on and the share of the work done, 0 to 1.

What it raises stops the engine and comes through.
"""


def read_articles(*articles: Article) -> tuple[Reading, ...]:
    """Return what stands in each article, names read together so that one person has one name."""
    readings = []
    nearby = next((article.published for article in articles if article.published is not None), None)
    for article, names in zip(articles, find_names(articles), strict=True):
        figures, dates = find_figures_and_dates(article, nearby)
        marked = find_marked(article)
        references = find_references(article, names, marked)
        quotations = find_quotations(article, marked, names, references)
        readings.append(Reading(article, names, figures, dates, quotations, references))
    return tuple(readings)


def compare(
    left: Article,
    right: Article,
    settings: Settings = Settings(),
    corrections: Corrections = Corrections(),
    progress: Progress | None = None,
    given: Iterable[SpanPair] | None = None,
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
    progress
        Told which stage begins and how much is done; it may raise to stop the work, and what it raises comes through.
    given
        Spans of both texts that say the same, used in place of the engine's own links; none to look for them.
    """
    tell = progress or _tell_nobody
    tell("reading names and figures", 0.0)
    one, two = read_articles(left, right)
    links = _link(one, two, settings, tell) if given is None else links_of_spans(left, right, given)
    return _assemble((one, two), links, settings, corrections, tell, given is not None)


def recompare(
    comparison: Comparison,
    settings: Settings | None = None,
    corrections: Corrections = Corrections(),
    progress: Progress | None = None,
) -> Comparison:
    """Return a comparison anew after the reader's corrections or settings changed, without reading the articles again.

    Parameters
    ----------
    comparison
        What `compare` or `recompare` returned; its own corrections are forgotten, those given here count.
    settings
        The settings wanted; none for those of `comparison`. Sentences are linked again only when another link
        threshold is asked for, and never where the links were given.
    corrections, progress
        As for `compare`.
    """
    tell = progress or _tell_nobody
    settings = comparison.settings if settings is None else settings
    links = comparison.engine_links
    if settings.link_threshold != comparison.settings.link_threshold and not comparison.links_given:
        links = _link(*comparison.readings, settings, tell)
    return _assemble(comparison.readings, links, settings, corrections, tell, comparison.links_given)


def correct_links(links: tuple[Link, ...], corrections: Corrections, sizes: tuple[int, int]) -> tuple[Link, ...]:
    """Return the engine's links with those cut by hand left out and those made by hand put in.

    A link made by hand scores 1. A correction that names a sentence the articles do not have is passed over:
    the text may have changed since it was made. A pair both made and cut counts as made.
    """
    kept = {(o.left, o.right): o for o in links if (o.left, o.right) not in corrections.unlinked}
    for left, right in corrections.linked:
        if 0 <= left < sizes[0] and 0 <= right < sizes[1]:
            reasons = kept[left, right].reasons if (left, right) in kept else ()
            kept[left, right] = Link(left, right, 1.0, reasons, by_hand=True)
    return tuple(kept[pair] for pair in sorted(kept))


def _link(one: Reading, two: Reading, settings: Settings, tell: Progress) -> tuple[Link, ...]:
    tell("linking sentences", 0.4)
    return link_sentences(one, two, settings, lambda share: tell("linking sentences", 0.4 + 0.4 * share))


def _assemble(
    readings: tuple[Reading, Reading],
    engine_links: tuple[Link, ...],
    settings: Settings,
    corrections: Corrections,
    tell: Progress,
    links_given: bool,
) -> Comparison:
    one, two = readings
    links = correct_links(engine_links, corrections, (len(one.article.sentences), len(two.article.sentences)))
    passages = form_passages(one, two, links)
    tell("finding details", 0.8)
    details = find_details(one, two, passages, settings)
    passages = with_relations(passages, details)
    tell("writing the brief", 0.95)
    mentions = gather_mentions(one, two)
    quotes = (*_place_quotes("left", one, passages), *_place_quotes("right", two, passages))
    revision = is_revision(one.article.text, two.article.text)
    brief = write_brief(readings, passages, details, mentions, quotes, revision)
    tell("done", 1.0)
    return Comparison(
        one.article,
        two.article,
        readings,
        passages,
        details,
        mentions,
        quotes,
        brief,
        engine_links,
        settings,
        links_given,
        revision,
    )


def _tell_nobody(stage: str, share: float) -> None:
    pass


def _place_quotes(side: Side, reading: Reading, passages: tuple[Passage, ...]) -> tuple[Quote, ...]:
    number_of = {n: p.number for p in passages for n in (p.left if side == "left" else p.right)}
    starts = [sentence.start for sentence in reading.article.sentences]
    placed = []
    for quotation in reading.quotations:
        first = max(0, bisect_right(starts, quotation.start) - 1)
        inside = range(first, bisect_left(starts, quotation.end))
        passage = next((number_of[n] for n in inside if n in number_of), None)
        placed.append(Quote(side, quotation.start, quotation.end, quotation.speaker, passage))
    return tuple(placed)
