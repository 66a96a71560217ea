"""What a file or page holds before it becomes an article: its text and what it says of itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an article as it was read, not yet made inert or split, and what is known about it."""

    text: str
    title: str | None = None
    source: str | None = None
    published: date | None = None
    author: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes with what was said about them when they came."""

    raw: bytes
    name: str
    """The file's name or the address, inert, for messages."""
    suffix: str = ""
    """How the name ends, in small letters: ".html"."""
    media_type: str | None = None
    """What the server calls it: "text/html"."""
    encoding: str | None = None
    """The encoding the server declares."""
    address: str | None = None
    """The URL it came from."""
    warnings: tuple[str, ...] = ()
