"""Where linked sentences say the shared thing differently."""

from tui.compare.comparison import Detail, Passage, Settings
from tui.compare.reading import Reading


def find_details(
    left: Reading, right: Reading, passages: tuple[Passage, ...], settings: Settings
) -> tuple[Detail, ...]:
    """Return the details of every passage, in the left article's reading order."""
    return ()
