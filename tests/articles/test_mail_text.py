from datetime import date

import pytest

from tui.articles.load import load_article
from tui.articles.mail_text import part_mail

STORY = (
    "The bridge at Velmouth has closed for a year after a storm cracked two of its piers, its owner said on Monday.\n\n"
    "Some 4,000 people crossed it every day. “We had no choice,” said Ilse Marek, who runs Brightwater."
)


HEADS = {
    "Gmail": """---------- Forwarded message ---------
From: The Post <news@post.example>
Date: Fri, Mar 8, 2019 at 9:12 AM
Subject: Bridge closes
To: <me@x.example>
""",
    "Apple": """Begin forwarded message:

From: The Post <news@post.example>
Subject: Bridge closes
Date: 8 March 2019 at 09:12:33 GMT
To: me@x.example
""",
    "Outlook": """-----Original Message-----
From: The Post <news@post.example>
Sent: Friday, March 8, 2019 9:12 AM
To: Me
Subject: Bridge closes
""",
    "Thunderbird": """-------- Forwarded Message --------
Subject: \tBridge closes
Date: \tFri, 8 Mar 2019 09:12:33 +0100
From: \tThe Post <news@post.example>
To: \tme@x.example
""",
    "Thunderbird in German": """-------- Weitergeleitete Nachricht --------
Betreff: Bridge closes
Datum: Fri, 8 Mar 2019 09:12:33 +0100
Von: The Post <news@post.example>
An: me@x.example
""",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_message_that_was_sent_on_counts_with_its_own_headers(head):
    parted = part_mail(f"Worth a look?\n\n{head}\n\n{STORY}\n")
    assert parted.text == STORY
    assert (parted.sender, parted.subject, parted.day) == (
        "The Post <news@post.example>",
        "Bridge closes",
        date(2019, 3, 8),
    )
    assert parted.left_out == ("what was written when it was sent on: Worth a look?",)


def test_a_message_that_was_sent_on_twice_is_the_first_one():
    head = (
        "---------- Forwarded message ---------\nFrom: {0} <{0}@x.example>\nDate: {1} March 2019\nSubject: Bridge\n\n"
    )
    parted = part_mail(head.format("bram", 9) + head.format("post", 8) + STORY)
    assert (parted.text, parted.sender, parted.day) == (STORY, "post <post@x.example>", date(2019, 3, 8))


def test_an_article_that_speaks_of_messages_is_no_forwarded_one():
    text = f"{STORY}\n\nThe court read out the original message.\n\nFrom: the mayor\n\nIt was short."
    assert part_mail(text).text == text


@pytest.mark.parametrize(
    "foot",
    [
        "-- \nPetra Novak\nThe Velmouth Post\n+00 555 0199",
        "Sent from my telephone",
        "You are receiving this e-mail because you signed up at post.example.\nUnsubscribe | Manage preferences",
        "© 2019 The Velmouth Post. All rights reserved.\nTo stop receiving these messages, click here.",
    ],
    ids=["signature", "telephone", "list", "rights"],
)
def test_signatures_and_feet_of_lists_are_taken_out_and_told(foot):
    parted = part_mail(f"{STORY}\n\n{foot}\n")
    assert parted.text == STORY
    assert len(parted.left_out) == 1


def test_the_longer_of_an_answer_and_what_it_answers_is_the_article():
    quoted = "\n".join(f"> {line}" for line in STORY.split("\n"))
    parted = part_mail(f"Thanks!\n\nOn Fri, Mar 8, 2019 at 9:00 AM The Post <news@post.example> wrote:\n{quoted}\n")
    assert parted.text.strip() == STORY
    assert parted.left_out == ("the answer to it: Thanks!",)
    parted = part_mail(f"{STORY}\n\nOn Fri, Mar 8, 2019 at 9:00 AM Bram Holt wrote:\n> Is it done?\n")
    assert parted.text.strip() == STORY
    assert parted.left_out == ("the mail that it answers: Is it done?",)


def test_an_article_about_a_mailing_list_is_kept():
    text = (
        f"{STORY}\n\nThe council's mailing list was sent to the wrong people; hundreds asked to unsubscribe, it said."
    )
    assert part_mail(text).text == text


def test_lines_that_flow_are_joined(tmp_path):
    body = "The bridge at Velmouth has \nclosed for a year.\n\nThe council meets \non Tuesday.\n-- \nPetra Novak\n"
    head = "Subject: Bridge\nFrom: petra@post.example\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
    (tmp_path / "a.eml").write_text(head + body)
    article = load_article(str(tmp_path / "a.eml"))
    assert article.text == "The bridge at Velmouth has closed for a year.\n\nThe council meets on Tuesday."
