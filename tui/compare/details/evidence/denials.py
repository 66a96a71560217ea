"""Evidence of whether a denial, or two contraries, meet one and the same claim: what else is denied, and of whom."""

from functools import lru_cache

from tui.articles.article import SIDES, Span
from tui.compare.details.claims import contraries, denies_what_follows, hedging, is_negation, read_contraries
from tui.compare.details.evidence.case import Case
from tui.compare.details.parts import Parts, words_of

_BESIDE = 3
_MOST = 3
_CLOSE = 5
"""So many words before a value its mood is told."""
_MOODS = ("to come", "may be", "should be")


def same_words(case: Case) -> float:
    """Of each unit's words but negations and auxiliaries, the share that the other unit has too: the smaller one."""
    shares = []
    for side in (0, 1):
        own = {text for text in case.texts[side] if not is_negation(text) and text not in words_of("auxiliary")}
        shares.append(len(own & case.texts[1 - side]) / len(own) if own else 1.0)
    return min(shares)


def before_told(case: Case) -> float:
    """How much the two content words before each unit are said by the other sentence, the less told ones."""
    return min(_before_told(case, side) for side in (0, 1))


def _before_told(case: Case, side: int) -> float:
    start = case.inside(side).start
    before = case.facing.told[side][max(0, start - 2) : start]
    return float(before.mean()) if len(before) else 0.5


def words_beside(case: Case) -> float:
    """Of the three words on either side of each unit, the share that the other sentence has too: the smaller one."""
    return min(_words_beside(case, side) for side in (0, 1))


def _words_beside(case: Case, side: int) -> float:
    unit, words = case.both[side], case.parts(side).words
    others = {word.text for word in case.parts(1 - side).words}
    beside = [*words[max(0, unit.first - _BESIDE) : unit.first], *words[unit.after : unit.after + _BESIDE]]
    return sum(word.text in others for word in beside) / len(beside) if beside else 0.5


def denied_by_both(case: Case) -> float:
    """How many words negate in the sentence that claims, of contraries outside the units of both: at most 3."""
    denying = [any(is_negation(text) for text in texts) for texts in case.texts]
    sides = [side for side in (0, 1) if not denying[side]] if any(denying) else [0, 1]
    return float(min(_MOST, sum(_denials(case, side) for side in sides)))


def _denials(case: Case, side: int) -> int:
    unit = case.both[side]
    words = enumerate(case.parts(side).words)
    return sum(_denies(word.text) for n, word in words if not unit.first <= n < unit.after)


def small_words_kept(case: Case) -> float:
    """Of the small words that stand between a denial and what it denies, the share that the claim has there too."""
    shares = [share for side in (0, 1) if (share := _small_words_kept(case, side)) is not None]
    return min(shares, default=1.0)


def _small_words_kept(case: Case, side: int) -> float | None:
    """Return that share where the unit of a side denies by some such words: "not from Orlin", "not by the army"."""
    words = case.words(side)
    at = next((n for n, word in enumerate(words) if is_negation(word.text)), None)
    if at is None:
        return None
    idle = words_of("auxiliary") | words_of("article")
    between = []
    for word in words[at + 1 :]:
        if word.content:
            break
        between.append(word.text)
    kept = [text for text in between if text not in idle]
    unit, others = case.both[1 - side], case.parts(1 - side).words
    there = {word.text for word in others[max(0, unit.first - _BESIDE) : unit.after]}
    return sum(text in there for text in kept) / len(kept) if kept else None


def says_other(case: Case) -> float:
    """How many of both articles say the other's words too, with the two after them: 2 where each says both things."""
    return float(sum(_says_other(case, side) for side in (0, 1)))


def _says_other(case: Case, side: int) -> bool:
    other, parts = case.both[1 - side], case.parts(1 - side)
    last = parts.words[min(len(parts.words), other.after + 2) - 1]
    return case.field.pair.told[SIDES[side]].says(parts.slice(Span(other.start, max(other.end, last.end))))


def open_claims(case: Case) -> float:
    """How many of both sentences leave a claim open: by "if", "whether" or the like, or to come by "when", "once"."""
    return float(sum(_leaves_open(case, side) for side in (0, 1)))


def _leaves_open(case: Case, side: int) -> bool:
    texts = {word.text for word in case.parts(side).words}
    to_come = not case.texts[side].isdisjoint(hedging("modal"))
    return not texts.isdisjoint(words_of("leaves open")) or (to_come and not texts.isdisjoint(words_of("awaits")))


def denied_apart(case: Case) -> float:
    """Whether one of both units' clauses denies and the other does not, a denial of a denial counted as a claim."""
    return float(_denials_at(case, 0) % 2 != _denials_at(case, 1) % 2)


def _denials_at(case: Case, side: int) -> int:
    """Return how many words deny in the clauses of a unit, in the unit itself but negations outside any contrary."""
    denying = _denying(case.parts(side))
    if not denying:
        return 0
    unit, homes = case.both[side], case.homes(side)
    return sum([plainly if unit.first <= n < unit.after else True for n, clause, plainly in denying if clause in homes])


@lru_cache(maxsize=64)
def _denying(parts: Parts) -> tuple[tuple[int, int, bool], ...]:
    """Return the words of a sentence that deny: place, clause, and whether it is a negation outside any contrary."""
    named = {n for one in read_contraries(parts) for n in range(one.first, one.last + 1)}
    return tuple(
        (n, word.clause, denies_what_follows(parts.words, n) and not (n in named and is_negation(word.text)))
        for n, word in enumerate(parts.words)
        if _denies(word.text)
    )


def _denies(word: str) -> bool:
    return is_negation(word) or word in hedging("contrary")


def contrary_beside(case: Case) -> float:
    """Whether both sentences say contraries beside the units too, as of two times or places: "before", "after"."""
    one, two = (
        {told.form for told in read_contraries(case.parts(side)) if not unit.first <= told.first < unit.after}
        for side, unit in enumerate(case.both)
    )
    return float(any(not contraries()[form].isdisjoint(two - one) for form in one - two))


def denied_for_a_time(case: Case) -> float:
    """How many denials hold only for a time, by their clause: "not until May", "not yet", "not since", "no longer"."""
    return float(sum(_denies_for_a_time(case, side) for side in (0, 1)))


def _denies_for_a_time(case: Case, side: int) -> bool:
    homes = case.homes(side)
    texts = {word.text for word in case.parts(side).words if word.clause in homes}
    return any(map(is_negation, texts)) and not texts.isdisjoint(words_of("for a time"))


def set_right(case: Case) -> float:
    """How much of what a denial is set right by, after "but", the other sentence says: "not by train but by boat"."""
    return max(_set_right(case, side) for side in (0, 1))


def _set_right(case: Case, side: int) -> float:
    words, sentence = case.parts(side).words, case.sentence(side)
    denial = next((n for n, word in enumerate(words) if is_negation(word.text)), None)
    at = next((n for n, word in enumerate(words) if word.text == "but" and denial is not None and n > denial), None)
    if at is None:
        return 0.0
    right = sentence.inside(at, len(words))
    return sentence.share_told(case.facing.told[side][right], right) if right.start < right.stop else 0.0


def now_and_then(case: Case) -> float:
    """How many of both sentences tell what is usual or was done at some other time: "often", "earlier"."""
    told = words_of("now and then") | words_of("at another time")
    return float(sum(any(word.text in told for word in case.parts(side).words) for side in (0, 1)))


def wished(case: Case) -> float:
    """How many of both claims are only pleaded, charged, wanted or hoped for, by their clauses."""
    return float(sum(_is_wished(case, side) for side in (0, 1)))


def _is_wished(case: Case, side: int) -> bool:
    homes = case.homes(side)
    return any(word.clause in homes and word.text in words_of("only wished") for word in case.parts(side).words)


def moods_apart(case: Case) -> float:
    """Whether one is told as a fact and the other is to come, may be or should be, or the like: 1; else 0."""
    moods = [_moods(case, side) for side in (0, 1)]
    return float(moods[0] != moods[1])


def _moods(case: Case, side: int) -> frozenset[str]:
    """Return the moods of a unit's clauses, of a value only those told close before it."""
    unit, homes = case.both[side], case.homes(side)
    first = unit.first - _CLOSE if unit.family == "number" else 0
    words = [word.text for word in case.parts(side).words[max(0, first) :] if word.clause in homes]
    texts = {text.replace("’", "'").removesuffix("n't") for text in words}
    return frozenset(mood for mood in _MOODS if not texts.isdisjoint(words_of(mood)))


def negated_apart(case: Case) -> float:
    """Whether the clauses of one of both units negate something and those of the other do not: 1; else 0."""
    return float(_negates(case, 0) != _negates(case, 1))


def _negates(case: Case, side: int) -> bool:
    homes = case.homes(side)
    return any(word.clause in homes and is_negation(word.text) for word in case.parts(side).words)
