"""The body of an article in the containers that publishers put it in."""

import pytest

from tui.articles.pages import read_page

TITLE = "Ferry runs aground off Skarholm"
PARAGRAPHS = [
    "A passenger ferry ran aground in heavy fog off the island of Skarholm early on Thursday, the coastguard said.",
    "Nobody was killed, but eleven passengers were treated for hypothermia at the district hospital in Velmouth.",
    "“We heard a noise like a long breath,” said Ilse Marek, a schoolteacher who was travelling with her class.",
    "The vessel struck a reef about 600 metres from the harbour entrance at 5:40 a.m., a first report says.",
    "Its owner said the ship had been carrying 187 passengers and a crew of 25, and that all were accounted for.",
    "Fog had lain over the fjord for three days, and the other line had cancelled all of its sailings.",
    "“It is too early to talk of blame,” the company's chief executive told reporters at the quay.",
    "The transport ministry opened an inquiry within hours and asked for the ship's data recorder.",
    "By noon a thin film of diesel oil had spread over an area of about two square kilometres.",
    "The fire service laid a floating barrier around the stern, and the fish farms moved their cages.",
    "Two tugs from the naval yard were expected to arrive on Friday to pull the vessel free.",
    "The union of seamen called for pilots to be made compulsory on ships of that size too.",
]
TEASER = "Fog closed the airport of Velmouth for a second day on Friday."
NAV = '<div id="header"><a href="/">Home</a> <a href="/news">News</a></div>'
FOOT = '<div id="footer">Copyright The Velmouth Post. All rights reserved.</div>'


def written(paragraphs: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


FIRST, SECOND = written(PARAGRAPHS[:6]), written(PARAGRAPHS[6:])
HEAD = f"<h1>{TITLE}</h1>"
BODIES = {
    "halves around an advertisement": f'<div class="wrap">{HEAD}<div class="text">{FIRST}</div><div class="ad">'
    f'<p>Fly to the sun from 49 crowns a day.</p></div><div class="text">{SECOND}</div></div>',
    "halves in the page's body": f'{HEAD}<div>{FIRST}</div><img src="x.png"><div>{SECOND}</div>',
    "sections of other classes": f'<main>{HEAD}<section class="intro">{FIRST}</section>'
    f'<section class="rest">{SECOND}</section></main>',
    "columns of columns": f'<article>{HEAD}<div class="col"><div>{FIRST}</div></div>'
    f'<div class="col"><div>{SECOND}</div></div></article>',
    "blank lines for paragraphs": f"<article>{HEAD}<div>{'<br><br>'.join(PARAGRAPHS)}</div></article>",
    "a container a paragraph": f"<article>{HEAD}{''.join(f'<div>{text}</div>' for text in PARAGRAPHS)}</article>",
    "a long second part": f'<div class="page">{HEAD}<div class="x">{written(PARAGRAPHS[:2])}</div>'
    f'<div class="x">{written(PARAGRAPHS[2:])}</div></div>',
    "another article below": f"<div>{'<article>' + HEAD + FIRST + SECOND + '</article>'}<article><h2>Other news</h2>"
    f"<p>{TEASER}</p><p>The airport hopes to open again on Saturday, its owner said.</p></article></div>",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_all_of_an_article_is_read_whatever_containers_it_stands_in(body):
    page = f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body>{NAV}{body}{FOOT}</body></html>"
    assert read_page(page, "x.html", None).text.split("\n") == [TITLE, *PARAGRAPHS]


def test_a_box_inside_the_article_is_left_out_and_told():
    body = f'<main><div>{HEAD}{FIRST}<div class="related"><p>{TEASER}</p></div>{SECOND}</div></main>'
    draft = read_page(f"<html><body>{NAV}{body}{FOOT}</body></html>", "x.html", None)
    assert draft.text.split("\n") == [TITLE, *PARAGRAPHS]
    assert draft.left_out == (
        "paragraphs that do not read like the article: Fog closed the airport of Velmouth for a second day …",
    )
    assert draft.warnings == (
        "1 paragraph among those of the article left out as boxes or advertisements; the about box names them",
    )


@pytest.mark.parametrize(
    ("title", "site", "headline", "parted"),
    [
        ("Ferry aground | The Velmouth Post", None, None, ("Ferry aground", "The Velmouth Post")),
        ("Ferry aground - BBC News", None, "Ferry aground", ("Ferry aground", "BBC News")),
        ("Ferry aground - BBC News", "BBC News", None, ("Ferry aground", "BBC News")),
        ("Velmouth Post: News | Ferry aground", None, "Ferry aground", ("Ferry aground", "Velmouth Post")),
        ("Ferry aground – what we know", None, None, ("Ferry aground – what we know", None)),
        ("Ferry aground | what we know so far of it", None, None, ("Ferry aground | what we know so far of it", None)),
        ("A north-south divide", None, None, ("A north-south divide", None)),
    ],
)  # fmt: skip
def test_a_title_is_parted_from_the_name_of_its_site(title, site, headline, parted):
    from tui.articles.titles import part_title

    assert part_title(title, site, headline) == parted
