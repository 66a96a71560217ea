"""The two articles, in full side by side and passage by passage, as HTML."""

from collections.abc import Iterable, Iterator

from tui.articles.article import SIDES, Side
from tui.compare.comparison import Detail, Passage
from tui.notes.reports.contents import (
    RELATIONS,
    SIGNS,
    Contents,
    Segment,
    article_title,
    cut,
    flatten,
    links_by_hand,
    say_verdict,
)
from tui.notes.reports.markup import Markup, element, join


def side_column(contents: Contents, side: Side) -> Markup:
    """Return one article in full, its passages numbered in the margin."""
    article = contents.article(side)
    paragraphs: dict[int, list[Markup]] = {}
    kinds: dict[int, str] = {}
    numbered: set[int] = set()
    for number, sentence in enumerate(article.sentences):
        pieces = paragraphs.setdefault(sentence.paragraph, [])
        kinds.setdefault(sentence.paragraph, sentence.kind)
        passage = contents.passages.get(contents.passage_of[side].get(number, 0))
        if pieces:
            pieces.append(Markup(" "))
        pieces.append(_number(passage, side, numbered))
        names = f"s p{passage.number}" if passage else f"s alone-{side}"
        details = contents.details_on(side, number)
        pieces.append(element("span", _segments(contents, side, number, details), class_=names))
    return element(
        "article",
        element("h3", article_title(article)),
        [element("p", pieces, class_=kinds[n], dir="auto") for n, pieces in paragraphs.items()],
        class_=f"side {side}",
        tabindex=0,
    )


def _number(passage: Passage | None, side: Side, numbered: set[int]) -> Markup:
    """Return the margin number of a sentence; the first of a passage is where links to the passage lead."""
    if passage is None:
        return element("span", "·", class_="number alone")
    first = passage.number not in numbered
    numbered.add(passage.number)
    other = "right" if side == "left" else "left"
    return element(
        "a",
        f"{SIGNS[passage.relation]} {passage.number}",
        class_=f"number {passage.relation}",
        href=f"#{other}-{passage.number}",
        id=f"{side}-{passage.number}" if first else None,
    )


def passage_rows(contents: Contents) -> Markup:
    """Return every passage with its sentences facing each other and its details as a table."""
    return join(_passage(contents, passage) for passage in contents.comparison.passages)


def _passage(contents: Contents, passage: Passage) -> Markup:
    details = contents.details_of.get(passage.number, ())
    by_hand = len(links_by_hand(passage))
    hand = f" · {by_hand} link{'s' if by_hand > 1 else ''} made by hand" if by_hand else ""
    return element(
        "div",
        element(
            "h3",
            element("span", SIGNS[passage.relation], class_=f"sign {passage.relation}"),
            f"{passage.number} {RELATIONS[passage.relation]}{hand}",
        ),
        element("div", [_facing(contents, side, passage, details) for side in SIDES], class_="facing"),
        _detail_table(contents, details) if details else None,
        class_="passage",
        id=f"passage-{passage.number}",
    )


def _facing(contents: Contents, side: Side, passage: Passage, details: Iterable[Detail]) -> Markup:
    numbers = passage.left if side == "left" else passage.right
    here = list(details)
    return element(
        "div",
        element("p", contents.side_name(side), class_="side-name"),
        [element("p", _segments(contents, side, n, here), dir="auto") for n in numbers],
    )


def _detail_table(contents: Contents, details: Iterable[Detail]) -> Markup:
    names = ("", contents.side_name("left"), contents.side_name("right"), "")
    return element(
        "table",
        element("thead", element("tr", [element("th", name) for name in names])),
        element("tbody", [_detail_row(contents, detail) for detail in details]),
        class_="details",
    )


def _detail_row(contents: Contents, detail: Detail) -> Markup:
    verdict = say_verdict(contents.placement.detail_mark(detail))
    words = [
        flatten(contents.article(side).slice(span)) if span else "—"
        for side, span in zip(SIDES, (detail.left, detail.right), strict=True)
    ]
    return element(
        "tr",
        element("td", f"! {detail.kind}" if detail.conflict else detail.kind, class_="kind"),
        [element("td", word) for word in words],
        element("td", detail.why, f" · {verdict}" if verdict else ""),
        class_="conflict" if detail.conflict else None,
    )


def _segments(contents: Contents, side: Side, sentence: int, details: Iterable[Detail]) -> Iterator[Markup]:
    for segment in cut(contents, side, sentence, details):
        yield _segment(contents, segment)


def _segment(contents: Contents, segment: Segment) -> Markup:
    piece = join(segment.text)
    if segment.details:
        conflict = any(detail.conflict for detail in segment.details)
        summary = "; ".join(dict.fromkeys(detail.summary for detail in segment.details))
        piece = element("span", piece, class_="detail conflict" if conflict else "detail", title=summary)
    if segment.notes:
        colour = contents.note(segment.notes[-1]).placed.note.colour
        piece = element("mark", piece, class_=f"n{colour}")
    references = [element("a", str(number), class_="ref", href=f"#note-{number}") for number in segment.ending]
    return join(piece, references)
