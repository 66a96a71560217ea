"""Which left sentence shares a claim with which right sentence.

Sentences that are at all alike are measured by some forty features, a small fitted model weighs them, and every link
can say why it was made.
"""

from collections import defaultdict

from tui.articles.revision import is_revision
from tui.compare.comparison import Link, Settings
from tui.compare.links.candidates import Candidates, Progress, find_candidates
from tui.compare.links.features import measure, measure_surroundings
from tui.compare.links.model import fitted_model
from tui.compare.links.profiles import ProfiledPair, profile_pair
from tui.compare.links.senses import Senses
from tui.compare.links.reasons import give_reasons
from tui.compare.links.twins import find_twins, keep_twins
from tui.compare.reading import Reading

_TOLD_EVERY = 1000


def link_sentences(
    left: Reading, right: Reading, settings: Settings, progress: Progress | None = None
) -> tuple[Link, ...]:
    """Return the links between two articles, ordered by left and then right sentence.

    Parameters
    ----------
    left, right
        What stands in each article.
    settings
        `link_threshold` is the least score of a link; none for the fitted one.
    progress
        Called now and then, for long articles, with the share of the work done, 0 to 1; what it raises stops the work.
    """
    twins: dict[int, int] = {}
    if is_revision(left.article.text, right.article.text):
        twins = find_twins(left.article, right.article)
    links = _fitted_links(left, right, settings, progress) if len(twins) < _fewer_sentences(left, right) else []
    if twins:
        links = keep_twins(links, twins, left.article)
    return tuple(sorted(links, key=lambda link: (link.left, link.right)))


def _fewer_sentences(left: Reading, right: Reading) -> int:
    return min(len(left.article.sentences), len(right.article.sentences))


def _fitted_links(left: Reading, right: Reading, settings: Settings, progress: Progress | None) -> list[Link]:
    model = fitted_model()
    threshold = model.threshold if settings.link_threshold is None else settings.link_threshold
    pair = profile_pair(left, right)
    candidates = find_candidates(pair, progress)
    likely = model.same_event(pair.kinship, min(len(pair.left), len(pair.right)))
    links = []
    for (i, j), row in measure_candidates(pair, candidates, progress).items():
        score = likely * model.score(row)
        if score >= threshold:
            sentences = pair.left[i], pair.right[j]
            reasons = give_reasons(pair, (left, right), sentences, candidates[i, j], model.by_family(row))
            links.append(Link(i, j, round(score, 3), reasons))
    return links


def measure_candidates(
    pair: ProfiledPair, candidates: Candidates, progress: Progress | None = None
) -> dict[tuple[int, int], list[float]]:
    """Return the features of every candidate, in the order of `FEATURES`."""
    senses = Senses(pair)
    facing: dict[int, list[int]] = defaultdict(list)
    for left, right in candidates:
        facing[left].append(right)
    rows, nearness = {}, {}
    done = 0
    for i, numbers in facing.items():
        for j, sense in zip(numbers, senses.compare(i, numbers), strict=True):
            rows[i, j] = measure(pair, pair.left[i], pair.right[j], candidates[i, j], sense)
            nearness[i, j] = sense.mean
        done += len(numbers)
        if progress and done // _TOLD_EVERY != (done - len(numbers)) // _TOLD_EVERY:
            progress(0.5 + 0.5 * done / len(candidates))
    around = measure_surroundings({key: like.likeness for key, like in candidates.items()}, nearness)
    return {key: [*row, *around[key]] for key, row in rows.items()}
