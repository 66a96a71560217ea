"""The names of an article as those who may speak in it: who stands where, who is a woman, whom "he" means."""

from bisect import bisect_left

from tui.articles.article import Article, Span
from tui.compare.quotations.attribution import word_pattern
from tui.compare.reading import Name

_TITLE_REACH = 24
"""A title stands at most so many characters before its name."""
_SUBJECT_REACH = 60
"""A subject begins at most so many characters into its sentence, past its titles."""
_SENTENCES_BACK = 4
"""A pronoun is looked up over so many sentences: beyond, nobody can be sure whom it means."""


class Subjects:
    """Where an article's names stand, quotations aside: a name inside a quotation speaks nothing."""

    def __init__(self, article: Article, quotations: tuple[Span, ...], names: tuple[Name, ...]) -> None:
        self._text = article.text
        self._sentences = [sentence.span for sentence in article.sentences]
        self._quotations = quotations
        able = (name for name in names if name.kind != "place" and not self._is_quoted(name))
        self._names = sorted(able, key=lambda name: name.start)
        self._starts = [name.start for name in self._names]
        self._women, self._men = self._told_by_title()

    def _is_quoted(self, name: Name) -> bool:
        at = bisect_left(self._quotations, name.end, key=lambda span: span.end)
        return at < len(self._quotations) and self._quotations[at].start <= name.start

    def _told_by_title(self) -> tuple[frozenset[str], frozenset[str]]:
        women, men = set(), set()
        for name in self._names:
            told = f"{name.title or ''} {self._titles_before(name)} {self._text[name.start : name.end]}"
            if word_pattern("women").search(told):
                women.add(name.name)
            elif word_pattern("men").search(told):
                men.add(name.name)
        return frozenset(women), frozenset(men)

    def _titles_before(self, name: Name) -> str:
        """Return the words right before a name that can be its titles: capital ones, and the one next to it."""
        words = self._text[max(0, name.start - _TITLE_REACH) : name.start].split()
        first = len(words) - 1
        while first > 0 and words[first - 1][0].isupper() and words[first][0].isupper():
            first -= 1
        return " ".join(words[max(0, first) :])

    def between(self, start: int, end: int) -> list[Name]:
        """Return the names that begin from `start` on and before `end`."""
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentence_start(self, at: int) -> int:
        """Return where the sentence that holds `at` begins."""
        number = bisect_left(self._sentences, at + 1, key=lambda span: span.start) - 1
        return self._sentences[number].start if number >= 0 else 0

    def sentence_end(self, at: int) -> int:
        """Return where the sentence that holds `at`, or else the next one, ends."""
        number = bisect_left(self._sentences, at + 1, key=lambda span: span.end)
        return self._sentences[number].end if number < len(self._sentences) else len(self._text)

    def meant_by(self, pronoun: str, at: int) -> str | None:
        """Return whom "he" or "she" at `at` means, where only one person can be meant, else none.

        That is the only person named before it in its own sentence, or else the subject of the last sentence
        before that has one.
        """
        same, others = (self._women, self._men) if pronoun.lower() == "she" else (self._men, self._women)
        number = bisect_left(self._sentences, at + 1, key=lambda span: span.start) - 1
        for back in range(max(0, number), max(-1, number - _SENTENCES_BACK), -1):
            sentence = self._sentences[back] if self._sentences else Span(0, at)
            people = [n for n in self.between(sentence.start, min(sentence.end, at)) if n.kind == "person"]
            people = [name for name in people if name.name not in others]
            if not people:
                continue
            own = {name.name for name in people} & same
            if len(own) == 1:
                return own.pop()
            if len({name.name for name in people}) == 1:
                return people[0].name
            is_subject = back < number and people[0].start - sentence.start <= _SUBJECT_REACH
            return people[0].name if is_subject and not self.is_possessive(people[0]) else None
        return None

    def is_possessive(self, name: Name) -> bool:
        """Say whether a name stands in the possessive: "Kerry's spokesman"."""
        return self._text.startswith(("'s ", "’s ", "' ", "’ "), name.end)
