import os
import ssl
import subprocess
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.articles.server import PAGE, PARAGRAPHS, serve
from tui.articles import archive, fetch
from tui.articles.article import ArticleError
from tui.articles.load import load_article
from tui.cli import main


@pytest.fixture(scope="module")
def web():
    with serve() as (address, asked):
        yield address, asked


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path / "home"))
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


def refusal(address: str) -> str:
    with pytest.raises(ArticleError) as caught:
        load_article(address)
    message = str(caught.value)
    assert message.isprintable()
    assert "; " in message, "it says what to do"
    return message


def test_a_page_becomes_its_article(web):
    article = load_article(web[0] + "/page")
    assert article.text.split("\n") == ["Velmouth bridge closes", *PARAGRAPHS]
    assert article.title == "Velmouth bridge closes"
    assert article.source == "The Velmouth Post"
    assert article.author == "Petra Novak"
    assert article.published == date(2015, 5, 12)
    assert article.origin == web[0] + "/page"
    assert article.warnings == ()
    assert [s.kind for s in article.sentences].count("headline") == 2


def test_one_polite_user_agent_is_sent(web):
    load_article(web[0] + "/page?agent")
    assert web[1][-1]["User-Agent"].startswith("newsdiff-tui/")
    assert "Cookie" not in web[1][-1]


@pytest.mark.parametrize("path", ["/packed", "/moved", "/untyped", "/long", "/endlessredirect"])
def test_packed_moved_and_untyped_pages_are_read(web, path):
    assert PARAGRAPHS[0] in load_article(web[0] + path).text


def test_plain_text_is_read_in_the_encoding_the_server_declares(web):
    assert load_article(web[0] + "/plain").text == "The café closed on Monday."


@pytest.mark.parametrize("path", ["/short", "/torn"])
def test_a_page_that_is_cut_short_is_read_and_said_to_be(web, path):
    article = load_article(web[0] + path)
    assert PARAGRAPHS[0] in article.text
    assert "less than it announced" in article.warnings[0]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/missing", "no such page (404"),
        ("/forbidden", "refuses it (403"),
        ("/image", "is image/png, not an article"),
        ("/lying", "is a PNG image, not an article"),
        ("/brotli", "packed as br"),
        ("/bomb", "larger than 20 MB"),
        ("/huge", "larger than 20 MB"),
        ("/endless", "larger than 20 MB"),
        ("/continue", "larger than 20 MB"),
        ("/circle", "in a circle"),
        ("/chain", "redirects more than 5 times"),
        ("/tofile", "neither http nor https"),
        ("/broken", "no sound answer"),
        ("/escape", "␛[31mred"),
    ],
)
def test_what_a_server_may_do_is_told_in_one_line(web, path, told):
    assert told in refusal(web[0] + path)


@pytest.mark.parametrize(
    "path", ["/stalling", "/dripping", "/slowstatus", "/slowheaders", "/slowredirect", "/slowcontinue"]
)
def test_a_server_that_stalls_or_dribbles_is_given_up(web, path, monkeypatch):
    monkeypatch.setattr(fetch, "PATIENCE", 0.3)
    monkeypatch.setattr(fetch, "DEADLINE", 0.6)
    assert "silent" in refusal(web[0] + path)  # how soon, `make drill` tries


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://example.org/a.txt", "only http and https"),
        ("javascript://example.org/%0aalert(1)", "only http and https"),
        ("http://", "no such file"),
        ("http://user:secret@example.org/", "user name"),
        ("http://[::1/", "is no address"),
        ("http://a..b/", "is no address"),
        ("http://127.0.0.1:99999/", "is no address"),
        ("http://example.invalid/", "no such server"),
        ("http://127.0.0.1:1/", "refuses the connection"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(address, told):
    assert told in refusal(address)


@pytest.mark.needs("openssl")
def test_a_certificate_that_cannot_be_trusted_is_told(tmp_path):
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"),
            *("-keyout", str(tmp_path / "key"), "-out", str(tmp_path / "certificate")),
        ],
        capture_output=True,
        check=True,
    )
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate", tmp_path / "key")
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=True)
    server.handle_error = lambda *_: None
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        assert "certificate cannot be trusted" in refusal(f"https://localhost:{server.server_address[1]}/")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_page_opens_again_offline_from_its_copy():
    with serve() as (address, asked):
        first = load_article(address + "/page")
        assert load_article(address + "/page").text == first.text
        assert len(asked) == 1, "the copy is read, not the page again"
    again = load_article(address + "/page")
    assert (again.text, again.title, again.published) == (first.text, first.title, first.published)
    assert again.warnings[0].startswith("the copy of ")
    refreshed = load_article(address + "/page", refresh=True)
    assert refreshed.text == first.text
    assert "could not be fetched" in refreshed.warnings[0]


def test_reloading_fetches_the_page_again(web):
    load_article(web[0] + "/page?reload")
    before = len(web[1])
    assert load_article(web[0] + "/page?reload", refresh=True).warnings == ()
    assert len(web[1]) == before + 1


def test_copies_are_private_and_a_damaged_one_is_fetched_again(web, own_home):
    load_article(web[0] + "/page?damaged")
    (copy,) = (own_home / "cache" / "pages").iterdir()
    assert os.stat(copy.parent).st_mode & 0o077 == 0
    copy.write_bytes(b'{"format": "newsdiff-page/9"}\nfrom the future')
    assert PARAGRAPHS[0] in load_article(web[0] + "/page?damaged").text
    assert archive.find_copy(web[0] + "/page?damaged").page.body == PAGE.encode()


def test_the_oldest_copies_go_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(archive, "MOST_PAGES", 2)
    for number in range(3):
        archive.keep_copy(f"http://example.org/{number}", fetch.Page("", b"x", None, None))
        os.utime(archive._file_of(f"http://example.org/{number}"), (number, number))
    archive.keep_copy("http://example.org/3", fetch.Page("", b"x", None, None))
    assert [bool(archive.find_copy(f"http://example.org/{n}")) for n in range(4)] == [False, False, True, True]


def test_without_a_place_for_copies_the_page_is_read_and_that_is_said(web, own_home):
    own_home.mkdir()
    (own_home / "cache").write_text("in the way")
    assert "no copy could be kept" in load_article(web[0] + "/page").warnings[0]


def test_refresh_on_the_command_line_fetches_the_page_again(web, capfd):
    address = web[0] + "/page?refreshed"
    for words, fetches in (([address], 1), ([address], 0), (["--refresh", address], 1)):
        before = len(web[1])
        assert main(["inspect", *words]) == 0
        assert len(web[1]) - before == fetches
    assert capfd.readouterr().err.count("the copy of") == 1
