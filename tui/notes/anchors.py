"""Where a note holds on to an article, and finding that place again after the article has changed.

An anchor is what the W3C Web Annotation model calls a TextQuoteSelector (the quote with what stands before and after
it) together with a TextPositionSelector (its offsets): https://www.w3.org/TR/annotation-model/#selectors. Offsets
are the program's own: code points of the article's text, end exclusive.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tui.articles.article import Article, Side, Span

CONTEXT = 40
"""How many characters before and after the quote an anchor keeps."""

Finding = Literal["exact", "moved", "changed", "orphaned"]
"""How an anchor was found: at its offsets; elsewhere, word for word; by the closest match; not at all."""

LIKENESS_BAR = 0.75
"""A changed quote, read with its context, must be at least this alike to count as found: 0 to 1, by
`rapidfuzz.fuzz.ratio`. Unrelated sentences of news seldom pass 0.6."""

QUOTE_BAR = 0.6
"""The changed quote alone must be at least this alike, unless its context is as good as unchanged."""

SURE_CONTEXT = 0.9
"""A context this alike finds its place whatever stands there now: "Eight" may have become "Ten"."""

TELLING_LENGTH = 40
"""A quote at least this long is found by its words alone; a shorter one ("he", "6,000") needs its context too."""

CONTEXT_BAR = 0.6
"""How alike its context must be around a short quote that moved, 0 to 1; characters of any two texts are 0.45 alike."""

_OWN_LENGTH = 8
"""A quote at least this long that stands at its old offsets stayed, whatever its context."""

_MOST_PLACES = 2_000
"""How many places of a quote are weighed against each other at most, nearest to the old offsets first."""

_LONGEST_CHANGED = 20_000
"""A longer quote is found word for word or not at all: aligning it would take seconds."""

_REACH = 200_000
"""How far from its old offsets a changed quote is looked for, in characters: keeps books from taking seconds."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of one article, by quote and by position."""

    side: Side
    start: int
    end: int
    exact: str
    """The quote: the article's text from `start` to `end` when the anchor was made."""
    prefix: str = ""
    """What stood before it, at most `CONTEXT` characters."""
    suffix: str = ""
    """What stood after it, at most `CONTEXT` characters."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anchor stands in an article now."""

    anchor: Anchor
    span: Span | None
    """None when it is orphaned."""
    finding: Finding
    likeness: float
    """How alike quote and context are to what was anchored, 0 to 1."""


def anchor_span(article: Article, side: Side, span: Span) -> Anchor:
    """Return the anchor of a stretch of an article.

    Raises
    ------
    ValueError
        If the stretch is empty or leaves the text.
    """
    text = article.text
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"{span.start} to {span.end} is no stretch of a text of {len(text)} characters")
    return Anchor(
        side,
        span.start,
        span.end,
        text[span.start : span.end],
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )


@lru_cache(maxsize=20_000)
def find_anchor(text: str, anchor: Anchor) -> Place:
    """Return where an anchor stands in `text`.

    In this order: at its offsets with quote and context unchanged; word for word, there or elsewhere, where context
    fits best and then nearest; by the closest match, if `LIKENESS_BAR` is passed. Else it is orphaned: better a note
    listed without its place than one on the wrong words. The answers are kept, since notes are placed anew after
    every change.
    """
    if not anchor.exact:
        return Place(anchor, None, "orphaned", 0.0)
    if _stands_unmoved(text, anchor):
        return Place(anchor, Span(anchor.start, anchor.end), "exact", 1.0)
    return _find_word_for_word(text, anchor) or _find_closest(text, anchor) or Place(anchor, None, "orphaned", 0.0)


def _stands_unmoved(text: str, anchor: Anchor) -> bool:
    start = anchor.start - len(anchor.prefix)
    return start >= 0 and text.startswith(anchor.prefix + anchor.exact + anchor.suffix, start)


def _find_word_for_word(text: str, anchor: Anchor) -> Place | None:
    best: tuple[float, int, int] | None = None
    for start in _nearest_places(text, anchor):
        weighed = (_context_likeness(text, anchor, start), -abs(start - anchor.start), start)
        if best is None or weighed > best:
            best = weighed
    if best is None:
        return None
    start = best[2]
    stayed = start == anchor.start and len(anchor.exact) >= _OWN_LENGTH
    if best[0] < CONTEXT_BAR and len(anchor.exact) < TELLING_LENGTH and not stayed:
        return None
    finding: Finding = "exact" if start == anchor.start else "moved"
    return Place(anchor, Span(start, start + len(anchor.exact)), finding, 1.0)


def _nearest_places(text: str, anchor: Anchor) -> Iterator[int]:
    """Yield where the quote starts, word for word: the places after the old offset and before it in turn."""
    origin = min(max(anchor.start, 0), len(text))
    after = text.find(anchor.exact, origin)
    before = text.rfind(anchor.exact, 0, origin + len(anchor.exact) - 1)
    for _ in range(_MOST_PLACES):
        if after < 0 and before < 0:
            return
        if before < 0 or (after >= 0 and after - origin <= origin - before):
            yield after
            after = text.find(anchor.exact, after + 1)
        else:
            yield before
            before = text.rfind(anchor.exact, 0, before + len(anchor.exact) - 1) if before else -1


def _context_likeness(text: str, anchor: Anchor, start: int) -> float:
    """Return how alike the characters around a place are to the anchor's context, 0 to 1."""
    from rapidfuzz import fuzz

    before = text[max(0, start - len(anchor.prefix)) : start]
    end = start + len(anchor.exact)
    after = text[end : end + len(anchor.suffix)]
    if not anchor.prefix and not anchor.suffix:
        return 0.0
    total = len(anchor.prefix) + len(anchor.suffix)
    alike = fuzz.ratio(before, anchor.prefix) * len(anchor.prefix) + fuzz.ratio(after, anchor.suffix) * len(
        anchor.suffix
    )
    return alike / 100 / total


def _find_closest(text: str, anchor: Anchor) -> Place | None:
    if len(anchor.exact) > _LONGEST_CHANGED:
        return None
    low = max(0, anchor.start - _REACH)
    region = text[low : anchor.end + _REACH]
    best: Place | None = None
    for start, end in dict.fromkeys(_candidate_windows(region, anchor)):
        quote = _map_quote(region[start:end], anchor)
        if quote is None:
            continue
        span = _to_word_ends(region, Span(start + quote.start, start + quote.end))
        likeness = _weigh(region, span, anchor)
        if likeness >= LIKENESS_BAR and (best is None or likeness > best.likeness):
            best = Place(anchor, Span(low + span.start, low + span.end), "changed", likeness)
    return best


def _weigh(region: str, span: Span, anchor: Anchor) -> float:
    """Return how alike a stretch with its context is to an anchor's, 0 to 1; 0 when the quote is another."""
    from rapidfuzz import fuzz

    before = region[max(0, span.start - len(anchor.prefix)) : span.start]
    found = region[span.start : span.end]
    after = region[span.end : span.end + len(anchor.suffix)]
    context = fuzz.ratio(before + after, anchor.prefix + anchor.suffix) / 100
    if fuzz.ratio(found, anchor.exact) / 100 < QUOTE_BAR and context < SURE_CONTEXT:
        return 0.0
    return fuzz.ratio(before + found + after, anchor.prefix + anchor.exact + anchor.suffix) / 100


def _candidate_windows(region: str, anchor: Anchor) -> Iterator[tuple[int, int]]:
    """Yield stretches that may hold the changed quote with its context.

    One is as long as what is sought; the other reaches from the closest match of its head to that of its tail, for
    quotes that grew or shrank in the middle.
    """
    from rapidfuzz import fuzz

    sought = anchor.prefix + anchor.exact + anchor.suffix
    for pattern in dict.fromkeys((sought, anchor.exact)):
        whole = fuzz.partial_ratio_alignment(pattern, region, score_cutoff=60)
        if whole is not None:
            yield whole.dest_start, whole.dest_end
            room = len(anchor.prefix)
            yield max(0, whole.dest_start - room), min(len(region), whole.dest_end + room)
    size = 2 * CONTEXT
    if len(sought) > 2 * size:
        head = fuzz.partial_ratio_alignment(sought[:size], region, score_cutoff=70)
        tail = fuzz.partial_ratio_alignment(sought[-size:], region, score_cutoff=70)
        if head and tail and 0 < tail.dest_end - head.dest_start < 2 * len(sought):
            yield head.dest_start, tail.dest_end


def _map_quote(window: str, anchor: Anchor) -> Span | None:
    """Return which part of `window` the quote became, by aligning quote and context with it character by character.

    It reaches from where the last aligned character of the prefix ends to where the first of the suffix begins.
    """
    from rapidfuzz.distance import Indel

    sought = anchor.prefix + anchor.exact + anchor.suffix
    first, last = len(anchor.prefix), len(anchor.prefix) + len(anchor.exact)
    start, end = 0, len(window)
    for block in Indel.opcodes(sought, window):
        if block.tag != "equal":
            continue
        shift = block.dest_start - block.src_start
        if block.src_start < first:
            start = min(block.src_end, first) + shift
        if block.src_end > last:
            end = max(block.src_start, last) + shift
            break
    while start < end and window[start].isspace():
        start += 1
    while start < end and window[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _to_word_ends(text: str, span: Span) -> Span:
    """Return the span widened so that it cuts no word in two."""
    start, end = span.start, span.end
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)
