"""`pairs`: which articles tell of one event, as records that `compare --jsonl` takes."""

import io
import json
import sys

import pytest

from tests.notes.conftest import LEFT, RIGHT
from tui.cli import main

OTHER = "The bakery on the corner of Elm Street sells rye bread from six in the morning, says its owner Ada Brun."


class Input:
    """Standard input that holds bytes."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)

    def fileno(self) -> int:
        raise OSError

    def isatty(self) -> bool:
        return False


def printed(capfdbinary: pytest.CaptureFixture[bytes]) -> list[dict]:
    return [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]


def test_the_articles_of_a_folder_on_one_event_are_paired(tmp_path, capfdbinary):
    for name, text in (("a.txt", LEFT), ("b.txt", OTHER), ("c.txt", RIGHT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["pairs", str(tmp_path), "--least", "0.1"]) == 0
    (pair,) = printed(capfdbinary)
    assert {pair["left_path"], pair["right_path"]} == {str(tmp_path / "a.txt"), str(tmp_path / "c.txt")}
    assert 0.1 <= pair["likeness"] <= 1


def test_pairs_of_records_can_be_compared_as_they_come(monkeypatch, capfdbinary):
    records = [{"id": "a", "text": LEFT}, {"id": "b", "text": OTHER}, {"id": "c", "text": RIGHT}]
    monkeypatch.setattr(sys, "stdin", Input("".join(json.dumps(one) + "\n" for one in records).encode()))
    assert main(["pairs", "--jsonl", "--least", "0.1"]) == 0
    told = capfdbinary.readouterr().out
    monkeypatch.setattr(sys, "stdin", Input(told))
    assert main(["compare", "--jsonl"]) == 0
    (document,) = printed(capfdbinary)
    assert document["id"] == ["a", "c"] and document["passages"]


@pytest.mark.parametrize("line", ["{torn", '{"id": 7}', '{"id": 7, "path": "nowhere.txt"}'])
def test_a_line_without_an_article_is_named(line, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", Input(f'{{"id": 1, "text": "a"}}\n{line}\n'.encode()))
    assert main(["pairs", "--jsonl"]) == 2
    assert "line 2: " in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_named(tmp_path, capsys):
    assert main(["pairs", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err
