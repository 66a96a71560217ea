"""Chains: which linked sentences may stand level one after another.

Linked sentences are anchors. Where the stories cross no scrolling can honour every anchor, so scrolling follows a
chain of anchors that rise on both sides: the heaviest one that goes through the current sentence.
"""

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
        self._before, front = _heaviest(self.pairs, weights)
        mirrored = [(-left, -right) for left, right in reversed(self.pairs)]
        behind, back = _heaviest(mirrored, weights[::-1])
        last = len(self.pairs) - 1
        self._after = [last - position if position >= 0 else -1 for position in reversed(behind)]
        totals = [a + b - w for a, b, w in zip(front, reversed(back), weights, strict=True)]
        self._best = max(range(len(totals)), key=totals.__getitem__, default=-1)
        self._position = {pair: position for position, pair in enumerate(self.pairs)}
        self._best_chain = self._through(self._best)
        self._on_best = frozenset(self._best_chain)
        self._last: tuple[int, tuple[tuple[int, int], ...]] = (-1, ())

    def through(self, pair: tuple[int, int] | None) -> tuple[tuple[int, int], ...]:
        """Return the heaviest chain through `pair`, or the heaviest of all when it is none or no anchor."""
        position = -1 if pair is None else self._position.get(pair, -1)
        if position < 0 or pair in self._on_best:
            return self._best_chain
        if self._last[0] != position:
            self._last = (position, self._through(position))
        return self._last[1]

    def _through(self, position: int) -> tuple[tuple[int, int], ...]:
        if position < 0:
            return ()
        chain = [position]
        while (before := self._before[chain[-1]]) >= 0:
            chain.append(before)
        chain.reverse()
        while (after := self._after[chain[-1]]) >= 0:
            chain.append(after)
        return tuple(self.pairs[one] for one in chain)


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
