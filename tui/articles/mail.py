"""Saved e-mail (.eml) and pages saved as one file (.mht): the text, the subject, the sender and the date."""

import email
import email.policy
from datetime import date
from email.message import EmailMessage
from email.utils import parseaddr

from tui.articles.article import ArticleError
from tui.articles.decode import decode
from tui.articles.draft import Content, Draft
from tui.articles.wrapping import unwrap

_SAVED_PAGES = (".mht", ".mhtml")


def read_mail(content: Content) -> Draft:
    """Return the text of a mail or saved page: its plain part, or its HTML part read as a page.

    Raises
    ------
    ArticleError
        If it is damaged or holds no text.
    """
    order = ("html", "plain") if content.suffix in _SAVED_PAGES else ("plain", "html")
    try:
        message = email.message_from_bytes(content.raw, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(order)
        raw = body.get_payload(decode=True) if body is not None else None
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise ArticleError(f"{content.name}: a damaged mail; save it as text") from error
    if body is None or not isinstance(raw, bytes):
        raise ArticleError(f"{content.name}: a mail without text; save what it holds as a file of its own")
    text, warnings = decode(raw, content.name, body.get_content_charset(), is_page=True)
    title, author, published = _headers(message)
    if body.get_content_subtype() != "html":
        return Draft(unwrap(text)[0], title, None, published, author, warnings)
    from tui.articles.pages import read_page

    page = read_page(text, content.name, None, warnings)
    return Draft(
        page.text, page.title or title, page.source, page.published or published, page.author or author, page.warnings
    )


def _headers(message: EmailMessage) -> tuple[str | None, str | None, date | None]:
    """Return subject, sender and day; headers that cannot be parsed count as missing."""
    try:
        subject = " ".join(str(message.get("subject", "")).split()) or None
        name, address = parseaddr(str(message.get("from", "")))
        sent = getattr(message.get("date"), "datetime", None)
    except (ValueError, TypeError, AttributeError, IndexError):
        return None, None, None
    return subject, name or address or None, sent.date() if sent else None
