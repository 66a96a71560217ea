"""What tells a quotation from a title, a nickname or a word held with tongs: one number a feature, 0 to 1."""

import re

from tui.compare.quotations.stream import Stream
from tui.compare.quotations.words import speech_verbs, words

FEATURES = (
    "one word",
    "two or three words",
    "four to six words",
    "long",
    "title case",
    "begins with capital",
    "all capitals",
    "ends with comma or stop",
    "ends with question or call",
    "says I, we or you",
    "has a verb",
    "called before",
    "work before",
    "wrote a work before",
    "set off behind a work",
    "work next behind",
    "sign beside it",
    "article before",
    "possessive before",
    "preposition before",
    "comma or colon before",
    "speech verb before",
    "speech verb in sentence",
    "speech verb next behind",
    "who next behind",
    "between names",
    "noun behind",
    "alone in its sentence",
    "opens its sentence",
    "quotation next to it",
    "single marks",
    "somebody calls it so",
    "held with tongs before",
    "mention before",
    "some of a kind before",
    "modifies a noun",
    "modifies a noun, speech verb next before",
    "modifies a noun behind the",
    "opens its sentence behind an article",
)
_LONGEST_READER = 8
"""So many words may stand from a sign to what it reads: "a sign on the tower door reads"."""
_LONGEST_CALL = 7
"""So many items before it a verb of calling is looked for: "called the mayor of the town a"."""
_LONGEST_ADJECTIVE = 4
"""So many words can stand as an adjective before a noun: "a pay as you go basis"."""
_NEXT_VERB = 4
"""So many items before it a verb of speech leads to it: "said it was a"."""
_ARTICLES = ("a", "an", "the")
_LETTERS = re.compile(r"\w+(?:['’]\w+)*")


def row(stream: Stream, at: int) -> tuple[float, ...]:
    """Return the evidence that what stands between the marks of an item is said by somebody."""
    item = stream.items[at]
    inside = stream.article.text[item.start : item.end].strip("\"“”„«»'‘’` ")
    said = _LETTERS.findall(inside)
    lower = [word.lower().replace("’", "'") for word in said]
    heavy = [word for word in said if word.lower() not in words("small")] or said
    before = [stream.words[at - n] for n in range(1, 6)]
    behind = stream.words[at + 1]
    first, last = _sentence_bounds(stream, at)
    verbs = stream.verbs_between(first, last + 1)
    title = sum(word[0].isupper() or word[0].isdigit() for word in heavy) / len(heavy) if heavy else 0.0
    neighbours = {stream.items[n].kind for n in (at - 1, at + 1) if 0 <= n < len(stream.items)}
    is_alone = first == at and last <= at + 1
    return (
        float(len(said) == 1),
        float(2 <= len(said) <= 3),
        float(4 <= len(said) <= 6),
        float(len(said) > 12),
        float(title == 1.0 and len(said) > 0),
        float(inside[:1].isupper()),
        float(inside.isupper()),
        float(inside.endswith((",", "."))),
        float(inside.endswith(("?", "!"))),
        float(bool(words("I and you") & set(lower))),
        float(bool(words("plain verbs") & set(lower)) or any(word.endswith("ing") for word in lower[1:])),
        float(bool(words("called") & set(before[:3]))),
        float(bool(words("works") & set(before[:3])) or bool(words("works") & {behind})),
        float(bool(words("wrote a work") & set(before[:3]))),
        float(before[0] == "," and before[1] in words("works") and inside.endswith(",")),
        float(
            behind in ("a", "an", "the", "his", "her")
            and bool(words("works") & {stream.words[at + 2], stream.words[at + 3]})
        ),
        float(bool(words("signs") & {*_before_a_sign(stream, at), *(stream.words[at + n] for n in range(1, 5))})),
        float(before[0] in ("the", "a", "an", "this", "that")),
        float(before[0] in ("'s", "’s", "his", "her", "its", "their", "'", "’")),
        float(before[0] in words("prepositions")),
        float(before[0] in (",", ":")),
        float(before[0] in speech_verbs() or before[1] in speech_verbs()),
        float(bool(verbs)),
        float(any(at < verb <= at + 4 for verb in verbs)),
        float(at + 1 < len(stream.items) and stream.items[at + 1].kind == "who"),
        float(_is_capital(stream, at - 1) and _is_capital(stream, at + 1)),
        float(behind.isalpha() and behind not in words("small") and behind not in speech_verbs()),
        float(is_alone),
        float(first == at),
        float("quotation" in neighbours),
        float(stream.article.text[item.start] in "'‘’"),
        float(_is_called_by_somebody(stream, first, at)),
        float(before[0] in words("tongs")),
        float(before[0] in words("mentions")),
        float(before[0] == "of" and before[2] in _ARTICLES),
        *_modifying(stream, at, len(said)),
        float(at - 1 == first and before[0] in _ARTICLES),
    )


def _is_called_by_somebody(stream: Stream, first: int, at: int) -> bool:
    """Say whether a verb of calling near before has its subject: "Lind called it", but not "Lind, called"."""
    return any(
        stream.words[verb] in words("calls") and stream.items[verb - 1].kind == "who"
        for verb in range(max(first + 1, at - _LONGEST_CALL), at)
    )


def _modifying(stream: Stream, at: int, length: int) -> tuple[float, float, float]:
    """Return whether a few words stand as an adjective before a noun; whether speech leads to it; or "the"."""
    behind = stream.items[at + 1] if at + 1 < len(stream.items) else None
    if behind is None or length > _LONGEST_ADJECTIVE or stream.words[at - 1] not in _ARTICLES:
        return 0.0, 0.0, 0.0
    is_noun = behind.text.isalpha() and behind.text not in words("no noun") and behind.text not in speech_verbs()
    if behind.name is not None or behind.kind == "quotation" or not is_noun or behind.text.endswith("ly"):
        return 0.0, 0.0, 0.0
    return 1.0, float(bool(stream.verbs_between(at - _NEXT_VERB, at))), float(stream.words[at - 1] == "the")


def _before_a_sign(stream: Stream, at: int) -> list[str]:
    """Return the words before a quotation among which a sign may be told: up to its subject where it is read."""
    reach = _LONGEST_READER if stream.words[at - 1] in ("reads", "read", "reading") else 3
    return [stream.words[at - n] for n in range(1, reach + 1)]


def _is_capital(stream: Stream, at: int) -> bool:
    if not 0 <= at < len(stream.items):
        return False
    item = stream.items[at]
    return item.capital or (item.kind == "who" and item.name is not None)


def _sentence_bounds(stream: Stream, at: int) -> tuple[int, int]:
    """Return the first and last item of the sentence that an item stands in."""
    items, sentence = stream.items, stream.items[at].sentence
    first = last = at
    while first > 0 and at - first < 60 and items[first - 1].sentence == sentence:
        first -= 1
    while last + 1 < len(items) and last - at < 60 and items[last + 1].sentence == sentence:
        last += 1
    return first, last
