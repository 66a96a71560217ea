"""Which articles tell of one event, among a few and among many."""

import random

from tui.articles.kinship import find_kin, words_of

COMMON = [f"common{n}" for n in range(60)]


def articles(number: int, seed: int) -> tuple[list[frozenset[str]], set[tuple[int, int]]]:
    """Return invented articles, every fifth telling of the event of the one before it, and which those are."""
    chance = random.Random(seed)
    made: list[frozenset[str]] = []
    kin: set[tuple[int, int]] = set()
    while len(made) < number:
        own = [f"word{chance.randrange(number * 40)}" for _ in range(30)]
        if made and len(made) % 5 == 0:
            own[:18] = chance.sample(sorted(word for word in made[-1] if word.startswith("word")), 18)
            kin.add((len(made) - 1, len(made)))
        made.append(frozenset(own + chance.sample(COMMON, 30)))
    return made, kin


def test_those_that_share_rare_words_are_found_and_no_others():
    for number in (50, 700):
        made, kin = articles(number, 3)
        found = find_kin(made, 0.3)
        assert {(one.left, one.right) for one in found} == kin
        assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)


def test_looking_rare_words_up_finds_what_holding_all_against_all_does():
    made, _ = articles(301, 7)
    looked_up = {(one.left, one.right): one.likeness for one in find_kin(made, 0.15)}
    by_hand = {(one.left, one.right) for one in find_kin(made[:300], 0.15)}
    assert by_hand == {pair for pair in looked_up if 300 not in pair}


def test_the_same_article_twice_is_wholly_alike_and_an_empty_one_like_nothing():
    words = words_of("The ferry Havfrue ran aground near Sandholm with 214 aboard.")
    (found,) = find_kin([words, frozenset(), words], 0.1)
    assert (found.left, found.right, round(found.likeness, 6)) == (0, 2, 1.0)
