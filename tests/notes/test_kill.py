import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.notes.conftest import LEFT, RIGHT
from tui.articles.load import make_article
from tui.notes.open_notes import open_notes

ROUNDS = 200


@pytest.mark.slow
def test_a_writer_killed_at_any_moment_loses_no_note_it_had_saved(tmp_path):
    folder = tmp_path / "notes"
    script = Path(__file__).with_name("killed_writer.py")
    chance = random.Random(7)
    expected: set[str] = set()
    left, right = make_article(LEFT, origin="/l.txt"), make_article(RIGHT, origin="/r.txt")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, str(script), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as writers:
        assert writers.stdin and writers.stdout
        saved = 0
        for _ in range(ROUNDS):
            writers.stdin.write(b"go\n")
            writers.stdin.flush()
            words = writers.stdout.readline().split()
            while words[0] != b"writer":
                saved += _note_down(words, expected)
                words = writers.stdout.readline().split()
            for _ in range(chance.randrange(5)):
                saved += _note_down(writers.stdout.readline().split(), expected)
            time.sleep(chance.uniform(0, 0.02))
            os.kill(int(words[1]), signal.SIGKILL)
            while (words := writers.stdout.readline().split()) != [b"dead"]:
                saved += _note_down(words, expected)
            notes = open_notes(left, right, folder)
            assert notes.problems == ()
            there = {note.id for note in notes.notebook.notes}
            assert expected <= there, f"lost {expected - there}"
        writers.stdin.close()
    assert saved > ROUNDS // 2, "too few notes were saved for the test to mean anything"
    assert not list(folder.glob("*.damaged*"))
    open_notes(left, right, folder).change("last", open_notes(left, right, folder).notebook.name_colour(1, "last"))
    assert not list(folder.glob(".*.tmp"))


def _note_down(words: list[bytes], expected: set[str]) -> int:
    """Take in one line of a writer: what must be there from now on, or need not any more."""
    what, identity = words[0], words[1].decode()
    assert what in (b"safe", b"deleting"), words
    if what == b"safe":
        expected.add(identity)
        return 1
    expected.discard(identity)
    return 0
