"""What befell people or things and only one side of a passage tells: a death, an arrest, houses destroyed."""

from collections.abc import Iterable, Iterator

from tui.articles.article import SIDES, Side, Span
from tui.compare.details.found import Found, one_sided
from tui.compare.details.ground import Ground, other_side
from tui.compare.details.meaning import mean_the_same
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.roles import fate_of

_GRAVE = frozenset({"dead", "hurt", "missing", "arrested", "detained", "trapped", "kidnapped", "destroyed"})


def find_fate_details(ground: Ground) -> Iterable[Found]:
    """Yield the deaths, arrests and other grave things that only one of two surely linked sentences tells."""
    for side in SIDES:
        for own, others in ground.facing(side):
            near = ground.near(side, own)
            for kin, words in _fates(own):
                if _is_told(kin, words, near) or _is_told_elsewhere(ground, side, kin, own, words):
                    continue
                span = Span(words[0].start, words[-1].end)
                yield one_sided("claim", side, own, others[0], span, f"only the {side} tells it")


def _fates(parts: Parts) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Yield each grave fate that a sentence tells as a fact, with its verb and whom or what it befell."""
    for at, word in enumerate(parts.words):
        kin = fate_of(word.text)
        unreal = at > 0 and parts.words[at - 1].text == "to"
        quoted = unreal or any(q.span.holds(word.span) for q in parts.quotations)
        if kin not in _GRAVE or quoted or any(f.span.overlaps(word.span) for f in parts.figures):
            continue
        before = parts.words[at - 1] if at and parts.words[at - 1].content else None
        after = next((w for w in parts.words[at + 1 : at + 3] if w.content and w.clause == word.clause), None)
        object_follows = at + 1 < len(parts.words) and parts.words[at + 1].text in words_of("article")
        if before and before.clause == word.clause and not object_follows:
            yield kin, (before, word)
        elif after:
            yield kin, (word, after)


def _is_told_elsewhere(ground: Ground, side: Side, kin: str, own: Parts, words: tuple[Word, ...]) -> bool:
    """Say whether the other article tells the fate of whom it befell anywhere, or nobody knows whom it befell."""
    whom = [w for w in words if fate_of(w.text) != kin]
    dated = any(d.span.overlaps(w.span) for d in own.dates for w in whom)
    others = ground.pair.told[other_side(side)].fates.get(kin, frozenset())
    return dated or any(w.stem in others for w in whom)


def _is_told(kin: str, words: tuple[Word, ...], near: Iterable[Parts]) -> bool:
    verb = next(word for word in words if fate_of(word.text) == kin)
    return any(
        fate_of(other.text) == kin or (other.content and mean_the_same(other.stem, verb.stem))
        for parts in near
        for other in parts.words
    )
