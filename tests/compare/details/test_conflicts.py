"""What cannot both be right, beside what only looks like it: another place or bound, undated weekdays, said by both."""

import pytest

from tui.articles.load import make_article
from tui.compare.engine import compare

CONFLICTS = [
    (
        "The smelter was shut on Monday after 14 workers fell ill.",
        "On Monday the smelter was shut after 17 workers fell ill.",
    ),
    ("A jury in Sorel found the ferryman guilty of fraud.", "The ferryman was found not guilty of fraud in Sorel."),
    (
        "LARVIN, 10 March 2021\n\nThe ferry ran aground off Port Arlen on Monday, the coast guard said.",
        "LARVIN, 10 March 2021\n\nThe ferry ran aground off Port Arlen on Tuesday, the coast guard said.",
    ),
    (
        "LARVIN, 10 March 2021 — The lock at Port Arlen opened again on Monday.",
        "LARVIN, 10 March 2021 — The lock at Port Arlen opened again on Tuesday.",
    ),
    (
        "The skipper was Otto Lund, 61, of Tarvik. He sailed with his wife Clara, 58, and their grandson, 11.",
        "Otto “Oke” Lund, 62, was sailing with his wife Clara, 58, and their grandson, 11, the coast guard said.",
    ),
    ("The heiress wept at the reading of the will.", "At the reading of the will the heiress showed no emotion."),
    ("The sacristan, a 41-year-old widower, found the chalice.", "It was the sacristan, 43, who found the chalice."),
    (
        "The quarry did not warn the hamlet, and nobody has said why, the inquiry found.",
        "The quarry warned the hamlet, the inquiry found.",
    ),
    ("The abbot will resign, his chapter said.", "The abbot will not resign, his chapter said."),
    ("The guild failed to warn the ferrymen.", "The guild warned the ferrymen."),
    ("The bakers' party kept its majority in the diet.", "The bakers' party lost its majority in the diet."),
    ("The skipper refused to blame the pilot for the wreck.", "The skipper blamed the pilot for the wreck."),
]
NO_CONFLICTS = [
    ("The choir failed to sing a note after the storm.", "The choir sang until midnight before the storm."),
    (
        "The miller opened the sluice at dusk, and the meadows of Tarn were flooded.",
        "The miller had previously refused to open the sluice, and the meadows of Tarn lay dry.",
    ),
    (
        "Sixty volunteers and three dogs took part in the search, which was suspended on Monday because of the wind.",
        "Sixty volunteers joined the search. It was called off on Monday in the wind, and resumed on Tuesday morning.",
    ),
    (
        "Alderman Petra Moll voted against the harbour levy on Monday. Moll, 58, keeps bees.",
        'Petra Moll\'s "no" on Monday came as a relief: the alderman had threatened to vote down the harbour levy.',
    ),
    (
        "Smelter fire in Tarvik: 14 hurt\n\nAt least 14 people were hurt in the smelter fire in Tarvik on Monday.",
        "The fire in the Tarvik smelter hurt 17 people on Monday.",
    ),
    ("Some 15 divers were badly hurt in the blast.", "Some 22 divers were hurt in the blast."),
    ("The envoy did not come by train but by boat.", "The envoy came by boat."),
    ("The toll is for barges and not for yachts.", "The toll is not for yachts."),
    ("The warden sometimes answered letters.", "The warden did not answer the letter of 4 May."),
    ("In Tarvik 31 percent of homes have no heating.", "Across the province 17 percent of homes have no heating."),
    ("The baths stay shut until Thursday, the town said.", "The baths will be open by Friday, the town said."),
    ("The smelter at Tarvik burned down on Monday.", "On Tuesday the smelter at Tarvik burned down."),
    ("The guild votes on the new quay on Thursday.", "The guild votes on the new quay on Friday."),
    (
        "“I am not leaving the choir. I am leaving the board,” Moll said.",
        "Moll said: “I am not leaving the choir. I am leaving the board.”",
    ),
]


def conflicts(left: str, right: str) -> list[str]:
    """Return the conflicts that are told between two texts."""
    return [detail.summary for detail in compare(make_article(left), make_article(right)).details if detail.conflict]


@pytest.mark.parametrize(("left", "right"), CONFLICTS)
def test_what_cannot_both_be_right_is_told_from_either_side(left: str, right: str) -> None:
    assert conflicts(left, right) and conflicts(right, left)


@pytest.mark.parametrize(("left", "right"), NO_CONFLICTS)
def test_what_may_both_be_right_is_no_conflict(left: str, right: str) -> None:
    assert not conflicts(left, right) and not conflicts(right, left)
