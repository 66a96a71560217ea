"""What other ways of finding counterparts cost on the same articles: `python -m benchmarks peers`.

Every one is a process of its own, measured whole: processor time, most memory, and how many of the planted counterparts
it finds. The extra `peers` (`pip install '.[peers]'`) has those that are no part of this program.
"""

import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

SIZES = (1_000, 4_000)
"""Sentences a side."""

Found = dict[int, int]
"""For each line of the right, from 0, the line of the left that it is taken to say again."""


def run() -> None:
    print(f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    print(
        f"{'sentences a side':>16}  {'way':28} {'seconds':>8} {'times ours':>10}"
        f" {'MB':>6} {'recall':>7} {'precision':>9}"
    )
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            truth = plant(Path(folder), size)
            ours = None
            for way in WAYS:
                measured = _measure(way, folder, truth)
                if isinstance(measured, str):
                    print(f"{size:16,}  {way:28} {measured}")
                    continue
                seconds, megabytes, recall, precision = measured
                ours = ours or seconds
                print(
                    f"{size:16,}  {way:28} {seconds:8.2f} {seconds / ours:10.2f}"
                    f" {megabytes:6.0f} {recall:7.3f} {precision:9.3f}"
                )


def plant(folder: Path, size: int) -> Found:
    """Write `left.txt` and `right.txt`, a sentence a line, and return which lines of the right say one of the left.

    Six in ten of the right's do, with words left out and other numbers, up to 30 lines away.
    """
    chance = random.Random(7)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ol")]
    words = ["".join(chance.choice(syllables) for _ in range(chance.choice((2, 3, 3, 4)))) for _ in range(12_000)]
    weights = [1 / (rank + 4) ** 0.9 for rank in range(len(words))]
    small = ("the", "of", "in", "and", "a", "to", "was", "for", "that", "on", "with", "by", "from", "said", "which")

    def sentence() -> list[str]:
        rare = iter(chance.choices(words, weights, k=18))
        made = [next(rare) if chance.random() < 0.6 else chance.choice(small) for _ in range(chance.randint(10, 18))]
        return [*made, str(chance.randint(2, 9_000))] if chance.random() < 0.4 else made

    left = [sentence() for _ in range(size)]
    right: list[tuple[list[str], int | None]] = []
    for number, words_there in enumerate(left):
        if chance.random() < 0.6:
            kept = [word for word in words_there if chance.random() > 0.15]
            told = [str(chance.randint(2, 9_000)) if w.isdigit() and chance.random() < 0.5 else w for w in kept]
            right.append((told or words_there, number))
        else:
            right.append((sentence(), None))
    mixed = [
        one
        for start in range(0, size, 30)
        for one in chance.sample(right[start : start + 30], len(right[start : start + 30]))
    ]
    for side, lines in (("left", left), ("right", [told for told, _ in mixed])):
        text = "\n".join(" ".join(line).capitalize() + "." for line in lines)
        (folder / f"{side}.txt").write_text(text + "\n", encoding="utf-8")
    return {number: source for number, (_, source) in enumerate(mixed) if source is not None}


def _measure(way: str, folder: str, truth: Found) -> tuple[float, float, float, float] | str:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-m", "benchmarks.peers", way, folder], capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["failed"])[-1]
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    *pairs, most = (line.split() for line in done.stdout.splitlines())
    found = {(int(right), int(left)) for right, left in pairs}
    right_ones = len(found & set(truth.items()))
    return seconds, int(most[0]) / 1024, right_ones / len(truth), right_ones / max(1, len(found))


def _lines(folder: str) -> tuple[list[str], list[str]]:
    left, right = (Path(folder, f"{side}.txt").read_text("utf-8").splitlines() for side in ("left", "right"))
    return left, right


def this_program(folder: str) -> set[tuple[int, int]]:
    from tui.articles.load import load_article
    from tui.compare.engine import compare

    articles = [load_article(str(Path(folder, f"{side}.txt"))) for side in ("left", "right")]
    comparison = compare(articles[0], articles[1])
    starts = [[article.text.count("\n", 0, sentence.start) for sentence in article.sentences] for article in articles]
    return {
        (starts[1][link.right], starts[0][link.left])
        for passage in comparison.passages
        for link in passage.links
        if link.rank == "main"
    }


def rare_words(folder: str) -> set[tuple[int, int]]:
    """Hold each sentence against those that share one of its rarest words, and take the likest by rapidfuzz."""
    from rapidfuzz.fuzz import token_set_ratio

    left, right = _lines(folder)
    counts = Counter(word for line in left for word in set(line.lower().split()))
    places = defaultdict(list)
    for number, line in enumerate(left):
        for word in set(line.lower().split()):
            if counts[word] <= 50:
                places[word].append(number)
    found = set()
    for number, line in enumerate(right):
        near = {there for word in set(line.lower().split()) for there in places.get(word, ())}
        score, best = max(((token_set_ratio(line, left[there]), there) for there in near), default=(0.0, -1))
        if score >= 70:
            found.add((number, best))
    return found


def rapidfuzz_all(folder: str) -> set[tuple[int, int]]:
    from rapidfuzz import fuzz, process

    left, right = _lines(folder)
    found = set()
    for start in range(0, len(right), 500):
        scores = process.cdist(
            right[start : start + 500], left, scorer=fuzz.token_set_ratio, score_cutoff=70, workers=1
        )
        for number, row in enumerate(scores, start):
            best = int(row.argmax())
            if row[best] >= 70:
                found.add((number, best))
    return found


def scikit_learn(folder: str) -> set[tuple[int, int]]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    left, right = _lines(folder)
    vectors = TfidfVectorizer().fit([*left, *right])
    ours, theirs = vectors.transform(left), vectors.transform(right)
    found = set()
    for start in range(0, len(right), 500):
        scores = (theirs[start : start + 500] @ ours.T).toarray()
        for number, row in enumerate(scores, start):
            best = int(row.argmax())
            if row[best] >= 0.4:
                found.add((number, best))
    return found


def sparse_top(folder: str) -> set[tuple[int, int]]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    left, right = _lines(folder)
    vectors = TfidfVectorizer().fit([*left, *right])
    top = sp_matmul_topn(vectors.transform(right), vectors.transform(left).T.tocsr(), top_n=1, threshold=0.4).tocoo()
    return {(int(row), int(column)) for row, column in zip(top.row, top.col, strict=True)}


def word_diff(folder: str) -> set[tuple[int, int]]:
    """Take lines that stayed as they are; what was moved or reworded a diff does not find."""
    asked = ["git", "diff", "--no-index", "--word-diff=porcelain", "--unified=0", "left.txt", "right.txt"]
    subprocess.run(asked, cwd=folder, capture_output=True)
    left, right = _lines(folder)
    where = {line: number for number, line in enumerate(left)}
    return {(number, where[line]) for number, line in enumerate(right) if line in where}


WAYS: dict[str, Callable[[str], set[tuple[int, int]]]] = {
    "this program, all stages": this_program,
    "rare words, rapidfuzz": rare_words,
    "rapidfuzz, all pairs": rapidfuzz_all,
    "scikit-learn, TF-IDF": scikit_learn,
    "sparse_dot_topn, TF-IDF": sparse_top,
    "git diff by words": word_diff,
}


def answer(way: str, folder: str) -> None:
    """Print what one way finds, and the most memory of this process and those it started, in kilobytes."""
    for right, left in sorted(WAYS[way](folder)):
        print(right, left)
    print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


if __name__ == "__main__":
    answer(*sys.argv[1:])
