import csv
import io
import json
from pathlib import Path

import pytest

from tests.notes.conftest import LEFT, RIGHT
from tui.articles.article import Span
from tui.articles.load import load_article
from tui.cli import main
from tui.notes.anchors import anchor_span
from tui.notes.note import make_note
from tui.notes.open_notes import open_notes


@pytest.fixture
def pair(tmp_path: Path, monkeypatch) -> list[str]:
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path / "home"))
    names = [str(tmp_path / "left.txt"), str(tmp_path / "right.txt")]
    for name, text in zip(names, (LEFT, RIGHT), strict=True):
        Path(name).write_text(text, encoding="utf-8")
    return names


def highlight(pair: list[str], words: str, text: str = "") -> None:
    left, right = map(load_article, pair)
    notes = open_notes(left, right)
    start = left.text.index(words)
    anchor = anchor_span(left, "left", Span(start, start + len(words)))
    notes.change("highlight", notes.notebook.add(make_note([anchor], text=text)))


def test_export_prints_markdown_with_the_notes(pair, capsys):
    highlight(pair, "Eight passengers were hurt", "or ten?")
    assert main(["export", *pair]) == 0
    out = capsys.readouterr().out
    assert "==Eight passengers were hurt==" in out
    assert "or ten?" in out


def test_export_without_notes_has_none(pair, capsys):
    highlight(pair, "Eight passengers were hurt")
    assert main(["export", *pair, "--without-notes"]) == 0
    assert "==" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.html", "<!doctype html>"),
        ("a.md", "# "),
        ("a.jsonld", "{"),
        ("a.json", "{"),
        ("a.csv", "passage,"),
        ("a.notes.csv", "number,"),
        ("a.yaml", "# The notes"),
        ("a.txt", "Two reports compared"),
    ],
)
def test_the_ending_of_the_file_tells_the_format(pair, tmp_path, name, begins):
    assert main(["export", *pair, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text(encoding="utf-8-sig").startswith(begins)


def test_an_existing_file_is_not_overwritten_unasked(pair, tmp_path, capsys):
    target = tmp_path / "mine.md"
    target.write_text("mine")
    assert main(["export", *pair, "-o", str(target)]) == 2
    assert target.read_text() == "mine"
    assert "--force" in capsys.readouterr().err
    assert main(["export", *pair, "-o", str(target), "--force"]) == 0
    assert target.read_text() != "mine"


def test_include_takes_the_parts_that_are_named(pair, capsys):
    assert main(["export", *pair, "--include", "brief"]) == 0
    out = capsys.readouterr().out
    assert "## In brief" in out and "## Passages" not in out
    assert main(["export", *pair, "--include", "briefs"]) == 2


def test_two_people_join_their_notes_through_files(pair, tmp_path, monkeypatch, capsys):
    highlight(pair, "Eight passengers were hurt", "mine")
    assert main(["export", *pair, "-o", str(tmp_path / "mine.jsonld")]) == 0
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path / "another home"))
    highlight(pair, "steering had failed", "hers")
    assert main(["import", *pair, str(tmp_path / "mine.jsonld")]) == 0
    assert "1 added" in capsys.readouterr().out
    assert main(["import", *pair, str(tmp_path / "mine.jsonld")]) == 0
    assert "0 added, 1 here already" in capsys.readouterr().out
    assert main(["export", *pair, "--format", "json"]) == 0
    notes = json.loads(capsys.readouterr().out)["notes"]["notes"]
    assert [note["text"] for note in notes] == ["mine", "hers"]


def test_a_pair_file_names_both_articles(pair, tmp_path, capsys):
    highlight(pair, "Eight passengers were hurt")
    assert main(["export", *pair, "-o", str(tmp_path / "mine.yaml")]) == 0
    (tmp_path / "pair.yml").write_text("left: left.txt\nright: right.txt\n")
    assert main(["import", str(tmp_path / "pair.yml"), str(tmp_path / "mine.yaml")]) == 0
    assert "0 added, 1 here already" in capsys.readouterr().out
    assert main(["import", *pair]) == 2
    assert "no file of notes" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["no notes", "{", "", "\x00\xff"])
def test_importing_what_holds_no_notes_is_told_in_one_line(pair, tmp_path, capsys, content):
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(content.encode("latin-1"))
    assert main(["import", *pair, str(bad)]) == 2
    err = capsys.readouterr().err
    assert "bad.yaml" in err and err.count("\n") == 1


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+1+1", "-x", "@SUM(1)", "＝1", "＋1", "－1", "＠A1"])
def test_cells_that_a_spreadsheet_would_run_get_an_apostrophe(pair, capsys, formula):
    highlight(pair, "Eight", formula)
    assert main(["export", *pair, "--format", "notes-csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["text"] == f"'{formula}"
    assert (row["quote"], row["side"]) == ("Eight", "left")
