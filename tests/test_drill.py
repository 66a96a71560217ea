"""A little of what `make drill` does at length, the same on every run: every case once or twice, in real terminals."""

import pytest

from tests import drill, ending

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("case", drill.CASES)
def test_whatever_happens_no_note_and_no_record_is_lost(case, monkeypatch, tmp_path):
    monkeypatch.setattr(ending, "SECONDS", 20.0)  # the drill looks at the time
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path))
    times, run = drill.CASES[case]
    report = drill.Report()
    drill.repeat(report, case, max(1, times // 250), 7, run)
    if report.left_out:
        pytest.skip(report.left_out[0])
    assert report.faults == []
    assert report.tried[case] >= 1


def test_a_fault_is_told_with_what_makes_it_again():
    report = drill.Report()
    drill.repeat(report, "a case", 2, 7, lambda chance: "wrong")
    assert report.faults == ["a case (--seed 7, number 0): wrong", "a case (--seed 7, number 1): wrong"]
