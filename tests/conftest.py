"""No test measures time: on a busy machine hypothesis too waits for as long as an example takes.

Tests that drive another program are left out where there is none, which the last line of a run tells.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.programs import WANT, left_out, program

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def own_environment() -> Iterator[None]:
    """Undo what a command line told the program by its environment, for the next test is another user."""
    before = {name: value for name, value in os.environ.items() if name.startswith("NEWSDIFF_")}
    yield
    for name in [name for name in os.environ if name.startswith("NEWSDIFF_")]:
        del os.environ[name]
    os.environ.update(before)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        for name in marker.args:
            if program(name) is None:
                pytest.skip(f"{WANT}{name}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    yield
    skipped = terminalreporter.stats.get("skipped", [])
    if line := left_out(str(report.longrepr[2]) for report in skipped if isinstance(report.longrepr, tuple)):
        terminalreporter.write_line(line, yellow=True)
