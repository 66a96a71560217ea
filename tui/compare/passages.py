"""Links become passages: one sentence facing one, or one facing a few that stand together.

Of the links of a sentence one is its main counterpart; the others, beside it, are "also". Main links make the passages.
"""

from dataclasses import dataclass, field, replace

from tui.articles.article import Article
from tui.compare.comparison import Link, Passage

_SPLIT_SHARE = 0.7
"""A further sentence of a split is linked at least this much as surely as the first."""
_MOST_SPLIT = 3


Headlines = tuple[frozenset[int], frozenset[int]]
"""Which sentences of the left and of the right article are headlines."""


def find_headlines(left: Article, right: Article) -> Headlines:
    """Return which sentences of two articles are headlines."""
    one, two = (
        frozenset(number for number, sentence in enumerate(article.sentences) if sentence.kind == "headline")
        for article in (left, right)
    )
    return one, two


def form_passages(links: tuple[Link, ...], headlines: Headlines = (frozenset(), frozenset())) -> tuple[Passage, ...]:
    """Return the passages, numbered from 1 in the left article's reading order, their links with their ranks.

    The surest links are taken first. One between two sentences that face nothing yet makes a passage, if neither is
    linked much more surely elsewhere; then those between a sentence of a passage and one that stands next to its
    counterpart split the sentence over both; then whatever still faces nothing finds what it can. A headline faces a
    headline before it faces a sentence of the text, and a sentence of the text another one. Every other link
    is "also" and stands with the passage of its left sentence, or else of its right one. So every sentence stands in
    one passage at most, every link in exactly one. All are `similar` until `tui.compare.relations` has judged them.
    """
    groups = _Ranking(links, headlines).groups
    passages = []
    for number, group in enumerate(sorted(groups, key=lambda group: min(map(_place, group.main))), 1):
        lefts, rights = tuple(sorted(group.lefts)), tuple(sorted(group.rights))
        ordered = (*sorted(group.main, key=_place), *sorted(group.also, key=_place))
        passages.append(Passage(number, lefts, rights, ordered, "similar", max(o.score for o in group.main)))
    return tuple(passages)


def _place(link: Link) -> tuple[int, int]:
    return link.left, link.right


@dataclass(slots=True)
class _Group:
    """Links gathered so far, and the sentences that the main ones join."""

    lefts: set[int] = field(default_factory=set)
    rights: set[int] = field(default_factory=set)
    main: list[Link] = field(default_factory=list)
    also: list[Link] = field(default_factory=list)

    def add(self, link: Link) -> None:
        """Take a main link in."""
        self.lefts.add(link.left)
        self.rights.add(link.right)
        self.main.append(replace(link, rank="main"))

    def may_split(self, link: Link) -> bool:
        """Say whether a link of one of its sentences splits the other side's single one over one more beside it."""
        if link.score < _SPLIT_SHARE * self.main[0].score or len(self.main) >= _MOST_SPLIT:
            return False
        if self.lefts == {link.left}:
            return link.right in (min(self.rights) - 1, max(self.rights) + 1)
        return self.rights == {link.right} and link.left in (min(self.lefts) - 1, max(self.lefts) + 1)


class _Ranking:
    """Links in groups, one group a passage."""

    def __init__(self, links: tuple[Link, ...], headlines: Headlines) -> None:
        self.groups: list[_Group] = []
        self._of: tuple[dict[int, _Group], dict[int, _Group]] = ({}, {})
        self._headlines = headlines
        self._best: dict[tuple[int, int], float] = {}
        for link in links:
            for side, number in enumerate(_place(link)):
                self._best[side, number] = max(self._best.get((side, number), 0.0), link.score)
        waiting = sorted(links, key=lambda link: (-link.score, link.left, link.right))
        alike = [link for link in waiting if not self._is_mixed(link)]
        for step, some in (
            (self._pair, [link for link in alike if self._is_among_the_best(link)]),
            (self._split, alike),
            (self._split, alike),  # what stands next to what was only now joined
            (self._pair, alike),
            (self._pair, waiting),
        ):
            for link in some:
                step(link)
        for link in waiting:
            group = self._of[0].get(link.left) or self._of[1][link.right]
            if not any(_place(main) == _place(link) for main in group.main):
                group.also.append(replace(link, rank="also"))

    def _is_mixed(self, link: Link) -> bool:
        left, right = self._headlines
        return (link.left in left) != (link.right in right)

    def _is_among_the_best(self, link: Link) -> bool:
        best = max(self._best[side, number] for side, number in enumerate(_place(link)))
        return link.score >= _SPLIT_SHARE * best

    def _pair(self, link: Link) -> None:
        if link.left not in self._of[0] and link.right not in self._of[1]:
            self.groups.append(_Group())
            self._join(self.groups[-1], link)

    def _split(self, link: Link) -> None:
        own, other = self._of[0].get(link.left), self._of[1].get(link.right)
        group = own or other
        if group is not None and not (own and other) and group.may_split(link):
            self._join(group, link)

    def _join(self, group: _Group, link: Link) -> None:
        group.add(link)
        self._of[0][link.left] = self._of[1][link.right] = group
