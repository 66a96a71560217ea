import os
from datetime import date
from pathlib import Path

import pytest

from tui.articles.article import ArticleError
from tui.articles.pairs import bundled_pairs, is_pair_file, load_pair, most_alike_pairs, offered_pairs, read_pair

BRIDGE = "The bridge at Velmouth has closed for a year. Petra Novak of Brightwater said 4,000 people crossed it daily."
AGAIN = "Velmouth's bridge is shut. Some 4,000 people a day used it, said Novak of Brightwater. The council meets."
OTHER = "The orchestra of Halden plays Dvorak on Sunday. Tickets cost 20 crowns, and the hall has 300 seats."


def write(folder, name, text) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def refusal(location: str) -> str:
    with pytest.raises(ArticleError) as caught:
        read_pair(location)
    assert str(caught.value).isprintable()
    return str(caught.value)


def test_a_pair_file_names_its_articles_from_its_own_folder(tmp_path):
    write(tmp_path, "a.txt", BRIDGE)
    write(tmp_path, "b.txt", AGAIN)
    name = write(
        tmp_path,
        "bridge.yaml",
        "title: The bridge\nleft: a.txt\nright:\n  file: b.txt\n  title: Shut\n  source: The Post\n  author: A. Lund\n"
        "  published: 2015-05-13\npublished: 2015-05-12\n",
    )
    pair = read_pair(name)
    assert pair.title == "The bridge"
    left, right = load_pair(pair)
    assert (left.text, left.published) == (BRIDGE, date(2015, 5, 12))
    assert (right.title, right.source, right.author, right.published) == (
        "Shut",
        "The Post",
        "A. Lund",
        date(2015, 5, 13),
    )
    assert load_pair(name) == (left, right)


def test_a_pair_file_may_name_addresses(tmp_path):
    pair = read_pair(write(tmp_path, "web.yaml", "left: https://example.org/a\nright: https://example.org/b"))
    assert pair.left.location == "https://example.org/a"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("left: a.txt", "is no pair file"),
        ("- a.txt\n- b.txt", "is no pair file"),
        ("left: a.txt\nright: b.txt\nleft: c.txt", ":3: 'left' stands here a second time"),
        ("left: a.txt\nright: b.txt\ntitel: x", ":3: unknown key 'titel'; known are title, published, left, right"),
        ("left: a.txt\nright: {file: b.txt, when: 1}", ":2: unknown key 'when'"),
        ("left: a.txt\nright: {title: x}", ":2: names no article"),
        ("left: a.txt\nright:", ":2: names no article"),
        ("left: [a.txt]\nright: b.txt", ":1: left must be a text"),
        ("left: a.txt\nright: b.txt\npublished: 2015-05-32", ":3: 2015-05-32 is no date"),
        ("left: a.txt\nright: b.txt\npublished: May", ":3: published must be a date"),
        ("left: &a a.txt\nright: *a", ":1: anchor"),
        ("left: !!python/name:os.system\nright: b.txt", ":1: tag"),
        ("left: \x1b]52;\nright: b.txt", ":1: not YAML"),
    ],
)
def test_a_mistake_in_a_pair_file_is_told_with_its_line(tmp_path, text, told):
    assert told in refusal(write(tmp_path, "pair.yaml", text))


def test_the_bundled_pair_can_be_loaded():
    pair = bundled_pairs()[0]
    left, right = load_pair(pair)
    assert pair.title == "Kerry in Sochi"
    assert left.published == right.published == date(2015, 5, 12)


def test_a_pair_file_is_known_by_its_name():
    assert is_pair_file("a/b.yaml")
    assert is_pair_file("B.YML")
    assert not is_pair_file("b.txt")
    assert not is_pair_file("https://example.org/b.yaml")


def test_the_most_alike_articles_of_a_folder_come_first(tmp_path):
    for name, text in (("a.txt", BRIDGE), ("b.html", f"<html><body><p>{AGAIN}</p></body></html>"), ("c.txt", OTHER)):
        write(tmp_path, name, text)
    write(tmp_path, "notes.csv", BRIDGE)
    write(tmp_path, ".hidden.txt", BRIDGE)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "folder.txt").mkdir()
    best = most_alike_pairs(str(tmp_path))[0]
    assert [os.path.basename(side.location) for side in (best.left, best.right)] == ["a.txt", "b.html"]
    assert best.likeness is not None
    assert 0.1 < best.likeness <= 1


def test_pair_files_of_a_folder_come_before_what_is_guessed(tmp_path):
    write(tmp_path, "a.txt", BRIDGE)
    write(tmp_path, "b.txt", AGAIN)
    write(tmp_path, "z.yaml", "title: Mine\nleft: b.txt\nright: a.txt")
    write(tmp_path, "theme.yaml", "name: dark")
    assert [pair.title for pair in most_alike_pairs(str(tmp_path))] == ["Mine", None]


def test_one_name_stands_for_a_folder_or_a_pair_file(tmp_path):
    write(tmp_path, "a.txt", BRIDGE)
    write(tmp_path, "b.txt", AGAIN)
    name = write(tmp_path, "z.yaml", "left: b.txt\nright: a.txt")
    assert offered_pairs(name) == (read_pair(name),)
    assert len(offered_pairs(str(tmp_path))) == 2
    with pytest.raises(ArticleError, match="name the other one too"):
        offered_pairs(str(tmp_path / "a.txt"))


def test_a_folder_without_a_pair_is_refused(tmp_path):
    write(tmp_path, "a.txt", BRIDGE)
    with pytest.raises(ArticleError, match="holds no two articles"):
        most_alike_pairs(str(tmp_path))
    with pytest.raises(ArticleError, match="name a folder that can be read"):
        most_alike_pairs(str(tmp_path / "gone"))


def test_the_pair_file_in_the_documentation_is_one(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "articles.md").read_text(encoding="utf-8")
    pair = read_pair(write(tmp_path, "pair.yaml", page.split("```yaml\n")[1].split("```")[0]))
    assert pair.title == "Kerry in Sochi"
    assert pair.right.location == str(tmp_path / "kerry-in-sochi.right.txt")
    assert pair.left.published == pair.right.published == date(2015, 5, 12)
