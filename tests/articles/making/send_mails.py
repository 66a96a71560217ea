"""Writes articles of articles.yaml as mails, with Python's email: `python -m tests.articles.making.send_mails FOLDER`.

The bodies are those that mail programs write when a mail is sent on, answered or sent to a list.
"""

import html
import mailbox
import sys
from email.message import EmailMessage
from pathlib import Path

from tests.articles.making.print_files import ARTICLES

FERRY, BUDGET, VACCINE = (
    [text.lstrip("#!-+^ ") for text in ARTICLES[name]["paragraphs"]] for name in ("ferry", "budget", "vaccine")
)


def message(subject: str, sender: str, date: str, **more: str) -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"], made["Date"] = subject, sender, "desk@velmouthpost.example", date
    for name, value in more.items():
        made[name.replace("_", "-")] = value
    return made


def gmail() -> EmailMessage:
    mail = message(
        "Fwd: Velmouth council passes budget", "Joris Adair <joris@mail.example>", "Wed, 01 Dec 2021 09:12:00 +0100"
    )
    mail.set_content(
        "Worth a look before the meeting?\n\nJoris\n\n---------- Forwarded message ---------\nFrom: Norland Newswire <desk@norlandnewswire.example>\n"
        "Date: Tue, Nov 23, 2021 at 9:41 PM\nSubject: Velmouth council passes budget after all-night session\nTo: <joris@mail.example>\n\n\n"
        + "\n\n".join(BUDGET)
        + "\n\n-- \nNorland Newswire, 4 Mill Street, Velmouth\n",
        cte="quoted-printable",
    )
    return mail


def apple() -> EmailMessage:
    mail = message("Fwd: Ferry aground", "Hanne Quist <hanne.quist@mail.example>", "Sun, 10 Mar 2019 20:01:11 +0100")
    quoted = "\n".join(
        f"> {line}" if line else "> "
        for line in (
            "From: The Velmouth Post <news@velmouthpost.example>",
            "Subject: Ferry runs aground off Skarholm with 212 people on board",
            "Date: 8 March 2019 at 06:10:22 CET",
            "To: hanne.quist@mail.example",
            "",
            *"\n\n".join(FERRY).split("\n"),
        )
    )
    mail.set_content(
        f"See below. H.\n\nBegin forwarded message:\n\n{quoted}\n\nSent from my telephone\n", cte="quoted-printable"
    )
    return mail


def newsletter() -> EmailMessage:
    mail = message(
        "[Fjord Herald] Fever vaccine for all children",
        "Fjord Herald <bounce-8812@lists.example>",
        "Tue, 14 Jun 2022 17:30:00 +0200",
        List_Id="Fjord Herald Daily <daily.fjordherald.example>",
        List_Unsubscribe="<https://lists.example/leave>",
    )
    rows = "".join(f'<tr><td style="padding:8px">{html.escape(text, quote=False)}</td></tr>' for text in VACCINE)
    mail.set_content(
        f'<html><body><div style="display:none">Norland is the first country in the region.</div><table><tr><td><a href="https://x.example">View this email in your browser</a></td></tr>{rows}'
        '<tr><td>You are receiving this e-mail because you signed up at fjordherald.example.</td></tr><tr><td><a href="https://lists.example/leave">Unsubscribe</a> · '
        '<a href="https://lists.example/p">Manage preferences</a></td></tr><tr><td>Our mailing address is 9 Quay Road, Velmouth.</td></tr></table></body></html>',
        subtype="html",
        cte="quoted-printable",
    )
    return mail


def outlook() -> EmailMessage:
    mail = message("FW: Fever vaccine", "Rosa Tembe <rosa.tembe@mail.example>", "Mon, 20 Jun 2022 08:00:00 +0200")
    head = (
        "-----Original Message-----\nFrom: Anneke Voss <anneke.voss@fjordherald.example>\nSent: Tuesday, June 14, 2022 5:30 PM\nTo: Rosa Tembe\n"
        "Subject: Norland to offer fever vaccine to all children under twelve\n\n"
    )
    mail.set_content("FYI\n\n" + head + "\n\n".join(VACCINE) + "\n", cte="base64")
    mail.add_alternative(
        "<p>FYI</p><p>"
        + head.replace("\n", "<br>")
        + "</p>"
        + "".join(f"<p>{html.escape(text, quote=False)}</p>" for text in VACCINE),
        subtype="html",
    )
    mail.add_attachment(b"%PDF-1.4 not one", maintype="application", subtype="pdf", filename="vaccine.pdf")
    return mail


def attached() -> EmailMessage:
    inner = message(
        "Ferry runs aground off Skarholm with 212 people on board",
        "Petra Novak <petra.novak@velmouthpost.example>",
        "Fri, 08 Mar 2019 06:10:00 +0100",
    )
    inner.set_content("\n\n".join(FERRY) + "\n")
    mail = message("the story", "Bram Holt <bram@mail.example>", "Thu, 14 Mar 2019 10:00:00 +0100")
    mail.set_content("Attached.\n")
    mail.add_attachment(inner)
    return mail


def write_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in (
        ("budget-gmail", gmail),
        ("ferry-apple", apple),
        ("vaccine-newsletter", newsletter),
        ("vaccine-outlook", outlook),
        ("ferry-attached", attached),
    ):
        (folder / f"{name}.eml").write_bytes(make().as_bytes())
    for name, mails in (
        ("ferry-box", [attached()]),
        ("budget-box", [newsletter_note(), gmail()]),
        ("vaccine-box", [newsletter()]),
    ):
        (folder / f"{name}.mbox").unlink(missing_ok=True)
        box = mailbox.mbox(str(folder / f"{name}.mbox"))
        for mail in mails:
            box.add(mail)
        box.close()


def newsletter_note() -> EmailMessage:
    mail = message("lunch", "Joris Adair <joris@mail.example>", "Wed, 01 Dec 2021 09:00:00 +0100")
    mail.set_content("From twelve on at the quay?\n")
    return mail


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
