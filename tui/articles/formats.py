"""From bytes to a draft: which kind of file it is, and the room that reads that kind.

The kind is told by what the bytes are, then by what the server calls them, then by how the name ends. The libraries
for a kind are imported when one of that kind is read.
"""

import re
from collections.abc import Callable
from typing import Literal

from tui.articles.article import ArticleError
from tui.articles.decode import decode
from tui.articles.draft import Content, Draft
from tui.articles.wrapping import unwrap

_PAGE_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FLAT_OPENDOCUMENT = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<office:document\b")
_MAIL_START = re.compile(rb"(?:From [^\r\n]{1,200}\r?\n)?(?:[A-Za-z-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2}")

Kind = Literal["PDF", "Word", "OpenDocument", "EPUB", "RTF", "mail", "page", "Markdown", "text"]

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
MAIL_SUFFIXES = (".eml", ".mht", ".mhtml", ".mbox")
DOCUMENT_SUFFIXES = (".pdf", ".docx", ".odt", ".fodt", ".epub", ".rtf")
_KIND_OF_SUFFIX: dict[str, Kind] = {".pdf": "PDF", ".docx": "Word", ".odt": "OpenDocument", ".epub": "EPUB"}
READABLE_SUFFIXES = (".txt", ".text", *MARKDOWN_SUFFIXES, *PAGE_SUFFIXES, *MAIL_SUFFIXES, *DOCUMENT_SUFFIXES)
"""How the names of files end that are looked at when a folder is opened."""


def kind_of(content: Content) -> Kind:
    """Return which kind of document `content` is read as; whatever is none of the others is text."""
    raw = content.raw
    if raw[:1024].lstrip().startswith(b"%PDF-"):
        return "PDF"
    if raw.startswith(b"PK\x03\x04") and (kind := _packed_kind(raw)):
        return kind
    if raw.startswith(b"{\\rtf"):
        return "RTF"
    if _FLAT_OPENDOCUMENT.match(raw[:2048]):
        return "OpenDocument"
    if content.suffix in _KIND_OF_SUFFIX and b"\0" in raw[:4096]:
        # Its name says what it was; what is left of it is no text, and its reader says so.
        return _KIND_OF_SUFFIX[content.suffix]
    if content.suffix in MAIL_SUFFIXES and _MAIL_START.match(raw):
        return "mail"
    if _is_page(content):
        return "page"
    if content.suffix in MARKDOWN_SUFFIXES or content.media_type == "text/markdown":
        return "Markdown"
    return "text"


def _packed_kind(raw: bytes) -> Kind | None:
    """Return which kind of document an archive is, as its list of parts or its first part tells."""
    if b"word/document" in raw:
        return "Word"
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in raw[:200]:
        return "OpenDocument"
    return "EPUB" if b"META-INF/container.xml" in raw and b"epub" in raw[:200] + raw[-20_000:] else None


def read_content(content: Content) -> Draft:
    """Return the draft that `content` holds.

    Raises
    ------
    ArticleError
        If it is of a kind that cannot be read, damaged, or the library for it is not installed.
    """
    return _READERS[kind_of(content)](content)


def _read_pdf(content: Content) -> Draft:
    from tui.articles.pdf import read_pdf

    return read_pdf(content.raw, content.name)


def _read_word(content: Content) -> Draft:
    from tui.articles.word import read_docx

    return read_docx(content.raw, content.name)


def _read_opendocument(content: Content) -> Draft:
    from tui.articles.opendocument import read_opendocument

    return read_opendocument(content.raw, content.name)


def _read_epub(content: Content) -> Draft:
    from tui.articles.epub import read_epub

    return read_epub(content.raw, content.name)


def _read_rtf(content: Content) -> Draft:
    from tui.articles.rtf import read_rtf

    return read_rtf(content.raw, content.name)


def _read_mail(content: Content) -> Draft:
    from tui.articles.mail import read_mail

    return read_mail(content)


def _read_page(content: Content) -> Draft:
    from tui.articles.pages import read_page

    text, warnings = decode(content.raw, content.name, content.encoding, is_page=True)
    return read_page(text, content.name, content.address, (*content.warnings, *warnings))


def _read_markdown(content: Content) -> Draft:
    from tui.articles.markdown import read_markdown

    text, warnings = decode(content.raw, content.name, content.encoding)
    return read_markdown(text, content.name, (*content.warnings, *warnings))


def _read_text(content: Content) -> Draft:
    text, warnings = decode(content.raw, content.name, content.encoding)
    text, was_wrapped = unwrap(text)
    joined = ("lines of a fixed width were joined to paragraphs",) if was_wrapped else ()
    return Draft(text, warnings=(*content.warnings, *warnings, *joined))


_READERS: dict[Kind, Callable[[Content], Draft]] = {
    "PDF": _read_pdf,
    "Word": _read_word,
    "OpenDocument": _read_opendocument,
    "EPUB": _read_epub,
    "RTF": _read_rtf,
    "mail": _read_mail,
    "page": _read_page,
    "Markdown": _read_markdown,
    "text": _read_text,
}


def _is_page(content: Content) -> bool:
    if _PAGE_START.match(content.raw[:8192]):
        return True
    if content.media_type is not None:
        return content.media_type in ("text/html", "application/xhtml+xml")
    return content.suffix in PAGE_SUFFIXES


def refuse_empty(text: str, name: str) -> None:
    """Raise `ArticleError` if `text` holds neither a letter nor a digit."""
    if not re.search(r"[^\W_]", text):
        raise ArticleError(f"{name}: holds no text; name an article")
