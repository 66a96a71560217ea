"""Who says a quotation, where the text tells: said X, X said, X, who …, according to X, he said.

Told by the words around the quotation alone: a verb of speech with the name, or the pronoun, that stands beside it
as its subject. Where anything else stands between them, nobody is named.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from tui.articles.article import Article, Span
from tui.compare.quotations.attribution import (
    adverbs,
    breaks_titles,
    pronoun_before_verb,
    speaks_for_others,
    speech_verbs,
    written_by,
)
from tui.compare.quotations.subjects import Subjects
from tui.compare.reading import Name

_FAR = 200
"""An attribution is looked for over so many characters behind a quotation."""
_TITLES = 80
"""So many characters of titles may stand between a verb of speech and the name of who speaks."""
_APPOSITION = 160
"""So long may what stands between commas behind a name be: "Kerry, who arrived on Tuesday, said"."""

_ACCORDING = re.compile(r"\b(?:according to|in the words of)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9\])])[.;!?](?=\s+[^\W\d_a-z]|\s*$)")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_AND = re.compile(r"(?:\band|,)\s+(?:\w+ly\s+)?$")


def find_speakers(article: Article, spans: tuple[Span, ...], names: tuple[Name, ...]) -> tuple[str | None, ...]:
    """Return who says each of `spans`, a `Name.name`, or none where the text does not tell."""
    search = _Search(article, spans, names)
    found: list[str | None] = []
    for number, span in enumerate(spans):
        speaker = search.behind(number) or search.ahead(span)
        if speaker is None and number and found[-1] is not None and search.follows_on(spans[number - 1], span):
            speaker = found[-1]
        found.append(speaker)
    return tuple(found)


class _Verb(NamedTuple):
    """A verb of speech outside the quotations."""

    start: int
    end: int
    may_be_noun: bool


class _Search:
    """An article's text, quotations, names and verbs of speech, to look for attributions in."""

    def __init__(self, article: Article, spans: tuple[Span, ...], names: tuple[Name, ...]) -> None:
        self.text = article.text
        self.paragraphs = article.paragraphs or (Span(0, len(article.text)),)
        self.spans = spans
        self.subjects = Subjects(article, spans, names)
        self.verbs = list(self._find_verbs()) if spans else []

    def _find_verbs(self) -> Iterator[_Verb]:
        at, forms = 0, speech_verbs()
        for word in _WORD.finditer(self.text):
            may_be_noun = forms.get(word.group())
            if may_be_noun is None:
                continue
            while at < len(self.spans) and self.spans[at].end <= word.start():
                at += 1
            if at == len(self.spans) or word.end() <= self.spans[at].start:
                yield _Verb(word.start(), word.end(), may_be_noun)

    def _verbs_between(self, start: int, end: int) -> list[_Verb]:
        first = bisect_left(self.verbs, start, key=lambda verb: verb.start)
        return self.verbs[first : bisect_left(self.verbs, end, key=lambda verb: verb.start)]

    def _paragraph(self, at: int) -> int:
        number = bisect_left(self.paragraphs, at + 1, key=lambda paragraph: paragraph.end)
        return min(number, len(self.paragraphs) - 1)

    def behind(self, number: int) -> str | None:
        """Return who is named as speaker behind a quotation: "…," said X; "…," X said; …, according to X."""
        span = self.spans[number]
        end = min(span.end + _FAR, self.paragraphs[self._paragraph(span.end - 1)].end)
        if number + 1 < len(self.spans):
            end = min(end, self.spans[number + 1].start)
        if self.text[span.start : span.end].rstrip("\"”’'» ").endswith("."):
            return None  # the quotation ends its sentence: what follows is another one
        end = min(end, self.subjects.sentence_end(self._next_word(span.end)))
        according = _ACCORDING.search(self.text, span.end, max(span.end, end))
        if according is not None:
            return self._named_after(according.end(), end)
        verbs = self._verbs_between(span.end, end)
        if not verbs:
            return None
        lead = self.text[span.end : verbs[0].start]
        pronoun = pronoun_before_verb().search(lead)
        if pronoun is not None and not lead[: pronoun.start()].strip(" ,-–—"):
            return self.subjects.meant_by(pronoun[1], span.start)
        if not lead.strip(" ,-–—"):
            return self._named_after(verbs[0].end, end)
        return self._subject_of(span.end, verbs[0].start) if lead[0] in " ,–—-" else None

    def _next_word(self, at: int) -> int:
        found = _WORD.search(self.text, at)
        return found.start() if found is not None else at

    def _named_after(self, start: int, end: int) -> str | None:
        """Return the name that follows a verb of speech or "according to", past its titles."""
        names = self.subjects.between(start, min(end, start + _TITLES))
        if not names:
            return None
        for name in names:
            gap = self.text[start : name.start]
            if breaks_titles().search(gap) or speaks_for_others().search(gap) or gap.count(",") > 0:
                return None
            if name.kind == "person":
                return None if self.subjects.is_possessive(name) else name.name
        return None if self.subjects.is_possessive(names[0]) else names[0].name

    def _subject_of(self, start: int, verb: int) -> str | None:
        """Return the name between `start` and a verb of speech that is the verb's subject."""
        names = self.subjects.between(start, verb)
        for name in reversed(names):
            if self._is_subject(name, verb):
                lead = self.text[start : name.start]
                return None if speaks_for_others().search(lead[-_TITLES:]) else name.name
        agents = list(written_by().finditer(self.text, max(start, verb - _APPOSITION), verb))
        if not agents or "," in self.text[agents[-1].end() : verb]:
            return None
        return self._named_after(agents[-1].end(), verb)

    def _is_subject(self, name: Name, verb: int) -> bool:
        """Say whether only what may stand between a subject and its verb stands there."""
        gap = self.text[name.end : verb]
        if _PASSIVE.search(gap):
            return False
        if adverbs().fullmatch(gap.lstrip()):
            return True
        inner = gap.strip()
        if not (inner.startswith(",") and len(inner) <= _APPOSITION):
            return False
        apposition, _, rest = inner.rpartition(",")
        whole = bool(apposition) and not re.search(r"[.;:]", apposition)
        return whole and adverbs().fullmatch(f"{rest} ".lstrip()) is not None

    def ahead(self, span: Span) -> str | None:
        """Return who is named as speaker ahead of a quotation in its sentence: X said: "…"; X called it "…"."""
        paragraph = self._paragraph(span.start)
        start = max(self.subjects.sentence_start(span.start), self.paragraphs[paragraph].start)
        end = span.start
        if start >= span.start:
            if span.start > self.paragraphs[paragraph].start:
                return self._by_sentence_before(span)
            above = self.paragraphs[paragraph - 1] if paragraph > 0 else None
            if above is None or not self.text[above.start : above.end].endswith(":"):
                return None
            start, end = self.subjects.sentence_start(above.end - 1), above.end
        start = max(start, end - 3 * _FAR)
        if (according := _ACCORDING.search(self.text, start, end)) is not None:
            return self._named_after(according.end(), end)
        return self._labelled(start, end) or self._by_verbs(start, end)

    def _by_sentence_before(self, span: Span) -> str | None:
        """Return the subject of the sentence before a whole one in quotation marks: X said so, then "…"."""
        if not self.text[span.start : span.end].rstrip("\"”’'» ").endswith((".", "!", "?")):
            return None
        end = span.start
        while end > 0 and self.text[end - 1].isspace():
            end -= 1
        start = self.subjects.sentence_start(end - 1)
        verbs = self._verbs_between(start, end)
        if not verbs or verbs[0].may_be_noun or verbs[0].start - start > _TITLES:
            return None
        return self._by_verbs(start, verbs[0].end)

    def _labelled(self, start: int, end: int) -> str | None:
        """Return the name that alone stands before a colon, as in an interview."""
        label = self.subjects.between(start, end)
        alone = len(label) == 1 and label[0].start == start and self.text[label[0].end : end].strip() == ":"
        return label[0].name if alone else None

    def _by_verbs(self, start: int, end: int) -> str | None:
        """Return the subject of the last verb of speech from `start` to `end` that has one."""
        verbs = self._verbs_between(start, end)
        for verb in reversed(verbs):
            lead = self.text[max(start, verb.start - _TITLES) : verb.start]
            if _PASSIVE.search(lead):
                return None
            if pronoun := pronoun_before_verb().search(lead):
                return self.subjects.meant_by(pronoun[1], verb.start - len(lead) + pronoun.start())
            speaker = self._subject_of(start, verb.start)
            if speaker is not None:
                return speaker
            if not verb.may_be_noun and not _AND.search(lead):
                return None  # somebody else says it, without a name
        return self._first_subject(start, verbs[0].start) if verbs and not verbs[0].may_be_noun else None

    def _first_subject(self, start: int, verb: int) -> str | None:
        """Return who opens a sentence of one name that goes on "… and called it": "X visited Oslo and called it"."""
        names = self.subjects.between(start, verb)
        if not names or names[0].kind != "person" or self.subjects.is_possessive(names[0]):
            return None
        people = {name.name for name in names if name.kind == "person"}
        opens = not breaks_titles().search(self.text, start, names[0].start)
        return names[0].name if opens and len(people) == 1 else None

    def follows_on(self, earlier: Span, later: Span) -> bool:
        """Say whether a quotation goes on with one before: after "…," X said. or as the whole next paragraph."""
        between = self.text[earlier.end : later.start].rstrip()
        if len(between) > _FAR or len(_SENTENCE_END.findall(between)) > 1:
            return False
        one, two = self._paragraph(earlier.end - 1), self._paragraph(later.start)
        if one == two:
            return between.endswith((".", ",", ":"))
        last = self.paragraphs[self._paragraph(later.end - 1)]
        whole = later.start == self.paragraphs[two].start and later.end == last.end
        return two == one + 1 and whole and bool(self._verbs_between(earlier.end, later.start))
