"""The answers to the five questions, as data."""

from tui.compare.comparison import Brief, Detail, Mention, Passage, Quote
from tui.compare.reading import Reading


def write_brief(
    readings: tuple[Reading, Reading],
    passages: tuple[Passage, ...],
    details: tuple[Detail, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
) -> Brief:
    """Return the brief of a comparison."""
    return Brief()
