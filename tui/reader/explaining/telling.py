"""What the box tells, as lines: each verdict with what speaks for it and against it, the strongest first."""

from collections.abc import Iterable, Iterator, Sequence

from tui.articles.article import SIDES, Span
from tui.compare.comparison import Comparison, Detail, Mention, Reason
from tui.compare.details.explaining import DetailExplanation, explain_detail, explain_details
from tui.compare.links.explaining import LinkExplanation, explain_link
from tui.compare.names import explain_names
from tui.notes.reports.explaining import say_candidate, say_verdict
from tui.reader.widgets.rows import Heading, Item, Paragraph

_MOST_OTHERS = 3
"""Of what is not told between two sentences so much is explained."""


def explain_sentences(comparison: Comparison, left: int, right: int, detail: Detail | None) -> Sequence[Item]:
    """Return why a detail is told, why its sentences are linked or not, and why what else differs is not told."""
    items: list[Item] = []
    if detail is not None:
        items += _detail_items(comparison, explain_detail(comparison, detail), f"THE DETAIL: {detail.kind}")
    items += _link_items(explain_link(comparison, left, right), bool(items))
    others = [one for one in explain_details(comparison, left, right) if one.level is None or one.level == "all"]
    for number, one in enumerate(others[:_MOST_OTHERS]):
        heading = "WHAT ELSE COULD DIFFER HERE" if number == 0 else ""
        items += _detail_items(comparison, one, heading, blank_above=number == 0)
    return items


def _detail_items(
    comparison: Comparison, one: DetailExplanation, heading: str, blank_above: bool = False
) -> Iterator[Item]:
    if heading:
        yield Heading(heading, blank_above=blank_above)
    yield Paragraph(f"{say_candidate(one, comparison)}: {say_verdict(one)}", "", "• ", "accent")
    yield from _reasons(one.speaks_for, one.speaks_against)


def _link_items(one: LinkExplanation, blank_above: bool) -> Iterator[Item]:
    yield Heading("THE LINK", blank_above=blank_above)
    decided = "are linked" if one.linked else "are not linked"
    chance = f"{one.probability:.2f}, a link needs {one.threshold:.2f}"
    yield Paragraph(f"L{one.left + 1} and R{one.right + 1} {decided}: {one.note or chance}", "", "• ", "accent")
    yield from _reasons(one.speaks_for, one.speaks_against)


def _reasons(speaks_for: Iterable[Reason], speaks_against: Iterable[Reason]) -> Iterator[Item]:
    for reason in speaks_for:
        yield Paragraph(reason.text or reason.kind, "", "  + ", "same")
    for reason in speaks_against:
        yield Paragraph(reason.text or reason.kind, "", "  − ", "conflict")


def explain_mentions(comparison: Comparison, mentions: Sequence[Mention]) -> Sequence[Item]:
    """Return why mentions are what they are: names form by form, figures and dates by what they are read as."""
    reasons = _reasons_of_names(comparison) if any(_is_name(mention) for mention in mentions) else {}
    items: list[Item] = []
    for mention in mentions:
        items.append(Heading(f"{mention.name}: {mention.kind}", blank_above=bool(items)))
        if _is_name(mention):
            items += _form_items(comparison, mention, reasons)
        else:
            unit = f" {mention.unit}" if mention.unit else ""
            items.append(Paragraph(f"read as {_say_value(mention.value)}{unit}", "", "• ", "accent"))
    return items


def _is_name(mention: Mention) -> bool:
    return mention.kind in ("person", "place", "organisation")


def _say_value(value: object) -> str:
    if value is None:
        return "nothing that can be reckoned with"
    if isinstance(value, tuple | list):
        return " to ".join(map(_say_value, value))
    return f"{value:,.10g}" if isinstance(value, float) else f"{value}"


def _reasons_of_names(comparison: Comparison) -> dict[tuple[str, Span], tuple[Reason, ...]]:
    explained = explain_names((comparison.left, comparison.right))
    return {
        (side, name.span): reasons
        for side, reading, told in zip(SIDES, comparison.readings, explained, strict=True)
        for name, reasons in zip(reading.names, told, strict=False)
    }


def _form_items(
    comparison: Comparison, mention: Mention, reasons: dict[tuple[str, Span], tuple[Reason, ...]]
) -> Iterator[Item]:
    """Yield each form in which something is named, how often, and why that is a name of its kind."""
    forms: dict[str, list[tuple[str, Span]]] = {}
    for side, article, spans in (
        ("left", comparison.left, mention.left),
        ("right", comparison.right, mention.right),
    ):
        for span in spans:
            forms.setdefault(" ".join(article.slice(span).split()), []).append((side, span))
    for form, places in forms.items():
        counts = [sum(where == side for where, _ in places) for side in SIDES]
        yield Paragraph(f"“{form}”, left {counts[0]} ×, right {counts[1]} ×", "", "• ", "accent")
        told = next((reasons[place] for place in places if place in reasons), ())
        yield from _reasons([r for r in told if r.weight >= 0], [r for r in told if r.weight < 0])
        if not told:
            yield Paragraph("read with the name that stands beside it", "muted", "  + ", "same")
