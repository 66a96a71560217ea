import os
import threading

import pytest

from tui.articles import files
from tui.articles.article import ArticleError
from tui.articles.load import load_article


def refusal(location) -> str:
    with pytest.raises(ArticleError) as caught:
        load_article(str(location))
    message = str(caught.value)
    assert message.isprintable()
    return message


def test_a_missing_file_is_named(tmp_path):
    assert refusal(tmp_path / "gone.txt") == f"{tmp_path}/gone.txt: no such file; check the name"


def test_a_folder_is_refused(tmp_path):
    assert "is a folder" in refusal(tmp_path)


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    if os.geteuid() == 0:  # whom no permission stops
        monkeypatch.setattr(os, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    assert refusal(path) == f"{path}: may not be read; check its permissions"


def test_a_name_that_cannot_be_one_is_refused():
    assert "is no file name" in refusal("a\0b")
    assert "name a file" in refusal("x" * 5000)


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/urandom"])
def test_a_device_is_refused(device):
    assert "is a device" in refusal(device)


@pytest.mark.parametrize("content", [b"", b"\n \r\n\t\n", b"\xef\xbb\xbf", b"--- * ---\n", "\u200b\u2060".encode()])
def test_a_file_without_words_is_refused(tmp_path, content):
    path = tmp_path / "blank.txt"
    path.write_bytes(content)
    assert "holds no text" in refusal(path)


def test_an_escape_in_a_file_name_is_shown_and_disarmed(tmp_path):
    assert "␛]52;c;AAAA␇" in refusal(tmp_path / "\x1b]52;c;AAAA\x07.txt")


def test_a_pipe_is_read_to_its_end(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def write() -> None:
        with open(pipe, "w") as opened:
            for part in ("The council met. ", "It agreed.\n"):
                opened.write(part)
                opened.flush()

    writer = threading.Thread(target=write)
    writer.start()
    assert load_article(str(pipe)).text == "The council met. It agreed.\n"
    writer.join()


def test_a_pipe_whose_writer_has_gone_is_read(tmp_path):
    reading, writing = os.pipe()
    os.write(writing, b"The council met.")
    os.close(writing)
    try:
        assert load_article(f"/dev/fd/{reading}").text == "The council met."
    finally:
        os.close(reading)


@pytest.mark.parametrize("is_held_open", [True, False])
def test_a_pipe_that_gives_nothing_is_given_up(tmp_path, monkeypatch, is_held_open):
    monkeypatch.setattr(files, "PATIENCE", 0.2)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    held = os.open(pipe, os.O_RDWR) if is_held_open else None
    assert "gave nothing" in refusal(pipe)
    if held is not None:
        os.close(held)


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "huge.txt"
    with open(path, "wb") as opened:
        opened.truncate(files.MOST_BYTES + 1)
    assert "larger than 100 MB" in refusal(path)


def test_a_pipe_beyond_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 1000)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def write() -> None:
        with open(pipe, "wb") as opened:
            opened.write(b"word " * 1000)

    writer = threading.Thread(target=write)
    writer.start()
    assert "larger than" in refusal(pipe)
    writer.join()


def test_a_text_beyond_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("tui.articles.load.MOST_CHARACTERS", 1_000_000)
    path = tmp_path / "long.txt"
    path.write_text("word " * 300_000)
    assert "more than 1 million characters" in refusal(path)


def test_a_file_truncated_while_it_is_read_is_read_again(tmp_path, monkeypatch):
    path = tmp_path / "shrinking.txt"
    path.write_text("The council met on Monday. " * 100)
    read = files._read_all

    def shrink_once(handle):
        content = read(handle)
        if len(content) > 100:
            path.write_text("The council met.")
        return content

    monkeypatch.setattr(files, "_read_all", shrink_once)
    article = load_article(str(path))
    assert article.text == "The council met."
    assert article.warnings == ()


def test_a_file_that_never_stops_changing_is_read_with_a_warning(tmp_path, monkeypatch):
    path = tmp_path / "growing.txt"
    path.write_text("The council met.")
    read = files._read_all

    def grow(handle):
        content = read(handle)
        with open(path, "a") as opened:
            opened.write(" More.")
        return content

    monkeypatch.setattr(files, "_read_all", grow)
    assert "being written" in load_article(str(path)).warnings[0]


def test_a_file_removed_after_it_was_opened_is_read(tmp_path, monkeypatch):
    path = tmp_path / "gone.txt"
    path.write_text("The council met.")
    read = files._read_all

    def remove(handle):
        path.unlink(missing_ok=True)
        return read(handle)

    monkeypatch.setattr(files, "_read_all", remove)
    assert load_article(str(path)).text == "The council met."


def test_standard_input_is_read():
    import io

    article = load_article("-", stdin=io.BytesIO(b"The council met."))
    assert article.text == "The council met."
    assert article.origin == "-"
