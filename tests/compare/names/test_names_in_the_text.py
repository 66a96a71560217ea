from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.compare.names import find_names

PIECES = (
    "Mr",
    "President",
    "Ana",
    "Kovač",
    "of",
    "the",
    "Ministry",
    "Bank",
    "Oslo",
    "al-Amin",
    "U.S.",
    "EU",
    "(",
    ")",
    ",",
    ".",
    "'s",
    "“",
    "”",
    "said",
    "in",
    "van",
    "der",
    "12",
    "\n",
    "\n\n",
    "McGee",
    "J.",
    "Party",
    "and",
    "-led",
    "é",
    "\u2400",
    "İ",
)


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.text(max_size=30))
def test_names_lie_in_the_text_in_order_and_apart(pieces: list[str], noise: str) -> None:
    article = make_article(" ".join(pieces) + noise)
    (names,) = find_names((article,))
    for name in names:
        said = article.text[name.start : name.end]
        assert said.strip() == said != ""
        assert name.name.strip()
    for one, following in pairwise(names):
        assert one.end <= following.start
