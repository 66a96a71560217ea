"""The words around a quotation that tell who says it, from their tables."""

from functools import cache
from pathlib import Path

from tui.disk.tables import read_table

_HERE = Path(__file__).parent


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of one list."""
    rows = read_table(_HERE / "words.tsv")
    return frozenset(word for row, cell in rows if row == name for word in cell.split())


@cache
def speech_verbs() -> dict[str, bool]:
    """Return every form of a verb of speech, each with whether it is as often a noun."""
    rows = read_table(_HERE / "speech.tsv")
    sure = {form: False for forms, _ in rows for form in forms.split()}
    return {form: True for _, nouns in rows for form in nouns.split()} | sure
