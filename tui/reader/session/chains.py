"""Chains: which linked sentences may stand level one after another.

Linked sentences are anchors. Where the stories cross no scrolling can honour every anchor, so scrolling follows a
chain of anchors that rise on both sides: the heaviest one that goes through the current sentence.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

Anchor = tuple[int, int, float]
"""A left and a right sentence that belong beside each other, and how much that counts."""


class Chains:
    """The heaviest chains of anchors that rise on both sides, through any one of them.

    Heaviest increasing subsequences by a Fenwick tree of maxima, from the front and from the back: O(n log n).
    """

    def __init__(self, anchors: Iterable[Anchor]) -> None:
        kept: dict[tuple[int, int], float] = {}
        for left, right, weight in anchors:
            kept[left, right] = max(weight, kept.get((left, right), 0.0))
        self.pairs = sorted(kept)
        weights = [kept[pair] for pair in self.pairs]
        self._before, self._front = _heaviest(self.pairs, weights)
        mirrored = [(-left, -right) for left, right in reversed(self.pairs)]
        behind, back = _heaviest(mirrored, weights[::-1])
        self._back = back[::-1]
        last = len(self.pairs) - 1
        self._after = [last - position if position >= 0 else -1 for position in reversed(behind)]
        totals = [a + b - w for a, b, w in zip(self._front, self._back, weights, strict=True)]
        self._position = {pair: position for position, pair in enumerate(self.pairs)}
        best = max(range(len(totals)), key=totals.__getitem__, default=-1)
        self._best_chain = self._through(self.pairs[best]) if best >= 0 else ()
        self._on_best = frozenset(self._best_chain)
        self._last: tuple[object, tuple[tuple[int, int], ...]] = (None, ())

    def through(self, pair: tuple[int, int] | None) -> tuple[tuple[int, int], ...]:
        """Return the heaviest chain through `pair`, whether or not it is an anchor; the heaviest of all for none."""
        if pair is None or pair in self._on_best:
            return self._best_chain
        if self._last[0] != pair:
            self._last = (pair, self._through(pair))
        return self._last[1]

    def _through(self, pair: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        position = self._position.get(pair, -1)
        if position >= 0:
            before, after = self._before[position], self._after[position]
        else:
            left, right = pair
            # Anchors are sorted: those before it begin further left, those behind it further right.
            first, stop = bisect_left(self.pairs, (left, -1)), bisect_left(self.pairs, (left + 1, -1))
            ahead = (one for one in range(first) if self.pairs[one][1] < right)
            behind = (one for one in range(stop, len(self.pairs)) if self.pairs[one][1] > right)
            before = max(ahead, key=self._front.__getitem__, default=-1)
            after = max(behind, key=self._back.__getitem__, default=-1)
        chain = [pair]
        while before >= 0:
            chain.append(self.pairs[before])
            before = self._before[before]
        chain.reverse()
        while after >= 0:
            chain.append(self.pairs[after])
            after = self._after[after]
        return tuple(chain)


def _heaviest(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> tuple[list[int], list[float]]:
    """Return, for each pair, the one before it (or -1) on the heaviest rising chain that ends there, and the weight."""
    ranks = {right: rank for rank, right in enumerate(sorted({right for _, right in pairs}), 1)}
    best = [(0.0, -1)] * (len(ranks) + 1)
    before, totals = [-1] * len(pairs), [0.0] * len(pairs)
    position = 0
    while position < len(pairs):
        stop = position
        while stop < len(pairs) and pairs[stop][0] == pairs[position][0]:
            rank, found = ranks[pairs[stop][1]] - 1, (0.0, -1)
            while rank > 0:
                found = max(found, best[rank])
                rank -= rank & -rank
            totals[stop], before[stop] = found[0] + weights[stop], found[1]
            stop += 1
        for one in range(position, stop):
            rank = ranks[pairs[one][1]]
            while rank < len(best):
                best[rank] = max(best[rank], (totals[one], one))
                rank += rank & -rank
        position = stop
    return before, totals
