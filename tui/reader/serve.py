"""The reader in a browser, through textual-serve, which the extra `serve` installs.

Whoever reaches the page drives a program that reads and writes files as the user. So it listens on this machine alone
unless told otherwise; it answers no page of another site, neither one that names itself in `Origin` nor one that has
had its own name point here; and it answers nobody who does not know the token that stands in the printed address
(other users of this machine reach the port too). The browser keeps the token in a cookie.
"""

import asyncio
import hmac
import logging
import secrets
import shlex
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tui.articles.article import ArticleError
from tui.system.streams import print_line

LOOPBACK = ("localhost", "127.0.0.1", "::1")
DEFAULT_PORT = 8765
MOST_SESSIONS = 8
"""So many pages at most are open at once unless told otherwise; each has processes of its own."""
_PATIENCE = 1.5
"""Seconds that a session has to end in good order."""
_TOO_LATE = "This address has no token, or an old one: open the one that newsdiff-tui serve printed."


def serve_reader(
    articles: Sequence[str],
    host: str = "localhost",
    port: int = DEFAULT_PORT,
    *,
    most_sessions: int = MOST_SESSIONS,
    with_token: bool = True,
) -> None:
    """Serve the reader on two articles, or on the bundled pair when none is named, until the program is ended.

    Parameters
    ----------
    articles
        Paths or URLs, as on the command line.
    host, port
        Where to listen.
    most_sessions
        How many pages may be open at once.
    with_token
        Whether only who has the printed address is answered; otherwise everybody who reaches the port is.

    Raises
    ------
    ArticleError
        If textual-serve is not installed, or nothing can listen there.
    """
    if "-" in articles:
        raise ArticleError("-: each page opens the articles anew, so standard input cannot be one; name a file")
    token = secrets.token_urlsafe(24) if with_token else None
    try:
        server = _make_server(articles, host, port, most_sessions, token)
    except ImportError as error:
        raise ArticleError("serve needs textual-serve; install it with: pip install 'newsdiff-tui[serve]'") from error
    try:
        server.serve()
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArticleError(f"{host}:{port}: {reason}; name another --host or --port") from error


def is_own_page(host_header: str, origin: str | None, *, loopback: bool) -> bool:
    """Say whether a request comes from the page that is served here.

    Parameters
    ----------
    host_header
        What the browser says it asks, as in the header `Host`.
    origin
        The site of the page that asks, as in the header `Origin`; none for a page opened by hand.
    loopback
        Whether the server listens on this machine alone; then only this machine's own names are answered.
    """
    try:
        name = urlsplit(f"//{host_header}").hostname or ""
        asking = None if origin is None else urlsplit(origin).netloc
    except ValueError:
        return False
    if loopback and name not in LOOPBACK:
        return False
    return asking is None or asking == host_header


def _make_server(articles: Sequence[str], host: str, port: int, most_sessions: int, token: str | None) -> Any:
    from aiohttp import web
    from textual_serve.app_service import AppService
    from textual_serve.server import Server

    class Session(AppService):
        """One page's reader."""

        process: Any = None

        async def _open_app_process(self, width: int = 80, height: int = 24) -> Any:
            self.process = await super()._open_app_process(width, height)
            return self.process

        async def end(self) -> None:
            """Have the reader end in good order, or end it."""
            with suppress(Exception):
                await asyncio.wait_for(self.stop(), _PATIENCE)
            if self.process is not None:
                with suppress(ProcessLookupError):
                    self.process.kill()

    class ReaderServer(Server):
        """Serves the reader to those who may have it."""

        def __init__(self) -> None:
            named = [name if "://" in name else str(Path(name).expanduser().resolve()) for name in articles]
            # With exec the shell that textual-serve starts becomes the reader, and none is left behind.
            command = "exec " + shlex.join([sys.executable, "-m", "tui", *named])
            super().__init__(command, host, port, "newsdiff", templates_path=Path(__file__).parent / "served")
            self._sessions: set[Session] = set()
            self._cookie = f"newsdiff-{port}"

        def serve(self, debug: bool = False) -> None:
            """Serve until the program is told to end."""
            # Nothing is said of requests: their addresses may hold the token.
            logging.getLogger("aiohttp").setLevel(logging.CRITICAL)
            logging.getLogger("textual-serve").setLevel(logging.CRITICAL)
            loop = asyncio.new_event_loop()
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.request_exit)
            options: dict[str, Any] = {"host": host, "port": port, "loop": loop, "handle_signals": False}
            # What it prints once it listens is not wanted, but that it does so then is.
            web.run_app(self._make_app(), **options, shutdown_timeout=_PATIENCE, print=lambda *_: self._tell())

        async def on_startup(self, app: web.Application) -> None:
            """Say nothing yet: nobody listens."""

        def _tell(self) -> None:
            shown = f"[{host}]" if ":" in host else host
            print_line(f"The reader is at http://{shown}:{port}/{f'?token={token}' if token else ''} (ctrl+c ends it)")
            if token is None:
                reached = "every user of this machine" if host in LOOPBACK else "everybody who reaches this machine"
                print_line(f"Without a token {reached} can read and write files as you do.")

        def request_exit(self) -> None:
            """End all sessions, and then the server."""
            self._ending = asyncio.get_running_loop().create_task(self._end())

        async def _end(self) -> None:
            await asyncio.gather(*(session.end() for session in self._sessions))
            asyncio.get_running_loop().call_soon(super().request_exit)

        def _refuse_foreign(self, request: web.Request) -> None:
            if not is_own_page(request.host, request.headers.get("Origin"), loopback=host in LOOPBACK):
                raise web.HTTPForbidden(text="This page does not come from newsdiff-tui.")

        def _refuse_others(self, request: web.Request) -> None:
            self._refuse_foreign(request)
            if token is not None and not _is_same(request.cookies.get(self._cookie, ""), token):
                raise web.HTTPForbidden(text=_TOO_LATE)

        def _refuse_many(self) -> None:
            if len(self._sessions) >= most_sessions:
                told = f"{most_sessions} pages are open, as many as may be (serve --sessions); close one of them."
                raise web.HTTPServiceUnavailable(text=told)

        async def handle_index(self, request: web.Request) -> Any:
            """Answer with the page; an address with the token becomes one without it, and a cookie."""
            self._refuse_foreign(request)
            given = request.query.get("token")
            if token is not None and given is not None and _is_same(given, token):
                answer = web.HTTPFound("/")
                answer.set_cookie(self._cookie, token, httponly=True, samesite="Strict")
                raise answer
            self._refuse_others(request)
            self._refuse_many()
            return await super().handle_index(request)

        async def handle_websocket(self, request: web.Request) -> Any:
            """Run a reader for the page for as long as it is open."""
            self._refuse_others(request)
            self._refuse_many()
            page = web.WebSocketResponse(heartbeat=15, timeout=_PATIENCE)
            session = Session(
                self.command,
                write_bytes=page.send_bytes,
                write_str=page.send_str,
                close=page.close,  # type: ignore[arg-type]
                download_manager=self.download_manager,
            )
            self._sessions.add(session)
            try:
                await page.prepare(request)
                await session.start(_cells(request, "width", 80), _cells(request, "height", 24))
                await self._process_messages(page, session)
            except (ValueError, LookupError, TypeError, AssertionError):
                await page.close(message=b"not what the page sends")
            finally:
                await session.end()
                self._sessions.discard(session)
            return page

        async def handle_download(self, request: web.Request) -> Any:
            """Answer with a file that a reader hands over."""
            self._refuse_others(request)
            return await super().handle_download(request)

    def _cells(request: web.Request, name: str, usual: int) -> int:
        given = request.query.get(name, "")
        return min(int(given), 1_000) if given.isascii() and given.isdecimal() and len(given) < 6 else usual

    return ReaderServer()


def _is_same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(errors="replace"), token.encode())
