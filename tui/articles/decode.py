"""From bytes to text: which encoding it is, said when it was a guess, and what is no text at all."""

import codecs
import re

from tui.articles.article import ArticleError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_OLD_OFFICE = "an old Microsoft Office document"
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "a sound, film or image"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\xd0\xcf\x11\xe0", _OLD_OFFICE),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_NO_PAGE_IS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})


def decode(raw: bytes, name: str, declared: str | None = None, *, is_page: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return the text in `raw` and warnings about how it was read.

    A byte order mark decides, then what the server declared, then (in a page) what the page declares, then whether it
    is valid UTF-8; after that it is a guess, and the guess is among the warnings.

    Raises
    ------
    ArticleError
        If it is no text.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _replacing(raw[len(mark) :], encoding)
    if is_page and declared is None and (found := _DECLARED.search(raw[:4096])):
        declared = found[1].decode("ascii")
    if declared and (text := _as_declared(raw, declared)) is not None:
        return text, ()
    _refuse_binary(raw, name)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guess(raw)


def _replacing(raw: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = raw.decode(encoding, errors="replace")
    broken = text.count("\ufffd") - raw.count("\ufffd".encode(encoding))
    return text, _broken_places(broken, encoding.removesuffix("-le").removesuffix("-be"))


def _broken_places(count: int, encoding: str) -> tuple[str, ...]:
    if count <= 0:
        return ()
    places = "1 place is" if count == 1 else f"{count:,} places are"
    return (f"{places} not valid {encoding.upper()} and shown as \ufffd",)


def _as_declared(raw: bytes, declared: str) -> str | None:
    try:
        information = codecs.lookup(declared)
        # What pages call Latin-1 or ASCII is Windows-1252 (WHATWG Encoding Standard, section 4.2).
        encoding = "cp1252" if information.name in ("iso8859-1", "ascii") else information.name
        return None if encoding in _NO_PAGE_IS else raw.decode(encoding)
    except (LookupError, ValueError):
        return None


def _refuse_binary(raw: bytes, name: str) -> None:
    head = raw[:4096]
    kind = next((kind for magic, kind in _MAGIC if raw.startswith(magic)), None)
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1b" for byte in head)
    if kind and controls:
        advice = "open it there and save it as .docx" if kind == _OLD_OFFICE else "name a text, Markdown or HTML file"
        raise ArticleError(f"{name}: is {kind}, not an article; {advice}")
    if controls > max(8, len(head) // 20) and _utf16_without_mark(head) is None:
        raise ArticleError(f"{name}: not a text file; name a text, Markdown or HTML file")


def _utf16_without_mark(raw: bytes) -> str | None:
    """Return which UTF-16 `raw` looks to be: text in Latin letters has a zero in every second byte."""
    half = max(1, len(raw) // 2)
    if raw[1::2].count(0) > 0.7 * half and raw[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if raw[::2].count(0) > 0.7 * half and raw[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _guess(raw: bytes) -> tuple[str, tuple[str, ...]]:
    if encoding := _utf16_without_mark(raw):
        return raw.decode(encoding, errors="replace"), (f"read as {encoding.upper()}, a guess: it has no mark",)
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", text))
    if sound >= broken:
        return text, _broken_places(broken, "utf-8")
    encoding = _guess_encoding(raw)
    return raw.decode(encoding, errors="replace"), (f"not UTF-8: read as {_SPOKEN.get(encoding, encoding)}, a guess",)


_SPOKEN = {"cp1252": "Windows-1252"}


def _guess_encoding(raw: bytes) -> str:
    """Return Windows-1252 for text that is mostly ASCII, and what charset-normalizer finds for any other."""
    sample = raw[:100_000]
    high = sum(byte >= 0x80 for byte in sample)
    if high > 0.15 * len(sample):
        from charset_normalizer import from_bytes

        if best := from_bytes(sample).best():
            return str(best.encoding)
    return "cp1252"
