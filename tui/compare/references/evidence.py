"""What speaks for and against that a pronoun or description stands for a candidate: one number a feature, 0 to 1."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from tui.compare.references.candidates import Candidate, Place, place_of_pointer
from tui.compare.references.lexicon import COPULA, VERB, words
from tui.compare.references.scan import POSSESSIVE, Pointer, Scene
from tui.compare.references.standing import (
    NOWHERE,
    UNPLACED,
    is_one_of_several,
    stand,
    stand_in_paragraph,
    strangers_between,
)
from tui.compare.references.state import State, Stranger
from tui.compare.references.tellers import find_speaker_around, find_teller, is_teller

FEATURES = (
    # the pointer
    "he or she",
    "it",
    "they",
    "description",
    "predicate",
    "owned",
    "subject",
    "object",
    "possessive",
    "reflexive",
    "quoted",
    "followed by speech",
    "pleonastic",
    # the candidate
    "person",
    "organisation",
    "place",
    "several",
    # both
    "same gender",
    "gender unknown",
    "same kind",
    "said of it",
    "words said of it",
    "in its name",
    "sentences between",
    "same sentence",
    "words between",
    "same paragraph",
    "clause between",
    "was subject",
    "was possessive",
    "was in phrase",
    "was pronoun",
    "was same form",
    "was named",
    "was speaker",
    "was quoted",
    "was unsure",
    "not quoted as the pointer is",
    "parallel",
    "reflexive of its subject",
    "subject of last sentence",
    "subject of last sentence, speech behind",
    "was subject, speech behind",
    "first in this sentence",
    "not yet named",
    "mentions so far",
    "nearest",
    "rank by nearness",
    "rank by mentions",
    "share of mentions",
    "rivals",
    "strangers between",
    "stranger leads to it",
    "touches",
    "tells it of itself",
    "says the quotation around it",
    # who is spoken of in this paragraph
    "one of several",
    "others in its sentence",
    "first of this paragraph",
    "sole one of this paragraph",
    "sole one of this sentence",
    "spoke last",
    "since the last quotation",
    "subject since the last quotation",
)


_CLAIMING = frozenset(("that", "to", "for", "if"))


def rows(pointer: Pointer, options: list[Candidate], state: State) -> list[tuple[float, ...]]:
    """Return a row of evidence for each option of a pointer; the options come nearest first."""
    scene = state.scene
    here = place_of_pointer(scene, pointer)
    about, others = _about_pointer(pointer, here, scene), _told_words(pointer)
    lasts = [option.place_for(here) if option.places else None for option in options]
    by_mentions = sorted(range(len(options)), key=lambda n: -len(options[n].places))
    rivals = min(len(options) - 1, 5) / 5
    mentions = sum([len(option.places) for option in options]) or 1
    teller, says = find_teller(here, scene), find_speaker_around(here, scene)
    opening, since = state.opening.get(state.told[here.sentence] - 1, ()), _last_quoted(here, state)
    found: list[tuple[float, ...]] = []
    for n, option in enumerate(options):
        last = lasts[n]
        fitting = _rivals(pointer, n, options, lasts)
        apart = last is None or not is_one_of_several(last, option, fitting)
        row = about + _fit(pointer, option, others)
        row += NOWHERE if last is None else stand(pointer, here, last, option, state, apart)
        row += (
            float(n == 0 and apart),
            min(n, 4) / 4,
            min(by_mentions.index(n), 4) / 4,
            len(option.places) / mentions,
            rivals,
            0.0 if last is None else strangers_between(pointer, last, option, state),
            _leads(opening, pointer, option),
            float(last is not None and _touches(pointer, option, scene)),
            float(is_teller(teller, option, here, scene)),
            float(option.names[0] == says),
        )
        row += UNPLACED if last is None else stand_in_paragraph(here, last, option, fitting, state, since, apart)
        found.append(row)
    return found


def _last_quoted(here: Place, state: State) -> int:
    """Return the last quoted word before a place, and before the quotation that it stands right behind; -1 for none."""
    at, scene = here.first - 1, state.scene
    if True in scene.quoted[max(0, at - 2) : at + 1]:
        while at >= 0 and not scene.quoted[at]:
            at -= 1
        before = bisect_left(state.unquoted, at)
        at = state.unquoted[before - 1] if before else -1
    # The last of so many quoted words: to go back to it word by word takes long where nothing is quoted.
    return bisect_left(state.quoted_before, state.quoted_before[at + 1]) - 1


def _leads(opening: Sequence[Stranger], pointer: Pointer, option: Candidate) -> float:
    """Return how likely somebody else who fits opens the sentence before: "Another woman shook her head."."""
    return max([stranger.is_other(pointer.meaning, option) for stranger in opening]) if opening else 0.0


def _rivals(pointer: Pointer, number: int, options: list[Candidate], lasts: list[Place | None]) -> list[Place]:
    """Return where the other options stand last whose gender fits the pointer about as well as that of one."""
    gender = pointer.meaning.gender
    least = gender * options[number].gender - 0.3
    found: list[Place] = []
    for n, last in enumerate(lasts):
        if last is not None and n != number and gender * options[n].gender >= least:
            found.append(last)
    return found


def _about_pointer(pointer: Pointer, here: Place, scene: Scene) -> tuple[float, ...]:
    form, role = pointer.form, pointer.role
    return (
        float(form == "he" or form == "she"),
        float(form == "it"),
        float(form == "they"),
        float(form == "the"),
        float(form == "a"),
        float(pointer.owner),
        float(role == "subject"),
        float(role == "object"),
        float(role == "possessive"),
        float(role == "reflexive"),
        float(here.quoted),
        float(here.speaks),
        float(form == "it" and _is_pleonastic(scene, pointer.last)),
    )


def _is_pleonastic(scene: Scene, at: int) -> bool:
    """Say whether "it" means nothing: "it is clear that", "it rained", "it seems"."""
    following = scene.low[at + 1 : at + 7]
    if following[0] in words("raining"):
        return True
    verb = scene.kinds[at + 1] & VERB or following[0] in POSSESSIVE
    return bool(verb) and not words("judged").isdisjoint(following[1:4]) and not _CLAIMING.isdisjoint(following)


def _told_words(pointer: Pointer) -> frozenset[str]:
    """Return the words of a description that tell whom it means, its noun left out."""
    return pointer.words - {pointer.head} - words("aside") if pointer.words else pointer.words


def _fit(pointer: Pointer, option: Candidate, others: frozenset[str]) -> tuple[float, ...]:
    gender, kind = pointer.meaning.gender, option.kind
    said = len(others & option.said_of) / len(others) if others else 0.0
    named = False
    if pointer.words:
        for name in option.names:
            named = named or not pointer.words.isdisjoint(_words_of_name(name))
    return (
        float(kind == "person"),
        float(kind == "organisation"),
        float(kind == "place"),
        float(option.many),
        (1 + gender * option.gender) / 2 if gender else 0.5,
        float(kind == "person" and not option.gender),
        float(is_of_its_kind(pointer, option)),
        float(pointer.head != "" and pointer.head in option.said_of),
        said,
        float(named),
    )


@lru_cache(maxsize=1 << 12)
def _words_of_name(name: str) -> frozenset[str]:
    return frozenset(name.lower().split())


def is_of_its_kind(pointer: Pointer, candidate: Candidate) -> bool:
    """Say whether a description can mean a candidate of its kind: a body also by what a place is called, a hospital."""
    if pointer.meaning.kind == candidate.kind:
        return True
    return candidate.kind == "place" and pointer.head in _words_of_name(candidate.names[0])


def _touches(pointer: Pointer, option: Candidate, scene: Scene) -> bool:
    """Say whether a description is said of the candidate right there: "Brandt, the mayor", "Brandt is a baker"."""
    if pointer.form != "the" and pointer.form != "a":
        return False
    at = option.places[-1].last + 1
    follows = scene.low[at] == "," or bool(scene.kinds[at] & COPULA)
    return follows and at < pointer.first <= at + 2
