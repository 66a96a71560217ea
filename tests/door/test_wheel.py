"""The wheel, installed in an empty environment away from the checkout, opens the bundled pair in a real terminal."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240), pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it with what it depends on and return the folder of the new environment's programs."""
    built = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), str(ROOT))
    (wheel,) = built.glob("*.whl")
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=False, symlinks=True)
    pip = (sys.executable, "-m", "pip", "--python", str(place / "bin" / "python"), "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--constraint", str(ROOT / "constraints.txt"), str(wheel))
    return place / "bin"


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def environment(home: Path) -> dict[str, str]:
    of_the_tests = ("PYTHON", "VIRTUAL_ENV", "LINES", "COLUMNS", "NO_COLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(of_the_tests)}
    return kept | {"NEWSDIFF_HOME": str(home), "TERM": "xterm-256color"}


def test_the_wheel_is_the_program_that_runs(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed / "python", "-c", "import tui; print(tui.__file__)"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(installed.parent)


def test_the_installed_program_opens_the_bundled_pair_in_a_terminal(installed: Path, tmp_path: Path) -> None:
    with Terminal(
        [str(installed / "newsdiff-tui")], columns=140, rows=44, cwd=tmp_path, env=environment(tmp_path)
    ) as terminal:
        terminal.wait_for("Both sides say", "It was Kerry", seconds=30)
        terminal.send("q")
        assert terminal.wait_until_it_ends(seconds=20) == 0
