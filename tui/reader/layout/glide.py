"""A short glide from one place to another: which rows stand on top in each of a few frames."""

FRAMES = 6
"""Frames of a glide, the last one at rest."""
SECONDS = 0.1
"""How long a glide takes."""

Tops = tuple[int, int]


def glide(before: Tops, after: Tops, height: int) -> list[Tops]:
    """Return the topmost rows of both panes in each frame, slowing down towards the end.

    A side that has further to go than its own height begins that far from its end, so that no glide is a blur.
    """
    frames = []
    for number in range(1, FRAMES + 1):
        left = (1 - number / FRAMES) ** 2
        frames.append((_between(before[0], after[0], left, height), _between(before[1], after[1], left, height)))
    kept = [frame for position, frame in enumerate(frames) if position == 0 or frame != frames[position - 1]]
    return kept if kept[-1] == after else [*kept, after]


def _between(before: int, after: int, left: float, height: int) -> int:
    distance = max(-height, min(before - after, height))
    return after + round(distance * left)
