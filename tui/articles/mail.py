"""Saved mail (.eml, .mbox) and pages saved as one file (.mht, .mhtml): the article in it, whoever sent it on.

Of a forwarded message its own headers count, of a newsletter its list. What a mail program or a mailing list adds, and
what the forwarder wrote, is taken out and told.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage
from email.utils import parseaddr

from tui.articles.article import ArticleError, DateSource
from tui.articles.counts import count_of
from tui.articles.decode import decode
from tui.articles.draft import Content, Draft
from tui.articles.mail_text import MailText, part_mail
from tui.articles.wrapping import unwrap

_BOX = re.compile(rb"^(?=From [^\r\n]*\d{4}\s*?$)", re.MULTILINE)
_PAGE = re.compile(r"<(?:article|main)\b", re.IGNORECASE)
_LEAST_PLAIN = 0.4
"""A plain part that holds less than this part of the page's letters is a note to those whose program shows no pages."""
_MOST_MAILS = 10_000
_MOST_NAMED = 5
_SUBJECT = re.compile(r"\A(?:\s*(?:fwd?|re|aw|wg|tr|rv|sv|vs)\s*:\s*|\s*\[[^\]]{1,40}\]\s*)+", re.IGNORECASE)
_LIST_NAME = re.compile(r'\A\s*"?([^"<]*?)"?\s*(?:<([^>]*)>)?\s*\Z')


@dataclass(slots=True)
class _Head:
    """What the headers of a message tell."""

    subject: str | None = None
    sender: str = ""
    address: str = ""
    dates: list[DateSource] = field(default_factory=list)
    list_name: str = ""


def read_mail(content: Content) -> Draft:
    """Return the article in a mail, a mailbox or a page saved as one file.

    Raises
    ------
    ArticleError
        If it is damaged or holds no text.
    """
    try:
        message, warnings = _message(content.raw)
        if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
            warnings = (*warnings, "the file ends in the middle of a part; its end is missing")
        return _read(message, content, (*content.warnings, *warnings))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise ArticleError(f"{content.name}: a damaged mail; save it as text") from error


def _message(raw: bytes) -> tuple[EmailMessage, tuple[str, ...]]:
    """Return the message in `raw`, of a mailbox the one with the most text, with a line that says so."""
    mails = (
        [part for part in _BOX.split(raw, maxsplit=_MOST_MAILS) if part.strip()] if raw.startswith(b"From ") else [raw]
    )
    longest = max(mails, key=len)
    if raw.startswith(b"From "):
        longest = re.sub(rb"(?m)^>(>*From )", rb"\1", longest.partition(b"\n")[2])
    message = email.message_from_bytes(longest, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    if len(mails) == 1:
        return message, ()
    subject = " ".join(str(message.get("subject", "")).split())
    return message, (
        f"a mailbox of {len(mails)} mails: “{subject}”, the longest, is read; save others as files of their own",
    )


def _read(message: EmailMessage, content: Content, warnings: tuple[str, ...]) -> Draft:
    if _is_saved_page(message):
        return _read_saved_page(message, content, warnings)
    # A mail that was sent on as an attachment is the one that is meant.
    inner = next((part.get_content() for part in message.walk() if part.get_content_type() == "message/rfc822"), None)
    if isinstance(inner, EmailMessage) and _text_parts(inner):
        message = inner
    parts = _text_parts(message)
    if not parts:
        raise ArticleError(f"{content.name}: a mail without text; save what it holds as a file of its own")
    text, told, page = _text(parts, content.name)
    head = _head(message)
    if page and _PAGE.search(page):
        from tui.articles.pages import read_page

        draft = read_page(page, content.name, None, (*warnings, *told))
        return _with_head(draft, head, draft.left_out)
    parted = part_mail(text)
    head = _forwarded(parted, head)
    left_out = (*parted.left_out, *_attachments(message))
    return _with_head(Draft(parted.text, warnings=(*warnings, *told)), head, left_out)


def _with_head(draft: Draft, head: _Head, left_out: tuple[str, ...]) -> Draft:
    is_person = _is_person(head.sender, head.address)
    source = head.list_name or (head.address.rpartition("@")[2] if is_person else head.sender or head.address)
    return replace(
        draft,
        title=draft.title or head.subject,
        source=draft.source or source or None,
        dates=(*draft.dates, *head.dates),
        left_out=left_out,
        noted_author=draft.author or (head.sender if is_person else None),
    )


def _is_saved_page(message: EmailMessage) -> bool:
    return "snapshot-content-location" in message or (
        message.get_content_type() == "multipart/related"
        and "to" not in message
        and "content-location" in _first(message)
    )


def _first(message: EmailMessage) -> EmailMessage:
    return next((part for part in message.walk() if not part.is_multipart()), message)


def _read_saved_page(message: EmailMessage, content: Content, warnings: tuple[str, ...]) -> Draft:
    from tui.articles.pages import read_page

    body = message.get_body(("html", "plain"))
    raw = body.get_payload(decode=True) if body is not None else None
    if body is None or not isinstance(raw, bytes):
        raise ArticleError(f"{content.name}: a saved page without text; save it again")
    page, told = decode(raw, content.name, body.get_content_charset(), is_page=True)
    address = str(message.get("snapshot-content-location") or body.get("content-location") or "") or content.address
    draft = read_page(page, content.name, address, (*warnings, *told))
    sent = getattr(message.get("date"), "datetime", None)
    saved = (DateSource("converted", sent.date(), str(message["date"])),) if sent else ()
    return replace(draft, dates=(*draft.dates, *saved))


def _text_parts(message: EmailMessage) -> list[EmailMessage]:
    """Return the plain part and the page of a message, as far as it has them."""
    parts = [message.get_body((kind,)) for kind in ("plain", "html")]
    return [
        part for part in parts if isinstance(part, EmailMessage) and isinstance(part.get_payload(decode=True), bytes)
    ]


def _text(parts: list[EmailMessage], name: str) -> tuple[str, tuple[str, ...], str | None]:
    """Return a mail's text, warnings, and the page that the text is of, if it is not of the plain part."""
    from tui.articles.page_blocks import page_lines

    texts: dict[str, tuple[str, tuple[str, ...], bool]] = {}
    for part in parts:
        raw = part.get_payload(decode=True)
        assert isinstance(raw, bytes)
        text, told = decode(raw, name, part.get_content_charset(), is_page=True)
        texts[part.get_content_subtype()] = text, told, str(part.get_param("format", "")).lower() == "flowed"
    if "html" in texts:
        page, told, _ = texts["html"]
        lines = page_lines(page)
        plain = texts["plain"][0] if "plain" in texts else ""
        if len("".join(plain.split())) <= _LEAST_PLAIN * len("".join("".join(lines).split())):
            return "\n".join(lines), told, page
    if "plain" not in texts:
        raise ArticleError(f"{name}: a mail without text; save what it holds as a file of its own")
    text, told, is_flowed = texts["plain"]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return (_flow(text) if is_flowed else unwrap(text)[0]), told, None


def _flow(text: str) -> str:
    """Return text in which a blank at the end of a line says that the paragraph goes on (RFC 3676)."""
    lines = [line.removeprefix(" ") if not line.startswith(" >") else line for line in text.split("\n")]
    return "".join(line if line.endswith(" ") and line != "-- " else line + "\n" for line in lines)


def _head(message: EmailMessage) -> _Head:
    """Return what the headers tell; those that cannot be parsed count as missing."""
    head = _Head()
    try:
        head.subject = _own_subject(str(message.get("subject", "")))
        head.sender, head.address = parseaddr(str(message.get("from", "")))
        found = _LIST_NAME.match(" ".join(str(message.get("list-id", "")).split()))
        head.list_name = found[1] if found else ""
        sent = getattr(message.get("date"), "datetime", None)
        head.dates = [DateSource("mail header", sent.date(), str(message["date"]))] if sent else []
    except (ValueError, TypeError, AttributeError, IndexError):
        pass
    return head


def _forwarded(parted: MailText, head: _Head) -> _Head:
    """Return what the headers of the forwarded message tell, or `head` if none was forwarded."""
    if not parted.is_forwarded:
        return head
    sender, address = parseaddr(parted.sender)
    dates = [DateSource("mail header", parted.day, parted.sent)] if parted.day else list[DateSource]()
    return _Head(_own_subject(parted.subject) or head.subject, sender or parted.sender, address, dates)


def _own_subject(subject: str) -> str | None:
    return " ".join(_SUBJECT.sub("", subject).split()) or None


def _is_person(name: str, address: str) -> bool:
    """Say whether the sender is a person rather than an outlet: the address is made of the name."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]{3,}", name)]
    return 2 <= len(words) <= 4 and any(word in address.partition("@")[0].lower() for word in words)


def _attachments(message: EmailMessage) -> Iterator[str]:
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if names:
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        yield f"{count_of(len(names), 'attachment')}: {', '.join(names[:_MOST_NAMED])}{more}"
