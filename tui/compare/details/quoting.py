"""Quotations in linked sentences: in other words, paraphrased by one side, or given to another speaker."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.articles.article import SIDES, Side, Span
from tui.compare.details.found import Found, in_one_line
from tui.compare.details.ground import Ground
from tui.compare.details.meaning import share_of
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.slots import alikeness

SHORT = 4
"""A quotation of at most so many words is a phrase taken over; a longer one says something by itself."""
LEAST_SHARED = 0.25
"""So much of the shorter quotation's meaning stands in the other when they are versions of one."""
_MARK = re.compile(r"[\"“”]|''")
_LONGEST_TITLE = 5
"""A name of more words in quotation marks is none."""
LEAST_FAR = 0.5
"""So much where neither sentence is the other's closest."""
SAME_SLOT = 0.3
"""Two other fragments are held against each other only in slots as alike as this."""
SAME_WORDS = 0.7
"""A side that shares so much of a quotation reports it word by word."""


def find_quote_details(ground: Ground) -> Iterable[Found]:
    """Yield where linked sentences quote the same in other words, or one quotes what the other paraphrases."""
    for left, right in ground.links:
        ours, theirs = _quoted(left), _quoted(right)
        used: tuple[set[Span], set[Span]] = set(), set()
        for one, two in _versions(left, ours, right, theirs):
            used[0].add(one)
            used[1].add(two)
            speakers = (_speaker(ground, "left", left, one), _speaker(ground, "right", right, two))
            yield from _compare(left, one, right, two, speakers)
        for side in SIDES:
            own, other = (left, right) if side == "left" else (right, left)
            alone, others = (ours, theirs) if side == "left" else (theirs, ours)
            for span in alone:
                if span in used[SIDES.index(side)] or _is_title(own, span):
                    continue
                least = _least_paraphrased(ground, left, right, _fills(own, span))
                said = _unquoted(own, span, other, others, least)
                if said:
                    one, two = (span, said) if side == "left" else (said, span)
                    yield _detail(left, one, right, two, f"only the {side} quotes it", quoted_by=(side,))


def _is_title(parts: Parts, span: Span) -> bool:
    """Say whether quotation marks stand around a name: of a film, a ship, a person's nickname."""
    words = [w for w in parts.within(span) if w.content]
    return len(words) <= _LONGEST_TITLE and all(parts.slice(w.span)[0].isupper() for w in words)


def _least_paraphrased(ground: Ground, left: Parts, right: Parts, fills: bool) -> float:
    """Return how much of a quotation's meaning a sentence must have to be a paraphrase of it; 1 or more for never."""
    if fills:
        return LEAST_SHARED
    if not ground.is_sure(left, right):
        return 2.0
    return LEAST_SHARED if ground.is_best_of_one(left, right) else LEAST_FAR


def _detail(
    left: Parts,
    one: Span,
    right: Parts,
    two: Span,
    why: str,
    quoted_by: tuple[Side, ...] = SIDES,
    conflict: bool = False,
) -> Found:
    """Return a differing quotation, summed up with marks on the sides that quote."""
    texts = [in_one_line(parts.slice(span)) for parts, span in ((left, one), (right, two))]
    marked = [f"“{text}”" if side in quoted_by else text for side, text in zip(SIDES, texts, strict=True)]
    return Found(left.number, right.number, "quote", one, two, " / ".join(marked), why, conflict)


def _quoted(parts: Parts) -> list[Span]:
    """Return the quoted stretches of a sentence, marks left out."""
    spans = []
    for quotation in parts.quotations:
        inside = parts.within(Span(max(quotation.start, parts.span.start), min(quotation.end, parts.span.end)))
        if inside:
            spans.append(Span(inside[0].start, inside[-1].end))
    return spans


def _keys(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(w.stem for w in words if w.content)


def _shared(one: frozenset[str], two: frozenset[str]) -> float:
    if not one or not two:
        return 0.0
    shorter, longer = sorted((one, two), key=len)
    return share_of(shorter, longer) / len(shorter)


def _versions(left: Parts, ours: Sequence[Span], right: Parts, theirs: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield the quotations that are versions of one another, each once, the likest first."""
    pairs = []
    for one in ours:
        for two in theirs:
            shared = _shared(_keys(left.within(one)), _keys(right.within(two)))
            whole = shared > 0 and _fills(left, one) and _fills(right, two)
            lengths = sorted((len(left.within(one)), len(right.within(two))))
            if lengths[0] == 1 and lengths[1] > SHORT:
                continue  # a word in quotation marks is no version of a whole sentence
            cut = lengths[0] > 1 and _is_cut_short(left.within(one), right.within(two))
            least = LEAST_SHARED if lengths[1] <= 2 * SHORT or lengths[0] > SHORT else SAME_WORDS
            if cut or shared >= least or whole or _are_fragments_of_one_slot(left, one, right, two):
                pairs.append((-shared, one.start, two.start, one, two))
    used = set[Span]()
    for *_, one, two in sorted(pairs, key=lambda p: p[:3]):
        if one not in used and two not in used:
            used |= {one, two}
            yield one, two


def _are_fragments_of_one_slot(left: Parts, one: Span, right: Parts, two: Span) -> bool:
    """Say whether both sides take over a few words only, other ones, where they tell of the same."""
    lengths = len(left.within(one)), len(right.within(two))
    if min(lengths) < 2 or max(lengths) > SHORT:
        return False
    return (_is_condition(left, one) and _is_condition(right, two)) or alikeness(left, one, right, two) >= SAME_SLOT


def _is_condition(parts: Parts, span: Span) -> bool:
    """Say whether a quotation is, or stands in, the condition on which the rest of its sentence hangs."""
    home = {w.clause for w in parts.within(span)}
    return any(w.text in words_of("condition") for w in parts.words if w.clause in home and w.start < span.end)


def _fills(parts: Parts, span: Span) -> bool:
    """Say whether a quotation is most of what its sentence says."""
    return len(parts.within(span)) >= 0.6 * len(parts.words)


def _compare(
    left: Parts, one: Span, right: Parts, two: Span, speakers: tuple[str | None, str | None]
) -> Iterator[Found]:
    ours, theirs = left.within(one), right.within(two)
    if _in_one_form(ours) != _in_one_form(theirs):
        if not _is_cut_short(ours, theirs):
            yield _detail(left, one, right, two, "the quoted words differ")
        elif min(len(ours), len(theirs)) <= SHORT < max(len(ours), len(theirs)):
            side = "left" if len(ours) < len(theirs) else "right"
            yield _detail(left, one, right, two, f"the {side} quotes only a part of it")
        return
    if None not in speakers and speakers[0] != speakers[1] and len(ours) > SHORT:
        why = f"the same words are {speakers[0]}'s on the left and {speakers[1]}'s on the right"
        yield _detail(left, one, right, two, why, conflict=True)


def _in_one_form(words: Iterable[Word]) -> list[str]:
    return [w.text.replace(".", "") for w in words if w.text not in words_of("article")]


def _is_cut_short(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Say whether one side quotes a part of what the other quotes in full."""
    shorter, longer = sorted(([w.text for w in ours], [w.text for w in theirs]), key=len)
    return any(longer[n : n + len(shorter)] == shorter for n in range(len(longer) - len(shorter) + 1))


def _speaker(ground: Ground, side: Side, parts: Parts, span: Span) -> str | None:
    """Return who says a quotation: whom the reading ties to it, else the only source that the sentence names."""
    told = next((q.speaker for q in parts.quotations if q.span.overlaps(span) and q.speaker), None)
    sources = ground.sources(side, parts)
    if told or len(sources) != 1 or sources[0].is_pronoun:
        return told
    source = parts.slice(sources[0].source)
    return sources[0].name.name if sources[0].name else source if source[:1].isupper() else None


def _unquoted(own: Parts, span: Span, other: Parts, others: Sequence[Span], least: float) -> Span | None:
    """Return where the other sentence says what is quoted here, in the same words or in its own."""
    if _has_stray_mark(other):
        return None  # where a quotation opens or closes outside the sentence, nobody can tell what is quoted in it
    quoted = own.within(span)
    plain = [w for w in other.words if not any(o.holds(w.span) for o in others)]
    wanted = [w.text for w in quoted]
    for n in range(len(plain) - len(wanted) + 1):
        if [w.text for w in plain[n : n + len(wanted)]] == wanted and any(w.content for w in quoted):
            said = Span(plain[n].start, plain[n + len(wanted) - 1].end)
            # A long stretch that is a sentence of its own there stands amid a longer quotation.
            return None if len(wanted) > SHORT and _fills(other, said) else said
    keys = _keys(quoted)
    enough = max(min(2, len(keys)), least * len(keys))
    if len(quoted) <= SHORT or others or share_of(keys, other.stems) < enough:
        return None
    if len(keys & other.stems) >= SAME_WORDS * len(keys):
        return None  # said in the same words, only without the marks: word by word differences tell it all
    return _telling(other, keys)


def _has_stray_mark(parts: Parts) -> bool:
    """Say whether a sentence holds one half of a pair of quotation marks, and no quotation is read there."""
    marks = [parts.span.start + match.start() for match in _MARK.finditer(parts.text)]
    return sum(not any(q.start <= at < q.end for q in parts.quotations) for at in marks) % 2 == 1


def _telling(parts: Parts, keys: frozenset[str]) -> Span | None:
    """Return the stretch of clauses from the first to the last that shares meaning with `keys`."""
    clauses = {w.clause for w in parts.words if w.content and share_of((w.stem,), keys)}
    inside = [w for w in parts.words if clauses and min(clauses) <= w.clause <= max(clauses)]
    return Span(inside[0].start, inside[-1].end) if inside else None
