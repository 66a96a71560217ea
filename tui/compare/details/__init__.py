"""Where linked sentences say the shared thing differently: figures, dates, names, quotes and claims, by importance."""

from collections.abc import Callable, Sequence

from tui.compare.comparison import Detail, Link, Passage, Settings
from tui.compare.details.pair import Pair


def find_details(
    pair: Pair,
    passages: tuple[Passage, ...],
    settings: Settings,
    progress: Callable[[float], None] | None = None,
) -> tuple[Detail, ...]:
    """Return the details of a pair, passage by passage in the order of the left text.

    Parameters
    ----------
    pair
        What stands in the two articles.
    passages
        The passages whose links are looked into.
    settings
        `level` tells how many are shown, `wording_threshold` how alike sentences must be for word-level differences.
    progress
        Told the share of the work that is done, 0 to 1.
    """
    from tui.compare.details.find import find_details as find  # NumPy comes with it, which help and errors do without

    return find(pair, passages, settings, progress)


def find_carried(pair: Pair, near: Sequence[Link]) -> tuple[Link, ...]:
    """Return those of some nearly made links that a contradiction of numbers carries, each with it as its reason."""
    from tui.compare.details.carrying import find_carried as find  # as above

    return find(pair, near) if near else ()
