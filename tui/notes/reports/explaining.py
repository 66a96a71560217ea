"""Why sentences are linked or not, for the document and for the text report."""

from collections.abc import Iterable, Iterator
from typing import Any

from tui.compare.comparison import Comparison, Reason
from tui.compare.links.explaining import LinkExplanation, explain_links


def link_explanations(comparison: Comparison) -> list[dict[str, Any]]:
    """Return why every link was made, and why the likeliest of each unlinked sentence was not, for the document."""
    return [
        {
            "left": one.left,
            "right": one.right,
            "linked": one.linked,
            "probability": one.probability,
            "threshold": one.threshold,
            "for": _reasons(one.speaks_for),
            "against": _reasons(one.speaks_against),
            "note": one.note,
        }
        for one in explain_links(comparison)
    ]


def _reasons(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [{"kind": reason.kind, "text": reason.text, "weight": reason.weight} for reason in reasons]


def explanation_lines(comparison: Comparison) -> Iterator[str]:
    """Yield the same as lines to read; sentences are counted from 1."""
    for one in explain_links(comparison):
        yield from say_explanation(one)


def say_explanation(one: LinkExplanation) -> Iterator[str]:
    """Yield the lines that tell why two sentences are linked or not."""
    said = "linked" if one.linked else "not linked"
    note = f"; {one.note}" if one.note else ""
    yield (
        f"left sentence {one.left + 1}, right sentence {one.right + 1}: {said}, "
        f"{one.probability:.2f} where a link needs {one.threshold:.2f}{note}"
    )
    for reason in one.speaks_for:
        yield f"  + {reason.text}"
    for reason in one.speaks_against:
        yield f"  - {reason.text}"
