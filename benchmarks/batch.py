"""What a batch costs: records a second of one process, and how much sooner two are done with the same records."""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from benchmarks.last import keep

ROOT = Path(__file__).parents[1]
RECORDS = 300


def run() -> None:
    pairs = _pairs()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.jsonl"
        path.write_text("".join(_records(pairs)), encoding="utf-8")
        nothing, _, _ = _taken(os.devnull, 1)
        alone, processor, one = _taken(str(path), 1)
        together, both, two = _taken(str(path), 2)
    print(f"machine: {len(os.sched_getaffinity(0))} processors, load {os.getloadavg()[0]:.1f}")
    print(f"start-up alone                 {nothing:8.2f} s")
    print(
        f"{RECORDS} records, one process      {alone:8.2f} s, {processor:.2f} s of processor, "
        f"{RECORDS / processor:.0f} a second of processor"
    )
    print(
        f"{RECORDS} records, two processes    {together:8.2f} s, {both:.2f} s of processor, "
        f"{alone / together:.2f} times as fast"
    )
    print("the answers are " + ("the same, in the same order" if one == two else "NOT THE SAME"))
    keep("batch", {"processor of 300 records": processor, "of two processes": both})


def _taken(records: str, jobs: int) -> tuple[float, float, bytes]:
    """Return the seconds that a batch takes, of the clock and of all its processes' processors, and what it answers."""
    words = [sys.executable, "-m", "tui", "compare", "--jsonl", "--jobs", str(jobs)]
    before, began = _processor(), time.perf_counter()
    with open(records, "rb") as lines:
        done = subprocess.run(words, stdin=lines, stdout=subprocess.PIPE, cwd=ROOT, check=True)
    return time.perf_counter() - began, _processor() - before, done.stdout


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _pairs() -> list[tuple[list[str], list[str]]]:
    """Return the bundled pairs and the invented ones of the tests, as sentences or lines."""
    pairs = []
    for left in sorted((ROOT / "seeds").glob("*.left.txt")):
        right = left.with_name(left.name.replace(".left.", ".right."))
        pairs.append((left.read_text("utf-8").splitlines(), right.read_text("utf-8").splitlines()))
    for path in sorted((ROOT / "tests/compare/links/pairs").glob("*.yaml")):
        told = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        pairs.append((told["left"], told["right"]))
    return pairs


def _records(pairs: list[tuple[list[str], list[str]]]) -> list[str]:
    """Return records of all the pairs in turn, each with a tenth of its lines left out, so that no two are the same."""
    chance = random.Random(1)
    made = []
    for number in range(RECORDS):
        texts = ["\n\n".join(line for line in side if chance.random() > 0.1) for side in pairs[number % len(pairs)]]
        made.append(json.dumps({"id": number, "left": texts[0], "right": texts[1]}) + "\n")
    return made
