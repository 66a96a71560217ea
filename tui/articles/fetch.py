"""One page from the web, fetched with bounds on everything a server can do to whoever waits for it.

The standard library's urllib does it: it follows the system's certificates and proxies, and one page at a time needs
no more. Only http and https are spoken, at a first address and after a redirect.
"""

import http.client
import socket
import ssl
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any
from urllib.parse import quote, urlsplit, urlunsplit

from tui import __version__
from tui.articles.article import ArticleError
from tui.articles.exchange import Budget, NoBodies, TooMuchError, counted_handlers
from tui.disk.inert import make_inert_line

MOST_BYTES = 20_000_000
"""A page of more bytes, as sent with all that comes before it, or unpacked, is refused."""
MOST_REDIRECTS = 5
PATIENCE = 10.0
"""Seconds that a server may be silent."""
DEADLINE = 30.0
"""Seconds that a page may take, redirects included."""
USER_AGENT = f"newsdiff-tui/{__version__}"

_READABLE = (
    *("text/", "application/xhtml+xml", "application/pdf", "application/xml", "message/rfc822"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent."""

    address: str
    """The URL it came from after all redirects."""
    body: bytes
    media_type: str | None
    encoding: str | None
    """The encoding the server declares."""
    is_cut: bool = False
    """Whether the server sent less than it announced."""


def fetch_page(address: str) -> Page:
    """Return what the server at `address` sends.

    Raises
    ------
    ArticleError
        If the address is not http or https, the server cannot be reached or trusted, refuses, is too slow, sends too
        much, redirects too often, or sends what is no text.
    """
    name = make_inert_line(address)
    request = urllib.request.Request(_ascii_address(address, name), headers=_HEADERS)
    budget = Budget(DEADLINE, MOST_BYTES, PATIENCE)
    try:
        headers, final, body, is_cut = budget.spend(lambda: _exchange(request, name, budget))
    except urllib.error.HTTPError as error:
        error.close()
        raise ArticleError(f"{name}: {_answered(error)}") from error
    except TooMuchError as error:
        raise ArticleError(f"{name}: {_TOO_LARGE}") from error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise ArticleError(f"{name}: {_failure(error)}") from error
    media_type = headers.get_content_type() if headers.get("Content-Type") else None
    return Page(final, body, media_type, headers.get_content_charset(), is_cut)


def _exchange(request: urllib.request.Request, name: str, budget: Budget) -> tuple[Message, str, bytes, bool]:
    """Return the headers, the address in the end, the body and whether less of it came than was announced."""
    with _opener(budget).open(request, timeout=budget.patience) as answer:
        _refuse_unreadable(answer.headers, name)
        body, is_cut = _read_body(answer, name)
        return answer.headers, answer.geturl(), body, is_cut


_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,text/plain,text/markdown;q=0.9,application/pdf;q=0.8",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en",
}


class _FewRedirects(NoBodies):
    max_redirections = MOST_REDIRECTS
    max_repeats = 2

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        _ascii_address(newurl, make_inert_line(newurl))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(budget: Budget) -> urllib.request.OpenerDirector:
    """Return an opener that knows http and https and nothing else, no files and no FTP."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        *counted_handlers(budget),
        urllib.request.HTTPDefaultErrorHandler(),
        _FewRedirects(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _ascii_address(address: str, name: str) -> str:
    """Return `address` as it goes over the wire, its host in IDNA and its other letters as percent codes."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
        wire_host = (host or "").encode("idna").decode("ascii") if host and ":" not in host else f"[{host}]"
    except ValueError as error:
        raise ArticleError(f"{name}: is no address; copy it from the browser again") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise ArticleError(f"{name}: only http and https addresses are fetched; save the page as a file")
    if not host or parts.username is not None or parts.password is not None:
        raise ArticleError(f"{name}: is no address of a public page; leave the user name and password out")
    kept = "/:@!$&'()*+,;=-._~%"
    place = wire_host if port is None else f"{wire_host}:{port}"
    return urlunsplit(
        (parts.scheme.lower(), place, quote(parts.path or "/", kept), quote(parts.query, kept + "?/"), "")
    )


def _refuse_unreadable(headers: Message, name: str) -> None:
    if headers.get("Content-Type") and not headers.get_content_type().startswith(_READABLE):
        kind = make_inert_line(headers.get_content_type())
        raise ArticleError(f"{name}: is {kind}, not an article; name the address of the article's page")
    announced = headers.get("Content-Length", "")
    if announced.isdecimal() and len(announced) < 20 and int(announced) > MOST_BYTES:
        raise ArticleError(f"{name}: {_TOO_LARGE}")


_TOO_LARGE = f"larger than {MOST_BYTES // 1_000_000} MB; save the article's text as a file"


def _read_body(answer: Any, name: str) -> tuple[bytes, bool]:
    """Return the body, unpacked, and whether less came than was announced."""
    packed = answer.headers.get("Content-Encoding", "").strip().lower()
    if packed not in ("", "identity", "gzip", "x-gzip"):
        raise ArticleError(
            f"{name}: is packed as {make_inert_line(packed)}, which was not asked for; save the page as a file"
        )
    unpack = zlib.decompressobj(wbits=31) if packed.endswith("gzip") else None
    chunks: list[bytes] = []
    size, is_cut = 0, False
    while size <= MOST_BYTES:
        try:
            chunk = answer.read1(_CHUNK)
        except http.client.IncompleteRead as error:
            chunk, is_cut = error.partial, True
        if not chunk:
            break
        # A bomb unpacks no further than one byte over the limit.
        content = unpack.decompress(chunk, MOST_BYTES + 1 - size) if unpack else chunk
        chunks.append(content)
        size += len(content)
        if is_cut:
            break
    if size > MOST_BYTES:
        raise ArticleError(f"{name}: {_TOO_LARGE}")
    return b"".join(chunks), is_cut or bool(getattr(answer, "length", None)) or bool(unpack and not unpack.eof)


def _answered(error: urllib.error.HTTPError) -> str:
    if 300 <= error.code < 400 and "not allowed" in str(error.reason):
        return "leads on to an address that is neither http nor https; open it in a browser and save the page"
    if 300 <= error.code < 400:
        return f"redirects more than {MOST_REDIRECTS} times or in a circle; open it in a browser and save the page"
    reason = make_inert_line(str(error.reason))[:80]
    if error.code in (401, 402, 403, 429, 451):
        return f"the server refuses it ({error.code} {reason}); open it in a browser and save the page"
    if error.code in (404, 410):
        return f"the server has no such page ({error.code} {reason}); check the address"
    return f"the server answers {error.code} {reason}; try again later"


def _failure(error: Exception) -> str:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"its certificate cannot be trusted ({make_inert_line(reason.verify_message)}); check the address"
    if isinstance(reason, ssl.SSLError):
        return "no secure connection could be made; check the address"
    if isinstance(reason, TimeoutError):
        return f"the server is silent for {PATIENCE:.0f} seconds or needs more than {DEADLINE:.0f}; try again later"
    if isinstance(reason, socket.gaierror):
        return "no such server, or no network; check the address"
    if isinstance(reason, ConnectionRefusedError):
        return "the server refuses the connection; check the address"
    if isinstance(reason, (http.client.HTTPException, ConnectionError, zlib.error)):
        return "the server broke off or sent no sound answer; try again later"
    return f"cannot be fetched ({make_inert_line(str(reason))[:80]}); check the address"
