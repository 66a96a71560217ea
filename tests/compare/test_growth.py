"""Comparing takes time that grows with the length of the articles, not with its square."""

import random
from time import process_time

from tui.articles.load import make_article
from tui.compare.engine import compare

SYLLABLES = [c + v + e for c in "bdfgklmnprstvz" for v in "aeiou" for e in ("", "n", "r", "s")]


def report(sentences: int, seed: int) -> str:
    """Return invented news: every sentence with words, a name, a place and a figure of its own."""
    chance = random.Random(seed)
    lines = []
    for _ in range(sentences):
        words = ["".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))) for _ in range(9)]
        words[2] = words[2].title()
        words[5] = f"near {words[5].title()}"
        words[7] = f"{chance.randint(2, 9000)} people"
        lines.append(" ".join(words).capitalize() + ".")
    return "\n\n".join(lines)


def seconds(sentences: int) -> float:
    """Return the least of three times, since another process may slow any one of them."""
    shared = report(sentences // 2, 1)
    pair = [make_article(f"{shared}\n\n{report(sentences // 2, seed)}") for seed in (2, 3)]
    times = []
    for _ in range(3):
        began = process_time()
        compare(*pair)
        times.append(process_time() - began)
    return min(times)


def test_four_times_as_long_articles_take_no_more_than_eight_times_as_long() -> None:
    seconds(20)
    short, long = seconds(60), seconds(240)
    assert long < 8 * max(short, 0.02), f"{short:.2f} s for 60 sentences a side, {long:.2f} s for 240"
