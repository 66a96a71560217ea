"""Figures and dates in a few characters, as the sidebar has room for them."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.compare.comparison import Mention
    from tui.compare.reading import Figure

_QUALIFIED = {"about": "~", "nearly": "<", "more_than": ">", "at_least": ">=", "less_than": "<", "up_to": "<="}


def short_value(figure: Figure | None, mention: Mention) -> str:
    """Return a figure in a few characters: ">6,000", "1.5bn", "12%", "3–5"."""
    value = figure.value if figure else mention.value
    if not isinstance(value, int | float):
        return mention.name
    text = _short_number(value)
    if figure and figure.high is not None:
        text = f"{text}–{_short_number(figure.high)}"
    percent = "%" if mention.unit == "percent" else ""
    return (_QUALIFIED.get(figure.qualifier, "") if figure else "") + text + percent


def _short_number(value: float) -> str:
    for size, letters in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:.4g}{letters}"
    return f"{value:,.7g}"


_MONTHS = tuple(calendar.month_name)


def date_label(name: str) -> str:
    """Return a date for people: "12 May 2015" for "2015-05-12"; whatever is no such date stays as it is."""
    parts = name.split("-")
    if len(parts) not in (2, 3) or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return name
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{_MONTHS[int(parts[1])]} {parts[0]}"
