"""PDF files: the paragraphs of an article as its reader sees them, put together from letters that stand on pages.

`words` takes letters from PDFium, `margins` takes out what is no part of the article, `columns` finds the reading
order, `paragraphs` joins lines. pypdfium2 is an extra: without it, one line says what to install. Nothing in a file is
run.
"""

import re
from typing import TYPE_CHECKING, Any

from tui.articles.article import ArticleError, DateSource
from tui.articles.dating import address_date, told_date
from tui.articles.draft import Draft
from tui.articles.pdf.columns import find_columns
from tui.articles.pdf.margins import Margins, take_margins
from tui.articles.pdf.paragraphs import Paragraphs, find_paragraphs
from tui.articles.stamps import find_dates
from tui.articles.titles import part_title

if TYPE_CHECKING:
    from tui.articles.pdf.words import Page

MOST_PAGES = 200
_MOST_UNKNOWN = 0.05
"""A file in which a larger part of the letters has no recorded meaning is told to be unreliable."""
_PASSWORD = 4
"""What PDFium calls a file that needs a password."""
_OCR = "run it through OCR first, e.g. ocrmypdf"
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_FILE_NAME = re.compile(
    r"\.(?:docx?|odt|indd|qxp|html?|pdf|rtf|txt)\Z|\AMicrosoft Word - |\Auntitled|\A(?:file|https?):", re.I
)


def read_pdf(raw: bytes, name: str) -> Draft:
    """Return the article in a PDF file, a paragraph a line, without heads, feet and numbers of pages.

    Raises
    ------
    ArticleError
        If pypdfium2 is not installed, or the file is damaged, locked, too long, or pictures of pages.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise ArticleError(
            f"{name}: PDF needs pypdfium2; pip install 'newsdiff-tui[documents]', or save it as text"
        ) from error
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise ArticleError(f"{name}: a PDF that needs a password; save it without one") from error
        raise ArticleError(f"{name}: a damaged PDF; save it again, or as text") from error
    try:
        return _read(document, name)
    except (ArticleError, MemoryError):
        raise
    except Exception as error:  # a damaged PDF can raise nearly anything from inside the library
        raise ArticleError(f"{name}: a damaged PDF; save it again, or as text") from error
    finally:
        document.close()


def _read(document: Any, name: str) -> Draft:
    from tui.articles.pdf.words import read_page

    if len(document) > MOST_PAGES:
        raise ArticleError(f"{name}: a PDF of more than {MOST_PAGES} pages; save the article's pages alone")
    pages = [read_page(document[number]) for number in range(len(document))]
    if not any(page.words or page.sideways for page in pages):
        raise ArticleError(f"{name}: a PDF with no text in it, only pictures of pages: {_OCR}")
    if sum(page.unknown for page in pages) > 0.5 * sum(page.letters for page in pages):
        raise ArticleError(f"{name}: a PDF that does not record what its letters mean: {_OCR}")
    told = {key: value.strip() for key, value in document.get_metadata_dict().items()}
    own = "" if _FILE_NAME.search(told.get("Title", "")) else told.get("Title", "")
    margins = take_margins(pages, part_title(own)[0])
    found = find_paragraphs([column for words in margins.pages for column in find_columns(list(words))])
    texts = [*found.texts, *(page.sideways for page in pages if page.sideways)]
    title, site = _title(own, found, margins)
    return Draft(
        "\n".join(texts),
        title,
        site,
        tuple(_dates(margins, told)),
        warnings=tuple(_warnings(pages)),
        left_out=_left_out(margins),
        noted_author=told.get("Author"),
        noted_title=part_title(own)[0],
    )


def _title(own: str, found: Paragraphs, margins: Margins) -> tuple[str | None, str | None]:
    """Return headline and outlet: what stands in the text rather than what the file calls itself."""
    headline = found.headline
    for told in (own, *margins.taken):
        title, site = part_title(told, headline=headline or next(iter(found.texts), None))
        if site:
            return headline or title, site
    return headline, None


def _dates(margins: Margins, told: dict[str, str]) -> list[DateSource]:
    # A PDF's own dates are those of printing or export, whatever it was printed from.
    made = [_CREATED.match(told.get(key, "")) for key in ("CreationDate", "ModDate")]
    sources = [told_date("printed", "-".join(found.groups())) for found in made if found]
    heads = [DateSource("running head", day, text) for text in margins.heads for day, _ in find_dates(text)]
    return [source for source in (*heads, *sources, address_date(margins.address)) if source]


def _warnings(pages: "list[Page]") -> list[str]:
    warnings = []
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page.words and page.has_pictures]
    if empty:
        which = f"page {empty[0]} holds" if len(empty) == 1 else f"pages {', '.join(empty)} hold"
        warnings.append(f"{which} pictures and no text: {_OCR}")
    letters = sum(page.letters for page in pages)
    if sum(page.unknown for page in pages) > _MOST_UNKNOWN * letters:
        warnings.append(f"the file does not record what its letters mean, and some may be wrong: {_OCR}")
    if any(page.is_cut for page in pages):
        warnings.append("a page holds more letters than any page of text; the rest of it is left out")
    return warnings


def _left_out(margins: Margins) -> tuple[str, ...]:
    if not margins.taken:
        return ()
    return ("heads, feet and numbers of pages: " + " · ".join(margins.taken),)
