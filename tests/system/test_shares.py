import os
import signal
import subprocess
import sys
import threading
import time
from ast import literal_eval
from pathlib import Path

import pytest

from tui.system import helpers
from tui.system.helpers import all_processors
from tui.system.shares import in_shares, meanwhile

ROOT = Path(__file__).parent.parent.parent
FIRSTS = list(range(0, 24, 2))
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nobody helps on another system")


def shared(what: str) -> object:
    """Return what comes of some work in `sharing.py`, and see that neither a process nor a file is left of it."""
    command = [sys.executable, "-m", "tests.system.sharing", what]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found, files = literal_eval(done.stdout)
    assert files == 4  # the standard streams, and the folder that is looked at
    return found


def test_answers_come_in_order_from_several_processes_and_it_is_told_how_far_they_are() -> None:
    assert shared("in_order") == ([(first, first + 2) for first in FIRSTS], True, True, 1.0)


def test_a_helper_has_no_helpers() -> None:
    assert shared("inside_a_share") == {1}


def test_what_a_killed_helper_was_at_is_done_by_who_asked() -> None:
    assert shared("killed") == FIRSTS


def test_of_several_faults_the_first_share_s_comes_through_with_its_place_in_the_code() -> None:
    assert shared("fault") == ("share 6", True)


def test_what_cannot_come_back_is_done_by_who_asked() -> None:
    assert shared("no_pickle") == FIRSTS


def test_a_helper_has_no_more_time_than_who_asked() -> None:
    assert shared("out_of_time") == "out of time"


def test_work_that_is_stopped_ends_its_helpers() -> None:
    assert shared("stopped") == "stopped"


def test_what_is_gathered_beside_the_answers_comes_home() -> None:
    assert shared("tallied") == 24


def test_work_is_done_elsewhere_while_something_is_done_here() -> None:
    assert shared("elsewhere") == (True, True, True, True)


def test_work_elsewhere_that_is_ended_is_done_here() -> None:
    assert shared("killed_elsewhere") == "here"


def test_a_fault_elsewhere_is_met_here() -> None:
    assert shared("failed_elsewhere") == "elsewhere or here"


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_helpers_end_with_who_asked(told: signal.Signals) -> None:
    command = [sys.executable, "-m", "tests.system.sharing", "endless"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        try:
            everyone = {int(process.stdout.readline()) for _ in range(3)}
            assert process.pid in everyone
            process.send_signal(told)
            process.wait()
        finally:
            process.kill()
    while any(map(is_alive, everyone)):  # the test's own limit ends this
        time.sleep(0.01)


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def here(first: int, after: int) -> tuple[int, int, int]:
    return first, after, os.getpid()


def test_nobody_helps_where_it_is_not_granted() -> None:
    told: list[float] = []
    assert in_shares(here, 5, 2, told.append) == [(a, min(a + 2, 5), os.getpid()) for a in (0, 2, 4)]
    assert told == [1 / 3, 2 / 3, 1.0]
    assert in_shares(here, 0, 2) == []
    assert meanwhile(lambda tell: os.getpid(), lambda: pytest.fail("not yet"), told.append) == os.getpid()


def test_nobody_helps_where_a_thread_would_not_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helpers, "_processors", lambda: 3)
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        with all_processors():
            assert {process for *_, process in in_shares(here, 50, 1)} == {os.getpid()}
    finally:
        over.set()
        thread.join()
