"""Chromium without a window, printing and saving pages that lie under invented addresses, as its user would."""

import asyncio
import contextlib
import functools
import json
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import aiohttp


class _Silent(SimpleHTTPRequestHandler):
    extensions_map = {"": "text/html; charset=utf-8", ".css": "text/css", ".png": "image/png"}

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serve `folder` on this machine; yields the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _words(port: int, *words: str) -> list[str]:
    # Every name leads to the server on this machine, so that a page has an address of the kind that news have.
    rules = f"--host-resolver-rules=MAP * 127.0.0.1:{port}"
    return ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--lang=en-GB", rules, *words]


def print_page(address: str, target: Path, port: int, browser_head: bool) -> None:
    """Print the page at `address` to a PDF, with or without the browser's own head and foot."""
    head = [] if browser_head else ["--no-pdf-header-footer"]
    words = _words(port, f"--print-to-pdf={target}", *head, address)
    subprocess.run(words, check=True, capture_output=True, timeout=120)


def save_pages(addresses: dict[Path, str], port: int) -> None:
    """Save the page at each address under its name: as one file (.mhtml), or its document as it stands (.html)."""
    asyncio.run(_save_pages(addresses, port))


async def _save_pages(addresses: dict[Path, str], port: int) -> None:
    with tempfile.TemporaryDirectory() as profile:
        words = _words(port, "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank")
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            told = Path(profile, "DevToolsActivePort")
            while not told.exists() or "\n" not in told.read_text():
                await asyncio.sleep(0.1)
            devtools = f"http://127.0.0.1:{told.read_text().split()[0]}"
            async with aiohttp.ClientSession() as session:
                async with session.put(f"{devtools}/json/new?about:blank") as answer:
                    place = json.loads(await answer.text())["webSocketDebuggerUrl"]
                async with session.ws_connect(place, max_msg_size=0) as socket:
                    for path, address in addresses.items():
                        path.write_text(await _saved(socket, address, path.suffix), encoding="utf-8", newline="")
        finally:
            process.terminate()
            process.wait(30)


async def _saved(socket: Any, address: str, suffix: str) -> str:
    await _ask(socket, "Page.enable")
    await _ask(socket, "Page.navigate", url=address)
    await asyncio.sleep(1.5)
    if suffix == ".mhtml":
        return str((await _ask(socket, "Page.captureSnapshot", format="mhtml"))["data"])
    told = await _ask(socket, "Runtime.evaluate", expression="'<!DOCTYPE html>' + document.documentElement.outerHTML")
    return str(told["result"]["value"])


async def _ask(socket: Any, method: str, **params: object) -> dict[str, Any]:
    _ask.number += 1  # type: ignore[attr-defined]
    number = _ask.number  # type: ignore[attr-defined]
    await socket.send_json({"id": number, "method": method, "params": params})
    while True:
        answer = await socket.receive_json()
        if answer.get("id") == number:
            return dict(answer["result"])


_ask.number = 0  # type: ignore[attr-defined]
