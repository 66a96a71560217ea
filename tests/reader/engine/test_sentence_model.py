"""The engine's process reads with the model that is set; one that fails is told and costs its evidence alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("onnxruntime", reason="the extra model is not installed")
pytest.importorskip("tokenizers", reason="the extra model is not installed")

from tests.tiny_model import write_model
from tui.articles.load import make_article
from tui.compare.comparison import Settings
from tui.compare.engine import compare
from tui.compare.sentence_model import open_model
from tui.reader.engine.engine import Engine
from tui.reader.engine.wire import Question

SECONDS = 60
PAIR = (
    make_article("The ferry sank off Altmoor. The council raised the tax."),
    make_article("A vessel foundered off Altmoor. The board lifted the levy."),
)


@pytest.fixture
def engine() -> Iterator[Engine]:
    open_model.cache_clear()
    engine = Engine()
    yield engine
    engine.stop()


def test_the_answer_is_what_the_engine_itself_would_give_with_the_model(engine: Engine, tmp_path: Path) -> None:
    settings = Settings(model=str(write_model(tmp_path / "tiny")))
    told: list[tuple[str, float]] = []
    answer = engine.ask(Question(*PAIR, settings), lambda stage, share: told.append((stage, share))).result(SECONDS)
    assert answer == compare(*PAIR, settings)
    assert answer.model is not None and answer.model.name == "tiny/model.onnx"
    assert "reading with the sentence model" in [stage for stage, _ in told]
    assert [share for _, share in told] == sorted(share for _, share in told)


def test_a_model_that_breaks_is_told_and_links_are_made_without_it(engine: Engine, tmp_path: Path) -> None:
    folder = write_model(tmp_path / "tiny")
    (folder / "model.onnx").write_bytes(b"no model")
    answer = engine.ask(Question(*PAIR, Settings(model=str(folder)))).result(SECONDS)
    assert answer.model is None
    assert answer.engine_links == compare(*PAIR).engine_links
    assert [trouble.stage for trouble in answer.troubles] == ["reading with the sentence model"]
