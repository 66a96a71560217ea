"""An article as a row of words, quotations and those who could speak, so that what stands between is counted alike."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from tui.articles.article import Article, Span
from tui.compare.nouns import noun
from tui.compare.quotations.words import speech_verbs, words
from tui.compare.reading import Name, Reference

_WORD = re.compile(r"['’]s\b|\w+(?:[-‐‑]\w+|['’](?!s\b)\w+)*|\S")
_THE = re.compile(r"\b(?:the|an?|[’']s) $", re.IGNORECASE)
"""Behind one of these "accused" is somebody, and no verb."""
_NO_SUBJECT = frozenset(("their", "him", "them"))
_OWNING = frozenset(("his", "her", "its"))
_OWNED = re.compile(r"\W+(\w+)")
_PRONOUNS = frozenset(("he", "she", "they", "i", "we", "who", "another", "others", "one", "many", "some"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_NEW = frozenset(("a", "an", "written", "joint", "brief", "short", "emailed", "open", "his", "her", "its"))
Kind = Literal["word", "quotation", "who"]
_AROUND = 16
"""From an item nobody looks further behind the article's end, or before its beginning."""
_REMEMBERED = 60
"""So many items behind it "the letter" still means the one told of last."""
_SURE_WRITER = 0.9
_LONGEST_TITLE = 6
"""So many words may stand from a noun to the name it tells more of: "the jury's head, the actress Ada Brandt"."""


class Item:
    """A word or mark, a whole quotation, or one who could speak."""

    __slots__ = ("capital", "end", "kind", "name", "sentence", "start", "sure", "text")

    def __init__(
        self,
        kind: Kind,
        text: str,
        start: int,
        end: int,
        sentence: int,
        name: str | None = None,
        sure: float = 1.0,
        capital: bool = False,
    ) -> None:
        self.kind = kind
        self.text = text
        """A word in small letters; for the others what they are: "person", "organisation", "place", "unnamed"."""
        self.start = start
        self.end = end
        self.sentence = sentence
        """The sentence in which it ends."""
        self.name = name
        """The one name of who could speak, none for somebody nobody names."""
        self.sure = sure
        """How sure it is that this one is meant; below 1 for a reference."""
        self.capital = capital


class Stream:
    """The items of an article with the places of its quotations, speakers and verbs of speech among them."""

    __slots__ = ("article", "items", "paragraph_of", "quotations", "verbs", "words")

    def __init__(self, article: Article, items: list[Item]) -> None:
        self.article = article
        self.items = items
        self.words = [item.text if item.kind == "word" else "" for item in items] + [""] * _AROUND
        """Each word in small letters, "" for other items, behind the last one and so before the first."""
        self.quotations = [n for n, item in enumerate(items) if item.kind == "quotation"]
        verbs = speech_verbs()
        self.verbs = [n for n, word in enumerate(self.words) if word in verbs]
        """Verbs of speech outside quotations."""
        self.paragraph_of = [sentence.paragraph for sentence in article.sentences]

    def paragraph(self, at: int) -> int:
        """Return the paragraph an item ends in, -1 outside the article."""
        if not 0 <= at < len(self.items):
            return -1
        return self.paragraph_of[self.items[at].sentence] if self.paragraph_of else 0

    def verbs_between(self, start: int, end: int) -> list[int]:
        """Return the verbs of speech from one item to before another."""
        return self.verbs[bisect_left(self.verbs, start) : bisect_left(self.verbs, end)]


def read_stream(
    article: Article, spans: Sequence[Span], names: Sequence[Name], references: Sequence[Reference]
) -> Stream:
    """Return the stream of an article, given the spans between quotation marks, its names and references in order."""
    items, said = _items(article, spans, _speakers(article.text, names, references))
    return Stream(article, _name_documents(_join_titles(items), said))


_Block = tuple[int, int, str, str | None, float]
"""Where one who could speak stands, of what kind, under what name, and how sure that is."""


def _speakers(text: str, names: Sequence[Name], references: Sequence[Reference]) -> list[_Block]:
    """Return where names and references to one of them stand, with kind and name, in order and without overlap."""
    kinds: dict[str, str] = {name.name: name.kind for name in names}
    found: list[_Block] = [(name.start, name.end, name.kind, name.name, 1.0) for name in names]
    found += [
        (r.start, r.end, kinds.get(r.names[0], "person"), r.names[0], r.probability)
        for r in references
        if len(r.names) == 1 and _can_speak(text, r)
    ]
    found.sort(key=lambda one: (one[0], -one[4]))
    kept: list[_Block] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _can_speak(text: str, reference: Reference) -> bool:
    """Say whether a reference can be who is told to speak; "his" only before what he wrote: "his letter"."""
    said = text[reference.start : reference.end].lower()
    if said in _OWNING:
        owned = _OWNED.match(text, reference.end)
        return owned is not None and owned[1].lower() in words("documents")
    return said not in _NO_SUBJECT


def _items(article: Article, spans: Sequence[Span], speakers: list[_Block]) -> tuple[list[Item], list[str]]:
    """Return the items of an article, and what is said at each in small letters."""
    text = article.text
    starts = [sentence.start for sentence in article.sentences]
    opened = [span.start for span in spans]
    blocks: list[_Block] = [(span.start, span.end, "", None, 1.0) for span in spans]
    for who in speakers:
        around = bisect_right(opened, who[0]) - 1
        if (around < 0 or spans[around].end <= who[0]) and not _is_party(text, who[0]):
            blocks.append(who)
    blocks.sort(key=lambda block: block[:2])
    blocks.append((len(text), len(text), "", None, 1.0))
    items: list[Item] = []
    said: list[str] = []
    at, sentence = 0, 0
    for start, end, kind, name, sure in blocks:
        if start < at:
            continue
        for match in _WORD.finditer(text, at, start):
            begin = match.start()
            while sentence + 1 < len(starts) and starts[sentence + 1] <= begin:
                sentence += 1
            raw = match[0]
            word, may_be_verb, is_who, capital = _read(raw)
            if is_who and not (may_be_verb and not _THE.search(text, max(0, begin - 6), begin)):
                items.append(Item("who", "unnamed", begin, begin + len(raw), sentence))
            else:
                items.append(Item("word", word, begin, begin + len(raw), sentence, None, 1.0, capital))
            said.append(word)
        if start < len(text):
            while sentence + 1 < len(starts) and starts[sentence + 1] < end:
                sentence += 1
            items.append(Item("who" if kind else "quotation", kind, start, end, sentence, name, sure))
            said.append(text[start:end].lower())
        at = end
    return items, said


def _is_party(text: str, start: int) -> bool:
    """Say whether a place only tells where a politician is from: "R-Texas"."""
    return text[max(0, start - 2) : start] in ("R-", "D-", "I-", "R–", "D–")


@lru_cache(maxsize=1 << 14)
def _read(raw: str) -> tuple[str, bool, bool, bool]:
    """Return a word in small letters, whether it can be a verb of speech or somebody, and whether it has a capital."""
    text = raw.lower()
    if text in _PRONOUNS:
        return text, False, True, raw[0].isupper()
    known = noun(text)
    is_who = known is not None and known.kind != "place" and not raw.istitle()
    return text, text in speech_verbs(), is_who, raw[0].isupper()


def _join_titles(items: list[Item]) -> list[Item]:
    """Return the items with titles and descriptions next to a name taken as part of it: "its president, Joao Pinto"."""
    joined = list(items)
    # From the end, so that in "chief executive Ada Brandt" the second noun is a title when the first one is asked.
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if item.kind == "who":
            if item.text == "unnamed" and _belongs_to_name(joined, at):
                joined[at] = Item("word", "title", item.start, item.end, item.sentence)
            continue
        may_speak = item.kind == "word" and not item.capital and at + 1 < len(items)
        if may_speak and _may_follow(items[at + 1].text) and _is_subject(items, at):
            joined[at] = Item("who", "unnamed", item.start, item.end, item.sentence)
    return joined


def _name_documents(items: list[Item], said: list[str]) -> list[Item]:
    """Return the items with what somebody wrote taken for its writer: "Lind sent a letter. …, the letter said"."""
    named = list(items)
    documents = words("documents")
    written: tuple[int, Item] | None = None
    for at, item in enumerate(items):
        is_document = said[at] in documents
        if is_document and items[at - 1].text in _NEW:
            writer = _writer_of(items, at)
            written = (at, writer) if writer is not None else None
        elif written is not None and item.kind == "who" and item.name is None:
            known = said[at] == "it" or (is_document and items[at - 1].text == "the")
            if known and at - written[0] < _REMEMBERED:
                by = written[1]
                sure = _SURE_WRITER * by.sure
                named[at] = Item("who", by.text, item.start, item.end, item.sentence, by.name, sure, item.capital)
    return named


def _writer_of(items: list[Item], at: int) -> Item | None:
    """Return who is told to have written what is told of for the first time: before its verb, or behind "by"."""
    behind = at + 1
    if behind + 1 < len(items) and items[behind].text == "signed":
        behind += 1
    if behind + 1 < len(items) and items[behind].text in ("by", "from"):
        named = [item for item in items[behind + 1 : behind + 8] if item.kind == "who" and item.name is not None]
        return named[0] if named and named[0].sentence == items[at].sentence else None
    before = [item for item in items[max(0, at - 12) : at] if item.sentence == items[at].sentence]
    told = any(item.text in words("issued") or item.text in speech_verbs() for item in before)
    named = [item for item in before if item.kind == "who"]
    return named[-1] if told and len(named) == 1 and named[0].name is not None else None


def _is_subject(items: list[Item], at: int) -> bool:
    """Say whether a word that names nobody, before one that `_may_follow`, speaks: "the code says", "a sign that"."""
    text = items[at].text
    if not text.isalpha() or text.endswith("ly") or text in words("before speech"):
        return False
    verb = at + 1
    while verb < len(items) and verb - at < 3 and items[verb].text in words("between subject and verb"):
        verb += 1
    if verb == len(items) or items[verb].kind != "word" or items[verb].text.endswith("ing"):
        return False  # "came back speaking of", "issued a statement saying": the subject stands farther off
    return speech_verbs().get(items[verb].text) is False


@lru_cache(maxsize=1 << 14)
def _may_follow(text: str) -> bool:
    """Say whether a word can stand right behind the subject of a verb of speech."""
    return text in words("between subject and verb") or speech_verbs().get(text) is False


def _belongs_to_name(items: list[Item], at: int) -> bool:
    """Say whether a noun only tells more of a name, before it or, between commas, behind it; or has somebody."""
    following = at + 1
    if following < len(items) and items[following].kind == "word" and items[following].text in _POSSESSIVE:
        return True
    following = _behind_those(items, at)
    while following < len(items) and following - at < _LONGEST_TITLE and _is_aside(items[following]):
        following += 1
    if following < len(items) and items[following].kind == "who" and items[following].name is not None:
        return items[at].sentence == items[following].sentence
    before, commas = at - 1, 0
    while before >= 0 and at - before < 12 and items[before].kind != "quotation":
        commas += items[before].text == ","
        if items[before].kind == "who" and items[before].name is not None:
            return commas == 1 and items[before + 1].text == ","
        if items[before].text in words("ends what is said of a name") or commas > 1:
            return False
        before -= 1
    return False


def _behind_those(items: list[Item], at: int) -> int:
    """Return the item behind a noun or "one", and behind those whom it is one of if a comma follows: "one of them,"."""
    if at + 1 == len(items) or items[at + 1].text != "of":
        return at + 1
    comma = next((n for n in range(at + 2, min(at + 2 + _LONGEST_TITLE, len(items))) if items[n].text == ","), None)
    are_those = comma is not None and all(_is_of_those(item) for item in items[at + 2 : comma])
    return comma if comma is not None and are_those else at + 1


def _is_of_those(item: Item) -> bool:
    return item.kind == "word" and item.text.isalpha() and item.text not in speech_verbs() and not item.capital


def _is_aside(item: Item) -> bool:
    return item.kind == "word" and (item.text in words("among titles") or item.capital)
