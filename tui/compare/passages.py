"""Links that hang together become passages."""

from tui.compare.comparison import Link, Passage
from tui.compare.reading import Reading


def form_passages(left: Reading, right: Reading, links: tuple[Link, ...]) -> tuple[Passage, ...]:
    """Return the passages, numbered from 1 in the left article's reading order."""
    groups: list[list[Link]] = []
    for link in links:
        touching = [g for g in groups if any(link.left == o.left or link.right == o.right for o in g)]
        groups = [g for g in groups if g not in touching] + [[link, *(o for g in touching for o in g)]]
    ordered = sorted((sorted(g, key=lambda o: (o.left, o.right)) for g in groups), key=lambda g: g[0].left)
    return tuple(
        Passage(
            number,
            tuple(sorted({o.left for o in group})),
            tuple(sorted({o.right for o in group})),
            tuple(group),
            "same" if all(o.score > 0.9 for o in group) else "similar",
            max(o.score for o in group),
        )
        for number, group in enumerate(ordered, 1)
    )
