"""One setting of the user's configuration, for who needs that one alone and before any screen."""

import os
from typing import Any

from tui.disk.paths import config_folder
from tui.disk.read import read_words


def read_setting(name: str) -> Any:
    """Return the value of a setting in `config.yaml`, none where it has none or cannot be read.

    A mistake in the configuration is told by those who read it all; here it counts as nothing set.
    """
    path = config_folder() / "config.yaml"
    try:
        text = read_words(path)
    except (OSError, ValueError):
        return None
    if name not in text:
        return None
    from tui.disk.yaml_parsed import YamlError
    from tui.disk.yaml_text import parse_yaml

    try:
        value = parse_yaml(text, str(path)).value
    except YamlError:
        return None
    return value.get(name) if isinstance(value, dict) else None


def read_told(name: str) -> str:
    """Return what the environment variable of a setting says, NEWSDIFF_ and its name in capitals; "" for nothing."""
    return os.environ.get(f"NEWSDIFF_{name.upper()}", "").strip()
