"""What a file or page holds before it becomes an article: its text and what it says of itself."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from tui.articles.article import DateSource


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an article as it was read, not yet made inert or split, and what is known about it."""

    text: str
    title: str | None = None
    source: str | None = None
    dates: tuple[DateSource, ...] = ()
    """What the file tells of its dates, in any order; those in the text itself are found later."""
    author: str | None = None
    warnings: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    """What the file holds beside the text, a line for each kind."""
    day_first: bool | None = None
    """Whether "8/3/2019" is in March (true) or in August, as far as the file's language tells."""
    noted_author: str | None = None
    """Whom the file's properties name; a byline in the text counts more, since this may be whoever made the file."""
    noted_title: str | None = None
    """What the file's properties call it; a headline in the text counts more."""

    def to_values(self) -> dict[str, Any]:
        """Return the draft as values that JSON can hold."""
        dates = [{**asdict(source), "day": source.day.isoformat()} for source in self.dates]
        return {**asdict(self), "dates": dates}

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> "Draft":
        """Return the draft that `to_values` gave these values of.

        Raises
        ------
        KeyError, TypeError, ValueError
            If they are no such values.
        """
        dates = (DateSource(**{**told, "day": date.fromisoformat(told["day"])}) for told in values["dates"])
        lists = {name: tuple(values[name]) for name in ("warnings", "left_out")}
        return cls(**{**values, **lists, "dates": tuple(dates)})


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
