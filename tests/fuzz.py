"""Whatever comes in, one of a few things comes out: `make fuzz`, or `python -m tests.fuzz [--runs N] [--seed N]`.

Texts, names, streams and files are made by chance (`tests/generated.py`). A fault is whatever else happens to one of
them: an error that is not for the user, a stage of the engine that fails, a byte that a terminal would obey. Equal
faults are told once, with the words that make the first of them again.
"""

import argparse
import contextlib
import io
import json
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from tests import generated
from tests.fuzzing import check_harmless, check_pair
from tui.articles.article import ArticleError
from tui.articles.load import load_article
from tui.articles.pairs import read_pair
from tui.articles.walled import one_process
from tui.batch.processes import answer_lines
from tui.compare.comparison import Settings
from tui.notes.notes_fields import NotesFileError
from tui.notes.notes_file import read_notes_file
from tui.records import compare_record, inspect_record

SHARES = {"texts": 0.3, "names": 0.2, "streams": 0.2, "files": 0.3}


@dataclass
class Outcome:
    """What came of all runs."""

    runs: int = 0
    faults: dict[str, str] = field(default_factory=dict)
    """Every distinct fault with what makes it again."""
    answers: dict[str, int] = field(default_factory=dict)
    """How often a file became an article, was refused, and so on."""


def fuzz(runs: int, seed: int, only: str | None = None) -> Outcome:
    """Try so many inputs of all kinds; with `only`, such as "texts:17", that one alone."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder, one_process():
        for kind, check in CHECKS.items():
            for number in range(round(runs * SHARES[kind])):
                name = f"{kind}:{number}"
                if only not in (None, name):
                    continue
                outcome.runs += 1
                chance = random.Random(f"{seed}:{name}")
                try:
                    answer = check(chance, folder)
                except Exception as error:
                    if only:
                        raise
                    outcome.faults.setdefault(_place(kind, error), f"--seed {seed} --only {name}")
                else:
                    outcome.answers[answer] = outcome.answers.get(answer, 0) + 1
    return outcome


def _place(kind: str, error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    frame = next((frame for frame in reversed(frames) if f"{os.sep}tui{os.sep}" in frame.filename), frames[-1])
    where = f"{os.path.relpath(frame.filename)}:{frame.lineno}"
    return f"{kind}: {type(error).__name__} at {where}: {' '.join(str(error).split())[:100]!r}"


def _texts(chance: random.Random, folder: str) -> str:
    left = generated.make_text(chance)
    right = (
        generated.make_text(chance) if chance.random() < 0.5 else left[: len(left) // 2] + generated.make_text(chance)
    )
    check_pair(left, right)
    return "pairs of texts compared"


def _names(chance: random.Random, folder: str) -> str:
    from tui.cli import main

    path = os.path.join(folder, generated.make_name(chance))
    try:
        with open(path, "w", encoding="utf-8") as opened:
            opened.write("The bridge at Velmouth has closed. Some 4,000 people crossed it every day.")
    except (OSError, ValueError):
        pass
    words = chance.choice([["compare", path, path], ["inspect", path], ["export", path, path], [path, path]])
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(words)
    printed = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
    for text in printed:
        check_harmless(text)
    assert status in (0, 2), status
    assert (status == 0) == (not printed[1] or bool(printed[0])), printed[1]
    assert "report this line" not in printed[1], printed[1]
    with contextlib.suppress(OSError, ValueError):
        os.unlink(path)
    return "names read" if status == 0 else "names refused"


def _streams(chance: random.Random, folder: str) -> str:
    stream = generated.make_stream(chance)
    answers: list[bytes] = []
    lines, odd = stream.splitlines(keepends=True), chance.random() < 0.5
    answer_lines(lines, answers.append, partial(compare_record, settings=Settings()) if odd else inspect_record)
    assert len(answers) == sum(bool(line.strip()) for line in lines)
    for answer in answers:
        assert answer.count(b"\n") == 1
        document = json.loads(answer)
        assert "report this line" not in document.get("error", ""), document["error"]
        assert not [one for one in document.get("troubles", ()) if one["what"] == "failed"], document["troubles"]
    return "streams answered"


def _files(chance: random.Random, folder: str) -> str:
    suffix, content = generated.make_file(chance)
    path = os.path.join(folder, "file" + suffix)
    with open(path, "wb") as opened:
        opened.write(content)
    try:
        if suffix == ".yaml":
            with contextlib.suppress(NotesFileError):
                read_notes_file(content.decode(errors="replace"), "notes.yaml")
            read_pair(path)
            return "pair files read"
        article = load_article(path)
    except ArticleError as error:
        assert str(error).isprintable(), str(error)
        assert str(error).startswith(path), str(error)
        assert "cannot be read (" not in str(error), str(error)
        return "files refused"
    check_harmless(article.text)
    check_harmless("".join([article.title or "", article.author or "", article.source or "", *article.warnings]))
    return "files read"


CHECKS: dict[str, Callable[[random.Random, str], str]] = {
    "texts": _texts,
    "names": _names,
    "streams": _streams,
    "files": _files,
}


def main() -> int:
    """Fuzz and print what came of it; the status is 1 if there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", help="one input, as a fault names it")
    options = parser.parse_args()
    start = time.monotonic()
    outcome = fuzz(options.runs, options.seed, options.only)
    for fault, again in outcome.faults.items():
        print(f"{fault}\n    {again}")
    for answer, count in sorted(outcome.answers.items()):
        print(f"{count:6,} {answer}")
    print(f"{outcome.runs:,} inputs in {time.monotonic() - start:.0f} s, distinct faults: {len(outcome.faults)}")
    return bool(outcome.faults)


if __name__ == "__main__":
    sys.exit(main())
