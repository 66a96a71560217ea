"""What speaks for and against that somebody says a quotation: one number a feature, 0 to 1.

Counted in items of the stream: q is the quotation, c the candidate, v a verb of speech.
"""

from tui.compare.quotations.frames import FAR, Frame
from tui.compare.quotations.stream import Stream
from tui.compare.quotations.syntax import (
    POSSESSIVE,
    are_titles,
    is_according_to,
    is_after_preposition,
    is_aside,
    is_leading,
    is_light,
    is_owner,
    is_plain_title,
    is_quoted,
    is_same_sentence,
    is_spoken_for,
    is_subject_of_speech,
    is_writer,
    leads_to_name,
    opens_sentence,
    quotes_another,
    shares_subject,
)
from tui.compare.quotations.words import speech_verbs, words

FEATURES = (
    # where it stands
    "person",
    "organisation",
    "place",
    "unnamed",
    "reference",
    "behind",
    "ahead",
    "same sentence",
    "next sentence",
    "last sentence",
    "farther sentence",
    "other paragraph",
    "distance",
    "nearest",
    "others nearer",
    "first of its sentence",
    "possessive",
    "after preposition",
    "place after preposition",
    "spoken for",
    "listener",
    "according to",
    "subject of speech in last sentence",
    "writer of what speaks",
    "is quoted",
    # ties by a verb of speech
    "q v c",
    "q v titles c",
    "q c v",
    "q c, aside, v",
    "c v q",
    "c v … q",
    "c, aside, v … q",
    "c … and v … q",
    "c … v … q",
    "v c … q",
    "v is noun",
    "passive",
    # how the quotation stands, and the one before
    "colon before q",
    "c then colon",
    "c opens what leads to the colon",
    "outside what leads to the colon",
    "named in q",
    "subject of speech in last sentence, q alone",
    "opens the sentence, v before q",
    "c right behind q",
    "q ends a sentence",
    "q opens a sentence",
    "q alone",
    "q partial",
    "said the last one",
    "said the last one near",
    "said the last one not far",
    "said the last one and q alone",
    "said the last one, cut in two",
    # against the other candidates
    "tied",
    "another tied",
    "leads to a name",
    "behind a comma",
    "sole name",
)
_TIES = 8
"""So many of the ties are strong ones."""
_CONTINUES = 60
_CUTTING = frozenset((",", "—", "–", "-"))


def rows(stream: Stream, frame: Frame, near: list[int]) -> list[tuple[float, ...]]:
    """Return a row of evidence for each candidate of a frame."""
    ties = [_ties(stream, frame, at) for at in near]
    sure = [any(test(stream, frame, at) for test in (_is_label, is_according_to, is_writer, is_quoted)) for at in near]
    tied = [max(*tie[:_TIES], float(is_sure)) for tie, is_sure in zip(ties, sure, strict=True)]
    strongest = max(range(len(near)), key=tied.__getitem__, default=0)
    names = {stream.items[n].name for n in near}
    return [
        _stand(stream, frame, at, near)
        + ties[n]
        + _course(stream, frame, at, tied[n])
        + (
            tied[n],
            max((tied[m] for m in range(len(near)) if _differ(stream, near[m], at)), default=0.0)
            if n != strongest
            else 0.0,
            float(leads_to_name(stream, at)),
            float(stream.words[at - 1] == ","),
            float(len(names - {None}) == 1 and stream.items[at].name is not None),
        )
        for n, at in enumerate(near)
    ]


def _differ(stream: Stream, one: int, two: int) -> bool:
    return stream.items[one].name != stream.items[two].name or stream.items[one].name is None


def _stand(stream: Stream, frame: Frame, at: int, near: list[int]) -> tuple[float, ...]:
    """Return who a candidate is and where it stands."""
    items, q = stream.items, frame.at
    item, behind = items[at], at > q
    gap = item.sentence - (items[q].sentence if behind else frame.sentence)
    low, high = min(at, q), max(at, q)
    nearer = sum(low < n < high and not _is_object(stream, n) for n in near)
    return (
        float(item.text == "person"),
        float(item.text == "organisation"),
        float(item.text == "place"),
        float(item.name is None),
        float(item.sure < 1.0),
        float(behind),
        float(not behind),
        float(gap == 0),
        float(behind and gap > 0),
        float(not behind and gap == -1),
        float(not behind and gap < -1),
        float(stream.paragraph(at) != stream.paragraph(q)),
        min(high - low - 1, 30) / 30,
        float(nearer == 0),
        min(nearer, 3) / 3,
        float(all(items[n].sentence != item.sentence for n in near if n < at)),
        float(stream.words[at + 1] in POSSESSIVE),
        float(is_after_preposition(stream, at)),
        float(item.text == "place" and is_after_preposition(stream, at)),
        float(is_spoken_for(stream, at)),
        float(stream.words[at - 1] in words("listeners")),
        float(is_according_to(stream, frame, at)),
        float(not behind and gap == -1 and is_subject_of_speech(stream, at)),
        float(is_writer(stream, frame, at)),
        float(is_quoted(stream, frame, at)),
    )


def _course(stream: Stream, frame: Frame, at: int, tied: float) -> tuple[float, ...]:
    """Return how the quotation stands, and whether the candidate said the one before."""
    q, item = frame.at, stream.items[at]
    is_last = frame.previous is not None and item.name is not None and item.name == frame.previous[1]
    colon = stream.words[q - 1] == ":"
    first = at < q and opens_sentence(stream, at)
    alone = frame.opens and frame.closes and not colon
    since = q - frame.previous[0] if frame.previous is not None else FAR
    goes_on = frame.previous is not None and stream.items[frame.previous[0]].sentence == frame.sentence
    return (
        float(colon),
        float(_is_label(stream, frame, at)),
        (1.0 - tied) * (first and colon and item.sentence == stream.items[q - 1].sentence),
        float(colon and item.sentence != stream.items[q - 1].sentence),
        float(item.name is not None and any(word in frame.said for word in item.name.split())),
        float(alone and at < q and item.sentence == frame.sentence - 1 and is_subject_of_speech(stream, at)),
        (1.0 - tied) * (first and item.sentence == frame.sentence and _has_verb(stream, at, q)),
        (1.0 - tied) * (at == q + 1 and not frame.closes and not frame.partial),
        float(frame.closes),
        float(frame.opens),
        float(alone),
        float(frame.partial),
        float(is_last),
        float(is_last and since < 20),
        float(is_last and since < _CONTINUES),
        float(is_last and alone),
        float(is_last and goes_on and stream.words[q - 1] in _CUTTING),
    )


def _is_label(stream: Stream, frame: Frame, at: int) -> bool:
    """Say whether only a colon stands between a candidate and the quotation, as in an interview."""
    return at + 2 == frame.at and stream.words[at + 1] == ":" and opens_sentence(stream, at)


def _has_verb(stream: Stream, first: int, last: int) -> bool:
    return any(not speech_verbs()[stream.words[verb]] for verb in stream.verbs_between(first, last))


def _ties(stream: Stream, frame: Frame, at: int) -> tuple[float, ...]:
    """Return how candidate, verb of speech and quotation follow one another."""
    nothing = (0.0,) * 12
    if is_owner(stream, at):
        return nothing
    if at > frame.at:
        inverted = _inverted(stream, frame, at)
        if any(inverted):
            return (*inverted, *nothing[2:])
    following = stream.verbs_between(at + 1, min(frame.at if at < frame.at else frame.last + 1, at + 30))
    if any(quotes_another(stream, verb) for verb in following[:1]):
        return nothing
    if not following or not is_same_sentence(stream, frame, following[0]):
        return (*nothing[:9], float(_is_inserted(stream, frame, at)), *nothing[10:])
    verb = following[0]
    clean, aside = is_light(stream, at + 1, verb), is_aside(stream, at + 1, verb)
    clean = clean and not (stream.words[verb - 1] == "," and stream.words[verb].endswith("ing"))
    passive = bool(words("passive") & {stream.words[verb - 1], stream.words[verb - 2]})
    truth = (float(speech_verbs()[stream.words[verb]]), float(passive))
    if at > frame.at:
        near = at - frame.at < 14 and are_titles(stream, frame.at + 1, at)
        return (0.0, 0.0, float(clean and near), float(aside and not clean and near), *nothing[4:10], *truth)
    others = any(stream.items[n].kind == "who" for n in range(verb + 1, frame.at))
    direct = frame.at - verb <= 3
    loose = not clean and not aside
    shared = loose and is_leading(stream, at) and any(shares_subject(stream, at, later) for later in following)
    return (
        *nothing[:4],
        float(clean and direct),
        float(clean and not direct) * (0.6 if others else 1.0),
        float(aside and not clean),
        float(shared),
        float(loose and not shared),
        0.0,
        *truth,
    )


def _is_object(stream: Stream, at: int) -> bool:
    """Say whether a candidate is only whom something is said to or of: "accused Lind of", "told the court"."""
    before = at - 1
    while stream.words[before] in ("the", "a", "an", "title", "his", "her"):
        before -= 1
    return stream.words[before] in words("listeners")


def _is_inserted(stream: Stream, frame: Frame, at: int) -> bool:
    """Say whether a verb of speech with its subject is put into a sentence before the quotation: ", said Lind, was"."""
    if not 0 < frame.at - at < 14 or stream.items[at].sentence != frame.sentence:
        return False
    before = at - 1
    while before > 0 and at - before < 8 and is_plain_title(stream.items[before]):
        before -= 1
    return stream.words[before] in speech_verbs() and stream.words[before - 1] == ","


def _inverted(stream: Stream, frame: Frame, at: int) -> tuple[float, float]:
    """Return whether a verb of speech leads from the quotation to the candidate, at once or over titles."""
    verbs = stream.verbs_between(frame.at + 1, at)
    if not verbs or verbs[0] - frame.at > 3 or not is_light(stream, frame.at + 1, verbs[0]):
        return 0.0, 0.0
    if not is_same_sentence(stream, frame, verbs[0]):
        return 0.0, 0.0
    gap = at - verbs[0] - 1
    same = stream.items[at].sentence == stream.items[verbs[0]].sentence
    titles = 0 < gap < 12 and same and are_titles(stream, verbs[0] + 1, at)
    return float(gap == 0), float(titles)
