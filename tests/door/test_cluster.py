"""Many records on a cluster of real processes, one of which is killed, and as tables."""

import json
import os
import signal
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from distributed import LocalCluster

from tui.articles.article import ArticleError
from tui.batch.cluster import answer_lines_on_cluster
from tui.batch.processes import answer_lines
from tui.cli import main
from tui.compare.comparison import Settings
from tui.records import compare_record

LEFT = "Nine barges broke loose from their moorings at Holmsund on Friday night, the harbour master said."
RIGHT = "Harbour master Ida Rask said seven barges had broken loose at Holmsund late on Friday."
COMPARE = partial(compare_record, settings=Settings())

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default"), pytest.mark.xdist_group("cluster")]


def records(number: int) -> list[bytes]:
    return [json.dumps({"id": n, "left": f"{LEFT} {n}", "right": RIGHT}).encode() + b"\n" for n in range(number)]


def slowly(record: dict[str, Any]) -> dict[str, Any]:
    time.sleep(0.05)
    return {"id": record["id"], "worker": os.getpid()}


def ends_its_worker(record: dict[str, Any]) -> dict[str, Any]:
    if record["id"] == 2:
        os._exit(9)
    return {"id": record["id"]}


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=3, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster


def test_a_cluster_answers_as_this_process_does(cluster):
    lines = [*records(6), b"\n", b"{torn\n", json.dumps({"id": "x", "left": "a"}).encode(), *records(2)]
    alone: list[bytes] = []
    there: list[bytes] = []
    answer_lines(lines, alone.append, COMPARE)
    answer_lines_on_cluster(lines, there.append, COMPARE, address=cluster.scheduler_address)
    assert there == alone


def test_a_killed_worker_loses_and_doubles_nothing(cluster):
    put: list[bytes] = []
    killed: list[int] = []

    def kill_one() -> None:
        while len(put) < 15:
            time.sleep(0.01)
        killed.append(json.loads(put[-1])["worker"])
        os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    answer_lines_on_cluster(records(90), put.append, slowly, address=cluster.scheduler_address)
    killer.join()
    told = [json.loads(line) for line in put]
    assert [one["id"] for one in told] == list(range(90))
    assert killed and len({one["worker"] for one in told}) >= 3


def test_a_record_that_ends_every_worker_costs_itself_alone(cluster):
    put: list[bytes] = []
    answer_lines_on_cluster(records(6), put.append, ends_its_worker, address=cluster.scheduler_address)
    told = [json.loads(line) for line in put]
    assert [one["id"] for one in told] == [0, 1, None, 3, 4, 5]
    assert told[2]["error"] == "line 3: every worker that was at it ended; try this record alone"


def test_where_no_scheduler_answers_one_line_says_so(monkeypatch):
    monkeypatch.setattr("tui.batch.cluster._SECONDS_TO_ANSWER", 1)
    with pytest.raises(ArticleError, match=r"tcp://127\.0\.0\.1:9: does not answer"):
        answer_lines_on_cluster(records(1), [].append, COMPARE, address="tcp://127.0.0.1:9")
    with pytest.raises(ArticleError, match="no scheduler's address"):
        answer_lines_on_cluster(records(1), [].append, COMPARE, address="smoke://signals")


def test_without_the_extra_one_line_says_what_to_install(monkeypatch):
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("tui.batch.cluster.import_module", missing)
    with pytest.raises(ArticleError, match=r"pip install 'newsdiff-tui\[cluster\]'"):
        answer_lines_on_cluster(records(1), [].append, COMPARE)


def table_of(path: Path, rows: list[dict[str, Any]]) -> None:
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path)


def test_a_table_in_a_table_out(tmp_path):
    pairs, answers = tmp_path / "pairs.parquet", tmp_path / "answers.parquet"
    table_of(pairs, [{"id": "a", "left": LEFT, "right": RIGHT}, {"id": "b", "left": LEFT, "right": None}])
    assert main(["compare", "--parquet", str(pairs), "-o", str(answers)]) == 0
    first, second = pyarrow.parquet.read_table(answers).to_pylist()
    assert (first["id"], first["error"], second["id"]) == ("a", None, "b")
    assert "no text under 'right'" in second["error"]
    alone: list[bytes] = []
    answer_lines([json.dumps({"id": "a", "left": LEFT, "right": RIGHT}).encode()], alone.append, COMPARE)
    assert json.loads(first["document"]) == json.loads(alone[0])


def test_a_table_that_is_there_is_kept(tmp_path, capsys):
    pairs, answers = tmp_path / "pairs.parquet", tmp_path / "answers.parquet"
    table_of(pairs, [{"id": "a", "text": LEFT}])
    answers.write_bytes(b"mine")
    assert main(["inspect", "--parquet", str(pairs), "-o", str(answers)]) == 2
    assert "is already there" in capsys.readouterr().err
    assert answers.read_bytes() == b"mine"
    assert main(["inspect", "--parquet", str(pairs), "-o", str(answers), "--force"]) == 0
    assert pyarrow.parquet.read_table(answers).num_rows == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix) == ["answers.parquet", "pairs.parquet"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["compare", "--parquet", "{notes}"], "no Parquet table"),
        (["compare", "--parquet", "{nowhere}"], "check the name"),
        (["compare", "--parquet", "{notes}", "--jsonl"], "leave one out"),
        (["compare", "--parquet", "{notes}", "a", "b"], "name no articles beside it"),
        (["compare", "--jsonl", "-o", "{nowhere}"], "takes a .parquet file"),
        (["compare", "--jsonl", "--scheduler", "tcp://desk:1"], "goes with --engine dask"),
        (["compare", "--engine", "dask", "a", "b"], "--engine goes with --jsonl or --parquet"),
    ],
)
def test_what_does_not_go_together_is_told(tmp_path, capsys, words, told):
    notes = tmp_path / "notes.txt"
    notes.write_text("no table")
    places = {"notes": notes, "nowhere": tmp_path / "nowhere"}
    assert main([word.format(**places) for word in words]) == 2
    assert told in capsys.readouterr().err
