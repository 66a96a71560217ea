"""Things described in other words: one noun of one slot with others before it, "federal prison" / "medical prison".

No parser: a description is the run of content words up to its noun, what opens it told by the small word before it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.articles.article import Span
from tui.compare.details.attribution import sayings
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.meaning import mean_the_same
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.slots import alikeness

SURE_LIKENESS = 0.3
"""One noun is said of one thing only in slots as alike as this, or where a word before it is shared as well."""
LONGEST = 5
"""A run of more content words than this holds more than one thing."""


class Description(NamedTuple):
    """A noun with the words that describe it."""

    span: Span
    noun: str
    """The stem of the noun."""
    words: frozenset[str]
    """The stems of the words before it."""


def find_description_details(ground: Ground) -> Iterable[Found]:
    """Yield the things that linked sentences describe differently in one slot."""
    for left, right in ground.links:
        ours, theirs = list(read_descriptions(left)), list(read_descriptions(right))
        for one in ours:
            for two in theirs:
                if not mean_the_same(one.noun, two.noun) or one.words == two.words:
                    continue
                if one.noun != two.noun and (one.noun in right.stems or two.noun in left.stems):
                    continue  # both sides tell of both
                if _is_quoted(left, one.span) and _is_quoted(right, two.span):
                    continue  # the quotations are compared as such
                if one.words & two.words or alikeness(left, one.span, right, two.span, own=False) >= SURE_LIKENESS:
                    yield two_sided("claim", (left, one.span), (right, two.span), _why(one, two))


def _is_quoted(parts: Parts, span: Span) -> bool:
    return any(quotation.span.holds(span) for quotation in parts.quotations)


def _why(one: Description, two: Description) -> str:
    if one.words - two.words and two.words - one.words:
        return "described in other words"
    return f"the {'left' if one.words > two.words else 'right'} says more of it"


def read_descriptions(parts: Parts) -> Iterator[Description]:
    """Yield the described things of a sentence that are neither named nor counted nor dated."""
    taken = [n.span for n in parts.names] + [f.span for f in parts.figures] + [d.span for d in parts.dates]
    for opener, run in _runs(parts):
        words = _before_verb(run) if opener in words_of("opens a noun") else _without_verb(run)
        if not words or len(words) > LONGEST or _is_verb(words[-1]) or any(w.text in sayings() for w in words):
            continue
        span = Span(words[0].start, words[-1].end)
        if not any(span.overlaps(t) for t in taken) and not any(_is_capitalised(parts, w) for w in words):
            yield Description(span, words[-1].stem, frozenset(w.stem for w in words[:-1]))


def _runs(parts: Parts) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Yield the runs of content words with nothing between them, each with the small word before it."""
    run: list[Word] = []
    opener = before = ""
    for word in parts.words:
        joined = bool(run) and parts.slice(Span(run[-1].end, word.start)).strip() in ("", "-")
        if run and not (word.content and joined):
            yield opener, tuple(run)
            run = []
        if word.content:
            opener = opener if run else before
            run.append(word)
        before = word.text
    if run:
        yield opener, tuple(run)


def _before_verb(run: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words before a verb inside a run that a small word opens: "his life avoiding prison"."""
    inner = next((n for n, word in enumerate(run[:-1]) if n and word.text.endswith("ing")), len(run))
    return run[:inner]


def _without_verb(run: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words after the verb of a run that no small word opens; "arming rebels" keeps its only word beside."""
    verbs = [n for n, word in enumerate(run[:-1]) if _is_verb(word)]
    if not verbs:
        return run if len(run) == 1 else ()
    return run if len(run) == 2 else run[verbs[-1] + 1 :]


def _is_capitalised(parts: Parts, word: Word) -> bool:
    """Say whether a word inside the sentence is written like a name."""
    return word.start > parts.span.start and parts.slice(word.span)[0].isupper()


def _is_verb(word: Word) -> bool:
    return word.text.endswith(("ed", "ing")) or word.text in words_of("past verb")
