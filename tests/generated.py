"""Texts, names, streams and files made by chance, each from a seed of its own, so that any of them can be made again.

`tests/fuzz.py` says what must hold for them.
"""

import io
import json
import random
import unicodedata
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from functools import cache

from docx import Document

from tests.articles.hostile import pdf_of_operators

_NEWS = """
The bridge at Velmouth has closed, the council said on Monday.
Some 4,000 people crossed it every day.
Nearly 4,100 people a day used the bridge, Ilse Marek told Newswire.
“We had no choice,” said Marek, who runs Brightwater.
Police said 12 were hurt on 3 May 2015 at 6:30 p.m.
The repair will cost $4.5bn, up from €3.1 million in 2014.
VELMOUTH, May 12 (Newswire) -
By Petra Novak
Iran, Syria and Yemen agreed; Libya did not.
She resigned on Tuesday, three days later.
They were between 9 and 12 years old.
""".strip().split("\n")

_TROUBLE = (
    *(
        "“",
        "”",
        '"',
        "''",
        "«",
        "(",
        "[...]",
        "…",
        "—",
        "[bold]",
        "[/]",
        "&amp;",
        "==x==",
        "`",
        "|",
        "```",
        "\n\n",
        "\t",
    ),
    *("\x1b]52;c;QUFB\x07", "\x1b[31m", "\x1b]0;x\x1b\\", "\x9b", "\x90", "\0", "\r", "\f", "\u2028", "\u00a0"),
    *("\u202e", "\u2066", "\u200f", "\u200b", "\u2060", "\u034f", "\u115f", "\U000e0041", "\ud800", "\udfff", "\ufffe"),
    *("e" + "\u0301" * 40, "👩\u200d🚒", "日本語。", "العربية", "ﬁ", "ß", "İ", "ŉ", "ǆ", "𝟜𝟚"),
    *(
        "<script>alert(1)</script>",
        "https://example.org/a",
        "U.S.",
        "D-N.J.",
        "1.",
        "1e400",
        "-0",
        "99/99/9999",
        "9:99",
    ),
    *("9" * 400, "1," * 60, "31 February 2015", "a" * 3000, "A" * 300, "–5°C", "½", "3-³", "9 to ²", "Ⅻ", "①", "½½"),
)


@cache
def _by_category() -> dict[str, tuple[str, ...]]:
    """Return some characters of every category of Unicode, and every digit of every script."""
    found: dict[str, list[str]] = {}
    for code in range(0x110000):
        category = unicodedata.category(chr(code))
        some = found.setdefault(category, [])
        if category in ("Nd", "No", "Nl") or len(some) < 400:
            some.append(chr(code))
    return {category: tuple(some) for category, some in found.items()}


def make_text(chance: random.Random) -> str:
    """Return a text that is half news and half trouble."""
    kind = chance.random()
    if kind < 0.05:
        return _huge(chance)
    pieces = []
    for _ in range(chance.choice((1, 4, 12, 30))):
        which = chance.random()
        if which < 0.5:
            pieces.append(_spoilt(chance, chance.choice(_NEWS)))
        elif which < 0.8:
            pieces.append(chance.choice(_TROUBLE))
        else:
            characters = _by_category()[chance.choice(sorted(_by_category()))]
            pieces.append("".join(chance.choices(characters, k=chance.randrange(1, 8))))
    return chance.choice((" ", " ", "\n", "\n\n", "")).join(pieces)


def _huge(chance: random.Random) -> str:
    """Return one line, or one nest, that is far too long."""
    piece = chance.choice(("a", "word ", "12 ", "“", "(", "> ", "* ", "- 1. ", "| a ", "The U.S. ", "[", "x, ", "\n"))
    return piece * chance.randrange(500, 4000)


def _spoilt(chance: random.Random, line: str) -> str:
    """Return a sentence with digits of other scripts, or with something foreign in it."""
    digits = chance.choice(_by_category()["Nd"] + _by_category()["No"])
    how = chance.random()
    if how < 0.3:
        return "".join(digits if char.isdigit() and chance.random() < 0.5 else char for char in line)
    if how < 0.5:
        at = chance.randrange(len(line))
        return line[:at] + chance.choice(_TROUBLE) + line[at:]
    return line


def make_name(chance: random.Random) -> str:
    """Return a name that a file can have, with whatever a name can hold."""
    pieces = [*_TROUBLE, "-", "--format", "~", "$HOME", "%2e", ".", "..", "=x", "ferry", "é", "\udce9", "\n"]
    name = "".join(chance.choices(pieces, k=chance.randrange(1, 6))).replace("/", "").replace("\0", "")
    raw = name.encode("utf-8", "surrogatepass" if chance.random() < 0.5 else "replace")[:200]
    return raw.decode("utf-8", "surrogateescape") + chance.choice(("", ".txt", ".md", ".html"))


def make_stream(chance: random.Random) -> bytes:
    """Return lines of JSON for a batch, many of them broken."""
    lines = []
    for _ in range(chance.randrange(1, 6)):
        record: object = {
            "id": chance.choice([1, None, "x", [1], {"a": 1}, 1e300, "\ud800"]),
            **{key: make_text(chance)[:400] for key in ("left", "right", "text") if chance.random() < 0.8},
            **(
                {"path": chance.choice(["-", "/dev/stdin", "/dev/zero", "", "\0", "x" * 5000])}
                if chance.random() < 0.2
                else {}
            ),
            **(
                {"links": chance.choice([[], 1, [{"left": {"start": 0, "end": 5}}], "x"])}
                if chance.random() < 0.2
                else {}
            ),
        }
        if chance.random() < 0.2:
            record = chance.choice([[], 1, "x", None, {"left": 1, "right": []}, {"text": {}}])
        line = json.dumps(record).encode()
        if chance.random() < 0.3:
            line = _broken(chance, line).replace(b"\n", b" ")
        lines.append(line)
    return chance.choice((b"\n", b"\r\n", b"\n\n")).join(lines)


def make_file(chance: random.Random) -> tuple[str, bytes]:
    """Return how the name of a file ends and what it holds: a sound document, or one that is broken somehow."""
    suffix = chance.choice(sorted(_KINDS))
    content = _KINDS[suffix](chance)
    if chance.random() < 0.85:
        content = _broken(chance, content)
    if chance.random() < 0.1:
        suffix = chance.choice(sorted(_KINDS))
    return suffix, content


def _broken(chance: random.Random, content: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 3, 20))):
        if not content:
            return chance.randbytes(20)
        at, other = sorted((chance.randrange(len(content)), chance.randrange(len(content))))
        how = chance.randrange(6)
        if how == 0:
            content = content[:at]
        elif how == 1:
            content = content[:at] + chance.randbytes(chance.randrange(1, 9)) + content[at:]
        elif how == 2:
            content = content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]
        elif how == 3:
            content = content[:at] + content[other:]
        elif how == 4:
            content = content[:other] + content[at:other] * chance.randrange(1, 4) + content[other:]
        else:
            content = content[:at] + bytes(chance.randrange(1, 40)) + content[at:]
    return content[:200_000]


def _words(chance: random.Random) -> bytes:
    return make_text(chance).encode(chance.choice(("utf-8", "utf-16", "utf-16-le", "cp1252", "utf-32")), "replace")


def _page(chance: random.Random) -> bytes:
    tags = [
        "<p>",
        "</p>",
        "<div",
        ">",
        "<table><tr><td>",
        "<!--",
        "-->",
        "<svg>",
        "<a href='",
        "<br/>" * 50,
        "&#0;",
        "<h1>",
    ]
    body = "".join(chance.choice(tags) + chance.choice(_NEWS) for _ in range(chance.randrange(1, 20)))
    return f"<!doctype html><html><head><title>x</title></head><body><article>{body}</article></body></html>".encode()


def _markdown(chance: random.Random) -> bytes:
    marks = ["# ", "> ", "* ", "1. ", "```\n", "[a](b)", "![", "|a|b|\n|-|-|\n", "<b>", "---\n", "    ", "~~", "[^1]: "]
    return "".join(
        chance.choice(marks) * chance.choice((1, 1, 30)) + chance.choice(_NEWS) + "\n" for _ in range(8)
    ).encode()


def _mail(chance: random.Random) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Bridge closes", "Petra Novak <petra@example.org>"
    message["Date"] = "Tue, 12 May 2015 10:20:00 +0100"
    message.set_content("\n".join(chance.choices(_NEWS, k=5)))
    if chance.random() < 0.5:
        message.add_alternative(_page(chance).decode(), subtype="html")
    return message.as_bytes()


def _word(chance: random.Random) -> bytes:
    document, packed = Document(), io.BytesIO()
    for line in chance.choices(_NEWS, k=4):
        document.add_paragraph(line)
    document.add_table(2, 2).cell(1, 1).text = _NEWS[0]
    document.save(packed)
    return packed.getvalue()


def _opendocument(chance: random.Random) -> bytes:
    lines = "".join(f"<text:p>{line}</text:p>" for line in chance.choices(_NEWS, k=4))
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text"))
    body = f"<office:body><office:text>{lines}</office:text></office:body>"
    content = f"<office:document-content {spaces}>{body}</office:document-content>"
    return _packed(chance, ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content))


def _epub(chance: random.Random) -> bytes:
    roots = '<rootfiles><rootfile full-path="a.opf"/></rootfiles>'
    container = f'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">{roots}</container>'
    items = '<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    spine = '<spine><itemref idref="a"/></spine>'
    package = f'<package xmlns="http://www.idpf.org/2007/opf">{items}{spine}</package>'
    parts = (("META-INF/container.xml", container), ("a.opf", package), ("a.xhtml", _page(chance).decode()))
    return _packed(chance, ("mimetype", "application/epub+zip"), *parts)


def _packed(chance: random.Random, *parts: tuple[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts:
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _rich(chance: random.Random) -> bytes:
    codes = [r"\par ", r"{\b x}", r"\'e9", r"\u8220?", r"\bin9 ", "{" * 30, r"\u-9?", r"{\*\x y}", "}"]
    return (
        "{\\rtf1\\ansi " + "".join(line + chance.choice(codes) for line in chance.choices(_NEWS, k=6)) + "}"
    ).encode()


def _pair(chance: random.Random) -> bytes:
    return b"left: {file: a.txt, published: 2015-05-12}\nright: https://example.org/b\ntitle: " + _words(chance)[:60]


_KINDS: dict[str, Callable[[random.Random], bytes]] = {
    ".txt": _words,
    "": _words,
    ".html": _page,
    ".md": _markdown,
    ".eml": _mail,
    ".docx": _word,
    ".odt": _opendocument,
    ".epub": _epub,
    ".rtf": _rich,
    ".pdf": lambda chance: pdf_of_operators(0) if chance.random() < 0.5 else b"%PDF-1.4\n" + chance.randbytes(300),
    ".yaml": _pair,
    ".mht": _mail,
}
