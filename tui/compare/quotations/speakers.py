"""Who says a quotation, where the text tells: said X, X said, X, who …, according to X, he said."""

import re
from bisect import bisect_left
from functools import cache
from pathlib import Path

from tui.articles.article import Article, Span
from tui.compare.reading import Name
from tui.compare.tables import read_table

_FAR = 160
"""An attribution stands at most so many characters from its quotation."""
_BETWEEN = 70
"""So many characters of titles may stand between a verb of speech and the name of who speaks."""


@cache
def _verb() -> re.Pattern[str]:
    forms = [form for (row,) in read_table(Path(__file__).with_name("speech.tsv")) for form in row.split()]
    return re.compile(r"\b(?:" + "|".join(sorted(forms, key=len, reverse=True)) + r")\b")


_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_PRONOUN_SAID = re.compile(r"[\s,–—-]*\b(he|she)\b(?:\s+(?:also|then|later|has|had))?\s*$", re.IGNORECASE)
_PRONOUN_AHEAD = re.compile(r"[\s,–—-]*(he|she)\b\s+(?:also |then |later |has |had )?$", re.IGNORECASE)


def find_speakers(article: Article, spans: tuple[Span, ...], names: tuple[Name, ...]) -> tuple[str | None, ...]:
    """Return who says each of `spans`, a `Name.name`, or none where the text does not tell."""
    search = _Search(article, spans, names)
    found: list[str | None] = []
    for number, span in enumerate(spans):
        speaker = search.after(span) or search.before(span)
        if speaker is None and number and found[-1] is not None and search.follows_on(spans[number - 1], span):
            speaker = found[-1]
        found.append(speaker)
    return tuple(found)


class _Search:
    """The text with the names that may speak in it."""

    def __init__(self, article: Article, spans: tuple[Span, ...], names: tuple[Name, ...]) -> None:
        self.text = article.text
        self.paragraphs = article.paragraphs or (Span(0, len(article.text)),)
        self.sentences = [(s.start, s.end) for s in article.sentences]
        self.quotations = spans
        inside = [name for name in names if name.kind != "place" and not self._quoted(name)]
        self.names = sorted(inside, key=lambda name: name.start)
        self.starts = [name.start for name in self.names]

    def _quoted(self, name: Name) -> bool:
        at = bisect_left(self.quotations, name.start, key=lambda span: span.end)
        return at < len(self.quotations) and self.quotations[at].start <= name.start

    def _names_in(self, start: int, end: int) -> list[Name]:
        return self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _paragraph(self, span: Span) -> Span:
        at = bisect_left(self.paragraphs, span.start, key=lambda paragraph: paragraph.end)
        return self.paragraphs[min(at, len(self.paragraphs) - 1)]

    def after(self, span: Span) -> str | None:
        """Return who is named as speaker behind a quotation: "…," said X; "…," X said."""
        inner = self.text[span.start : span.end].rstrip("\"”’'»")
        end = min(span.end + _FAR, self._paragraph(span).end, self._next_quotation(span))
        stop = re.compile(r"(?<=[a-z\])])[.;!?](?=\s|$)").search(self.text, span.end, end)
        end = stop.start() if stop else end
        if inner.endswith((".", "!", "?")) and not re.match(
            r"\s*[a-z]|\s*[A-Z][\w.]*(?: [A-Z][\w.-]*)* (?:said|says|told|added|asked)",
            self.text[span.end : end],
        ):
            return None
        tail = self.text[span.end : end]
        according = _ACCORDING.search(tail)
        if according is not None:
            ahead = self._names_in(span.end + according.end(), end)
            return ahead[0].name if ahead else None
        verb = _verb().search(tail)
        if verb is None:
            return None
        lead = tail[: verb.start()]
        pronoun = _PRONOUN_AHEAD.match(lead)
        if pronoun is not None:
            return self._last_subject(span.start)
        earlier = self._names_in(span.end, span.end + verb.start())
        if earlier:
            return (
                earlier[0].name
                if _is_subject_gap(self.text[earlier[-1].end : span.end + verb.start()]) or len(lead) < _BETWEEN
                else None
            )
        if lead.strip(" ,-–—"):
            return None
        ahead = self._names_in(span.end + verb.end(), min(end, span.end + verb.end() + _BETWEEN))
        if ahead and not re.search(r"[.;:]\s", self.text[span.end + verb.end() : ahead[0].start]):
            return ahead[0].name
        return None

    def before(self, span: Span) -> str | None:
        """Return who is named as speaker ahead of a quotation in its own sentence: X said: "…"."""
        start = max(self._sentence_start(span), span.start - 3 * _FAR)
        head = self.text[start : span.start]
        according = _ACCORDING.search(head)
        if according is not None:
            ahead = self._names_in(start + according.end(), span.start)
            if ahead:
                return ahead[0].name
        verbs = list(_verb().finditer(head))
        for verb in reversed(verbs):
            lead = head[: verb.start()]
            if _PRONOUN_SAID.search(lead):
                return self._last_subject(start)
            named = self._names_in(start, start + verb.start())
            if named and _is_subject_gap(self.text[named[-1].end : start + verb.start()]):
                return named[-1].name
            if len(named) > 0 and verb is verbs[0]:
                return named[0].name if _is_subject_gap(self.text[named[0].end : start + verb.start()]) else None
        return None

    def follows_on(self, earlier: Span, later: Span) -> bool:
        """Say whether a quotation goes on where the one before was broken off, in the same paragraph."""
        paragraph = self._paragraph(later)
        between = self.text[earlier.end : later.start]
        if not paragraph.start <= earlier.start or len(between) > _FAR:
            return False
        return between.rstrip().endswith((".", ",", ":")) and self._paragraph(earlier) == paragraph

    def _next_quotation(self, span: Span) -> int:
        at = bisect_left(self.quotations, span.end, key=lambda other: other.start)
        return self.quotations[at].start if at < len(self.quotations) else len(self.text)

    def _sentence_start(self, span: Span) -> int:
        at = bisect_left(self.sentences, (span.start + 1, 0)) - 1
        return self.sentences[at][0] if at >= 0 else self._paragraph(span).start

    def _last_subject(self, at: int) -> str | None:
        """Return the person named last as a sentence's subject before `at`, where only one can be meant."""
        for start, end in reversed(self.sentences[: bisect_left(self.sentences, (at + 1, 0))]):
            people = [name for name in self._names_in(start, min(end, at)) if name.kind == "person"]
            if people:
                return (
                    people[0].name if people[0].start - start < _BETWEEN or len({p.name for p in people}) == 1 else None
                )
            if at - start > 6 * _FAR:
                return None
        return None


def _is_subject_gap(gap: str) -> bool:
    """Say whether only what may stand between a subject and its verb stands there: "has also", ", who leads it,"."""
    gap = gap.strip()
    if gap.startswith(",") and gap.endswith(","):
        return len(gap) < 2 * _BETWEEN
    return len(gap) < 30 and not re.search(r"[,;:.]|\b(?:and|that|but|to|for|in|with|by|of)\b", gap)
