"""An article as a row of words, quotations and those who could speak, so that what stands between is counted alike."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal, NamedTuple, cast

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
_REMEMBERED = 60
"""So many items behind it "the letter" still means the one told of last."""
_SURE_WRITER = 0.9
_LONGEST_TITLE = 6
"""So many words may stand from a noun to the name it tells more of: "the jury's head, the actress Ada Brandt"."""


class Item(NamedTuple):
    """A word or mark, a whole quotation, or one who could speak."""

    kind: Literal["word", "quotation", "who"]
    text: str
    """A word in small letters; for the others what kind of one it is: "person", "organisation", "place", "unnamed"."""
    start: int
    end: int
    sentence: int
    """The sentence in which it ends."""
    name: str | None = None
    """The one name of who could speak, none for somebody nobody names."""
    sure: float = 1.0
    """How sure it is that this one is meant; below 1 for a reference."""
    capital: bool = False


_item = cast(Callable[[tuple[str, str, int, int, int, str | None, float, bool]], Item], partial(tuple.__new__, Item))
"""An item of its eight values: as `Item`, in half the time."""


@dataclass(slots=True)
class Stream:
    """The items of an article with the places of its quotations, speakers and verbs of speech among them."""

    article: Article
    items: list[Item]
    quotations: list[int]
    verbs: list[int]
    """Verbs of speech outside quotations."""
    paragraph_of: list[int]

    def text(self, at: int) -> str:
        """Return a word in small letters, "" for other items and outside the article."""
        return self.items[at].text if 0 <= at < len(self.items) and self.items[at].kind == "word" else ""

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
    items = _join_titles(list(_items(article, spans, _speakers(article.text, names, references))))
    items = _name_documents(items, article.text)
    return Stream(
        article,
        items,
        [n for n, item in enumerate(items) if item.kind == "quotation"],
        [n for n, item in enumerate(items) if item.kind == "word" and item.text in speech_verbs()],
        [sentence.paragraph for sentence in article.sentences],
    )


_Speaker = tuple[Span, str, str, float]
"""Where one who could speak stands, of what kind, under what name, and how sure that is."""


def _speakers(text: str, names: Sequence[Name], references: Sequence[Reference]) -> list[_Speaker]:
    """Return where names and references to one of them stand, with kind and name, in order and without overlap."""
    kinds = {name.name: name.kind for name in names}
    found = [(name.span, str(name.kind), name.name, 1.0) for name in names]
    found += [
        (r.span, kinds.get(r.names[0], "person"), r.names[0], r.probability)
        for r in references
        if len(r.names) == 1 and _can_speak(text, r)
    ]
    found.sort(key=lambda one: (one[0].start, -one[3]))
    kept: list[_Speaker] = []
    for one in found:
        if not kept or one[0].start >= kept[-1][0].end:
            kept.append(one)
    return kept


def _can_speak(text: str, reference: Reference) -> bool:
    """Say whether a reference can be who is told to speak; "his" only before what he wrote: "his letter"."""
    said = text[reference.start : reference.end].lower()
    if said in _OWNING:
        owned = _OWNED.match(text, reference.end)
        return owned is not None and owned[1].lower() in words("documents")
    return said not in _NO_SUBJECT


def _items(article: Article, spans: Sequence[Span], speakers: list[_Speaker]) -> Iterator[Item]:
    starts = [sentence.start for sentence in article.sentences]
    heard = [who for who in speakers if not _inside(spans, who[0]) and not _is_party(article.text, who[0].start)]
    blocks = sorted(
        [(span.start, span.end, None) for span in spans] + [(who[0].start, who[0].end, who) for who in heard],
        key=lambda block: block[:2],
    )
    at = 0
    for start, end, who in (*blocks, (len(article.text), len(article.text), None)):
        if start < at:
            continue
        for match in _WORD.finditer(article.text, at, start):
            yield _word(article.text, match, starts)
        if start == len(article.text):
            return
        sentence = max(0, bisect_right(starts, end - 1) - 1)
        if who is None:
            yield Item("quotation", "", start, end, sentence)
        else:
            yield Item("who", who[1], start, end, sentence, who[2], who[3])
        at = end


def _is_party(text: str, start: int) -> bool:
    """Say whether a place only tells where a politician is from: "R-Texas"."""
    return text[max(0, start - 2) : start] in ("R-", "D-", "I-", "R–", "D–")


def _inside(spans: Sequence[Span], span: Span) -> bool:
    at = bisect_right(spans, span.start, key=lambda s: s.start) - 1
    return at >= 0 and spans[at].end > span.start


def _word(whole: str, match: re.Match[str], starts: list[int]) -> Item:
    raw, (start, end) = match[0], match.span()
    sentence = bisect_right(starts, start) - 1
    text, may_be_verb, is_who, capital = _read(raw)
    is_verb = may_be_verb and not _THE.search(whole, max(0, start - 6), start)
    if text in _PRONOUNS or (is_who and not is_verb):
        return Item("who", "unnamed", start, end, max(0, sentence))
    return _item(("word", text, start, end, sentence if sentence > 0 else 0, None, 1.0, capital))


@lru_cache(maxsize=1 << 14)
def _read(raw: str) -> tuple[str, bool, bool, bool]:
    """Return a word in small letters, whether it can be a verb of speech or somebody, and whether it has a capital."""
    text = raw.lower()
    known = noun(text)
    is_who = known is not None and known.kind != "place" and not raw.istitle()
    return text, text in speech_verbs(), is_who, raw[0].isupper()


def _join_titles(items: list[Item]) -> list[Item]:
    """Return the items with titles and descriptions next to a name taken as part of it: "its president, Joao Pinto"."""
    joined = list(items)
    # From the end, so that in "chief executive Ada Brandt" the second noun is a title when the first one is asked.
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if item.text == "unnamed" and item.kind == "who" and _belongs_to_name(joined, at):
            joined[at] = Item("word", "title", item.start, item.end, item.sentence)
        elif _is_subject(items, at):
            joined[at] = Item("who", "unnamed", item.start, item.end, item.sentence)
    return joined


def _name_documents(items: list[Item], text: str) -> list[Item]:
    """Return the items with what somebody wrote taken for its writer: "Lind sent a letter. …, the letter said"."""
    named = list(items)
    written: tuple[int, Item] | None = None
    for at, item in enumerate(items):
        said = text[item.start : item.end].lower()
        if said in words("documents") and items[at - 1].text in _NEW:
            writer = _writer_of(items, at)
            written = (at, writer) if writer is not None else None
        elif item.kind == "who" and item.name is None and written is not None:
            known = said == "it" or (said in words("documents") and items[at - 1].text == "the")
            if known and at - written[0] < _REMEMBERED:
                writer = written[1]
                named[at] = item._replace(text=writer.text, name=writer.name, sure=_SURE_WRITER * writer.sure)
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
    """Say whether a word that names nobody is what is told to speak: "the code says", "a sign that read"."""
    item = items[at]
    if item.kind != "word" or item.capital or not item.text.isalpha():
        return False
    if at + 1 < len(items) and not _may_follow(items[at + 1].text):
        return False
    if item.text in words("before speech") or item.text.endswith("ly"):
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
