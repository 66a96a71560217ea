"""The simplest YAML, read without PyYAML, which takes long to load: a key and a word or two in each line.

What it reads means the same to PyYAML; it reads nothing of which that is not sure.
"""

import re
from datetime import date

from tui.disk.yaml_parsed import KeyPath, Parsed

_LINE = re.compile(
    r"(?:#[ -~]*"  # a comment
    r"|([A-Za-z][A-Za-z0-9_]{0,60}): "  # a key
    r"(?:([0-9]{4}-[0-9]{2}-[0-9]{2})|([A-Za-z](?:[A-Za-z0-9_./,'() -]*[A-Za-z0-9_.])?)))?"  # a date or words
)
_NO_WORDS = frozenset(("null", "true", "false"))


def parse_simple(text: str, most_values: int) -> Parsed | None:
    """Return what `text` holds, with the line of every value; none where it is not as simple as that."""
    value: dict[str, date | str] = {}
    lines: dict[KeyPath, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        found = _LINE.fullmatch(line)
        if found is None or number > most_values:
            return None
        key, day, words = found.groups()
        if key is None:
            continue
        if key in value or (words and words.lower() in _NO_WORDS):
            return None
        try:
            value[key] = date.fromisoformat(day) if day else words
        except ValueError:
            return None
        lines.setdefault((), number)
        lines[(key,)] = number
    return Parsed(value, lines) if value else None
