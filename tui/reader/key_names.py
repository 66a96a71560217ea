"""How keys are written and shown: Textual's names, what a user may write for them, and what people are shown."""

import string
import unicodedata
from collections.abc import Iterator, Mapping

Keymap = Mapping[str, tuple[str, ...]]
"""The keys of every action, by its id."""

_ARROWS = {"up": "↑", "down": "↓", "left": "←", "right": "→"}
_EDITING = {"space", "tab", "enter", "escape", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"}
_NAMED = _ARROWS.keys() | _EDITING | {f"f{number}" for number in range(1, 25)}
_MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
_SPELT = {"slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+", "underscore": "_"}
_SHORT = {character: name for name, character in _SPELT.items()} | {" ": "space", "\t": "tab"}


def key_name(written: str) -> str | None:
    """Return the name Textual gives a key ("?" is "question_mark"), or none if there is no such key."""
    *modifiers, key = [written] if len(written) == 1 else written.split("+")
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return None
    if len(key) == 1:
        key = _character_name(key)
    elif key not in _NAMED and key not in _SPELT:
        try:
            key = _character_name(unicodedata.lookup(key.replace("_", " ")))
        except KeyError:
            return None
    return "+".join([*modifiers, key]) if key else None


def keys_typed(text: str) -> Iterator[tuple[str, str]]:
    """Yield the keys that somebody pressed who typed a text, each with its character; an escape ends it."""
    for character in text.partition("\x1b")[0]:
        if key := "enter" if character in "\r\n" else key_name(character):
            yield key, character


def _character_name(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    if character.isalnum():
        return character
    return unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")


def key_label(key: str) -> str:
    """Return how a key is shown to people: "?" for "question_mark", "ctrl+z" as it is."""
    *modifiers, name = key.split("+")
    shown = _ARROWS | {"escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "delete": "del"}
    if name in shown:
        name = shown[name]
    elif name not in _NAMED:
        name = next((character for character in string.punctuation if _character_name(character) == name), name)
    return "+".join([*modifiers, name])
