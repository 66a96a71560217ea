"""A web server on this machine that behaves as badly as a test asks it to."""

import contextlib
import gzip
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!DOCTYPE html><html><head><title>Velmouth bridge closes | The Velmouth Post</title>
<meta charset="utf-8"><meta property="og:site_name" content="The Velmouth Post">
<meta property="og:title" content="Velmouth bridge closes">
<meta name="author" content="Petra Novak"><meta property="article:published_time" content="2015-05-12T10:20:00Z">
<script>document.write("never shown")</script><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/news">All the news</a></nav>
<article><h1>Velmouth bridge closes</h1>
<p>The bridge at Velmouth has <b>closed</b>. It will stay shut for a year, its owner said on Monday.</p>
<p>Some 4,000 people crossed it every day. “We had no choice,” said Ilse Marek, who runs Brightwater.</p>
<h2>What happens next</h2>
<p>The council meets on Tuesday. It may pay for a ferry, which would take twenty minutes &amp; cost £2.</p>
</article><footer>Copyright The Velmouth Post. All rights reserved.</footer></body></html>"""

PARAGRAPHS = [
    "The bridge at Velmouth has closed. It will stay shut for a year, its owner said on Monday.",
    "Some 4,000 people crossed it every day. “We had no choice,” said Ilse Marek, who runs Brightwater.",
    "What happens next",
    "The council meets on Tuesday. It may pay for a ferry, which would take twenty minutes & cost £2.",
]


class Answer(BaseHTTPRequestHandler):
    """Answers by the path's first part."""

    protocol_version = "HTTP/1.1"
    stop = threading.Event()
    asked: list[dict[str, str]]

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        type(self).asked.append(dict(self.headers))
        getattr(self, "answer_" + self.path.strip("/").partition("/")[0].partition("?")[0], self.answer_missing)()

    def send(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        length = headers.pop("length", str(len(body)))
        self.send_header("Content-Length", length)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)
        self.close_connection = True

    def answer_missing(self) -> None:
        self.send(b"gone", status=404)

    def answer_page(self) -> None:
        self.send(PAGE.encode())

    def answer_packed(self) -> None:
        self.send(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def answer_torn(self) -> None:
        self.send(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip")

    def answer_brotli(self) -> None:
        self.send(b"\x0b\x02", Content_Encoding="br")

    def answer_plain(self) -> None:
        self.send("The café closed on Monday.".encode("cp1252"), "text/plain; charset=iso-8859-1")

    def answer_untyped(self) -> None:
        self.send(PAGE.encode(), "")

    def answer_image(self) -> None:
        self.send(b"\x89PNG\r\n\x1a\n", "image/png")

    def answer_lying(self) -> None:
        self.send(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "text/plain")

    def answer_bomb(self) -> None:
        pack = zlib.compressobj(9, wbits=31)
        chunk = pack.compress(bytes(1 << 20))
        body = b"".join([chunk, *(pack.compress(bytes(1 << 20)) for _ in range(100)), pack.flush()])
        self.send(body, Content_Encoding="gzip")

    def answer_huge(self) -> None:
        self.send(b"x", length="99999999999")

    def answer_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Connection", "close")
        self.end_headers()
        with contextlib.suppress(OSError):
            while not self.stop.is_set():
                self.wfile.write(b"word " * 20_000)
        self.close_connection = True

    def answer_stalling(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.stop.wait(20)
        self.close_connection = True

    def answer_dripping(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        with contextlib.suppress(OSError):
            while not self.stop.wait(0.02):
                self.wfile.write(b"x")
        self.close_connection = True

    def drip(self, start: bytes, endless: bytes, at_once: int = 1) -> None:
        """Send `start`, and then the same bytes for ever, so many at a time."""
        with contextlib.suppress(OSError):
            self.wfile.write(start)
            chunks = [endless[n : n + at_once] for n in range(0, len(endless), at_once)]
            while not self.stop.wait(0.02 if at_once == 1 else 0):
                self.wfile.write(chunks[0])
                chunks.append(chunks.pop(0))
        self.close_connection = True

    def answer_slowstatus(self) -> None:
        self.drip(b"HTTP/1.1 200 ", b"O")

    def answer_slowheaders(self) -> None:
        self.drip(b"HTTP/1.1 200 OK\r\n", b"X-Next: word\r\n")

    def answer_slowredirect(self) -> None:
        self.drip(b"HTTP/1.1 302 Found\r\nLocation: /slowheaders\r\n\r\n", b"word ")

    def answer_endlessredirect(self) -> None:
        self.drip(b"HTTP/1.1 302 Found\r\nLocation: /page\r\n\r\n", b"word " * 20_000, 100_000)

    def answer_continue(self) -> None:
        self.drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 4_000, 100_000)

    def answer_slowcontinue(self) -> None:
        self.drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n")

    def answer_short(self) -> None:
        self.send(PAGE.encode()[:-200], length=str(len(PAGE.encode())))

    def answer_long(self) -> None:
        self.send(PAGE.encode() + b"<p>never read", length=str(len(PAGE.encode())))

    def answer_circle(self) -> None:
        self.send(b"", status=302, Location="/circle")

    def answer_chain(self) -> None:
        self.send(b"", status=302, Location=self.path + "/x")

    def answer_moved(self) -> None:
        self.send(b"", status=301, Location="/page")

    def answer_tofile(self) -> None:
        self.send(b"", status=302, Location="file:///etc/passwd")

    def answer_broken(self) -> None:
        with contextlib.suppress(OSError):
            self.wfile.write(b"\0\0\0 no HTTP\r\n\r\n")
        self.close_connection = True

    def answer_forbidden(self) -> None:
        self.send(b"no", status=403)

    def answer_escape(self) -> None:
        self.send_response(500, "\x1b[31mred\x07")
        self.send_header("Content-Length", "0")
        self.end_headers()


@contextlib.contextmanager
def serve() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Serve until the block ends; yields the address and the headers of every request."""
    answer = type("ThisAnswer", (Answer,), {"asked": [], "stop": threading.Event()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), answer)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", answer.asked
    finally:
        answer.stop.set()
        server.shutdown()
        thread.join()
        server.server_close()
