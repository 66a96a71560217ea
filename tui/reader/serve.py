"""The reader in a browser, through textual-serve, which the extra `serve` installs.

Whoever reaches the page drives a program that reads and writes files as the user. So it listens on this machine alone
unless told otherwise, and it answers no page of another site: neither one that names itself in `Origin`, nor one
that has had its own name point here.
"""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tui.articles.article import ArticleError

LOOPBACK = ("localhost", "127.0.0.1", "::1")
DEFAULT_PORT = 8765


def serve_reader(articles: Sequence[str], host: str = "localhost", port: int = DEFAULT_PORT) -> None:
    """Serve the reader on two articles, or on the bundled pair when none is named, until the program is ended.

    Parameters
    ----------
    articles
        Paths or URLs, as on the command line.
    host, port
        Where to listen.

    Raises
    ------
    ArticleError
        If textual-serve is not installed, or nothing can listen there.
    """
    if "-" in articles:
        raise ArticleError("-: each page opens the articles anew, so standard input cannot be one; name a file")
    try:
        server = _make_server(articles, host, port)
    except ImportError as error:
        raise ArticleError("serve needs textual-serve; install it with: pip install 'newsdiff-tui[serve]'") from error
    try:
        server.serve()
    except OSError as error:
        raise ArticleError(f"{host}:{port}: {error.strerror or error}; name another --host or --port") from error


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


def _make_server(articles: Sequence[str], host: str, port: int) -> Any:
    from aiohttp import web
    from textual_serve.server import Server

    class ReaderServer(Server):
        def __init__(self) -> None:
            named = [name if "://" in name else str(Path(name).expanduser().resolve()) for name in articles]
            command = shlex.join([sys.executable, "-m", "tui", *named])
            super().__init__(command, host, port, "newsdiff", templates_path=Path(__file__).parent / "served")

        async def on_startup(self, app: web.Application) -> None:
            shown = f"[{host}]" if ":" in host else host
            print(f"The reader is at http://{shown}:{port} (ctrl+c ends it)", flush=True)

        def _refuse_others(self, request: web.Request) -> None:
            if not is_own_page(request.host, request.headers.get("Origin"), loopback=host in LOOPBACK):
                raise web.HTTPForbidden(text="This page does not come from newsdiff-tui.")

        async def handle_index(self, request: web.Request) -> Any:
            self._refuse_others(request)
            return await super().handle_index(request)

        async def handle_websocket(self, request: web.Request) -> Any:
            self._refuse_others(request)
            return await super().handle_websocket(request)

        async def handle_download(self, request: web.Request) -> Any:
            self._refuse_others(request)
            return await super().handle_download(request)

    return ReaderServer()
