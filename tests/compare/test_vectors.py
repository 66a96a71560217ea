"""Vectors of words: near where words mean nearly the same."""

import sys
from subprocess import run

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.compare.vectors import cut_word, nearness, vectors_of


@pytest.mark.parametrize(
    ("word", "other", "stranger"),
    [
        ("killed", "died", "painted"),
        ("lawyer", "attorney", "ferry"),
        ("blaze", "fire", "election"),
        ("sacked", "fired", "sailed"),
        ("premier", "minister", "goat"),
        ("ceasefire", "truce", "harvest"),
    ],
)
def test_words_that_mean_nearly_the_same_are_nearer_than_strangers(word: str, other: str, stranger: str) -> None:
    assert nearness(word, other) > nearness(word, stranger) + 0.1
    assert nearness(word, other) == pytest.approx(nearness(other, word))


def test_a_word_in_capitals_or_with_accents_is_the_same_word() -> None:
    assert nearness("Attorney", "attorney") == pytest.approx(1)
    assert cut_word("café") == cut_word("cafe")


def test_a_word_that_is_no_piece_is_cut_in_the_longest_ones() -> None:
    assert len(cut_word("ferry")) == 1
    assert len(cut_word("velmouthians")) > 1
    assert nearness("velmouthians", "velmouthians") == pytest.approx(1)


def test_of_a_word_in_unknown_signs_nothing_is_known() -> None:
    assert cut_word("\U0001f600") == ()
    assert not vectors_of(["\U0001f600"]).any()


@settings(deadline=None)
@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_words_have_vectors_of_length_one_or_none(words: list[str]) -> None:
    lengths = np.linalg.norm(vectors_of(words), axis=1)
    assert all(length == pytest.approx(1, abs=1e-3) or length == 0 for length in lengths)


def test_vectors_are_loaded_only_when_asked_for() -> None:
    program = "import sys, tui.compare.vectors; sys.exit('numpy' in sys.modules)"
    assert run([sys.executable, "-c", program]).returncode == 0
