"""People, places and organisations: found by rules and curated tables, under one name each over both articles.

Words are cut (`cutting`) and known (`words`, `classes`), stretches found in which names may stand (`stretches`), every
span of words in them weighed by what stands inside, around and elsewhere (`inside`, `before`, `behind`, `told`,
`both_sides`, `evidence`), the best spans chosen (`choose`), towns put together with their states (`towns`), and each
person, place and organisation called by one name (`naming`, `people`, `titles`, `places`, `organisations`), which says
on request why it is one (`reasons`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from tui.articles.article import Article
from tui.compare.comparison import Reason
from tui.compare.names.bodies import is_told_body, is_told_firm
from tui.compare.names.choose import Candidate, Choice, Scores, choose_names, find_leanings, weigh_spans
from tui.compare.names.evidence import Known
from tui.compare.names.families import find_families
from tui.compare.names.found import Found
from tui.compare.names.naming import name_all
from tui.compare.names.phrases import short_forms, stands_for
from tui.compare.names.places import capital_country, demonym_place, halved_place, place_name, same_place
from tui.compare.names.reasons import give_reasons
from tui.compare.names.stretches import Stretch, Style, find_stretches
from tui.compare.names.things import names_of_things
from tui.compare.names.told import told_kind
from tui.compare.names.towns import join_regions
from tui.compare.names.words import Sentence, Word, cut_words
from tui.compare.reading import Name, NameKind
from tui.system.shares import Tell, in_shares

__all__ = [
    "capital_country",
    "demonym_place",
    "explain_names",
    "find_families",
    "find_names",
    "place_name",
    "same_place",
]

_LONGEST_TOLD = 4
"""No name that is told what it is has more words."""
_WEIGHED, _LEARNED, _CHOSEN = 0.5, 0.65, 0.75
"""The share of the work that is done by then, about."""
_SENTENCES, _STRETCHES = 300, 2000
"""So many are a share of the work."""
Weighed = list[tuple[Stretch, list[Candidate]]]
_Some = tuple[int, list[Weighed]]
"""The number of a sentence, counted through all articles, and what stands in it and those after it."""
_Packed = tuple[int, list[list[tuple[tuple[int, int, Style, int], list[tuple[int, int, Scores]]]]]]
"""The same without the words."""


def find_names(articles: Sequence[Article], tell: Tell | None = None) -> tuple[tuple[Name, ...], ...]:
    """Return the names in each article, read together so that each person has one name.

    Two passes: what the first one chooses anywhere in the articles is evidence for the second one. `tell` is told the
    share of the work that is done, 0 to 1.
    """
    chosen, _ = _choose_all(articles, tell)
    return name_all(list(zip(articles, chosen, strict=True)))


def explain_names(articles: Sequence[Article]) -> tuple[tuple[tuple[Reason, ...], ...], ...]:
    """Return for each article, and each name that `find_names` finds in it, why it is a name of its kind."""
    chosen, known = _choose_all(articles)
    named = name_all(list(zip(articles, chosen, strict=True)))
    return tuple(
        tuple(give_reasons(one, name.name, known) for one, name in zip(found, names, strict=True))
        for found, names in zip(chosen, named, strict=True)
    )


def _choose_all(articles: Sequence[Article], tell: Tell | None = None) -> tuple[list[list[Found]], Known]:
    """Return the names of each article before they are called anything, and what was learnt on the way."""
    sentences = [[cut_words(a.text, s.start, s.end) for s in a.sentences] for a in articles]
    common = common_words(sentences)
    tell = tell or _tell_nobody
    weighed = weigh_all(sentences, common, lambda share: tell(_WEIGHED * share))
    known = learn(weighed, common)
    tell(_LEARNED)
    chosen = [join_regions(_add_shared_names(found)) for found in _choose(weighed, known)]
    tell(_CHOSEN)
    return chosen, known


def _tell_nobody(share: float) -> None:
    """Tell nobody how far it is."""


def weigh_all(articles: list[list[Sentence]], common: frozenset[str], tell: Tell | None = None) -> list[Weighed]:
    """Return the stretches of each article's sentences with their possible names; `tell` is told the share done."""
    every = list(chain.from_iterable(articles))

    def weigh(first: int, after: int) -> _Some:
        return first, [[(s, weigh_spans(s, common)) for s in find_stretches(words)] for words in every[first:after]]

    def pack(some: _Some) -> _Packed:  # all but the words, which are there
        return some[0], [
            [((s.first, s.last, s.style, s.dated), [(c.first, c.last, c.scores) for c in spans]) for s, spans in here]
            for here in some[1]
        ]

    def unpack(packed: _Packed) -> _Some:
        first, placed = packed
        return first, [
            [
                (Stretch(sentence, *place), [Candidate(a, b, sentence[0][a:b], scores) for a, b, scores in spans])
                for place, spans in here
            ]
            for sentence, here in zip(every[first : first + len(placed)], placed, strict=True)
        ]

    shares = in_shares(weigh, len(every), _SENTENCES, tell, (pack, unpack))
    by_sentence = chain.from_iterable(found for _, found in shares)
    return [list(chain.from_iterable(islice(by_sentence, len(article)))) for article in articles]


def _choose(weighed: list[Weighed], known: Known) -> list[list[Found]]:
    """Return the names of each article."""
    every = list(chain.from_iterable(weighed))

    def choose(first: int, after: int) -> list[list[Choice]]:
        return [choose_names(stretch, candidates, known) for stretch, candidates in every[first:after]]

    chosen = chain.from_iterable(in_shares(choose, len(every), _STRETCHES))
    return [[Found(s, *one) for s, _ in article for one in next(chosen)] for article in weighed]


def _add_shared_names(chosen: list[Found]) -> list[Found]:
    """Return the names of an article with those that share their last word: "North" of "North and South Korea"."""
    whole: list[Found] = []
    for found in chosen:
        at = halved_place(found.stretch.words, found.first, found.last) if found.kind == "place" else None
        if at is not None and not (whole and whole[-1].stretch is found.stretch and whole[-1].last > at):
            whole.append(Found(found.stretch, at, at + 1, "place", found.words[1:]))
        whole.append(found)
    return whole


def common_words(sentences: list[list[Sentence]]) -> frozenset[str]:
    """Return the words that stand in small letters somewhere in the articles."""
    every = {word for article in sentences for words, _ in article for word in words}
    return frozenset([word.text for word in every if word.text[0].islower()])


def learn(weighed: list[Weighed], common: frozenset[str]) -> Known:
    """Return what a first choice over all articles tells for the second."""
    told = _told_kinds(stretch for article in weighed for stretch, _ in article)
    counts: dict[str, Counter[NameKind]] = defaultdict(Counter)
    surnames, givens, bodies = set(), set(), set()
    acronyms: dict[str, NameKind] = {}
    stretches = [s for article in weighed for s, _ in article]
    begun = ((s.words, n) for s in stretches for n in range(s.first, s.last) if s.words[n].capital)
    things = {names_of_things(words, n) for words, n in begun} - {""}
    for name in chain.from_iterable(_choose(weighed, Known(told=told, things=things))):
        texts, kind = [w.text for w in name.words], name.kind
        counts[" ".join(texts)][kind] += 1
        if kind == "person" and len(texts) > 1:
            surnames |= {texts[-1], texts[0]} if "-" in texts[-1] else {texts[-1]}
            surnames |= {half for half in texts[-1].split("-") if half[:1].isupper()}
            givens.add(texts[0])
        if kind == "organisation" and len(texts) > 1:
            bodies |= {text for text in short_forms(texts)}
        after = [w.text for w in name.stretch.words[name.last : name.last + 3]]
        if len(after) == 3 and after[0] in "([" and after[2] in ")]" and stands_for(after[1], texts):
            acronyms[after[1]] = kind
    things -= surnames
    shares = {text: {kind: n / sum(c.values()) for kind, n in c.items()} for text, c in counts.items()}
    shares |= {acronym: {kind: 1.0} for acronym, kind in acronyms.items()}
    leanings = {text: acronyms.get(text, kind) for text, kind in find_leanings(chain.from_iterable(weighed)).items()}
    given = frozenset(givens - surnames)
    return Known(common, shares, leanings, frozenset(surnames), given, acronyms, frozenset(bodies), told, things)


def _is_body(words: Sequence[Word], first: int, last: int) -> bool:
    return is_told_firm(words, first, last) or (last - first > 1 and is_told_body(words, first, last))


def _told_kinds(stretches: Iterable[Stretch]) -> dict[str, NameKind]:
    """Return what names are called or told to be right beside them, each as most often."""
    counts: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for stretch in stretches:
        words = stretch.words
        for at in range(stretch.first, stretch.last):
            end = at
            while end < len(words) and end - at < _LONGEST_TOLD and words[end].capital:
                end += 1
            if end == at:
                continue
            body = not (at and words[at - 1].capital) and _is_body(words, at, end)
            kind = "organisation" if body else told_kind(words, at, end, stretch.dated)
            if kind is not None and (body or kind == "place" or end == at + 1):
                text = " ".join([word.text for word in words[at:end]])
                counts[text if at or not text.isupper() else text.title()][kind] += 1
    return {text: kinds.most_common(1)[0][0] for text, kinds in counts.items()}
