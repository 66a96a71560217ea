"""One name for every form of a person, place or organisation over all articles read together."""

from tui.compare.names import lexicon
from tui.compare.names.stretches import Stretch, title_before
from tui.compare.reading import Name, NameKind

Found = tuple[Stretch, int, int, NameKind]


def name_all(articles: list[list[Found]]) -> tuple[tuple[Name, ...], ...]:
    """Return the names of each article in the order of its text, every form under one name."""
    full: dict[str, str] = {}
    for found in articles:
        for stretch, first, last, kind in found:
            texts = [w.text for w in stretch.words[first:last]]
            if kind == "person" and len(texts) > 1:
                full.setdefault(texts[-1], " ".join(texts))
                if "-" in texts[-1]:
                    full.setdefault(texts[0], " ".join(texts))
    return tuple(tuple(_name(*one, full) for one in found) for found in articles)


def _name(stretch: Stretch, first: int, last: int, kind: NameKind, full: dict[str, str]) -> Name:
    words = stretch.words[first:last]
    key = " ".join(w.text for w in words)
    length, title_kind = title_before(stretch.words, first)
    title = None
    if kind == "person":
        key = full.get(words[-1].text, key)
        if length and title_kind != "honorific":
            title = " ".join(w.text for w in stretch.words[first - length : first])
    elif kind == "place":
        key = lexicon.places().get(key, key)
    else:
        key = lexicon.organisations().get(key, key)
    return Name(words[0].start, words[-1].end, kind, key.replace(" 's", "'s"), title)
