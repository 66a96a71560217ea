"""`find_details`: every search of this room over every passage, put in order."""

from collections.abc import Callable, Iterable

from tui.articles.article import SIDES, Article, Side, Span
from tui.compare.comparison import Detail, Passage, Settings
from tui.compare.details.actors import find_actor_details
from tui.compare.details.beside import find_details_beside
from tui.compare.details.claims import find_claim_details
from tui.compare.details.descriptions import find_description_details
from tui.compare.details.fates import find_fate_details
from tui.compare.details.found import Found
from tui.compare.details.ground import Ground, Pair, find_partners, make_ground, read_told
from tui.compare.details.groups import group_names
from tui.compare.details.located import find_located_details
from tui.compare.details.lone_names import find_lone_name_details
from tui.compare.details.naming import find_name_details
from tui.compare.details.numbers import find_number_details
from tui.compare.details.parts import Parts, read_parts
from tui.compare.details.posts import find_post_details
from tui.compare.details.quoting import find_quote_details
from tui.compare.details.sourcing import find_source_details, read_sources
from tui.compare.details.unnamed import find_unnamed_details
from tui.compare.details.wording import find_wording_details
from tui.compare.reading import Reading

Search = Callable[[Ground], Iterable[Found]]

SEARCHES: tuple[Search, ...] = (
    find_number_details,
    find_details_beside,
    find_name_details,
    find_source_details,
    find_quote_details,
    find_claim_details,
    find_description_details,
    find_fate_details,
    find_unnamed_details,
    find_actor_details,
    find_located_details,
    find_post_details,
)
"""What is looked for in every passage; where two find the same, the earlier one stands."""


def find_details(
    left: Reading, right: Reading, passages: tuple[Passage, ...], settings: Settings
) -> tuple[Detail, ...]:
    """Return the details of a pair, passage by passage in the order of the left text.

    Parameters
    ----------
    left, right
        What stands in the two articles.
    passages
        The passages whose links are looked into.
    settings
        `wording_threshold` tells how alike sentences must be for word-level differences.
    """
    sentences: dict[Side, tuple[Parts, ...]] = {"left": read_parts(left), "right": read_parts(right)}
    sources = {side: read_sources(parts) for side, parts in sentences.items()}
    groups = {parts: group_names(parts) for side in SIDES for parts in sentences[side]}
    scores = {(link.left, link.right): link.score for passage in passages for link in passage.links}
    readings: dict[Side, Reading] = {"left": left, "right": right}
    told = {
        side: read_told(readings[side], sentences[side], (g for p in sentences[side] for g in groups[p]))
        for side in SIDES
    }
    pair = Pair(readings, sentences, sources, groups, told, find_partners(passages), scores)
    details: list[Detail] = []
    seen = set[tuple[str, Span | None, Span | None]]()
    for passage in passages:
        if _says(left.article, passage.left) == _says(right.article, passage.right):
            continue
        ground = make_ground(pair, passage)
        found = _without_doubles(one for search in SEARCHES for one in search(ground))
        found.extend(find_lone_name_details(ground, found))
        found.extend(find_wording_details(ground, settings.wording_threshold, found))
        for one in sorted(_without_doubles(found), key=_place):
            lone = (one.kind, one.left, one.right)
            if one.left and one.right:
                details.append(_detail(passage, one))
            elif lone not in seen:  # a sentence may stand in two passages; what it alone says is one detail
                seen.add(lone)
                details.append(_detail(passage, one))
    return tuple(details)


def _says(article: Article, sentences: tuple[int, ...]) -> list[str]:
    """Return the sentences' texts: a passage that is the same on both sides holds no detail."""
    return [article.slice(article.sentences[number]) for number in sentences]


def _without_doubles(found: Iterable[Found]) -> list[Found]:
    """Return what was found, without what another search had found at the same words before."""
    kept: dict[tuple[object, object], Found] = {}
    for one in found:
        kept.setdefault((one.left, one.right), one)
    return list(kept.values())


def _place(one: Found) -> tuple[int, int, int, int]:
    last = 1 << 60
    return (
        one.left_sentence,
        one.left.start if one.left else last,
        one.right_sentence,
        one.right.start if one.right else last,
    )


def _detail(passage: Passage, found: Found) -> Detail:
    return Detail(
        passage.number,
        found.left_sentence,
        found.right_sentence,
        found.kind,
        found.left,
        found.right,
        found.conflict,
        found.summary,
        found.why,
    )
