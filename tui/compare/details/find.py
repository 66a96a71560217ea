"""`find_details`: candidates, their evidence, the weights, and what is shown of them, put in order."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from tui.articles.article import Article, Side, Span
from tui.articles.revision import is_same_but_for_signs
from tui.compare.comparison import Detail, Passage, Settings
from tui.compare.details.candidate import Candidate
from tui.compare.details.candidates import find_candidates
from tui.compare.details.field import Field
from tui.compare.details.judging import judge
from tui.compare.details.pair import Pair
from tui.compare.details.selecting import select
from tui.compare.details.telling import detail_of
from tui.compare.details.wording import find_wording_details
from tui.compare.telling_levels import thresholds
from tui.system.shares import Tell


def find_details(
    pair: Pair,
    passages: tuple[Passage, ...],
    settings: Settings,
    progress: Callable[[float], None] | None = None,
) -> tuple[Detail, ...]:
    """Return the details of a pair, passage by passage in the order of the left text.

    Parameters
    ----------
    pair
        What stands in the two articles.
    passages
        The passages whose links are looked into.
    settings
        `level` tells how many are shown, `wording_threshold` how alike sentences must be for word-level differences.
    progress
        Told the share of the work that is done, 0 to 1.
    """
    tell = progress or _tell_nobody
    field = Field(pair, passages)
    tell(_LAID)
    candidates = judged_candidates(field, progress=lambda share: tell(_LAID + (_GATHERED - _LAID) * share))
    tell(_GATHERED)
    least = thresholds()[settings.level]
    verdicts = judge(field, candidates, lambda share: tell(_GATHERED + (_JUDGED - _GATHERED) * share), least)
    tell(_JUDGED)
    importance = {candidate: verdict.importance for candidate, verdict in verdicts.items()}
    chosen = select(importance, least)
    details = [detail_of(field, candidate, verdicts[candidate]) for candidate in chosen]
    details.extend(_wording(field, passages, settings, details))
    return tuple(sorted(details, key=_place))


_LAID, _GATHERED, _JUDGED = 0.05, 0.35, 0.9
"""The share of the work that is done by then, about."""


def _tell_nobody(share: float) -> None:
    """Tell nobody how far it is."""


def judged_candidates(
    field: Field, links: Collection[tuple[int, int]] | None = None, progress: Tell | None = None
) -> list[Candidate]:
    """Return the candidates of a pair that are judged, or of some of its links: the same word for word hold none."""
    candidates = find_candidates(field, links, progress)
    linked = {(candidate.left, candidate.right) for candidate in candidates}
    same = {link for link in linked if _say_the_same(field, *link)}
    return [candidate for candidate in candidates if (candidate.left, candidate.right) not in same]


def _say_the_same(field: Field, left: int, right: int) -> bool:
    """Say whether two sentences are the same but for signs, so that no detail can differ."""
    texts = [field.sentence(side, n).parts.text for side, n in ((0, left), (1, right))]
    return is_same_but_for_signs(*texts)


def _wording(
    field: Field, passages: Iterable[Passage], settings: Settings, details: Iterable[Detail]
) -> Iterable[Detail]:
    shown: dict[tuple[Side, int], list[Span]] = defaultdict(list)
    for detail in details:
        if detail.left is not None:
            shown["left", detail.left_sentence].append(detail.left)
        if detail.right is not None:
            shown["right", detail.right_sentence].append(detail.right)
    seen = set[tuple[Span | None, Span | None]]()
    for passage in passages:
        if _says(field, "left", passage.left) != _says(field, "right", passage.right):
            for one in find_wording_details(field, passage, settings.wording_threshold, shown):
                if (one.left, one.right) not in seen:
                    seen.add((one.left, one.right))
                    yield one


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
