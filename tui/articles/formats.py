"""From bytes to a draft: which kind of file it is, and the room that reads that kind.

The kind is told by what the bytes are, then by what the server calls them, then by how the name ends. The libraries
for a kind are imported when one of that kind is read.
"""

import re

from tui.articles.article import ArticleError
from tui.articles.decode import decode
from tui.articles.draft import Content, Draft
from tui.articles.wrapping import unwrap

_PAGE_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_START = rb"(?:[A-Za-z-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}"

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
MAIL_SUFFIXES = (".eml", ".mht", ".mhtml")
READABLE_SUFFIXES = (".txt", ".text", *MARKDOWN_SUFFIXES, *PAGE_SUFFIXES, *MAIL_SUFFIXES, ".pdf", ".docx")
"""How the names of files end that are looked at when a folder is opened."""


def read_content(content: Content) -> Draft:
    """Return the draft that `content` holds.

    Raises
    ------
    ArticleError
        If it is of a kind that cannot be read, damaged, or the library for it is not installed.
    """
    raw = content.raw
    if raw[:1024].lstrip().startswith(b"%PDF-"):
        from tui.articles.pdf import read_pdf

        return read_pdf(raw, content.name)
    if raw.startswith(b"PK\x03\x04") and b"word/document" in raw:
        from tui.articles.documents import read_docx

        return read_docx(raw, content.name)
    if content.suffix in MAIL_SUFFIXES and re.match(_MAIL_START, raw):
        from tui.articles.mail import read_mail

        return read_mail(content)
    if _is_page(content):
        from tui.articles.pages import read_page

        text, warnings = decode(raw, content.name, content.encoding, is_page=True)
        return read_page(text, content.name, content.address, (*content.warnings, *warnings))
    text, warnings = decode(raw, content.name, content.encoding)
    warnings = (*content.warnings, *warnings)
    if content.suffix in MARKDOWN_SUFFIXES or content.media_type == "text/markdown":
        from tui.articles.markdown import read_markdown

        return read_markdown(text, content.name, warnings)
    text, was_wrapped = unwrap(text)
    return Draft(
        text, warnings=(*warnings, "lines of a fixed width were joined to paragraphs") if was_wrapped else warnings
    )


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
