"""How documents name a pair, its articles and what the reader said of a detail."""

import re
import unicodedata
from itertools import groupby

from tui.articles.article import Article
from tui.compare.comparison import Comparison
from tui.compare.counting import Counts
from tui.disk.inert import make_inert_line
from tui.notes.note import DetailMark, RightSide

_LONGEST_EVENT = 90
"""An event's name is cut to about this many characters."""

_LONGEST_FILE_NAME = 60

_RIGHTS: dict[RightSide, str] = {
    "left": "the left is right",
    "right": "the right is right",
    "both": "both are right",
    "neither": "neither is right",
}


def pair_title(comparison: Comparison) -> str:
    """Return one line that names the event and both outlets: "Ferry runs aground off Sandholm: Post / Courier"."""
    outlets = [flatten(article.source) for article in (comparison.left, comparison.right) if article.source]
    event = event_title(comparison)
    return f"{event}: {' / '.join(dict.fromkeys(outlets))}" if outlets and outlets != [event] else event


def event_title(comparison: Comparison) -> str:
    """Return what an event is called: the shorter of its two headlines, cut between words where it is long."""
    titles = [title for article in (comparison.left, comparison.right) if (title := _headline(article))]
    if not titles:
        return article_title(comparison.left)
    event = min(titles, key=len)
    return event if len(event) <= _LONGEST_EVENT else event[:_LONGEST_EVENT].rsplit(" ", 1)[0] + " …"


def say_counts(counts: Counts, left: str, right: str) -> list[str]:
    """Return what is counted in words, the sides called by the names given: "8 passages", "no conflicts"."""
    return [
        _number(counts.passages, "passage"),
        _number(counts.details, "differing detail"),
        _number(counts.conflicts, "conflict"),
        *(
            f"only {name} {_number(number, 'sentence')}"
            for name, number in zip((left, right), counts.alone, strict=True)
        ),
    ]


def _number(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def file_stem(comparison: Comparison) -> str:
    """Return a pair's title in plain letters for the name of a file, whole words only; empty where it has none."""
    plain = unicodedata.normalize("NFKD", pair_title(comparison)).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) <= _LONGEST_FILE_NAME:
        return words
    head, cut, _ = words[: _LONGEST_FILE_NAME + 1].rpartition("-")
    return head if cut else words[:_LONGEST_FILE_NAME]


def _headline(article: Article) -> str | None:
    headline = next((article.slice(s) for s in article.sentences if s.kind == "headline"), None)
    return flatten(article.title or headline or "") or None


def article_title(article: Article) -> str:
    """Return what an article is called: its title, else its first headline, else its source."""
    return _headline(article) or flatten(article.source or "Untitled")


def article_paragraphs(article: Article) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of the sentences of each paragraph."""
    numbered = enumerate(article.sentences)
    return tuple(tuple(n for n, _ in held) for _, held in groupby(numbered, key=lambda pair: pair[1].paragraph))


def article_facts(article: Article) -> tuple[str, ...]:
    """Return source, author and date of an article, as far as they are known."""
    facts = (article.source, article.author, say_date(article))
    flat = dict.fromkeys(flatten(fact) for fact in facts if fact)
    return tuple(fact for fact in flat if fact != article_title(article))


def article_address(article: Article) -> str | None:
    """Return the article's URL, if it came from one; a path on somebody's disk stays theirs."""
    return flatten(article.origin) if article.origin.lower().startswith(("http://", "https://")) else None


def say_date(article: Article) -> str | None:
    """Return the day an article was published, "12 May 2015"."""
    day = article.published
    return f"{day.day} {day:%B %Y}" if day else None


def say_verdict(mark: DetailMark | None) -> str:
    """Return what the reader says of a detail, "settled: the left is right"; empty when nothing."""
    if mark is None:
        return ""
    if mark.state != "settled" or mark.correct is None:
        return mark.state
    return f"settled: {_RIGHTS[mark.correct]}"


def flatten(text: str) -> str:
    """Return `text` on one line with single blanks and nothing that a terminal would obey."""
    return make_inert_line(" ".join(text.split()))
