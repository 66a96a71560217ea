"""Pairs that can be opened again: those that came with the program, and those that were open lately.

The latter are remembered in one YAML file in the state folder, the latest first; a damaged file is as good as none.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.articles.article import Article
from tui.disk.paths import state_folder
from tui.disk.read import read_words, reason_of
from tui.disk.write import write_own
from tui.disk.yaml_parsed import YamlError
from tui.disk.yaml_text import parse_yaml

if TYPE_CHECKING:
    from tui.articles.pairs import Pair

MOST_PAIRS = 30
"""So many are remembered."""


@dataclass(frozen=True, slots=True)
class KnownPair:
    """A pair, by where its articles lie."""

    title: str
    left: str
    """A path or an address."""
    right: str
    pair: "Pair | None" = None
    """What a pair file says of it; none where there is no more than the two places."""


def bundled_pairs() -> tuple[KnownPair, ...]:
    """Return the pairs that came with the program."""
    from tui.articles.pairs import bundled_pairs as bundled

    return known_pairs(bundled())


def known_pairs(pairs: "Iterable[Pair]") -> tuple[KnownPair, ...]:
    """Return the pairs that were found in a folder, each with its title or how alike its articles are."""
    return tuple(
        KnownPair(
            pair.title or ("a pair file" if pair.likeness is None else f"{pair.likeness:.0%} alike"),
            pair.left.location,
            pair.right.location,
            pair,
        )
        for pair in pairs
    )


def recent_pairs() -> tuple[KnownPair, ...]:
    """Return the pairs that were open lately, the latest first."""
    try:
        written = parse_yaml(read_words(_file()), str(_file())).value
    except (OSError, UnicodeDecodeError, YamlError):
        return ()
    pairs = written.get("pairs") if isinstance(written, dict) else None
    if not isinstance(pairs, list):
        return ()
    fields = ("title", "left", "right")
    return tuple(
        KnownPair(pair["title"], pair["left"], pair["right"])
        for pair in pairs[:MOST_PAIRS]
        if isinstance(pair, dict) and all(isinstance(pair.get(field), str) for field in fields)
    )


def remember_pair(left: Article, right: Article) -> str:
    """Put a pair first among those open lately; one that came from nowhere (standard input, pasted) is left out.

    Returns
    -------
    str
        Why it could not be kept, in one line; empty when it was.
    """
    if not all(is_found_again(article) for article in (left, right)):
        return ""
    title = left.title or right.title or f"{left.source} / {right.source}"
    pair = KnownPair(title, _absolute(left.origin), _absolute(right.origin))
    others = [one for one in recent_pairs() if (one.left, one.right) != (pair.left, pair.right)]
    lines = ["# Pairs that were open lately, the latest first. newsdiff-tui writes this file.", "pairs:"]
    for one in [pair, *others][:MOST_PAIRS]:
        values = {"title": one.title, "left": one.left, "right": one.right}
        lines += [f"{'- ' if name == 'title' else '  '}{name}: {json.dumps(value)}" for name, value in values.items()]
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        write_own(_file(), "\n".join(lines) + "\n")
    except OSError as error:
        return f"{_file()}: cannot be kept ({reason_of(error)})"
    return ""


def is_found_again(article: Article) -> bool:
    """Say whether the article can be read once more from where it came."""
    return article.origin not in ("", "-") and not article.origin.startswith(("/dev/", "/proc/"))


def _absolute(origin: str) -> str:
    return origin if "://" in origin else str(Path(origin).expanduser().resolve())


def _file() -> Path:
    return state_folder() / "recent.yaml"
