"""The way through an article, from its first word to its last, on which each pointer is given its candidate."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice

from tui.articles.article import Article
from tui.compare.references.candidates import Candidate, Place, find_candidates, place_of_name, place_of_pointer
from tui.compare.references.evidence import is_of_its_kind, rows
from tui.compare.references.lexicon import CLAUSE, COPULA
from tui.compare.references.scan import Pointer, Scene
from tui.compare.references.state import State, Stranger

Decide = Callable[[Pointer, list[Candidate], list[tuple[float, ...]]], tuple[Candidate | None, Sequence[float]]]
"""Given a pointer, its options and a row of evidence for each; returns whom it stands for, or none, and how likely
each is."""

_LOOKED_AT = 30
"""So many of those mentioned last are looked at."""
_OPTIONS = 6
_TAKEN_UP = 0.5
"""From so likely on whom a pointer means counts as mentioned there, if not surely enough to be told."""
_LEADING = frozenset((",", "also", "then", "later", "not"))
"""What may stand between somebody and what is said of them beside a copula."""
_AHEAD = 12
"""A name may follow its pronoun within so many words: "In his speech, Kerry said"."""


def resolve(article: Article, scene: Scene, decide: Decide) -> None:
    """Go through the pointers of an article in order; what `decide` says of one is known when the next is asked."""
    everyone, where = find_candidates(scene)
    unquoted = [at for at, quoted in enumerate(scene.quoted) if not quoted]
    telling = {scene.sentences[at] for at in unquoted if scene.texts[at].isalnum()}
    told = list(accumulate([int(number in telling) for number in range(len(article.sentences))]))
    state = State(
        scene,
        [sentence.paragraph for sentence in article.sentences],
        told,
        [0, *accumulate(scene.quoted)],
        unquoted,
        [at for at in range(scene.size) if scene.kinds[at] & CLAUSE or scene.texts[at] in ",;:—–"],
    )
    recent: dict[int, Candidate] = {}
    top = max((c for c in everyone if c.kind == "person"), key=lambda c: c.ahead, default=None)
    names, pointers = iter(_placed(scene, where)), scene.pointers
    strangers = iter(_strangers(scene))
    name, stranger = next(names, None), next(strangers, None)
    for pointer in pointers:
        while name is not None and name[0] < pointer.first:
            _mention(state, recent, name[2], place_of_name(scene, name[0], name[1]))
            name = next(names, None)
        while stranger is not None and stranger.at < pointer.first:
            state.meet(stranger)
            stranger = next(strangers, None)
        options = _fitting(pointer, recent, scene)
        if top is not None and top.places and top not in options and _fits(pointer, top, scene):
            options.append(top)
        if pointer.form in ("he", "she") and pointer.role != "reflexive":
            options += _ahead(pointer, scene, where, options)
        if not options:
            continue
        chosen, chances = decide(pointer, options, rows(pointer, options, state))
        best = max(range(len(chances)), key=chances.__getitem__)
        if chosen is not None or chances[best] >= _TAKEN_UP:
            _mention(state, recent, options[best], place_of_pointer(scene, pointer, chances[best]))
        if chosen is not None:
            chosen.learn_gender(pointer.meaning.gender)
        elif pointer.meaning.kind == "person" and pointer.form != "a" and not scene.quoted[pointer.first]:
            could_be = {option.names: chance for option, chance in zip(options, chances, strict=True)}
            state.meet(Stranger(pointer.first, pointer.meaning.many, pointer.meaning.gender, could_be))


def _fitting(pointer: Pointer, recent: dict[int, Candidate], scene: Scene) -> list[Candidate]:
    """Return who of those mentioned last can be meant, the last one first."""
    found: list[Candidate] = []
    for candidate in islice(reversed(recent.values()), _LOOKED_AT):
        if _fits(pointer, candidate, scene):
            found.append(candidate)
            if len(found) == _OPTIONS:
                break
    return found


def _placed(scene: Scene, where: list[tuple[int, Candidate]]) -> Iterator[tuple[int, int, Candidate]]:
    for number, candidate in where:
        first, last, _ = scene.names[number]
        yield first, last, candidate


def _mention(state: State, recent: dict[int, Candidate], candidate: Candidate, place: Place) -> None:
    candidate.mention(place)
    recent.pop(id(candidate), None)
    recent[id(candidate)] = candidate
    state.openers.setdefault(place.sentence, candidate)
    if place.quoted:
        return
    state.leaders.setdefault(state.paragraph_of[place.sentence], candidate)
    if place.subject:
        state.subjects.setdefault(state.told[place.sentence], candidate)
    if place.speaks:
        state.spoke = candidate


def _strangers(scene: Scene) -> Iterator[Stranger]:
    """Yield the words that mean people and belong to no name."""
    for at, meaning in enumerate(scene.nouns):
        if meaning is None or meaning.kind != "person" or at in scene.name_at or at + 1 in scene.name_at:
            continue
        if at not in scene.told_of_names and scene.low[at - 1] not in ("the", "this"):
            yield Stranger(at, meaning.many, meaning.gender)


def _fits(pointer: Pointer, candidate: Candidate, scene: Scene) -> bool:
    """Say whether a candidate can be meant at all."""
    form, meaning = pointer.form, pointer.meaning
    if form in ("he", "she"):
        return candidate.kind == "person" and not candidate.many and meaning.gender * candidate.gender > -0.6
    if form == "it":
        return candidate.kind != "person" and not candidate.many
    if form == "they":
        return candidate.many or candidate.kind == "organisation"
    if candidate.many != meaning.many or not is_of_its_kind(pointer, candidate):
        return False
    if meaning.gender * candidate.gender < -0.6:
        return False
    return form != "a" or _just_before(pointer, candidate, scene)


def _just_before(pointer: Pointer, candidate: Candidate, scene: Scene) -> bool:
    last = candidate.places[-1].last
    between = range(last + 1, pointer.first)
    if not 0 < len(between) < 4:
        return False
    return all([scene.kinds[at] & COPULA or scene.low[at] in _LEADING for at in between])


def _ahead(
    pointer: Pointer, scene: Scene, where: list[tuple[int, Candidate]], options: list[Candidate]
) -> list[Candidate]:
    """Return the one person named next in the pointer's sentence who has not been mentioned so far."""
    at, sentence = pointer.last + 1, scene.sentences[pointer.last]
    while at < scene.size and at - pointer.last < _AHEAD and scene.sentences[at] == sentence:
        number = scene.name_at.get(at)
        if number is not None:
            found = [c for n, c in _numbered(where, number) if not c.places and _fits(pointer, c, scene)]
            return [c for c in found if c not in options][:1]
        at += 1
    return []


def _numbered(where: list[tuple[int, Candidate]], number: int) -> list[tuple[int, Candidate]]:
    at = bisect_left(where, number, key=lambda found: found[0])
    return [found for found in where[at : at + 3] if found[0] == number]
