"""What `config` does: check the configuration, print the default one, open it in an editor."""

import os
import shlex
import subprocess
from importlib.resources import files
from pathlib import Path

from tui.articles.article import ArticleError
from tui.disk.write import write_own
from tui.reader.configuration import config_file, load_settings
from tui.system.streams import print_line, print_report


def check_configuration(name: str | None) -> bool:
    """Print every mistake in a configuration, by default the user's own, and say whether there is none.

    Raises
    ------
    ArticleError
        If the file that is named is not there.
    """
    path = Path(name).expanduser() if name is not None else config_file()
    if name is not None and not path.exists():
        raise ArticleError(f"{name}: there is no such file; name a configuration, or none for your own")
    _, mistakes = load_settings(path)
    for mistake in mistakes:
        print_line(str(mistake))
    if not mistakes:
        print_line(f"{path}: {'no mistake' if path.exists() else 'is not there yet; every setting is the usual one'}")
    return not mistakes


def print_default() -> None:
    """Print a configuration with every setting as it is without one, each line commented out."""
    print_report(default_configuration().encode())


def default_configuration() -> str:
    """Return the text of that configuration."""
    return files("tui.reader").joinpath("config_default.yaml").read_text("utf-8")


def edit_configuration() -> bool:
    """Open the user's configuration in the editor that VISUAL or EDITOR names, and check it afterwards.

    A configuration that is not there yet begins as the default one.

    Raises
    ------
    ArticleError
        If the file cannot be written or the editor not be started.
    """
    path = config_file()
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_own(path, default_configuration())
        words = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        subprocess.run([*words, str(path)], check=False)
    except (OSError, ValueError) as error:
        told = error.strerror if isinstance(error, OSError) else str(error)
        raise ArticleError(f"{path}: cannot be edited ({told}); set EDITOR to the name of an editor") from error
    return check_configuration(None)
