"""Links become passages: one sentence facing one, or one facing a few that stand together.

Of the links of a sentence one is its main counterpart; the others, beside it, are "also". Main links make the passages.
"""

from dataclasses import dataclass, field, replace

from tui.compare.comparison import Link, Passage

_SPLIT_SHARE = 0.5
"""A further sentence of a split is linked at least this much as surely as the first."""
_MOST_SPLIT = 3


def form_passages(links: tuple[Link, ...]) -> tuple[Passage, ...]:
    """Return the passages, numbered from 1 in the left article's reading order, their links with their ranks.

    The surest links are taken first. A link between two sentences that face nothing yet makes a passage; one between a
    sentence of a passage and one that stands next to its counterpart splits the sentence over both. Every other link
    is "also" and stands with the passage of its left sentence, or else of its right one. So every sentence stands in
    one passage at most, every link in exactly one. All are `similar` until `tui.compare.relations` has judged them.
    """
    groups = _rank(links)
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


def _rank(links: tuple[Link, ...]) -> list[_Group]:
    """Return the links in groups, one group a passage."""
    groups: list[_Group] = []
    of_left: dict[int, _Group] = {}
    of_right: dict[int, _Group] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
        own, other = of_left.get(link.left), of_right.get(link.right)
        group = own or other
        if group is None:
            group = _Group()
            groups.append(group)
        elif (own and other) or not group.may_split(link):
            group.also.append(replace(link, rank="also"))
            continue
        group.add(link)
        of_left[link.left] = of_right[link.right] = group
    return groups
