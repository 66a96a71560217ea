"""Descriptions and pronouns that stand where a name could: "a US official", "the men", "the federal prison", "she"."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from tui.articles.article import Span
from tui.compare.comparison import DetailKind
from tui.compare.details.groups import key_of_name
from tui.compare.details.parts import Parts, words_of
from tui.compare.figures.nouns import is_person_noun
from tui.compare.reading import Reference
from tui.compare.units.unit import Form, Unit
from tui.disk.tables import read_table

_MOST_BEFORE = 4
"""A description has at most so many words before its noun."""
_PRONOUNS = frozenset("he she they him them himself herself themselves who".split())  # noqa: SIM905


@cache
def _nouns() -> dict[str, DetailKind]:
    kinds: dict[str, DetailKind] = {"person": "person", "organisation": "organisation", "place": "place"}
    table = read_table(Path(__file__).with_name("nouns.tsv"))
    return {noun: kinds[row[0]] for row in reversed(table) for noun in row[1].split()}


@lru_cache(maxsize=1 << 14)
def kind_of_noun(word: str) -> DetailKind | None:
    """Return whether a noun describes people, organisations or places, none where it describes no such thing."""
    return _nouns().get(word) or ("person" if is_person_noun(word) else None)


def find_descriptions(parts: Parts, taken: Sequence[Unit], references: Sequence[Reference]) -> Iterator[Unit]:
    """Yield the descriptions and pronouns of a sentence, `taken` being its names."""
    named = [False] * len(parts.words)
    for unit in taken:
        for at in range(unit.first, unit.after):
            named[at] = True
    for at, word in enumerate(parts.words):
        if named[at]:
            continue
        if word.text in _PRONOUNS:
            if word.text != "who":
                yield _unit(parts, "person", at, at + 1, references, "pronoun")
            continue
        kind = kind_of_noun(word.text) if word.content else None
        following = parts.words[at + 1] if at + 1 < len(parts.words) else None
        if kind is None or (
            following and following.content and _touch(parts, at, at + 1) and not _ends(following.text)
        ):
            continue
        first = at
        while first > 0 and at - first < _MOST_BEFORE and _belongs(parts, first - 1):
            first -= 1
        if first > 0 and parts.words[first - 1].text in words_of("determiner") and _touch(parts, first - 1, first):
            first -= 1
        yield _unit(parts, kind, first, at + 1, references, "description")


def _ends(text: str) -> bool:
    """Say whether a content word right after a noun is a verb rather than the true noun: "police said"."""
    return text.endswith(("ed", "ing", "en")) or text in words_of("past verb") or kind_of_noun(text) is None


def _belongs(parts: Parts, at: int) -> bool:
    word = parts.words[at]
    return word.content and _touch(parts, at, at + 1) and word.clause == parts.words[at + 1].clause


def _touch(parts: Parts, one: int, two: int) -> bool:
    """Say whether nothing but blanks or a hyphen stands between two words."""
    gap = parts.text[parts.words[one].end - parts.span.start : parts.words[two].start - parts.span.start]
    return gap.strip() in ("", "-", "'", "’")


def _unit(parts: Parts, kind: DetailKind, first: int, after: int, references: Sequence[Reference], form: Form) -> Unit:
    start, end = parts.words[first].start, parts.words[after - 1].end
    names = next((r.names for r in references if r.start < end and start < r.end), ())
    return Unit(
        kind,
        form,
        start,
        end,
        first,
        after,
        None,
        frozenset(map(key_of_name, names)),
        None,
        parts.slice(Span(start, end)),
    )
