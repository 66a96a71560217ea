"""The keys of every action: what the configuration's `keys` section wishes of the table.

Comes in: that section. Goes out: the keys each action has, and every mistake in the section. Nothing here imports
Textual, so that the command line can print the table at once.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from tui.disk.yaml_parsed import KeyPath
from tui.disk.yaml_text import parse_yaml
from tui.reader.action import Action
from tui.reader.key_names import Keymap, key_label, key_name
from tui.reader.mistakes import Mistake, nearest
from tui.reader.table import ACTIONS, BY_ID

DEFAULT_KEYS: Keymap = {action.id: action.keys for action in ACTIONS}

_ALLOWED = "a character (n, ?), a name (space, pagedown, f5), with ctrl+, alt+ or shift+ before it"


PRESETS = ("vim", "emacs", "arrows")
"""Keymaps to begin with; the first is that of the table."""


def preset_keys(name: str) -> Keymap:
    """Return the keys of every action in one of the `PRESETS`, from the file of that name in the folder beside this."""
    if name == PRESETS[0]:
        return DEFAULT_KEYS
    path = Path(__file__).parent / "presets" / f"{name}.yaml"
    parsed = parse_yaml(path.read_text(encoding="utf-8"), path.name)
    keymap, mistakes = read_keys(parsed.value, path.name, {}, section_name="")
    if mistakes:
        raise RuntimeError(f"the keys that come with the program are damaged: {'; '.join(map(str, mistakes))}")
    return keymap


def read_keys(
    section: object,
    file: str,
    lines: Mapping[KeyPath, int],
    base: Keymap = DEFAULT_KEYS,
    section_name: str = "keys",
) -> tuple[Keymap, tuple[Mistake, ...]]:
    """Return the keys of every action as the configuration's `keys` section wishes, and the mistakes in it.

    Parameters
    ----------
    section
        The section as YAML gave it: a mapping of an action's id to a key or a list of keys.
    file
        The name of the configuration file, for the mistakes.
    lines
        Line numbers by key path, such as `("keys", "next_passage")`.
    base
        The keys of an action that the section does not name.
    section_name
        What the section is called in a mistake.

    Returns
    -------
    keymap, mistakes
        An action with a mistake keeps the keys of `base`.
    """
    if section is None:
        return base, ()
    if not isinstance(section, dict):
        problem = "must list actions, each with its keys"
        return base, (Mistake(file, lines.get(("keys",), 1), "keys", problem, "next_passage: n"),)
    mistakes: list[Mistake] = []
    wished: dict[str, tuple[str, ...]] = {}
    for name, value in section.items():
        line = lines.get(("keys", str(name)), lines.get(("keys",), 1))
        key = f"{section_name}.{name}"
        if name not in BY_ID:
            allowed = nearest(str(name), BY_ID)
            mistakes.append(Mistake(file, line, key, "there is no such action", allowed))
            continue
        written = _written_keys(value)
        named = [key_name(one) for one in written]
        bad = [one for one, name_ in zip(written, named, strict=True) if name_ is None]
        if bad or not written:
            problem = f"{bad[0]!r} is no key" if bad else "needs at least one key"
            mistakes.append(Mistake(file, line, key, problem, _ALLOWED))
            continue
        wished[name] = tuple(dict.fromkeys(name_ for name_ in named if name_))
    keymap = dict(base) | wished
    while clash := _first_clash(keymap, wished):
        loser, key_, owner = clash
        problem = f"{key_label(key_)!r} already belongs to {owner}"
        line = lines.get(("keys", loser), lines.get(("keys",), 1))
        allowed = f"a key nothing else has, or give {owner} another one"
        mistakes.append(Mistake(file, line, f"keys.{loser}", problem, allowed))
        del wished[loser]
        keymap = dict(base) | wished
    return keymap, tuple(sorted(mistakes, key=lambda mistake: mistake.line))


def _written_keys(value: object) -> list[str]:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 9:
        return [str(value)]
    if isinstance(value, str):
        return [value] if len(value) == 1 else [part.strip() for part in value.split(",") if part.strip()]
    if isinstance(value, list):
        return [written for part in value for written in (_written_keys(part) or [str(part)])]
    return [] if value is None else [str(value)]


def _first_clash(keymap: Keymap, wished: Iterable[str]) -> tuple[str, str, str] | None:
    """Return (the wished action that must yield, the key, whose it is), the last wish yielding to all others."""
    for loser in reversed(list(wished)):
        for other in ACTIONS:
            if other.id != loser and _heard_together(other, BY_ID[loser]):
                for key in keymap[loser]:
                    if key in keymap[other.id]:
                        return loser, key, other.id
    return None


def _heard_together(one: Action, other: Action) -> bool:
    boxes = {"notes", "editor", "export", "import", "open"}
    with_box = one.where in boxes and other.where in ("dialog", "list")
    return one.where == other.where or with_box or (other.where in boxes and one.where in ("dialog", "list"))


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """Return the keymap in the form `App.set_keymap` takes: comma-separated keys by binding id."""
    return {id_: ",".join(keys) for id_, keys in keymap.items() if keys != DEFAULT_KEYS[id_]}
