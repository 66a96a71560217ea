"""Other words for the same, between sentences that are alike: what the reader may want to see, or hide.

A word is compared by its stem, so that neither tense nor number makes a difference; articles, commas and the shape of
quotation marks are no words at all. The edits are those of the shortest edit script over the words (Indel distance,
as rapidfuzz computes it), neighbouring ones merged.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel, Levenshtein

from tui.articles.article import SIDES, Side, Span
from tui.compare.comparison import Detail, Passage
from tui.compare.details.field import Field
from tui.compare.details.figures import is_same_value
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.telling import in_one_line

LONGEST = 8
"""An edit of more words than this on one side is no other wording but another sentence."""


_AGREED = "="
"""What the stem of a value that both sides give begins with; no word's does."""


Shown = Mapping[tuple[Side, int], Sequence[Span]]
"""What other details show of a sentence, by its side and number."""


def find_wording_details(field: Field, passage: Passage, threshold: float, shown: Shown) -> Iterator[Detail]:
    """Yield the word-level differences of linked sentences that are alike enough.

    Parameters
    ----------
    field, passage
        Both articles, and the passage.
    threshold
        How alike two sentences must be, 0 to 1, as the share of words in common in one order.
    shown
        What other details show: these words are not shown again.
    """
    sentences = field.pair.sentences
    told_links = [link for link in passage.links if (link.left, link.right) in field.links]
    for link in sorted(told_links, key=lambda link: (-link.score, link.left, link.right)):
        left, right = sentences["left"][link.left], sentences["right"][link.right]
        agreed = _agreed(left, right)
        ours = _compared(left, {one: key for key, (one, _) in enumerate(agreed)})
        theirs = _compared(right, {two: key for key, (_, two) in enumerate(agreed)})
        if likeness_of_words(ours, theirs) < threshold:
            continue
        told = shown.get(("left", left.number), ()), shown.get(("right", right.number), ())
        across = _near(field, passage, 0, link.left), _near(field, passage, 1, link.right)
        for one, two in _edits(ours, theirs):
            if one and two:
                elsewhere = _stand_in(one, right) and _stand_in(two, left)
            else:
                elsewhere = _is_said(one, across[0]) and _is_said(two, across[1])
            is_told = _is_told(one, told[0]) or _is_told(two, told[1])
            if not elsewhere and not is_told and _is_worth_showing(left, one, right, two):
                yield _detail(passage.number, left, one, right, two)


def _near(field: Field, passage: Passage, side: int, own: int) -> tuple[Parts, ...]:
    """Return the sentences of the other side that may say what one says.

    Those linked to it in any passage, and the sentences of this one directly before and after these.
    """
    across = {(link.right, link.left)[side] for link in passage.links}
    facing = set(field.partners[side][own])
    reach = facing | {n + step for n in facing & across for step in (-1, 1) if n + step in across}
    return tuple(field.pair.sentences[SIDES[1 - side]][n] for n in sorted(reach))


def likeness_of_words(ours: Sequence[Word], theirs: Sequence[Word]) -> float:
    """Return how alike two sentences are, 0 to 1: the share of words that both have in one order."""
    return float(Indel.normalized_similarity([w.stem for w in ours], [w.stem for w in theirs]))


def _compared(parts: Parts, agreed: Mapping[Span, int]) -> tuple[Word, ...]:
    """Return the words to be compared, a value that both sides agree in being one word with one stem for both."""
    articles = words_of("article")
    if not agreed:
        return tuple([word for word in parts.words if word.text not in articles])
    found: list[Word] = []
    for word in parts.words:
        at = next((span for span in agreed if span.overlaps(word.span)), None)
        if at is None:
            if word.text not in articles:
                found.append(word)
        elif not found or found[-1].span != at:
            found.append(word._replace(start=at.start, end=at.end, stem=f"{_AGREED}{agreed[at]}", content=True))
    return tuple(found)


def _agreed(left: Parts, right: Parts) -> list[tuple[Span, Span]]:
    """Return where both sentences give the same value, each place once: "3 miles" and "5 km" are no other words."""
    found: list[tuple[Span, Span]] = []
    for one in left.figures:
        for two in right.figures:
            taken = any(one.span.overlaps(a) or two.span.overlaps(b) for a, b in found)
            if not taken and is_same_value(one, two):
                found.append((one.span, two.span))
                break
    return found


def _edits(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    """Yield the words that differ, left and right, edits with at most one small word between them as one."""
    merged: list[list[int]] = []
    for edit in Levenshtein.opcodes([w.stem for w in ours], [w.stem for w in theirs]):
        if edit.tag == "equal":
            continue
        bounds = [edit.src_start, edit.src_end, edit.dest_start, edit.dest_end]
        if merged and _is_small(ours[merged[-1][1] : bounds[0]]):
            merged[-1][1], merged[-1][3] = bounds[1], bounds[3]
        else:
            merged.append(bounds)
    for a, b, c, d in merged:
        yield tuple(ours[a:b]), tuple(theirs[c:d])


def _is_small(between: Sequence[Word]) -> bool:
    return len(between) <= 1 and not any(w.content for w in between)


def _is_worth_showing(left: Parts, one: Sequence[Word], right: Parts, two: Sequence[Word]) -> bool:
    if max(len(one), len(two)) > LONGEST or not any(w.content for w in (*one, *two)):
        return False
    if sorted(w.stem for w in one if w.content) == sorted(w.stem for w in two if w.content):
        return False
    named = _named(left, one), _named(right, two)
    if any(who and not any(w.content for w in words) for who, words in zip(named, (two, one), strict=True)):
        return False  # a name and a pronoun
    return named[0] is None or named[0] != named[1]


def _stand_in(words: Sequence[Word], other: Parts) -> bool:
    """Say whether the other sentence has all these words too, at another place."""
    stems = {w.stem for w in other.words}
    return all(w.stem in stems for w in _not_agreed(words))


def _is_said(words: Sequence[Word], across: Sequence[Parts]) -> bool:
    """Say whether the other side of the passage says all this, in these or other words."""
    return all(any(parts.says(w.stem) for parts in across) for w in _not_agreed(words))


def _not_agreed(words: Sequence[Word]) -> Iterator[Word]:
    return (w for w in words if w.content and not w.stem.startswith(_AGREED))


def _named(parts: Parts, words: Sequence[Word]) -> frozenset[str] | None:
    """Return who is named when the words hold nothing but names, else none: "Mr Ruiz" and "Ana Ruiz" are one."""
    if not words:
        return None
    span = _span(words)
    names = [n for n in parts.names if n.span.overlaps(span)]
    bare = [w for w in words if w.content and not any(n.start <= w.start < n.end for n in names)]
    return frozenset(n.name for n in names) if names and not bare else None


def _is_told(words: Sequence[Word], told: Iterable[Span]) -> bool:
    """Say whether another detail shows these words already."""
    return bool(words) and any(span.overlaps(_span(words)) for span in told)


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)


def _detail(passage: int, left: Parts, one: Sequence[Word], right: Parts, two: Sequence[Word]) -> Detail:
    spans = _span(one) if one else None, _span(two) if two else None
    texts = [in_one_line(parts.slice(span)) for parts, span in zip((left, right), spans, strict=True) if span]
    summary, why = " / ".join(texts), "other words"
    if len(texts) == 1:
        side = SIDES[spans[0] is None]
        summary, why = f"only {side}: {texts[0]}", f"more words on the {side}"
    return Detail(passage, left.number, right.number, "wording", *spans, False, summary, why, 0.0)
