"""The annotated articles about invented events under tests/compare/annotated, read for fits and tests.

Their form: [words|Name] is a pronoun or description with whom it stands for, "A + B" for several; behind each
quotation ⟨Name⟩ is who says it, ⟨?⟩ nobody the text names, ⟨no⟩ that it is no quotation. `=== id` begins an article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "tests" / "compare" / "annotated"
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]|⟨([^⟩]+)⟩")


@dataclass(frozen=True)
class Annotated:
    """An article without its marks, and what they say."""

    event: str
    text: str
    references: dict[tuple[int, int], tuple[str, ...]]
    """The names each pronoun or description stands for, by where it stands."""
    quotations: dict[int, str | None]
    """Who says the quotation that ends there, none where nobody is named; "no" where it is no quotation."""


def read_annotated(folder: Path = FOLDER) -> Iterator[Annotated]:
    """Yield the annotated articles."""
    for path in sorted(folder.glob("*.txt")):
        _, *articles = re.split(r"^=== (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for event, marked in zip(articles[::2], articles[1::2], strict=True):
            yield _read(event, marked.strip())


def _read(event: str, marked: str) -> Annotated:
    text, at = "", 0
    references: dict[tuple[int, int], tuple[str, ...]] = {}
    quotations: dict[int, str | None] = {}
    for mark in _MARK.finditer(marked):
        text, at = text + marked[at : mark.start()], mark.end()
        if mark[1]:
            references[len(text), len(text) + len(mark[1])] = tuple(mark[2].split(" + "))
            text += mark[1]
        else:
            quotations[len(text)] = None if mark[3] == "?" else mark[3]
    return Annotated(event, text + marked[at:], references, quotations)
