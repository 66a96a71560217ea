"""Lists of words that the readers of figures and dates look for, each under the name of what it is for."""

from functools import cache
from pathlib import Path

from tui.disk.tables import read_table


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_table(Path(__file__).with_name("word_lists.tsv"))}


def word_list(name: str) -> frozenset[str]:
    """Return the words of the list called `name`, in lower case."""
    return _lists()[name]
