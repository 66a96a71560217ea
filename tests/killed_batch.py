"""A batch that is killed again and again and gone on with: no record lost, none doubled, all in order."""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.ending import living
from tests.reader.invented import LEFT, RIGHT

ROOT = Path(__file__).parents[1]
KILLS = 10
"""So many to a trial."""
RECORDS = 300
_SECONDS = 60.0
"""How long a run may take until it is killed, or has ended, on the busiest machine."""
_OVER = 5.0
"""How long the processes of one that was killed may take to be gone."""


def killed_batch(chance: random.Random) -> str:
    """Kill one batch at ten moments, from its first instants on, and finish it; return what is wrong."""
    with tempfile.TemporaryDirectory(prefix="newsdiff-batch-") as folder:
        records, out = Path(folder, "records.jsonl"), Path(folder, "out.jsonl")
        records.write_text("".join(map(_record, range(RECORDS))), encoding="utf-8")
        for _ in range(KILLS):
            process = _start(records, out, chance.choice((1, 2, 2, 3)))
            _wait(process, out, chance)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if wrong := _left(process.pid) or _look(out):
                return wrong
        if _start(records, out, 2).wait(_SECONDS * 4):
            return "the last run did not end well"
        found = len(out.read_bytes().splitlines())
        return _look(out) or ("" if found == RECORDS else f"{found} answers to {RECORDS} records")


def _record(number: int) -> str:
    left, right = LEFT[number % len(LEFT)], RIGHT[number % len(RIGHT)]
    return json.dumps({"id": number, "left": left[0], "right": right[0]}) + "\n"


def _start(records: Path, out: Path, jobs: int) -> "subprocess.Popen[bytes]":
    words = [sys.executable, "-m", "tui", "compare", "--jsonl", "--jobs", str(jobs), "--resume", str(out)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "NEWSDIFF_HOME": str(out.parent / "home")}
    with records.open("rb") as lines:
        return subprocess.Popen(words, stdin=lines, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)


def _wait(process: "subprocess.Popen[bytes]", out: Path, chance: random.Random) -> None:
    """Wait for a random moment: in the first instants, or when some more bytes are written, at times in mid-answer."""
    if chance.random() < 0.2:
        time.sleep(chance.uniform(0, 0.5))
        return
    wanted = _size(out) + chance.randrange(1, 110_000)
    until = time.monotonic() + _SECONDS
    while _size(out) < wanted and process.poll() is None and time.monotonic() < until:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.02))


def _size(out: Path) -> int:
    return out.stat().st_size if out.exists() else 0


def _look(out: Path) -> str:
    """Return what is wrong with a file's whole answers: they are those of the first records, each once, in order."""
    if not out.exists():
        return ""
    whole = [line for line in out.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
    found = [json.loads(line) for line in whole]
    if [answer.get("id") for answer in found] != list(range(len(found))):
        return f"answers to {[answer.get('id') for answer in found]}"
    refused = [answer["error"] for answer in found if "error" in answer]
    return f"refused: {refused[0]}" if refused else ""


def _left(session: int) -> str:
    until = time.monotonic() + _OVER
    while living(session):
        if time.monotonic() > until:
            return f"{len(living(session))} processes left after {_OVER:.0f} s"
        time.sleep(0.01)
    return ""
