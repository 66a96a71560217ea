"""Prints the table of docs/articles.md: formats, the programs that made the files, and what was recovered of them.

Run it from the project's folder: `python docs/make_recovered.py`. The files and what is wanted of them lie in
tests/articles/files.
"""

from collections import Counter, defaultdict
from pathlib import Path

import yaml

from tui.articles.load import load_article

FILES = Path(__file__).parents[1] / "tests" / "articles" / "files"
PROGRAMS = {
    "reader": "Firefox, reader view",
    "singlefile": "SingleFile",
    "firefox": "Firefox",
    "office": "LibreOffice",
    "pandoc": "pandoc",
    "template": "python-docx",
    "archive": "Chromium, of a page in a web archive",
}
KINDS = {".eml": "mail", ".mbox": "mailbox", ".html": "saved page", ".mhtml": "page saved as one file"}


def row_of(name: str) -> tuple[str, str]:
    """Return the format of a file and the program that made it."""
    stem, suffix = name.rsplit(".", 1)
    parts = stem.split("-")
    program = next((told for part, told in PROGRAMS.items() if part in parts), "Chromium")
    return KINDS.get("." + suffix, suffix.upper()), "Python's email" if suffix in ("eml", "mbox") else program


def main() -> None:
    """Print the table."""
    facts = yaml.safe_load((FILES / "facts.yaml").read_text(encoding="utf-8"))
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in sorted(FILES.glob("*.wanted")):
        name = path.name.removesuffix(".wanted")
        wanted = Counter(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))
        article = load_article(str(FILES / name))
        got = Counter(article.text[span.start : span.end] for span in article.paragraphs)
        told = counts[row_of(name)]
        told["files"] += 1
        told["wanted"] += wanted.total()
        told["kept"] += (wanted & got).total()
        told["more"] += (got - wanted).total()
        for field in ("title", "author", "published"):
            told[field + " wanted"] += facts[name][field] is not None
            told[field] += facts[name][field] is not None and getattr(article, field) == facts[name][field]
    print("| format | made by | files | paragraphs | besides | title | author | date |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    for (kind, program), told in sorted(counts.items()):
        known = " | ".join(f"{told[field]} of {told[field + ' wanted']}" for field in ("title", "author", "published"))
        paragraphs = f"{told['kept']} of {told['wanted']}"
        print(f"| {kind} | {program} | {told['files']} | {paragraphs} | {told['more']} | {known} |")


if __name__ == "__main__":
    main()
