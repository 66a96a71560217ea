"""`compare`: the whole engine, step by step, and `recompare` for what a reader corrects afterwards."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

from tui.articles.article import Article, Side, Span
from tui.articles.revision import is_revision
from tui.compare.brief import write_brief
from tui.compare.comparison import (
    Brief,
    Comparison,
    Corrections,
    Link,
    Passage,
    Quote,
    Settings,
)
from tui.compare.details import find_carried, find_details
from tui.compare.details.pair import Pair
from tui.compare.figures import find_figures_and_dates
from tui.compare.given import SpanPair, links_of_spans
from tui.compare.links import Linking, link_pair
from tui.compare.links.understanding import understand
from tui.compare.mentions import gather_mentions
from tui.compare.names import find_families, find_names
from tui.compare.passages import find_headlines, form_passages
from tui.compare.quotations import find_marked, find_quotations
from tui.compare.reading import Date, Figure, Name, Quotation, Reading, Reference
from tui.compare.references import find_references
from tui.compare.relations import with_relations
from tui.compare.stages import Progress, Stages, Watch, let_through
from tui.system.shares import Tell

Show = Callable[[Comparison], None]
"""Shown a part of what will be found."""

_MANY = 400
"""Articles of more sentences together are worth a process each."""
_ReadBesides = tuple[tuple[Figure, ...], tuple[Date, ...], tuple[Quotation, ...], tuple[Reference, ...]]
"""What is read in an article besides its names."""


def read_articles(*articles: Article, stages: Stages | None = None) -> tuple[Reading, ...]:
    """Return what stands in each article, names read together so that one person has one name.

    With `stages` a fault costs its own piece and is told there; without, it comes through.
    """
    stages = stages if stages is not None else Stages(0, is_walled=False)
    nearby = next((article.published for article in articles if article.published is not None), None)
    nothing: tuple[Any, ...] = ()
    tell = partial(_tell_share, stages, _READING, 0.0, _NAMED)
    names = stages.run("finding names", (nothing,) * len(articles), find_names, articles, tell)

    def read(first: int, after: int) -> list[_ReadBesides]:
        return [_read(stages, articles, n, names[n], nearby) for n in range(first, after)]

    found = chain.from_iterable(stages.share(read, len(articles), 1 if _is_long(*articles) else len(articles)))
    return tuple(Reading(article, named, *more) for article, named, more in zip(articles, names, found, strict=True))


def _is_long(*articles: Article) -> bool:
    return sum(len(article.sentences) for article in articles) > _MANY


def _read(
    stages: Stages, articles: Sequence[Article], number: int, names: tuple[Name, ...], nearby: date | None
) -> _ReadBesides:
    """Return what stands in one of some articles."""

    def done(share: float) -> None:
        _tell_share(stages, _READING, _NAMED, _READ, (number + share) / len(articles))

    article = articles[number]
    nothing: tuple[Any, ...] = ()
    values = stages.run("finding figures and dates", (nothing, nothing), find_figures_and_dates, article, nearby)
    done(0.25)
    marked = stages.run("finding quotation marks", nothing, find_marked, article)
    references = stages.run("finding whom words stand for", nothing, _find_references, article, names, marked)
    done(0.75)
    quotations = stages.run("finding quotations", nothing, find_quotations, article, marked, names, references)
    done(1.0)
    return *values, quotations, references


def _find_references(article: Article, names: tuple[Name, ...], marked: tuple[Span, ...]) -> tuple[Reference, ...]:
    families = find_families(article, names)
    others = find_references(article, names, marked)
    starts = [family.start for family in families]

    def is_apart(other: Reference) -> bool:
        before = bisect_left(starts, other.end)  # no two families overlap, so that the last one reaches furthest
        return not before or families[before - 1].end <= other.start

    apart = filter(is_apart, others)
    return tuple(sorted((*families, *apart), key=lambda reference: reference.start))


def compare(
    left: Article,
    right: Article,
    settings: Settings = Settings(),
    corrections: Corrections = Corrections(),
    progress: Progress | None = None,
    given: Iterable[SpanPair] | None = None,
    watch: Watch | None = None,
    linked: Show | None = None,
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
    watch
        Ends a stage that takes too long; without one each may take as long as it does.
    linked
        Shown what is known once sentences are linked: a comparison of passages alone, related by their words.
    """
    stages = Stages(len(left.text) + len(right.text), progress, watch)

    def work() -> Comparison:
        stages.tell(_READING, 0.0)
        pair = Pair(*read_articles(left, right, stages=stages))
        by_hand = None if given is None else Linking(links_of_spans(left, right, given), False)
        linking = by_hand or _link(pair, settings, stages)
        return _assemble(pair, linking, settings, corrections, stages, by_hand is not None, linked)

    return let_through(work)


def recompare(
    comparison: Comparison,
    settings: Settings | None = None,
    corrections: Corrections = Corrections(),
    progress: Progress | None = None,
    watch: Watch | None = None,
    linked: Show | None = None,
) -> Comparison:
    """Return a comparison anew after the reader's corrections or settings changed, without reading the articles again.

    Parameters
    ----------
    comparison
        What `compare` or `recompare` returned; its own corrections are forgotten, those given here count.
    settings
        The settings wanted; none for those of `comparison`. Sentences are linked again only when another link
        threshold or sentence model is asked for, and never where the links were given.
    corrections, progress, watch, linked
        As for `compare`.
    """
    wanted = comparison.settings if settings is None else settings
    is_linked_anew = not comparison.links_given and _linked_by(wanted) != _linked_by(comparison.settings)
    gone = _ASSEMBLING | {_UNDERSTANDING, _LINKING, _CARRYING} if is_linked_anew else _ASSEMBLING
    kept = tuple(trouble for trouble in comparison.troubles if trouble.stage not in gone)
    stages = Stages(len(comparison.left.text) + len(comparison.right.text), progress, watch, kept)

    def work() -> Comparison:
        pair = Pair(*comparison.readings)
        linking = Linking(comparison.engine_links, comparison.may_be_strangers, comparison.model)
        if is_linked_anew:
            linking = _link(pair, wanted, stages)
        return _assemble(pair, linking, wanted, corrections, stages, comparison.links_given, linked)

    return let_through(work)


def _linked_by(settings: Settings) -> tuple[float | None, str | None]:
    return settings.link_threshold, settings.model


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


def _link(pair: Pair, settings: Settings, stages: Stages) -> Linking:
    one, two = pair.readings["left"], pair.readings["right"]
    understanding, begun = None, _READ
    if settings.model is not None:
        begun = _UNDERSTOOD
        stages.tell(_UNDERSTANDING, _READ)
        tell = partial(_tell_share, stages, _UNDERSTANDING, _READ, _UNDERSTOOD)
        understanding = stages.run(_UNDERSTANDING, None, understand, settings.model, one, two, tell)
    stages.tell(_LINKING, begun)
    tell = partial(_tell_share, stages, _LINKING, begun, _LINKED)

    def link(tell: Tell) -> Linking:
        return link_pair(one, two, settings, tell, understanding)

    if _is_long(one.article, two.article):
        here = _DETAILS, pair.read_ahead
        found = stages.run_meanwhile(_LINKING, Linking((), False), link, here, tell)
    else:
        found = stages.run(_LINKING, Linking((), False), link, tell)
    carried = stages.run(_CARRYING, (), find_carried, pair, found.near)
    return found._replace(links=tuple(sorted((*found.links, *carried), key=lambda link: (link.left, link.right))))


def _tell_share(stages: Stages, stage: str, begun: float, done: float, share: float) -> None:
    stages.tell(stage, begun + (done - begun) * share)


_READING, _UNDERSTANDING = "reading names and figures", "reading with the sentence model"
_NAMED, _READ, _UNDERSTOOD, _LINKED, _DETAILED = 0.2, 0.35, 0.5, 0.7, 0.95
"""The share of all work that is done by then, about."""
_LINKING, _CARRYING = "linking sentences", "looking for contradictions in what is nearly linked"
_PASSAGES, _DETAILS, _MENTIONS = "forming passages", "finding details", "gathering names"
_QUOTES, _REVISION, _BRIEF = "placing quotations", "telling versions of one text", "writing the brief"
_ASSEMBLING = frozenset({_PASSAGES, _DETAILS, _MENTIONS, _QUOTES, _REVISION, _BRIEF})


def _assemble(
    pair: Pair,
    linking: Linking,
    settings: Settings,
    corrections: Corrections,
    stages: Stages,
    links_given: bool,
    linked: Show | None,
) -> Comparison:
    one, two = readings = pair.readings["left"], pair.readings["right"]
    links = correct_links(linking.links, corrections, (len(one.article.sentences), len(two.article.sentences)))
    passages = stages.run(_PASSAGES, (), form_passages, links, find_headlines(one.article, two.article))
    if linked is not None:
        related = with_relations(passages, (), readings)
        linked(Comparison(one.article, two.article, readings, related, settings=settings, links_given=links_given))
    stages.tell(_DETAILS, _LINKED)
    tell = partial(_tell_share, stages, _DETAILS, _LINKED, _DETAILED)
    details = stages.run(_DETAILS, (), find_details, pair, passages, settings, progress=tell)
    passages = with_relations(passages, details, readings)
    stages.tell(_BRIEF, _DETAILED)
    mentions = stages.run(_MENTIONS, (), gather_mentions, one, two)
    quotes = stages.run(_QUOTES, (), _place_all_quotes, one, two, passages)
    revision = stages.run(_REVISION, False, is_revision, one.article.text, two.article.text)
    found = (readings, passages, details, mentions, quotes, revision)
    brief = stages.run(_BRIEF, Brief(), write_brief, *found)
    stages.tell("done", 1.0)
    return Comparison(
        one.article,
        two.article,
        readings,
        passages,
        details,
        mentions,
        quotes,
        brief,
        linking.links,
        settings,
        links_given,
        revision,
        stages.troubles,
        linking.may_be_strangers,
        linking.model,
    )


def _place_all_quotes(one: Reading, two: Reading, passages: tuple[Passage, ...]) -> tuple[Quote, ...]:
    return *_place_quotes("left", one, passages), *_place_quotes("right", two, passages)


def _place_quotes(side: Side, reading: Reading, passages: tuple[Passage, ...]) -> tuple[Quote, ...]:
    links = [(link, passage.number) for passage in passages for link in passage.links]
    ranked = sorted(links, key=lambda linked: linked[0].rank)  # "also" before "main", which counts more
    number_of = {link.left if side == "left" else link.right: number for link, number in ranked}
    starts = [sentence.start for sentence in reading.article.sentences]
    placed = []
    for quotation in reading.quotations:
        first = max(0, bisect_right(starts, quotation.start) - 1)
        inside = range(first, bisect_left(starts, quotation.end))
        passage = next((number_of[n] for n in inside if n in number_of), None)
        placed.append(Quote(side, quotation.start, quotation.end, quotation.speaker, passage))
    return tuple(placed)
