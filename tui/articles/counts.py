"""Numbers of things in words."""

from collections.abc import Iterable


def count_of(number: int, one: str, many: str | None = None) -> str:
    """Return "1 comment" or "3 comments"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def names_of(names: Iterable[str]) -> str:
    """Return ", by A, B" for the names, each once; nothing if there are none."""
    told = list(dict.fromkeys(name for name in names if name))
    return f", by {', '.join(told[:5])}" if told else ""


def tracked(counts: Iterable[str], authors: Iterable[str] = ()) -> str:
    """Return the warning that a document holds tracked changes: how many of each kind, and whose."""
    return f"tracked changes ({', '.join(counts)}{names_of(authors)}): the text is shown as if all were accepted"
