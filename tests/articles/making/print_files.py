"""Prints the articles of articles.yaml in one, two and three columns, with Chromium, Firefox and LibreOffice.

Run it with a folder: `python print_files.py FOLDER`. It needs the three programs, and writes beside each file the
paragraphs that a reader of it should get, one a line (`NAME.wanted`).
"""

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from tests.articles.making.chromium import print_page, served
from tests.articles.making.firefox import Firefox

HERE = Path(__file__).parent
ARTICLES = yaml.safe_load((HERE / "articles.yaml").read_text(encoding="utf-8"))
_LONG_WORD = re.compile(r"\b([a-z]{4})([a-z]{4,})\b")

STYLE = """
@page {{ size: {paper}; margin: 22mm 16mm; {head} }}
body {{ font: {size} {font}; margin: 0; text-align: {align}; hyphens: manual; }}
h1 {{ font-size: 2em; line-height: 1.1; text-align: left; margin: 0 0 8pt; }} h2 {{ font-size: 1.15em; margin: 8pt 0 4pt; }}
.text {{ columns: {columns}; column-gap: 7mm; }} p {{ margin: {gap}; text-indent: {indent}; }}
figcaption {{ font-size: .8em; font-style: italic; }} figure {{ margin: 6pt 0; border-top: 40pt solid #ccc; break-inside: avoid; }}
"""


def page(article: dict, **look: str) -> str:
    """Return an article as an HTML page to be printed; look["hyphens"] puts soft hyphens into its long words."""
    look = {"paper": "A4", "size": "11pt", "font": "Liberation Serif", "align": "left", "columns": "1", "gap": "0 0 7pt",
            "indent": "0", "head": "", "hyphens": "", **look}  # fmt: skip
    soft = (lambda text: _LONG_WORD.sub("\\1&shy;\\2", text)) if look["hyphens"] else (lambda text: text)
    blocks = []
    for paragraph in article["paragraphs"]:
        mark, text = paragraph[:3], soft(html.escape(paragraph.removeprefix("## ").removeprefix("!! "), quote=False))
        shape = {"## ": "<h2>{}</h2>", "!! ": "<figure><figcaption>{}</figcaption></figure>"}.get(mark, "<p>{}</p>")
        blocks.append(shape.format(text))
    return (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{article["title"]} | {article["outlet"]}</title>'
        f"<style>{STYLE.format(**look)}</style><body><h1>{article['title']}</h1>"
        f'<p class="by">By {article["author"]}</p><div class="text">{"".join(blocks)}</div></body></html>'
    )


def wanted(article: dict) -> str:
    """Return the paragraphs of an article, one a line."""
    lines = (paragraph.removeprefix("## ").removeprefix("!! ") for paragraph in article["paragraphs"])
    return "\n".join((article["title"], f"By {article['author']}", *lines)) + "\n"


_RUNNING_HEAD = (
    '@top-left { content: "THE VELMOUTH POST"; font-size: 8pt; } @top-right { content: "Friday, March 8, 2019"; font-size: 8pt; }'
    "@bottom-center { content: counter(page); font-size: 8pt; }"
)
CHROMIUM = {
    "one": {"browser_head": True, "paper": "A5"},
    "two": {"columns": "2", "align": "justify", "gap": "0", "indent": "4mm", "hyphens": "yes", "size": "10pt",
            "paper": "160mm 210mm", "head": _RUNNING_HEAD},
    "three": {"columns": "3", "align": "justify", "gap": "0", "indent": "3mm", "hyphens": "yes", "size": "9pt",
              "paper": "letter", "font": "Liberation Sans", "browser_head": True},
}  # fmt: skip


def office_text(article: dict, columns: int) -> str:
    """Return an article as a flat OpenDocument text: running head, page numbers, justified, hyphenated."""
    escape = html.escape
    blocks = [f'<text:h text:style-name="T" text:outline-level="1">{escape(article["title"])}</text:h>',
              f'<text:p text:style-name="B">By {article["author"]}</text:p>']  # fmt: skip
    inside = []
    for paragraph in article["paragraphs"]:
        style = {"## ": "H", "!! ": "C"}.get(paragraph[:3], "P")
        text = escape(paragraph.removeprefix("## ").removeprefix("!! "), quote=False)
        inside.append(
            f'<text:h text:style-name="H" text:outline-level="2">{text}</text:h>'
            if style == "H"
            else f'<text:p text:style-name="{style}">{text}</text:p>'
        )
    section = f'<text:section text:style-name="S" text:name="body">{"".join(inside)}</text:section>'
    template = (HERE / "office.fodt.txt").read_text(encoding="utf-8")
    return (
        template.replace("{columns}", str(columns))
        .replace("{outlet}", escape(article["outlet"]))
        .replace("{title}", escape(article["title"]))
        .replace("{blocks}", "".join(blocks) + section)
    )


def with_mirrored_heads(text: str) -> str:
    """Return a flat OpenDocument text with gaps instead of indents, type with ligatures, and other heads on left pages."""
    number = '<text:page-number text:select-page="current">1</text:page-number>'
    head = f"<style:header-left><text:p>{number} NEWS OF THE FJORD</text:p></style:header-left><style:footer>"
    for old, new in (
        ('fo:text-indent="0.5cm"', 'fo:margin-bottom="0.25cm"'),
        ("Liberation Serif", "DejaVu Sans"),
        ('fo:page-height="20cm"', 'fo:page-height="16cm"'),
        ('fo:font-size="11pt"', 'fo:font-size="9pt"'),
        ("<style:footer>", head),
    ):
        text = text.replace(old, new)
    return text


def convert_with_office(source: Path, kind: str, folder: Path) -> Path:
    """Convert a document as LibreOffice exports it; return the new file."""
    subprocess.run(
        ["soffice", "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{source.stem}.{kind.partition(':')[0]}"


def print_all(folder: Path) -> None:
    """Print every article in every way into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, Firefox() as firefox, served(Path(scratch)) as port:
        for name, article in ARTICLES.items():
            day = f"{article['published']:%Y/%m/%d}"
            for way, look in CHROMIUM.items():
                look = dict(look)
                browser_head = bool(look.pop("browser_head", False))
                source = Path(scratch, day, f"{name}-{way}")
                source.parent.mkdir(parents=True, exist_ok=True)
                source.write_text(page(article, **look), encoding="utf-8")
                address = f"http://news.example/{day}/{source.name}"
                print_page(address, folder / f"{name}-chromium-{way}.pdf", port, browser_head)
                if way != "three":
                    firefox.open(f"http://127.0.0.1:{port}/{day}/{source.name}")
                    (folder / f"{name}-firefox-{way}.pdf").write_bytes(firefox.print())
            for columns, way in ((1, "one"), (2, "two"), (3, "three")):
                source = Path(scratch, f"{name}-office-{way}.fodt")
                text = office_text(article, columns)
                source.write_text(with_mirrored_heads(text) if way == "three" else text, encoding="utf-8")
                convert_with_office(source, "pdf", folder)
            for file in folder.glob(f"{name}-*.pdf"):
                file.with_suffix(".wanted").write_text(wanted(article), encoding="utf-8")


if __name__ == "__main__":
    print_all(Path(sys.argv[1]))
