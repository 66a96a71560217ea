"""Reading a document behind a wall: in a process of its own, with a limit of time and memory.

A page, PDF, Word file, mail or Markdown file is read by libraries that a few bytes can keep busy for minutes or have
take all memory there is. What happens to that process happens to nothing else, and one line tells it. What comes back
over the wall is data (JSON), never code. Plain text needs no library and no wall.
"""

import json
import pickle
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tui.articles.article import ArticleError
from tui.articles.draft import Content, Draft
from tui.articles.formats import kind_of, read_content

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tui.system.children import Child

_PROGRAM = """
from tui.articles.walled import read_documents
read_documents({megabytes})
"""
_MARK = "\0name of the document\0"
"""Stands for the document's name behind the wall, where a long or odd one is nobody's business."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one document may cost."""

    seconds: float = 10.0
    megabytes: int = 1_500


USUAL_LIMITS = Limits()
LEAST, MOST = Limits(1.0, 300), Limits(600.0, 64_000)
"""Between which the user may set them."""


def read_walled(content: Content) -> Draft:
    """Return the draft that `content` holds, as `read_content` does, but within the limits.

    Raises
    ------
    ArticleError
        If it cannot be read, or not within the limits of time and memory.
    """
    if kind_of(content) == "text":
        return read_content(content)
    kept: _Reader | None = getattr(_here, "reader", None)
    if kept is not None:
        return kept.read(content)
    reader = _Reader()
    try:
        return reader.read(content)
    finally:
        reader.end()


@contextmanager
def one_process(seconds: float | None = None) -> Iterator[None]:
    """Have all documents that this thread reads meanwhile read by one process, one after the other, which is quicker.

    With `seconds` they may take no longer all together; those that are left then are refused at once.
    """
    if getattr(_here, "reader", None) is not None:
        yield
        return
    _here.reader = _Reader(seconds)
    try:
        yield
    finally:
        _here.reader.end()
        _here.reader = None


_here = threading.local()


def set_limits() -> Limits:
    """Return the limits that the user has set in the configuration (`documents:`), or the usual ones.

    A mistake in the configuration is told by those who read it all; here it counts as nothing set.
    """
    from tui.disk.configuration import read_setting

    return limits_of(read_setting("documents"))


def limits_of(section: object) -> Limits:
    """Return the limits in the section `documents` of a configuration; what will not do counts as not set."""
    limits = USUAL_LIMITS
    for name in ("seconds", "megabytes"):
        if isinstance(section, dict) and is_limit(name, section.get(name)):
            limits = replace(limits, **{name: section[name]})
    return limits


def is_limit(name: str, value: object) -> bool:
    """Say whether `value` may be set for the limit of that name."""
    fits = isinstance(value, (int, float) if name == "seconds" else int) and not isinstance(value, bool)
    return fits and getattr(LEAST, name) <= value <= getattr(MOST, name)


class _Reader:
    """The near side: one process after another that reads documents; not for several threads at once."""

    def __init__(self, seconds: float | None = None) -> None:
        self._until = None if seconds is None else time.monotonic() + seconds
        self._child: Child | None = None
        self._has_read = False

    @cached_property
    def _limits(self) -> Limits:
        return set_limits()

    def read(self, content: Content) -> Draft:
        seconds = self._limits.seconds
        if self._until is not None:
            seconds = min(seconds, self._until - time.monotonic())
            if seconds <= 0:
                raise ArticleError(f"{content.name}: the documents before it took all the time there is")
        answer = self._ask(content, seconds)
        if answer.get("is_out_of_memory") and self._has_read:
            # What was read before may have left little of it.
            self.end()
            answer = self._ask(content, seconds)
        self._has_read = True
        return self._draft_in(answer, content)

    def end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()
        self._has_read = False

    def _ask(self, content: Content, seconds: float) -> dict[str, Any]:
        from concurrent.futures import Future

        from tui.system.children import Child

        try:
            if self._child is None:
                self._child = Child(_PROGRAM.format(megabytes=self._limits.megabytes))
        except OSError as error:
            raise ArticleError(f"{content.name}: no process can be started to read it ({error.strerror})") from error
        answer: Future[dict[str, Any]] = Future()
        asking = (self._child, replace(content, name=_MARK), answer)
        threading.Thread(target=_hold, args=asking, name="document", daemon=True).start()
        try:
            return answer.result(seconds)
        except TimeoutError as error:
            self.end()
            advice = "save its text as a file, or allow more in the configuration (documents: seconds)"
            raise ArticleError(f"{content.name}: takes more than {seconds:.0f} s to be read; {advice}") from error
        except (OSError, EOFError, ValueError) as error:
            how = _how_it_ended(self._child)
            self.end()
            raise ArticleError(f"{content.name}: its reading ended ({how}); save its text as a file") from error

    def _draft_in(self, answer: dict[str, Any], content: Content) -> Draft:
        if answer.get("is_out_of_memory"):
            advice = "save its text as a file, or allow more in the configuration (documents: megabytes)"
            most = self._limits.megabytes
            raise ArticleError(f"{content.name}: takes more than {most:,} MB of memory to be read; {advice}")
        if "refused" in answer:
            raise ArticleError(str(answer["refused"]).replace(_MARK, content.name))
        if "fault" in answer:
            raise ArticleError(f"{content.name}: cannot be read ({answer['fault']}); save its text as a file")
        draft = Draft.from_values(answer["draft"])
        return replace(draft, warnings=tuple(warning.replace(_MARK, content.name) for warning in draft.warnings))


def _hold(child: "Child", content: Content, answer: "Future[dict[str, Any]]") -> None:
    """Ask, and wait for the answer as long as it takes; whoever waits for less ends the child."""
    process = child.process
    assert process.stdin is not None and process.stdout is not None
    try:
        pickle.dump(content, process.stdin, pickle.HIGHEST_PROTOCOL)
        process.stdin.flush()
        answer.set_result(json.loads(process.stdout.readline()))
    except (OSError, EOFError, ValueError) as error:
        answer.set_exception(error)


def _how_it_ended(child: "Child") -> str:
    status = child.process.wait(5)
    if status == -signal.SIGABRT:
        # What libraries written in C do when they get no more memory.
        return "SIGABRT, as when memory runs out"
    return signal.Signals(-status).name if status < 0 else f"status {status}"


def read_documents(megabytes: int) -> None:
    """Read the documents that come on standard input until it is closed; this is what goes on behind the wall."""
    from tui.system.children import limit_memory

    limit_memory(megabytes)
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    # Whatever a library prints must not get between the answers.
    sys.stdout = sys.stderr
    while True:
        try:
            content = pickle.load(questions)
        except EOFError:
            return
        answers.write(json.dumps(_read(content)).encode() + b"\n")
        answers.flush()


def _read(content: Content) -> dict[str, Any]:
    try:
        return {"draft": read_content(content).to_values()}
    except ArticleError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"is_out_of_memory": True}
    except Exception as error:  # a hostile document can raise nearly anything from inside a library
        return {"fault": type(error).__name__}
