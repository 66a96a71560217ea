"""Documents behind their wall: what they cost is bounded, told in one line, and costs nothing else."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.articles.hostile import HOSTILE, NEWS, docx, mail_of_parameters
from tui.articles import walled
from tui.articles.article import ArticleError
from tui.articles.draft import Content
from tui.articles.load import load_article
from tui.articles.pairs import most_alike_pairs
from tui.articles.walled import Limits, limits_of, one_process, read_walled, set_limits
from tui.system import children
from tui.system.children import Child

ROOT = Path(__file__).parents[2]


@pytest.fixture
def allow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what writes a configuration."""
    home = tmp_path / "home" / "config"
    monkeypatch.setenv("NEWSDIFF_HOME", str(home.parent))
    home.mkdir(parents=True)

    def write(section: str) -> None:
        (home / "config.yaml").write_text(f"documents: {section}\n", encoding="utf-8")

    return write


def markdown(text: str = NEWS) -> Content:
    return Content(text.encode(), "story.md", ".md")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_document_that_would_take_minutes_is_given_up_or_read(name: str, tmp_path: Path, allow) -> None:
    allow("{seconds: 1}")
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    try:
        article = load_article(str(path))
    except ArticleError as error:
        advice = "save its text as a file, or allow more in the configuration (documents: seconds)"
        assert str(error) in (
            f"{path}: takes more than 1 s to be read; {advice}",
            f"{path}: a damaged Word file; save it again, or as text",
        )
    else:
        # The PDF draws one letter over and over; the others hold a sentence of news.
        assert ("a" if name == "operators.pdf" else "4,000 people") in article.text


def test_a_document_that_would_take_all_memory_is_given_up(tmp_path: Path, allow) -> None:
    allow("{megabytes: 300, seconds: 60}")
    path = tmp_path / "marks.docx"
    path.write_bytes(docx("<w:p/>" * 16_000_000))
    with pytest.raises(ArticleError, match=r"marks\.docx: takes more than 300 MB of memory to be read; save its"):
        load_article(str(path))


def test_what_was_given_up_costs_none_of_the_documents_after_it(tmp_path: Path, allow) -> None:
    allow("{seconds: 4}")
    with one_process():
        for _ in range(2):
            with pytest.raises(ArticleError, match="takes more than 4 s"):
                read_walled(Content(mail_of_parameters(), "parameters.eml", ".eml"))
            assert "4,000" in read_walled(markdown()).text


def test_one_process_reads_the_documents_of_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []

    def start(program: str) -> Child:
        started.append(program)
        return Child(program)

    monkeypatch.setattr(children, "Child", start)
    with one_process(), one_process():
        texts = [read_walled(markdown(f"Item {number}.")).text for number in range(3)]
    assert texts == ["Item 0.", "Item 1.", "Item 2."]
    assert len(started) == 1
    read_walled(Content(NEWS.encode(), "plain.txt", ".txt"))
    assert len(started) == 1, "plain text needs no wall"


def test_documents_left_when_a_batch_has_had_its_time_are_refused_at_once() -> None:
    with one_process(seconds=0.0), pytest.raises(ArticleError, match=r"story\.md: the documents before it took all"):
        read_walled(markdown())


def test_a_folder_of_hostile_documents_is_offered_all_the_same(tmp_path: Path, allow) -> None:
    allow("{seconds: 1}")
    folder = tmp_path / "folder"
    folder.mkdir()
    for number in range(4):
        (folder / f"hostile{number}.eml").write_bytes(mail_of_parameters())
        (folder / f"hostile{number}.md").write_bytes(HOSTILE["brackets.md"]())
    for name in ("one.txt", "two.md"):
        (folder / name).write_text("The ferry Aldora sank off Brennfeld on Monday with 31 aboard.", encoding="utf-8")
    pairs = [{Path(side.location).name for side in (pair.left, pair.right)} for pair in most_alike_pairs(str(folder))]
    assert {"one.txt", "two.md"} in pairs


def test_a_reading_that_dies_is_told_and_the_next_document_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walled, "_PROGRAM", f"import os; os.kill(os.getpid(), {signal.SIGKILL:d})  # {{megabytes}}")
    with pytest.raises(ArticleError, match=r"story\.md: its reading ended \(SIGKILL\); save its text"):
        read_walled(markdown())


def test_without_a_process_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(ArticleError, match=r"story\.md: no process can be started to read it"):
        read_walled(markdown())


@pytest.mark.parametrize(
    ("written", "limits"),
    [
        ("{seconds: 2.5, megabytes: 900}", Limits(2.5, 900)),
        ("{seconds: 0, megabytes: true}", Limits()),
        ("{seconds: soon}", Limits()),
        ("[1]", Limits()),
        ("{seconds: 5, megabytes: 1.5, other: 1}", Limits(5)),
        ("*broken", Limits()),
    ],
)
def test_the_limits_are_those_of_the_configuration(written: str, limits: Limits, allow) -> None:
    assert set_limits() == Limits()
    allow(written)
    assert set_limits() == limits
    assert limits_of(None) == Limits()


HOLDING = """
from tests.articles.hostile import mail_of_parameters
from tui.articles import walled
from tui.articles.draft import Content
from tui.system import children
class Told(children.Child):
    def __init__(self, program):
        super().__init__(program)
        print(self.process.pid, flush=True)
children.Child = Told
walled.read_walled(Content(mail_of_parameters(), "parameters.eml", ".eml"))
"""


def test_a_reading_does_not_outlive_a_program_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDING], stdout=subprocess.PIPE, cwd=ROOT) as program:
        assert program.stdout is not None
        reading = int(program.stdout.readline())
        time.sleep(1)  # until it is at work
        program.kill()
    until = time.monotonic() + 10
    while Path(f"/proc/{reading}").exists() and Path(f"/proc/{reading}/stat").read_text().split()[2] != "Z":
        assert time.monotonic() < until, "it goes on"
        time.sleep(0.05)
