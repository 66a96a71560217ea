from tests.articles.server import PAGE
from tui.articles.load import load_article
from tui.articles.revision import is_revision
from tui.disk.paths import shipped_folder

FIRST = (
    "The bridge at Velmouth has closed for a year, its owner said on Monday. Some 40 people crossed it every hour. "
    "The council will meet on Tuesday to talk about a ferry. Nobody was hurt when the pier cracked in January."
)


def test_an_edited_text_is_a_revision():
    later = FIRST.replace("40 people", "60 people") + " A spokesman for the owner declined to comment on the cost."
    assert is_revision(FIRST, later)


def test_the_same_text_is_a_revision():
    assert is_revision(FIRST, FIRST)
    assert is_revision("Yes.", "Yes.")


def test_a_shortened_text_is_a_revision():
    assert is_revision(FIRST, FIRST[:110])


def test_two_reports_of_one_event_are_no_revision():
    seeds = shipped_folder("seeds")
    left, right = (load_article(str(seeds / f"kerry-in-sochi.{side}.txt")).text for side in ("left", "right"))
    assert not is_revision(left, right)


def test_texts_too_short_to_tell_are_no_revision():
    assert not is_revision("The bridge closes", "The bridge reopens")
    assert not is_revision("", FIRST)


def test_two_snapshots_of_one_page_are_a_revision(tmp_path):
    later = PAGE.replace("4,000 people", "4,200 people").replace(
        "</article>", "<p>A ferry began on Sunday.</p></article>"
    )
    texts = []
    for name, page in (("monday.html", PAGE), ("tuesday.html", later)):
        (tmp_path / name).write_text(page, encoding="utf-8")
        texts.append(load_article(str(tmp_path / name)).text)
    assert texts[0] != texts[1]
    assert is_revision(*texts)
