"""Writes the article "harbour" of articles.yaml as Word, OpenDocument, RTF and EPUB files, with LibreOffice, pandoc and
python-docx: `python -m tests.articles.making.write_files FOLDER`.

LibreOffice's files hold headings, a list, a table, a footnote, a text box, a comment, tracked changes and a running head.
"""

import html
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from tests.articles.making.print_files import ARTICLES, convert_with_office, office_text

HERE = Path(__file__).parent
STORY = ARTICLES["harbour"]


def with_office(folder: Path, scratch: Path) -> None:
    template = (HERE / "rich.fodt.txt").read_text(encoding="utf-8")
    blocks = []
    for paragraph in STORY["paragraphs"]:
        text = html.escape(paragraph.lstrip("#!-+^ ").strip(), quote=False)
        if paragraph.startswith("## "):
            blocks.append(f'<text:h text:style-name="Heading_20_2" text:outline-level="2">{text}</text:h>')
        elif paragraph.startswith("- "):
            blocks.append(
                f'<text:list text:style-name="L1"><text:list-item><text:p text:style-name="Standard">{text}</text:p></text:list-item></text:list>'
            )
        elif paragraph.startswith("+ "):
            blocks[-1] = blocks[-1].replace(
                "</text:p>",
                f'<draw:frame draw:style-name="fr1" text:anchor-type="paragraph" svg:width="7cm" svg:height="2cm"><draw:text-box><text:p text:style-name="Standard">{text}</text:p></draw:text-box></draw:frame></text:p>',
            )
        elif paragraph.startswith("^ "):
            blocks[-1] = blocks[-1].replace(
                "</text:p>",
                f'<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p text:style-name="Standard">{text}</text:p></text:note-body></text:note></text:p>',
            )
        else:
            blocks.append(f'<text:p text:style-name="Standard">{text}</text:p>')
    text = "".join(blocks)
    # One word was taken out and another put in; somebody wrote a comment.
    text = text.replace(
        "cost of 86 million",
        'cost of <text:change text:change-id="ct2"/><text:change-start text:change-id="ct1"/>86<text:change-end text:change-id="ct1"/> million',
    )
    text = text.replace(
        "for nine years",
        "for <office:annotation><dc:creator>Bram Holt</dc:creator><dc:date>2020-05-04T10:00:00</dc:date><text:p>Ask the ministry whether it is ten.</text:p></office:annotation>nine years",
    )
    source = scratch / "harbour.fodt"
    source.write_text(
        template.replace("{title}", STORY["title"])
        .replace("{author}", STORY["author"])
        .replace("{outlet}", STORY["outlet"])
        .replace("{blocks}", text),
        encoding="utf-8",
    )
    for kind in ("docx:Office Open XML Text", "odt", "rtf", "epub"):
        made = convert_with_office(source, kind, scratch)
        made.replace(folder / f"harbour-office{made.suffix}")


def with_pandoc(folder: Path, scratch: Path) -> None:
    lines = [f"% {STORY['title']}\n% {STORY['author']}\n% {STORY['published']}\n"]
    notes = []
    for paragraph in STORY["paragraphs"]:
        if paragraph.startswith("^ "):
            lines[-1] += "[^1]"
            notes.append(f"[^1]: {paragraph[2:]}")
        elif paragraph.startswith("+ "):
            lines.append(f"> {paragraph[2:]}")
        else:
            lines.append(paragraph)
    source = scratch / "harbour.md"
    text = "\n\n".join([*lines, *notes]).replace("\n\n- ", "\n- ").replace("\n- ", "\n\n- ", 1)
    source.write_text(text, encoding="utf-8")
    for kind in ("docx", "odt", "rtf", "epub"):
        subprocess.run(["pandoc", "-s", str(source), "-o", str(folder / f"harbour-pandoc.{kind}")], check=True)


def with_python_docx(folder: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading(STORY["title"], 0)
    document.add_paragraph(f"By {STORY['author']}")
    document.add_paragraph("Published 4 May 2020, 10.15 a.m. Updated 4:12 p.m.")
    for paragraph in STORY["paragraphs"]:
        text = paragraph.lstrip("#!-+^ ")
        if paragraph.startswith("## "):
            document.add_heading(text, 2)
        else:
            document.add_paragraph(text, style="List Bullet" if paragraph.startswith("- ") else None)
    told = document.core_properties
    told.created, told.modified = datetime(2018, 4, 2, 9), datetime(2020, 5, 6, 17)
    told.author, told.title = "Owner of the template", "Template for reports"
    document.save(str(folder / "harbour-template.docx"))


def write_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        with_office(folder, Path(scratch))
        with_pandoc(folder, Path(scratch))
        source = Path(scratch, "budget-office.fodt")
        source.write_text(office_text(ARTICLES["budget"], 2), encoding="utf-8")
        for kind in ("docx:Office Open XML Text", "odt", "rtf", "epub"):
            convert_with_office(source, kind, folder)
    with_python_docx(folder)


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
