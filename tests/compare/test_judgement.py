import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compare.judgement import Condition, Judgement, Step, read_judgement

TABLE = """\
# A judgement about nothing.
likeness\t2
likeness >= 0.5\t1
likeness >= 0.5 & names < 1\t-3
bias\t-1
threshold\t0.4
threshold few\t0.8
"""


def _table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "weights.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_weights_steps_and_bias_add_up_to_a_probability(tmp_path: Path) -> None:
    judgement = read_judgement(_table(tmp_path, TABLE), ("names", "likeness"))
    for row, total in (((0.0, 0.0), -1.0), ((1.0, 0.5), 1.0), ((0.0, 0.5), -2.0)):
        assert judgement.probability(row) == pytest.approx(1 / (1 + math.exp(-total)))
        assert sum(judgement.contributions(row).values()) == pytest.approx(total - judgement.bias)
    assert (judgement.threshold, judgement.thresholds["few"]) == (0.4, 0.8)


def test_a_step_with_two_conditions_is_shared_among_its_features(tmp_path: Path) -> None:
    judgement = read_judgement(_table(tmp_path, TABLE), ("names", "likeness"))
    assert judgement.contributions((0.0, 0.5)) == {"names": -1.5, "likeness": pytest.approx(2 * 0.5 + 1 - 1.5)}


def test_a_table_that_weighs_an_unknown_feature_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such feature: likeness"):
        read_judgement(_table(tmp_path, TABLE), ("names",))


def test_what_is_fitted_is_what_the_program_reads_back(tmp_path: Path) -> None:
    numpy = pytest.importorskip("numpy")
    from benchmarks.fitting import boost, regress, write_table

    random = numpy.random.default_rng(7)
    x = random.random((400, 2))
    y = ((x[:, 0] > 0.6) & (x[:, 1] > 0.5)).astype(float)
    w = numpy.ones(400)
    fit = boost(x, y, w, rounds=40, start=regress(x, y, w, 1.0))
    path = tmp_path / "weights.tsv"
    write_table(path, ["Made up."], ("one", "two"), fit, {"": 0.5})
    judgement = read_judgement(path, ("one", "two"))
    read_back = numpy.array([judgement.probability(row) for row in x])
    assert numpy.abs(read_back - fit.probability(x)).max() < 0.02
    assert ((read_back > 0.5) == (y > 0.5)).mean() > 0.9


@given(st.lists(st.tuples(*[st.floats(0, 1)] * 3), max_size=5), st.sets(st.sampled_from(("one", "two", "three"))))
def test_what_is_not_yet_known_makes_nothing_likelier_than_was_said(
    rows: list[tuple[float, ...]], known: set[str]
) -> None:
    features = ("one", "two", "three")
    steps = (
        Step((Condition(0, 0.5, True),), 1.5),
        Step((Condition(0, 0.5, True), Condition(1, 0.3, True)), -2.0),
        Step((Condition(0, 0.5, False), Condition(1, 0.3, False)), 1.0),
        Step((Condition(1, 0.6, True), Condition(2, 0.2, False)), 0.7),
        Step((Condition(2, 0.8, True),), -0.4),
    )
    for weights in ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, -1.0, 0.0)):
        judgement = Judgement(features, weights, steps, -0.5, {})
        begun = [[v if name in known else 0.0 for name, v in zip(features, row, strict=True)] for row in rows]
        for most, row in zip(judgement.most_likely(begun, known), rows, strict=True):
            assert most >= judgement.probability(row)


def test_what_no_open_evidence_can_save_is_known_to_be_hopeless() -> None:
    steps = (
        Step((Condition(0, 0.5, True), Condition(1, 0.5, True)), 1.0),
        Step((Condition(0, 0.5, True), Condition(1, 0.5, False)), 1.0),
    )
    judgement = Judgement(("known", "open"), (0.0, 0.0), steps, -1.0, {})
    hopeless, hopeful = judgement.most_likely([[0.0, 0.0], [1.0, 0.0]], {"known"})
    assert hopeless == pytest.approx(1 / (1 + math.e))
    assert hopeful == pytest.approx(0.5)  # one of both holds, never both
