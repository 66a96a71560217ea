"""A theme as those that come with the program are written, read without PyYAML, which takes long to load.

What is read here means the same to `tui.disk.yaml_text`; nothing is read of which that is not sure.
"""

import re
from typing import Any

from tui.disk.yaml_parsed import KeyPath, Parsed

_LINE = re.compile(
    r"(?:#[ -~]*"  # a comment
    r"|([a-z]{1,20}):(?: ([A-Za-z](?:[A-Za-z0-9() -]{0,60}[A-Za-z0-9)])?))?"  # a section, or a key and words
    r'|  ([a-z][a-z0-9-]{0,30}): (?:"([#a-z0-9 ]{1,60})"|([a-z][a-z0-9 -]{0,60}[a-z0-9])))?'  # a role and its look
)
_MOST_CHARACTERS = 20_000
_NO_WORDS = frozenset(("null", "true", "false"))


def parse_theme(text: str) -> Parsed | None:
    """Return what a theme's file holds, with the line of every value; none where it is not as simple as that."""
    if len(text) > _MOST_CHARACTERS:
        return None
    value: dict[str, Any] = {}
    lines: dict[KeyPath, int] = {}
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        key, words, role, quoted, plain = found.groups()
        told = words or quoted or plain
        if key is None and role is None:
            continue
        into = value if key is not None else value.get(section)
        name = key or role
        if not isinstance(into, dict) or name in into or (not quoted and (told or "").lower() in _NO_WORDS):
            return None
        section = section if key is None else key
        into[name] = told or {}
        lines.setdefault((), number)
        lines[(name,) if key is not None else (section, name)] = number
    return Parsed(value, lines) if value and {} not in value.values() else None
