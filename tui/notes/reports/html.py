"""The comparison and its notes as one self-contained HTML page.

The page needs no script and no network and forbids both (Content-Security-Policy; its one style sheet is allowed by
hash). It is put together with `element`, which escapes every text from outside; page.html and page.css stand beside
this file.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from string import Template

from tui import __version__
from tui.articles.article import SIDES, Side
from tui.compare.comparison import BriefLine, MentionKind, Question
from tui.notes.reports.contents import (
    Contents,
    Part,
    article_address,
    article_facts,
    article_title,
    sentences_alone,
)
from tui.notes.reports.html_articles import passage_link, passage_rows, sentence_id, side_column
from tui.notes.reports.html_notes import corrections_list, note_cards
from tui.notes.reports.markup import Markup, element, join

MOST_BRIEF_LINES = 80
"""A longer answer is cut, and how much is left is said."""

_MOST_LIT = 1_000
"""Beyond so many sentences a side hovering lights none: a rule each would make the page slow."""

_MOST_MENTIONS = 60
"""A longer table of mentions of one kind is cut, and how many are left is said."""

_MENTION_KINDS: dict[MentionKind, str] = {
    "person": "People",
    "place": "Places",
    "organisation": "Organisations",
    "figure": "Figures",
    "date": "Dates",
}

_NAMED = frozenset({"person", "place", "organisation"})

_SIGN_CLASSES = {"=": "same", "≈": "similar", "≠": "differs", "!": "conflict", "·": "alone"}


def render_html(contents: Contents) -> str:
    """Return the page."""
    folder = files("tui.notes.reports")
    style = folder.joinpath("page.css").read_text("utf-8") + _lighting(contents)
    return Template(folder.joinpath("page.html").read_text("utf-8")).substitute(
        policy=_policy(style),
        version=__version__,
        title=join(article_title(contents.comparison.left)),
        style=style,
        header=_header(contents),
        main=join(_sections(contents)),
    )


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _lighting(contents: Contents) -> str:
    """Return the rules that light a sentence with its counterparts while the pointer is on it, or it was linked to."""
    rules = []
    for side, other in (SIDES, SIDES[::-1]):
        for number, counterparts in list(contents.counterparts[side].items())[:_MOST_LIT]:
            here = sentence_id(side, number)
            lit = ", ".join(f"#{name}" for name in (here, *(sentence_id(other, n) for n in counterparts)))
            rules.append(f".pair:has(#{here}:is(:hover, :target)) :is({lit}) {{ background: var(--hover); }}\n")
    return "".join(rules)


def _header(contents: Contents) -> Markup:
    kind = "Two versions of one text" if contents.comparison.revision else "Two reports of one event"
    return element(
        "header",
        element("p", kind, class_="kicker"),
        element("h1", article_title(contents.comparison.left)),
        element("div", [_source(contents, side) for side in SIDES], class_="sources"),
        _tally(contents),
        _navigation(contents),
    )


def _source(contents: Contents, side: Side) -> Markup:
    article = contents.article(side)
    address = article_address(article)
    return element(
        "div",
        element("p", contents.side_name(side), class_="side-name"),
        element("p", article_title(article), class_="title"),
        element("p", " · ".join(article_facts(article)), class_="facts"),
        element("p", element("a", address, href=address, rel="noopener noreferrer"), class_="facts")
        if address
        else None,
        class_=f"source {side}",
    )


def _tally(contents: Contents) -> Markup:
    comparison = contents.comparison
    differing = [detail for detail in comparison.details if detail.kind != "wording"]
    conflicts = sum(detail.conflict for detail in differing)
    counts = [
        (len(comparison.passages), "passages in both", ""),
        (len(differing), "details differ", ""),
        (conflicts, "cannot both be right", "conflict" if conflicts else ""),
        *((len(sentences_alone(contents, s)), f"sentences only {contents.side_name(s)}", "") for s in SIDES),
    ]
    if "notes" in contents.parts and contents.notes:
        counts.append((len(contents.notes), "notes" if len(contents.notes) > 1 else "note", ""))
    return element("ul", [element("li", element("b", str(n)), name, class_=c) for n, name, c in counts], class_="tally")


def _navigation(contents: Contents) -> Markup:
    names: dict[Part, str] = {"brief": "In brief", "notes": "Notes", "articles": "Side by side", "passages": "Passages"}
    links = [element("a", name, href=f"#{part}") for part, name in names.items() if contents.shows(part)]
    return element("nav", links)


def _sections(contents: Contents) -> Iterator[Markup]:
    if contents.shows("brief"):
        *questions, cast = contents.comparison.brief.questions
        answers = element("div", [_question(question) for question in questions], class_="questions")
        yield _section("brief", "In brief", answers, _cast(contents, cast))
    if contents.shows("notes"):
        yield _section("notes", "Notes", note_cards(contents), corrections_list(contents))
    if contents.shows("articles"):
        legend = element(
            "p",
            "The number beside a sentence is its passage; dotted underlines stand on one side only. ",
            element(
                "span",
                "Point at a sentence to light its counterparts, follow its number across.",
                class_="screen",
            ),
            class_="legend",
        )
        columns = element("div", [side_column(contents, side) for side in SIDES], class_="pair")
        yield _section("articles", "Side by side", legend, columns)
    if contents.shows("passages"):
        yield _section("passages", "Passages", passage_rows(contents))


def _section(identity: str, title: str, *children: Markup) -> Markup:
    return element("section", element("h2", title), children, id=identity)


def _question(question: Question) -> Markup:
    counts = ", ".join(f"{count} {name}" for name, count in question.counts if count)
    lines = [_brief_line(line) for line in question.lines[:MOST_BRIEF_LINES]]
    left_over = len(question.lines) - len(lines)
    if left_over > 0:
        lines.append(element("li", f"… and {left_over} more"))
    return element(
        "div",
        element("h3", f"{question.number}. {question.title}"),
        element("p", counts or "nothing found", class_="counts"),
        element("ul", lines) if lines else None,
        class_="question",
    )


def _cast(contents: Contents, question: Question) -> Markup:
    """Return the last question's answer: a small table for each kind of mention, and one of who is quoted."""
    heading = element("h3", f"{question.number}. {question.title}")
    return element("div", heading, element("div", _cast_tables(contents, question), class_="cast"), class_="question")


def _cast_tables(contents: Contents, question: Question) -> Iterator[Markup]:
    told = {line.mentions[0]: line.text for line in question.lines if line.mentions}
    mentions = list(enumerate(contents.comparison.mentions))
    for kind, name in _MENTION_KINDS.items():
        rows = [
            _count_row(mention.name, len(mention.left), len(mention.right), told.get(position), kind in _NAMED)
            for position, mention in mentions
            if mention.kind == kind
        ]
        if rows:
            yield _count_table(contents, name, rows)
    sides: dict[str, Counter[Side]] = {}
    for quote in contents.comparison.quotes:
        sides.setdefault(quote.speaker or "without a name", Counter())[quote.side] += 1
    if sides:
        most_first = sorted(sides.items(), key=lambda item: -item[1].total())
        rows = [_count_row(speaker, count["left"], count["right"], None, True) for speaker, count in most_first]
        yield _count_table(contents, "Quoted", rows)


def _count_row(name: str, left: int, right: int, told: str | None, named: bool) -> Markup:
    """Return how often something stands on either side; a name that only one side has is set apart.

    A figure or date that only one side has may stand on the other in other words: `told` says so when pointed at.
    """
    cells = [element("td", str(count) if count else "–") for count in (left, right)]
    one_sided = named and not (left and right)
    return element("tr", element("td", name, title=told), cells, class_="one-sided" if one_sided else None)


def _count_table(contents: Contents, name: str, rows: list[Markup]) -> Markup:
    heads = [element("th", contents.side_name(side)) for side in SIDES]
    head = element("thead", element("tr", element("th", name), heads))
    left_over = len(rows) - _MOST_MENTIONS
    more = element("p", f"… and {left_over} more", class_="counts") if left_over > 0 else None
    table = element("table", head, element("tbody", rows[:_MOST_MENTIONS]))
    return element("div", table, more, class_="mentions")


def _brief_line(line: BriefLine) -> Markup:
    links = [join(", " if at else " → ", passage_link(number)) for at, number in enumerate(line.passages)]
    return element(
        "li",
        element("span", line.sign, class_=f"sign {_SIGN_CLASSES.get(line.sign, '')}"),
        line.text,
        element("span", links, class_="where") if links else None,
    )
