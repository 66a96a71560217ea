"""A page by its address: from the archive or from the web."""

from pathlib import PurePath

from tui.articles.archive import find_copy, keep_copy
from tui.articles.article import ArticleError
from tui.articles.draft import Content
from tui.articles.fetch import Page, fetch_page
from tui.disk.inert import make_inert_line


def read_address(address: str, refresh: bool) -> Content:
    """Return the page at `address`: its archived copy, or the page itself if there is none or `refresh` is set.

    A copy is kept of every page that is fetched. Where the page cannot be fetched its copy is returned after all; that
    a copy was read is always among the warnings.

    Raises
    ------
    ArticleError
        If the page cannot be fetched and there is no copy.
    """
    copy = find_copy(address)
    if copy and not refresh:
        return _content(address, copy.page, f"the copy of {copy.fetched:%d %B %Y, %H:%M} UTC; reload to fetch it again")
    try:
        page = fetch_page(address)
    except ArticleError as error:
        if copy is None:
            raise
        reason = str(error).removeprefix(f"{make_inert_line(address)}: ")
        told = f"the copy of {copy.fetched:%d %B %Y, %H:%M} UTC, since it could not be fetched: {reason}"
        return _content(address, copy.page, told)
    if keep_copy(address, page):
        return _content(address, page)
    return _content(address, page, "no copy could be kept in the cache folder; it will not open offline")


def _content(address: str, page: Page, *warnings: str) -> Content:
    cut = ("the server sent less than it announced; the end may be missing",) if page.is_cut else ()
    suffix = PurePath(page.address.partition("?")[0]).suffix.lower()
    name = make_inert_line(address)
    return Content(page.body, name, suffix, page.media_type, page.encoding, page.address, (*warnings, *cut))
