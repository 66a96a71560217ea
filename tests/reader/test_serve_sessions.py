"""Who may have the reader that is served, how many, and what is left when the server ends."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ending import ROOT, living

aiohttp = pytest.importorskip("aiohttp", reason="the extra `serve` is not installed here")

pytestmark = pytest.mark.slow
SECONDS = 30


class Served:
    """A server with its printed lines."""

    def __init__(self, home: Path, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui", "serve", "--port", str(self.port), *options],
            cwd=ROOT,
            env=os.environ | {"NEWSDIFF_HOME": str(home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        self.line = self.process.stdout.readline()
        self.address = self.line.split()[4] if "://" in self.line else ""
        self.page = f"http://localhost:{self.port}/"

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        until = time.monotonic() + SECONDS
        while not is_so():
            assert time.monotonic() < until, living(self.process.pid)
            time.sleep(0.05)

    def end(self) -> None:
        for process in living(self.process.pid):
            os.kill(process, signal.SIGKILL)
        self.process.communicate()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    served: list[Served] = []

    def start(*options: str) -> Served:
        served.append(Served(tmp_path / "home", *options))
        return served[-1]

    yield start
    for one in served:
        one.end()


def browser(**options: Any) -> Any:
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True), **options)


async def test_only_who_has_the_printed_address_gets_the_reader(serve: Callable[..., Served]) -> None:
    served = serve()
    assert served.address.startswith(f"{served.page}?token=")
    assert len(served.address.partition("=")[2]) >= 32
    for wrong in ("", "?token=", "?token=wrong", "?token=%FF", "download/x"):
        async with browser() as stranger, stranger.get(served.page + wrong) as answer:
            assert answer.status == 403, wrong
            assert "token" in await answer.text()
    async with browser() as stranger:
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await stranger.ws_connect(served.page + "ws")
    async with browser() as own:
        async with own.get(served.address, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (302, "/")
            assert "HttpOnly" in answer.headers["Set-Cookie"] and "SameSite=Strict" in answer.headers["Set-Cookie"]
        async with own.get(served.page) as answer:
            assert answer.status == 200
        async with own.ws_connect(served.page + "ws") as page:
            assert b"\x1b[?1049h" in (await page.receive()).data
        async with own.get(served.page, headers={"Origin": "http://evil.example"}) as answer:
            assert answer.status == 403
        async with own.get(served.page, headers={"Host": f"evil.example:{served.port}"}) as answer:
            assert answer.status == 403


async def test_without_a_token_the_server_says_what_that_means(serve: Callable[..., Served]) -> None:
    served = serve("--no-token")
    assert served.address == served.page
    assert served.process.stdout is not None
    assert "every user of this machine can read and write files as you do" in served.process.stdout.readline()
    async with browser() as anybody, anybody.get(served.page) as answer:
        assert answer.status == 200


async def test_no_more_pages_than_allowed_are_open_at_once(serve: Callable[..., Served]) -> None:
    served = serve("--sessions", "2")
    async with browser() as own:
        async with own.get(served.address):
            pass
        first = await own.ws_connect(served.page + "ws")
        await own.ws_connect(served.page + "ws")
        async with own.get(served.page) as answer:
            assert answer.status == 503
            assert "2 pages are open, as many as may be" in await answer.text()
        with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
            await own.ws_connect(served.page + "ws")
        await first.close()
        for _ in range(100):
            async with own.get(served.page) as answer:
                if answer.status == 200:
                    break
            time.sleep(0.05)
        assert answer.status == 200


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
async def test_however_the_server_ends_its_sessions_end_too(serve: Callable[..., Served], number: int) -> None:
    served = serve()
    async with browser() as own:
        async with own.get(served.address):
            pass
        pages = [await own.ws_connect(served.page + "ws") for _ in range(3)]
        for page in pages:
            await page.receive()
        served.wait_until(lambda: len(living(served.process.pid)) >= 6)
        os.kill(served.process.pid, number)
        served.wait_until(lambda: served.process.poll() is not None and not living(served.process.pid))


async def test_nonsense_from_a_page_ends_that_page_alone(serve: Callable[..., Served]) -> None:
    served = serve()
    async with browser() as own:
        async with own.get(served.address):
            pass
        good = await own.ws_connect(served.page + "ws")
        for nonsense in ("{", "[]", '["stdin"]', '["resize", 1]', "7"):
            bad = await own.ws_connect(served.page + "ws?width=-1&height=99999999999")
            await bad.send_str(nonsense)
            while (message := await bad.receive()).type not in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED):
                pass
            assert message
        await good.send_str('["ping", 1]')
        while (message := await good.receive()).type != aiohttp.WSMsgType.TEXT:
            pass
        assert message.data == '["pong", 1]'


def test_a_port_that_is_taken_is_told_in_one_line(serve: Callable[..., Served]) -> None:
    served = serve()
    again = [sys.executable, "-m", "tui", "serve", "--port", str(served.port)]
    done = subprocess.run(again, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and f"localhost:{served.port}" in done.stderr


@pytest.mark.parametrize("port", ["99999", "0", "-1", "x", "²"])
def test_a_port_that_cannot_be_is_told_in_one_line(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    from tui.cli import main

    assert main(["serve", f"--port={port}"]) == 2
    assert "is not a number from 1 to 65,535" in capsys.readouterr().err
