"""From what the user names to an article: reading, decoding, making inert, splitting."""

import unicodedata
from datetime import date
from pathlib import Path

from tui.articles.article import Article, ArticleError
from tui.articles.sentences import find_paragraphs, split_sentences

_INERT = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_INERT |= {0x7F: 0x2421} | {code: 0xFFFD for code in range(0x80, 0xA0)}
_INERT |= {code: 0xFFFD for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def make_inert(text: str) -> str:
    """Return `text` with every control and bidi character replaced one for one by a visible one."""
    return text.translate(_INERT)


def make_article(
    text: str,
    *,
    title: str | None = None,
    source: str | None = None,
    published: date | None = None,
    author: str | None = None,
    origin: str = "",
) -> Article:
    """Return the article that `text` holds, its line ends made line feeds and its dangerous characters inert."""
    text = make_inert(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    paragraphs = find_paragraphs(text)
    return Article(text, split_sentences(text, paragraphs), paragraphs, title, source, published, author, origin)


def load_article(location: str) -> Article:
    """Return the article at `location`.

    Raises
    ------
    ArticleError
        If it cannot be read or holds no text; the message is one line for the user.
    """
    path = Path(location)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"{location}: {error.strerror}; name a file that can be read") from error
    if b"\0" in raw:
        raise ArticleError(f"{location}: not a text file; name a text, Markdown or HTML file")
    article = make_article(raw.decode("utf-8-sig", errors="replace"), source=path.stem, origin=location)
    if not any(unicodedata.category(c)[0] in "LN" for c in article.text):
        raise ArticleError(f"{location}: holds no text; name an article")
    return article
