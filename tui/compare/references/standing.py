"""How the last place of a candidate lies to a pronoun or description: one number a feature, 0 to 1."""

import math
from bisect import bisect_left
from collections.abc import Sequence

from tui.compare.references.candidates import Candidate, Place
from tui.compare.references.scan import Pointer
from tui.compare.references.state import State

_PRONOUNS = frozenset(("he", "she", "it", "they"))
_STRANGERS_WITHIN = 120
"""People nobody names count over so many words."""
NOWHERE = (0.0, 1.0, 0.5, 1.0, *([0.0] * 17), 1.0, 0.0)
"""How somebody who is not named so far lies to a pointer."""
UNPLACED = (0.0,) * 8


def stand(
    pointer: Pointer, here: Place, last: Place, option: Candidate, state: State, apart: bool
) -> tuple[float, ...]:
    """Return how the last place of a candidate lies to the pointer."""
    gap = here.sentence - last.sentence
    between = here.first - last.last
    if gap and not here.quoted:
        between -= state.quoted_before[here.first] - state.quoted_before[last.last]
    is_subject = gap > 0 and apart and state.subjects.get(state.told[here.sentence] - 1) is option
    form, subject = last.form, last.subject
    return (
        min(gap, 6) / 6,
        float(gap == 0),
        min(1.0, math.log2(1 + max(0, between)) / 8),
        float(state.paragraph_of[here.sentence] == state.paragraph_of[last.sentence]),
        float(gap > 0 or _holds_any(state.breaks, last.last + 1, here.first)),
        float(subject),
        float(last.possessive),
        float(last.in_phrase),
        float(form in _PRONOUNS),
        float(form == pointer.form),
        float(form == ""),
        float(last.speaks),
        float(last.quoted and not here.quoted),
        1.0 - last.sure,
        float(here.quoted and not last.quoted),
        float(here.subject == subject and here.possessive == last.possessive),
        float(gap == 0 and subject and pointer.role == "reflexive"),
        float(is_subject),
        float(is_subject and here.speaks),
        float(here.speaks and subject and not last.quoted),
        float(state.openers.get(here.sentence) is option),
        0.0,
        min(1.0, math.log2(1 + len(option.places)) / 5),
    )


def _holds_any(places: Sequence[int], start: int, end: int) -> bool:
    """Say whether one of some places, in order, lies from `start` to before `end`."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def is_one_of_several(last: Place, option: Candidate, rivals: list[Place]) -> bool:
    """Say whether a candidate was last told together with another who fits as well: "Brandt met Lind"."""
    sentence = last.sentence
    return sentence in option.joined_in and any([rival.sentence == sentence for rival in rivals])


def stand_in_paragraph(
    here: Place, last: Place, option: Candidate, rivals: list[Place], state: State, since: int, apart: bool
) -> tuple[float, ...]:
    """Return how a candidate stands to the paragraph of the pointer and the speech in it."""
    paragraph_of = state.paragraph_of
    paragraph = paragraph_of[here.sentence]
    is_here, in_sentence = paragraph_of[last.sentence] == paragraph, last.sentence == here.sentence
    beside, is_sole, is_sole_here = 0, is_here, in_sentence
    for rival in rivals:
        beside += rival.sentence == last.sentence
        is_sole = is_sole and paragraph_of[rival.sentence] != paragraph
        is_sole_here = is_sole_here and rival.sentence != here.sentence
    after = last.first > since
    return (
        float(not apart),
        min(beside, 2) / 2,
        float(state.leaders.get(paragraph) is option),
        float(is_sole),
        float(is_sole_here),
        float(state.spoke is option),
        float(after),
        float(after and last.subject),
    )


def strangers_between(pointer: Pointer, last: Place, option: Candidate, state: State) -> float:
    """Return how many unnamed people who fit stand between the candidate and the pointer, 0 to 1 for three."""
    if pointer.form == "it" or pointer.form == "a":
        return 0.0
    after, count = max(last.last, pointer.first - _STRANGERS_WITHIN - 1), 0.0
    for stranger in reversed(state.strangers):
        if stranger.at <= after or count >= 3:
            break
        count += stranger.is_other(pointer.meaning, option)
    return min(count, 3.0) / 3
