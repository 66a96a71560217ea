"""From an HTML page to its article: trafilatura finds the text and what the page says of itself.

Its own output joins paragraphs, so the paragraphs are taken from the tree it returns. A page in which it finds no
article is read as all of its visible text, and that is said.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tui.articles.article import ArticleError, DateSource
from tui.articles.counts import count_of
from tui.articles.dating import told_date
from tui.articles.draft import Draft
from tui.articles.page_blocks import ARTICLE_BLOCKS, blocks_of, page_blocks, page_lines, page_tree, without_unread
from tui.articles.page_body import Body, complete_body
from tui.articles.page_facts import PageFacts, read_facts
from tui.articles.stamps import find_dates
from tui.articles.titles import part_title
from tui.disk.tables import read_table

MOST_CHARACTERS = 5_000_000
"""A page that is longer without its scripts, styles and embedded files is refused."""

_EMBEDDED = re.compile(r"data:[\w/+.;=-]{0,200}?base64,[A-Za-z0-9+/=]*")
_FULL_STOP = re.compile(r"[.!?…。！？][\"”’')]*\Z")
_WAYBACK_BAR = re.compile(r"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->", re.DOTALL)
_FEWEST_LETTERS = 200
"""An article shorter than this is compared with the page's whole text before it is believed."""
_SHORT = 2_500
"""An article of more letters is no teaser before a paywall, and no consent page."""
_FEWEST_SIGNS = 3
_MOST_NAMED = 6


def read_page(page: str, name: str, address: str | None, warnings: tuple[str, ...] = ()) -> Draft:
    """Return the article that the HTML text `page` holds, with title, site, dates and author.

    Parameters
    ----------
    name
        For messages.
    address
        The page's URL, if it has one.

    Raises
    ------
    ArticleError
        If the page is too large or holds no text.
    """
    told = page
    page = _EMBEDDED.sub("data:,", without_unread(_WAYBACK_BAR.sub("", page, count=1)))
    if len(page) > MOST_CHARACTERS:
        raise ArticleError(
            f"{name}: a page of more than {MOST_CHARACTERS // 1_000_000} million characters; save it as text"
        )
    tree = page_tree(page)
    facts = read_facts(told, tree, address) if tree is not None else PageFacts()
    found = _extract(page, facts.address)
    body = _body(found, tree, facts)
    lines = list(body.lines)
    is_found = True
    if sum(map(len, lines)) < _FEWEST_LETTERS:
        everything = page_lines(page)
        is_found = sum(map(len, everything)) <= 2 * sum(map(len, lines))
        lines = lines if is_found else everything
    warnings = (*warnings, *_warnings(lines, page, facts, body))
    if not lines:
        raise ArticleError(f"{name}: a page without text; open it in a browser and save its text")
    title, site = _title(facts, found)
    if is_found and title and title not in lines[0] and lines[0] not in title:
        lines.insert(0, title)
    return Draft(
        "\n".join(lines),
        title,
        site,
        (*facts.dates, *_dates_above(body, facts.day_first)) or _guessed_date(found),
        _author(facts, found, site),
        warnings,
        _left_out(body) if is_found else (),
        facts.day_first,
    )


def _body(found: Any, tree: Any, facts: PageFacts) -> Body:
    lines = list(blocks_of(found.body, ARTICLE_BLOCKS)) if found is not None and found.body is not None else []
    return (
        complete_body(lines, list(page_blocks(tree)), facts.is_live)
        if lines and tree is not None
        else Body(tuple(lines))
    )


def _warnings(lines: list[str], page: str, facts: PageFacts, body: Body) -> Iterator[str]:
    """Yield what the reader should know: that this is no article, or not all of one, or what was not taken in."""
    text = "\n".join(lines)
    signs = _signs(page if len(text) < _SHORT else "")
    if signs["robot"] and len(text) < 2 * _FEWEST_LETTERS:
        yield "this looks like a check for robots, not an article; open it in a browser and save the page from there"
    elif signs["consent"] >= _FEWEST_SIGNS and _is_mostly_consent(lines):
        yield "this looks like a consent page, not an article; open it in a browser, answer it and save the page"
    elif len(text) < _SHORT and (signs["paywall"] or not facts.is_free):
        yield "this looks like the beginning of an article behind a paywall; its end is missing"
    if not any(len(line) >= 20 and _FULL_STOP.search(line[-6:]) for line in lines):
        yield "no article was recognised in the page; all the text that was found is shown"
    if body.left_out:
        count = count_of(len(body.left_out), "paragraph")
        yield f"{count} among those of the article left out as boxes or advertisements; the about box names them"


def _left_out(body: Body) -> tuple[str, ...]:
    if not body.left_out:
        return ()
    named = [" ".join(text.split()[:10]) + (" …" if len(text.split()) > 10 else "") for text in body.left_out]
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    return ("paragraphs that do not read like the article: " + " · ".join(named[:_MOST_NAMED]) + more,)


def _signs(page: str) -> Counter[str]:
    """Return how many of the words by which each kind of page is known stand in `page`."""
    text = "\n".join(page_lines(page)).lower().replace("’", "'") if page else ""
    return Counter(kind for kind, words in _page_words() if words in text)


@cache
def _page_words() -> tuple[tuple[str, ...], ...]:
    return read_table(Path(__file__).with_name("page_words.tsv"))


def _is_mostly_consent(lines: list[str]) -> bool:
    """Say whether hardly a line of prose is about anything but consent."""
    prose = [line.lower() for line in lines if len(line.split()) > 8]
    own = [line for line in prose if not re.search(r"cookie|consent|privacy|partners|personali[sz]ed|advertis", line)]
    return len(own) <= 0.34 * len(prose)


def _title(facts: PageFacts, found: Any) -> tuple[str | None, str | None]:
    titles = [*facts.titles, _said(found, "title")]
    site = facts.site
    for told in filter(None, titles):
        title, named = part_title(told, site, facts.headline)
        site = site or named
        if title:
            break
    else:
        title = ""
    for told in filter(None, titles):
        site = site or part_title(told, None, title)[1]
    return title or None, site or _host(facts.address)


def _host(address: str | None) -> str | None:
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None


def _author(facts: PageFacts, found: Any, site: str | None) -> str | None:
    author = facts.author or (_said(found, "author") or "").replace("; ", ", ")
    return author if author and author != site else None


def _dates_above(body: Body, day_first: bool | None) -> Iterator[DateSource]:
    for line in body.above:
        for day, is_update in find_dates(line, day_first):
            yield DateSource("updated" if is_update else "dateline", day, line)


def _guessed_date(found: Any) -> tuple[DateSource, ...]:
    """Return the date that trafilatura found somewhere in the page, where nothing tells one plainly."""
    guessed = told_date("time element", _said(found, "date"))
    return (guessed,) if guessed else ()


def _extract(page: str, address: str | None) -> Any:
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            page,
            url=address,
            with_metadata=True,
            include_comments=False,
            # Without this any year in the foot of a page may become its date.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError, TypeError, AttributeError, LookupError):
        # What a page can hold that trafilatura stumbles over; all of the page's text is shown instead.
        return None


def _said(found: Any, what: str) -> str | None:
    value = getattr(found, what, None) if found is not None else None
    return " ".join(value.split()) or None if isinstance(value, str) else None
