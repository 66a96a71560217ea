import re
from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.compare.quotations import find_quotations
from tui.compare.reading import Name

TABLE = yaml.safe_load(Path(__file__).with_name("quotations.yaml").read_text(encoding="utf-8"))
FORMS = {form: name for name, forms in TABLE["names"].items() for form in forms}
ANY_FORM = re.compile("|".join(sorted(FORMS, key=len, reverse=True)))


def names_in(text):
    kinds = {"Harbour Authority": "organisation"}
    return tuple(
        Name(m.start(), m.end(), kinds.get(m.group(), "person"), FORMS[m.group()]) for m in ANY_FORM.finditer(text)
    )


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["text"][:40])
def test_every_quotation_is_found_with_whom_the_text_names_as_its_speaker(case):
    article = make_article(case["text"])
    found = find_quotations(article, names_in(article.text))
    assert [[article.slice(q.span), q.speaker] for q in found] == case["quotations"]


MARKS = st.text(alphabet="\"“”‘’'«» ,.\nAb sx1", max_size=120)


@given(MARKS)
def test_quotations_lie_inside_the_text_in_order_without_overlap(text):
    article = make_article(text)
    found = find_quotations(article, names_in(article.text))
    edges = [edge for q in found for edge in (q.start, q.end)]
    assert edges == sorted(edges)
    assert all(0 <= q.start < q.end <= len(article.text) for q in found)
    assert all(any(c.isalnum() for c in article.slice(q.span)) for q in found)


@pytest.mark.parametrize("piece", ['"', "'a ", "“", "“a,” said ", "a'", '"a" ', "‘a"])
def test_four_times_as_many_quotation_marks_take_no_more_than_linear_time(piece):
    def seconds(count):
        article = make_article(piece * count)
        began = process_time()
        find_quotations(article, ())
        return process_time() - began

    assert seconds(4000) < 10 * max(seconds(1000), 0.01)
