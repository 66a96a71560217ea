import re
import signal
import threading

import pytest

from tui.system.watch import limit_time


class TooLongError(BaseException):
    pass


def spin(seconds: float = 60.0) -> None:
    until = signal.getitimer(signal.ITIMER_VIRTUAL)[0] + seconds
    while until > 0:
        until -= 1e-7


def test_work_that_takes_too_long_is_ended() -> None:
    with pytest.raises(TooLongError), limit_time(0.1, TooLongError):
        spin()
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_work_that_swallows_the_first_end_is_ended_again() -> None:
    def swallow() -> None:
        try:
            spin()
        except TooLongError:
            spin()

    with pytest.raises(TooLongError), limit_time(0.1, TooLongError):
        swallow()


def test_work_that_is_done_in_time_is_not_disturbed_later() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with limit_time(0.05, TooLongError):
        pass
    re.match("(a*)*b", "a" * 20)
    assert signal.getsignal(signal.SIGVTALRM) == before


def test_in_another_thread_there_is_no_limit() -> None:
    done = threading.Event()

    def work() -> None:
        with limit_time(0.001, TooLongError):
            spin(0.01)
            done.set()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done.is_set()
