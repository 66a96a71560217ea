"""Processes of our own: the same interpreter with the same modules, which end when their parent does.

A child that is at work does not look at its pipes, so it is told of its parent's end by a signal: it holds one end of a
pipe into which nothing is ever written, and the system sends the signal when the other end is gone, however the parent
ended and whatever the child is at.
"""

import fcntl
import os
import select
import signal
import subprocess
import sys
from contextlib import suppress

_PROGRAM = """
import sys
sys.path[:] = {path!r}
from tui.system.children import go_with_parent
go_with_parent({lifeline})
{program}
"""

Process = subprocess.Popen[bytes]


class Child:
    """A running child.

    Parameters
    ----------
    program
        What it does, in Python; it may import what this process may, reads its standard input and writes its standard
        output. What it writes on standard error is lost.

    Raises
    ------
    OSError
        If the system will start no process.
    """

    def __init__(self, program: str) -> None:
        lifeline, self._lifeline = os.pipe()
        try:
            # -S and -P spare it the search for modules: it is told where they are, so that it finds the same ones.
            text = _PROGRAM.format(path=sys.path, lifeline=lifeline, program=program)
            self.process: Process = subprocess.Popen(
                [sys.executable, "-S", "-P", "-c", text],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=(lifeline,),
            )
        except BaseException:
            os.close(self._lifeline)
            raise
        finally:
            os.close(lifeline)
        self._is_closed = False

    def end(self) -> None:
        """End it at once, whatever it is at, and close its pipes; a second time does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        os.close(self._lifeline)


def go_with_parent(lifeline: int) -> None:
    """Have this process ended by the system when the other end of `lifeline` is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    # It may have gone before the system was asked to tell.
    watch = select.poll()
    watch.register(lifeline, 0)
    if watch.poll(0):
        os._exit(1)


def limit_memory(megabytes: int) -> None:
    """Let this process have no more memory than that; what asks for more gets a `MemoryError`."""
    import resource

    most = megabytes * 1_000_000
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
