"""Who a pronoun or description could stand for: everyone named so far, with what the article says of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.compare.nouns import noun, singular
from tui.compare.references.lexicon import (
    ARTICLE,
    CLAUSE,
    COPULA,
    POINTING,
    PREPOSITION,
    SPEECH,
    TOGETHER,
    VERB,
    gender_of_honorific,
    gender_of_name,
    gender_of_title,
    same_titles,
)
from tui.compare.references.scan import POSSESSIVE, Pointer, Scene, is_before_verb, is_told_to_speak

_REACH = 9
"""What is said of a name is looked for over so many words behind it."""

_SURE_NAME = 0.9
"""From so much on a first name tells whose it is."""
_TITLES = 10
"""Titles are looked for over so many words before it."""
_OWNERS = frozenset(("his", "her", "its", "their", "'s", "’s"))
_LISTING = frozenset((",", "and", "&"))
_ENDS = frozenset(("who", "which", "and", "that", "said", "of", "for", "at", "from", "in", "with"))
"""Words at which what is said of a name ends."""


@dataclass(slots=True, eq=False)
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
    speaks: bool
    """Whether it is told to say something, outside quotations."""
    joined: bool = False
    """Whether it is a name told together with another: "Brandt and union leader Lind", "Brandt met Lind"."""
    sure: float = 1.0
    """How sure it is that the candidate is meant there."""


@dataclass(slots=True, eq=False)
class Candidate:
    """Someone or something named, or several named together."""

    names: tuple[str, ...]
    kind: str
    many: bool = False
    """Whether it is several."""
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
    joins = [_joined(scene, number) for number in range(len(scene.names) - 1)]
    for number, joined in enumerate(joins):
        if joined == "and" or _meet(scene, number):
            scene.together |= {number, number + 1}
    for first, last in _coordinated([*joins, ""]):
        members = [candidate for _, candidate in where[first : last + 1]]
        names = tuple(dict.fromkeys(c.names[0] for c in members))
        if len(names) > 1:
            gender = sum(c.gender for c in members) / len(members)
            candidate = together.setdefault(names, Candidate(names, members[0].kind, True, gender))
            candidate.ahead += 1
            candidate.said_of |= set().union(*(c.said_of for c in members))
            where.append((last, candidate))
    where.sort(key=lambda found: found[0])
    return [*by_name.values(), *together.values()], where


def _learn(scene: Scene, number: int, candidate: Candidate) -> None:
    """Add what the words inside and around a name tell of who or what is named."""
    low, kinds = scene.low, scene.kinds
    first, last, name = scene.names[number]
    said = {singular(word) for word in name.title.lower().replace("-", " ").split()} if name.title else set[str]()
    about: list[int] = []
    if candidate.kind != "person":
        inside = name.name.lower().replace("’s", "").split()
        said |= {singular(word) for word in inside if _is_title(word)}
    before = first - 1
    while before >= 0 and first - before < 4 and before not in scene.name_at and _is_title_at(scene, before):
        about.append(before)
        before -= 1
    at = last + 1
    if kinds[at] & COPULA and kinds[at + 1] & ARTICLE:
        about += _nouns_of(scene, at + 2)
    elif low[at] == ",":
        behind = _nouns_of(scene, at + 1)
        if kinds[at + 1] & ARTICLE or (behind and at + 1 not in scene.name_at):
            about += behind
        if low[at + 1].isdecimal() and not low[at + 2].isalnum():
            said.add(f"{low[at + 1]}-year-old")
    said |= {singular(low[place]) for place in about}
    beside = _nouns_before(scene, before, candidate.kind) if low[before] == "," else []
    scene.told_of_names.update(about, beside)
    said_beside = said | {singular(low[place]) for place in beside}
    candidate.said_of |= said_beside
    for word in said_beside:
        candidate.said_of.update(same_titles(word))
    if candidate.kind == "person":
        told = max([gender_of_title(word) for word in sorted(said)], key=abs, default=0)
        honorific = gender_of_title(low[first - 1] if low[first - 1] != "." else low[first - 2])
        honorific = honorific or gender_of_honorific(low[first])
        own = gender_of_name(name.name)
        # "Queens District Attorney Richard Brown": a first name tells more than what stands farther before it.
        best = honorific or (own if abs(own) >= _SURE_NAME else max(told, own, candidate.gender, key=abs))
        candidate.gender = float(best)


def _is_title(word: str) -> bool:
    return noun(word) is not None or bool(same_titles(word))


def _is_title_at(scene: Scene, at: int) -> bool:
    """Say whether a word is a title or a noun for people and bodies; none stands behind the article's end."""
    return at < scene.size and (scene.nouns[at] is not None or bool(same_titles(scene.low[at])))


def _nouns_of(scene: Scene, at: int) -> list[int]:
    """Return where nouns for people and bodies stand from a word on, as far as the same phrase goes."""
    found: list[int] = []
    end = min(at + _REACH, scene.size)
    while at < end:
        word = scene.low[at]
        if word in _ENDS or (not word[:1].isalnum() and word not in ("'s", "’s", "-")):
            break
        if scene.nouns[at] is not None and scene.low[at + 1] not in ("'s", "’s"):
            found.append(at)
        at += 1
    return found


def _nouns_before(scene: Scene, comma: int, kind: str) -> list[int]:
    """Return where nouns of one kind stand in the phrase a name stands beside: "the pilots' union, Skua"."""
    at, found = comma - 1, list[int]()
    while at >= 0 and comma - at <= _REACH and scene.sentences[at] == scene.sentences[comma]:
        word, meaning = scene.low[at], scene.nouns[at]
        if meaning is not None and meaning.kind == kind and scene.low[at + 1] not in POSSESSIVE:
            found.append(at)
        if scene.kinds[at] & (POINTING | ARTICLE) or word in _OWNERS:
            return found
        if scene.kinds[at] & (VERB | CLAUSE) or not (word[:1].isalnum() or word in POSSESSIVE):
            return []
        at -= 1
    return []


def _coordinated(joins: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first and last of names of one kind that stand in a list: "Brandt, Lind and Moe"."""
    begun = 0
    for number, joined in enumerate(joins):
        if not joined:
            if "and" in joins[begun:number]:
                yield begun, number
            begun = number + 1


def _joined(scene: Scene, number: int) -> str:
    """Return what joins a name to the next one of its kind: "and" or ","; nothing where they stand in no list."""
    (_, last, one), (first, _, two) = scene.names[number], scene.names[number + 1]
    if first - last > 5 or first <= last + 1 or one.kind != two.kind or one.name == two.name:
        return ""
    between = scene.low[last + 1 : first]
    if between[0] not in _LISTING:
        return ""
    for at in range(last + 2, first):
        word = scene.low[at]
        if word not in _LISTING and (scene.kinds[at] & (PREPOSITION | VERB | CLAUSE) or not word.isalnum()):
            return ""
    return "and" if "and" in between or "&" in between else ","


def place_of_name(scene: Scene, first: int, last: int) -> Place:
    """Return how a name stands in its sentence."""
    possessive = scene.low[last + 1] in POSSESSIVE
    opens = not possessive and not _only_tells_more(scene, last) and _opens_sentence(scene, first)
    return Place(
        first,
        last,
        scene.sentences[first],
        opens or is_before_verb(scene, last),
        possessive,
        _in_phrase(scene, first),
        "",
        scene.quoted[first],
        is_told_to_speak(scene, first, last),
        scene.name_at.get(first, -1) in scene.together,
    )


def _only_tells_more(scene: Scene, last: int) -> bool:
    """Say whether a name only tells more of the one behind it: "Tern Books spokesman Lind"."""
    at = last + 1
    while at - last < 4 and at not in scene.name_at and _is_title_at(scene, at):
        at += 1
    return at > last + 1 and at in scene.name_at


def place_of_pointer(scene: Scene, pointer: Pointer, sure: float = 1.0) -> Place:
    """Return how a pronoun or description stands in its sentence, given how sure it is whom it means."""
    first, last = pointer.first, pointer.last
    return Place(
        first,
        last,
        scene.sentences[first],
        pointer.role == "subject",
        pointer.role == "possessive",
        _in_phrase(scene, first),
        pointer.form,
        scene.quoted[first],
        is_told_to_speak(scene, first, last),
        sure=sure,
    )


def _meet(scene: Scene, number: int) -> bool:
    """Say whether a name and the next one of its kind do something together: "met", "argued with"."""
    (_, last, one), (first, _, two) = scene.names[number], scene.names[number + 1]
    if first - last > 8 or one.kind != two.kind or scene.sentences[last] != scene.sentences[first]:
        return False
    kinds = 0
    for at in range(last + 1, first):
        if scene.low[at + 1] != "with":
            kinds |= scene.kinds[at]
    return bool(kinds & TOGETHER) and not kinds & (SPEECH | CLAUSE)


def _opens_sentence(scene: Scene, first: int) -> bool:
    """Say whether only titles stand before a name in its sentence: "Her lawyer, the former mayor Ada Brandt, …"."""
    at, sentence, paused = first - 1, scene.sentences[first], False
    while at >= 0 and first - at <= _TITLES and scene.sentences[at] == sentence:
        kinds = scene.kinds[at]
        paused = paused or scene.low[at] == ","
        if kinds & (VERB | SPEECH | CLAUSE) or (kinds & PREPOSITION and not paused):
            return False
        at -= 1
    return at < 0 or scene.sentences[at] != sentence


def _in_phrase(scene: Scene, first: int) -> bool:
    before = first - 2 if scene.low[first - 1] == "the" else first - 1
    return bool(scene.kinds[before] & PREPOSITION)
