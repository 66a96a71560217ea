"""An article cut into the words that this room looks at, with the names, pronouns and descriptions among them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.articles.article import Article, Span
from tui.compare.nouns import Noun, noun, singular
from tui.compare.reading import Name
from tui.compare.references.lexicon import (
    ARTICLE,
    BEFORE_SPEECH,
    CLAUSE,
    POINTING,
    PREPOSITION,
    SPEECH,
    VERB,
    kinds_by_word,
)

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
_AROUND = 16
"""From a word nobody looks further behind the article's end, or before its beginning."""
_SMALL: Final = PREPOSITION | CLAUSE | VERB | ARTICLE
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


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


class Scene:
    """The words of an article side by side in lists, the names by their words, and the pointers, all in order."""

    __slots__ = (
        "kinds",
        "low",
        "name_at",
        "names",
        "nouns",
        "pointers",
        "quoted",
        "sentences",
        "size",
        "starts",
        "texts",
        "together",
        "told_of_names",
    )

    def __init__(self, article: Article, quoted: Sequence[Span]) -> None:
        self.texts: list[str] = []
        self.starts: list[int] = []
        """Where each word begins in the article."""
        self.sentences: list[int] = []
        """The number of each word's sentence."""
        for number, sentence in enumerate(article.sentences):
            for match in _WORD.finditer(article.text, sentence.start, sentence.end):
                self.texts.append(match[0])
                self.starts.append(match.start())
            self.sentences += [number] * (len(self.texts) - len(self.sentences))
        self.size = len(self.texts)
        self.low = [text.lower() for text in self.texts]
        """The words in small letters, with nothing behind the last one, and so before the first."""
        self.nouns = [noun(low) for low in self.low]
        """What each word tells of whom it stands for, if it is such a noun."""
        known = kinds_by_word()
        self.kinds = [known.get(low, 0) for low in self.low] + [0] * _AROUND
        """The small words that each is, a bit each; nothing around the article."""
        self.low += [""] * _AROUND
        self.quoted = [False] * self.size
        """Whether each word stands between quotation marks."""
        for span in quoted:
            for at in range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)):
                self.quoted[at] = True
        self.names: list[tuple[int, int, Name]] = []
        """First and last word of each name."""
        self.name_at: dict[int, int] = {}
        """Each word that belongs to a name, with the name's number."""
        self.together: set[int] = set()
        """The numbers of the names told together with one next to them: in a list, or "Brandt met Lind"."""
        self.pointers: list[Pointer] = []
        self.told_of_names: set[int] = set()
        """The nouns that tell more of a name beside them: "the pilots' union, Skua"."""

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words `first` to `last` stand in the article."""
        return self.starts[first], self.starts[last] + len(self.texts[last])


def read_scene(article: Article, names: Sequence[Name], quoted: Sequence[Span]) -> Scene:
    """Return the words, names and pointers of an article; `quoted` are the spans between quotation marks."""
    scene = Scene(article, quoted)
    for name in names:
        first, last = bisect_right(scene.starts, name.start) - 1, bisect_right(scene.starts, name.end - 1) - 1
        if 0 <= first <= last:
            for at in range(first, last + 1):
                scene.name_at[at] = len(scene.names)
            scene.names.append((first, last, name))
    at = 0
    while at < scene.size:
        pointer = _pronoun(scene, at) if scene.low[at] in _PRONOUNS else None
        if pointer is None and (scene.kinds[at] & (POINTING | ARTICLE) or scene.low[at] in _OWNERS):
            pointer = _description(scene, at)
        if pointer is not None:
            scene.pointers.append(pointer)
        at = pointer.last + 1 if pointer is not None and not pointer.owner else at + 1
    return scene


def _pronoun(scene: Scene, at: int) -> Pointer | None:
    text, low = scene.texts[at], scene.low[at]
    if at in scene.name_at or (len(text) > 1 and text.isupper()):
        return None
    form, role = _PRONOUNS[low]
    if low == "her" and _begins_noun(scene, at + 1):
        role = "possessive"
    gender = {"he": -1, "she": 1}.get(form, 0)
    kind = "person" if form in ("he", "she") else ""
    speaks = role == "subject" and is_told_to_speak(scene, at, at)
    return Pointer(at, at, form, role, Noun(kind, gender, form == "they"), speaks=speaks)


def is_told_to_speak(scene: Scene, first: int, last: int) -> bool:
    """Say whether a subject is told to say something, outside quotations: "he later said", "… , said he"."""
    if scene.quoted[first]:
        return False
    if _is_speech_near(scene, last + 1) or (scene.low[last + 1] == "," and _speaks_behind_aside(scene, last + 1)):
        return True
    return first > 1 and bool(scene.kinds[first - 1] & SPEECH) and scene.quoted[first - 2]


def _is_speech_near(scene: Scene, at: int) -> bool:
    """Say whether a verb of speech stands at a place or soon behind it: "later also said"."""
    for following in range(at, at + 1 + _MOST_BEFORE_SPEECH):
        kinds = scene.kinds[following]
        if kinds & SPEECH:
            return True
        if not kinds & BEFORE_SPEECH and not scene.low[following].endswith("ly"):
            break
    return False


def _speaks_behind_aside(scene: Scene, at: int) -> bool:
    """Say whether a verb of speech stands behind a comma, or behind what two enclose: "Brandt, who runs it, said"."""
    if _is_speech_near(scene, at + 1):
        return True
    sentence = scene.sentences[at]
    for closing in range(at + 1, min(at + _LONGEST_ASIDE, scene.size)):
        if scene.sentences[closing] != sentence or scene.quoted[closing] or scene.texts[closing] in ";:":
            return False
        if scene.texts[closing] == "," and _is_speech_near(scene, closing + 1):
            return True
    return False


def _begins_noun(scene: Scene, at: int) -> bool:
    """Say whether a word can be the first of what somebody has: "her car", "her own", not "her in", "her."."""
    word = scene.low[at]
    return word[:1].isalnum() and not scene.kinds[at] & _SMALL and word not in ("to", "this", "that", "there", "then")


def _description(scene: Scene, at: int) -> Pointer | None:
    low, opening = scene.low, scene.low[at]
    end = at + 1
    while end < scene.size and end - at <= _LONGEST_DESCRIPTION and _goes_on(scene, at, end):
        end += 1
    for head in range(end - 1, at, -1):
        meaning = scene.nouns[head]
        if meaning is None:
            continue
        if head in scene.name_at:
            return None  # "the European Commission": the name itself
        if head + 1 in scene.name_at and scene.texts[head + 1][0].isupper():
            return None  # "the actor Tom Hanks": a title, and the name itself stands there
        if low[head + 1] == "," and _leads_to_name(scene, head + 2, meaning.kind):
            return None  # "the new champion, Ada Brandt, …": as well
        inside = frozenset([singular(low[n]) for n in range(at + 1, head + 1)])
        form = "a" if opening in ("a", "an") else "the"
        role = "possessive" if low[head + 1] in POSSESSIVE else "object"
        if role == "object" and is_before_verb(scene, head):
            role = "subject"
        owner = opening in _OWNERS
        return Pointer(at, head, form, role, meaning, singular(low[head]), inside, owner)
    return None


def _leads_to_name(scene: Scene, at: int, kind: str) -> bool:
    """Say whether a name of a kind begins at a word and ends its phrase: ", Ada Brandt, …"."""
    number = scene.name_at.get(at)
    if number is None or scene.names[number][0] != at or scene.names[number][2].kind != kind:
        return False
    following = scene.low[scene.names[number][1] + 1]
    return not following.isalnum() and following not in ("'s", "’s")


def _goes_on(scene: Scene, first: int, at: int) -> bool:
    """Say whether a description that begins at `first` may take in the word at `at`."""
    low = scene.low[at]
    if not scene.texts[at][0].isalnum() or scene.sentences[at] != scene.sentences[first]:
        return False
    if at - 1 > first and low.endswith("ed") and scene.nouns[at - 1] is not None:
        return False  # "the senator accused": a noun elsewhere, and here the verb
    return not scene.kinds[at] & _SMALL and low not in _PRONOUNS


def is_before_verb(scene: Scene, at: int) -> bool:
    """Say whether a verb follows a noun or name that ends with the word at `at`."""
    following = at + 2 if scene.low[at + 1].endswith("ly") else at + 1
    low = scene.low[following]
    return bool(scene.kinds[following] & VERB) or (len(low) > 4 and low.endswith("ed"))
