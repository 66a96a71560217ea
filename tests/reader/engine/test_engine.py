"""The engine in its own process: what it answers, and how it ends."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from tui.articles.article import Article
from tui.articles.load import make_article
from tui.compare.comparison import Comparison, Corrections, Settings
from tui.compare.engine import compare
from tui.opening import load_pair
from tui.reader.engine import wire
from tui.reader.engine.engine import Engine, EngineFailure
from tui.reader.engine.wire import Question, receive_answer, send_comparison

SECONDS = 30


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.stop()


@pytest.fixture(scope="module")
def pair() -> tuple[Article, Article]:
    return load_pair([])


@pytest.fixture(scope="module")
def comparison(pair: tuple[Article, Article]) -> Comparison:
    return compare(*pair)


def endless() -> Question:
    """Return a question that takes far longer than a test."""
    text = "\n".join(f"Ferry {n} of Altmoor left pier {n * 7} with {n % 9 + 2} people." for n in range(900))
    return Question(make_article(text), make_article(text.replace("Altmoor", "Brennfeld")))


def has_ended(process: int) -> bool:
    """Say whether a process is gone, or waits only for somebody to be told so."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return True
    return state == "Z"


def test_the_answer_is_what_the_engine_itself_would_give(
    engine: Engine, pair: tuple[Article, Article], comparison: Comparison
) -> None:
    told: list[tuple[str, float]] = []
    answer = engine.ask(Question(*pair), lambda stage, share: told.append((stage, share))).result(SECONDS)
    assert answer == comparison
    assert answer.left is pair[0]
    assert told[0] == ("reading names and figures", 0.0)
    assert told[-1] == ("done", 1.0)
    assert [share for _, share in told] == sorted(share for _, share in told)


def test_the_answer_comes_with_what_each_stage_of_it_took(engine: Engine, pair: tuple[Article, Article]) -> None:
    assert engine.costs is None
    engine.ask(Question(*pair)).result(SECONDS)
    assert engine.costs is not None
    assert {"finding names", "linking sentences", "finding details"} <= engine.costs.seconds.keys()
    assert engine.costs.megabytes > 0


@pytest.mark.parametrize("size", [1, 2, 500])
def test_a_comparison_in_pieces_is_the_whole_comparison(
    size: int, comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "PIECE", size)
    for whole in (comparison, compare(make_article(""), make_article(""))):
        file = io.BytesIO()
        send_comparison(file, whole)
        file.seek(0)
        assert list(receive_answer(file, Question(whole.left, whole.right))) == [whole]


def test_an_answer_cut_short_anywhere_is_the_end_of_the_engine(comparison: Comparison) -> None:
    file = io.BytesIO()
    send_comparison(file, comparison)
    answer = file.getvalue()
    question = Question(comparison.left, comparison.right)
    for length in {*range(0, 2_000), *range(2_000, len(answer), 997), *range(len(answer) - 200, len(answer))}:
        with pytest.raises(EOFError):
            list(receive_answer(io.BytesIO(answer[:length]), question))


def test_settings_and_corrections_count_and_an_earlier_comparison_is_made_use_of(
    engine: Engine, pair: tuple[Article, Article], comparison: Comparison
) -> None:
    settings, corrections = Settings(link_threshold=0.9), Corrections(linked=frozenset({(0, 13)}))
    wanted = compare(*pair, settings, corrections)
    assert wanted != comparison
    assert engine.ask(Question(*pair, settings, corrections)).result(SECONDS) == wanted
    assert engine.ask(Question(*pair, settings, corrections, earlier=comparison)).result(SECONDS) == wanted
    stages: list[str] = []
    other = Question(*pair, corrections=corrections, earlier=comparison)
    engine.ask(other, lambda stage, _: stages.append(stage)).result(SECONDS)
    assert "reading names and figures" not in stages


def test_what_was_asked_ahead_is_not_worked_on_again(engine: Engine, pair: tuple[Article, Article]) -> None:
    engine.ask_ahead(Question(*pair))
    process = engine.process_id
    answer = engine.ask(Question(*pair))
    answer.result(SECONDS)
    assert engine.ask(Question(*pair)) is answer
    assert engine.process_id == process


def test_large_articles_are_not_sent_ahead_and_their_process_is_ended(
    engine: Engine, pair: tuple[Article, Article], comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "LARGE", 10)
    engine.ask_ahead(Question(*pair))
    assert engine.process_id is None
    assert engine.ask(Question(*pair)).result(SECONDS) == comparison
    assert engine.process_id is None
    corrected = Question(*pair, corrections=Corrections(linked=frozenset({(0, 13)})), earlier=comparison)
    assert engine.ask(corrected).result(SECONDS).passages != comparison.passages


def test_stopping_ends_the_process_and_the_next_question_starts_another(
    engine: Engine, pair: tuple[Article, Article], comparison: Comparison
) -> None:
    answer = engine.ask(endless())
    process = engine.process_id
    engine.stop()
    assert process is not None and has_ended(process)
    with pytest.raises(CancelledError):
        answer.result(SECONDS)
    assert engine.ask(Question(*pair)).result(SECONDS) == comparison


def test_another_question_stops_the_one_that_is_under_way(
    engine: Engine, pair: tuple[Article, Article], comparison: Comparison
) -> None:
    first = engine.ask(endless())
    process = engine.process_id
    assert engine.ask(Question(*pair)).result(SECONDS) == comparison
    assert first.cancelled()
    assert process is not None and has_ended(process)


def test_an_engine_that_is_killed_says_so_and_can_be_asked_again(
    engine: Engine, pair: tuple[Article, Article], comparison: Comparison
) -> None:
    answer = engine.ask(endless())
    assert engine.process_id is not None
    os.kill(engine.process_id, signal.SIGKILL)
    with pytest.raises(EngineFailure, match="ended by SIGKILL; there may be too little memory"):
        answer.result(SECONDS)
    assert engine.ask(Question(*pair)).result(SECONDS) == comparison


def test_an_error_in_the_engine_comes_through_and_ends_nothing(
    engine: Engine, pair: tuple[Article, Article], comparison: Comparison
) -> None:
    with pytest.raises(EngineFailure, match=r"^\w+Error: .*"):
        engine.ask(Question(Article(None), pair[1])).result(SECONDS)  # type: ignore[arg-type]
    assert engine.ask(Question(*pair)).result(SECONDS) == comparison


def test_a_process_that_cannot_be_started_is_told(
    engine: Engine, pair: tuple[Article, Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    engine.ask_ahead(Question(*pair))
    with pytest.raises(EngineFailure, match="no process can be started for the engine: No such file"):
        engine.ask(Question(*pair)).result(SECONDS)


def test_modules_that_lie_about_in_the_working_folder_are_not_imported(
    engine: Engine,
    pair: tuple[Article, Article],
    comparison: Comparison,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("tui", "pickle", "rapidfuzz"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported from the working folder')\n")
    monkeypatch.chdir(tmp_path)
    assert engine.ask(Question(*pair)).result(SECONDS) == comparison


ASKED_AND_LEFT = """
import sys, time
from tests.reader.engine.test_engine import endless
from tui.reader.engine.engine import Engine

engine = Engine()
engine.ask(endless(), lambda *_: print(engine.process_id, flush=True))
time.sleep(60)
"""


def test_the_engine_does_not_outlive_a_reader_that_is_killed() -> None:
    root = Path(__file__).parents[3]
    with subprocess.Popen([sys.executable, "-c", ASKED_AND_LEFT], stdout=subprocess.PIPE, cwd=root) as reader:
        assert reader.stdout is not None
        process = int(reader.stdout.readline())
        reader.kill()
    until = time.monotonic() + SECONDS
    while not has_ended(process):
        assert time.monotonic() < until, "the engine goes on without its reader"
        time.sleep(0.05)


def test_neither_end_imports_the_screen_and_the_near_one_not_even_the_engine() -> None:
    seen = "import sys; print(sorted(name for name in sys.modules if name.startswith({!r})))"
    for module, unwanted in (("process", ("textual", "rich")), ("engine", ("textual", "rich", "tui.compare."))):
        program = f"import tui.reader.engine.{module}; {seen.format(unwanted)}"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"
