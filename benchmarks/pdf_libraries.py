"""How many paragraphs of printed articles three libraries for PDF bring back.

`python -m benchmarks.pdf_libraries FOLDER`, where FOLDER holds what tests/articles/making/print_files.py prints: PDF
files, each with its paragraphs beside it. Every library is tried with its own idea of a page's text and, where it tells
the places of letters, with this program's way of joining them. pypdf and pdfminer.six are needed beside the extras.
"""

import io
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.articles.pdf.columns import find_columns
from tui.articles.pdf.margins import take_margins
from tui.articles.pdf.paragraphs import find_paragraphs
from tui.articles.pdf.words import Page, Word
from tui.articles.wrapping import unwrap

_BROKEN_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def pypdf_text(raw: bytes) -> list[str]:
    """Return the lines of text that pypdf gives, joined as lines of a fixed width."""
    import pypdf

    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages)
    return unwrap(_BROKEN_WORD.sub("", text))[0].split("\n")


def pdfminer_boxes(raw: bytes) -> list[str]:
    """Return the text boxes that pdfminer's layout analysis finds."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    boxes = [box for page in extract_pages(io.BytesIO(raw)) for box in page if isinstance(box, LTTextContainer)]
    return [" ".join(_BROKEN_WORD.sub("", box.get_text()).split()) for box in boxes]


def pdfminer_words(raw: bytes) -> list[str]:
    """Return the paragraphs that this program makes of pdfminer's letters."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTAnno, LTChar

    pages = []
    for page in extract_pages(io.BytesIO(raw), laparams=LAParams(boxes_flow=None)):
        letters = [letter for letter in _leaves(page) if isinstance(letter, LTChar | LTAnno)]
        words: list[Word] = []
        word: list[LTChar] = []
        for letter in [*letters, None]:
            if isinstance(letter, LTChar) and letter.get_text().strip():
                word.append(letter)
            elif word:
                text = "".join(one.get_text() for one in word)
                first = word[0]
                base = page.height - first.matrix[5]
                words.append(Word(text, first.x0, word[-1].x1, base, round(first.size, 2), "Bold" in first.fontname))
                word = []
        pages.append(Page(tuple(words), page.width, page.height))
    return _joined(pages)


def pdfium_words(raw: bytes) -> list[str]:
    """Return the paragraphs that this program makes of PDFium's letters: what it does when it reads a PDF."""
    import pypdfium2

    from tui.articles.pdf.words import read_page

    document = pypdfium2.PdfDocument(raw)
    return _joined([read_page(document[number]) for number in range(len(document))])


def pdfium_text(raw: bytes) -> list[str]:
    """Return the lines of text that PDFium gives, joined as lines of a fixed width."""
    import pypdfium2

    document = pypdfium2.PdfDocument(raw)
    text = "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    text = text.replace("\r\n", "\n").replace("\ufffe\n", "").replace("\ufffe", "")
    return unwrap(_BROKEN_WORD.sub("", text))[0].split("\n")


WAYS: dict[str, Callable[[bytes], list[str]]] = {
    "pypdf, its text": pypdf_text,
    "PDFium, its text": pdfium_text,
    "pdfminer.six, its boxes": pdfminer_boxes,
    "pdfminer.six, letters joined here": pdfminer_words,
    "PDFium, letters joined here": pdfium_words,
}


def _leaves(item: object) -> Iterator[object]:
    if hasattr(item, "__iter__"):
        for inner in item:
            yield from _leaves(inner)
    else:
        yield item


def _joined(pages: list[Page]) -> list[str]:
    margins = take_margins(pages, "")
    return list(find_paragraphs([column for words in margins.pages for column in find_columns(list(words))]).texts)


def main(folder: Path) -> None:
    """Print paragraphs recovered, words lost and time, for each way and layout."""
    files = sorted(folder.glob("*.pdf"))
    for way, read in WAYS.items():
        scores: dict[str, list[int]] = {}
        lost, start = 0, time.process_time()
        for file in files:
            wanted = file.with_suffix(".wanted").read_text(encoding="utf-8").strip().split("\n")
            got = [text.strip() for text in read(file.read_bytes()) if text.strip()]
            kept = Counter(wanted) & Counter(got)
            missing = Counter(" ".join(wanted).split()) - Counter(" ".join(got).split())
            lost += missing.total()
            for layout in (file.stem.partition("-")[2], "all"):
                score = scores.setdefault(layout, [0, 0])
                score[0] += 2 * kept.total()
                score[1] += len(wanted) + len(got)
        told = "  ".join(f"{layout} {both / of:.3f}" for layout, (both, of) in scores.items())
        print(f"{way}: {told}  words lost {lost}  {time.process_time() - start:.1f} s for {len(files)} files")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
