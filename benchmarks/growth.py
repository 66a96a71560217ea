"""How each stage of the engine grows: every kind of text is doubled, and the factor of each stage is printed.

A stage that grows as n log n takes a little over twice as long for twice the text; a factor above 2.3 at the largest
step is marked. Times are of the processor, the least of two runs. A busy machine makes them grow too, so functions
called are counted as well, which nothing disturbs: "!" marks a stage whose calls grow faster than they may, "?" one
that only took longer, be it in a loop that calls nothing or because the machine was busy.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from cProfile import Profile

from benchmarks.last import keep
from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.timings import Timings

MOST = 2.3
"""The factor a doubling may cost a stage."""
STEPS = 3
RUNS = 2
LEAST = 0.05
"""A stage that took less at the larger size is too short to tell."""

NAMES = ("Arn", "Bel", "Cor", "Dan", "Eld", "Fen", "Gor", "Hal", "Ida", "Jor")
THINGS = ("harbour", "council", "bridge", "river", "ferry", "mayor", "school", "tunnel", "market", "factory")


def _name(n: int) -> str:
    return f"{NAMES[n % 10]}{THINGS[n // 10 % 10][:3]}{NAMES[n // 100 % 10].lower()}ov"


def _sentence(n: int) -> str:
    return (
        f"The {THINGS[n % 10]} of {_name(n)} was shut on {n % 28 + 1} May after {n + 2} people met {_name(n * 7 + 3)}."
    )


def _each(make: Callable[[int], str], end: str = "\n") -> Callable[[int], str]:
    return lambda size: end.join(make(n) for n in range(size))


KINDS: dict[str, tuple[Callable[[int], str], int]] = {
    "sentences": (_each(_sentence), 250),
    "quotation marks": (
        _each(lambda n: f'"The {THINGS[n % 10]} is shut," said {_name(n)} of the "{_name(n * 3)}".'),
        150,
    ),
    "marks never closed": (_each(lambda n: f'"{_sentence(n)}', " "), 100),
    "numbers": (_each(lambda n: f"{n * 37 % 9973} ships, {n + 3} boats", ", "), 300),
    "names": (_each(lambda n: f"{_name(n)} {_name(n * 7 + 3)}", ", "), 300),
    "dates": (_each(lambda n: f"on {n % 28 + 1} {('May', 'June', 'July')[n % 3]} {1950 + n % 70}", ", "), 300),
    "one sentence": (_each(lambda n: f"the {THINGS[n % 10]} near {_name(n)} shut", " and "), 200),
    "one paragraph": (_each(_sentence, " "), 250),
    "equal sentences": (lambda size: "\n".join([_sentence(1)] * size), 250),
    "capitals": (_each(lambda n: _sentence(n).upper()), 200),
    "short lines": (_each(lambda n: f"{THINGS[n % 10]} {n}"), 500),
    "table cells": (_each(lambda n: f"| {_name(n)} | {n} | {THINGS[n % 10]} |"), 200),
}
"""Texts by what there is more and more of, and how much of it the smallest has."""


def run() -> None:
    gc.disable()  # as a command does that ends after one comparison; it would fall on any stage
    over = []
    totals: dict[str, float] = {}
    for kind, (make, size) in KINDS.items():
        sizes = [size << step for step in range(STEPS)]
        taken = [_measure(make(n), _retold(make(n))) for n in sizes]
        factors = {
            stage: after / max(before, 1e-4)
            for stage, after in taken[-1].items()
            if after >= LEAST and (before := taken[-2].get(stage, 0.0)) is not None
        }
        calls = [_count(make(n), _retold(make(n))) for n in sizes[-2:]]
        grown = {stage: calls[1][stage] / max(calls[0].get(stage, 0), 1) for stage in factors}
        marks = {stage: " !" if grown[stage] > MOST else " ?" if factors[stage] > MOST else "" for stage in factors}
        told = ", ".join(f"{stage} {factor:.1f}{marks[stage]}" for stage, factor in factors.items())
        total = totals[kind] = sum(taken[-1].values())
        print(f"{kind:20} {sizes[-1]:6} {total:7.2f} s   {told or 'every stage too short to tell'}", flush=True)
        over += [f"{stage} in {kind} ({factor:.1f} by calls)" for stage, factor in grown.items() if factor > MOST]
    print(f"grow faster than they may: {', '.join(over) or 'none'}")
    keep("growth", totals)


def _retold(text: str) -> str:
    """Return a text as another report: every third line and every fifth word left out, other lines swapped by twos.

    No five words in a row are the same then, so that it is no version of the first, and is linked and compared.
    """
    lines = [line for n, line in enumerate(text.split("\n")) if n % 3 != 2]
    swapped = (line for n in range(0, len(lines), 2) for line in reversed(lines[n : n + 2]))
    return "\n".join(" ".join(w for n, w in enumerate(line.split(" ")) if n % 5 != 4) for line in swapped)


def _measure(left: str, right: str) -> dict[str, float]:
    best: dict[str, float] = {}
    for _ in range(RUNS):
        timings = Timings()
        with timings.stage("loading"):
            articles = make_article(left), make_article(right)
        compare(*articles, watch=timings.watching(_unlimited))
        for stage, seconds in timings.seconds.items():
            best[stage] = min(seconds, best.get(stage, seconds))
    return best


def _count(left: str, right: str) -> dict[str, int]:
    """Return how many functions each stage calls, those of C among them."""
    calls: dict[str, int] = {}

    @contextmanager
    def counted(stage: str, _: int) -> Iterator[None]:
        with Profile() as profile:
            yield
        calls[stage] = calls.get(stage, 0) + sum(entry.callcount for entry in profile.getstats())

    with counted("loading", 0):
        articles = make_article(left), make_article(right)
    compare(*articles, watch=counted)
    return calls


def _unlimited(_: str, __: int):  # type: ignore[no-untyped-def]
    from contextlib import nullcontext

    return nullcontext()
