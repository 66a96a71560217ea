"""Copies of fetched pages in the user's cache folder, so that a pair opens again offline and as it was read.

One file a page: a line of JSON (format, address, where it really lay, when it was fetched, media type, encoding) and
then the bytes as the server sent them, unpacked.
"""

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tui.articles.fetch import Page
from tui.disk.paths import cache_folder
from tui.disk.read import read_whole
from tui.disk.write import write_own

MOST_PAGES = 500
"""When there are more copies, the oldest go."""

_FORMAT = "newsdiff-page/1"


@dataclass(frozen=True, slots=True)
class Copy:
    """A page from the archive."""

    page: Page
    fetched: datetime


def find_copy(address: str) -> Copy | None:
    """Return the archived copy of the page at `address`, or none if there is none that can be read."""
    try:
        head, _, body = read_whole(_file_of(address)).partition(b"\n")
        told = json.loads(head)
        if told["format"] != _FORMAT or told["address"] != address:
            return None
        page = Page(str(told["final"]), body, told["media_type"], told["encoding"], bool(told["is_cut"]))
        return Copy(page, datetime.fromisoformat(told["fetched"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def keep_copy(address: str, page: Page) -> bool:
    """Keep `page` as the copy of `address` and say whether that could be done."""
    told = {
        "format": _FORMAT,
        "address": address,
        "final": page.address,
        "fetched": datetime.now(UTC).isoformat(timespec="seconds"),
        "media_type": page.media_type,
        "encoding": page.encoding,
        "is_cut": page.is_cut,
    }
    path = _file_of(address)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_own(path, json.dumps(told).encode() + b"\n" + page.body)
        _drop_oldest(path.parent)
    except (OSError, ValueError):
        return False
    return True


def _file_of(address: str) -> Path:
    return cache_folder() / "pages" / (hashlib.sha256(address.encode(errors="replace")).hexdigest()[:32] + ".page")


def _drop_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.page"), key=os.path.getmtime, reverse=True)
    for path in kept[MOST_PAGES:]:
        with contextlib.suppress(OSError):
            path.unlink()
