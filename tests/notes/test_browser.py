"""The exported page in a real browser: both themes, paper, and article text that would like to run."""

import http.server
import re
import subprocess
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.notes.conftest import quote
from tests.programs import program
from tui.articles.load import make_article
from tui.compare.comparison import Corrections
from tui.compare.engine import compare
from tui.notes.note import make_note
from tui.notes.notebook import Notebook
from tui.notes.reports.contents import make_contents
from tui.notes.reports.html import render_html

BROWSER = program("chromium")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.needs("chromium"),
]


def browse(page: Path, profile: Path, *options: str) -> str:
    """Open a page in a headless browser and return what it prints."""
    fixed = ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--hide-scrollbars")
    done = subprocess.run(
        [str(BROWSER), *fixed, *options, page.as_uri()], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def first_pixel(png: bytes) -> str:
    """Return the colour of a PNG's upper left pixel: there every row filter leaves the bytes as they are."""
    data = b"".join(
        png[match.end() : match.end() + int.from_bytes(match[1])] for match in re.finditer(rb"(?s)(.{4})IDAT", png)
    )
    return f"#{zlib.decompressobj().decompress(data, 8)[1:4].hex()}"


@pytest.fixture
def page(left, right, tmp_path) -> Path:
    book = Notebook().add(make_note([quote(left, "left", "Eight passengers were hurt")], text="or ten?"))
    path = tmp_path / "page.html"
    path.write_text(render_html(make_contents(compare(left, right), book)), encoding="utf-8")
    return path


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """Return the address of a server on this machine and the list of what is asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}", asked
        serving.shutdown()


@pytest.mark.parametrize(("scheme", "paper"), [("1", "#fbfaf7"), ("0", "#151618")], ids=["light", "dark"])
def test_the_page_is_light_or_dark_as_the_system_is(page, tmp_path, scheme, paper):
    shot = tmp_path / "shot.png"
    browse(
        page,
        tmp_path / "profile",
        f"--blink-settings=preferredColorScheme={scheme}",
        "--window-size=1200,800",
        f"--screenshot={shot}",
    )
    assert first_pixel(shot.read_bytes()) == paper


def test_the_page_prints_on_a4(page, tmp_path):
    printed = tmp_path / "page.pdf"
    browse(page, tmp_path / "profile", f"--print-to-pdf={printed}", "--no-pdf-header-footer")
    pdf = printed.read_bytes()
    assert pdf.startswith(b"%PDF")
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert boxes
    assert all((round(float(width)), round(float(height))) == (595, 842) for width, height in boxes)


def test_hostile_text_runs_nothing_and_asks_the_network_for_nothing(server, tmp_path):
    address, asked = server
    text = (
        f"<script>document.title='ran'</script> <img src={address}/a onerror=\"document.title='ran'\">"
        f" </style><style>@import '{address}/b'; p {{ background: url({address}/c) }}</style>"
        f" <svg onload=\"document.title='ran'\"> <iframe src={address}/d></iframe>"
        f" <link rel=stylesheet href={address}/e> <meta http-equiv=refresh content='0;url={address}/f'>"
        " \"onmouseover='document.title=1' javascript:document.title='ran' were hurt in Sandholm on Tuesday.\n"
    )
    left = make_article(text * 2, title=text, source=text, author=text, origin=f"{address}/\"'><script>")
    right = make_article(text, title=text, source=text)
    book = Notebook().add(make_note([quote(left, "left", "<script>")], text=text, tags=[text])).name_colour(1, text)
    path = tmp_path / "page.html"
    path.write_text(render_html(make_contents(compare(left, right), book)), encoding="utf-8")
    dom = browse(path, tmp_path / "profile", "--virtual-time-budget=2000", "--dump-dom")
    assert "<title>ran" not in dom
    assert "&lt;script&gt;document.title='ran'" in dom
    assert not re.search(r"<(script|img|svg|iframe|link)\b", dom)
    assert asked == []


def test_the_policy_holds_even_if_markup_got_in(page, server, tmp_path):
    address, asked = server
    forced = (
        f"<script>document.title='ran'</script><img src={address}/a onerror=\"document.title='ran'\">"
        f"<script src={address}/b></script><style>body {{ background: url({address}/c) }}</style></main>"
    )
    page.write_text(page.read_text(encoding="utf-8").replace("</main>", forced), encoding="utf-8")
    dom = browse(page, tmp_path / "profile", "--virtual-time-budget=2000", "--dump-dom")
    assert f'<img src="{address}/a"' in dom
    assert "<title>ran" not in dom
    assert asked == []


def test_a_sentence_that_is_gone_to_lights_its_counterparts_and_no_others(left, right, tmp_path):
    comparison = compare(left, right, corrections=Corrections(linked=frozenset({(4, 3)})))
    counterparts = make_contents(comparison, None).counterparts["left"][4]
    html = render_html(make_contents(comparison, None))
    # Only to look at the page from inside: its own policy would forbid the script.
    look = """<script>
        location.hash = "#left-5";
        document.title = [...document.querySelectorAll(".s")]
            .filter((s) => getComputedStyle(s).backgroundColor !== "rgba(0, 0, 0, 0)").map((s) => s.id).join(" ");
    </script>"""
    path = tmp_path / "page.html"
    unguarded = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    path.write_text(unguarded.replace("</body>", f"{look}</body>"), encoding="utf-8")
    dom = browse(path, tmp_path / "profile", "--force-prefers-reduced-motion", "--dump-dom")
    lit = re.search(r"<title>([^<]*)</title>", dom)
    assert lit and lit[1].split() == ["left-5", *(f"right-{number + 1}" for number in sorted(counterparts))]
