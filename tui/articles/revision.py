"""Whether two texts are two versions of one, and what a version says of its own changes."""

import re

from tui.articles.article import Article, Span

_RUN = 5
_WORD = re.compile(r"[^\W_]+")
_WORD_OR_NUMBER = re.compile(r"\w+(?:[.,]\d+)*|[$£€¥₹%‰°+]|(?<!\w)[-−](?=\d)")
"""What is said: a currency or a minus says something too."""
_THIS = r"th(?:is|e) (?:article|story|report|post|page|piece|item|blog|headline|review|column)"
_NOTE = re.compile(
    r"\A\W*(?:corrections?|clarifications?|amendments?|updates?|updated|editors?['’]s?['’]? notes?)\b"
    r"[^.!?]{0,40}?[:—–]\s?\w"
    rf"|\b(?:earlier|previous|original|prior) versions? of {_THIS}\b"
    rf"|\b{_THIS} (?:has been|was|is) (?:also )?(?:updated|corrected|amended|revised|clarified|changed|edited)\b",
    re.IGNORECASE,
)
_NOTE_BEGINS = 300
"""A note says within so many characters that it is one."""
LEAST_SHARED = 0.5
"""Two versions share at least this part of the shorter one's runs of five words.

Two reports of one event share next to none; two prints of one agency's text share most, and are versions of it.
"""


def is_revision(left: str, right: str) -> bool:
    """Say whether `left` and `right` are versions of one text, the same text included."""
    if left == right:
        return True
    runs = [_runs(text) for text in (left, right)]
    fewer = min(map(len, runs))
    return fewer > 0 and len(runs[0] & runs[1]) >= LEAST_SHARED * fewer


def _runs(text: str) -> set[int]:
    """Return the hashes of all runs of `_RUN` words; texts shorter than that have none."""
    words = _WORD.findall(text.casefold())
    return {hash(run) for run in zip(*(words[at:] for at in range(_RUN)), strict=False)}


def is_same_but_for_signs(left: str, right: str) -> bool:
    """Say whether two stretches of text say the same words and figures: punctuation, case and blanks do not count."""
    return _said(left) == _said(right)


def _said(text: str) -> list[str]:
    return _WORD_OR_NUMBER.findall(text.casefold())


def update_notes(article: Article) -> tuple[Span, ...]:
    """Return the paragraphs in which an article says that it was corrected or changed after it was published."""
    stamps = {sentence.paragraph for sentence in article.sentences if sentence.kind in ("dateline", "headline")}
    return tuple(
        span
        for number, span in enumerate(article.paragraphs)
        if number not in stamps and _NOTE.search(article.text[span.start : min(span.end, span.start + _NOTE_BEGINS)])
    )
