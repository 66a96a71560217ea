"""What an HTML page says of itself: title, site, author, dates and address, from JSON-LD, meta tags and elements.

The vocabularies are schema.org's (JSON-LD and microdata), Open Graph's and Dublin Core's.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tui.articles.article import DateKind, DateSource
from tui.articles.dating import address_date, told_date

_JSON_LD = re.compile(
    r"<script\b[^>]{0,300}?application/ld\+json[^>]{0,300}>(.{1,400000}?)</script\s*>", re.DOTALL | re.IGNORECASE
)
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|.{0,200}?\burl:\s*)(https?://\S+)", re.DOTALL)
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(https?:/?/?.*)", re.DOTALL)
_ARCHIVED = re.compile(r"/web/\d{14}(?:[a-z]{2}_)?/(https?://[^\s\"'<>]+)")
_PUBLISHED = frozenset(
    [
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.issued",
        "dcterms.date",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "originalpublicationdate",
        "cxenseparse:recs:publishtime",
        "article.published",
        "datecreated",
    ]
)
_UPDATED = frozenset(
    ["article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod"]
)
_ARTICLES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "Report",
    "AnalysisNewsArticle",
)
_MOST_OBJECTS = 2_000
_DAY_FIRST = frozenset(
    [
        "en-gb",
        "en-ie",
        "en-au",
        "en-nz",
        "en-in",
        "en-za",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "da",
        "sv",
        "nb",
        "fi",
        "cs",
        "tr",
        "ru",
        "uk",
        "el",
    ]
)
_BY = re.compile(r"\A(?:by|von|par|por|di)\s+", re.IGNORECASE)


@dataclass(slots=True)
class PageFacts:
    """What a page says of itself."""

    titles: list[str] = field(default_factory=list)
    """The most trusted first."""
    headline: str | None = None
    """The only heading of the first level."""
    site: str | None = None
    author: str | None = None
    dates: list[DateSource] = field(default_factory=list)
    address: str | None = None
    """Where the page lay before it was saved or archived."""
    day_first: bool | None = None
    is_free: bool = True
    """Whether it does not say that it is for subscribers."""
    is_live: bool = False
    """Whether it says that it is a live blog."""


def read_facts(page: str, tree: Any, address: str | None) -> PageFacts:
    """Return what `page`, whose tree is `tree`, says of itself; `address` is where it was fetched, if it was."""
    facts = PageFacts()
    told = list(_json_objects(page))
    for thing in told:
        _read_thing(thing, facts)
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        meta.setdefault(name, " ".join((element.get("content") or "").split()))
    _read_meta(meta, facts)
    _read_elements(tree, facts)
    facts.address = _address(page, tree, meta, address)
    facts.day_first = _day_first(tree, facts.address)
    if date := address_date(facts.address):
        facts.dates.append(date)
    return facts


def _json_objects(page: str) -> Iterator[dict[str, Any]]:
    count = 0
    for script in _JSON_LD.finditer(page):
        try:
            waiting: list[Any] = [
                json.loads(script[1].strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
            ]
        except (ValueError, RecursionError):
            continue
        while waiting and count < _MOST_OBJECTS:
            thing = waiting.pop(0)
            count += 1
            if isinstance(thing, list):
                waiting = thing + waiting
            elif isinstance(thing, dict):
                yield thing
                waiting += [thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing]


def _read_thing(thing: dict[str, Any], facts: PageFacts) -> None:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if not any(kind in _ARTICLES for kind in kinds):
        return
    if title := _text(thing.get("headline")) or _text(thing.get("name")):
        facts.titles.append(title)
    facts.author = facts.author or ", ".join(_names(thing.get("author"))) or None
    facts.site = facts.site or next(iter(_names(thing.get("publisher"))), None)
    _add_date(facts, "JSON-LD", thing.get("datePublished") or thing.get("dateCreated"))
    _add_date(facts, "updated", thing.get("dateModified"))
    facts.is_free = facts.is_free and str(thing.get("isAccessibleForFree", True)).lower() not in ("false", "0")
    facts.is_live = facts.is_live or "LiveBlogPosting" in kinds


def _read_meta(meta: dict[str, str], facts: PageFacts) -> None:
    facts.titles += [meta[name] for name in ("og:title", "twitter:title", "dc.title", "headline") if meta.get(name)]
    facts.site = (
        facts.site or meta.get("og:site_name") or meta.get("application-name") or meta.get("dc.publisher") or None
    )
    for name in ("author", "parsely-author", "dc.creator", "article:author", "byl"):
        told = meta.get(name)
        if told and not facts.author and "://" not in told:
            facts.author = _BY.sub("", told)
    for name, told in meta.items():
        if name in _PUBLISHED or name in _UPDATED:
            _add_date(facts, "meta tag" if name in _PUBLISHED else "updated", told)


def _read_elements(tree: Any, facts: PageFacts) -> None:
    headings = [text for element in tree.iter("h1") if (text := _inside(element))]
    facts.headline = headings[0] if len(headings) == 1 else None
    # A publisher's title for searches and shares is often not the one its readers see.
    if facts.headline:
        facts.titles.insert(0, facts.headline)
    facts.titles += [text for element in tree.iter("title") if (text := _inside(element))][:1]
    for element in tree.iter("time"):
        told = element.get("datetime")
        is_own = "pubdate" in element.attrib or element.get("itemprop") == "datePublished"
        if told and (is_own or _stands_by_headline(element)):
            _add_date(facts, "updated" if element.get("itemprop") == "dateModified" else "time element", told)
    for element in tree.iter():
        if facts.author or not isinstance(element.tag, str):
            continue
        words = (element.get("class") or "").split()
        if element.get("rel") == "author" or element.get("itemprop") == "author" or "reader-credits" in words:
            facts.author = _BY.sub("", _inside(element)) or None


def _stands_by_headline(element: Any) -> bool:
    """Say whether a time is the first in the header or article around it that holds the page's headline."""
    around = next((one for one in element.iterancestors("header", "article", "main")), None)
    if around is None or next(around.iter("h1"), None) is None:
        return False
    return next(around.iter("time")) is element


def _address(page: str, tree: Any, meta: dict[str, str], address: str | None) -> str | None:
    """Return where the page lay before somebody archived or saved it."""
    canonical = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    saved = _SAVED_FROM.search(page[:20_000])
    reader = next((e.get("href") for e in tree.iter("a") if "reader-domain" in (e.get("class") or "").split()), None)
    archived = _ARCHIVED.search(page) if "web.archive.org" in page[:50_000] else None
    places = (
        canonical,
        meta.get("og:url"),
        reader,
        saved[1] if saved else None,
        archived[1] if archived else None,
        address,
    )
    for place in places:
        if place and (inner := _WAYBACK.match(place)):
            place = inner[1]
        if place and urlsplit(place).scheme in ("http", "https"):
            return place
    return None


def _day_first(tree: Any, address: str | None) -> bool | None:
    """Return whether the day stands before the month in dates of figures, as the page's language and country tell."""
    root = tree if tree.tag == "html" else next(tree.iter("html"), tree)
    language = (
        (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower().replace("_", "-")
    )
    if language == "en-us":
        return False
    if language in _DAY_FIRST or language.partition("-")[0] in _DAY_FIRST:
        return True
    host = urlsplit(address or "").hostname or ""
    return True if host.endswith((".uk", ".ie", ".au", ".nz", ".in", ".za")) else None


def _add_date(facts: PageFacts, kind: DateKind, told: object) -> None:
    if isinstance(told, str) and (date := told_date(kind, told)):
        facts.dates.append(date)


def _names(value: object, depth: int = 0) -> list[str]:
    if isinstance(value, list) and depth < 3:
        return list(dict.fromkeys(name for one in value[:10] for name in _names(one, depth + 1)))
    name = _text(value.get("name")) if isinstance(value, dict) else _text(value)
    return [_BY.sub("", name)] if name and "://" not in name else []


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _inside(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
