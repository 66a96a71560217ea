import math
from pathlib import Path

import pytest

from tui.compare.judgement import read_judgement

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
