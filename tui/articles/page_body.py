"""The body of an article in a page: what was found of it compared with what the page's main part holds.

Extraction by itself loses what stands in a second container after a picture or an advertisement. So every block of the
page's main part is looked at again: what reads like the article is taken in where it stands, and the rest is named.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from tui.articles.page_blocks import Block
from tui.disk.tables import read_table

_FULL_STOP = re.compile(r"[.!?…:。！？][\"”’')\]]*\Z")
_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "form", "button", "select", "dialog", "menu"})
_HEADINGS = frozenset({"h2", "h3", "h4"})
_FEWEST_WORDS = 6
_MOST_LINKED = 0.5
_LEAST_MATCHED = 0.8
_MOST_BESIDE = 0.2
_LONGEST_ABOVE = 120
_FEWEST_POSTS = 3
"""So many posts with a time each make a live blog."""


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of an article, and what stands between them and is not in them."""

    lines: tuple[str, ...]
    added: int = 0
    """How many lines extraction had lost."""
    above: tuple[str, ...] = ()
    """The short lines between the headline and the first line: who wrote it and when."""
    left_out: tuple[str, ...] = ()
    """The first words of blocks of prose that are not the article's."""


def complete_body(found: list[str], blocks: list[Block], is_live: bool) -> Body:
    """Return the lines of an article: those `found` by extraction and what else of the page's `blocks` belongs to it.

    In a live blog, as which `is_live` or the times of several posts tell it, each time is a line of its own.
    """
    kept = _matched(found, blocks)
    if not kept or len(kept) < _LEAST_MATCHED * len(found):
        return Body(tuple(found))
    main = _main_part([blocks[at].element for at in kept])
    beside = _beside(kept, blocks, main)
    kept -= beside
    inside = [at for at, block in enumerate(blocks) if _is_inside(block.element, main)]
    first, last = min(kept), max(kept)
    added, left_out = set(), []
    shapes = Counter(_shape(blocks[at].element) for at in kept if _is_prose(blocks[at]))
    for at in inside:
        block = blocks[at]
        if at in kept:
            continue
        if _is_caption(block) and first < at < last:
            added.add(at)
        if not _is_prose(block):
            continue
        is_aside = at in beside or _is_aside(block.element, main)
        # Before the first line stands the standfirst at most, which looks otherwise and is missed by nobody.
        if (
            not is_aside
            and at > first
            and (at < last or _shape(block.element) in shapes or _is_paragraph(block.element))
        ):
            added.add(at)
        elif len(block.text.split()) > _FEWEST_WORDS:
            left_out.append(block.text)
    chosen = sorted(kept | added | _headings(blocks, kept | added, inside, main))
    lines = [blocks[at].text for at in chosen]
    lines = list(_with_times([blocks[at] for at in chosen], lines, is_live))
    return Body(tuple(lines), len(added), tuple(_above(blocks, kept)), tuple(left_out))


def _is_prose(block: Block) -> bool:
    """Say whether a block is a sentence or more, and no list of links."""
    words = len(block.text.split())
    is_linked = block.linked > _MOST_LINKED * len(block.text)
    return words >= _FEWEST_WORDS and bool(_FULL_STOP.search(block.text)) and not is_linked


def _beside(kept: set[int], blocks: list[Block], main: Any) -> set[int]:
    """Return the blocks among those found that lie in a part beside the article, if they are few."""
    beside = {at for at in kept if _is_aside(blocks[at].element, main)}
    letters = {at: len(blocks[at].text) for at in kept}
    return beside if sum(letters[at] for at in beside) <= _MOST_BESIDE * sum(letters.values()) else set()


def _is_caption(block: Block) -> bool:
    return any(one.tag == "figcaption" for one in (block.element, *block.element.iterancestors("figcaption"))) and (
        len(block.text.split()) >= _FEWEST_WORDS
    )


def _matched(found: list[str], blocks: list[Block]) -> set[int]:
    """Return the numbers of the blocks that extraction found."""
    lines = Counter(map(_plain, found))
    whole = "\n".join(lines)
    kept = set()
    for at, block in enumerate(blocks):
        plain = _plain(block.text)
        if lines[plain]:
            lines[plain] -= 1
            kept.add(at)
        elif len(plain) > 40 and plain in whole and plain not in lines:
            kept.add(at)
    return kept


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _main_part(elements: list[Any]) -> Any:
    """Return the smallest element that holds nearly all of `elements`, or the article or main part around that."""
    counts = Counter(around for element in elements for around in (element, *element.iterancestors()))
    enough = [element for element, count in counts.items() if count >= 0.9 * len(elements)]
    smallest = max(enough, key=lambda element: sum(1 for _ in element.iterancestors()))
    for around in (smallest, *smallest.iterancestors()):
        if around.tag in ("article", "main") or around.get("role") == "main" or around.get("itemprop") == "articleBody":
            outer = next((one for one in around.iterancestors("article", "main")), None)
            return outer if around.get("itemprop") and outer is not None else around
    parent = smallest.getparent()
    return parent if parent is not None and parent.tag not in ("body", "html") else smallest


def _is_inside(element: Any, main: Any) -> bool:
    return element is main or any(around is main for around in element.iterancestors())


def _is_aside(element: Any, main: Any) -> bool:
    """Say whether an element lies in a part of `main` that is beside the article: advertisements, links, comments."""
    for around in (element, *element.iterancestors()):
        if around is main:
            return False
        if around.tag in _ASIDE_TAGS or around.tag in ("article", "figcaption", "figure"):
            return True
        if _aside().search(f"{around.get('class') or ''} {around.get('id') or ''} {around.get('role') or ''}"):
            return True
    return False


@cache
def _aside() -> re.Pattern[str]:
    rows = read_table(Path(__file__).with_name("page_words.tsv"))
    words = "|".join(re.escape(words).replace(r"\*", r"\w*") for kind, words in rows if kind == "aside")
    return re.compile(rf"(?:\b|_)(?:{words})(?:\b|_)", re.IGNORECASE)


def _shape(element: Any) -> tuple[str, str]:
    parent = element.getparent()
    return element.tag, (parent.get("class") or parent.tag) if parent is not None else ""


def _is_paragraph(element: Any) -> bool:
    return bool(element.tag == "p")


def _above(blocks: list[Block], kept: set[int]) -> Iterator[str]:
    """Yield the short lines between the page's headline and the first block under it that is kept."""
    first = min((at for at in kept if blocks[at].element.tag != "h1"), default=0)
    headline = next((at for at in range(first - 1, -1, -1) if blocks[at].element.tag == "h1"), first)
    for block in blocks[headline + 1 : first]:
        if len(block.text) <= _LONGEST_ABOVE:
            yield block.text


def _headings(blocks: list[Block], chosen: set[int], inside: list[int], main: Any) -> set[int]:
    """Return the headings that stand over a chosen block and under another one."""
    first = min(chosen)
    return {
        at
        for at, following in pairwise(inside)
        if first < at and following in chosen and at not in chosen
        and blocks[at].element.tag in _HEADINGS and not _is_aside(blocks[at].element, main)
    }  # fmt: skip


def _with_times(blocks: list[Block], lines: list[str], is_live: bool) -> Iterator[str]:
    """Yield the lines, and in a live blog before each post the time that its container tells."""
    times = [_time_of(block.element) for block in blocks]
    is_live = is_live or len({id(time) for time in times if time is not None}) >= _FEWEST_POSTS
    told = None
    for time, line in zip(times, lines, strict=True):
        if is_live and time is not None and time is not told:
            told = time
            words = " ".join("".join(time.itertext()).split()) or time.get("datetime") or ""
            if words and words not in line:
                yield words
        yield line


def _time_of(element: Any) -> Any:
    """Return the time of the post that an element belongs to: the only one of the smallest container that has any."""
    for around in element.iterancestors():
        times = list(around.iter("time"))
        if times:
            return times[0] if len(times) == 1 else None
    return None
