import pytest

from tui.articles.article import ArticleError
from tui.articles.decode import decode

WORDS = "The café’s owner said: “We reopened on Monday.”"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\0\0"),
    ],
)
def test_unicode_is_read_without_a_word(encoding, mark):
    assert decode(mark + WORDS.encode(encoding), "f") == (WORDS, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_a_guess_and_says_so(encoding):
    text, warnings = decode(WORDS.encode(encoding), "f")
    assert text == WORDS
    assert "guess" in warnings[0]


def test_windows_1252_is_a_guess_and_says_so():
    text, warnings = decode(WORDS.encode("cp1252"), "f")
    assert text == WORDS
    assert warnings == ("not UTF-8: read as Windows-1252, a guess",)


def test_another_alphabet_is_guessed_too():
    words = "Совет собрался в понедельник и принял новый бюджет города на следующий год. " * 3
    text, warnings = decode(words.encode("cp1251"), "f")
    assert text == words
    assert "guess" in warnings[0]


def test_a_few_broken_bytes_do_not_spoil_utf8():
    text, warnings = decode(WORDS.encode() + b" caf\xe9", "f")
    assert text == WORDS + " caf\ufffd"
    assert warnings == ("1 place is not valid UTF-8 and shown as \ufffd",)


def test_a_page_says_its_encoding():
    page = '<html><head><meta charset="windows-1251"></head><body>Совет</body></html>'
    assert decode(page.encode("cp1251"), "f", is_page=True) == (page, ())


def test_what_the_server_declares_counts_before_the_page():
    page = '<meta charset="windows-1251">Совет'
    assert decode(page.encode("utf-8"), "f", declared="utf-8", is_page=True) == (page, ())


@pytest.mark.parametrize("declared", ["no-such-code", "base64", "zlib", "utf-16", "rot13", "idna", "unicode_escape"])
def test_a_false_declaration_is_not_believed(declared):
    page = f'<meta charset="{declared}">{WORDS}'
    assert decode(page.encode(), "f", is_page=True)[0].endswith(WORDS)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"PK\x03\x04\x14\0\0\0", "a zip archive"),
        (b"\x1f\x8b\x08\0\0\0", "a gzip archive"),
        (bytes(range(256)) * 20, "not a text file"),
        (b"\0" * 4096, "not a text file"),
    ],
    ids=["png", "jpeg", "zip", "gzip", "every byte", "zeros"],
)
def test_what_is_no_text_is_refused_by_its_kind(raw, what):
    with pytest.raises(ArticleError, match=what):
        decode(raw, "f")


def test_a_text_with_a_nul_byte_is_still_a_text():
    assert decode(b"BMW said\0 it agreed.", "f")[0] == "BMW said\0 it agreed."
