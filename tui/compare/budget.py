"""How long a stage of the engine may take: what news takes many times over, so that only a text made for it is cut."""

from contextlib import AbstractContextManager

from tui.compare.stages import OutOfTime
from tui.system.watch import limit_time

SECONDS = 5.0
"""Every stage may have so many seconds of the processor, however short the articles."""
SECONDS_A_CHARACTER = 40e-6
"""And so many more for each character of both articles together."""


def within_budget(_: str, characters: int) -> AbstractContextManager[None]:
    """Return a context that ends any stage of articles of so many characters together when it has had its time."""
    return limit_time(SECONDS + SECONDS_A_CHARACTER * characters, OutOfTime)
