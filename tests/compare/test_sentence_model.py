"""A sentence model of the user's own: what it makes of words, and one line for each way that it cannot be used."""

import sys
from subprocess import run

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="the extra model is not installed")
pytest.importorskip("tokenizers", reason="the extra model is not installed")

from tests.tiny_model import SIZE, write_model
from tui.articles.load import make_article
from tui.compare.comparison import Settings
from tui.compare.engine import compare, recompare
from tui.compare.links.explaining import explain_link
from tui.compare.sentence_model import ModelError, find_model, open_model

LEFT = "The ferry sank. The council raised the tax. Nobody was told."
RIGHT = "A vessel foundered. The board lifted the levy. It is late."


@pytest.fixture
def model(tmp_path):
    open_model.cache_clear()
    yield str(write_model(tmp_path / "tiny"))
    open_model.cache_clear()


def test_words_are_read_where_they_stand(model):
    one = open_model(model).read("The ferry sank", [(4, 9), (10, 14)])
    other = open_model(model).read("Foundered: a ship", [(0, 9), (13, 17)])
    assert np.allclose(one.words @ other.words.T, [[one.words[0] @ one.words[1], 1], [1, one.words[0] @ one.words[1]]])
    assert np.isclose(np.linalg.norm(one.whole), 1)


def test_what_lies_behind_the_end_of_what_the_model_takes_is_unknown_not_wrong(model):
    text = "storm " * 20 + "tax"
    words = open_model(model).read(text, [(0, 5), (len(text) - 3, len(text))]).words
    assert np.isclose(np.linalg.norm(words[0]), 1)
    assert np.linalg.norm(words[1]) == 0


def test_a_lone_surrogate_costs_nothing_but_itself(model):
    one, other = (open_model(model).read(text, [(2, 7)]).words for text in ("\ud800 ferry", "? ferry"))
    assert np.array_equal(one, other)


def test_what_comes_out_depends_on_the_sentence_alone(model):
    first = open_model(model).read("The ferry sank", [(4, 9)])
    open_model(model).read("The council raised the tax in a gale", [(4, 11)])
    again = open_model(model).read("The ferry sank", [(4, 9)])
    assert np.array_equal(first.words, again.words) and np.array_equal(first.whole, again.whole)


def test_a_folder_or_the_file_in_it_is_named(model):
    assert find_model(model) == find_model(f"{model}/model.onnx")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: (folder / "model.onnx").unlink(), "model.onnx: there is no such file"),
        (lambda folder: (folder / "tokenizer.json").unlink(), "tokenizer.json: there is no such file"),
        (lambda folder: (folder / "model.onnx").write_bytes(b"no model"), "model.onnx: cannot be read"),
        (lambda folder: (folder / "tokenizer.json").write_text("{"), "tokenizer.json: cannot be read"),
        (lambda folder: write_model(folder, inputs=("input_ids", "pixels")), "wants pixels"),
        (lambda folder: write_model(folder, inputs=("words",)), "takes no input_ids"),
        (lambda folder: write_model(folder, pooled=True), "gives no vector for each word piece"),
        (lambda folder: write_model(folder, words=[*(f"w{n}" for n in range(99)), "[UNK]"]), "cannot be run"),
    ],
)
def test_one_line_tells_why_a_model_cannot_be_used(model, tmp_path, spoil, told):
    spoil(tmp_path / "tiny")
    with pytest.raises(ModelError) as caught:
        open_model(model)
    assert told in str(caught.value) and "\n" not in str(caught.value)
    assert "name a sentence model in ONNX form" in str(caught.value)


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_the_extra_is_named_where_it_is_missing(model, monkeypatch, package):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModelError, match=rf"needs {package}.*newsdiff-tui\[model\]"):
        open_model(model)


def test_nothing_is_loaded_where_no_model_is_named():
    code = "import sys; from tui.compare.engine import compare; from tui.articles.load import make_article as make"
    code += f"; compare(make({LEFT!r}), make({RIGHT!r})); assert not {{'onnxruntime', 'tokenizers'}} & set(sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_comparison_says_which_model_judged(model):
    comparison = compare(make_article(LEFT), make_article(RIGHT), Settings(model=model))
    assert comparison.model == open_model(model).used
    assert comparison.model.name == "tiny/model.onnx" and len(comparison.model.sha256) == 64
    assert comparison.troubles == ()
    assert compare(make_article(LEFT), make_article(RIGHT)).model is None


def test_a_model_brings_together_what_is_said_in_other_words(model):
    def score(settings: Settings) -> float:
        comparison = compare(make_article(LEFT), make_article(RIGHT), settings)
        return explain_link(comparison, 0, 0).probability

    assert score(Settings(model=model)) > score(Settings(model=str(write_model_of_strangers(model))))


def write_model_of_strangers(folder: str):
    from pathlib import Path

    return write_model(Path(folder).with_name("strangers"), strangers=True)


def test_left_and_right_exchanged_are_judged_alike(model):
    left, right = make_article(LEFT), make_article(RIGHT)
    one, other = compare(left, right, Settings(0.0, model=model)), compare(right, left, Settings(0.0, model=model))
    assert {(o.left, o.right, o.score) for o in one.engine_links} == {
        (o.right, o.left, o.score) for o in other.engine_links
    }


def test_a_model_that_fails_costs_its_evidence_alone(model, tmp_path):
    left, right = make_article(LEFT), make_article(RIGHT)
    (tmp_path / "tiny" / "model.onnx").write_bytes(b"no model")
    comparison = compare(left, right, Settings(0.0, model=model))
    (trouble,) = comparison.troubles
    assert "reading with the sentence model failed" in str(trouble) and "cannot be read" in str(trouble)
    assert comparison.model is None
    assert comparison.engine_links == compare(left, right, Settings(0.0)).engine_links


def test_links_are_made_anew_when_the_model_is_put_away(model):
    with_model = compare(make_article(LEFT), make_article(RIGHT), Settings(0.0, model=model))
    without = recompare(with_model, Settings(0.0))
    assert without.model is None
    assert without.engine_links == compare(make_article(LEFT), make_article(RIGHT), Settings(0.0)).engine_links
    assert recompare(with_model).model == with_model.model


@pytest.mark.parametrize("texts", [("", ""), ("", RIGHT), ("Share this", "By Jo Doe"), ("a", "a")])
def test_articles_with_next_to_nothing_are_read(model, texts):
    comparison = compare(*map(make_article, texts), Settings(model=model))
    assert comparison.troubles == ()


def test_vectors_have_the_size_of_the_model(model):
    opened = open_model(model)
    assert opened.size == SIZE
