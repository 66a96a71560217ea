"""Programs of the machine that some tests drive: where they are, and how to have them where they are not.

A test says `@pytest.mark.needs("tmux")` and is left out on a machine without it; the last line of a run says so once.
"""

import shutil
from collections.abc import Iterable, Mapping

_NAMES: Mapping[str, tuple[str, ...]] = {"chromium": ("chromium", "chromium-browser", "google-chrome")}
"""Names that a program goes by, where it is not its own alone."""
_PACKAGES: Mapping[str, str] = {"man": "man-db"}
"""What brings a program on Debian and Ubuntu, where it is not called like it."""
WANT = "no program here: "


def program(name: str) -> str | None:
    """Return the path of a program, or none where it is not installed."""
    return next(filter(None, map(shutil.which, _NAMES.get(name, (name,)))), None)


def left_out(reasons: Iterable[str]) -> str:
    """Return one line on the tests that were skipped for want of programs, from pytest's reasons; empty for none.

    >>> left_out(["Skipped: no program here: tmux", "Skipped: no program here: man", "Skipped: on Sundays"])
    'Left out: 2 tests that need man, tmux. To have them run: apt-get install man-db tmux'
    """
    wanted = [reason.partition(WANT)[2] for reason in reasons if WANT in reason]
    if not wanted:
        return ""
    names = sorted(set(wanted))
    packages = " ".join(_PACKAGES.get(name, name) for name in names)
    tests = f"{len(wanted)} test{'s' if len(wanted) > 1 else ''} that need{'' if len(wanted) > 1 else 's'}"
    return f"Left out: {tests} {', '.join(names)}. To have them run: apt-get install {packages}"
