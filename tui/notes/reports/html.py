"""The comparison and its notes as one self-contained HTML page.

The page needs no script and no network and forbids both (Content-Security-Policy; its one style sheet is allowed by
hash). It is put together with `element`, which escapes every text from outside; page.html and page.css stand beside
this file.
"""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from string import Template

from tui import __version__
from tui.articles.article import SIDES, Side
from tui.compare.comparison import BriefLine, Question
from tui.notes.reports.citing import article_address, article_facts, article_title, pair_title
from tui.notes.reports.contents import Contents, Part, brief_lines
from tui.notes.reports.html_articles import passage_link, passage_rows, sentence_id, side_column
from tui.notes.reports.html_notes import corrections_list, note_cards
from tui.notes.reports.markup import Markup, element, join

_MOST_LIT = 1_000
"""Beyond so many sentences a side hovering lights none: a rule each would make the page slow."""

_SIGN_CLASSES = {"=": "same", "≈": "similar", "≠": "differs", "!": "conflict", "·": "alone"}


def render_html(contents: Contents) -> str:
    """Return the page."""
    folder = files("tui.notes.reports")
    style = folder.joinpath("page.css").read_text("utf-8") + _lighting(contents)
    return Template(folder.joinpath("page.html").read_text("utf-8")).substitute(
        policy=_policy(style),
        version=__version__,
        title=join(pair_title(contents.comparison)),
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
        element("h1", pair_title(contents.comparison)),
        element("div", [_source(contents, side) for side in SIDES], class_="sources"),
        _tally(contents),
        element("p", f"{used}.", class_="facts") if (used := contents.comparison.model) else None,
        [
            element("p", told, class_="trouble")
            for told in (*contents.comparison.warnings, *map(str, contents.comparison.troubles))
        ],
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
    counts, (left, right) = contents.counts, map(contents.side_name, SIDES)
    told = [
        (counts.passages, "passages in both", ""),
        (counts.details, "differing details", ""),
        (counts.conflicts, "cannot both be right", "conflict" if counts.conflicts else ""),
        (counts.alone[0], f"sentences only {left}", ""),
        (counts.alone[1], f"sentences only {right}", ""),
    ]
    if "notes" in contents.parts and contents.notes:
        told.append((len(contents.notes), "notes" if len(contents.notes) > 1 else "note", ""))
    return element("ul", [element("li", element("b", str(n)), name, class_=c) for n, name, c in told], class_="tally")


def _navigation(contents: Contents) -> Markup:
    names: dict[Part, str] = {
        "brief": "In brief",
        "notes": "Notes",
        "articles": "Side by side",
        "passages": "Passage by passage",
    }
    links = [element("a", name, href=f"#{part}") for part, name in names.items() if contents.shows(part)]
    return element("nav", links)


def _sections(contents: Contents) -> Iterator[Markup]:
    if contents.shows("brief"):
        answers = [_question(contents, question) for question in contents.comparison.brief.questions]
        yield _section("brief", "In brief", element("div", answers, class_="questions"))
    if contents.shows("notes"):
        yield _section("notes", "Notes", note_cards(contents), corrections_list(contents))
    if contents.shows("articles"):
        legend = element(
            "p",
            "The number beside a sentence is its passage, in brackets one that it also tells of; ",
            "dotted underlines stand on one side only. ",
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
        yield _section("passages", "Passage by passage", passage_rows(contents))


def _section(identity: str, title: str, *children: Markup) -> Markup:
    return element("section", element("h2", title), children, id=identity)


def _question(contents: Contents, question: Question) -> Markup:
    counts = ", ".join(f"{count} {name}" for name, count in question.counts if count)
    lines, left_over = brief_lines(question)
    items = [_brief_line(contents, line) for line in lines]
    if left_over:
        # What only one side says is found in the articles, all else passage by passage.
        part: Part = "articles" if question.number == 4 else "passages"
        more = f"and {left_over} more"
        items.append(element("li", element("a", more, href=f"#{part}") if contents.shows(part) else more))
    return element(
        "div",
        element("h3", f"{question.number}. {question.title}"),
        element("p", counts or "nothing found", class_="counts"),
        element("ul", items) if items else None,
        class_="question",
    )


def _brief_line(contents: Contents, line: BriefLine) -> Markup:
    numbers = line.passages if contents.shows("passages") else ()
    links = [join(", " if at else " → ", passage_link(number)) for at, number in enumerate(numbers)]
    return element(
        "li",
        element("span", line.sign, class_=f"sign {_SIGN_CLASSES.get(line.sign, '')}"),
        line.text,
        element("span", links, class_="where") if links else None,
    )
