"""PDF and Word files, through libraries that are extras: without them, one line says what to install."""

import io
import logging
import re
import zipfile
from datetime import date, datetime
from typing import Any

from tui.articles.article import ArticleError
from tui.articles.draft import Draft
from tui.articles.wrapping import unwrap

MOST_PAGES = 200
MOST_UNPACKED = 100_000_000
"""A Word file that unpacks to more bytes is refused."""

_BROKEN_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def read_pdf(raw: bytes, name: str) -> Draft:
    """Return the text of a PDF file, its lines joined to paragraphs.

    Raises
    ------
    ArticleError
        If pypdf is not installed, or the file is damaged, locked, too long, or pictures of pages.
    """
    try:
        import pypdf
    except ImportError as error:
        raise ArticleError(
            f"{name}: PDF needs pypdf; pip install 'newsdiff-tui[documents]', or save it as text"
        ) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        document = pypdf.PdfReader(io.BytesIO(raw))
        if document.is_encrypted and not document.decrypt(""):
            raise ArticleError(f"{name}: a PDF that needs a password; save it without one")
        if len(document.pages) > MOST_PAGES:
            raise ArticleError(f"{name}: a PDF of more than {MOST_PAGES} pages; save the article's pages alone")
        text = "\n".join(page.extract_text() for page in document.pages)
        told: Any = document.metadata or {}
        title, author, created = told.get("/Title"), told.get("/Author"), getattr(told, "creation_date", None)
    except (ArticleError, MemoryError):
        raise
    except Exception as error:  # a damaged PDF can raise nearly anything from inside the library
        raise ArticleError(f"{name}: a damaged PDF; save it again, or as text") from error
    if not text.strip():
        raise ArticleError(f"{name}: a PDF of pictures without text; save its text with a program that recognises it")
    text, _ = unwrap(_BROKEN_WORD.sub("", text))
    return Draft(text, _text(title), None, _day(created), _text(author))


def read_docx(raw: bytes, name: str) -> Draft:
    """Return the text of a Word file, a paragraph a line.

    Raises
    ------
    ArticleError
        If python-docx is not installed, or the file is damaged or unpacks to too much.
    """
    try:
        import docx
    except ImportError as error:
        line = f"{name}: DOCX needs python-docx; pip install 'newsdiff-tui[documents]', or save it as text"
        raise ArticleError(line) from error
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise ArticleError(f"{name}: unpacks to more than {MOST_UNPACKED // 1_000_000} MB; save it as text")
        document = docx.Document(io.BytesIO(raw))
        lines = [line for block in document.iter_inner_content() for line in _lines_of(block)]
        told = document.core_properties
        title, author, created = told.title, told.author, told.modified or told.created
    except (ArticleError, MemoryError):
        raise
    except Exception as error:  # a damaged file can raise nearly anything from inside the library
        raise ArticleError(f"{name}: a damaged Word file; save it again, or as text") from error
    return Draft("\n".join(lines), _text(title), None, _day(created), _text(author))


def _lines_of(block: Any) -> list[str]:
    if hasattr(block, "rows"):
        return [cell.text for row in block.rows for cell in row.cells]
    return [block.text]


def _text(value: object) -> str | None:
    return " ".join(str(value).split()) or None if value else None


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else None
