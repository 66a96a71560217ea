"""Many records: in order, by several processes too, and gone on with; `tests/test_drill.py` kills them."""

import json
import os
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tui.articles.article import ArticleError
from tui.batch.processes import answer_lines
from tui.batch.resuming import resume_at, skip_answered
from tui.cli import main
from tui.compare.comparison import Settings
from tui.records import compare_record

ROOT = Path(__file__).parents[2]
LEFT = "Eight people were hurt when a ferry ran aground near Sandholm on Tuesday, the coast guard said."
RIGHT = "Ten people were injured when a ferry ran aground off Sandholm late on Tuesday, police said."
COMPARE = partial(compare_record, settings=Settings())


def records(number: int) -> list[bytes]:
    return [json.dumps({"id": n, "left": f"{LEFT} {n}", "right": RIGHT}).encode() + b"\n" for n in range(number)]


def end_at_three(record: dict[str, Any]) -> dict[str, Any]:
    if record["id"] == 3:
        os._exit(9)
    return {"id": record["id"]}


def slow_first(record: dict[str, Any]) -> dict[str, Any]:
    time.sleep(0.5 if record["id"] == 0 else 0.0)
    return {"id": record["id"]}


def test_two_processes_answer_as_one_does():
    lines = [*records(6), b"\n", b"{torn\n", json.dumps({"id": "x", "left": "a"}).encode(), *records(2)]
    alone: list[bytes] = []
    together: list[bytes] = []
    answer_lines(lines, alone.append, COMPARE)
    answer_lines(lines, together.append, COMPARE, jobs=2)
    assert together == alone
    assert [json.loads(line).get("id") for line in alone] == [0, 1, 2, 3, 4, 5, None, "x", 0, 1]
    assert "line 8: not JSON" in json.loads(alone[6])["error"]


def test_the_order_holds_though_the_first_takes_longest():
    put: list[bytes] = []
    answer_lines(records(20), put.append, slow_first, jobs=3)
    assert [json.loads(line)["id"] for line in put] == list(range(20))


def test_a_process_that_ends_costs_its_own_record_alone():
    put: list[bytes] = []
    answer_lines(records(8), put.append, end_at_three, jobs=2)
    told = [json.loads(line) for line in put]
    assert [one["id"] for one in told] == [0, 1, 2, None, 4, 5, 6, 7]
    assert told[3]["error"].startswith("line 4: the process that answered it ended")


def test_no_more_than_a_few_lines_are_held_at_once():
    taken = 0
    put: list[bytes] = []
    most = 0

    def lines():
        nonlocal taken, most
        for line in records(60):
            taken += 1
            most = max(most, taken - len(put))
            yield line

    answer_lines(lines(), put.append, slow_first, jobs=2)
    assert len(put) == 60 and most <= 18


def test_an_earlier_run_is_gone_on_with_where_its_last_whole_answer_ends(tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_bytes(b'{"id": 0}\n{"id": 1}\n{"id": ')
    done, stream = resume_at(str(out))
    with stream:
        assert done == 2 and stream.tell() == 20
    assert list(skip_answered([b"a\n", b"\n", b"b\n", b"c\n"], done)) == [b"", b"\n", b"", b"c\n"]


def test_a_file_that_cannot_be_gone_on_with_is_named(tmp_path):
    with pytest.raises(ArticleError, match="nowhere"):
        resume_at(str(tmp_path / "nowhere" / "out.jsonl"))
    with pytest.raises(ArticleError, match="/dev/zero: is no file"):
        resume_at("/dev/zero")


def test_jobs_without_records_are_refused(capsys):
    assert main(["compare", "--jobs", "2", "a", "b"]) == 2
    assert "--jobs goes with --jsonl" in capsys.readouterr().err
    assert main(["compare", "--jsonl", "--jobs", "many"]) == 2
