"""Links that hang together become passages."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.compare.comparison import Detail, Link, Passage, Relation
from tui.compare.reading import Reading
from tui.compare.tokens import Token, plain_words, tokenize

_SAME_WORDS = 0.8
_LEAST_LINKED = 0.75
_BRIDGE_SHARE = 0.5
_MOST_SENTENCES = 6


def form_passages(left: Reading, right: Reading, links: tuple[Link, ...]) -> tuple[Passage, ...]:
    """Return the passages, numbered from 1 in the left article's reading order.

    Links that share a sentence hang together unless they only chain one claim to the next; a sentence that makes two
    claims may stand in two passages, every link stands in one. A passage is `same` when its two sides say the claim in
    nearly the same words, else `similar`; `with_relations` makes it `differs` once the details are known.
    """
    groups = [sorted(group, key=lambda link: (link.left, link.right)) for group in _hanging_together(links)]
    joined = plain_words(left.article.text) | plain_words(right.article.text)
    passages = []
    for number, group in enumerate(sorted(groups, key=lambda group: (group[0].left, group[0].right)), 1):
        lefts, rights = tuple(sorted({o.left for o in group})), tuple(sorted({o.right for o in group}))
        same = nearly_same_words(_words(left, lefts, joined), _words(right, rights, joined))
        relation: Relation = "same" if same else "similar"
        passages.append(Passage(number, lefts, rights, tuple(group), relation, max(o.score for o in group)))
    return tuple(passages)


def nearly_same_words(left: tuple[Token, ...], right: tuple[Token, ...]) -> bool:
    """Say whether two stretches of text hold nearly the same words.

    They do when the stems both have in common (stop words too, each as often as it stands there) are at least four
    fifths of the words of the longer one.
    """
    bags = [Counter(token.stem for token in tokens) for tokens in (left, right)]
    return (bags[0] & bags[1]).total() >= _SAME_WORDS * max(len(left), len(right), 1)


def with_relations(passages: Iterable[Passage], details: tuple[Detail, ...]) -> tuple[Passage, ...]:
    """Return the passages, the relation `differs` where one of a passage's details other than wording differs."""
    differing = {detail.passage for detail in details if detail.kind != "wording"}
    return tuple(replace(p, relation="differs") if p.number in differing else p for p in passages)


def _words(reading: Reading, numbers: tuple[int, ...], joined: frozenset[str]) -> tuple[Token, ...]:
    article = reading.article
    sentences = [article.sentences[n] for n in numbers]
    return tuple(t for s in sentences for t in tokenize(article.text, s.start, s.end, joined))


@dataclass(slots=True)
class _Group:
    """Links gathered so far, and the sentences they stand for."""

    lefts: set[int]
    rights: set[int]
    links: list[Link]


def _hanging_together(links: tuple[Link, ...]) -> list[list[Link]]:
    """Return every link in exactly one group, the strongest links gathered first.

    A link joins the groups of its sentences as long as the whole still hangs together (`_hangs`); else it begins a
    group of its own, so that a weak link bridges no two passages and no chain swallows half an article.
    """
    linked = {(link.left, link.right) for link in links}
    of_left: dict[int, list[_Group]] = defaultdict(list)
    of_right: dict[int, list[_Group]] = defaultdict(list)
    groups: list[_Group] = []
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
        home = _home(link, of_left[link.left], of_right[link.right], linked)
        if home is None:
            home = _Group(set(), set(), [])
            groups.append(home)
        _add(home, link, of_left, of_right)
        for other in [*of_left[link.left], *of_right[link.right]]:
            if other is not home and other.links and _may_bridge(link, home, other, linked):
                for moved in other.links:
                    _add(home, moved, of_left, of_right)
                other.links = []
                for number in other.lefts:
                    of_left[number].remove(other)
                for number in other.rights:
                    of_right[number].remove(other)
    return [group.links for group in groups if group.links]


def _home(
    link: Link, left_groups: list[_Group], right_groups: list[_Group], linked: set[tuple[int, int]]
) -> _Group | None:
    """Return the group a link belongs to: one that has both its sentences, else one that it may join, else none."""
    for group in left_groups:
        if group in right_groups:
            return group
    for group in (*left_groups, *right_groups):
        if _hangs(group.lefts | {link.left}, group.rights | {link.right}, linked):
            return group
    return None


def _may_bridge(link: Link, one: _Group, other: _Group, linked: set[tuple[int, int]]) -> bool:
    """Say whether a link makes two groups one: it is no weak one beside theirs, and the whole hangs together."""
    strength = min(one.links[0].score, other.links[0].score)
    return link.score >= _BRIDGE_SHARE * strength and _hangs(one.lefts | other.lefts, one.rights | other.rights, linked)


def _add(group: _Group, link: Link, of_left: dict[int, list[_Group]], of_right: dict[int, list[_Group]]) -> None:
    group.links.append(link)
    if link.left not in group.lefts:
        group.lefts.add(link.left)
        of_left[link.left].append(group)
    if link.right not in group.rights:
        group.rights.add(link.right)
        of_right[link.right].append(group)


def _hangs(lefts: set[int], rights: set[int], linked: set[tuple[int, int]]) -> bool:
    """Say whether sentences make one passage.

    They do when one side is a single sentence that the others spell out, or when at least three quarters of all
    their left and right sentences are linked, and they are no more than six a side.
    """
    if max(len(lefts), len(rights)) > _MOST_SENTENCES:
        return False
    if min(len(lefts), len(rights)) == 1:
        return True
    there = sum((left, right) in linked for left in lefts for right in rights)
    return there >= _LEAST_LINKED * len(lefts) * len(rights)
