"""A sentence model is named by flag, environment or configuration; what was used stands in every document."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

pytest.importorskip("onnxruntime", reason="the extra model is not installed")
pytest.importorskip("tokenizers", reason="the extra model is not installed")

from tests.tiny_model import write_model
from tui.cli import main
from tui.compare.sentence_model import open_model
from tui.reader.configuration import load_settings

ROOT = Path(__file__).parents[2]
LEFT = "The ferry sank off Altmoor. The council raised the tax."
RIGHT = "A vessel foundered off Altmoor. The board lifted the levy."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("NEWSDIFF_MODEL", raising=False)
    open_model.cache_clear()
    (tmp_path / "home" / "config").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_model(tmp_path / "tiny"))


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    names = []
    for side, text in (("left", LEFT), ("right", RIGHT)):
        (tmp_path / f"{side}.txt").write_text(text)
        names.append(str(tmp_path / f"{side}.txt"))
    return names


def configure(home: Path, line: str) -> Path:
    path = home / "home" / "config" / "config.yaml"
    path.write_text(f"{line}\n")
    return path


def used(words: list[str], capfd: pytest.CaptureFixture[str]) -> str | None:
    assert main(words) == 0
    document = json.loads(capfd.readouterr().out)
    schema = json.loads((ROOT / "docs" / "comparison.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    return document["model"]["name"] if "model" in document else None


def test_the_command_line_counts_more_than_the_environment_and_that_more_than_the_file(
    articles, model, home, capfd, monkeypatch
):
    compare = ["compare", *articles, "--format", "json"]
    assert used(compare, capfd) is None
    configure(home, f"model: {write_model(home / 'by file')}")
    assert used(compare, capfd) == "by file/model.onnx"
    monkeypatch.setenv("NEWSDIFF_MODEL", str(write_model(home / "by environment")))
    assert used(compare, capfd) == "by environment/model.onnx"
    assert used([*compare, "--model", model], capfd) == "tiny/model.onnx"
    assert used([*compare, "--model", "none"], capfd) is None
    assert used(["export", *articles, "--format", "json"], capfd) == "by environment/model.onnx"


@pytest.mark.parametrize("words", [["compare"], ["export"], ["--plain"]])
@pytest.mark.parametrize("line", ["model: nowhere/minilm", "model: 3"])
def test_a_model_that_cannot_be_used_ends_with_two_and_one_line(articles, home, capfd, words, line):
    configure(home, line)
    assert main([*words, *articles]) == 2
    told = capfd.readouterr()
    assert told.out == "" and told.err.count("\n") == 1
    assert "model" in told.err


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_document_to_read_says_which_model_judged(articles, model, capfd, form):
    assert main(["compare", *articles, "--format", form, "--model", model]) == 0
    told = capfd.readouterr().out
    digest = open_model(model).used.sha256[:12]
    assert "sentence model" in told and digest in told
    assert main(["compare", *articles, "--format", form]) == 0
    assert "sentence model" not in capfd.readouterr().out


def test_plain_lines_say_it_too(articles, model, capfd):
    assert main(["--plain", "--model", model, *articles]) == 0
    assert "Links were judged with the sentence model tiny/model.onnx" in capfd.readouterr().out


def test_why_sentences_are_linked_is_told_with_the_model(articles, model, capfd):
    words = ["compare", *articles, "--format", "json", "--explain", "--model", model]
    assert main(words) == 0
    document = json.loads(capfd.readouterr().out)
    scores = {(o["left"], o["right"]): o["score"] for p in document["passages"] for o in p["links"]}
    told = {(o["left"], o["right"]): o["probability"] for o in document["link_explanations"]}
    assert told and all(told[pair] == score for pair, score in scores.items())


def test_several_processes_read_records_with_the_model(model, home):
    records = b"".join(json.dumps({"id": n, "left": LEFT, "right": RIGHT}).encode() + b"\n" for n in range(3))
    command = [sys.executable, "-m", "tui", "compare", "--jsonl", "--jobs", "2", "--model", model]
    done = subprocess.run(
        command, input=records, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, cwd=home, check=True
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(answer["id"], answer["model"]["name"]) for answer in answers] == [(n, "tiny/model.onnx") for n in range(3)]


def test_a_mistake_in_the_configuration_is_told_by_its_line(model, home):
    settings, mistakes = load_settings(configure(home, f"theme: dark\nmodel: {model}/nowhere"))
    assert settings.model is None
    assert [mistake.line for mistake in mistakes] == [2] and "there is no such file" in str(mistakes[0])
    settings, mistakes = load_settings(configure(home, f"model: {model}"))
    assert (settings.engine.model, mistakes) == (model, ())
    settings, mistakes = load_settings(configure(home, "model: none"))
    assert (settings.engine.model, mistakes) == (None, ())


def test_the_environment_is_named_where_the_mistake_is_there(monkeypatch):
    monkeypatch.setenv("NEWSDIFF_MODEL", "nowhere")
    (mistake,) = load_settings()[1]
    assert str(mistake).startswith("environment:1: NEWSDIFF_MODEL: ")
