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


DAMAGED = {
    "ferry-chromium-two.pdf": "a damaged PDF; save it again, or as text",
    "harbour-office.docx": "a damaged Word file; save it again, or as text",
    "harbour-office.odt": "a damaged OpenDocument file; save it again, or as text",
    "harbour-office.epub": "a damaged EPUB file; save it again, or as text",
    "harbour-office.rtf": "a damaged RTF file, or one without text; save it again, or as text",
}


@pytest.mark.parametrize("part", [0.5, 0.002], ids=["half of it", "its first bytes"])
@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_document_is_told_by_its_name_with_what_to_do(tmp_path, name, part):
    raw = (FILES / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(raw[: max(8, int(len(raw) * part))])
    with pytest.raises(ArticleError) as caught:
        load_article(str(path))
    assert str(caught.value) == f"{path}: {DAMAGED[name]}"


@pytest.mark.parametrize("name", ["ferry-chromium.mhtml", "ferry-box.mbox"])
def test_a_mail_or_saved_page_that_was_cut_short_says_so(tmp_path, name):
    raw = (FILES / name).read_bytes()
    (tmp_path / name).write_bytes(raw[: len(raw) // 2])
    article = load_article(str(tmp_path / name))
    assert article.warnings[0] == "the file ends in the middle of a part; its end is missing"


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.rtf", "a.epub", "a.pdf", "a.mbox", "a.mhtml"])
def test_an_empty_document_is_told(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(ArticleError, match=rf"{name}: holds no text; name an article"):
        load_article(str(tmp_path / name))


def test_a_word_file_that_needs_a_password_is_told(tmp_path):
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    (tmp_path / "a.docx").write_bytes(locked)
    with pytest.raises(ArticleError, match=r"a\.docx: a Word file that needs a password; save it without one"):
        load_article(str(tmp_path / "a.docx"))


def test_an_old_word_file_is_told_to_be_saved_anew(tmp_path):
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(ArticleError, match=r"a\.doc: is an old Microsoft Office document.*save it as \.docx"):
        load_article(str(tmp_path / "a.doc"))
