"""Building HTML so that text from outside cannot be anything but text.

Whatever is not `Markup` is escaped; only `element` makes `Markup`.
"""

from collections.abc import Iterable
from html import escape

_EMPTY_ELEMENTS = frozenset({"br", "hr", "meta"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = str | Iterable[str] | None
"""What can stand inside an element: text (escaped), `Markup` (as it is), several of either, or nothing."""


def element(name: str, *children: Child, **attributes: str | int | None) -> Markup:
    """Return an element.

    Parameters
    ----------
    name
        The element's name, from the program.
    *children
        What stands inside.
    **attributes
        Its attributes, values escaped; one that is none is left out. A trailing `_` is cut off (`class_`), another
        `_` becomes `-`.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    if name in _EMPTY_ELEMENTS:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: Child) -> Markup:
    """Return children one after the other."""
    return Markup("".join(_render(child) for child in children))


def _render(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child
    if isinstance(child, str):
        return escape(child)
    return "".join(_render(inner) for inner in child)
