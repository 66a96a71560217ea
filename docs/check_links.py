"""Follows every link of the Markdown files inside the project: the file must be there, and the heading in it.

Addresses of other machines are not asked. Prints a line for each link that leads nowhere, and ends with 1 if there is
one.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[1]
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_IDENTIFIER = re.compile(r"""<[^>]*\s(?:id|name)\s*=\s*["']([^"']+)""")
_LISTED = re.compile(r"^(?:[^<\n]*<)?([\w/.-]+)>?$", re.MULTILINE)


def dead_links(files: list[Path]) -> list[str]:
    """Return a line for every link in these files that leads nowhere, with the file, the line and the link."""
    return [
        f"{file}:{line}: {link} {problem}"
        for file in files
        for line, link in _links(file)
        if (problem := _problem(file, link))
    ]


def _problem(file: Path, link: str) -> str:
    path, _, anchor = unquote(link).partition("#")
    target = file.parent / path if path else file
    if not target.exists():
        return "is not there"
    if anchor and target.suffix == ".md" and anchor not in _anchors(target):
        return "names no heading there"
    return ""


def _links(file: Path) -> Iterator[tuple[int, str]]:
    for token, line in _tokens(file):
        link = token.attrGet("href") or token.attrGet("src")
        if isinstance(link, str) and not _ELSEWHERE.match(link):
            yield line, link
        if token.type == "fence" and token.info == "{toctree}":
            pages = re.sub(r"(?m)^:.*$", "", token.content)
            yield from ((line, f"{page}.md") for page in _LISTED.findall(pages))


def _tokens(file: Path) -> Iterator[tuple[Token, int]]:
    line = 1
    for block in MarkdownIt("commonmark").enable("table").parse(file.read_text(encoding="utf-8")):
        line = block.map[0] + 1 if block.map else line
        yield block, line
        yield from ((token, line) for token in block.children or ())


def _anchors(file: Path) -> set[str]:
    """Return the names that a file's headings have on a page, as GitHub and MyST make them, and those given in HTML."""
    anchors: set[str] = set(_IDENTIFIER.findall(file.read_text(encoding="utf-8")))
    in_heading = False
    for token, _ in _tokens(file):
        if token.type == "inline" and in_heading:
            words = "".join(child.content for child in token.children or ())
            slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
            count = sum(1 for anchor in anchors if re.fullmatch(rf"{re.escape(slug)}(-\d+)?", anchor))
            anchors.add(f"{slug}-{count}" if count else slug)
        in_heading = token.type == "heading_open"
    return anchors


def main() -> int:
    """Check the files named on the command line, or all of the project's."""
    named = [Path(name) for name in sys.argv[1:]]
    found = dead_links(named or [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))])
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
