"""The theme for people who cannot tell red from green, or blue from yellow: seen as they see it."""

from itertools import combinations

import pytest
from textual.color import Color

from tui.reader.looks.themes import load_theme

SEEN = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What becomes of linear red, green and blue: Machado, Oliveira and Fernandes (2009), severity 1."""
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
APART = ("same", "similar", "differs", "conflict", "only-left", "only-right")
LEAST = 12.0
"""In CIELAB (CIE76); 2.3 is the least difference that is noticed at all."""

Triple = tuple[float, float, float]


def _times(matrix: tuple[Triple, Triple, Triple], colour: Triple) -> Triple:
    red, green, blue = (sum(part * value for part, value in zip(row, colour, strict=True)) for row in matrix)
    return red, green, blue


def _linear(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _lab(colour: Triple) -> Triple:
    held = tuple(min(1.0, max(0.0, part)) for part in colour)
    parts = (part / white for part, white in zip(_times(XYZ, (held[0], held[1], held[2])), WHITE, strict=True))
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("kind", SEEN)
def test_what_must_be_told_apart_is_told_apart(kind: str) -> None:
    theme, _ = load_theme("colour-blind")
    seen = {}
    for role in APART:
        colour = Color.parse(theme.looks[role].colour or "")
        linear = (_linear(colour.r), _linear(colour.g), _linear(colour.b))
        seen[role] = _lab(_times(SEEN[kind], linear))
    for one, other in combinations(APART, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert apart >= LEAST, (one, other, round(apart, 1))
