"""The words that give a source: verbs of saying with how firmly they say it, and the nouns that can say something."""

from functools import cache
from pathlib import Path

from tui.disk.tables import read_table

_TABLE = Path(__file__).parent / "sayings.tsv"
_SOURCES = Path(__file__).parent / "sources.tsv"


@cache
def sayings() -> dict[str, str]:
    """Return the firmness of each verb of saying, by its form."""
    return {form: row[0] for row in read_table(_TABLE) for form in row[1].split()}


@cache
def source_nouns() -> frozenset[str]:
    """Return the nouns that can be a source."""
    return frozenset(noun for row in read_table(_SOURCES) for noun in row[1].split())
