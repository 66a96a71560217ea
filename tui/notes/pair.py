"""Which pair of articles a notebook belongs to.

A pair is known by where its articles come from, so its notes are found again when a text has changed; an article
without a place of its own (standard input, a text handed over) is known by its text. The two sides may be swapped.
"""

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tui.articles.article import Article
from tui.disk.inert import make_inert_line

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src", re.ASCII)
_PASSING_FOLDERS = ("/dev/", "/proc/")


@dataclass(frozen=True, slots=True)
class ArticleIdentity:
    """One article of a pair, as its notes know it."""

    origin: str
    """`file:` and a path, `url:` and an address, `bundled:` and a name, or `text:` and the text's hash."""
    text_hash: str
    """The hash of its text: tells whether it has changed, and finds the notes of a file that was moved."""
    title: str | None = None


@dataclass(frozen=True, slots=True)
class PairIdentity:
    """The two articles a notebook is about, as they are on the screen."""

    left: ArticleIdentity
    right: ArticleIdentity

    @property
    def file_name(self) -> str:
        """The name of the pair's notes file, the same whichever article stands on the left."""
        origins = sorted((self.left.origin, self.right.origin))
        digest = hashlib.blake2b("\n".join(origins).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        return f"{'--'.join(_shorten(origin) for origin in origins)}--{digest}.yaml"

    def without_paths(self) -> "PairIdentity":
        """Return the pair as others may know it: articles on the user's disk named by their text."""

        def hide(article: ArticleIdentity) -> ArticleIdentity:
            is_path = article.origin.startswith("file:")
            return replace(article, origin=f"text:{article.text_hash}") if is_path else article

        return PairIdentity(hide(self.left), hide(self.right))

    def is_swapped(self, other: "PairIdentity") -> bool:
        """Say whether `other` has the same articles with left and right exchanged."""
        straight = self.left.origin == other.left.origin or self.right.origin == other.right.origin
        crossed = self.left.origin == other.right.origin or self.right.origin == other.left.origin
        if straight or crossed:
            return crossed and not straight
        return other.right.text_hash == self.left.text_hash != other.left.text_hash

    def has_same_texts(self, other: "PairIdentity") -> bool:
        """Say whether both pairs hold the same two texts, in either order."""
        texts = sorted((self.left.text_hash, self.right.text_hash))
        return texts == sorted((other.left.text_hash, other.right.text_hash))


def identify_pair(left: Article, right: Article) -> PairIdentity:
    """Return which pair two articles are."""
    return PairIdentity(_identify(left), _identify(right))


def _identify(article: Article) -> ArticleIdentity:
    text_hash = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    # A file name may hold bytes that are no text, and characters that a terminal would obey.
    origin = make_inert_line(_name_origin(article.origin, text_hash).encode("utf-8", "backslashreplace").decode())
    return ArticleIdentity(origin, text_hash, make_inert_line(article.title) if article.title else None)


def _name_origin(origin: str, text_hash: str) -> str:
    if re.match(r"https?://", origin, re.IGNORECASE):
        return f"url:{_normalise_address(origin)}"
    if origin in ("", "-") or origin.startswith(_PASSING_FOLDERS):
        return f"text:{text_hash}"
    path = Path(origin).expanduser().resolve()
    bundled = _bundled_name(path)
    return f"bundled:{bundled}" if bundled else f"file:{path}"


def _bundled_name(path: Path) -> str | None:
    """Return a bundled article's name, which stays when the program is installed elsewhere."""
    from tui.disk.paths import shipped_folder

    folder = shipped_folder("seeds").resolve()
    return path.name if folder in path.parents else None


def _normalise_address(address: str) -> str:
    parts = urlsplit(address)
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    return urlunsplit(("https", parts.netloc.lower(), parts.path.rstrip("/"), urlencode(query), ""))


def _shorten(origin: str) -> str:
    kind, _, name = origin.partition(":")
    if kind == "text":
        return "text"
    last = [part for part in re.split(r"[/?#]", name) if part][-1:] or [kind]
    words = re.sub(r"[^a-z0-9]+", "-", last[0].lower().removesuffix(".txt")).strip("-")
    return words[:40].strip("-") or kind
