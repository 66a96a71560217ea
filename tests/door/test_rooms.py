"""No room knows the one above it, seen in a fresh interpreter."""

import json
import subprocess
import sys

import pytest

SCREEN = {"textual", "rich"}
HEAVY = {"trafilatura", "lxml", "urllib3", "textual_serve"}


def modules_after(statements: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{statements}\nimport sys, json; print(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    return {name.split(".")[0] for name in json.loads(done.stdout.splitlines()[-1])} | set(
        json.loads(done.stdout.splitlines()[-1])
    )


COMPARED = """
from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.notes.reports.document import comparison_document
comparison_document(compare(make_article("Rain fell in Altmoor."), make_article("It rained in Altmoor on 3 May.")))
"""


def test_the_engine_and_the_reports_never_import_the_screen() -> None:
    loaded = modules_after(COMPARED)
    assert not loaded & SCREEN
    assert not any(name.startswith("tui.reader") for name in loaded)


def test_comparing_texts_imports_nothing_that_pages_need() -> None:
    assert not modules_after(COMPARED) & HEAVY


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["compare", "--help"], ["compare", "no-such", "file"]])
def test_the_door_imports_no_screen_for_help_and_errors(words: list[str]) -> None:
    statements = f"import contextlib\nfrom tui.cli import main\nwith contextlib.suppress(SystemExit): main({words!r})"
    assert not modules_after(statements) & (SCREEN | HEAVY)


def test_the_articles_room_knows_nothing_of_the_engine() -> None:
    loaded = modules_after("import tui.articles.load")
    assert not any(name.startswith(("tui.compare", "tui.notes", "tui.reader")) for name in loaded)
