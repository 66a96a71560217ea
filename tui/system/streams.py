"""Standard input, output and error, any of which may be closed, full, or a pipe whose other end is gone.

Everything that the program prints goes through `print_line`, `print_report` or `tell`, so that no text from outside
reaches a terminal before it is inert, and so that a stream that fails is told in one line.
"""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from tui.disk.inert import make_inert_line

PROGRAM = "newsdiff-tui"


class StreamError(Exception):
    """A standard stream cannot be read or written; the message is one line for the user."""


MOST_IN_LINE = 100_000_000
"""A line of input of more bytes is not kept whole."""


def make_ready() -> None:
    """Put something that fails where a standard stream is closed, and print what an encoding lacks as it can.

    Without the first, the next file that is opened would take the stream's place, and be written into. What is put
    there is opened the wrong way round, so that whoever uses it is told.
    """
    for number, name, mode in ((0, "stdin", os.O_WRONLY), (1, "stdout", os.O_RDONLY), (2, "stderr", os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            # The lowest free number is given, so the place that is held is this one.
            os.open(os.devnull, mode)
            stream = open(number, "r" if name == "stdin" else "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
    for printed in (sys.stdout, sys.stderr):
        if isinstance(printed, io.TextIOWrapper):
            printed.reconfigure(errors="replace")


def print_line(text: str) -> None:
    """Write one line on standard output, made inert.

    Raises
    ------
    StreamError
        If it is closed or full.
    BrokenPipeError
        If nobody reads it any more.
    """
    print_report((make_inert_line(text) + "\n").encode(errors="replace"))


def print_report(report: bytes) -> None:
    """Write bytes that are inert already on standard output, and see that they have got there.

    Raises
    ------
    StreamError
        If it is closed or full.
    BrokenPipeError
        If nobody reads it any more.
    """
    with _named("standard output", "send it elsewhere, or name a file with -o"):
        sys.stdout.buffer.write(report)
        sys.stdout.flush()
        sys.stdout.buffer.flush()


def tell(text: str, *, flat: bool = True) -> None:
    """Write one line on standard error, made inert and headed by the program's name; nothing where there is none.

    Blanks in a row become one, unless the line is that of a table (`flat` unset).
    """
    told = " ".join(text.split()) if flat else text
    with suppress(OSError, ValueError):
        print(f"{PROGRAM}: {make_inert_line(told)}", file=sys.stderr, flush=True)


def input_lines() -> Iterator[bytes]:
    """Yield the lines of standard input; of one that is longer than `MOST_IN_LINE`, that many bytes and one.

    Raises
    ------
    StreamError
        If it is closed or cannot be read.
    """
    with _named("standard input", "send something to it"):
        stream = sys.stdin.buffer
        while line := stream.readline(MOST_IN_LINE + 1):
            rest = line
            while len(rest) > MOST_IN_LINE and not rest.endswith(b"\n"):
                rest = stream.readline(MOST_IN_LINE + 1)
            yield line


def give_up() -> None:
    """Let nothing more be written: the interpreter does it once more at its end, and would tell of it at length."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            _discard(stream)


def _discard(stream: TextIO) -> None:
    try:
        stream.flush()
    except (OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


@contextmanager
def _named(stream: str, advice: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise StreamError(f"{stream}: {_reason(error)}; {advice}") from error


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, ValueError) or error.errno == errno.EBADF:
        return "is closed"
    return (error.strerror or str(error)).lower()
