"""The words around a quotation that tell who says it, as patterns made from their tables."""

import re
from functools import cache
from pathlib import Path

from tui.disk.tables import read_table


@cache
def _lists() -> dict[str, str]:
    """Return the words of each list as alternatives of a pattern."""
    rows = read_table(Path(__file__).with_name("attribution.tsv"))
    return {name: "|".join(_alternative(word) for word in words.split(",")) for name, words in rows}


def _alternative(word: str) -> str:
    return re.escape(word.strip()).replace(r"\*", r"\w+").replace(r"\ ", r"\s+")


@cache
def word_pattern(name: str) -> re.Pattern[str]:
    """Return a pattern that finds any whole word of the list called `name`, in any case."""
    return re.compile(rf"\b(?:{_lists()[name]})\b", re.IGNORECASE)


@cache
def speech_verbs() -> dict[str, bool]:
    """Return every form of a verb of speech, each with whether it is as often a noun."""
    rows = read_table(Path(__file__).with_name("speech.tsv"))
    sure = {form: False for forms, _ in rows for form in forms.split()}
    return {form: True for _, nouns in rows for form in nouns.split()} | sure


@cache
def adverbs() -> re.Pattern[str]:
    """Return a pattern that takes in adverbs, none or several, each with the blank after it."""
    return re.compile(rf"(?:(?:{_lists()['adverbs']})\s+)*", re.IGNORECASE)


@cache
def pronoun_before_verb() -> re.Pattern[str]:
    """Return a pattern that finds "he" or "she" as the subject of a verb at the end of the text searched."""
    return re.compile(rf"\b(he|she)\s+{adverbs().pattern}$", re.IGNORECASE)


@cache
def speaks_for_others() -> re.Pattern[str]:
    """Return a pattern that finds "a spokesman for", "officials close to"."""
    return re.compile(rf"\b(?:{_lists()['spoken for']})\b[^,]*\b(?:for|to|of|close)\b", re.IGNORECASE)


@cache
def written_by() -> re.Pattern[str]:
    """Return a pattern that finds "a statement by", "a letter from"."""
    return re.compile(rf"\b(?:{_lists()['writings']})\s+(?:by|from)\s", re.IGNORECASE)


@cache
def breaks_titles() -> re.Pattern[str]:
    """Return a pattern that finds what no run of titles before a name holds."""
    return re.compile(rf"[.;:!?\"“”]|\b(?:{_lists()['no titles']})\b", re.IGNORECASE)
