"""From what the user names to an article: reading, decoding, making inert, splitting."""

import sys
import unicodedata
from datetime import date
from pathlib import PurePath
from typing import BinaryIO

from tui.articles.article import Article, ArticleError
from tui.articles.decode import decode
from tui.articles.files import read_file, read_stream
from tui.articles.lines import read_lines
from tui.articles.sentences import find_paragraphs, split_sentences
from tui.disk.inert import make_inert, make_inert_line

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
) -> Article:
    """Return the article that `text` holds, its line ends made line feeds and its dangerous characters inert.

    A title, date or author that is not given is taken from the text's own headline, dateline and byline.
    """
    text = make_inert(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    paragraphs = find_paragraphs(text)
    lines = read_lines(text, paragraphs)
    return Article(
        text,
        split_sentences(text, paragraphs, lines.kinds),
        paragraphs,
        title or lines.title,
        source,
        published or lines.published,
        author or lines.author,
        origin,
        warnings,
    )


def load_article(location: str, *, stdin: BinaryIO | None = None) -> Article:
    """Return the article at `location`, a file's name or `-` for standard input.

    Raises
    ------
    ArticleError
        If it cannot be read or holds no text; the message is one line for the user.
    """
    warnings: tuple[str, ...] = ()
    if location == "-":
        name = source = "standard input"
        raw = read_stream(stdin or sys.stdin.buffer, name)
    else:
        name = make_inert_line(location)
        raw, warnings = read_file(location)
        source = PurePath(name).stem
    text, more = decode(raw, name)
    if len(text) > MOST_CHARACTERS:
        raise ArticleError(f"{name}: more than {MOST_CHARACTERS // 1_000_000} million characters; name a shorter text")
    if not any(unicodedata.category(c)[0] in "LN" for c in text):
        raise ArticleError(f"{name}: holds no text; name an article")
    return make_article(text, source=source, origin=location, warnings=(*warnings, *more))
