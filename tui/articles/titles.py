"""A page's title without the name of its site: "Ferry runs aground | The Velmouth Post"."""

import re

_BAR = re.compile(r"\s+[|·•»–—-]+\s+|\s*\|\s*|\s::\s")
_MOST_SITE_WORDS = 5
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "the",
        "to",
        "with",
        "&",
        "de",
        "la",
        "le",
        "der",
        "die",
        "das",
        "und",
    ]
)


def part_title(title: str, known: str | None = None, headline: str | None = None) -> tuple[str, str | None]:
    """Return a title without its site's name, and that name if it was in the title.

    Parameters
    ----------
    title
        What the page or file calls itself.
    known
        The site's name, if the page tells it elsewhere.
    headline
        The headline that stands in the text, if one is known for certain.
    """
    title = " ".join(title.split())
    parts = _BAR.split(title)
    if len(parts) == 1:
        return title, None
    bars = list(_BAR.finditer(title))
    if known and _same(parts[-1], known):
        return _before(title, bars[-1]), parts[-1]
    if known and _same(parts[0], known):
        return title[bars[0].end() :], parts[0]
    if headline:
        for bar in bars:
            if _same(title[: bar.start()], headline):
                rest = title[bar.end() :]
                site = _BAR.split(rest)[-1]
                return title[: bar.start()], site if _is_name(site) else None
            if _same(title[bar.end() :], headline) and _is_name(title[: bar.start()]):
                return title[bar.end() :], title[: bar.start()].partition(":")[0]
    # A dash stands in headlines too; a bar does not.
    before = _before(title, bars[-1])
    is_shorter = len(parts[-1].split()) < len(before.split())
    if "|" in bars[-1][0] and _is_name(parts[-1]) and (is_shorter or not _is_name(before)):
        return before, parts[-1]
    return title, None


def _before(title: str, bar: re.Match[str]) -> str:
    return title[: bar.start()]


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other) != ""


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _is_name(text: str) -> bool:
    """Say whether `text` is short and every word of weight in it begins with a capital letter or digit."""
    words = text.split()
    return 0 < len(words) <= _MOST_SITE_WORDS and all(
        word[0].isupper() or word[0].isdecimal() or word.lower() in _SMALL or "." in word.strip(".") for word in words
    )
