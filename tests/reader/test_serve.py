"""The reader in a real browser, driven over its debugging port."""

import asyncio
import base64
import itertools
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.programs import program
from tests.reader.invented import LEFT, RIGHT
from tui.articles.article import ArticleError
from tui.reader.serve import is_own_page, serve_reader

CHROMIUM = program("chromium")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("host", "origin", "loopback", "own"),
    [
        ("localhost:8765", None, True, True),
        ("127.0.0.1:8765", "http://127.0.0.1:8765", True, True),
        ("[::1]:8765", "http://[::1]:8765", True, True),
        ("localhost:8765", "http://evil.example", True, False),
        ("localhost:8765", "http://localhost:9999", True, False),
        ("localhost:8765", "null", True, False),
        ("evil.example:8765", "http://evil.example:8765", True, False),
        ("evil.example:8765", None, True, False),
        ("[broken", None, True, False),
        ("desk.example:8765", "http://desk.example:8765", False, True),
        ("desk.example:8765", "http://evil.example", False, False),
    ],
)
def test_only_the_page_served_here_drives_the_reader(host: str, origin: str | None, loopback: bool, own: bool) -> None:
    assert is_own_page(host, origin, loopback=loopback) == own


def test_standard_input_cannot_be_served() -> None:
    with pytest.raises(ArticleError, match="name a file"):
        serve_reader(["-", "right.txt"])


class Page:
    """One page of a browser."""

    def __init__(self, websocket: Any) -> None:
        self._websocket = websocket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self.received = b""
        self.requested: list[str] = []
        self._listening = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        async for message in self._websocket:
            told = json.loads(message.data)
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told.get("result"))
            elif told["method"] == "Network.webSocketFrameReceived":
                frame = told["params"]["response"]
                data = frame["payloadData"]
                self.received += base64.b64decode(data) if frame["opcode"] == 2 else data.encode()
            elif told["method"] == "Network.requestWillBeSent":
                self.requested.append(told["params"]["request"]["url"])

    async def ask(self, method: str, **parameters: object) -> Any:
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._websocket.send_json({"id": number, "method": method, "params": parameters})
        return await asyncio.wait_for(answer, 20)

    async def type(self, text: str) -> None:
        for character in text:
            await self.ask("Input.dispatchKeyEvent", type="keyDown", key=character, text=character)
            await self.ask("Input.dispatchKeyEvent", type="keyUp", key=character)

    async def press(self, key: str, code: int, modifiers: int = 0) -> None:
        for kind in ("rawKeyDown", "keyUp"):
            await self.ask(
                "Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, modifiers=modifiers
            )


async def until(what: Any, seconds: float = 30) -> None:
    """Wait until a condition holds."""
    for _ in range(int(seconds * 10)):
        if what():
            return
        await asyncio.sleep(0.1)
    raise TimeoutError


@asynccontextmanager
async def opened(url: str, folder: Path) -> AsyncIterator[Page]:
    """Open a page in a headless browser."""
    aiohttp = pytest.importorskip("aiohttp")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0"]
    command += [f"--user-data-dir={folder}", "--window-size=1400,900", "about:blank"]
    browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        active = folder / "DevToolsActivePort"
        await until(lambda: active.exists() and len(active.read_text().splitlines()) > 1)
        port = active.read_text().splitlines()[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as response:
                target = next(one for one in await response.json() if one["type"] == "page")
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as websocket:
                page = Page(websocket)
                await page.ask("Network.enable")
                await page.ask("Page.enable")
                await page.ask("Emulation.setFocusEmulationEnabled", enabled=True)
                await page.ask("Page.navigate", url=url)
                yield page
                page._listening.cancel()
    finally:
        browser.kill()
        browser.wait()


@pytest.mark.slow
@pytest.mark.needs("chromium")
async def test_in_a_browser_the_reader_opens_keys_work_and_a_note_is_made(tmp_path: Path) -> None:
    pytest.importorskip("textual_serve", reason="the extra `serve` is not installed here")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path / "home"
    articles = []
    for side, paragraphs in (("left", LEFT), ("right", RIGHT)):
        path = tmp_path / f"the {side} one.txt"
        path.write_text("\n\n".join(" ".join(paragraph) for paragraph in paragraphs), encoding="utf-8")
        articles.append(str(path))
    server = subprocess.Popen(
        [sys.executable, "-m", "tui", "serve", "--port", str(port), *articles],
        cwd=ROOT,
        env=os.environ | {"NEWSDIFF_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split()[4]
        assert address.startswith(f"http://localhost:{port}/?token=")
        async with opened(address, tmp_path / "browser") as page:
            await until(lambda: re.search(rb"\d passage", page.received))
            await page.type("na")
            await until(lambda: b"Note on " in page.received)
            await page.type("seen in a browser")
            await page.press("F2", 113)
            notes = home / "state"
            await until(lambda: any("seen in a browser" in path.read_text() for path in notes.rglob("*.yaml")))
            assert page.requested
            assert all(url.startswith(("data:", f"http://localhost:{port}/", "about:")) for url in page.requested)
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(5)
        server.kill()
        server.stdout.close()
