"""Things described in other words: one noun of one slot with others before it, "federal prison" / "medical prison".

No parser: a description is the run of content words up to its noun, what opens it told by the small word before it.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from tui.articles.article import Span
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.meaning import mean_the_same
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.sayings import sayings
from tui.compare.details.slots import alikeness

SURE_LIKENESS = 0.3
"""One noun is said of one thing only in slots as alike as this, or where a word before it is shared as well."""
_TITLE_GAPS = (" ", ". ")
"""Between a title and its name: "Gov. Ruiz"."""
_MOST_BETWEEN = 2
"""So many small words may stand between a verb and what it is done to."""
LONGEST_BESIDE_BARE = 3
"""A run of more words, where the other side has the bare noun, soon holds a verb."""
LONGEST = 5
"""A run of more content words than this holds more than one thing."""


class Description(NamedTuple):
    """A noun with the words that describe it."""

    told: tuple[Word, ...]
    """The words, the noun last; what is done to the thing may stand first: "arming rebels"."""
    verb: bool = False
    """Whether the first word tells what is done to the thing."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.told[0].start, self.told[-1].end)

    @property
    def noun(self) -> str:
        """The stem of the noun."""
        return self.told[-1].stem

    @property
    def words(self) -> frozenset[str]:
        """The stems of the words before the noun."""
        return frozenset(w.stem for w in self.told[:-1])

    @property
    def thing(self) -> "Description":
        """The same without what is done to the thing."""
        return Description(self.told[1:]) if self.verb else self


def find_description_details(ground: Ground) -> Iterable[Found]:
    """Yield the things that linked sentences describe differently in one slot."""
    for left, right in ground.links:
        ours, theirs = read_descriptions(left), read_descriptions(right)
        for here in ours:
            for there in theirs:
                if not mean_the_same(here.noun, there.noun):
                    continue
                one, two = _with_verbs(left, here, right, there)
                if one.words == two.words or not _is_one_thing(left, one, right, two):
                    continue
                if one.words & two.words or alikeness(left, one.span, right, two.span, own=False) >= SURE_LIKENESS:
                    yield two_sided("claim", (left, one.span), (right, two.span), _why(one, two))


def _with_verbs(left: Parts, one: Description, right: Parts, two: Description) -> tuple[Description, Description]:
    """Return two descriptions with what is done to the things, where both sides tell it and not in one sense."""
    if not one.verb and not two.verb:
        return one, two
    done = _with_verb(left, one), _with_verb(right, two)
    if all(d.verb for d in done) and not mean_the_same(done[0].told[0].stem, done[1].told[0].stem):
        return done
    return one.thing, two.thing


def _with_verb(parts: Parts, description: Description) -> Description:
    """Return a description with the verb before it: "arming the rebels", "backing of the rebels"."""
    if description.verb:
        return description
    before = [w for w in parts.words if w.end <= description.span.start][-1 - _MOST_BETWEEN :]
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n].content), None)
    if at is None or not _is_verb(before[at]) or before[at].clause != description.told[0].clause:
        return description
    return Description((*before[at:], *description.told), True)


def _is_one_thing(left: Parts, one: Description, right: Parts, two: Description) -> bool:
    """Say whether two nouns of one meaning may stand for one thing that is described here, and not quoted."""
    if one.noun != two.noun and (one.noun in right.stems or two.noun in left.stems):
        return False  # both sides tell of both
    if one.noun != two.noun and not (one.words and two.words):
        return False  # other nouns, and one side describes nothing
    if not (one.words and two.words) and max(len(one.told), len(two.told)) > LONGEST_BESIDE_BARE:
        return False
    if not (one.words and two.words) and one.words | two.words <= words_of("in a row"):
        return False
    if one.words - two.words <= right.stems and two.words - one.words <= left.stems:
        return False  # what describes it here stands elsewhere in the other sentence
    return not (_is_quoted(left, one.span) and _is_quoted(right, two.span))  # quotations are compared as such


def _is_quoted(parts: Parts, span: Span) -> bool:
    return any(quotation.span.holds(span) for quotation in parts.quotations)


def _why(one: Description, two: Description) -> str:
    if one.words - two.words and two.words - one.words:
        return "described in other words"
    return f"the {'left' if one.words > two.words else 'right'} says more of it"


@lru_cache(maxsize=64)
def read_descriptions(parts: Parts) -> tuple[Description, ...]:
    """Return the described things of a sentence that are neither named nor counted nor dated."""
    return tuple(_descriptions(parts))


def _descriptions(parts: Parts) -> Iterator[Description]:
    taken = [n.span for n in parts.names] + [f.span for f in parts.figures] + [d.span for d in parts.dates]
    for opener, run in _runs(parts):
        if run[0].text in words_of("gerund preposition"):
            opener, run = run[0].text, run[1:]
        owners = sum(1 for _ in takewhile(lambda w: _is_owner(parts, w), run))
        if owners:  # "Norvik's old mill" is an old mill
            opener, run = "its", run[owners:]
        words = _before_verb(run) if opener in words_of("opens a noun") else _without_verb(run)
        if not words or len(words) > LONGEST or _is_verb(words[-1]) or any(w.text in sayings() for w in words):
            continue
        span = Span(words[0].start, words[-1].end)
        following = parts.text[span.end - parts.span.start :][:2]
        if any(following[: n.start - span.end] in _TITLE_GAPS for n in parts.names if 0 < n.start - span.end < 3):
            continue
        if not any(span.overlaps(t) for t in taken) and not any(_is_capitalised(parts, w) for w in words):
            gerund = len(words) > 1 and words[0].text.endswith("ing") and opener not in words_of("determiner")
            yield Description(words, gerund)


def _is_owner(parts: Parts, word: Word) -> bool:
    """Say whether a word is a name in the genitive, or part of one."""
    for name in parts.names:
        if name.start <= word.start < name.end:
            end = name.end - parts.span.start
            return "'s" in parts.text[end - 2 : end + 2].replace("’", "'")
    return False


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
    return run if len(run) == 2 and run[0].text.endswith("ing") else run[verbs[-1] + 1 :]


def _is_capitalised(parts: Parts, word: Word) -> bool:
    """Say whether a word inside the sentence is written like a name."""
    return word.start > parts.span.start and parts.slice(word.span)[0].isupper()


def _is_verb(word: Word) -> bool:
    return word.text.endswith(("ed", "ing")) or word.text in words_of("past verb")
