import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.compare.engine import read_articles

TEXTS = yaml.safe_load(Path(__file__).with_name("pronouns.yaml").read_text(encoding="utf-8"))
POINTER = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


@pytest.mark.parametrize("marked", TEXTS, ids=lambda text: text[:40])
def test_pronouns_stand_for_whom_the_text_names(marked):
    text = POINTER.sub(r"\1", marked)
    (reading,) = read_articles(make_article(text))
    found = {(r.start, r.end): " and ".join(r.names) for r in reading.references}
    removed = 0
    for match in POINTER.finditer(marked):
        start = match.start() - removed
        removed += len(match[0]) - len(match[1])
        assert found.get((start, start + len(match[1])), "") == match[2], match[0]


PIECES = (
    "He",
    "he",
    "she",
    "It",
    "they",
    "the company",
    "both men",
    "Ada Brandt",
    "Lind",
    "and",
    ".",
    ",",
    "“",
    "”",
    "\n\n",
)
WORDS = st.lists(st.sampled_from((*PIECES, "Harbour Authority", "'s", "his wife", "was a baker", "said")), max_size=60)


@given(WORDS)
def test_references_lie_inside_the_text_in_order_and_stand_for_names_of_the_article(words):
    (reading,) = read_articles(make_article(" ".join(words)))
    starts = [r.start for r in reading.references]
    assert starts == sorted(starts)
    assert all(0 <= r.start < r.end <= len(reading.article.text) for r in reading.references)
    named = {name.name for name in reading.names}
    assert all(r.names and set(r.names) <= named and 0 <= r.probability <= 1 for r in reading.references)
