"""What the engine costs: the bundled pair step by step, one megabyte of news, long articles side by side."""

import random
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.last import keep
from tui.articles.article import Article
from tui.articles.load import make_article
from tui.compare.engine import compare, read_articles
from tui.compare.figures import find_dates, find_figures
from tui.compare.names import find_names
from tui.compare.quotations import find_marked, find_quotations
from tui.compare.reading import Name
from tui.compare.references import find_references

SEEDS = Path(__file__).parents[1] / "seeds"


_taken: dict[str, float] = {}


def run() -> None:
    texts = [(SEEDS / f"kerry-in-sochi.{side}.txt").read_text(encoding="utf-8") for side in ("left", "right")]
    left, right = map(make_article, texts)
    _show("bundled pair, first time (tables loaded)", lambda: compare(left, right), times=1)
    _show("bundled pair, again", lambda: compare(left, right))
    _show("  sentences", lambda: (make_article(texts[0]), make_article(texts[1])))
    names = find_names([left, right])
    _show("  names", lambda: find_names([left, right]))
    _show("  figures", lambda: (find_figures(left), find_figures(right)))
    _show("  dates", lambda: (find_dates(left), find_dates(right)))
    _show(
        "  references, quotations", lambda: [_read_quotations(*one) for one in zip((left, right), names, strict=True)]
    )
    long = _shuffled(texts, 1_000_000)
    article = make_article(long)
    _show("1 MB: sentences", lambda: make_article(long), times=1)
    _show("1 MB: names, figures, dates, quotations", lambda: read_articles(article), times=1)
    for count in (100, 300, 1000):
        pair = [make_article(_shuffled(texts, count * 130, seed)) for seed in (1, 2)]
        sizes = " × ".join(str(len(side.sentences)) for side in pair)
        _show(f"{sizes} sentences", lambda pair=pair: compare(*pair), times=1)  # type: ignore[misc]
    keep("engine", _taken)


def _read_quotations(article: Article, names: tuple[Name, ...]) -> None:
    marked = find_marked(article)
    find_quotations(article, marked, names, find_references(article, names, marked))


def _show(name: str, act: Callable[[], object], times: int = 5) -> None:
    taken = []
    for _ in range(times):
        began = time.process_time()
        act()
        taken.append(time.process_time() - began)
    _taken[name.strip()] = min(taken)
    print(f"{name:41} {min(taken) * 1000:8.1f} ms", flush=True)


def _shuffled(texts: list[str], size: int, seed: int = 0) -> str:
    """Return about `size` characters of sentences like the texts', their words exchanged, in paragraphs of three."""
    chance = random.Random(seed)
    lines = [line for text in texts for line in text.splitlines() if len(line) > 40]
    words = " ".join(lines).split()
    made: list[str] = []
    length = 0
    while length < size:
        line = [word if chance.random() < 0.7 else chance.choice(words) for word in chance.choice(lines).split()]
        made.append(" ".join(line))
        length += len(made[-1]) + 1
    return "\n".join(made)
