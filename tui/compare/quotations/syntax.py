"""How the items of a stream hang together: subjects and their verbs, titles, asides, those who speak for others."""

from tui.compare.quotations.frames import Frame
from tui.compare.quotations.stream import Item, Stream
from tui.compare.quotations.words import speech_verbs, words

OWNERS = frozenset(("his", "her", "its"))
_SAYING = frozenset(("saying", "telling", "calling", "writing", "warning"))
_QUOTED = frozenset(("quoted", "quotes", "quoting", "cited", "citing"))
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


def opens_sentence(stream: Stream, at: int) -> bool:
    """Say whether only titles stand before an item in its sentence."""
    first = at
    while first > 0 and stream.items[first - 1].sentence == stream.items[at].sentence and at - first < 10:
        first -= 1
        if not is_plain_title(stream.items[first]) and stream.words[first] not in ("the", "a", "an", "and", "but"):
            return False
    return True


def is_leading(stream: Stream, at: int) -> bool:
    """Say whether an item can be the subject of a whole sentence: only titles before it, or a comma."""
    first = at
    while first > 0 and is_plain_title(stream.items[first - 1]) and at - first < 6:
        first -= 1
    is_inverted = stream.words[first - 1] in speech_verbs() and stream.items[first - 2].kind == "quotation"
    return is_inverted or stream.words[first - 1] in (",", "but", "and") or opens_sentence(stream, at)


def shares_subject(stream: Stream, at: int, verb: int) -> bool:
    """Say whether a verb goes on with the subject of one before: "met Brandt and called", "left, saying"."""
    before = stream.words[verb - 1]
    if before.endswith("ly") or before in words("between subject and verb"):
        before = stream.words[verb - 2]
    joins = before in (",", "by", "for") or before in words("documents")
    goes_on = before in ("and", "but", "or") or (stream.words[verb].endswith("ing") and joins)
    return goes_on and stream.items[verb].sentence == stream.items[at].sentence


def is_title(item: Item) -> bool:
    """Say whether an item can stand among the titles before a name."""
    return item.kind == "word" and (item.capital or item.text.isalpha() or item.text in (".", ",", "-"))


def is_owner(stream: Stream, at: int) -> bool:
    """Say whether a candidate only tells whose another one is: "Lind's attorney", "Tern Books chairman Falk"."""
    return stream.words[at + 1] in POSSESSIVE or leads_to_name(stream, at)


def leads_to_name(stream: Stream, at: int) -> bool:
    """Say whether only titles stand between one who could speak and the name behind: "Lind press secretary Falk"."""
    following = at + 1
    while following < len(stream.items) and following - at < 6 and _is_among_titles(stream, following):
        following += 1
    if following == len(stream.items) or stream.items[following].kind != "who":
        return False
    if following > at + 1 and not is_plain_title(stream.items[following - 1]):
        return False
    return stream.items[following].name is not None and stream.items[following].sentence == stream.items[at].sentence


def _is_among_titles(stream: Stream, at: int) -> bool:
    """Say whether an item can stand before the last title: "press" in "press secretary"."""
    if is_plain_title(stream.items[at]):
        return True
    word = stream.words[at]
    return word.isalpha() and stream.words[at + 1] == "title" and word not in words("before speech")


def is_plain_title(item: Item) -> bool:
    """Say whether an item is surely a title: a capital word, or a noun joined to a name, but no "After" or "In"."""
    if item.kind != "word":
        return False
    return item.text == "title" or (item.capital and item.text not in words("clause openers"))


def is_light(stream: Stream, first: int, last: int) -> bool:
    """Say whether only what may stand between a subject and its verb stands between two items."""
    return all(
        stream.items[n].kind == "word"
        and (
            stream.words[n] in words("between subject and verb")
            or stream.words[n] in ",-–—"
            or stream.words[n].endswith("ly")
        )
        for n in range(first, last)
    )


def is_aside(stream: Stream, first: int, last: int) -> bool:
    """Say whether what stands between two items tells more of the subject: "Kerry, who arrived on Tuesday, said"."""
    while last > first + 1 and (
        stream.words[last - 1] in words("between subject and verb") or stream.words[last - 1].endswith("ly")
    ):
        last -= 1
    if last - first < 2:
        return False
    if stream.words[first] in ("of", "at", "from", "in", "for"):
        return last - first < 7 and all(
            is_plain_title(stream.items[n]) or stream.items[n].kind == "who" for n in range(first + 1, last)
        )
    closed = stream.words[first] in (",", "(", "–", "—", "-") and stream.words[last - 1] in (",", ")", "–", "—", "-")
    return closed and not any(_ends_clause(stream, n) for n in range(first, last))


def _ends_clause(stream: Stream, at: int) -> bool:
    return stream.words[at] in (";", ":") or (stream.words[at] == "." and stream.words[at + 1] not in (",", ")"))


def are_titles(stream: Stream, first: int, last: int) -> bool:
    """Say whether only titles, and those whose they are, stand between two items: ", the ministry's spokesman, X"."""
    return all(
        is_owner(stream, n)
        if stream.items[n].kind == "who"
        else is_title(stream.items[n]) or stream.words[n] in POSSESSIVE
        for n in range(first, last)
    ) and not stream.verbs_between(first, last)


def is_subject_of_speech(stream: Stream, at: int) -> bool:
    """Say whether a candidate is the subject of a verb of speech, whatever it says."""
    verbs = stream.verbs_between(at + 1, at + 25)
    if verbs and stream.items[verbs[0]].sentence == stream.items[at].sentence:
        return is_light(stream, at + 1, verbs[0]) or is_aside(stream, at + 1, verbs[0])
    return stream.words[at - 1] in speech_verbs() and stream.items[at - 2].kind == "quotation"


def is_after_preposition(stream: Stream, at: int) -> bool:
    """Say whether a candidate stands behind a preposition, titles aside."""
    before = at - 1
    while before >= 0 and at - before < 5 and _may_be_titled(stream, before):
        before -= 1
    return stream.words[before] in words("prepositions")


def _may_be_titled(stream: Stream, at: int) -> bool:
    """Say whether an item may stand between a preposition and a name."""
    return stream.items[at].capital or stream.words[at] in ("the", "a", "title") or _is_in_title(stream, at)


def _is_in_title(stream: Stream, at: int) -> bool:
    """Say whether a word joins two of a title: "Secretary of State"."""
    return stream.words[at] == "of" and all(
        n >= 0 and stream.items[n].kind == "word" and stream.items[n].capital for n in (at - 1, at + 1)
    )


def is_according_to(stream: Stream, frame: Frame, at: int) -> bool:
    """Say whether "according to" leads to a candidate in the quotation's sentence."""
    if stream.items[at].sentence not in (frame.sentence, stream.items[frame.at].sentence) or is_owner(stream, at):
        return False
    before = at - 1
    while before >= 0 and at - before < 8 and is_title(stream.items[before]) and stream.words[before] != "to":
        before -= 1
    return stream.words[before] == "to" and stream.words[before - 1] == "according"


def is_spoken_for(stream: Stream, at: int) -> bool:
    """Say whether somebody speaks for the candidate: "a spokesman for Lind", "Lind's lawyer"."""
    text = stream.article.text
    lead = text[max(0, stream.items[at].start - 40) : stream.items[at].start].lower().replace(",", " , ").split()
    if "," in lead:
        lead = lead[len(lead) - lead[::-1].index(",") :]
    return bool(words("spoken for") & set(lead)) and bool({"for", "to", "of", "close"} & set(lead))


def is_same_sentence(stream: Stream, frame: Frame, verb: int) -> bool:
    """Say whether a verb stands in a quotation's sentence, or in one that leads to it by a colon or goes on behind."""
    sentence = stream.items[verb].sentence
    if verb < frame.at:
        if any(stream.words[n] == "." and stream.items[n - 1].kind == "quotation" for n in range(verb + 1, frame.at)):
            return False
        colon = stream.words[frame.at - 1] == ":"
        return sentence == frame.sentence or (colon and sentence == stream.items[frame.at - 1].sentence)
    last = stream.items[frame.at].sentence
    return sentence == last or (frame.calls and sentence == last + 1)


def is_writer(stream: Stream, frame: Frame, at: int) -> bool:
    """Say whether what a candidate wrote tells the quotation: "Lind's statement said", "his letter read"."""
    owned = at + 1 if stream.words[at + 1] not in POSSESSIVE else at + 2
    if owned == at + 1 and stream.article.text[stream.items[at].start : stream.items[at].end].lower() not in OWNERS:
        return False
    while owned < at + 5 and stream.words[owned].isalpha() and stream.words[owned] not in words("documents"):
        owned += 1
    if stream.words[owned] not in words("documents"):
        return False
    verbs = stream.verbs_between(owned + 1, min(owned + 10, len(stream.items)))
    if not verbs or stream.items[verbs[0]].sentence != stream.items[at].sentence or abs(verbs[0] - frame.at) >= 14:
        return False
    between = stream.items[owned + 1 : verbs[0]]  # "in his memoir, Lind's brother wrote": somebody else writes there
    return all(item.kind != "who" or item.name == stream.items[at].name for item in between)


def is_quoted(stream: Stream, frame: Frame, at: int) -> bool:
    """Say whether the text tells that a candidate is quoted: "quoted Lind as saying", "Lind was quoted as saying"."""
    if not is_near_sentence(stream, frame, at):
        return False
    before = at - 1
    while at - before < 8 and is_plain_title(stream.items[before]):
        before -= 1
    active = stream.words[at + 1] == "as" and stream.words[at + 2] in _SAYING and stream.words[before] in _QUOTED
    passive = stream.words[at + 1] in words("passive") and stream.words[at + 2] == "quoted"
    return active or passive


def quotes_another(stream: Stream, verb: int) -> bool:
    """Say whether a verb tells that somebody else is quoted: "the agency quoted Lind as saying"."""
    at = verb + 1
    while at - verb < 8 and at < len(stream.items) and is_plain_title(stream.items[at]):
        at += 1
    who = at < len(stream.items) and stream.items[at].kind == "who"
    return who and stream.words[verb] in _QUOTED and stream.words[at + 1] == "as" and stream.words[at + 2] in _SAYING


def is_near_sentence(stream: Stream, frame: Frame, at: int) -> bool:
    """Say whether a candidate stands in a sentence that the quotation begins or ends in."""
    return stream.items[at].sentence in (frame.sentence, stream.items[frame.at].sentence)
