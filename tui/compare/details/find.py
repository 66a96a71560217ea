"""`find_details`: candidates, their evidence, the weights, and what is shown of them, put in order."""

from collections.abc import Callable, Iterable

from tui.articles.article import SIDES, Article, Side, Span
from tui.compare.comparison import Detail, Passage, Settings
from tui.compare.details.actors import find_actor_details
from tui.compare.details.beside import find_details_beside
from tui.compare.details.candidates import Candidate, add_found, find_candidates
from tui.compare.details.claims import find_claim_details
from tui.compare.details.descriptions import find_description_details
from tui.compare.details.fates import find_fate_details
from tui.compare.details.field import Field
from tui.compare.details.found import Found
from tui.compare.details.ground import Ground, Pair, find_partners, make_ground, read_told
from tui.compare.details.groups import group_names
from tui.compare.details.judging import judge, thresholds
from tui.compare.details.located import find_located_details
from tui.compare.details.lone_names import find_lone_name_details
from tui.compare.details.naming import find_name_details
from tui.compare.details.numbers import find_number_details
from tui.compare.details.parts import Parts, read_parts
from tui.compare.details.posts import find_post_details
from tui.compare.details.quoting import find_quote_details
from tui.compare.details.selecting import select
from tui.compare.details.sourcing import find_source_details, read_sources
from tui.compare.details.telling import detail_of
from tui.compare.details.unnamed import find_unnamed_details
from tui.compare.details.wording import find_wording_details
from tui.compare.reading import Reading
from tui.compare.units.read import read_units

Search = Callable[[Ground], Iterable[Found]]

SEARCHES: dict[str, Search] = {
    "values": find_number_details,
    "beside": find_details_beside,
    "names": find_name_details,
    "sources": find_source_details,
    "quotes": find_quote_details,
    "claims": find_claim_details,
    "descriptions": find_description_details,
    "fates": find_fate_details,
    "unnamed": find_unnamed_details,
    "actors": find_actor_details,
    "located": find_located_details,
    "posts": find_post_details,
}
"""What is looked for in every passage beside the candidates: what a search finds is evidence."""


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
        `level` tells how many are shown, `wording_threshold` how alike sentences must be for word-level differences.
    """
    field = lay_field(left, right, passages)
    verdicts = judge(field, judged_candidates(field, passages))
    importance = {candidate: verdict.importance for candidate, verdict in verdicts.items()}
    chosen = select(importance, thresholds()[settings.level])
    details = [detail_of(field, candidate, verdicts[candidate]) for candidate in chosen]
    details.extend(_wording(field, passages, settings, details))
    return tuple(sorted(details, key=_place))


def lay_field(left: Reading, right: Reading, passages: tuple[Passage, ...]) -> Field:
    """Return both articles laid out for their details."""
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
    units = {side: read_units(readings[side], sentences[side], [groups[p] for p in sentences[side]]) for side in SIDES}
    return Field(pair, units, passages)


def judged_candidates(field: Field, passages: tuple[Passage, ...]) -> list[Candidate]:
    """Return the candidates of a pair, with what every search found said on them."""
    candidates = [c for c in find_candidates(field) if not _says_the_same(field, c)]
    for passage in passages:
        ground = make_ground(field.pair, passage)
        found: list[Found] = []
        for name, search in SEARCHES.items():
            for one in search(ground):
                found.append(one)
                _add(field, candidates, name, one)
        for one in find_lone_name_details(ground, found):
            _add(field, candidates, "lone names", one)
    return candidates


def _add(field: Field, candidates: list[Candidate], name: str, found: Found) -> None:
    if (found.left_sentence, found.right_sentence) in field.links:
        add_found(field, candidates, name, found)


def _says_the_same(field: Field, candidate: Candidate) -> bool:
    """Say whether a candidate's sentences are the same word for word, so that no detail can differ."""
    texts = [field.sentence(side, n).parts.text for side, n in ((0, candidate.left), (1, candidate.right))]
    return texts[0] == texts[1]


def _wording(
    field: Field, passages: Iterable[Passage], settings: Settings, details: Iterable[Detail]
) -> Iterable[Detail]:
    shown = [
        Found(d.left_sentence, d.right_sentence, d.kind, d.left, d.right, d.summary, d.why, d.conflict)
        for d in details
    ]
    seen = set[tuple[Span | None, Span | None]]()
    for passage in passages:
        if _says(field, "left", passage.left) == _says(field, "right", passage.right):
            continue
        ground = make_ground(field.pair, passage)
        for one in find_wording_details(ground, settings.wording_threshold, shown):
            if (one.left, one.right) not in seen:
                seen.add((one.left, one.right))
                sentences = one.left_sentence, one.right_sentence
                yield Detail(passage.number, *sentences, one.kind, one.left, one.right, False, one.summary, one.why, 0.0)


def _says(field: Field, side: Side, sentences: tuple[int, ...]) -> list[str]:
    """Return the sentences' texts: a passage that is the same on both sides holds no detail."""
    article: Article = field.pair.readings[side].article
    return [article.slice(article.sentences[number]) for number in sentences]


def _place(detail: Detail) -> tuple[int, int, int, int, int]:
    last = 1 << 60
    return (
        detail.passage,
        detail.left_sentence,
        detail.left.start if detail.left else last,
        detail.right_sentence,
        detail.right.start if detail.right else last,
    )
