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


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: a third of the time a worker waits for a program in a terminal."""
    return ((os.cpu_count() or 1) * 3 + 1) // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes seconds, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


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
