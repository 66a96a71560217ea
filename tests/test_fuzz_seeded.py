"""A few of what `make fuzz` tries by the thousand, the same ones on every run."""

from tests import fuzz


def test_whatever_comes_in_one_of_a_few_things_comes_out():
    outcome = fuzz.fuzz(runs=60, seed=7)
    assert outcome.faults == {}
    assert outcome.runs == 60
    assert {"pairs of texts compared", "streams answered", "names read", "files refused"} <= set(outcome.answers)


def test_a_fault_is_told_once_with_what_makes_it_again(monkeypatch):
    def break_down(chance, folder):
        raise ZeroDivisionError

    monkeypatch.setitem(fuzz.CHECKS, "streams", break_down)
    outcome = fuzz.fuzz(runs=20, seed=7)
    ((fault, again),) = outcome.faults.items()
    assert fault.startswith("streams: ZeroDivisionError at ")
    assert again == "--seed 7 --only streams:0"
