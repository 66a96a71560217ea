"""What reading a YAML text gives: its value with the line of each part, or what is wrong with it; and its limits."""

from dataclasses import dataclass, field
from typing import Any

from tui.disk.inert import make_inert_line

MOST_LEVELS = 32
MOST_DIGITS = 18

KeyPath = tuple[str | int, ...]
"""Where a value stands: the keys and the positions in lists (from 0) that lead to it."""


class YamlError(Exception):
    """A YAML text cannot be read; the message is one line, "file:line: what is wrong"."""

    def __init__(self, origin: str, line: int, problem: str) -> None:
        super().__init__(make_inert_line(f"{origin}:{line}: {problem}"))
        self.line = line
        """The line it is about, from 1."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a YAML text holds."""

    value: Any
    """None, or dicts with text keys, lists, str, int, float, bool, date and datetime."""
    lines: dict[KeyPath, int] = field(default_factory=dict)
    """The line, from 1, that each value stands on (for one under a key: the key's line); the whole is under ()."""
