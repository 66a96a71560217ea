"""From what the user names to an article: reading, decoding, making inert, splitting.

The doors of this room: `make_article` for a text in hand, `load_article` for a file, a URL or standard input.
"""

import sys
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import BinaryIO

from tui.articles import files
from tui.articles.address import is_address
from tui.articles.article import Article, ArticleError, DateSource
from tui.articles.cleaning import clean_text
from tui.articles.dating import settle_dates, used_day
from tui.articles.draft import Content, Draft
from tui.articles.formats import refuse_empty
from tui.articles.furniture import mark_furniture
from tui.articles.language import other_language
from tui.articles.lines import read_lines
from tui.articles.sentences import find_paragraphs, split_sentences
from tui.articles.walled import read_walled
from tui.disk.inert import make_inert_line

MOST_CHARACTERS = 20_000_000
"""An article of more text is refused."""


def make_article(
    text: str,
    *,
    title: str | None = None,
    source: str | None = None,
    published: date | None = None,
    author: str | None = None,
    origin: str = "",
    warnings: tuple[str, ...] = (),
    dates: tuple[DateSource, ...] = (),
    left_out: tuple[str, ...] = (),
    day_first: bool | None = None,
    noted_author: str | None = None,
    noted_title: str | None = None,
) -> Article:
    """Return the article that `text` holds, its line ends made line feeds and its dangerous characters inert.

    A title or author that is not given is taken from the text's own headline and byline, and where there is none from
    `noted_title` and `noted_author`. Of `dates` and those in the text the most trusted counts, if no day is given as
    `published`; `day_first` says how "8/3/2019" is read. What the reader should know of it is added to `warnings`.
    """
    text, found = clean_text(text)
    paragraphs = find_paragraphs(text)
    lines = read_lines(text, paragraphs, day_first)
    given = (DateSource("as given", published),) if published else ()
    settled = settle_dates((*given, *dates, *lines.dates))
    language = other_language(text)
    foreign = (f"looks like {language}: names and figures are found in English only",) if language else ()
    return Article(
        text,
        mark_furniture(text, split_sentences(text, paragraphs, lines.kinds)),
        paragraphs,
        make_one_line(title) or lines.title or make_one_line(noted_title),
        make_one_line(source),
        used_day(settled),
        make_one_line(author) or lines.author or make_one_line(noted_author),
        origin,
        (*map(make_inert_line, warnings), *found, *foreign),
        tuple(replace(source, told=make_one_line(source.told) or "") for source in settled),
        tuple(map(make_inert_line, left_out)),
    )


def load_article(
    location: str, *, stdin: BinaryIO | None = None, refresh: bool = False, keep_stdin: bool = False
) -> Article:
    """Return the article at `location`.

    Parameters
    ----------
    location
        The name of a text, Markdown, HTML, PDF, Word or mail file or of a pipe, an http or https URL, or `-`.
    stdin
        What `-` reads; the process's standard input when it is not given.
    refresh
        Whether a URL is fetched again although a copy of it is in the archive. A page that cannot be fetched is
        still read from its copy, with a warning.
    keep_stdin
        Whether standard input is somebody else's, such as the records of a batch; then it is refused by any name.

    Raises
    ------
    ArticleError
        If it cannot be read or holds no text; the message is one line for the user.
    """
    if location == "-":
        if keep_stdin:
            raise ArticleError(f"-: {files.STDIN_TAKEN}")
        name = "standard input"
        content = Content(files.read_stream(stdin or sys.stdin.buffer, name), name)
    elif is_address(location) and not location.lower().startswith("file://"):
        from tui.articles.web import read_address

        content = read_address(location, refresh)
    else:
        content = _read_named(location, keep_stdin)
    draft = read_walled(content)
    if len(draft.text) > MOST_CHARACTERS:
        most = MOST_CHARACTERS // 1_000_000
        raise ArticleError(f"{content.name}: more than {most} million characters; name a shorter text")
    refuse_empty(draft.text, content.name)
    return _finish(draft, content, location)


def _read_named(location: str, keep_stdin: bool) -> Content:
    name = make_inert_line(location)
    path = location
    if location.lower().startswith("file://"):
        from urllib.request import url2pathname

        path = url2pathname(location[len("file://") :].removeprefix("localhost"))
    raw, warnings = files.read_file(path, keep_stdin)
    return Content(raw, name, PurePath(path).suffix.lower(), warnings=warnings)


def _finish(draft: Draft, content: Content, location: str) -> Article:
    return make_article(
        draft.text,
        title=draft.title,
        source=draft.source or _source(content),
        author=draft.author,
        origin=location,
        warnings=draft.warnings,
        dates=draft.dates,
        left_out=draft.left_out,
        day_first=draft.day_first,
        noted_author=draft.noted_author,
        noted_title=draft.noted_title,
    )


def _source(content: Content) -> str:
    if content.address:
        from urllib.parse import urlsplit

        return urlsplit(content.address).hostname or content.name
    return PurePath(content.name).stem


def make_one_line(text: str | None) -> str | None:
    """Return `text` on one line and inert; none if nothing is left of it."""
    return make_inert_line(" ".join(text.split())) or None if text else None
