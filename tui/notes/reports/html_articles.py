"""The two articles, in full side by side and passage by passage, as HTML."""

from collections.abc import Iterable, Iterator

from tui.articles.article import SIDES, Side
from tui.compare.comparison import Detail, Passage
from tui.notes.reports.citing import article_paragraphs, article_title, flatten, say_verdict
from tui.notes.reports.contents import Contents, Row, links_by_hand
from tui.notes.reports.markup import Markup, element, join
from tui.notes.reports.segments import Segment, cut


def side_column(contents: Contents, side: Side) -> Markup:
    """Return one article in full, each sentence with the number of its passage in the margin."""
    article = contents.article(side)
    paragraphs = [
        element("p", _paragraph(contents, side, numbers), class_=article.sentences[numbers[0]].kind, dir="auto")
        for numbers in article_paragraphs(article)
    ]
    return element("article", element("h3", article_title(article)), paragraphs, class_=f"side {side}", tabindex=0)


def sentence_id(side: Side, number: int) -> str:
    """Return the name under which a sentence can be linked to."""
    return f"{side}-{number + 1}"


def passage_link(number: int) -> Markup:
    """Return a link to a passage."""
    return element("a", str(number), href=f"#passage-{number}")


def _paragraph(contents: Contents, side: Side, sentences: Iterable[int]) -> Iterator[Markup]:
    for position, number in enumerate(sentences):
        if position:
            yield Markup(" ")
        yield _margin(contents, side, number)
        alone = number in contents.alone[side]
        yield element(
            "span",
            _segments(contents, side, number, contents.details_on[side].get(number, ())),
            class_=f"s alone-{side}" if alone else "s",
            id=sentence_id(side, number),
        )


def _margin(contents: Contents, side: Side, number: int) -> Markup:
    """Return the numbers of a sentence's passages, each leading to its surest counterpart there."""
    passages = [contents.passages[one] for one in contents.passages_at[side].get(number, ())]
    if number in contents.beside[side]:
        return element("span", "≠", class_="number differs")
    if number in contents.also_at[side]:
        passage = contents.also_at[side][number]
        link = element("a", f"({passage.number})", href=f"#{_counterpart(passage, side, number)}")
        return element("span", link, class_="number also", title=f"also tells of passage {passage.number}")
    if not passages:
        return element("span", "·", class_="number alone") if number in contents.alone[side] else Markup("")
    mark = contents.mark(passages[0])
    links = [
        join(" ", element("a", str(passage.number), href=f"#{_counterpart(passage, side, number)}"))
        for passage in passages
    ]
    return element("span", mark.sign, links, class_=f"number {mark.name}")


def _counterpart(passage: Passage, side: Side, number: int) -> str:
    """Return the name of the sentence on the other side that a sentence is surest linked with in a passage."""
    if side == "left":
        best = max((link for link in passage.links if link.left == number), key=lambda link: link.score)
        return sentence_id("right", best.right)
    best = max((link for link in passage.links if link.right == number), key=lambda link: link.score)
    return sentence_id("left", best.left)


def passage_rows(contents: Contents) -> Markup:
    """Return every passage with its details as a table; with its sentences where the articles stand nowhere else."""
    with_sentences = "articles" not in contents.parts
    rows = [(row.passage, row) for row in contents.rows if row.passage is not None]
    return join(_passage(contents, passage, row if with_sentences else None) for passage, row in rows)


def _passage(contents: Contents, passage: Passage, row: Row | None) -> Markup:
    by_hand = len(links_by_hand(passage))
    hand = f" · {by_hand} link{'s' if by_hand > 1 else ''} made by hand" if by_hand else ""
    mark = contents.mark(passage)
    sign = element("span", mark.sign, class_=f"sign {mark.name}")
    heading = element("h3", sign, f"{passage.number} {mark.words}{hand}", None if row else _places(contents, passage))
    facing = _facing(contents, passage, row) if row else None
    details = contents.details_of.get(passage.number, ())
    table = _detail_table(contents, details) if details else None
    return element("div", heading, facing, table, class_="passage", id=f"passage-{passage.number}")


def _places(contents: Contents, passage: Passage) -> Markup:
    """Return links to a passage's sentences in the articles."""
    sides: tuple[tuple[Side, tuple[int, ...]], ...] = (("left", passage.left), ("right", passage.right))
    links = [
        join(" · " if at else " ", f"{contents.side_name(side)} ", [_sentence_link(side, n) for n in numbers])
        for at, (side, numbers) in enumerate(sides)
    ]
    return element("span", links, class_="where")


def _sentence_link(side: Side, number: int) -> Markup:
    return join(element("a", str(number + 1), href=f"#{sentence_id(side, number)}"), " ")


def _facing(contents: Contents, passage: Passage, row: Row) -> Markup:
    """Return a passage's sentences side by side; one that stands in an earlier passage is told by number."""
    sides: tuple[tuple[Side, tuple[int, ...], tuple[int, ...]], ...] = (
        ("left", row.left, passage.left),
        ("right", row.right, passage.right),
    )
    details = contents.details_of.get(passage.number, ())
    columns = []
    for side, numbers, held in sides:
        above = ", ".join(str(number + 1) for number in held if number not in numbers)
        columns.append(
            element(
                "div",
                element("p", contents.side_name(side), class_="side-name"),
                [element("p", _segments(contents, side, number, details), dir="auto") for number in numbers],
                element("p", f"also sentence {above}, told above", class_="again") if above else None,
            )
        )
    return element("div", columns, class_="facing")


def _detail_table(contents: Contents, details: Iterable[Detail]) -> Markup:
    rows = dict.fromkeys(_detail_row(contents, detail) for detail in details)
    return element("table", element("tbody", list(rows)), class_="details")


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
