"""Which sentences are linked: golden pairs of articles about invented events, and what must hold for any articles."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.compare.comparison import Link, Settings
from tui.compare.engine import read_articles
from tui.compare.links import candidates, link_pair, link_sentences
from tui.compare.links.candidates import find_candidates
from tui.compare.links.profiles import profile_pair
from tui.compare.links.senses import word_senses

PAIRS = Path(__file__).parent / "pairs"
EVENTS = sorted(path.stem for path in PAIRS.glob("*.yaml"))
STRANGERS = [name for name in EVENTS if name.startswith("two_")]
REPORTED_TWICE = [name for name in EVENTS if not name.startswith("two_")]


def link(left: str, right: str, threshold: float | None = None) -> tuple[Link, ...]:
    return link_sentences(*read_articles(make_article(left), make_article(right)), Settings(link_threshold=threshold))


@cache
def gold(name: str) -> dict[str, Any]:
    record = yaml.safe_load((PAIRS / f"{name}.yaml").read_text(encoding="utf-8"))
    return {side: "\n".join(record[side]) for side in ("left", "right")} | {
        kind: {(left, right) for left, right in record[kind]} for kind in ("links", "weak")
    }


@cache
def found(left: str, right: str) -> frozenset[tuple[int, int]]:
    """Return the links as numbers of the lines their sentences begin in."""
    texts = gold(left)["left"], gold(right)["right"]
    readings = read_articles(*(make_article(text) for text in texts))
    line_of = [
        [text.count("\n", 0, s.start) for s in r.article.sentences] for text, r in zip(texts, readings, strict=True)
    ]
    links = link_sentences(*readings, Settings())
    return frozenset((line_of[0][o.left], line_of[1][o.right]) for o in links)


def test_links_in_invented_news_are_mostly_right_and_most_are_found() -> None:
    hits = wrong = wanted = 0
    for name in REPORTED_TWICE:
        links = found(name, name) - gold(name)["weak"]
        hits += len(links & gold(name)["links"])
        wrong += len(links - gold(name)["links"])
        wanted += len(gold(name)["links"])
    assert hits / (hits + wrong) >= 0.76
    assert 2 * hits / (hits + wrong + wanted) >= 0.65


@pytest.mark.parametrize("name", STRANGERS)
def test_of_two_events_with_one_setting_the_reader_is_warned(name: str) -> None:
    texts = gold(name)["left"], gold(name)["right"]
    assert link_pair(*read_articles(*map(make_article, texts)), Settings()).may_be_strangers
    assert len(found(name, name) - gold(name)["weak"] - gold(name)["links"]) <= 6


def test_of_strangers_the_weights_were_not_fitted_to_the_reader_is_warned_or_little_is_linked() -> None:
    warned = sentences = links = 0
    for path in sorted((Path(__file__).parent / "strangers").glob("*.yaml")):
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        linking = link_pair(
            *read_articles(*(make_article("\n".join(record[s])) for s in ("left", "right"))), Settings()
        )
        warned += linking.may_be_strangers
        links += len(linking.links)
        sentences += len(record["left"]) + len(record["right"])
    assert warned >= 1
    assert links <= sentences / 2


def test_of_articles_on_different_events_the_reader_is_warned() -> None:
    for one, other in zip(EVENTS, [*EVENTS[1:], EVENTS[0]], strict=True):
        texts = gold(one)["left"], gold(other)["right"]
        assert link_pair(*read_articles(*map(make_article, texts)), Settings()).may_be_strangers


@pytest.mark.parametrize("name", REPORTED_TWICE)
def test_of_one_event_reported_twice_the_reader_is_not_warned(name: str) -> None:
    texts = gold(name)["left"], gold(name)["right"]
    assert not link_pair(*read_articles(*map(make_article, texts)), Settings()).may_be_strangers


def test_articles_on_different_events_have_at_most_one_link_in_fifty_sentences() -> None:
    links = sentences = 0
    for one, other in zip(EVENTS, [*EVENTS[1:], EVENTS[0]], strict=True):
        links += len(found(one, other))
        sentences += gold(one)["left"].count("\n") + gold(other)["right"].count("\n") + 2
    assert links <= sentences / 50


@pytest.mark.parametrize("name", REPORTED_TWICE[:6])
def test_left_and_right_may_be_exchanged(name: str) -> None:
    there = link(gold(name)["left"], gold(name)["right"])
    back = link(gold(name)["right"], gold(name)["left"])
    assert {(o.left, o.right) for o in there} == {(o.right, o.left) for o in back}


@pytest.mark.parametrize("name", REPORTED_TWICE[:4])
def test_an_article_is_linked_to_itself_sentence_by_sentence(name: str) -> None:
    text = gold(name)["left"]
    count = len(make_article(text).sentences)
    linked = {(o.left, o.right) for o in link(text, text)}
    assert sum((n, n) in linked for n in range(count)) >= count - 1


@pytest.mark.parametrize(
    ("left", "right", "kind", "text"),
    [
        ("Mayor Ines Falk died on Sunday.", "Ines Falk, the mayor, is dead.", "names", "Ines Falk"),
        ("Ten people were killed in Tarsk.", "Ten died in the town of Tarsk.", "figures", "Ten people / Ten"),
        ("Ten people were killed in Tarsk.", "Ten died in the town of Tarsk.", "concepts", "killed / died (dying)"),
        ("The bronze wreaths were stolen.", "Thieves took wreaths of bronze.", "words", "wreaths"),
        ('He called it "a shabby trick".', 'It was "a shabby trick", he added.', "quote", "shabby trick"),
    ],
)
def test_a_link_says_why(left: str, right: str, kind: str, text: str) -> None:
    (only,) = link(left, right, threshold=0.0)
    reasons = {reason.kind: reason.text for reason in only.reasons}
    assert text in reasons[kind]
    assert [r.weight for r in only.reasons] == sorted((r.weight for r in only.reasons), reverse=True)


def test_words_near_in_meaning_speak_for_a_link() -> None:
    (only,) = link("Rescuers combed the rubble for survivors.", "Firefighters searched debris for anyone alive.", 0.0)
    assert "rubble / debris" in {reason.kind: reason.text for reason in only.reasons}["meaning"]


def test_who_is_meant_speaks_for_a_link() -> None:
    left = "Mayor Ines Falk opened the bridge. She promised a cheaper tramway."
    right = "The harbour froze. A cheaper tramway will come, Ines Falk promised."
    reasons = {(o.left, o.right): {r.kind: r.text for r in o.reasons} for o in link(left, right, 0.0)}
    assert reasons[1, 1]["references"] == "Ines Falk"


def test_the_furniture_of_a_page_is_linked_with_nothing() -> None:
    page = "\nSubscribe to our newsletter.\nOla Berg of the Velmouth Echo contributed to this report."
    links = link("By Ola Berg\n12 May 2031\nThe ferry sank off Tarsk." + page, "By Ola Berg\nThe ferry sank." + page, 0)
    assert {(o.left, o.right) for o in links} == {(2, 1)}


def test_a_higher_threshold_keeps_the_stronger_links_only() -> None:
    texts = gold("ferry")["left"], gold("ferry")["right"]
    loose, strict = link(*texts, threshold=0.2), link(*texts, threshold=0.8)
    assert set(strict) == {o for o in loose if o.score >= 0.8}
    assert 0 < len(strict) < len(loose)


@pytest.mark.parametrize(
    ("left", "right"), [("", ""), ("", "One dog bit a man."), ("…", "—"), ("a\nb\nc", "the the the")]
)
def test_articles_with_nothing_to_compare_have_no_links(left: str, right: str) -> None:
    assert link(left, right) == ()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_linked_without_error(left: str, right: str) -> None:
    links = link(left, right, threshold=0.0)
    assert [(o.left, o.right) for o in links] == sorted({(o.left, o.right) for o in links})
    assert all(0 <= o.score <= 1 for o in links)


@pytest.mark.parametrize("name", ["strike", "shooting", "election"])
def test_the_index_brings_together_what_a_look_at_every_pair_does(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = profile_pair(*read_articles(make_article(gold(name)["left"]), make_article(gold(name)["right"])))
    plain = find_candidates(pair, word_senses(pair))
    monkeypatch.setattr(candidates, "_SMALL", 0)
    fast = find_candidates(pair, word_senses(pair))
    assert set(fast) <= set(plain)
    best = sorted(plain, key=lambda key: -plain[key].likeness)[: len(pair.left)]
    assert set(best) <= set(fast)


def test_thousands_of_identical_sentences_take_no_more_than_their_number() -> None:
    count = 1500
    text = "\n".join(["The ferry sank off Tarsk in a storm."] * count)
    readings = read_articles(make_article(text), make_article(text))
    pair = profile_pair(*readings)
    assert len(find_candidates(pair, word_senses(pair))) <= 12 * count


class Stopped(Exception):
    """Raised by whoever wants the work to stop."""


def test_progress_is_told_and_may_stop_the_work() -> None:
    ferries = "\n".join(f"The ferry {n} sank off Tarsk with {n + 7} sailors and {n * 3} goats." for n in range(450))
    goats = "\n".join(f"Storm: {n * 3} goats drown with {n + 7} hands." for n in range(450))
    readings = read_articles(make_article(ferries), make_article(goats))
    told: list[float] = []
    link_sentences(*readings, Settings(), told.append)
    assert len(told) >= 2 and told == sorted(told) and told[0] > 0 and told[-1] <= 1

    def stop(share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        link_sentences(*readings, Settings(), stop)
