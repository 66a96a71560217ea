import io
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import jsonschema
import pytest

from tui.batch.processes import answer_lines
from tui.cli import main
from tui.compare.comparison import Settings
from tui.records import compare_record

LEFT = "The bridge at Altmoor fell on Monday. Twelve people were hurt, the mayor said."
RIGHT = "A bridge collapsed at Altmoor on Monday. The mayor said that twelve people were hurt."


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    return left, right


def run(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "tui", *words], input=stdin, capture_output=True, timeout=60)


def the_one_line(capsys: pytest.CaptureFixture[str]) -> str:
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.endswith("\n") and written.err.count("\n") == 1
    return written.err


def test_python_dash_m_prints_the_comparison_as_json(pair: tuple[Path, Path]) -> None:
    done = run("compare", *map(str, pair), "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    document = json.loads(done.stdout)
    assert document["format"] == "newsdiff-comparison/1"
    assert document["left"]["text"] == LEFT
    assert document["passages"]


def test_standard_input_can_be_one_side(pair: tuple[Path, Path]) -> None:
    done = run("compare", "-", str(pair[1]), "--format", "json", stdin=LEFT.encode())
    assert json.loads(done.stdout)["left"]["text"] == LEFT


def test_standard_input_cannot_be_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "-", "-"]) == 2
    assert "standard input" in the_one_line(capsys)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["compare", "only-one.txt"], "two articles"),
        (["compare", "a", "b", "--format", "docx"], "--format"),
        (["compare", "a", "b", "--link-threshold", "7"], "0 to 1"),
        (["compare", "--no-such-option"], "--no-such-option"),
        (["compare", "--jsonl", "a", "b"], "--jsonl"),
        (["inspect"], "one article"),
    ],
)
def test_a_usage_error_is_one_line_and_status_2(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert told in the_one_line(capsys)


@pytest.mark.parametrize("words", [["no-such.txt", "b.txt"], ["compare", "no-such.txt", "b.txt"], ["no-such.yaml"]])
def test_a_missing_article_is_told_by_name_with_or_without_a_terminal(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert "no-such" in the_one_line(capsys)


def test_the_reader_without_a_terminal_says_what_to_do(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(list(map(str, pair))) == 2
    assert "compare" in the_one_line(capsys)


def test_an_escape_sequence_in_a_file_name_is_inert_in_the_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "\x1b]52;c;aGk=\x07.txt", "b.txt"]) == 2
    line = the_one_line(capsys)
    assert "\x1b" not in line and "\x07" not in line


def test_an_existing_file_is_not_replaced_unasked(
    pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report.json"
    target.write_text("mine", encoding="utf-8")
    words = ["compare", *map(str, pair), "--format", "json", "-o", str(target)]
    assert main(words) == 2
    assert target.name in the_one_line(capsys)
    assert target.read_text(encoding="utf-8") == "mine"
    assert main([*words, "--force"]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["left"]["text"] == LEFT


def test_the_exit_code_says_whether_anything_is_in_common_only_when_asked(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Violets bloom early this year.", encoding="utf-8")
    out = ["--format", "json", "-o", str(tmp_path / "out.json"), "--force"]
    assert main(["compare", str(pair[0]), str(other), *out]) == 0
    assert main(["compare", str(pair[0]), str(other), *out, "--exit-code"]) == 1
    assert main(["compare", *map(str, pair), *out, "--exit-code"]) == 0


def test_a_bad_line_is_answered_with_what_is_wrong_and_the_next_ones_go_on() -> None:
    lines = [
        b'{"id": "first", "left": "Rain fell in Altmoor.", "right": "It rained in Altmoor."}',
        b"{nonsense",
        b"[1]",
        b"",
        b'{"id": 7, "left": "only this"}',
        b'{"id": 8, "left_path": "/no/such/file.txt", "right": "x"}',
        b"\xff\xfe{}",
        b"[" * 200_000,
        b'{"id": "last", "left": "", "right": ""}',
    ]
    out = io.BytesIO()
    answer_lines(io.BytesIO(b"\n".join(lines)), out.write, partial(compare_record, settings=Settings()))
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [answer["id"] for answer in answers] == ["first", None, None, 7, 8, None, None, "last"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, True, True, False]
    assert "/no/such/file.txt" in answers[4]["error"]
    assert "line 5" in answers[3]["error"]


def test_json_lines_read_articles_from_paths(pair: tuple[Path, Path]) -> None:
    out = io.BytesIO()
    record = {"id": 1, "left_path": str(pair[0]), "right_path": str(pair[1])}
    answer_lines(io.BytesIO(json.dumps(record).encode()), out.write, partial(compare_record, settings=Settings()))
    assert json.loads(out.getvalue())["right"]["text"] == RIGHT


@pytest.mark.parametrize("name", ["-", "/dev/stdin", "/dev/fd/0", "file:///dev/stdin"])
@pytest.mark.parametrize("command", ["compare", "inspect"])
def test_a_record_cannot_swallow_the_records_after_it(command: str, name: str) -> None:
    bad = {"id": "bad", "path": name, "left_path": name, "right": "x"}
    good = {"id": "good", "text": LEFT, "left": LEFT, "right": RIGHT}
    done = run(command, "--jsonl", stdin="\n".join(map(json.dumps, (bad, good, good))).encode())
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, b"")
    assert [answer["id"] for answer in answers] == ["bad", "good", "good"]
    assert "which the records come from" in answers[0]["error"]
    assert not any("error" in answer for answer in answers[1:])


@pytest.mark.parametrize("error", [ZeroDivisionError("secret"), MemoryError(), RecursionError()])
def test_a_fault_of_the_program_costs_one_record(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        if next(turns) == 1:
            raise error

    turns = iter(range(3))
    monkeypatch.setattr("tui.records.comparison_document", lambda *_, **__: break_down() or {"id": "well"})
    put: list[bytes] = []
    answer_lines(
        [b'{"id": %d, "left": "a", "right": "b"}' % n for n in range(3)],
        put.append,
        partial(compare_record, settings=Settings()),
    )
    answers = [json.loads(line) for line in put]
    assert ["error" in answer for answer in answers] == [False, True, False]
    assert answers[1]["id"] == 1
    assert answers[1]["error"].startswith(f"line 2: this record failed: {type(error).__name__} in ")
    assert "secret" not in answers[1]["error"] and "report" in answers[1]["error"]


def test_a_reader_that_stops_listening_gets_no_traceback(pair: tuple[Path, Path]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "tui", "compare", *map(str, pair), "--format", "json"],
        stdout=write,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    os.close(write)
    assert done.stderr == b""


def test_inspect_gives_sentences_and_mentions(pair: tuple[Path, Path]) -> None:
    done = run("inspect", str(pair[0]))
    document = json.loads(done.stdout)
    assert [document["text"][s["start"] : s["end"]] for s in document["sentences"]] == [
        "The bridge at Altmoor fell on Monday.",
        "Twelve people were hurt, the mayor said.",
    ]


def test_inspect_says_on_request_why_each_name_is_one(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text("Mayor Ada Brandt opened the quay in Wexmoor on 3 May.", encoding="utf-8")
    document = json.loads(run("inspect", str(tmp_path / "harbour.txt"), "--explain").stdout)
    spans = {mention["name"]: mention["spans"][0] for mention in document["mentions"]}
    told = {name: [reason["text"] for reason in span.get("why", ())] for name, span in spans.items()}
    assert "a role stands before it" in told["Ada Brandt"]
    assert "an unknown word where places stand" in told["Wexmoor"]
    assert [name for name, reasons in told.items() if not reasons] == ["3 May"]


def test_inspect_says_who_is_quoted_and_on_request_why(tmp_path: Path) -> None:
    said = '"The tide took it," harbour master Ada Brandt said. Otto Lenz met Emil Kranz. "It is gone," he said.'
    (tmp_path / "harbour.txt").write_text(said, encoding="utf-8")
    quotes = json.loads(run("inspect", str(tmp_path / "harbour.txt")).stdout)["quotes"]
    assert [(quote["speaker"], "why" in quote) for quote in quotes] == [("Ada Brandt", False), (None, False)]
    document = json.loads(run("inspect", str(tmp_path / "harbour.txt"), "--explain").stdout)
    schema = json.loads((Path(__file__).parents[2] / "docs" / "article.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    sure, unsure = ([reason["text"] for reason in quote["why"]] for quote in document["quotes"])
    assert 'they and "said" stand right behind it' in sure
    assert unsure[0].startswith("not sure enough: ")


def test_compare_says_on_request_why_sentences_are_linked_and_details_told(pair: tuple[Path, Path]) -> None:
    document = json.loads(run("compare", *map(str, pair), "--format", "json", "--explain").stdout)
    schema = json.loads((Path(__file__).parents[2] / "docs" / "comparison.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    (first, *_) = document["link_explanations"]
    assert first["linked"] and first["for"]
    text = run("compare", *map(str, pair), "--explain").stdout.decode()
    assert "left sentence 1, right sentence 1: linked" in text
    told = {one["level"] for one in document["detail_explanations"]}
    assert None in told | {"all"} and told & {"few", "more"}
    assert all(one["for"] or one["against"] for one in document["detail_explanations"])
    assert "Why details are told, or not" in text and "where the few need" in text


def test_only_text_and_json_can_explain(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *map(str, pair), "--format", "csv", "--explain"]) == 2
    assert "--explain goes with --format text or json" in the_one_line(capsys)


def test_what_should_be_known_of_a_text_is_told_beside_the_report(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(b"The caf\xe9 \x1b[31mclosed on Monday.")
    (tmp_path / "new.txt").write_text("The café closed on Monday.", encoding="utf-8")
    finished = run("compare", str(tmp_path / "old.txt"), str(tmp_path / "new.txt"))
    assert finished.returncode == 0
    told = finished.stderr.decode().splitlines()
    assert len(told) == 2
    assert "Windows-1252, a guess" in told[0]
    assert "1 control character" in told[1]
