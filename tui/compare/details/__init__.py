"""Where linked sentences say the shared thing differently: figures, dates, names, quotes and claims, by importance."""

from collections.abc import Callable

from tui.compare.comparison import Detail, Passage, Settings
from tui.compare.reading import Reading


def find_details(
    left: Reading,
    right: Reading,
    passages: tuple[Passage, ...],
    settings: Settings,
    progress: Callable[[float], None] | None = None,
) -> tuple[Detail, ...]:
    """Return the details of a pair, passage by passage in the order of the left text.

    Parameters
    ----------
    left, right
        What stands in the two articles.
    passages
        The passages whose links are looked into.
    settings
        `level` tells how many are shown, `wording_threshold` how alike sentences must be for word-level differences.
    progress
        Told the share of the work that is done, 0 to 1.
    """
    from tui.compare.details.find import find_details as find  # NumPy comes with it, which help and errors do without

    return find(left, right, passages, settings, progress)
