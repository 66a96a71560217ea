"""Who does it, under other names: "the West has criticised Russia" against "Washington and Brussels slapped sanctions".

No parser: who acts stands at the head of a sentence or clause with a verb right after; the act is the same where the
verbs are of one meaning, or of one scale, and whom it befalls is named on both sides.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.articles.article import SIDES
from tui.compare.details.claims import read_degrees
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.groups import Group
from tui.compare.details.meaning import mean_the_same
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.sayings import sayings

_VERB_REACH = 4
"""The verb of an act stands among so many words after who acts."""
_OBJECT_REACH = 6
"""Whom an act befalls is named at most so many words after its verb."""
_ACTING = ("place", "organisation")


class Act(NamedTuple):
    """Who does something, and to whom."""

    actor: Group
    verb: Word
    scale: str | None
    """The scale that the verb is a degree of, if it is."""
    objects: frozenset[str]
    """Who or what is named right after the verb, by key."""


def find_actor_details(ground: Ground) -> Iterable[Found]:
    """Yield where linked sentences give the same act to others."""
    for left, right in ground.links:
        if not ground.is_best_of_one(left, right):
            continue
        for one in _acts(ground, left):
            for two in _acts(ground, right):
                if one.actor.members & two.actor.members or not one.objects & two.objects:
                    continue
                if mean_the_same(one.verb.stem, two.verb.stem) or (one.scale and one.scale == two.scale):
                    why = "the same is said of " + " and of ".join(
                        f"{act.actor.shown(act.actor.members)} on the {side}"
                        for side, act in zip(SIDES, (one, two), strict=True)
                    )
                    yield two_sided(one.actor.kind, (left, one.actor.span), (right, two.actor.span), why)


def _acts(ground: Ground, parts: Parts) -> Iterator[Act]:
    """Yield the acts of countries and bodies that a sentence tells."""
    groups = ground.groups(parts)
    degrees = {degree.span.start: degree.scale for degree in read_degrees(parts)}
    for group in groups:
        if group.kind not in _ACTING or not _opens_clause(parts, group):
            continue
        after = [w for w in parts.words if w.start >= group.span.end][:_VERB_REACH]
        verb = next((w for w in after if w.content and w.text not in sayings()), None)
        if verb is None or not after or not (after[0].text in words_of("finite") or after[0] == verb):
            continue
        end = [w for w in parts.words if w.start >= verb.end][:_OBJECT_REACH]
        last = end[-1].end if end else verb.end
        objects = frozenset(m for g in groups if verb.end <= g.span.start < last for m in g.members)
        yield Act(group, verb, degrees.get(verb.start), objects - group.members)


def _opens_clause(parts: Parts, group: Group) -> bool:
    """Say whether nothing but small words stands before a group in its clause."""
    before = [w for w in parts.words if w.end <= group.span.start]
    clause = next((w.clause for w in parts.words if w.start >= group.span.start), -1)
    return not any(w.content for w in before if w.clause == clause)
