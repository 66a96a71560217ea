"""How each reader of a text grows with what is written to make it slow: one piece, again and again.

Each piece is repeated to one length and to four times that length; what grows as n log n takes a little over four
times as long. Times are of the processor, the least of three runs.
"""

from collections.abc import Callable
from time import process_time

from tui.articles.article import Article
from tui.articles.load import make_article
from tui.articles.sentences import find_paragraphs, split_sentences
from tui.compare.figures import find_figures
from tui.compare.names import find_names
from tui.compare.quotations import find_marked, find_quotations

MOST = 2.3**2
"""The factor that four times the text may cost."""
LEAST = 0.02
"""A reader that took less on the longer text is too quick to tell."""
RUNS = 3


def _sentences(article: Article) -> object:
    return split_sentences(article.text, find_paragraphs(article.text))


def _quotations(article: Article) -> object:
    return find_quotations(article, find_marked(article), ())


def _names(article: Article) -> object:
    return find_names((article,))


READERS: dict[str, tuple[Callable[[Article], object], int, tuple[str, ...]]] = {
    "sentences": (
        _sentences,
        20_000,
        ("Ab c. ", '"A b." ', "U.S. The Mr. Lee, Jan. 6. ", ". (", ". (a.) ", "1. a ", "。a", "[...] ", ' "'),
    ),
    "quotations": (_quotations, 4_000, ('"', "'a ", "“", "“a,” said ", "a'", '"a" ', "‘a", '1 "')),
    "figures": (
        find_figures,
        6_000,
        (
            *("1 ", "million ", "1,", "1-", "1/", "one and ", "hundred ", "1 to ", "May ", "Monday, ", "U.", "a", "$ "),
            *("dozens of ", "half a ", "- ", "by about ", "1\u00a0000", "more than ", "two and a ", "1.", "- 1 "),
        ),
    ),
    "names": (_names, 4_000, ("Kerry ", '"A" ', "US-", "A.", "John Smith#son said. ")),
}
"""What reads, the length of the shorter text in characters, and the pieces that are repeated, "#" being counted up."""


def run() -> None:
    over = []
    for name, (read, length, pieces) in READERS.items():
        for piece in pieces:
            short, long = (_seconds(read, piece, size) for size in (length, 4 * length))
            factor = long / max(short, 1e-4)
            is_over = long >= LEAST and factor > MOST
            print(f"{name:12} {piece!r:30} {long:7.3f} s   {factor:5.1f}{' !' if is_over else ''}", flush=True)
            over += [f"{name} of {piece!r} ({factor:.1f})"] if is_over else []
    print(f"grow faster than they may: {', '.join(over) or 'none'}")


def _seconds(read: Callable[[Article], object], piece: str, length: int) -> float:
    repeated = "".join(piece.replace("#", str(n)) for n in range(length // len(piece) + 1))
    article = make_article(repeated[:length].strip())
    times = []
    for _ in range(RUNS):
        began = process_time()
        read(article)
        times.append(process_time() - began)
    return min(times)
