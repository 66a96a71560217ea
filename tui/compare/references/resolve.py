"""The way through an article, from its first word to its last, on which each pointer is given its candidate."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice

from tui.articles.article import Article
from tui.compare.nouns import noun
from tui.compare.references.candidates import Candidate, Place, find_candidates, place_of_name, place_of_pointer
from tui.compare.references.evidence import is_of_its_kind, rows
from tui.compare.references.lexicon import words
from tui.compare.references.scan import Pointer, Scene, Word, is_told_to_speak
from tui.compare.references.state import State, Stranger

Decide = Callable[[Pointer, list[Candidate], list[tuple[float, ...]]], tuple[Candidate | None, Sequence[float]]]
"""Given a pointer, its options and a row of evidence for each; returns whom it stands for, or none, and how likely
each is."""

_LOOKED_AT = 30
"""So many of those mentioned last are looked at."""
_OPTIONS = 6
_TAKEN_UP = 0.5
"""From so likely on whom a pointer means counts as mentioned there, if not surely enough to be told."""
_AHEAD = 12
"""A name may follow its pronoun within so many words: "In his speech, Kerry said"."""


def resolve(article: Article, scene: Scene, decide: Decide) -> None:
    """Go through the pointers of an article in order; what `decide` says of one is known when the next is asked."""
    everyone, where = find_candidates(scene)
    telling = {word.sentence for word in scene.words if not word.quoted and word.text.isalnum()}
    told = list(accumulate(int(number in telling) for number in range(len(article.sentences))))
    state = State(
        scene,
        [sentence.paragraph for sentence in article.sentences],
        told,
        [0, *accumulate(int(word.quoted) for word in scene.words)],
        [at for at, word in enumerate(scene.words) if not word.quoted],
        [at for at, word in enumerate(scene.words) if _parts_clauses(word)],
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
        options = [c for c in islice(reversed(recent.values()), _LOOKED_AT) if _fits(pointer, c, scene)][:_OPTIONS]
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
        elif pointer.meaning.kind == "person" and pointer.form != "a" and not scene.words[pointer.first].quoted:
            could_be = {option.names: chance for option, chance in zip(options, chances, strict=True)}
            state.meet(Stranger(pointer.first, pointer.meaning.many, pointer.meaning.gender, could_be))


def _parts_clauses(word: Word) -> bool:
    return word.lower in words("clause words") or word.text in ",;:—–"


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
    if is_told_to_speak(state.scene, place.first, place.last):
        state.spoke = candidate


def _strangers(scene: Scene) -> Iterator[Stranger]:
    """Yield the words that mean people and belong to no name."""
    for at, word in enumerate(scene.words):
        meaning = noun(word.lower)
        if meaning is None or meaning.kind != "person" or at in scene.name_at or at + 1 in scene.name_at:
            continue
        if at in scene.told_of_names:
            continue
        if scene.lower(at - 1) not in ("the", "this"):
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
    between = {scene.lower(n) for n in range(last + 1, pointer.first)} if pointer.first - last < 5 else set()
    return bool(between) and between <= words("copulas") | {",", "also", "then", "later", "not"}


def _ahead(
    pointer: Pointer, scene: Scene, where: list[tuple[int, Candidate]], options: list[Candidate]
) -> list[Candidate]:
    """Return the one person named next in the pointer's sentence who has not been mentioned so far."""
    at, sentence = pointer.last + 1, scene.words[pointer.last].sentence
    while at < len(scene.words) and at - pointer.last < _AHEAD and scene.words[at].sentence == sentence:
        number = scene.name_at.get(at)
        if number is not None:
            found = [c for n, c in _numbered(where, number) if not c.places and _fits(pointer, c, scene)]
            return [c for c in found if c not in options][:1]
        at += 1
    return []


def _numbered(where: list[tuple[int, Candidate]], number: int) -> list[tuple[int, Candidate]]:
    at = bisect_left(where, number, key=lambda found: found[0])
    return [found for found in where[at : at + 3] if found[0] == number]
