"""How long work that tells its share will take."""

_SECONDS_BEFORE = 2.0
_SHARE_BEFORE = 0.03
"""Before that much, nobody can tell."""


class Pace:
    """The share of some work that is done, and when it began; every time is in seconds of one clock."""

    def __init__(self) -> None:
        self._began: float | None = None
        self._share = 0.0

    def take(self, share: float, now: float) -> None:
        """Take the share that is done, 0 to 1; less than before begins other work."""
        if self._began is None or share < self._share:
            self._began = now
        self._share = share

    def gone(self, now: float) -> str:
        """Return in words how long it has taken so far; nothing before it is worth telling."""
        gone = now - self._began if self._began is not None else 0.0
        return "" if gone < _SECONDS_BEFORE else f"{gone:.0f} s" if gone < 100 else f"{gone / 60:.1f} min"

    def left(self, now: float) -> str:
        """Return in words how long it will take at the pace so far; nothing as long as that cannot be told.

        While nothing moves, the time left grows: it is never told too well.
        """
        gone = now - self._began if self._began is not None else 0.0
        if gone < _SECONDS_BEFORE or not _SHARE_BEFORE <= self._share < 1.0:
            return ""
        seconds = round(gone * (1.0 - self._share) / self._share)
        if seconds < 1:
            return ""
        minutes, rest = divmod(seconds, 60)
        if not minutes:
            return f"about {seconds} s left"
        return f"about {minutes + (rest > 30)} min left"
