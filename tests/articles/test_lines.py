from datetime import date

import pytest

from tui.articles.load import load_article, make_article
from tui.disk.paths import shipped_folder

STORY = """Brightwater closes Velmouth bridge
Owner blames winter storms
By Petra Novak in Velmouth
Published: Tuesday, 12 May 2015, 10:20 BST

The bridge at Velmouth has closed. It will stay shut for a year.
Image: Petra Novak.
What happens next
The council will meet on Monday. It has no plan, the mayor said in a long interview.
Why now?
“Nobody knows”
The mayor left. (Reporting was slow.)
(Reporting by Petra Novak; editing by Bram Holt)
"""


def kinds(text: str) -> list[str]:
    article = make_article(text)
    return [sentence.kind for sentence in article.sentences]


def test_each_line_of_an_article_is_known_for_what_it_is():
    article = make_article(STORY)
    assert [(s.kind, article.slice(s)) for s in article.sentences if s.kind != "prose"] == [
        ("headline", "Brightwater closes Velmouth bridge"),
        ("headline", "Owner blames winter storms"),
        ("byline", "By Petra Novak in Velmouth"),
        ("dateline", "Published: Tuesday, 12 May 2015, 10:20 BST"),
        ("caption", "Image: Petra Novak."),
        ("headline", "What happens next"),
        ("byline", "(Reporting by Petra Novak; editing by Bram Holt)"),
    ]


def test_the_lines_tell_title_date_and_author():
    article = make_article(STORY)
    assert article.title == "Brightwater closes Velmouth bridge"
    assert article.published == date(2015, 5, 12)
    assert article.author == "Petra Novak"


def test_what_is_given_counts_more_than_what_the_lines_tell():
    article = make_article(STORY, title="The bridge", published=date(2015, 5, 13), author="A desk")
    assert (article.title, article.published, article.author) == ("The bridge", date(2015, 5, 13), "A desk")


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday, 12 May 2015",
        "12 May 2015",
        "May 12, 2015",
        "Tue May 12, 2015 10:20am EDT",
        "12th May 2015",
        "Sept. 6, 2014",
        "2015-05-12",
        "2015-05-12T10:20:00Z",
        "Last updated: May 12, 2015, 10:20 GMT",
        "updated 5/12/2015 2:48:40 PM ET",
        "updated 11/23/2007 6:15:20 PM ET",
        "Velmouth, 12 May 2015",
        "12 May 2015 | 3 min read",
        "VELMOUTH, 12 May 2015 — Updated at 5 p.m.",
        "12 May 2015 – The Velmouth Evening Courier",
        "Updated at 10:55 p.m. ET",
    ],
)
def test_a_line_that_is_a_date_is_a_dateline(line):
    assert kinds(f"The bridge shuts\n{line}\nThe bridge at Velmouth has closed.") == ["headline", "dateline", "prose"]


@pytest.mark.parametrize(
    "line",
    [
        "VELMOUTH, 12 May 2015 — The bridge shut on Monday.",
        "12 May 2015 – Who will mend the bridge?",
        "May 12, 2015 | “The bridge has had its day.”",
    ],
)
def test_a_short_sentence_behind_a_date_is_news(line):
    article = make_article(line)
    assert [sentence.kind for sentence in article.sentences] == ["prose"] and article.published == date(2015, 5, 12)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("VELMOUTH, May 12, 2015 (Newswire) - The bridge shut.", date(2015, 5, 12)),
        ("VELMOUTH, Norland, 12 May 2015 — The bridge shut.", date(2015, 5, 12)),
        ("VELMOUTH, May 12 (Newswire) - The bridge shut.", None),
        ("The bridge that opened on May 12, 2001 - a Saturday - has shut.", None),
        ("On 12 May 2001 the bridge opened.", None),
        ("31 February 2015\nThe bridge shut.", None),
        ("05/12/2015\nThe bridge shut.", None),
        ("19/12/2005\nThe bridge shut.", date(2005, 12, 19)),
    ],
)
def test_a_date_is_taken_only_where_it_dates_the_article(line, day):
    assert make_article(line + "\nIt will stay shut.").published == day


@pytest.mark.parametrize(
    "line",
    [
        "The bridge has shut.",
        "The mayor said:",
        "and then it rained",
        "• Five hurt",
        "Why now?",
        "“Nobody knows”",
        "(more)",
    ],
)
def test_a_line_between_paragraphs_that_may_be_a_sentence_is_prose(line):
    assert (
        kinds(f"The bridge has shut.\n{line}\nThe council will meet on Monday to talk about it at length.")[1]
        == "prose"
    )


def test_a_text_of_headlines_only_is_prose():
    assert kinds("The bridge shuts") == ["prose"]
    assert kinds("The bridge shuts\nThe council meets") == ["prose", "prose"]


def test_the_bundled_pair_is_read_as_its_readers_do():
    seeds = shipped_folder("seeds")
    left, right = (load_article(str(seeds / f"kerry-in-sochi.{side}.txt")) for side in ("left", "right"))
    assert left.published == date(2015, 5, 12)
    assert left.title is not None
    assert left.title.startswith("US Secretary of State John Kerry has said")
    assert [s.kind for s in left.sentences[:3]] == ["dateline", "headline", "prose"]
    assert right.title is None
    assert {s.kind for s in right.sentences} == {"prose"}
    assert (len(left.sentences), len(right.sentences)) == (21, 14)


@pytest.mark.parametrize("line", ["Halvik, March 5", "New Sandholm, 5 March 2024", "Vellin, Tuesday 5 March 2024"])
def test_a_place_and_a_day_above_the_text_are_a_dateline(line):
    article = make_article(f"Storm hits the coast\n\n{line}\n\nEleven people were hurt on Monday. The mayor spoke.")
    assert [sentence.kind for sentence in article.sentences][:2] == ["headline", "dateline"]


@pytest.mark.parametrize("line", ["Petra Lund, March 5 winner", "In March, 5 men", "Halvik, a town of 5"])
def test_what_tells_more_than_a_place_and_a_day_is_none(line):
    article = make_article(f"Storm hits the coast\n\n{line}\n\nEleven people were hurt on Monday. The mayor spoke.")
    assert article.sentences[1].kind != "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "Halvik, 5 March 2023. By Petra Lund.",
        "Halvik, 5 March 2023. By Petra Lund",
        "Halvik, March 5, 2023, By Petra Lund",
        "5 March 2023 | By Petra Lund",
    ],
)
def test_a_place_a_date_and_a_byline_in_one_line_are_no_news_and_tell_author_and_day(line):
    article = make_article(f"Storm hits the coast\n\n{line}\n\nEleven people were hurt on Monday. The mayor spoke.")
    news = [article.text[s.start : s.end] for s in article.sentences if s.kind == "prose"]
    assert news == ["Eleven people were hurt on Monday.", "The mayor spoke."]
    assert (article.author, article.published) == ("Petra Lund", date(2023, 3, 5))


def test_a_sentence_that_begins_with_by_behind_a_date_is_told():
    article = make_article(
        "Storm hits the coast\n\nIt struck on 5 March 2023. By Friday all were safe.\n\nThe mayor spoke."
    )
    assert [sentence.kind for sentence in article.sentences] == ["headline", "prose", "prose", "prose"]
