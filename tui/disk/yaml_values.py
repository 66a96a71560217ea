"""The value that a YAML text holds, built from PyYAML's events: what `tui.disk.yaml_text` reads with.

A module of its own, since PyYAML is loaded with it.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import yaml

from tui.disk.inert import make_inert
from tui.disk.yaml_parsed import MOST_DIGITS, MOST_LEVELS, KeyPath, Parsed, YamlError

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]*([eE][-+][0-9]+)?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?) ?(Z|[-+][0-9]{2}:[0-9]{2})?\Z"
)
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def build_value(text: str, origin: str, most_values: int) -> Parsed:
    """Return what `text` holds, as `parse_yaml` promises, of at most so many values; what is wrong is a `YamlError`."""
    builder = _Builder(origin, most_values)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(origin, mark.line + 1 if mark else 1, f"not YAML: {error.problem or error.context}") from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        raise YamlError(origin, before.count("\n") + 1, f"not YAML: {error.reason}") from error
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise YamlError(origin, line, "not YAML: holds half a character (a lone surrogate)") from error
    return Parsed(builder.value, builder.lines)


def _events(text: str) -> Iterator[Any]:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.parse(text, Loader=loader)


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet."""

    content: dict[str, Any] | list[Any]
    path: KeyPath
    key: str | None = None


class _Builder:
    """Builds the value from events, with a stack of its own so that depth costs no recursion."""

    def __init__(self, origin: str, most_values: int) -> None:
        self.value: Any = None
        self.lines: dict[KeyPath, int] = {}
        self._origin = origin
        self._most_values = most_values
        self._stack: list[_Open] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marked(event, line)
            self._take_scalar(event, line)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._refuse_marked(event, line)
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise YamlError(self._origin, line, f"alias *{event.anchor}: write the value out instead")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise YamlError(self._origin, line, "a second document (---): one file holds one")

    def _refuse_marked(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            raise YamlError(self._origin, line, f"anchor &{event.anchor}: anchors are not read, leave it out")
        if event.tag is not None:
            raise YamlError(self._origin, line, f"tag {event.tag}: tags are not read, leave it out")

    def _take_scalar(self, event: Any, line: int) -> None:
        parent = self._stack[-1] if self._stack else None
        if parent and isinstance(parent.content, dict) and parent.key is None:
            self._take_key(parent, parent.content, event, line)
            return
        plain = not event.style and event.implicit[0]
        text = make_inert(event.value)
        self._put(self._read_plain(text, line) if plain else text, line)

    def _take_key(self, parent: _Open, mapping: dict[str, Any], event: Any, line: int) -> None:
        key = make_inert(event.value)
        if key == "<<" and not event.style:
            raise YamlError(self._origin, line, "merge key <<: write the keys out instead")
        if key in mapping:
            first = self.lines[(*parent.path, key)]
            raise YamlError(self._origin, line, f"{key!r} stands here a second time, first in line {first}")
        parent.key = key
        self.lines[(*parent.path, key)] = line

    def _open(self, content: dict[str, Any] | list[Any], line: int) -> None:
        if self._stack and isinstance(self._stack[-1].content, dict) and self._stack[-1].key is None:
            raise YamlError(self._origin, line, "a key must be a word, not a list or mapping")
        if len(self._stack) == MOST_LEVELS:
            raise YamlError(self._origin, line, f"nested deeper than {MOST_LEVELS} levels")
        self._stack.append(_Open(content, self._put(content, line)))

    def _put(self, value: Any, line: int) -> KeyPath:
        """Store `value` where it belongs and return the path to it."""
        if len(self.lines) > self._most_values:
            raise YamlError(self._origin, line, f"holds more than {self._most_values:,} values")
        if not self._stack:
            self.value = value
            self.lines[()] = line
            return ()
        parent = self._stack[-1]
        if isinstance(parent.content, list):
            path: KeyPath = (*parent.path, len(parent.content))
            parent.content.append(value)
            self.lines[path] = line
            return path
        assert parent.key is not None
        path = (*parent.path, parent.key)
        parent.content[parent.key] = value
        parent.key = None
        return path

    def _read_plain(self, text: str, line: int) -> Any:
        if text in _WORDS:
            return _WORDS[text]
        if text[0] not in "+-0123456789":
            return text
        if _INTEGER.match(text):
            if len(text.lstrip("+-")) > MOST_DIGITS:
                raise YamlError(self._origin, line, f"more than {MOST_DIGITS} digits in a number")
            return int(text)
        if _DECIMAL.match(text):
            if math.isinf(float(text)):
                raise YamlError(self._origin, line, f"{text} is too large a number")
            return float(text)
        return self._read_date(text, line)

    def _read_date(self, text: str, line: int) -> Any:
        try:
            if _DATE.match(text):
                return date.fromisoformat(text)
            if found := _TIME.match(text):
                zone = (found[3] or "").replace("Z", "+00:00")
                return datetime.fromisoformat(f"{found[1]}T{found[2]}{zone}")
        except ValueError as error:
            raise YamlError(self._origin, line, f"{text} is no date: {error}") from error
        return text
