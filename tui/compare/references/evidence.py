"""What speaks for and against that a pronoun or description stands for a candidate: one number a feature, 0 to 1."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from tui.compare.references.candidates import Candidate, Place, place_of_pointer
from tui.compare.references.lexicon import words
from tui.compare.references.scan import Pointer, Scene, is_told_to_speak
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


def rows(pointer: Pointer, options: list[Candidate], state: State) -> list[tuple[float, ...]]:
    """Return a row of evidence for each option of a pointer; the options come nearest first."""
    here = place_of_pointer(state.scene, pointer)
    about = _about_pointer(pointer, state.scene)
    by_mentions = sorted(range(len(options)), key=lambda n: -len(options[n].places))
    rivals = min(len(options) - 1, 5) / 5
    mentions = sum(len(option.places) for option in options) or 1
    rank = {n: r for r, n in enumerate(by_mentions)}
    fitting = [_rivals(pointer, option, options) for option in options]
    apart = [not _is_one_of_several(here, o, rivals_) for o, rivals_ in zip(options, fitting, strict=True)]
    teller, says = find_teller(here, state.scene), find_speaker_around(here, state.scene)
    opening, since = state.opening.get(state.told[here.sentence] - 1, ()), _last_quoted(here, state)
    return [
        about
        + _about_candidate(option)
        + _fit(pointer, option)
        + _stand(pointer, here, option, state, apart[n])
        + (float(n == 0 and apart[n]), min(n, 4) / 4, min(rank[n], 4) / 4, len(option.places) / mentions, rivals)
        + (_strangers(pointer, here, option, state), _leads(opening, pointer, option))
        + (float(_touches(pointer, option, state.scene)),)
        + (float(is_teller(teller, option, here, state.scene)), float(option.names[0] == says))
        + _paragraph(here, option, fitting[n], state, since, apart[n])
        for n, option in enumerate(options)
    ]


def _last_quoted(here: Place, state: State) -> int:
    """Return the last quoted word before a place, and before the quotation that it stands right behind; -1 for none."""
    at, scene = here.first - 1, state.scene
    if any(scene.words[n].quoted for n in range(max(0, at - 2), at + 1)):
        while at >= 0 and not scene.words[at].quoted:
            at -= 1
        before = bisect_left(state.unquoted, at)
        at = state.unquoted[before - 1] if before else -1
    # The last of so many quoted words: to go back to it word by word takes long where nothing is quoted.
    return bisect_left(state.quoted_before, state.quoted_before[at + 1]) - 1


def _leads(opening: Sequence[Stranger], pointer: Pointer, option: Candidate) -> float:
    """Return how likely somebody else who fits opens the sentence before: "Another woman shook her head."."""
    return max((stranger.is_other(pointer.meaning, option) for stranger in opening), default=0.0)


def _rivals(pointer: Pointer, option: Candidate, options: list[Candidate]) -> list[Candidate]:
    """Return the other options whose gender fits the pointer about as well."""
    least = pointer.meaning.gender * option.gender - 0.3
    return [o for o in options if o is not option and o.places and pointer.meaning.gender * o.gender >= least]


def _is_one_of_several(here: Place, option: Candidate, rivals: list[Candidate]) -> bool:
    """Say whether a candidate was last told together with another who fits as well: "Brandt met Lind"."""
    if not option.places:
        return False
    sentence = option.place_for(here).sentence
    return sentence in option.joined_in and any(rival.place_for(here).sentence == sentence for rival in rivals)


def _paragraph(
    here: Place, option: Candidate, rivals: list[Candidate], state: State, since: int, apart: bool
) -> tuple[float, ...]:
    """Return how a candidate stands to the paragraph of the pointer and the speech in it."""
    if not option.places:
        return (0.0,) * 8
    last, paragraph = option.place_for(here), state.paragraph_of[here.sentence]
    others = [rival.place_for(here) for rival in rivals]
    is_here = state.paragraph_of[last.sentence] == paragraph
    after = last.first > since
    beside = sum(other.sentence == last.sentence for other in others)
    return (
        float(not apart),
        min(beside, 2) / 2,
        float(state.leaders.get(paragraph) is option),
        float(is_here and all(state.paragraph_of[other.sentence] != paragraph for other in others)),
        float(last.sentence == here.sentence and all(other.sentence != here.sentence for other in others)),
        float(state.spoke is option),
        float(after),
        float(after and last.subject),
    )


def _about_pointer(pointer: Pointer, scene: Scene) -> tuple[float, ...]:
    form, role = pointer.form, pointer.role
    return (
        float(form in ("he", "she")),
        float(form == "it"),
        float(form == "they"),
        float(form == "the"),
        float(form == "a"),
        float(pointer.owner),
        float(role == "subject"),
        float(role == "object"),
        float(role == "possessive"),
        float(role == "reflexive"),
        float(scene.words[pointer.first].quoted),
        float(is_told_to_speak(scene, pointer.first, pointer.last)),
        float(form == "it" and _is_pleonastic(scene, pointer.last)),
    )


def _is_pleonastic(scene: Scene, at: int) -> bool:
    """Say whether "it" means nothing: "it is clear that", "it rained", "it seems"."""
    following = [scene.lower(at + n) for n in range(1, 7)]
    if following[0] in words("raining"):
        return True
    verb = following[0] in words("verbs") or following[0] in ("'s", "’s", "'", "’")
    return verb and bool(words("judged") & set(following[1:4])) and bool({"that", "to", "for", "if"} & set(following))


def _about_candidate(option: Candidate) -> tuple[float, ...]:
    return (
        float(option.kind == "person"),
        float(option.kind == "organisation"),
        float(option.kind == "place"),
        float(option.many),
    )


def _fit(pointer: Pointer, option: Candidate) -> tuple[float, ...]:
    gender = pointer.meaning.gender
    others = pointer.words - {pointer.head} - words("aside")
    return (
        (1 + gender * option.gender) / 2 if gender else 0.5,
        float(option.kind == "person" and not option.gender),
        float(is_of_its_kind(pointer, option)),
        float(bool(pointer.head) and pointer.head in option.said_of),
        len(others & option.said_of) / len(others) if others else 0.0,
        float(any([not pointer.words.isdisjoint(_words_of_name(name)) for name in option.names])),
    )


@lru_cache(maxsize=1 << 12)
def _words_of_name(name: str) -> frozenset[str]:
    return frozenset(name.lower().split())


def is_of_its_kind(pointer: Pointer, candidate: Candidate) -> bool:
    """Say whether a description can mean a candidate of its kind: a body also by what a place is called, a hospital."""
    if pointer.meaning.kind == candidate.kind:
        return True
    return candidate.kind == "place" and pointer.head in _words_of_name(candidate.names[0])


def _stand(pointer: Pointer, here: Place, option: Candidate, state: State, apart: bool) -> tuple[float, ...]:
    """Return how the last place of a candidate lies to the pointer."""
    if not option.places:
        return (0.0, 1.0, 0.5, 1.0, *([0.0] * 17), 1.0, 0.0)
    last, scene = option.place_for(here), state.scene
    gap = here.sentence - last.sentence
    between = here.first - last.last
    if not here.quoted and gap:
        between -= state.quoted_before[here.first] - state.quoted_before[last.last]
    clause = gap > 0 or _holds_any(state.breaks, last.last + 1, here.first)
    named = last.form == ""
    is_subject = state.subjects.get(state.told[here.sentence] - 1) is option and gap > 0 and apart
    speaks = is_told_to_speak(scene, here.first, here.last)
    role = here.subject == last.subject and here.possessive == last.possessive
    return (
        min(gap, 6) / 6,
        float(gap == 0),
        min(1.0, math.log2(1 + max(0, between)) / 8),
        float(state.paragraph_of[here.sentence] == state.paragraph_of[last.sentence]),
        float(clause),
        float(last.subject),
        float(last.possessive),
        float(last.in_phrase),
        float(last.form in ("he", "she", "it", "they")),
        float(last.form == pointer.form),
        float(named),
        float(is_told_to_speak(scene, last.first, last.last)),
        float(last.quoted and not here.quoted),
        1.0 - last.sure,
        float(here.quoted and not last.quoted),
        float(role),
        float(pointer.role == "reflexive" and last.subject and last.sentence == here.sentence),
        float(is_subject),
        float(is_subject and speaks),
        float(speaks and not last.quoted and last.subject),
        float(state.openers.get(here.sentence) is option),
        0.0,
        min(1.0, math.log2(1 + len(option.places)) / 5),
    )


def _holds_any(places: Sequence[int], start: int, end: int) -> bool:
    """Say whether one of some places, in order, lies from `start` to before `end`."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _strangers(pointer: Pointer, here: Place, option: Candidate, state: State) -> float:
    """Return how many unnamed people who fit stand between the candidate and the pointer, 0 to 1 for three."""
    if not option.places or pointer.form in ("it", "a"):
        return 0.0
    after, count = option.place_for(here).last, 0.0
    for stranger in reversed(state.strangers):
        if stranger.at <= after or count >= 3 or pointer.first - stranger.at > 120:
            break
        count += stranger.is_other(pointer.meaning, option)
    return min(count, 3.0) / 3


def _touches(pointer: Pointer, option: Candidate, scene: Scene) -> bool:
    """Say whether a description is said of the candidate right there: "Brandt, the mayor", "Brandt is a baker"."""
    if pointer.form not in ("the", "a") or not option.places:
        return False
    at = option.places[-1].last + 1
    if scene.lower(at) in words("copulas") or scene.lower(at) == ",":
        at += 1
    else:
        return False
    return at <= pointer.first <= at + 1
