"""Who a pronoun or description could stand for: everyone named so far, with what the article says of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.compare.nouns import noun, singular
from tui.compare.references.lexicon import (
    gender_of_honorific,
    gender_of_name,
    gender_of_title,
    same_titles,
    words,
    words_of,
)
from tui.compare.references.scan import Pointer, Scene, is_before_verb

_REACH = 9
"""What is said of a name is looked for over so many words behind it."""

_SURE_NAME = 0.9
"""From so much on a first name tells whose it is."""
_TITLES = 10
"""Titles are looked for over so many words before it."""
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_OWNERS = frozenset(("his", "her", "its", "their", "'s", "’s"))
_LISTING = frozenset((",", "and", "&"))
_ENDS = frozenset(("who", "which", "and", "that", "said", "of", "for", "at", "from", "in", "with"))
"""Words at which what is said of a name ends."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a candidate is named or meant."""

    first: int
    last: int
    sentence: int
    subject: bool
    possessive: bool
    in_phrase: bool
    """Whether a preposition stands before it: "in Paris", "of the company"."""
    form: str
    """The pronoun's or description's form, "" for a name."""
    quoted: bool
    joined: bool = False
    """Whether it is a name told together with another: "Brandt and union leader Lind", "Brandt met Lind"."""
    sure: float = 1.0
    """How sure it is that the candidate is meant there."""


@dataclass(slots=True)
class Candidate:
    """Someone or something named, or several named together."""

    names: tuple[str, ...]
    kind: str
    gender: float = 0.0
    """1 a woman, -1 a man, 0 unknown."""
    said_of: set[str] = field(default_factory=set)
    """Nouns and adjectives that the article says of it: "chief", "executive", "airline"."""
    places: list[Place] = field(default_factory=list)
    outside: list[Place] = field(default_factory=list)
    """The places outside quotations."""
    joined_in: set[int] = field(default_factory=set)
    """The sentences in which it is told together with another."""
    ahead: int = 0
    """How often it is named in the whole article."""

    def mention(self, place: Place) -> None:
        """Add a place."""
        self.places.append(place)
        if place.joined:
            self.joined_in.add(place.sentence)
        if not place.quoted:
            self.outside.append(place)

    def learn_gender(self, gender: int) -> None:
        """Take over the gender of a pronoun that was found to stand for it."""
        if gender and abs(self.gender) < 0.6:
            self.gender = 0.6 * gender

    def place_for(self, here: Place) -> Place:
        """Return the last place as seen from another: from outside a quotation the last one outside, if any."""
        return self.outside[-1] if self.outside and not here.quoted else self.places[-1]

    @property
    def many(self) -> bool:
        """Whether it is several."""
        return len(self.names) > 1


def find_candidates(scene: Scene) -> tuple[list[Candidate], list[tuple[int, Candidate]]]:
    """Return everyone named, and where each is named, in order of the text; nobody has `places` yet."""
    by_name: dict[tuple[str, str], Candidate] = {}
    where: list[tuple[int, Candidate]] = []
    for number, (_, _, name) in enumerate(scene.names):
        candidate = by_name.setdefault((name.kind, name.name), Candidate((name.name,), name.kind))
        candidate.ahead += 1
        _learn(scene, number, candidate)
        where.append((number, candidate))
    together: dict[tuple[str, ...], Candidate] = {}
    for first, last in _coordinated(scene):
        members = [candidate for _, candidate in where[first : last + 1]]
        names = tuple(dict.fromkeys(c.names[0] for c in members))
        if len(names) > 1:
            gender = sum(c.gender for c in members) / len(members)
            candidate = together.setdefault(names, Candidate(names, members[0].kind, gender))
            candidate.ahead += 1
            candidate.said_of |= set().union(*(c.said_of for c in members))
            where.append((last, candidate))
    where.sort(key=lambda found: found[0])
    return [*by_name.values(), *together.values()], where


def _learn(scene: Scene, number: int, candidate: Candidate) -> None:
    """Add what the words inside and around a name tell of who or what is named."""
    first, last, name = scene.names[number]
    said = {singular(word) for word in (name.title or "").lower().replace("-", " ").split()}
    about: list[int] = []
    if candidate.kind != "person":
        inside = name.name.lower().replace("’s", "").split()
        said |= {singular(word) for word in inside if noun(word) is not None or same_titles(word)}
    before = first - 1
    while before >= 0 and first - before < 4 and _is_title(scene.lower(before)) and before not in scene.name_at:
        about.append(before)
        before -= 1
    at = last + 1
    if scene.lower(at) in words("copulas") and scene.lower(at + 1) in words("articles"):
        about += _nouns_of(scene, at + 2)
    elif scene.lower(at) == ",":
        behind = list(_nouns_of(scene, at + 1))
        if scene.lower(at + 1) in words("articles") or (behind and at + 1 not in scene.name_at):
            about += behind
    if scene.lower(at) == "," and scene.lower(at + 1).isdecimal() and not scene.lower(at + 2).isalnum():
        said.add(f"{scene.lower(at + 1)}-year-old")
    said |= {singular(scene.lower(place)) for place in about}
    beside = _nouns_before(scene, before, candidate.kind) if scene.lower(before) == "," else []
    scene.told_of_names.update(about, beside)
    said_beside = said | {singular(scene.lower(place)) for place in beside}
    candidate.said_of |= said_beside
    candidate.said_of.update(other for word in said_beside for other in same_titles(word))
    if candidate.kind == "person":
        told = max((gender_of_title(word) for word in sorted(said)), key=abs, default=0)
        honorific = gender_of_title(scene.lower(first - 1) if scene.lower(first - 1) != "." else scene.lower(first - 2))
        honorific = honorific or gender_of_honorific(scene.lower(first))
        own = gender_of_name(name.name)
        # "Queens District Attorney Richard Brown": a first name tells more than what stands farther before it.
        best = honorific or (own if abs(own) >= _SURE_NAME else max(told, own, candidate.gender, key=abs))
        candidate.gender = float(best)


def _is_title(word: str) -> bool:
    return noun(word) is not None or bool(same_titles(word))


def _nouns_of(scene: Scene, at: int) -> Iterator[int]:
    """Yield where nouns for people and bodies stand from a word on, as far as the same phrase goes."""
    end = at + _REACH
    while at < min(end, len(scene.words)):
        word = scene.lower(at)
        if (not word[:1].isalnum() and word not in ("'s", "’s", "-")) or word in _ENDS:
            return
        if noun(word) is not None and scene.lower(at + 1) not in ("'s", "’s"):
            yield at
        at += 1


def _nouns_before(scene: Scene, comma: int, kind: str) -> list[int]:
    """Return where nouns of one kind stand in the phrase a name stands beside: "the pilots' union, Skua"."""
    at, found = comma - 1, []
    while at >= 0 and comma - at <= _REACH and scene.words[at].sentence == scene.words[comma].sentence:
        word = scene.lower(at)
        meaning = noun(word)
        if meaning is not None and meaning.kind == kind and scene.lower(at + 1) not in POSSESSIVE:
            found.append(at)
        if word in words("before a description") or word in words("articles") or word in _OWNERS:
            return found
        if not (word[:1].isalnum() or word in POSSESSIVE) or word in words_of("verbs", "clause words"):
            return []
        at -= 1
    return []


def _coordinated(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first and last of names of one kind that stand in a list: "Brandt, Lind and Moe"."""
    begun = 0
    for number in range(1, len(scene.names) + 1):
        if number < len(scene.names) and _joined(scene, number - 1) is not None:
            continue
        if number - begun > 1 and any(_joined(scene, n) == "and" for n in range(begun, number - 1)):
            yield begun, number - 1
        begun = number


def _joined(scene: Scene, number: int) -> str | None:
    """Return what joins a name to the next one of its kind: "and" or ","; none where they stand in no list."""
    (_, last, one), (first, _, two) = scene.names[number], scene.names[number + 1]
    between = scene.words[last + 1 : min(first, last + 6)]
    if one.kind != two.kind or first - last > 5 or one.name == two.name:
        return None
    if not between or between[0].lower not in _LISTING:
        return None
    inside = {word.lower for word in between[1:]} - _LISTING
    if inside & words_of("prepositions", "verbs", "clause words") or not all(map(str.isalnum, inside)):
        return None
    return "and" if {"and", "&"} & {word.lower for word in between} else ","


def place_of_name(scene: Scene, first: int, last: int) -> Place:
    """Return how a name stands in its sentence."""
    following = scene.lower(last + 1)
    opens = following not in POSSESSIVE and not _only_tells_more(scene, last) and _opens_sentence(scene, first)
    return Place(
        first,
        last,
        scene.words[first].sentence,
        is_before_verb(scene, last) or opens,
        following in POSSESSIVE,
        _in_phrase(scene, first),
        "",
        scene.words[first].quoted,
        _is_joined(scene, scene.name_at.get(first)),
    )


def _only_tells_more(scene: Scene, last: int) -> bool:
    """Say whether a name only tells more of the one behind it: "Tern Books spokesman Lind"."""
    at = last + 1
    while at - last < 4 and at not in scene.name_at and _is_title(scene.lower(at)):
        at += 1
    return at > last + 1 and at in scene.name_at


def place_of_pointer(scene: Scene, pointer: Pointer, sure: float = 1.0) -> Place:
    """Return how a pronoun or description stands in its sentence, given how sure it is whom it means."""
    word = scene.words[pointer.first]
    subject = pointer.role == "subject"
    possessive, in_phrase = pointer.role == "possessive", _in_phrase(scene, pointer.first)
    return Place(
        pointer.first,
        pointer.last,
        word.sentence,
        subject,
        possessive,
        in_phrase,
        pointer.form,
        word.quoted,
        sure=sure,
    )


def _is_joined(scene: Scene, number: int | None) -> bool:
    """Say whether a name, given its number, is told together with one next to it: in a list, or "Brandt met Lind"."""
    if number is None:
        return False
    return any(
        _joined(scene, n) == "and" or _meet(scene, n)
        for n in (number - 1, number)
        if n >= 0 and n + 1 < len(scene.names)
    )


def _meet(scene: Scene, number: int) -> bool:
    """Say whether a name and the next one of its kind do something together: "met", "argued with"."""
    (_, last, one), (first, _, two) = scene.names[number], scene.names[number + 1]
    if one.kind != two.kind or scene.words[last].sentence != scene.words[first].sentence or first - last > 8:
        return False
    between = {scene.lower(n) for n in range(last + 1, first) if scene.lower(n + 1) != "with"}
    return bool(between & words("together")) and not between & words_of("speech", "clause words")


def _opens_sentence(scene: Scene, first: int) -> bool:
    """Say whether only titles stand before a name in its sentence: "Her lawyer, the former mayor Ada Brandt, …"."""
    at, sentence = first - 1, scene.words[first].sentence
    while at >= 0 and first - at <= _TITLES and scene.words[at].sentence == sentence:
        if scene.lower(at) in words_of("verbs", "speech", "clause words"):
            return False
        if scene.lower(at) in words("prepositions") and not any(scene.lower(n) == "," for n in range(at, first)):
            return False
        at -= 1
    return at < 0 or scene.words[at].sentence != scene.words[first].sentence


def _in_phrase(scene: Scene, first: int) -> bool:
    before = scene.lower(first - 1)
    return before in words("prepositions") or (before == "the" and scene.lower(first - 2) in words("prepositions"))
