"""How long each stage took and how much memory there was in use at most: what `--timings` prints."""

import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

_Watch = Callable[[str, int], AbstractContextManager[None]]


@dataclass
class Timings:
    """Gathers what the stages cost; one that runs several times is added up."""

    seconds: dict[str, float] = field(default_factory=dict)
    """Of the processor, by stage in the order they first ran."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure a stage of the caller's own."""
        began = _seconds_of_all()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + _seconds_of_all() - began

    def hand_over(self) -> dict[str, float]:
        """Return what stages have cost in this process since it was last asked."""
        seconds, self.seconds = self.seconds, {}
        return seconds

    def take_in(self, gathered: dict[str, float]) -> None:
        """Add what stages have cost in another process."""
        for name, taken in gathered.items():
            self.seconds[name] = self.seconds.get(name, 0.0) + taken

    def watching(self, watch: _Watch) -> _Watch:
        """Return a watch of the engine's stages that measures them and else does what `watch` does."""

        @contextmanager
        def both(stage: str, characters: int) -> Iterator[None]:
            with self.stage(stage), watch(stage, characters):
                yield

        return both

    def lines(self) -> list[str]:
        """Return the table: a line a stage, then all together and the most memory that the process has had."""
        width = max(map(len, (*self.seconds, "all together, start included")))
        rows = [f"{name:{width}}  {taken:8.3f} s" for name, taken in self.seconds.items()]
        rows.append(f"{'all together, start included':{width}}  {_seconds_of_all():8.3f} s")
        rows.append(f"{'most memory':{width}}  {most_memory():8.1f} MB")
        return rows


def _seconds_of_all() -> float:
    """Return how long this process, and those that it has started and that have ended, have had the processor."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def most_memory() -> float:
    """Return how much memory this process has had at most, in megabytes."""
    # The system tells it in kilobytes, on macOS in bytes.
    unit = 1.0 if sys.platform == "darwin" else 1024.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000
