"""Whatever happens to a reader or a batch, nothing is lost or left: `make drill`, or `python -m tests.drill`.

Every case is a real program, a reader in a real terminal. `tests/test_drill.py` runs a few of each on every run.
"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from tests import ending
from tests.articles.server import serve
from tests.ending import Faulty, living
from tests.held_keys import BOXES, PAIRS, held_keys
from tests.killed_batch import killed_batch
from tests.reader.invented import LEFT, RIGHT
from tui.articles import fetch
from tui.articles.article import Article, ArticleError
from tui.articles.load import load_article
from tui.notes.open_notes import OpenNotes, open_notes
from tui.opening import load_pair

ADDRESSES = (
    *("slowstatus", "slowheaders", "slowredirect", "slowcontinue", "stalling", "dripping"),
    *("continue", "endless", "endlessredirect", "huge", "bomb", "circle", "chain", "tofile", "broken"),
)
"""What the server of the tests may do."""

HELD = "each pair of keys in one write, in a box"
"""Every box takes all `PAIRS`."""


@dataclass
class Report:
    """How often each case was tried, and what went wrong."""

    tried: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    progress: TextIO | None = None
    """Where it is told how far the drill is; `None`: nowhere."""

    def take(self, case: str, wrong: str, again: str = "") -> None:
        """Count one trial; `wrong` is nothing when all was well."""
        self.tried[case] = self.tried.get(case, 0) + 1
        if wrong:
            self.faults.append(f"{case}{again and f' ({again})'}: {wrong}")
        if self.progress:
            so_far = f"\r\x1b[K{self.tried[case]:,} {case}, faults: {len(self.faults)}"
            print(so_far, end="", file=self.progress, flush=True)


class Desk:
    """A folder with two articles, and a home of the program's own."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.names = []
        for side, paragraphs in (("left", LEFT), ("right", RIGHT)):
            path = folder / f"{side}.txt"
            path.write_text("\n\n".join(" ".join(paragraph) for paragraph in paragraphs), encoding="utf-8")
            self.names.append(str(path))
        self.articles: tuple[Article, Article] = (load_article(self.names[0]), load_article(self.names[1]))

    def use_bundled_pair(self) -> None:
        """Take the longer pair that comes with the program in place of the two articles."""
        self.names = []
        self.articles = load_pair([])

    @property
    def folder(self) -> Path:
        """Where the notes lie."""
        return self.home / "state" / "notes"

    def notes(self) -> OpenNotes:
        """Return the notes as they are on the disk."""
        return open_notes(*self.articles, self.folder)

    def saved(self) -> set[str]:
        """Return the ids of the notes on the disk: from now on none of them may be lost."""
        return {note.id for note in self.notes().notebook.notes}

    def reader(self, *before: str) -> Faulty:
        """Open the reader on the two articles, started by the words `before`."""
        return Faulty(self.home, *self.names, controlled=True, before=before)


@contextmanager
def desk() -> Iterator[Desk]:
    """Give a desk of its own for one case."""
    with tempfile.TemporaryDirectory(prefix="newsdiff-drill-") as folder:
        yield Desk(Path(folder))


def kill(chance: random.Random) -> str:
    """Kill a reader while keys make notes; what was on the disk before is there, whole, and the next save tidies up."""
    with desk() as here:
        damaged = _damage(here, chance) if chance.random() < 0.15 else None
        reader = here.reader()
        try:
            if chance.random() < 0.8:
                reader.open()
            else:
                reader.read(chance.uniform(0, 1))
            for _ in range(chance.randrange(1, 6)):
                os.write(reader.lead, chance.choice((b"nh", b"nh", b"dh", b"nawords\x13", b"uh", b"z")))
                reader.read(chance.choice((0, 0.02, 0.1)))
            time.sleep(chance.uniform(0, 0.05))
            before = here.saved()
            time.sleep(chance.uniform(0, 0.02))
            os.kill(reader.process.pid, signal.SIGKILL)
            left = reader.gone(time.monotonic())
        finally:
            reader.end()
        # A key may have taken a note away again after it was looked for; the program says which it took away.
        notes = here.notes()
        lost = before - {note.id for note in notes.notebook.notes} - notes.store.deleted()
        kept = [path.read_text("utf-8") for path in here.folder.glob("*.yaml")]
        if damaged is not None and damaged not in kept:
            return "the damaged file is gone"
        if left or lost or (notes.problems and damaged is None):
            return left or f"problems {notes.problems}, lost {lost}"
        notes.change("name a colour", notes.notebook.name_colour(1, "seen"))
        if notes.unsaved:
            return notes.unsaved
        litter = [path.name for path in here.folder.glob(".*.tmp")]
        return f"left behind {litter}" if litter else ""


def _damage(here: Desk, chance: random.Random) -> str:
    """Leave a notes file that is damaged, so that the reader keeps it aside; return what it holds."""
    notes = here.notes()
    notes.change("name a colour", notes.notebook.name_colour(1, "old"))
    (path,) = here.folder.glob("*.yaml")
    content = path.read_text(encoding="utf-8")
    damaged = content[: chance.randrange(len(content))] if chance.random() < 0.5 else content + "- [\n"
    path.write_text(damaged, "utf-8")
    return damaged


def two_readers(chance: random.Random) -> str:
    """Two readers on one pair, each making notes in places of its own: none is lost, none is doubled."""
    with desk() as here:
        here.use_bundled_pair()
        readers = [here.reader(), here.reader()]
        try:
            for reader in readers:
                reader.open()
            turns = [0] * 3 + [1] * 3
            chance.shuffle(turns)
            os.write(readers[1].lead, b"n" * 4)
            for turn in turns:
                os.write(readers[turn].lead, b"nh")
                readers[turn].read(chance.choice((0, 0.05, 0.3)))
            for reader in readers:
                while reader.read(0.5):
                    pass
                os.write(reader.lead, b"q")
            wrong = "".join(reader.gone(time.monotonic()) for reader in readers)
        finally:
            for reader in readers:
                reader.end()
        notes = here.notes()
        if wrong or notes.problems:
            return wrong or f"problems {notes.problems}"
        count = len(notes.notebook.notes)
        return "" if count == 6 else f"{count} notes where two readers made three each"


def read_only_folder(chance: random.Random) -> str:
    """A reader that may write nothing says so, and the notes can be rescued."""
    with desk() as here:
        here.folder.mkdir(parents=True)
        here.folder.chmod(0o555)
        try:
            return _unsaved(here, *_without_might())
        finally:
            here.folder.chmod(0o755)


def _without_might() -> tuple[str, ...]:
    """Return what takes from a superuser what an ordinary user does not have; nothing for an ordinary user."""
    if os.geteuid():
        return ()
    if not shutil.which("setpriv"):
        raise LookupError("setpriv, with which a superuser becomes an ordinary one")
    less = "-dac_override,-dac_read_search,-fowner"
    return "setpriv", "--bounding-set", less, "--inh-caps", less


def full_disk(chance: random.Random) -> str:
    """A reader whose disk is full says so, what was there stays, and the notes can be rescued."""
    with desk() as here:
        here.home.mkdir()
        if (
            os.geteuid()
            or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(here.home)]).returncode
        ):
            raise LookupError("the right to mount a small disk")
        try:
            notes = here.notes()
            notes.change("name a colour", notes.notebook.name_colour(1, "old"))
            before = [(path.name, path.read_bytes()) for path in here.folder.glob("*.yaml")]
            with suppress(OSError), open(here.home / "filler", "wb", buffering=0) as filler:
                while filler.write(b"x" * 512):
                    pass
            wrong = _unsaved(here)
            after = [(path.name, path.read_bytes()) for path in here.folder.glob("*.yaml")]
            return wrong or ("" if before == after and before else "the notes file is not as it was")
        finally:
            subprocess.run(["umount", "-l", str(here.home)], check=False)


def _unsaved(here: Desk, *before: str) -> str:
    with tempfile.TemporaryDirectory(prefix="newsdiff-rescue-") as rescued:
        reader = here.reader("env", f"TMPDIR={rescued}", *before)
        try:
            reader.open()
            for keys in (b"nh", b"q", b"q"):
                os.write(reader.lead, keys)
                while reader.read(0.5):
                    pass
            left = reader.gone(time.monotonic())
        finally:
            reader.end()
        kept = [path for path in Path(rescued).glob("newsdiff-notes-*.yaml") if "exact:" in path.read_text("utf-8")]
        if left:
            return left
        if b"Not saved" not in reader.written:
            return "that the note is not saved was not told"
        return "" if len(kept) == 1 else f"{len(kept)} rescued files"


def clock_set_back(chance: random.Random) -> str:
    """Notes from the future, as the clock was before it was set back: kept, added to, and told from newer ones."""
    with desk() as here:
        for number in range(2):
            reader = here.reader()
            try:
                reader.open()
                os.write(reader.lead, b"nnh" if number else b"nh")
                while reader.read(0.5):
                    pass
                os.write(reader.lead, b"q")
                if left := reader.gone(time.monotonic()):
                    return left
            finally:
                reader.end()
            (path,) = here.folder.glob("*.yaml")
            if not number:
                path.write_text(re.sub(r"'20\d\d-", "'2091-", path.read_text("utf-8")), "utf-8")
                os.utime(path, (4e9, 4e9))
        notes = here.notes()
        years = sorted(note.created.year for note in notes.notebook.notes)
        well = len(years) == 2 and years[1] == 2091 and not notes.problems
        return "" if well else f"notes of {years}, problems {notes.problems}"


def address(path: str, base: str) -> str:
    """A server that does its worst is given up within the deadline, in one line, or its page is read."""
    start = time.monotonic()
    try:
        load_article(f"{base}/{path}")
    except ArticleError as error:
        wrong = "" if str(error).isprintable() else "the error is no line"
    else:
        wrong = "" if path == "endlessredirect" else "it was read"
    took = time.monotonic() - start
    return wrong or ("" if took < fetch.DEADLINE + 1 else f"it took {took:.0f} s")


def served(number: signal.Signals, home: Path) -> str:
    """A server with three pages open ends with all their processes."""
    import asyncio

    import aiohttp

    from tests.reader.test_serve_sessions import Served

    async def run() -> str:
        server = Served(home)
        try:
            async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as own:
                async with own.get(server.address):
                    pass
                pages = [await own.ws_connect(server.page + "ws") for _ in range(3)]
                for page in pages:
                    await page.receive()
                os.kill(server.process.pid, number)
                until = time.monotonic() + ending.SECONDS
                while time.monotonic() < until:
                    if server.process.poll() is not None and not living(server.process.pid):
                        return ""
                    await asyncio.sleep(0.02)
                left = living(server.process.pid)
                return f"{len(left)} processes left after {ending.SECONDS} s" if left else ""
        finally:
            server.end()

    return asyncio.run(run())


CASES: dict[str, tuple[int, Callable[[random.Random], str]]] = {
    "killed while it writes notes": (1000, kill),
    "two readers on one pair": (20, two_readers),
    "a folder that cannot be written": (5, read_only_folder),
    "a full disk": (5, full_disk),
    "the clock set back": (5, clock_set_back),
    "a batch killed ten times, and gone on with": (5, killed_batch),
}
"""What is tried with a folder of its own, and how often."""


def drill(share: float, seed: int, only: str = "", progress: TextIO | None = None) -> Report:
    """Try every case, or those whose name holds `only`; `share` 1 is the whole drill, `progress` hears how far."""
    report = Report(progress=progress)
    for case, (times, run) in CASES.items():
        if only in case:
            repeat(report, case, max(1, round(times * share)), seed, run)
    for case, way in ending.WAYS.items():
        if only in case:
            repeat(report, case, max(1, round(30 * share)), seed, lambda chance, way=way: _at_home(way, chance))
    if only in HELD:
        boxes = list(BOXES)[: max(1, round(len(BOXES) * share))]
        for box in boxes:
            with desk() as here:
                report.take(HELD, held_keys(here.home, here.names, [(box, keys) for keys in PAIRS]), box)
    if only in "servers that do their worst":
        with serve() as (base, _), ThreadPoolExecutor(len(ADDRESSES)) as pool:
            for path, wrong in zip(ADDRESSES, pool.map(lambda path: address(path, base), ADDRESSES), strict=True):
                report.take("servers that do their worst", wrong, path)
    if only in "a server with pages open is ended":
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL):
            for _ in range(max(1, round(5 * share))):
                with tempfile.TemporaryDirectory() as home:
                    report.take("a server with pages open is ended", served(number, Path(home)), number.name)
    return report


def _at_home(way: Callable[[Path, random.Random], str], chance: random.Random) -> str:
    with tempfile.TemporaryDirectory() as home:
        return way(Path(home), chance)


def repeat(report: Report, case: str, times: int, seed: int, run: Callable[[random.Random], str]) -> None:
    """Try one case so many times; what it needs and is not there leaves it out."""
    for number in range(times):
        again = f"--seed {seed}, number {number}"
        try:
            report.take(case, run(random.Random(f"{seed}:{case}:{number}")), again)
        except LookupError as missing:
            report.left_out.append(f"{case}: it needs {missing.args[0]}")
            return
        except (AssertionError, OSError, termios.error) as error:
            report.take(case, f"{type(error).__name__}: {str(error)[-300:]}", again)


def main() -> int:
    """Drill and print what came of it; the status is 1 if there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of the whole drill, 0 to 1")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="", help="the cases whose name holds this")
    options = parser.parse_args()
    os.environ["NEWSDIFF_HOME"] = tempfile.mkdtemp(prefix="newsdiff-home-")
    start = time.monotonic()
    report = drill(options.share, options.seed, options.only, sys.stderr)
    print(file=sys.stderr)
    for fault in report.faults:
        print(fault)
    for case in report.left_out:
        print(f"left out: {case}")
    for case, times in report.tried.items():
        print(f"{times:6,} {case}")
    total = sum(report.tried.values())
    print(f"{total:,} trials in {time.monotonic() - start:.0f} s, faults: {len(report.faults)}")
    return bool(report.faults)


if __name__ == "__main__":
    sys.exit(main())
