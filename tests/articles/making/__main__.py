"""Makes the documents in tests/articles/files with the programs people use: `python -m tests.articles.making`.

It needs Chromium, Firefox, LibreOffice, pandoc, SingleFile's command line, and python-docx and Pillow beside the packages of the tests. The paragraphs that a
reader of each file should get are written beside it (`NAME.wanted`), from articles.yaml, never from what the program read.
What each file tells of itself stands in facts.yaml, written by hand.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.articles.making import print_files, save_pages, send_mails, write_files
from tests.articles.making.print_files import ARTICLES

FILES = Path(__file__).parents[1] / "files"
PRINTED = (
    "ferry-chromium-two", "budget-chromium-one", "vaccine-chromium-three", "ferry-firefox-two", "budget-firefox-one",
    "ferry-office-two", "budget-office-one", "vaccine-office-one", "vaccine-office-three",
)  # fmt: skip


def lines(name: str) -> list[str]:
    return [paragraph.lstrip("#!-+^ ") for paragraph in ARTICLES[name]["paragraphs"]]


def harbour(notes_last: bool, head: list[str], without_box_place: bool = False) -> list[str]:
    """Return the paragraphs of the article with a note and a text box, which may stand at the end."""
    told, boxes, notes = [], [], []
    for paragraph in ARTICLES["harbour"]["paragraphs"]:
        text = paragraph.lstrip("#!-+^ ")
        if paragraph.startswith("^ ") and notes_last:
            notes.append(text)
        elif paragraph.startswith("+ ") and without_box_place:
            boxes.append(text)
        else:
            told.append(text)
    return [*head, *told, *boxes, *notes]


def wanted_pages() -> dict[str, list[str]]:
    ferry, budget, vaccine = ([ARTICLES[name]["title"], *lines(name)] for name in ("ferry", "budget", "vaccine"))
    budget[1] = f"VELMOUTH, Norland, Nov. 23, 2021 (Newswire) — {budget[1]}"
    half = len(ARTICLES["ferry"]["paragraphs"]) // 2
    reader = [
        *ferry[: half + 1],
        "Advertisement. Fly to the sun from 49 crowns, every day of the week, with Norland Air.",
        *ferry[half + 1 :],
        "Sign up for our morning newsletter, which brings the news of the fjord to you before breakfast.",
    ]
    live = [
        "Ferry aground off Skarholm: as it happened",
        "A ferry with 212 people on board struck a reef in thick fog. This page told the news of the day as it came in.",
        *(line for shown, _, texts in save_pages.LIVE for line in (shown, *texts)),
    ]
    told = {}
    for name in (*save_pages.CHROMIUM, *save_pages.FIREFOX, *save_pages.READER, *save_pages.SINGLE):
        whole = {"ferry": ferry, "budget": budget, "vaccine": vaccine, "live": live, "paywall": vaccine[:3]}.get(
            name.partition("-")[0]
        )
        if name == "ferry-reader-firefox.html":
            whole = reader
        told[name] = whole or [
            "Before you continue to the Fjord Herald",
            "We and our partners store and/or access information on a device, such as cookies, and process personal data for personalised advertising and content.",
            "You can accept or manage your choices, also where legitimate interest is used, at any time on our privacy policy page. Your choices are told to our 812 partners.",
        ]
    return told


def wanted_texts() -> dict[str, list[str]]:
    story = ARTICLES["harbour"]
    title, by, pandoc = (
        story["title"],
        f"By {story['author']}",
        [story["title"], story["author"], str(story["published"])],
    )
    curly = [line.replace("'", "’") for line in harbour(True, pandoc)]
    told = {f"harbour-office.{kind}": harbour(True, [title]) for kind in ("docx", "odt", "epub")}
    told["harbour-office.rtf"] = harbour(True, [title], without_box_place=True)
    # LibreOffice writes what was deleted into its EPUB like any other text, and a text box before its paragraph.
    told["harbour-office.epub"][1] = told["harbour-office.epub"][1].replace("86 million", "6886 million")
    box = next(line for line in told["harbour-office.epub"] if "asked the seals" in line)
    told["harbour-office.epub"].remove(box)
    told["harbour-office.epub"].insert(3, box)
    told |= {f"harbour-pandoc.{kind}": curly for kind in ("docx", "odt", "epub", "rtf")}
    budget = [ARTICLES["budget"]["title"], f"By {ARTICLES['budget']['author']}", *lines("budget")]
    told |= {f"budget-office.{kind}": budget for kind in ("docx", "odt", "rtf", "epub")}
    told["harbour-template.docx"] = harbour(False, [title, by, "Published 4 May 2020, 10.15 a.m. Updated 4:12 p.m."])
    return told


def odd_files(scratch: Path) -> None:
    """Make a scanned page, a mixed file and one that needs a password."""
    from PIL import Image, ImageDraw

    picture = Image.new("L", (600, 300), 255)
    ImageDraw.Draw(picture).text((40, 40), "The ferry ran aground off Skarholm.", fill=0)
    picture.save(FILES / "scan.pdf")
    source = scratch / "locked.fodt"
    source.write_text(print_files.office_text(ARTICLES["vaccine"], 1), encoding="utf-8")
    key = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"reef"}}'
    command = [
        "soffice",
        "--headless",
        "--convert-to",
        f"pdf:writer_pdf_Export:{key}",
        "--outdir",
        str(FILES),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def main() -> None:
    FILES.mkdir(exist_ok=True)
    for old in FILES.iterdir():
        if old.name != "facts.yaml":
            old.unlink()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        print_files.print_all(folder / "printed")
        for name in PRINTED:
            for suffix in (".pdf", ".wanted"):
                shutil.copy(
                    folder / "printed" / (name + suffix),
                    FILES / (name + (".pdf.wanted" if suffix == ".wanted" else suffix)),
                )
        write_files.write_all(FILES)
        send_mails.write_all(FILES)
        save_pages.save_all(folder / "pages")
        for path in (folder / "pages").glob("*.*ml"):
            shutil.copy(path, FILES)
        odd_files(folder)
    mails = {path.name: lines(path.name.partition("-")[0]) for path in FILES.glob("*.eml")}
    mails |= {path.name: lines(path.name.partition("-")[0]) for path in FILES.glob("*.mbox")}
    for name, paragraphs in (wanted_pages() | wanted_texts() | mails).items():
        (FILES / f"{name}.wanted").write_text("\n".join(paragraphs) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
