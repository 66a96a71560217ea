"""A pair of articles about an invented fire, compared by hand: only the reader changes what is drawn from it."""

from datetime import date

from tui.articles.article import Article, Sentence, Side, Span
from tui.compare.comparison import (
    Brief,
    BriefLine,
    Comparison,
    Detail,
    DetailKind,
    Link,
    Mention,
    MentionKind,
    Passage,
    Question,
    Quote,
    Relation,
)
from tui.compare.reading import Figure, Quotation, Reading

LEFT = (
    ("Fire guts ferry terminal in Port Ellery",),
    (
        "More than 40 people were hurt when fire swept through the ferry terminal in Port Ellery on Tuesday night.",
        "Three of them are in a serious condition, Mayor Ada Linde said.",
    ),
    (
        '"We were lucky that the last boat had already left," Ms Linde told reporters.',
        "Firefighters from four towns needed six hours to put the fire out.",
    ),
    ("The terminal, built in 1962, handles 2.1 million passengers a year.",),
    ("Ferries to Norholm are cancelled until Friday.", "Police have arrested a man aged 34."),
)
RIGHT = (
    ("Port Ellery: blaze at the ferry port, 46 injured",),
    ("A blaze destroyed much of the ferry terminal in Port Ellery late on Tuesday, injuring 46 people.",),
    (
        "Five are seriously hurt, said Mayor Ada Linde.",
        'Linde added: "We were lucky, the last boat had left an hour before."',
    ),
    ("It took six hours and crews from four towns to bring the blaze under control.",),
    ("The Harbour Union has asked for years for sprinklers in the waiting hall.",),
    ("No ferries will sail to Norholm before Saturday, the operator Nordline said.",),
)


def make_by_hand(paragraphs: tuple[tuple[str, ...], ...], source: str) -> Article:
    """Return an article with the given sentences, the first of them its headline."""
    text, sentences, spans = "", [], []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        begin = len(text)
        for sentence in paragraph:
            text += " " if len(text) > begin else ""
            kind = "headline" if number == 0 else "prose"
            sentences.append(Sentence(len(text), len(text) + len(sentence), number, kind))
            text += sentence
        spans.append(Span(begin, len(text)))
    return Article(text, tuple(sentences), tuple(spans), paragraphs[0][0], source, date(2031, 3, 5), origin=source)


def _spans(article: Article, *words: str) -> tuple[Span, ...]:
    found = []
    for word in words:
        at = article.text.find(word)
        assert at >= 0, word
        while at >= 0:
            found.append(Span(at, at + len(word)))
            at = article.text.find(word, at + len(word))
    return tuple(sorted(found, key=lambda span: span.start))


def invented_comparison() -> Comparison:
    """Return the comparison."""
    left, right = make_by_hand(LEFT, "Ellery Gazette"), make_by_hand(RIGHT, "Coast Wire")

    def one(side: Side, words: str) -> Span:
        return _spans(left if side == "left" else right, words)[0]

    def mention(kind: MentionKind, name: str, lefts: str, rights: str, value: object = None, unit: str | None = None):
        places = [
            _spans(article, *(word for word in words.split("|") if word))
            for article, words in ((left, lefts), (right, rights))
        ]
        return Mention(kind, name, places[0], places[1], value, unit)  # type: ignore[arg-type]

    def passage(number: int, lefts: tuple[int, ...], rights: tuple[int, ...], relation: Relation, score: float):
        links = tuple(Link(one_, other, score) for one_ in lefts for other in rights)
        return Passage(number, lefts, rights, links, relation, score)

    def detail(
        number: int, sentences: tuple[int, int], kind: DetailKind, words: tuple[str, str], conflict: bool, why: str
    ):
        spans = [one(side, said) if said else None for side, said in zip(("left", "right"), words, strict=True)]  # type: ignore[arg-type]
        summary = " / ".join(said or "–" for said in words)
        return Detail(number, *sentences, kind, spans[0], spans[1], conflict, summary, why)

    figures = (
        (Figure(*_pair(one("left", "More than 40 people")), "count", 40, None, "person", "people hurt", "more_than"),),
        (
            Figure(*_pair(one("right", "46 injured")), "count", 46, None, "person", "people hurt"),
            Figure(*_pair(one("right", "46 people")), "count", 46, None, "person", "people hurt"),
        ),
    )
    quotes = (
        Quote("left", *_pair(one("left", '"We were lucky that the last boat had already left,"')), "Ada Linde", 4),
        Quote("right", *_pair(one("right", '"We were lucky, the last boat had left an hour before."')), "Ada Linde", 4),
    )
    readings = tuple(
        Reading(
            article,
            figures=figures[number],
            quotations=tuple(Quotation(q.start, q.end, q.speaker) for q in quotes if q.side == side),
        )
        for number, (article, side) in enumerate(((left, "left"), (right, "right")))
    )
    return Comparison(
        left,
        right,
        (readings[0], readings[1]),
        passages=(
            passage(1, (0,), (0,), "differs", 0.71),
            passage(2, (1,), (1,), "differs", 0.83),
            passage(3, (2,), (2,), "differs", 0.74),
            passage(4, (3,), (3,), "differs", 0.69),
            passage(5, (4,), (4,), "similar", 0.66),
            passage(6, (6,), (6,), "differs", 0.58),
        ),
        details=(
            detail(2, (1, 1), "figure", ("More than 40 people", "46 people"), False, "46 is more than 40"),
            detail(3, (2, 2), "figure", ("Three", "Five"), True, "two exact counts of the same people"),
            detail(4, (3, 3), "quote", ("had already left", "had left an hour before"), False, "quoted differently"),
            detail(6, (6, 6), "date", ("until Friday", "before Saturday"), True, "two days for one event"),
            detail(6, (6, 6), "organisation", ("", "Nordline"), False, "only the right says who"),
        ),
        mentions=(
            mention("person", "Ada Linde", "Ada Linde|Ms Linde", "Ada Linde|Linde added"),
            mention("place", "Port Ellery", "Port Ellery", "Port Ellery"),
            mention("place", "Norholm", "Norholm", "Norholm"),
            mention("organisation", "Harbour Union", "", "Harbour Union"),
            mention("organisation", "Nordline", "", "Nordline"),
            mention("figure", "40 people hurt", "More than 40 people", "", 40.0, "person"),
            mention("figure", "46 people hurt", "", "46 injured|46 people", 46.0, "person"),
            mention("figure", "3", "Three", "", 3.0, "person"),
            mention("figure", "5", "", "Five", 5.0, "person"),
            mention("figure", "6 hours", "six hours", "six hours", 6.0, "hour"),
            mention("figure", "2,100,000 passengers", "2.1 million passengers", "", 2.1e6, "passenger"),
            mention("date", "2031-03-04", "Tuesday night", "Tuesday", "2031-03-04"),
            mention("date", "2031-03-07", "Friday", "", "2031-03-07"),
            mention("date", "2031-03-08", "", "Saturday", "2031-03-08"),
            mention("date", "1962", "in 1962", "", "1962"),
        ),
        quotes=quotes,
        brief=_brief(one),
    )


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _brief(one) -> Brief:  # type: ignore[no-untyped-def]
    return Brief(
        (
            Question(
                1,
                "What do both report?",
                (("passages", 6), ("reworded", 1)),
                (BriefLine("Four towns' firefighters needed six hours.", (5,), (4,), (4,)),),
            ),
            Question(
                2,
                "Where do the details differ?",
                (("details", 5), ("passages", 4)),
                (
                    BriefLine("More than 40 people / 46 people", (2,), (1,), (1,), details=(0,)),
                    BriefLine("had already left / had left an hour before", (4,), (3,), (3,), details=(2,)),
                ),
            ),
            Question(
                3,
                "What can't both be right?",
                (("conflicts", 2),),
                (
                    BriefLine("Three / Five in a serious condition", (3,), (2,), (2,), details=(1,)),
                    BriefLine("Ferries until Friday / before Saturday", (6,), (6,), (6,), details=(3,)),
                ),
            ),
            Question(
                4,
                "What does only one of them say?",
                (("only left", 2), ("only right", 1)),
                (
                    BriefLine("left: Police have arrested a man aged 34.", (), (7,), ()),
                    BriefLine("right: The Harbour Union has asked for years for sprinklers.", (), (), (5,)),
                ),
            ),
            Question(
                5,
                "Who and what is it about, who is quoted?",
                (("people", 1), ("organisations", 2)),
                (BriefLine("Ada Linde, quoted on both sides", left=(one("left", "Ada Linde"),), mentions=(0,)),),
            ),
        )
    )
