from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.annotated import read_annotated
from tui.articles.load import make_article
from tui.compare.engine import read_articles

CASES = yaml.safe_load(Path(__file__).with_name("quotations.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_every_quotation_is_found_with_whom_the_text_names_as_its_speaker(case):
    (reading,) = read_articles(make_article(case["text"]))
    surnames = [[said, who and who.split()[-1]] for said, who in case["quotations"]]
    assert [
        [reading.article.slice(q.span), q.speaker and q.speaker.split()[-1]] for q in reading.quotations
    ] == surnames


def test_in_articles_of_invented_events_most_speakers_are_named_and_hardly_one_wrongly():
    named = right = wrong = said = missed = titles = kept = 0
    for annotated in read_annotated():
        (reading,) = read_articles(make_article(annotated.text))
        speakers = {quotation.end: quotation.speaker for quotation in reading.quotations}
        for end, who in annotated.quotations.items():
            speaker = speakers.get(end)
            if who == "no":
                titles, kept = titles + 1, kept + (end in speakers)
                continue
            said, missed = said + 1, missed + (end not in speakers)
            fits = who is not None and speaker is not None and who.split()[-1] in speaker.split()
            named, right, wrong = named + (who is not None), right + fits, wrong + (speaker is not None and not fits)
    assert said > 200 and titles > 20
    assert right >= 0.75 * named
    assert wrong <= 0.015 * said
    assert missed <= 0.02 * said
    assert kept <= 0.3 * titles


SPOKEN = {
    "frank meeting": "Kerry",
    "if and when": "Kerry",
    "We are in significant": "Kerry",
    "equal basis": "Lavrov",
    "dead end": "Lavrov",
    "part of our ongoing": "Harf",
    "fully implemented": "Kerry",
    "If and when Minsk": "Kerry",
    "urgent need": "Kerry",
    "made clear": "Kerry",
    "deep concerns": "Kerry",
    "resort to force": "Kerry",
    "better understand": "Lavrov",
    "frank discussions": "Kerry",
    "important to keep": "Kerry",
    "open": "Ushakov",
    "quite friendly": "Ushakov",
}


@pytest.mark.parametrize("side", ["left", "right"])
def test_every_quotation_of_the_bundled_pair_has_its_speaker_or_none(side):
    text = (Path(__file__).parents[3] / "seeds" / f"kerry-in-sochi.{side}.txt").read_text(encoding="utf-8")
    (reading,) = read_articles(make_article(text))
    named = 0
    for quotation in reading.quotations:
        said = reading.article.slice(quotation.span).strip('"“”')
        who = next(speaker for opening, speaker in SPOKEN.items() if said.startswith(opening))
        assert quotation.speaker is None or quotation.speaker.split()[-1] == who, said
        named += quotation.speaker is not None
    assert named >= 0.5 * len(reading.quotations)


MARKS = st.text(alphabet="\"“”‘’'«» ,.\nAb sx1", max_size=120)


@given(MARKS)
def test_quotations_lie_inside_the_text_in_order_without_overlap(text):
    (reading,) = read_articles(make_article(text))
    edges = [edge for q in reading.quotations for edge in (q.start, q.end)]
    assert edges == sorted(edges)
    assert all(0 <= q.start < q.end <= len(reading.article.text) for q in reading.quotations)
    assert all(any(c.isalnum() for c in reading.article.slice(q.span)) for q in reading.quotations)
