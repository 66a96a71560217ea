"""An article cut into the words that this room looks at, with the names, pronouns and descriptions among them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import NamedTuple, cast

from tui.articles.article import Article, Span
from tui.compare.nouns import Noun, noun, singular
from tui.compare.reading import Name
from tui.compare.references.lexicon import words, words_of

_WORD = re.compile(r"\w+(?:[-‐‑]\w+)*|['’]s\b|\S")
_PRONOUNS = {
    "he": ("he", "subject"),
    "him": ("he", "object"),
    "his": ("he", "possessive"),
    "himself": ("he", "reflexive"),
    "she": ("she", "subject"),
    "her": ("she", "object"),
    "hers": ("she", "object"),
    "herself": ("she", "reflexive"),
    "it": ("it", "subject"),
    "its": ("it", "possessive"),
    "itself": ("it", "reflexive"),
    "they": ("they", "subject"),
    "them": ("they", "object"),
    "their": ("they", "possessive"),
    "theirs": ("they", "object"),
    "themselves": ("they", "reflexive"),
}
_OWNERS = frozenset({"his", "her", "their", "its", "'s", "’s"})
FAMILIES = ("speaking", "people", "things", "descriptions")
"""Each family of pointers has a table of weights of its own."""
_MOST_BEFORE_SPEECH = 2
"""So many small words may stand between a pronoun and its verb of speech: "he later also said"."""
_LONGEST_DESCRIPTION = 6
_LONGEST_ASIDE = 25
_ASIDE = {"who", ",", "(", "-", "–", "—"}


class Word(NamedTuple):
    """A word or mark with its place."""

    text: str
    lower: str
    start: int
    end: int
    sentence: int
    quoted: bool


_word = cast(Callable[[tuple[str, str, int, int, int, bool]], Word], partial(tuple.__new__, Word))
"""A word of its six values: as `Word`, in half the time."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pronoun or description that may stand for someone named."""

    first: int
    """Its first word, as a number in the scene."""
    last: int
    """Its last word."""
    form: str
    """ "he", "she", "it", "they"; "the" for a description, "a" for one that is said of somebody ("was a baker")."""
    role: str
    """ "subject", "object", "possessive" or "reflexive"."""
    meaning: Noun
    head: str = ""
    """The description's noun in the singular."""
    words: frozenset[str] = frozenset()
    """The description's words, the noun's singular among them."""
    owner: bool = False
    """Whether it is a description with a possessive before it: "his wife"."""
    speaks: bool = False
    """Whether it is a pronoun that is told to say something, outside quotations."""

    @property
    def family(self) -> str:
        """One of `FAMILIES`."""
        if self.speaks:
            return "speaking"
        return "people" if self.form in ("he", "she") else "things" if self.form in ("it", "they") else "descriptions"


@dataclass(slots=True)
class Scene:
    """The words of an article, the names by their words, and the pointers, all in order."""

    words: list[Word]
    names: list[tuple[int, int, Name]]
    """First and last word of each name."""
    name_at: dict[int, int] = field(default_factory=dict)
    """Each word that belongs to a name, with the name's number."""
    pointers: list[Pointer] = field(default_factory=list)
    told_of_names: set[int] = field(default_factory=set)
    """The nouns that tell more of a name beside them: "the pilots' union, Skua"."""

    def lower(self, at: int) -> str:
        """Return the word at a place in small letters, or nothing outside the article."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""


def read_scene(article: Article, names: Sequence[Name], quoted: Sequence[Span]) -> Scene:
    """Return the words, names and pointers of an article; `quoted` are the spans between quotation marks."""
    scene = Scene(_cut(article, quoted), [])
    starts = [word.start for word in scene.words]
    for name in names:
        first, last = bisect_right(starts, name.start) - 1, bisect_right(starts, name.end - 1) - 1
        if 0 <= first <= last:
            for at in range(first, last + 1):
                scene.name_at[at] = len(scene.names)
            scene.names.append((first, last, name))
    at = 0
    openers = _openers()
    while at < len(scene.words):
        pointer = (_pronoun(scene, at) or _description(scene, at)) if scene.words[at].lower in openers else None
        if pointer is not None:
            scene.pointers.append(pointer)
        at = pointer.last + 1 if pointer is not None and not pointer.owner else at + 1
    return scene


@cache
def _openers() -> frozenset[str]:
    """Return the words that a pointer can begin with."""
    return frozenset(_PRONOUNS) | _OWNERS | words("before a description") | words("articles")


def _cut(article: Article, quoted: Sequence[Span]) -> list[Word]:
    found, at = [], 0
    for number, sentence in enumerate(article.sentences):
        for match in _WORD.finditer(article.text, sentence.start, sentence.end):
            start = match.start()
            while at < len(quoted) and quoted[at].end <= start:
                at += 1
            inside = at < len(quoted) and quoted[at].start <= start
            text = match[0]
            found.append(_word((text, text.lower(), *match.span(), number, inside)))
    return found


def _pronoun(scene: Scene, at: int) -> Pointer | None:
    known = _PRONOUNS.get(scene.words[at].lower)
    if known is None or at in scene.name_at or (scene.words[at].text.isupper() and len(scene.words[at].text) > 1):
        return None
    form, role = known
    if scene.words[at].lower == "her" and _begins_noun(scene, at + 1):
        role = "possessive"
    gender = {"he": -1, "she": 1}.get(form, 0)
    kind = "person" if form in ("he", "she") else ""
    speaks = role == "subject" and is_told_to_speak(scene, at, at)
    return Pointer(at, at, form, role, Noun(kind, gender, form == "they"), speaks=speaks)


def is_told_to_speak(scene: Scene, first: int, last: int) -> bool:
    """Say whether a subject is told to say something, outside quotations: "he later said", "… , said he"."""
    if scene.words[first].quoted:
        return False
    behind = _behind_aside(scene, last + 1)
    if any(_is_speech_near(scene, at) for at in (last + 1, behind) if at is not None):
        return True
    return first > 1 and scene.lower(first - 1) in words("speech") and scene.words[first - 2].quoted


def _is_speech_near(scene: Scene, at: int) -> bool:
    """Say whether a verb of speech stands at a place or soon behind it: "later also said"."""
    speech, before = words("speech"), words("before speech")
    for following in range(at, at + 1 + _MOST_BEFORE_SPEECH):
        word = scene.lower(following)
        if word in speech:
            return True
        if word not in before and not word.endswith("ly"):
            break
    return False


def _behind_aside(scene: Scene, at: int) -> int | None:
    """Return the word behind a comma, or behind what two enclose: "Brandt, who runs the port, said"."""
    if scene.lower(at) != ",":
        return None
    if _is_speech_near(scene, at + 1):
        return at + 1
    for closing in range(at + 1, min(at + _LONGEST_ASIDE, len(scene.words))):
        word = scene.words[closing]
        if word.sentence != scene.words[at].sentence or word.quoted or word.text in ";:":
            return None
        if word.text == "," and _is_speech_near(scene, closing + 1):
            return closing + 1
    return None


def _begins_noun(scene: Scene, at: int) -> bool:
    """Say whether a word can be the first of what somebody has: "her car", "her own", not "her in", "her."."""
    word = scene.lower(at)
    small = words_of("prepositions", "clause words", "verbs", "articles")
    return word[:1].isalnum() and word not in small and word not in ("to", "this", "that", "there", "then")


def _description(scene: Scene, at: int) -> Pointer | None:
    opening = scene.words[at].lower
    owner = opening in _OWNERS
    if not owner and opening not in words("before a description") and opening not in words("articles"):
        return None
    end = at + 1
    while end < len(scene.words) and end - at <= _LONGEST_DESCRIPTION and _goes_on(scene, at, end):
        end += 1
    for head in range(end - 1, at, -1):
        meaning = noun(scene.words[head].lower)
        if meaning is None:
            continue
        if head in scene.name_at:
            return None  # "the European Commission": the name itself
        if scene.name_at.get(head + 1) is not None and scene.words[head + 1].text[0].isupper():
            return None  # "the actor Tom Hanks": a title, and the name itself stands there
        if scene.lower(head + 1) == "," and _leads_to_name(scene, head + 2, meaning.kind):
            return None  # "the new champion, Ada Brandt, …": as well
        inside = frozenset(singular(scene.words[n].lower) for n in range(at + 1, head + 1))
        form = "a" if opening in ("a", "an") else "the"
        role = "possessive" if scene.lower(head + 1) in ("'s", "’s", "'", "’") else "object"
        if role == "object" and is_before_verb(scene, head):
            role = "subject"
        return Pointer(at, head, form, role, meaning, singular(scene.words[head].lower), inside, owner)
    return None


def _leads_to_name(scene: Scene, at: int, kind: str) -> bool:
    """Say whether a name of a kind begins at a word and ends its phrase: ", Ada Brandt, …"."""
    number = scene.name_at.get(at)
    if number is None or scene.names[number][0] != at or scene.names[number][2].kind != kind:
        return False
    following = scene.names[number][1] + 1
    return not scene.lower(following).isalnum() and scene.lower(following) not in ("'s", "’s")


def _goes_on(scene: Scene, first: int, at: int) -> bool:
    """Say whether a description that begins at `first` may take in the word at `at`."""
    word = scene.words[at]
    if not (word.text[0].isalnum()) or word.sentence != scene.words[first].sentence:
        return False
    if word.lower.endswith("ed") and at - 1 > first and noun(scene.lower(at - 1)) is not None:
        return False  # "the senator accused": a noun elsewhere, and here the verb
    small = words_of("prepositions", "clause words", "articles", "verbs")
    return word.lower not in small and word.lower not in _PRONOUNS


def is_before_verb(scene: Scene, at: int) -> bool:
    """Say whether a verb follows a noun or name that ends with the word at `at`."""
    following = scene.lower(at + 1)
    if following.endswith("ly"):
        following = scene.lower(at + 2)
    return following in words("verbs") or (len(following) > 4 and following.endswith("ed"))
