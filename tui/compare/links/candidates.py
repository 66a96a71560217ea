"""Which sentences are worth a closer look: those that share a rare enough word or concept, or are near in meaning."""

import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import heappush, heappushpop
from itertools import groupby

from tui.compare.links.features import Likeness, compare_words
from tui.compare.links.profiles import Profile, ProfiledPair
from tui.compare.links.senses import Senses
from tui.system.shares import in_shares

LEAST_LIKENESS = 0.01
LEAST_NEARNESS = 0.15
_FEW = 64
"""In articles with no more pairs of sentences than this every pair is looked at."""
_MOST_POSTINGS = 60
_NEAREST = 3
_MOST_PARTNERS = 24
_MOST_KEPT = 6
_SMALL = 10_000
_AT_ONCE = 500
"""So many left sentences are a share of the work."""
_SHARE = 0.5

Candidates = dict[tuple[int, int], Likeness]
Progress = Callable[[float], object]
"""Called now and then, for long articles, with the share of the work done; what it raises stops the work.

Finding the candidates is the first half of the work, measuring them the second.
"""


def find_candidates(pair: ProfiledPair, senses: Senses, progress: Progress | None = None) -> Candidates:
    """Return the pairs of sentences that are at all alike in words or meaning, each with what they share.

    Every two sentences are looked at in articles of ordinary length, and all are kept of very short ones. In longer
    ones only those that an inverted index of words and concepts brings together: of a word met in more than sixty right
    sentences only those at about the same place in the article, and of a left sentence's partners those with the most
    and rarest words in common. Of these, the few that are most alike are kept for each sentence on either side.
    """
    every = range(len(pair.right))
    count = len(pair.left) * len(pair.right)
    partners = _index(pair) if count > _SMALL else None

    def find(first: int, after: int) -> Candidates:
        found = _Found()
        for left in pair.left[first:after]:
            near = set() if partners else set(every if count <= _FEW else senses.nearest(left.number, LEAST_NEARNESS))
            for number in partners(left) if partners else every:
                right = pair.right[number]
                like = compare_words(left, right, pair.concept_weights)
                if like.likeness >= LEAST_LIKENESS or (number in near and left.said.words and right.said.words):
                    found.add((left.number, number), like)
            if partners:
                found.keep_most_alike()
        return found.kept

    def as_own(candidates: Candidates) -> Candidates:
        return {key: like._replace(stems=tuple([own[stem] for stem in like.stems])) for key, like in candidates.items()}

    own = {stem: stem for stem in pair.weights}  # what comes from a helper brings a copy of each with it
    size = _AT_ONCE if partners else max(1, len(pair.left))
    tell = progress and (lambda share: progress(_SHARE * share))
    return _keep(in_shares(find, len(pair.left), size, tell, (_as_it_is, as_own)))


def _as_it_is(candidates: Candidates) -> Candidates:
    return candidates


def _keep(some: Sequence[Candidates]) -> Candidates:
    """Return what is kept of the candidates of some left sentences after others: a right one keeps the best of all."""
    if len(some) < 2:
        return some[0] if some else {}
    found = _Found()
    for candidates in some:
        for _, of_left in groupby(candidates.items(), key=lambda candidate: candidate[0][0]):
            for key, like in of_left:
                found.add(key, like)
            found.keep_most_alike()
    return found.kept


class _Found:
    """The candidates so far, of which only those that are among the most alike for either sentence may be kept."""

    def __init__(self) -> None:
        self.kept: Candidates = {}
        self._of_left: list[tuple[float, tuple[int, int]]] = []
        """The candidates of the left sentence that is being looked at."""
        self._of_right: dict[int, list[tuple[float, tuple[int, int], bool]]] = defaultdict(list)
        """A heap of the most alike of each right sentence, with whether the left one keeps them too."""

    def add(self, key: tuple[int, int], like: Likeness) -> None:
        """Add a candidate, those of one left sentence after each other."""
        self.kept[key] = like
        self._of_left.append((like.likeness, key))

    def keep_most_alike(self) -> None:
        """Drop what is not among the most alike of the last left sentence, nor so far of the right ones.

        A left one's candidates are all known then; what falls out of a right one's goes unless a left one keeps it.
        """
        line, self._of_left = self._of_left, []
        kept = set(sorted(line, reverse=True)[:_MOST_KEPT])
        for one in line:
            of_right = self._of_right[one[1][1]]
            if len(of_right) < _MOST_KEPT:
                heappush(of_right, (*one, one in kept))
                continue
            _, key, stays = heappushpop(of_right, (*one, one in kept))
            if not stays:
                del self.kept[key]


def _index(pair: ProfiledPair) -> Callable[[Profile], Iterable[int]]:
    """Return what finds the right sentences worth comparing with a left one."""
    postings: dict[str, list[int]] = defaultdict(list)
    for profile in pair.right:
        for thing in _things(profile):
            postings[thing].append(profile.number)

    def partners(left: Profile) -> Iterable[int]:
        votes: dict[int, float] = defaultdict(float)
        for thing in _things(left):
            numbers = postings.get(thing)
            if numbers is None:
                continue
            vote = math.log((len(pair.right) + 1) / len(numbers)) ** 2
            near = numbers if len(numbers) <= _MOST_POSTINGS else _nearest(numbers, left.place * len(pair.right))
            for number in near:
                votes[number] += vote
        scores = [vote / pair.right[n].length for n, vote in votes.items()]
        least = sorted(scores)[-_MOST_PARTNERS:][0] if scores else 0.0
        ranked = enumerate(zip(votes, scores, strict=True))
        # In the order they were met where nothing else tells, as the third.
        best = sorted([(-score, abs(n - left.number), met, n) for met, (n, score) in ranked if score >= least])
        return sorted([n for *_, n in best[:_MOST_PARTNERS]])

    return partners


def _nearest(numbers: Sequence[int], place: float) -> Sequence[int]:
    at = bisect(numbers, place)
    return numbers[max(0, at - _NEAREST) : at + _NEAREST]


def _things(profile: Profile) -> Iterable[str]:
    yield from profile.weights
    for concept in profile.concepts:
        yield "#" + concept
