"""The wheel, made from the source archive and installed in an empty environment away from the checkout, is whole."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tui import __version__

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240), pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build archive and wheel, install that with what it depends on and return the new environment's programs."""
    built = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(built), str(ROOT))
    (wheel,) = built.glob("*.whl")
    assert [path.name for path in built.glob("*.tar.gz")] == [f"newsdiff_tui-{__version__}.tar.gz"]
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=False, symlinks=True)
    pip = (sys.executable, "-m", "pip", "--python", str(place / "bin" / "python"), "--disable-pip-version-check")
    # Compiled is what is used, when it is first used.
    run(*pip, "install", "--quiet", "--no-compile", "--constraint", str(ROOT / "constraints.txt"), str(wheel))
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


def test_everything_that_the_program_reads_beside_its_code_is_installed(installed: Path) -> None:
    (package,) = installed.parent.glob("lib/python*/site-packages/tui")
    tracked = subprocess.run(("git", "ls-files", "tui", "seeds", "themes"), cwd=ROOT, capture_output=True, text=True)
    wanted = [Path(line) for line in tracked.stdout.splitlines()]
    if not wanted:  # no checkout, but an unpacked archive
        wanted = [path.relative_to(ROOT) for top in ("tui", "seeds", "themes") for path in (ROOT / top).rglob("*.*")]
    kept = [path.relative_to("tui") if path.parts[0] == "tui" else Path("shipped") / path for path in wanted]
    assert len(kept) > 100
    assert [str(path) for path in kept if "__pycache__" not in path.parts and not (package / path).is_file()] == []


def test_the_installed_program_tells_its_version_and_compares_what_it_brings(installed: Path, tmp_path: Path) -> None:
    def printed(*words: str) -> str:
        command = [installed / "newsdiff-tui", *words]
        done = subprocess.run(command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    assert printed("--version") == f"newsdiff-tui {__version__}\n"
    (seeds,) = installed.parent.glob("lib/python*/site-packages/tui/shipped/seeds")
    for pair in seeds.glob("*.yaml"):
        assert "2. W" in printed("compare", str(pair))
    assert "colour-blind" in printed("themes")


def test_pipx_finds_the_program_under_the_name_of_the_project(installed: Path, tmp_path: Path) -> None:
    code = "from importlib.metadata import entry_points as e; print(*e(group='console_scripts').names)"
    done = subprocess.run([installed / "python", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "newsdiff-tui" in done.stdout.split()


def test_the_installed_program_opens_the_bundled_pair_in_a_terminal(installed: Path, tmp_path: Path) -> None:
    with Terminal(
        [str(installed / "newsdiff-tui")], columns=140, rows=44, cwd=tmp_path, env=environment(tmp_path)
    ) as terminal:
        terminal.wait_for("Both sides say", "It was Kerry", seconds=30)
        terminal.send("q")
        assert terminal.wait_until_it_ends(seconds=20) == 0
