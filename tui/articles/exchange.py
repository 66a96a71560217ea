"""An exchange with a server, redirects included, that is bounded as a whole: one deadline, one number of bytes.

The standard library bounds how long a server may be silent, not how long it may dribble; and it reads status lines,
headers, interim answers and the bodies of redirects without end. So every byte of every answer is counted here, where
it comes out of the socket.
"""

import functools
import http.client
import io
import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable
from concurrent.futures import Future
from typing import IO, Any, TypeVar

_Result = TypeVar("_Result")


class TooMuchError(Exception):
    """The server sent more than the exchange may have."""


class Budget:
    """What an exchange may still have.

    Parameters
    ----------
    seconds, most_bytes
        What it may have in all, from now on.
    patience
        How many seconds the server may be silent.
    """

    def __init__(self, seconds: float, most_bytes: int, patience: float) -> None:
        self._until = time.monotonic() + seconds
        self._bytes = most_bytes
        self._patience = patience

    @property
    def patience(self) -> float:
        """How long to wait for the next byte.

        Raises
        ------
        TimeoutError
            If the time is over.
        """
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, self._patience)

    def take(self, count: int) -> None:
        """Count bytes that came.

        Raises
        ------
        TooMuchError
            If there are more than may come.
        """
        self._bytes -= count
        if self._bytes < 0:
            raise TooMuchError

    def spend(self, work: Callable[[], _Result]) -> _Result:
        """Return what `work` returns, or give it up at the deadline.

        Looking a name up and agreeing on a cipher cannot be interrupted; they are left to end on their own.

        Raises
        ------
        TimeoutError
            If the time is over.
        """
        result: Future[_Result] = Future()
        threading.Thread(target=_work, args=(work, result), name="fetch", daemon=True).start()
        return result.result(max(0.0, self._until - time.monotonic()))


def _work(work: Callable[[], _Result], result: "Future[_Result]") -> None:
    try:
        result.set_result(work())
    except BaseException as error:
        result.set_exception(error)


def counted_handlers(budget: Budget) -> tuple[urllib.request.BaseHandler, urllib.request.BaseHandler]:
    """Return what opens http and https addresses within `budget`, for an opener of urllib."""
    return _Plain(budget), _Secure(budget)


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self._budget = budget

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_opened(http.client.HTTPConnection, self._budget), req)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self._budget = budget

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        context = ssl.create_default_context()
        return self.do_open(_opened(http.client.HTTPSConnection, self._budget), req, context=context)


def _opened(kind: Any, budget: Budget) -> Any:
    """Return what makes a connection of that kind whose answers are counted."""

    def connect(host: str, **options: Any) -> http.client.HTTPConnection:
        connection: http.client.HTTPConnection = kind(host, **options | {"timeout": budget.patience})
        # The type says a class; anything that makes an answer of the socket will do.
        connection.response_class = functools.partial(_Answer, budget=budget)  # type: ignore[assignment]
        return connection

    return connect


class _Answer(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *arguments: Any, budget: Budget, **named: Any) -> None:
        super().__init__(sock, *arguments, **named)
        # Nothing has been read yet, so nothing is lost with the buffer.
        self.fp = io.BufferedReader(_Counted(self.fp.detach(), sock, budget))


class _Counted(io.RawIOBase):
    """The bytes of a socket, each waited for no longer than the exchange has, and counted."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, budget: Budget) -> None:
        self._raw = raw
        self._socket = sock
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._socket.settimeout(self._budget.patience)
        count = self._raw.readinto(buffer)
        self._budget.take(count or 0)
        return int(count or 0)

    def close(self) -> None:
        self._raw.close()
        super().close()


class NoBodies(urllib.request.HTTPRedirectHandler):
    """Follows redirects, and reads nothing of what a server says beside them."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """Leave the body unread."""
        fp.close()
        return super().redirect_request(req, fp, code, msg, headers, newurl)
