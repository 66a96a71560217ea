"""Documents made with the programs people use, each with the exact paragraphs wanted beside it.

They are made by tests/articles/making; what each tells of itself stands in facts.yaml.
"""

from pathlib import Path

import pytest
import yaml

from tui.articles.article import Article, ArticleError
from tui.articles.load import load_article
from tui.articles.walled import one_process

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.name.removesuffix(".wanted") for path in FILES.glob("*.wanted"))
FACTS = yaml.safe_load((FILES / "facts.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", autouse=True)
def same_process():
    with one_process():
        yield


def paragraphs(article: Article) -> list[str]:
    return [article.text[span.start : span.end] for span in article.paragraphs]


def facts(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "published": article.published,
        "dates": [source.kind for source in article.dates],
        "left out": list(article.left_out),
        "warnings": list(article.warnings),
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_paragraph_of_a_document_is_read_and_nothing_else(name):
    wanted = (FILES / f"{name}.wanted").read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert paragraphs(load_article(str(FILES / name))) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_what_a_document_tells_of_itself_is_known(name):
    told = facts(load_article(str(FILES / name)))
    wanted = FACTS[name]
    for key in ("left out", "warnings"):
        # The day of printing changes whenever the files are made anew.
        for line, part in zip(told.pop(key), wanted.get(key, []), strict=True):
            assert part in line
    assert told == {key: wanted.get(key) for key in told}


def test_a_scanned_page_is_told_to_need_ocr():
    with pytest.raises(
        ArticleError, match=r"scan\.pdf: a PDF with no text in it.*run it through OCR first, e\.g\. ocrmypdf"
    ):
        load_article(str(FILES / "scan.pdf"))


def test_a_pdf_that_needs_a_password_is_told():
    with pytest.raises(ArticleError, match=r"locked\.pdf: a PDF that needs a password; save it without one"):
        load_article(str(FILES / "locked.pdf"))
