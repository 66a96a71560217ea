"""How strongly linked sentences claim the same: other degrees of one scale, hedged or flat, denied or affirmed.

Small tables, precision first: `scales.tsv` and `hedges.tsv` beside this file.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tui.articles.article import SIDES, Side, Span
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground, other_side
from tui.compare.details.meaning import mean_the_same, share_of
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.sayings import sayings, source_nouns
from tui.compare.details.slots import CLOSE, LEAST_LIKENESS, alikeness, likeness, surroundings
from tui.disk.tables import read_table

_TABLES = Path(__file__).parent
_HEDGE_REACH = 3
"""A hedge or negation bears on the content words at most so many words after it."""
SURE_LIKENESS = 0.5
"""Opposite words contradict each other only in slots as alike as this."""
_OBJECT_REACH = 4
"""What a verb befalls stands at most so many words from it."""
_UNKNOWN_REACH = 6
"""What is unknown is told by a clause: "it was unclear how many of them were hurt"."""


class Degree(NamedTuple):
    """A word of a scale in its sentence."""

    scale: str
    degree: int
    span: Span


def find_claim_details(ground: Ground) -> Iterable[Found]:
    """Yield where linked sentences claim the same more or less strongly."""
    for left, right in ground.links:
        yield from _degrees(ground, left, right)
        if ground.is_sure(left, right):
            yield from _hedges(ground, left, right)
            yield from _opposites(ground, left, right)
        yield from _limits(left, right)


@cache
def _scales() -> dict[str, tuple[tuple[tuple[str, ...], str, int], ...]]:
    """Return the phrases of every scale by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for scale, degree, forms in read_table(_TABLES / "scales.tsv"):
        for form in forms.split():
            words = tuple(form.split("_"))
            found.setdefault(words[0], []).append((words, scale, int(degree)))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


@cache
def _hedging(kind: str) -> frozenset[str]:
    return frozenset(w for row in read_table(_TABLES / "hedges.tsv") if row[0] == kind for w in row[1].split())


@lru_cache(maxsize=64)
def read_degrees(parts: Parts) -> tuple[Degree, ...]:
    """Return the words of scales that a sentence uses, in its order."""
    return tuple(_read_degrees(parts))


def _read_degrees(parts: Parts) -> Iterator[Degree]:
    at = 0
    while at < len(parts.words):
        for words, scale, degree in _scales().get(parts.words[at].text, ()):
            if tuple(w.text for w in parts.words[at : at + len(words)]) == words:
                end = at + len(words) - 1
                yield Degree(scale, degree, Span(parts.words[at].start, parts.words[end].end))
                if len(words) > 1:
                    at = end
                    break
        at += 1


def _degrees(ground: Ground, left: Parts, right: Parts) -> Iterator[Found]:
    ours, theirs = read_degrees(left), read_degrees(right)
    for scale in dict.fromkeys(one.scale for one in ours):
        mine = [one for one in ours if one.scale == scale]
        others = [two for two in theirs if two.scale == scale]
        if not others or {d.degree for d in mine} & {d.degree for d in others}:
            continue
        best = max(
            ((_object_likeness(left, one, right, two), one, two) for one in mine for two in others),
            key=lambda found: (share_of(_befallen(left, found[1]), _befallen(right, found[2])) > 0, found[0]),
        )
        if max(best[0]) >= LEAST_LIKENESS:
            _, one, two = best
            stronger = "left" if one.degree > two.degree else "right"
            why, conflict = f"the {stronger} claims more", False
            if abs(one.degree - two.degree) > 1 and (_is_share(left, one) or _is_share(right, two)):
                why, conflict = f"the {stronger} claims the whole, the other side a part", True
            yield two_sided("claim", (left, one.span), (right, two.span), why, conflict)


def _is_share(parts: Parts, degree: Degree) -> bool:
    """Say whether a word of a scale is said of a share only: "half of the houses were damaged"."""
    clauses = {w.clause for w in parts.within(degree.span)}
    shares = [f for f in parts.figures if f.kind == "fraction" or (f.kind == "percent" and f.value < 100)]
    return any(w.clause in clauses for share in shares for w in parts.within(share.span))


def _befallen(parts: Parts, degree: Degree) -> set[str]:
    """Return the stems of what a verb befalls: after it, or before it as in "was hit" and "buildings destroyed in"."""
    verb = next(n for n, w in enumerate(parts.words) if w.start >= degree.span.start)
    end = next((n for n, w in enumerate(parts.words) if w.start >= degree.span.end), len(parts.words))
    clause = parts.words[verb].clause
    after = parts.words[end] if end < len(parts.words) and parts.words[end].clause == clause else None
    passive = any(w.text in words_of("passive") for w in parts.words[max(0, verb - 2) : verb])
    passive = passive or after is None or not (after.content or after.text in words_of("determiner"))
    near = parts.words[max(0, verb - _OBJECT_REACH) : verb] if passive else parts.words[end : end + _OBJECT_REACH]
    return {w.stem for w in near if w.content and w.clause == clause}


def _object_likeness(left: Parts, one: Degree, right: Parts, two: Degree) -> tuple[float, float]:
    """Return how alike what stands right beside two words is, and what stands around them."""
    beside = (surroundings(left, one.span, CLOSE, own=False), surroundings(right, two.span, CLOSE, own=False))
    return likeness(*beside), alikeness(left, one.span, right, two.span, own=False)


def _hedges(ground: Ground, left: Parts, right: Parts) -> Iterator[Found]:
    for side in SIDES:
        own, other = (left, right) if side == "left" else (right, left)
        verbs = [source.verb for source in ground.sources(side, own)]
        for hedge, stem, span in (*_hedged(own), *_unknown(own)):
            if any(verb.start == span.start for verb in verbs):
                continue  # "the paper reports that" names a source
            if hedge in _hedging("told") and ground.sources(other_side(side), other):
                continue  # both sides give it as another's word
            flat = _flat(other, stem)
            if flat is None or alikeness(own, span, other, flat) < LEAST_LIKENESS:
                continue
            if hedge in _hedging("negation") and not _is_denied(own, span, other, flat):
                continue
            yield _facing(side, own, span, other, flat, hedge)
            break


def _is_denied(own: Parts, span: Span, other: Parts, flat: Span) -> bool:
    """Say whether one side negates just what the other affirms: the same is said around it, and it is no name."""
    places = (own, span), (other, flat)
    if any(n.span.overlaps(place) for parts, place in places for n in parts.names):
        return False
    if any(w.text[0].isdecimal() for parts, place in places for w in parts.within(place)):
        return False  # "No. 2" denies no two
    if any(q.span.holds(span) for q in own.quotations) != any(q.span.holds(flat) for q in other.quotations):
        return False  # what somebody says then need not be what the report tells now
    if any(w.text in _hedging("negation") for w in other.words):
        return False
    least = LEAST_LIKENESS if _share_auxiliary(own, span, other, flat) else SURE_LIKENESS
    return alikeness(own, span, other, flat, own=False) >= least


def _share_auxiliary(own: Parts, span: Span, other: Parts, flat: Span) -> bool:
    """Say whether one verb stands after one auxiliary on both sides: "would not appeal", "will appeal"."""
    places = (own, span), (other, flat)
    verbs = {parts.within(place)[-1].text for parts, place in places}
    before = [next((w.text for w in reversed(parts.words) if w.end <= place.start), "") for parts, place in places]
    auxiliaries = {_MODALS.get(text, text) for text in before}
    return len(verbs) == len(auxiliaries) == 1 and before[0] in words_of("finite")


def _facing(side: Side, own: Parts, span: Span, other: Parts, flat: Span, hedge: str) -> Found:
    negated = hedge in _hedging("negation")
    what = "denies what the other side says" if negated else "keeps a distance"
    what = "says that it is not known" if hedge in _hedging("unknown") else what
    places = ((own, span), (other, flat))
    one, two = places if side == "left" else places[::-1]
    return two_sided("claim", one, two, f"the {side} {what}", conflict=negated)


def _hedged(parts: Parts) -> Iterator[tuple[str, str, Span]]:
    """Yield each hedge or negation with the stem of the word it bears on, and both as one span."""
    hedges = _hedging("hedge") | _hedging("negation")
    for at, word in enumerate(parts.words):
        told = _is_told_about(parts, at)
        compared = at > 0 and parts.words[at - 1].text in words_of("comparing")
        if (word.text not in hedges and not told) or compared or _only_shows(parts, at):
            continue
        for bearing in parts.words[at + 1 : at + 2 + _HEDGE_REACH]:
            if bearing.clause != word.clause:
                break
            if told and _is_named(parts, bearing):
                continue
            if word.text in _hedging("hedge") and (bearing.text[0].isdecimal() or _is_named(parts, bearing)):
                break  # "an alleged 12-year-old": it is not the number that is doubted
            if bearing.content and bearing.text not in hedges and bearing.text not in sayings():
                yield word.text, bearing.stem, Span(word.start, bearing.end)
            if bearing.content or (word.text in _hedging("negation") and bearing.text in words_of("no negation")):
                break


def _only_shows(parts: Parts, at: int) -> bool:
    """Say whether "appear" tells that somebody showed up: "appeared in court", unlike "appeared to flee"."""
    following = parts.words[at + 1].text if at + 1 < len(parts.words) else ""
    return parts.words[at].text in words_of("appearing") and following not in ("to", "that")


def _is_told_about(parts: Parts, at: int) -> bool:
    """Say whether a noun such as "claims" stands before "that" here, not a verb with who or what reports before it."""
    word, before = parts.words[at], parts.words[at - 1] if at else None
    if word.text not in _hedging("told") or at + 1 == len(parts.words) or parts.words[at + 1].text != "that":
        return False
    return before is None or not (_is_named(parts, before) or before.text in source_nouns())


def _is_named(parts: Parts, word: Word) -> bool:
    return any(n.start <= word.start < n.end for n in parts.names)


def _unknown(parts: Parts) -> Iterator[tuple[str, str, Span]]:
    """Yield "unknown how many were injured", with the stem of each content word that it bears on."""
    for at, word in enumerate(parts.words):
        if word.text in _hedging("unknown"):
            for bearing in parts.words[at + 1 : at + 1 + _UNKNOWN_REACH]:
                if bearing.content and bearing.clause == word.clause:
                    yield word.text, bearing.stem, Span(word.start, bearing.end)


def _flat(parts: Parts, stem: str) -> Span | None:
    """Return where the sentence has a word that means the same as `stem`, with no hedge or negation in its clause."""
    hedges = _hedging("hedge") | _hedging("negation") | _hedging("unknown") | _hedging("contrary") | _hedging("open")
    for word in parts.words:
        if word.content and mean_the_same(word.stem, stem):
            clause = [w for w in parts.words if w.clause == word.clause]
            return None if any(w.text in hedges for w in clause) else word.span
    return None


def _opposites(ground: Ground, left: Parts, right: Parts) -> Iterator[Found]:
    """Yield words of one slot of which only one can be true: "rose", "fell"; but both parents may speak."""
    sources = ground.sources("left", left), ground.sources("right", right)
    texts = {w.text for w in left.words}, {w.text for w in right.words}
    for one in left.words:
        contrary = _contraries().get(one.text, frozenset())
        if not contrary or contrary & texts[0] or one.text in texts[1] or _is_negated(left, one):
            continue
        for two in right.words:
            if two.text not in contrary or _contraries()[two.text] & texts[1] or _is_negated(right, two):
                continue
            if any(s.source.holds(one.span) for s in sources[0]) or any(s.source.holds(two.span) for s in sources[1]):
                continue
            if alikeness(left, one.span, right, two.span, own=False) >= SURE_LIKENESS:
                why = f"“{one.text}” and “{two.text}” cannot both be right"
                yield two_sided("claim", (left, one.span), (right, two.span), why, conflict=True)
                return


@cache
def _contraries() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, two in read_table(_TABLES / "opposites.tsv"):
        for words, others in ((one, two), (two, one)):
            for word in words.split():
                found[word] = found.get(word, frozenset()) | frozenset(others.split())
    return found


def _is_negated(parts: Parts, word: Word) -> bool:
    return any(w.clause == word.clause and w.text in _hedging("negation") for w in parts.words)


def _limits(left: Parts, right: Parts) -> Iterator[Found]:
    """Yield where one side says "could only" of what the other says without "only"."""
    ours, theirs = list(_modals(left)), list(_modals(right))
    for modal, limited, span in ours:
        for other_modal, other_limited, other_span in theirs:
            if limited == other_limited or modal != other_modal:
                continue
            if alikeness(left, span, right, other_span) >= LEAST_LIKENESS:
                side = "left" if limited else "right"
                yield two_sided("claim", (left, span), (right, other_span), f"the {side} limits what it says")
                return


_MODALS = {"can": "can", "could": "can", "will": "will", "would": "will", "may": "may", "might": "may"}
"""Reported speech shifts "can" to "could", so these are one."""


def _modals(parts: Parts) -> Iterator[tuple[str, bool, Span]]:
    """Yield each modal verb, whether it is limited, and its span up to the verb's content."""
    for at, (word, following) in enumerate(pairwise(parts.words)):
        if word.text in _MODALS:
            limited = following.text in _hedging("limit")
            end = next((w for w in parts.words[at + 1 : at + 5] if w.content), following)
            yield _MODALS[word.text], limited, Span(word.start, end.end)
