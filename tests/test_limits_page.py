import re
from pathlib import Path

from tui.articles import fetch, files, load, markdown, packed, pages, pairs, pdf, walled
from tui.articles.archive import MOST_PAGES
from tui.articles.cleaning import MOST_MARKS
from tui.compare import budget
from tui.disk import yaml_parsed, yaml_text
from tui.reader import serve
from tui.system import streams

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")


def test_every_row_names_a_test_that_exists():
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and line.count(" | ") == 3]
    rows = [row for row in rows if not row.startswith("| input |")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    tests = set(re.findall(r"def (test_\w+)\(", source))
    assert len(rows) > 70
    for row in rows:
        named = re.findall(r"`(test_\w+)` \|$", row)
        assert named, row
        assert named[0] in tests, row


def test_the_figures_are_those_of_the_program():
    for figure in (
        f"{files.MOST_BYTES // 1_000_000} MB",
        f"{load.MOST_CHARACTERS // 1_000_000} million characters",
        f"{fetch.MOST_BYTES // 1_000_000} MB, {fetch.MOST_REDIRECTS} redirects, {fetch.PATIENCE:.0f} s of silence",
        f"{fetch.DEADLINE:.0f} s in all",
        f"| {pages.MOST_CHARACTERS // 1_000_000} million characters |",
        f"| {markdown.MOST_CHARACTERS // 1_000_000} million characters |",
        f"{pdf.MOST_PAGES} pages",
        f"| a Word, OpenDocument or EPUB file, unpacked | {packed.MOST_UNPACKED // 1_000_000} MB |",
        f"| {walled.USUAL_LIMITS.seconds:.0f} s and {walled.USUAL_LIMITS.megabytes:,} MB of memory",
        f"| {budget.SECONDS:.0f} s of the processor, and {budget.SECONDS_A_CHARACTER * 1e6:.0f} s more for a million",
        f"| a line of JSON Lines | {streams.MOST_IN_LINE // 1_000_000} MB |",
        f"| {serve.MOST_SESSIONS}, as set (`--sessions`)",
        f"| a pipe that gives nothing | {files.PATIENCE:.0f} s |",
        f"| archived pages | {MOST_PAGES}, the oldest go |",
        f"the {pairs.MOST_FILES} files changed last",
        f"| combining marks on one letter | {MOST_MARKS} |",
        f"{yaml_text.MOST_CHARACTERS:,} characters, {yaml_text.MOST_CHARACTERS // 10:,} values",
        f"{yaml_parsed.MOST_LEVELS} levels, {yaml_parsed.MOST_DIGITS} digits",
    ):
        assert figure in PAGE, figure
