"""Saves articles of articles.yaml as web pages, with Chromium (document and MHTML), Firefox (complete page, reader view) and SingleFile:
`python -m tests.articles.making.save_pages FOLDER`.

The pages are built as publishers build theirs: a magazine whose text stands in two containers with an advertisement and a
picture between, a weblog's template, AMP, a live blog, a copy in a web archive, a consent dialog, a paywall.
"""

import html
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.articles.making.chromium import save_pages, served
from tests.articles.making.firefox import Firefox
from tests.articles.making.print_files import ARTICLES


def block(paragraph: str) -> str:
    text = html.escape(paragraph.removeprefix("## ").removeprefix("!! "), quote=False)
    if paragraph.startswith("## "):
        return f"<h2>{text}</h2>"
    if paragraph.startswith("!! "):
        return f'<figure><img src="reef.png" alt=""><figcaption>{text}</figcaption></figure>'
    return f"<p>{text}</p>"


RELATED = "".join(
    f'<li><a href="/{n}">{words}</a></li>'
    for n, words in enumerate(
        (
            "Fog closes Velmouth airport for a second day",
            "What the new harbour will cost",
            "Why pilots are compulsory only above 5,000 tonnes",
        )
    )
)
FOOT = "<footer><p>© The Velmouth Post 2019. All rights reserved. Registered in Norland, number 40871.</p><a href='/terms'>Terms</a></footer>"
NAV = '<header class="site"><a href="/">The Velmouth Post</a><nav><a href="/news">News</a> <a href="/sport">Sport</a> <a href="/opinion">Opinion</a></nav></header>'


def magazine(article: dict) -> str:
    half = len(article["paragraphs"]) // 2
    first, second = ("".join(map(block, part)) for part in (article["paragraphs"][:half], article["paragraphs"][half:]))
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article["title"],
        "datePublished": "2019-03-08T06:10:00+01:00",
        "dateModified": "2019-03-09T11:00:00+01:00",
        "author": [{"@type": "Person", "name": article["author"]}],
        "publisher": {"@type": "Organization", "name": article["outlet"]},
    }
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{article["title"]} | {article["outlet"]}</title>
<link rel="canonical" href="https://www.velmouthpost.example/2019/03/08/ferry-aground"><script type="application/ld+json">{json.dumps(told)}</script>
<style>.a{{color:red}}</style></head><body>{NAV}<main><div class="story"><h1>{article["title"]}</h1>
<div class="meta">By <a rel="author" href="/petra">{article["author"]}</a> · 8 March 2019</div>
<div class="story-text">{first}</div>
<div class="advert"><p>Advertisement. Fly to the sun from 49 crowns, every day of the week, with Norland Air.</p></div>
<figure><img src="reef.png" alt="The reef"></figure>
<div class="story-text">{second}
<div class="newsletter"><p>Sign up for our morning newsletter, which brings the news of the fjord to you before breakfast.</p><form><input></form></div></div>
<aside class="related"><h3>Related</h3><ul>{RELATED}</ul></aside></div>
<section id="comments"><h3>2 comments</h3><div class="comment"><p>My uncle was on that ship and he says that the crew did everything right.</p></div></section>
</main>{FOOT}</body></html>"""


def weblog(article: dict) -> str:
    return f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>{article["title"]} – {article["outlet"]}</title>
<meta property="og:site_name" content="{article["outlet"]}"><meta property="og:title" content="{article["title"]}">
<meta property="og:url" content="https://norlandnewswire.example/velmouth-budget"><meta name="author" content="{article["author"]}">
<meta property="article:published_time" content="2021-11-24T02:30:00Z"></head><body class="post"><div id="page">
<header id="masthead"><p class="site-title"><a href="/">{article["outlet"]}</a></p></header>
<article class="post type-post"><header class="entry-header"><h1 class="entry-title">{article["title"]}</h1>
<div class="entry-meta">Posted on <time class="entry-date" datetime="2021-11-24T02:30:00Z">November 23, 2021</time> by {article["author"]}</div></header>
<div class="entry-content"><p>VELMOUTH, Norland, Nov. 23, 2021 (Newswire) — {article["paragraphs"][0]}</p>{"".join(map(block, article["paragraphs"][1:]))}
<div class="sharedaddy"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Print</a></li><li><a href="#">E-mail</a></li></ul></div></div></article>
<aside id="secondary"><h2>Recent posts</h2><ul>{RELATED}</ul></aside><footer><p>Proudly powered by a program that many weblogs use.</p></footer></div></body></html>"""


def amp(article: dict) -> str:
    told = {
        "@context": "http://schema.org",
        "@type": "NewsArticle",
        "headline": article["title"],
        "datePublished": "2022-06-14",
        "author": {"@type": "Person", "name": article["author"]},
        "publisher": {"@type": "Organization", "name": article["outlet"]},
    }
    return f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8"><script async src="http://cdn.ampproject.org/v0.js"></script>
<title>{article["title"]}</title><link rel="canonical" href="https://fjordherald.example/health/fever-vaccine"><meta name="viewport" content="width=device-width">
<script type="application/ld+json">{json.dumps(told)}</script><style amp-boilerplate>body{{visibility:hidden}}</style></head><body>
<amp-sidebar id="menu"><ul><li><a href="/">Home</a></li><li><a href="/health">Health</a></li></ul></amp-sidebar>
<article><h1>{article["title"]}</h1><p class="byline">By {article["author"]}</p><amp-img src="a.jpg" width="1" height="1"></amp-img>
{"".join(map(block, article["paragraphs"][:5]))}<amp-ad type="x" width="300" height="250"></amp-ad>{"".join(map(block, article["paragraphs"][5:]))}</article>
<amp-consent id="c"></amp-consent><footer>© Fjord Herald</footer></body></html>"""


LIVE = [
    (
        "2:40 p.m.",
        "2019-03-07T14:40:00+01:00",
        [
            "All passengers of the Brightwater Star have been taken to Velmouth, the coastguard says. The last bus left the harbour of Skarholm a quarter of an hour ago."
        ],
    ),
    (
        "11:05 a.m.",
        "2019-03-07T11:05:00+01:00",
        [
            "The harbour master has closed the northern channel to ships of more than twenty metres.",
            "He says that he does not know when it will be opened again.",
        ],
    ),
    (
        "8:32 a.m.",
        "2019-03-07T08:32:00+01:00",
        ["The owner says that 187 passengers and a crew of 25 were on board and that nobody is missing."],
    ),
]


def live(article: dict) -> str:
    posts = "".join(
        f'<div class="post"><time datetime="{moment}">{shown}</time>{"".join(f"<p>{text}</p>" for text in texts)}</div>'
        for shown, moment, texts in LIVE
    )
    told = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "Ferry aground off Skarholm: as it happened",
        "datePublished": "2019-03-07T08:00:00+01:00",
        "publisher": {"@type": "Organization", "name": article["outlet"]},
    }
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferry aground off Skarholm: as it happened - {article["outlet"]}</title>
<script type="application/ld+json">{json.dumps(told)}</script></head><body>{NAV}<main><article><h1>Ferry aground off Skarholm: as it happened</h1>
<p class="standfirst">A ferry with 212 people on board struck a reef in thick fog. This page told the news of the day as it came in.</p>{posts}</article></main>{FOOT}</body></html>"""


def archived(article: dict) -> str:
    page = weblog(article).replace(
        "https://norlandnewswire.example/",
        "https://web.archive.org/web/20220102030405/https://norlandnewswire.example/2021/11/23/",
    )
    bar = '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><div id="wm-ipp">The archive has 12 captures of this page, from November 2021 to January 2024. <a href="/save">Save it again.</a></div></div><!-- END WAYBACK TOOLBAR INSERT -->'
    return page.replace(
        "<head>", '<head><script src="https://web-static.archive.org/_static/js/bundle-playback.js"></script>'
    ).replace('<body class="post">', f'<body class="post">{bar}')


CONSENT = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Fjord Herald</title></head><body><div role="dialog"><h1>Before you continue to the Fjord Herald</h1>
<p>We and our partners store and/or access information on a device, such as cookies, and process personal data for personalised advertising and content.</p>
<p>You can accept or manage your choices, also where legitimate interest is used, at any time on our privacy policy page. Your choices are told to our 812 partners.</p>
<button>Accept all</button><button>Reject all</button><button>Manage options</button></div></body></html>"""


def paywalled(article: dict) -> str:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article["title"],
        "datePublished": "2022-06-14T08:00:00+02:00",
        "isAccessibleForFree": False,
        "publisher": {"@type": "Organization", "name": article["outlet"]},
    }
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{article["title"]} | {article["outlet"]}</title><script type="application/ld+json">{json.dumps(told)}</script></head><body>
<article><h1>{article["title"]}</h1>{"".join(map(block, article["paragraphs"][:2]))}</article><div class="paywall"><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in. A month costs nine crowns and can be ended at any time.</p></div></body></html>"""


PAGES = {
    "velmouthpost.example/2019/03/08/ferry-aground": magazine(ARTICLES["ferry"]),
    "norlandnewswire.example/velmouth-budget": weblog(ARTICLES["budget"]),
    "fjordherald.example/health/fever-vaccine/amp": amp(ARTICLES["vaccine"]),
    "velmouthpost.example/live/ferry": live(ARTICLES["ferry"]),
    "web.archive.org/web/20220102030405/budget": archived(ARTICLES["budget"]),
    "fjordherald.example/consent": CONSENT,
    "fjordherald.example/paywall": paywalled(ARTICLES["vaccine"]),
}
CHROMIUM = {
    "ferry-chromium.html": "velmouthpost.example/2019/03/08/ferry-aground",
    "ferry-chromium.mhtml": "velmouthpost.example/2019/03/08/ferry-aground",
    "budget-chromium.mhtml": "norlandnewswire.example/velmouth-budget",
    "vaccine-amp-chromium.html": "fjordherald.example/health/fever-vaccine/amp",
    "vaccine-amp-chromium.mhtml": "fjordherald.example/health/fever-vaccine/amp",
    "live-chromium.html": "velmouthpost.example/live/ferry",
    "budget-archive-chromium.html": "web.archive.org/web/20220102030405/budget",
    "consent-chromium.html": "fjordherald.example/consent",
}
FIREFOX = {
    "ferry-firefox.html": "velmouthpost.example/2019/03/08/ferry-aground",
    "budget-firefox.html": "norlandnewswire.example/velmouth-budget",
    "live-firefox.html": "velmouthpost.example/live/ferry",
    "paywall-firefox.html": "fjordherald.example/paywall",
}
READER = {
    "ferry-reader-firefox.html": "velmouthpost.example/2019/03/08/ferry-aground",
    "budget-reader-firefox.html": "norlandnewswire.example/velmouth-budget",
    "live-reader-firefox.html": "velmouthpost.example/live/ferry",
}


SINGLE = {"ferry-singlefile.html": "velmouthpost.example/2019/03/08/ferry-aground"}


def save_as_single_file(address: str, target: Path) -> None:
    words = ["single-file", address, str(target), '--browser-args=["--no-sandbox"]']
    subprocess.run(words, check=True, capture_output=True, timeout=120)


def save_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, served(Path(scratch)) as port:
        for place, page in PAGES.items():
            path = Path(scratch, place.partition("/")[2])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
        save_pages({folder / name: f"http://{place}" for name, place in CHROMIUM.items()}, port)
        for name, place in SINGLE.items():
            save_as_single_file(f"http://127.0.0.1:{port}/{place.partition('/')[2]}", folder / name)
        with Firefox() as firefox:
            for name, place in FIREFOX.items():
                firefox.open("http://" + place.replace("/", f":{port}/", 1))
                firefox.save(folder / name)
            for name, place in READER.items():
                firefox.open_in_reader("http://" + place.replace("/", f":{port}/", 1))
                (folder / name).write_text(firefox.source(), encoding="utf-8")


if __name__ == "__main__":
    save_all(Path(sys.argv[1]))
