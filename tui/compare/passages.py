"""Links that hang together become passages."""

from collections import Counter, defaultdict
from dataclasses import replace

from tui.compare.comparison import Detail, Link, Passage, Relation
from tui.compare.reading import Reading
from tui.compare.tokens import Token, plain_words, tokenize

_SAME_WORDS = 0.8


def form_passages(left: Reading, right: Reading, links: tuple[Link, ...]) -> tuple[Passage, ...]:
    """Return the passages, numbered from 1 in the left article's reading order.

    Links hang together when they share a sentence. A passage is `same` when its two sides say the claim in nearly the
    same words, else `similar`; `with_relation` makes it `differs` once the details are known.
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


def with_relation(passage: Passage, details: tuple[Detail, ...]) -> Passage:
    """Return the passage, its relation `differs` where one of its details other than wording differs."""
    differs = any(d.passage == passage.number and d.kind != "wording" for d in details)
    return replace(passage, relation="differs") if differs else passage


def _words(reading: Reading, numbers: tuple[int, ...], joined: frozenset[str]) -> tuple[Token, ...]:
    article = reading.article
    sentences = [article.sentences[n] for n in numbers]
    return tuple(t for s in sentences for t in tokenize(article.text, s.start, s.end, joined))


def _hanging_together(links: tuple[Link, ...]) -> list[list[Link]]:
    """Return the links in groups that share no sentence."""
    of_sentence: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        of_sentence["left", link.left].append(link)
        of_sentence["right", link.right].append(link)
    seen: set[tuple[int, int]] = set()
    groups = []
    for first in links:
        if (first.left, first.right) in seen:
            continue
        seen.add((first.left, first.right))
        group, waiting = [], [first]
        while waiting:
            link = waiting.pop()
            group.append(link)
            for other in (*of_sentence["left", link.left], *of_sentence["right", link.right]):
                if (other.left, other.right) not in seen:
                    seen.add((other.left, other.right))
                    waiting.append(other)
        groups.append(group)
    return groups
