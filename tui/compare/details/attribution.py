"""Where a sentence names the source of what it tells: "officials said", "according to the mayor"."""

import re
from collections.abc import Iterator, Sequence

from tui.articles.article import Span
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.sayings import sayings, source_nouns
from tui.compare.reading import Name

_PUTS = frozenset({"put", "puts", "putting"})
_WITH_HEARER = frozenset({"told", "tells"})
_OF_THINGS_TOO = frozenset({"added", "adds", "noted", "notes"})
_ACTS_TOO = frozenset({"declared", "announced", "announces", "acknowledged", "acknowledges"})
"""With an object these tell what is done: "declared a state of emergency"."""
_MOST_WORDS = 14
"""A source is told in at most this many words."""
_MARK = re.compile(r"[,;:.!?\"“”()–—]|\s-\s")


def find_attributions(parts: Parts) -> tuple[Span, ...]:
    """Return where a sentence names its sources, each with its verb ("officials said"), in its order."""
    return tuple(_attributions(parts))


def _attributions(parts: Parts) -> Iterator[Span]:
    words = parts.words
    end = -1
    for at, word in enumerate(words):
        if at <= end:
            continue
        if word.text == "according" and at + 1 < len(words) and words[at + 1].text == "to":
            source, verb = _following(parts, at + 2), (at, at + 1)
        else:
            says = word.text in sayings() or _puts(parts, at) or _reports(parts, at)
            if not says or _in_quotation(parts, word) or not _is_verb(parts, at):
                continue
            source, verb = _inverted(parts, at) or _preceding(parts, at), (at, at)
            if source and source[1] < at and word.text == "quoted":
                source, verb = _quoting(parts, source, at)
        if source:
            adjoining = verb[0] - source[1] <= 4
            first, last = (min(source[0], verb[0]), max(source[1], verb[1])) if adjoining else source
            yield Span(words[first].start, words[last].end)
            end = max(verb[1], source[1])


def _puts(parts: Parts, at: int) -> bool:
    """Say whether a source puts a value on something here: "the ministry put the damage at two million"."""
    if parts.words[at].text not in _PUTS:
        return False
    after = parts.words[at + 1 : at + 8]
    return any(w.text == "at" and any(f.start >= w.end and f.start - w.end < 15 for f in parts.figures) for w in after)


def _reports(parts: Parts, at: int) -> bool:
    """Say whether "reports" is what a medium does here: "the Post reports", "…, reports Reuters"."""
    if parts.words[at].text != "reports":
        return False
    named = {w.start for w in parts.words for n in parts.names if n.start <= w.start < n.end}
    before = at > 0 and parts.words[at - 1].start in named and not _is_possessive(parts, parts.words[at - 1])
    after = [w.start for w in parts.words[at + 1 : at + 3] if w.text not in words_of("article")][:1]
    return before or (_opens_after_mark(parts, at) and any(start in named for start in after))


def _is_verb(parts: Parts, at: int) -> bool:
    """Say whether the form at `at` is a verb of saying here, not a noun, a passive or an adding of things."""
    word, before = parts.words[at], parts.words[at - 1] if at else None
    if before and (before.text in words_of("not saying") or before.text in sayings() or _is_possessive(parts, before)):
        return False
    if word.text in _OF_THINGS_TOO:
        that = at + 1 < len(parts.words) and parts.words[at + 1].text == "that"
        return that or _opens_after_mark(parts, at)
    return not (word.text in _ACTS_TOO and _takes_object(parts, at))


def _takes_object(parts: Parts, at: int) -> bool:
    """Say whether what follows a verb is a thing: no "that", no time, no preposition."""
    after = parts.words[at + 1] if at + 1 < len(parts.words) else None
    if after is None or _MARK.search(_gap(parts, at, at + 1)) or any(d.span.overlaps(after.span) for d in parts.dates):
        return False
    return after.content or (after.text in words_of("determiner") and after.text != "that")


def _is_possessive(parts: Parts, word: Word) -> bool:
    return parts.slice(word.span).lower().endswith(("'s", "’s"))


def _inverted(parts: Parts, verb: int) -> tuple[int, int] | None:
    """Return the source of "…", said the mayor."""
    word = parts.words[verb].text
    if word in _WITH_HEARER or sayings().get(word, "say") != "say" or not _opens_after_mark(parts, verb):
        return None
    source = _following(parts, verb + 1)
    if source is None or source[0] != verb + 1:
        return None
    after = source[1] + 1
    ends = after == len(parts.words) or _MARK.search(_gap(parts, after - 1, after)) or _stops(parts, after)
    return source if ends and parts.words[after - 1].text not in words_of("finite") else None


def _quoting(parts: Parts, source: tuple[int, int], verb: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return "state radio quoted the mayor as saying" as one source with its verb."""
    for at in range(verb + 1, min(verb + _MOST_WORDS, len(parts.words))):
        if parts.words[at].text == "saying" and parts.words[at - 1].text == "as":
            return (source[0], at - 2), (at, at)
    return source, (verb, verb)


def _gap(parts: Parts, left: int, right: int) -> str:
    """Return the text between two words of the sentence."""
    return parts.slice(Span(parts.words[left].end, parts.words[right].start))


def _in_quotation(parts: Parts, word: Word) -> bool:
    return any(q.start < word.start and word.end < q.end for q in parts.quotations)


def _opens_after_mark(parts: Parts, at: int) -> bool:
    """Say whether the verb follows a comma or a closing quotation mark: "…", said the mayor."""
    before = parts.text[: parts.words[at].start - parts.span.start].rstrip()
    return bool(before) and before[-1] in ",\"”'’»"


def _preceding(parts: Parts, verb: int) -> tuple[int, int] | None:
    """Return the first and last word of the source before a verb."""
    words = parts.words
    last = verb - 1
    while last >= 0 and (words[last].text in words_of("before said") or words[last].text.endswith("ly")):
        if _MARK.search(_gap(parts, last, last + 1)):
            return None
        last -= 1
    if last < 0:
        return None
    gap = _gap(parts, last, last + 1)
    if gap.strip() == "," and words[verb].text in words_of("participle saying"):
        return _subject(parts)
    if gap.strip() in (",", ".,"):  # "of Golden, Colo., said"
        return _before_apposition(parts, last)
    if _MARK.search(gap):
        return None
    first = last
    is_pronoun = words[last].text in words_of("pronoun source")
    while not is_pronoun and first > 0 and not _MARK.search(_gap(parts, first - 1, first)):
        if _stops(parts, first - 1):
            break
        first -= 1
    return _source(parts, first, last)


def _subject(parts: Parts) -> tuple[int, int] | None:
    """Return who a sentence is about, where a name opens it: "Norvik acted at once, saying that …"."""
    opening = [w.text for w in parts.words[:2]]
    first = next((n for n, text in enumerate(opening) if text not in words_of("article")), 0)
    name = next((n for n in parts.names if parts.words and n.start == parts.words[first].start), None)
    if name is None:
        return None
    last = max(n for n, w in enumerate(parts.words) if w.start < name.end)
    return first, last


def _before_apposition(parts: Parts, last: int) -> tuple[int, int] | None:
    """Return "Ana Ruiz, mayor of Vellin" before ", said": a source with what is told of it between commas."""
    first = last
    for _ in range(2):
        while first > 0 and "," not in _gap(parts, first - 1, first):
            first -= 1
        if first == 0 or last - first > _MOST_WORDS:
            return None
        name = start = first - 1
        while start > 0 and not _MARK.search(_gap(parts, start - 1, start)) and not _stops(parts, start - 1):
            start -= 1
        source = _source(parts, start, name)
        if source and not _is_only_place(parts, source):
            return source[0], last
        first -= 1
    return None


def _is_only_place(parts: Parts, source: tuple[int, int]) -> bool:
    """Say whether all that makes a source of these words is a place: "Springfield, Missouri" speaks of nobody."""
    named = {n.kind for n in parts.names if source_holds(parts, source, n)}
    return named == {"place"} and not any(w.text in source_nouns() for w in parts.words[source[0] : source[1] + 1])


def source_holds(parts: Parts, source: tuple[int, int], name: Name) -> bool:
    """Say whether a name lies in the words of a source."""
    return Span(parts.words[source[0]].start, parts.words[source[1]].end).holds(name.span)


def _following(parts: Parts, first: int) -> tuple[int, int] | None:
    """Return the first and last word of the source that begins at word `first`."""
    words = parts.words
    if first >= len(words) or (first and _MARK.search(_gap(parts, first - 1, first))):
        return None
    last = first
    while last + 1 < len(words) and not _MARK.search(_gap(parts, last, last + 1)) and not _stops(parts, last + 1):
        last += 1
    return _source(parts, first, last)


def _stops(parts: Parts, at: int) -> bool:
    """Say whether the word at `at` cannot stand inside a source."""
    word = parts.words[at]
    if word.text == "and":  # "officials and state media" is one source, "the wall fell and officials" is not
        return not (at + 1 < len(parts.words) and at > 0 and parts.words[at - 1].content)
    return (
        word.text in words_of("ends source")
        or word.text in sayings()
        or word.text in ("is", "are", "was", "were", "to", "not")
    )


def _source(parts: Parts, first: int, last: int) -> tuple[int, int] | None:
    """Return the words from `first` to `last` without what opens them, if they can be a source."""
    words = parts.words
    while first <= last and words[first].text in words_of("ends source"):
        first += 1
    if first > last or last - first >= _MOST_WORDS:
        return None
    # "the company has cut jobs and announced …": the subject stands before the first finite verb.
    finite = next((n for n in range(first, last + 1) if words[n].text in words_of("finite")), last + 1)
    last = finite - 1
    told = words[first : last + 1]
    if not told:
        return None
    if len(told) == 1 and told[0].text in words_of("pronoun source"):
        return first, last
    named = any(source_holds(parts, (first, last), n) for n in parts.names)
    if named or any(w.text in source_nouns() for w in told) or _is_acronym(parts, told[-1]) or _is_name(parts, told):
        return first, last
    return None


def _is_name(parts: Parts, told: Sequence[Word]) -> bool:
    """Say whether words look like the name of somebody unknown: two and more, all capitalised."""
    return len(told) > 1 and all(parts.slice(word.span)[0].isupper() for word in told)


def _is_acronym(parts: Parts, word: Word) -> bool:
    written = parts.slice(word.span)
    return len(written) > 1 and written.isupper()
