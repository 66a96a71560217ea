"""What a filter shows: the sentences that answer one of the five questions, the rest being folded."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.articles.article import Side
from tui.reader.session.lookup import Lookup
from tui.reader.session.place import Filter, Shown, View

if TYPE_CHECKING:
    from tui.compare.comparison import Mention

_WANTED: dict[Filter, str] = {"both": "=≈≠!", "differing": "≠!", "conflicts": "!", "one-sided": "·"}
_DIFFERENCES = "≠!·"
"""With either of the two that want `≠`, a passage is shown as well whose told details differ but hardly matter."""


def shown_sentences(
    lookup: Lookup, view: View, chosen: Filter | None, mention: "Mention | None" = None
) -> Shown | None:
    """Return the sentences that view and filter show, or none when they show all."""
    wanted = [_marked(lookup, _DIFFERENCES)] if view == "differences" else []
    if chosen == "mentioned" and mention is not None:
        wanted.append(_mentioned(lookup, mention))
    elif chosen in _WANTED:
        wanted.append(_marked(lookup, _WANTED[chosen]))
    if not wanted:
        return None
    return (
        frozenset.intersection(*(shown[0] for shown in wanted)),
        frozenset.intersection(*(shown[1] for shown in wanted)),
    )


def _marked(lookup: Lookup, marks: str) -> Shown:
    left, right = lookup.holding_details() if "≠" in marks else (frozenset(), frozenset())
    wanted = set(marks)
    found = [frozenset(n for n, mark in enumerate(there) if mark in wanted) for there in lookup.marks]
    return found[0] | left, found[1] | right


def _mentioned(lookup: Lookup, mention: "Mention") -> Shown:
    def sentences(side: Side) -> Iterable[int]:
        for span in mention.left if side == "left" else mention.right:
            yield from lookup.sentences_over(side, span)

    return frozenset(sentences("left")), frozenset(sentences("right"))
