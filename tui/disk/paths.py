"""Where the program's files lie: what the user sets, what is remembered, what can be fetched again, what ships.

The environment variable NEWSDIFF_HOME, when set, holds the first three as folders of its own (for a portable
installation, and for tests). No folder is made here.
"""

import os
from pathlib import Path
from typing import Literal

_PROGRAM = "newsdiff-tui"


def config_folder() -> Path:
    """Return the folder of the configuration and of the user's own themes."""
    return _own_folder("config")


def state_folder() -> Path:
    """Return the folder of the notes and of what is remembered from one run to the next."""
    return _own_folder("state")


def cache_folder() -> Path:
    """Return the folder of the archived pages."""
    return _own_folder("cache")


def shipped_folder(name: Literal["seeds", "themes"]) -> Path:
    """Return the folder of that name that came with the program, in a wheel or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "shipped" / name
    return installed if installed.is_dir() else package.parent / name


def _own_folder(kind: Literal["config", "state", "cache"]) -> Path:
    if home := os.environ.get("NEWSDIFF_HOME"):
        return Path(home).expanduser() / kind
    import platformdirs

    folders = platformdirs.PlatformDirs(_PROGRAM, appauthor=False)
    if kind == "config":
        return folders.user_config_path
    return folders.user_state_path if kind == "state" else folders.user_cache_path
