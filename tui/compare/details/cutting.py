"""Where a phrase is cut: as a reader would, not in the middle of a name, nor between a noun and what describes it."""

from functools import lru_cache

from tui.articles.article import Span
from tui.compare.details.parts import Parts, words_of
from tui.compare.details.sayings import sayings
from tui.compare.names.lexicon import titles
from tui.compare.reading import Date, Figure, Name
from tui.compare.units.clauses import places_of
from tui.compare.units.unit import Form, Unit

_MOST_DESCRIBING = 3
"""So many words with a meaning of their own stand before a noun at most; more are no noun with what describes it."""
_MARKS = (("“", "”"), ('"', '"'))


def phrase_of(parts: Parts, form: Form, first: int, after: int) -> Unit:
    """Return the unit of some words of a sentence, cut where a reader would cut it."""
    first, after = _cut(parts, first, after)
    span = _with_marks(parts, Span(parts.words[first].start, parts.words[after - 1].end))
    return Unit("claim", form, span.start, span.end, first, after, text=parts.slice(span))


@lru_cache(maxsize=1024)
def _cut(parts: Parts, first: int, after: int) -> tuple[int, int]:
    words = parts.words
    first, after = _with_whole_items(parts, *_without_half_brackets(parts, first, after))
    content = [n for n in range(first, after) if words[n].content]
    if not content:
        return first, after
    while first < content[0] and words[first].text in words_of("opens no phrase"):
        first += 1
    while after - 1 > content[-1] and words[after - 1].text in words_of("ends no phrase"):
        after -= 1
    return first, _with_noun(parts, first, after)


def _with_whole_items(parts: Parts, first: int, after: int) -> tuple[int, int]:
    """Return a phrase with the whole of the names, figures and dates that it begins or ends in the middle of."""
    for start, end, is_figure in _items(parts):
        if is_figure and start <= first and after <= end:
            continue  # "several" faces "three" of "three shells"
        first = start if start < first < end else first
        after = end if start < after < end else after
    return first, after


def _without_half_brackets(parts: Parts, first: int, after: int) -> tuple[int, int]:
    """Return a phrase without what stands in brackets of which it holds one alone: "Ill.) was offered a post"."""
    between = parts.text[parts.words[first].start - parts.span.start : parts.words[after - 1].end - parts.span.start]
    if "(" not in between and ")" not in between:
        return first, after
    inside = range(first + 1, after)
    marks = {n: parts.slice(Span(parts.words[n - 1].end, parts.words[n].start)) for n in inside}
    opened = [n for n, gap in marks.items() if "(" in gap]
    closed = [n for n, gap in marks.items() if ")" in gap]
    if closed and not any(n < closed[0] for n in opened):
        first = closed[0]
    if opened and not any(n > opened[-1] for n in closed):
        after = opened[-1]
    return first, after


def _with_marks(parts: Parts, span: Span) -> Span:
    """Return a span with the quotation mark right beside it whose other one stands in it."""
    text, start = parts.text, parts.span.start
    if '"' not in text and "“" not in text and "”" not in text:
        return span
    before, behind = text[: span.start - start][-1:], text[span.end - start :][:2]
    for opening, closing in _MARKS:
        held = parts.slice(span)
        is_open = held.count(opening) > held.count(closing) if opening != closing else held.count(opening) % 2 == 1
        if is_open and closing in behind and not behind[: behind.index(closing)].strip(".,!?"):
            return Span(span.start, span.end + behind.index(closing) + 1)
        is_ended = held.count(closing) > held.count(opening) if opening != closing else held.count(opening) % 2 == 1
        if is_ended and before == opening:
            return Span(span.start - 1, span.end)
    return span


def _with_noun(parts: Parts, first: int, after: int) -> int:
    """Return the end of a phrase with the noun that its last words describe: "from a public" is of a fund."""
    words = parts.words
    opener = after - 1
    while opener >= first and words[opener].content and not _is_taken(parts, opener):
        opener -= 1
    if opener < first or words[opener].content or words[opener].text not in words_of("opens a noun"):
        return after
    end = after
    if opener == after - 1:  # "some of the charges"
        while end < min(len(words), after + 2) and words[end].text in ("of", "the") and _stand_together(parts, end):
            end += 1
    start = end if opener == after - 1 else opener + 1
    while end < len(words) and _goes_on(parts, end):
        end += 1
    return end if start < end <= start + _MOST_DESCRIBING else after


def _stand_together(parts: Parts, at: int) -> bool:
    """Say whether no sign parts a word from the one before it."""
    return not parts.slice(Span(parts.words[at - 1].end, parts.words[at].start)).strip()


def _goes_on(parts: Parts, at: int) -> bool:
    """Say whether a word may belong to the same noun as the word before it."""
    word = parts.words[at]
    return word.content and _stand_together(parts, at) and not _is_taken(parts, at) and not _is_verb(word.text)


@lru_cache(maxsize=64)
def _items(parts: Parts) -> tuple[tuple[int, int, bool], ...]:
    """Return the words of each name, figure and date of a sentence, and whether it is a figure."""
    names = ((*places_of(parts, _with_title(parts, name)), False) for name in parts.names)
    values: tuple[Figure | Date, ...] = (*parts.figures, *parts.dates)
    return (*names, *((*places_of(parts, value.span), isinstance(value, Figure)) for value in values))


def _with_title(parts: Parts, name: Name) -> Span:
    """Return where a name stands with the title or honorific right before it: nothing parts "Mr" and whom it means."""
    before = parts.text[: name.start - parts.span.start].rstrip()
    title = name.title or before[before.rfind(" ") + 1 :]
    is_title = name.title is not None or titles().get(title.lower().rstrip(".")) == "honorific"
    if name.kind != "person" or not is_title or not before.endswith(title):
        return name.span
    return Span(parts.span.start + len(before) - len(title), name.end)


def _is_taken(parts: Parts, at: int) -> bool:
    return any([start <= at < end for start, end, _ in _items(parts)])


def _is_verb(text: str) -> bool:
    return text in words_of("past verb") or text in sayings() or text.endswith(("ed", "ly"))
