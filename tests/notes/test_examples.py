import importlib.util
import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_examples_are_what_the_program_writes():
    spec = importlib.util.spec_from_file_location("make_examples", DOCS / "make_examples.py")
    assert spec and spec.loader
    make_examples = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_examples)
    for name, text in make_examples.render_examples().items():
        there = (DOCS / "examples" / name).read_bytes().decode("utf-8-sig")
        assert there == text, f"docs/examples/{name} is out of date: make examples"


def test_the_documentation_shows_every_example():
    shown = set(re.findall(r"\]\(examples/([^)]+)\)", (DOCS / "notes.md").read_text(encoding="utf-8")))
    assert shown == {path.name for path in (DOCS / "examples").iterdir()}
