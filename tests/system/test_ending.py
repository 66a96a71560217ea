"""Told to end: what is under way is undone, what draws is asked to leave, and the terminal is as it was."""

import os
import pty
import subprocess
import sys
import termios

import pytest

TELL = "import os, signal; from tui.system.ending import Ending; ending = Ending()\n"
SIGNALLED = "os.kill(os.getpid(), signal.SIGTERM)\n"


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", TELL + program], capture_output=True, text=True, timeout=30)


def test_before_anything_is_drawn_what_is_under_way_is_undone() -> None:
    done = run(f"try:\n    {SIGNALLED}    print('went on')\nfinally:\n    print('undone'); ending.finish()")
    assert (done.returncode, done.stdout, done.stderr) == (143, "undone\n", "")


def test_what_takes_the_terminal_meanwhile_is_not_torn_but_asked_to_leave_once_it_can_be() -> None:
    done = run(
        f"ending.expect_drawing()\n{SIGNALLED}print('set up')\nending.watch(lambda: print('leaves'))\nending.finish()"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "set up\nleaves\n", "")


def test_what_does_not_answer_is_ended_all_the_same() -> None:
    done = run(f"ending.expect_drawing()\n{SIGNALLED}import time; time.sleep(20)")
    assert done.returncode == 143


@pytest.mark.parametrize("controls", [True, False], ids=["controlled by the terminal", "not controlled by it"])
def test_the_modes_of_the_terminal_are_as_before(controls: bool) -> None:
    lead, follow = pty.openpty()
    before = termios.tcgetattr(follow)
    take = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n" if controls else ""
    program = f"{take}{TELL}import tty; tty.setraw(0); ending.finish()"
    subprocess.run([sys.executable, "-c", program], stdin=follow, start_new_session=True, timeout=30, check=True)
    assert termios.tcgetattr(follow) == before
    os.close(lead)
    os.close(follow)
