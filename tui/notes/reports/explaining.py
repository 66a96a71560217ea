"""Why sentences are linked or not and details told or not, for the document and for the text report."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tui.articles.article import Article, Span
from tui.compare.comparison import Comparison, Reason
from tui.compare.links.explaining import LinkExplanation, explain_links

if TYPE_CHECKING:
    from tui.compare.details.explaining import DetailExplanation


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


def detail_explanations(comparison: Comparison) -> list[dict[str, Any]]:
    """Return why details are told, and why the likeliest of the others are not, for the document."""
    from tui.compare.details.explaining import explain_all_details  # NumPy comes with it, which most reports do without

    return [
        {
            "left_sentence": one.left_sentence,
            "right_sentence": one.right_sentence,
            "kind": one.kind,
            "left": _place(one.left),
            "right": _place(one.right),
            "level": one.level,
            "importance": one.importance,
            "threshold": one.threshold,
            "conflict": one.conflict,
            "conflict_threshold": one.conflict_threshold,
            "for": _reasons(one.speaks_for),
            "against": _reasons(one.speaks_against),
            "note": one.note,
        }
        for one in explain_all_details(comparison)
    ]


def _place(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None


def link_lines(comparison: Comparison) -> Iterator[str]:
    """Yield why sentences are linked or not as lines to read; sentences are counted from 1."""
    for one in explain_links(comparison):
        yield say_link(one)
        yield from reason_lines(one)


def detail_lines(comparison: Comparison) -> Iterator[str]:
    """Yield why details are told or not as lines to read."""
    from tui.compare.details.explaining import explain_all_details

    for one in explain_all_details(comparison):
        yield say_detail(one, comparison)
        yield from reason_lines(one)


def say_link(one: LinkExplanation) -> str:
    """Return in a line whether two sentences are linked, and how likely they share a claim."""
    said = "linked" if one.linked else "not linked"
    note = f"; {one.note}" if one.note else ""
    return (
        f"left sentence {one.left + 1}, right sentence {one.right + 1}: {said}, "
        f"{one.probability:.2f} where a link needs {one.threshold:.2f}{note}"
    )


_TOLD = {"few": "told", "more": "told among more", "all": "told among all", None: "not told"}


def say_detail(one: "DetailExplanation", comparison: Comparison) -> str:
    """Return in a line what could differ, whether it is told, and how much it matters."""
    where = f"left sentence {one.left_sentence + 1}, right sentence {one.right_sentence + 1}"
    return f"{where}, {one.kind}: {say_candidate(one, comparison)}: {say_verdict(one)}"


def say_candidate(one: "DetailExplanation", comparison: Comparison) -> str:
    """Return what the sides say: “6,000” / “6,100”."""
    left, right = _said(comparison.left, one.left), _said(comparison.right, one.right)
    return f"{left} / {right}" if left and right else f"only left: {left}" if left else f"only right: {right}"


def say_verdict(one: "DetailExplanation") -> str:
    """Return whether it is told, and how much it matters beside what is needed."""
    conflict = f"; both can hardly be right {one.conflict:.2f}, a conflict needs {one.conflict_threshold:.2f}"
    return (
        f"{_TOLD[one.level]}, importance {one.importance:.2f} where the few need {one.threshold:.2f}"
        f"{conflict if one.conflict >= _LEAST_CONFLICT else ''}{f'; {one.note}' if one.note else ''}"
    )


_LEAST_CONFLICT = 0.1
"""A conflict less likely than this is not spoken of."""


def _said(article: Article, span: Span | None) -> str:
    text = " ".join(article.slice(span).split()) if span else ""
    return text if not text or set('"“”') & set(text) else f"“{text}”"


def reason_lines(one: "LinkExplanation | DetailExplanation") -> Iterator[str]:
    """Yield what speaks for and against it, the strongest first."""
    for reason in one.speaks_for:
        yield f"  + {reason.text}"
    for reason in one.speaks_against:
        yield f"  - {reason.text}"
