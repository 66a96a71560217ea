"""Which two articles belong together: pair files, the bundled pairs, and the most alike articles of a folder.

A pair file is YAML:

    title: Kerry in Sochi
    left: kerry-in-sochi.left.txt          # a file, from this one's folder on, or a URL
    right:                                 # or with what is known about it
      file: kerry-in-sochi.right.txt
      title: Kerry says all sides must act
      source: Radio Free Europe
      author: A. Reporter
      published: 2015-05-12
    published: 2015-05-12                  # for the side that has no date of its own
"""

import os
import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.articles.address import is_address
from tui.articles.article import SIDES, Article, ArticleError, DateSource, Side
from tui.articles.dating import settle_dates, used_day
from tui.articles.files import read_file
from tui.articles.formats import MARKDOWN_SUFFIXES, PAGE_SUFFIXES, READABLE_SUFFIXES
from tui.articles.kinship import find_kin, words_of
from tui.articles.load import load_article, make_one_line
from tui.articles.walled import one_process, set_limits
from tui.disk.inert import make_inert_line
from tui.disk.paths import shipped_folder

if TYPE_CHECKING:
    from tui.disk.yaml_parsed import Parsed

PAIR_SUFFIXES = (".yaml", ".yml")
MOST_FILES = 300
"""Of a folder so many files are looked at, the latest first."""

_SAMPLE = 200_000
_TAG = re.compile(r"<[^<>]{1,2000}>")


@dataclass(frozen=True, slots=True)
class PairSide:
    """One article of a pair: where it is, and what the pair file says about it."""

    location: str
    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles that are to be compared."""

    left: PairSide
    right: PairSide
    title: str | None = None
    origin: str = ""
    """The pair file, or the folder that the two were found in."""
    likeness: float | None = None
    """How alike the two are, 0 to 1, where that was measured."""

    def side(self, side: Side) -> PairSide:
        """Return the article of that side."""
        return self.left if side == "left" else self.right


def is_pair_file(location: str) -> bool:
    """Say whether `location` is named like a pair file."""
    return not is_address(location) and location.lower().endswith(PAIR_SUFFIXES)


def read_pair(location: str) -> Pair:
    """Return the pair that the pair file at `location` names.

    Raises
    ------
    ArticleError
        If the file cannot be read or is no pair file; the message names file, line and what is expected.
    """
    from tui.disk.yaml_parsed import YamlError
    from tui.disk.yaml_text import parse_yaml

    name = make_inert_line(location)
    raw, _ = read_file(location)
    try:
        parsed = parse_yaml(raw.decode("utf-8-sig", errors="replace"), location)
    except YamlError as error:
        raise ArticleError(f"{error}; correct the pair file") from error
    if not isinstance(parsed.value, dict) or not all(side in parsed.value for side in SIDES):
        raise ArticleError(f"{name}: is no pair file; give it the keys left and right, each a file or a URL")
    _refuse_unknown(parsed, (), ("title", "published", *SIDES), name)
    folder = Path(location).expanduser().parent
    left, right = (_read_side(parsed, side, folder, name) for side in SIDES)
    published = _date(parsed, ("published",), name)
    left, right = (replace(side, published=side.published or published) for side in (left, right))
    return Pair(left, right, _text(parsed, ("title",), name), location)


def bundled_pairs(most: int | None = None) -> tuple[Pair, ...]:
    """Return the pairs that came with the program, at most so many; the one that opens when nothing is named first."""
    return tuple(read_pair(str(path)) for path in sorted(shipped_folder("seeds").glob("*.yaml"))[:most])


def offered_pairs(location: str) -> tuple[Pair, ...]:
    """Return the pairs that one name stands for: those of a folder, or the one that a pair file names.

    Raises
    ------
    ArticleError
        If it is neither, or cannot be read.
    """
    if os.path.isdir(os.path.expanduser(location)):
        return most_alike_pairs(location)
    if is_pair_file(location):
        return (read_pair(location),)
    raise ArticleError(
        f"{make_inert_line(location)}: is one of two articles; name the other one too, or a pair file or folder"
    )


def most_alike_pairs(folder: str, most: int = 50) -> tuple[Pair, ...]:
    """Return the pairs of a folder: its pair files, and then its articles two by two, the most alike first.

    Alike are articles that share rare words and figures (cosine over the sets of words, each weighted by how few of the
    folder's files hold it). Files that cannot be read are passed over, and so are pairs that share next to nothing.

    Parameters
    ----------
    folder
        A folder's name; folders in it are not looked into.
    most
        At most so many pairs are returned.

    Raises
    ------
    ArticleError
        If the folder cannot be read or holds no two articles.
    """
    name = make_inert_line(folder)
    entries = _offered(folder)
    named = _named_pairs([path for path in entries if path.lower().endswith(PAIR_SUFFIXES)])
    words = {}
    with one_process(set_limits().seconds):
        for path in [path for path in entries if not path.lower().endswith(PAIR_SUFFIXES)][:MOST_FILES]:
            if found := words_of_file(path):
                words[path] = found
    pairs = (*named, *_rank(words, folder))[:most]
    if not pairs:
        raise ArticleError(f"{name}: holds no two articles on one event; name the two files")
    return pairs


def article_files(folder: str) -> list[str]:
    """Return the files of a folder that may be articles, the latest first; folders in it are not looked into.

    Raises
    ------
    ArticleError
        If the folder cannot be read.
    """
    return [path for path in _offered(folder) if not path.lower().endswith(PAIR_SUFFIXES)]


def _offered(folder: str) -> list[str]:
    try:
        entries = [entry for entry in os.scandir(os.path.expanduser(folder)) if _is_offered(entry)]
        entries.sort(key=lambda entry: (-entry.stat().st_mtime, entry.name))
    except OSError as error:
        raise ArticleError(f"{make_inert_line(folder)}: {error.strerror}; name a folder that can be read") from error
    return [entry.path for entry in entries]


def _is_offered(entry: os.DirEntry[str]) -> bool:
    is_readable = entry.name.lower().endswith((*READABLE_SUFFIXES, *PAIR_SUFFIXES))
    return is_readable and not entry.name.startswith(".") and entry.is_file()


def _named_pairs(paths: list[str]) -> list[Pair]:
    pairs = []
    for path in paths:
        try:
            pairs.append(read_pair(path))
        except ArticleError:
            continue
    return pairs


def words_of_file(path: str) -> frozenset[str]:
    """Return the words and figures of the article at `path`; none if it cannot be read."""
    try:
        if path.lower().endswith((*PAGE_SUFFIXES, *MARKDOWN_SUFFIXES, ".txt", ".text")):
            # Much cheaper than reading it as an article, and good enough to tell what it is about.
            text = _TAG.sub(" ", read_file(path)[0][:_SAMPLE].decode("utf-8", errors="replace"))
        else:
            text = load_article(path).text[:_SAMPLE]
    except ArticleError:
        return frozenset()
    return words_of(text)


def _rank(words: dict[str, frozenset[str]], folder: str) -> list[Pair]:
    paths = sorted(words)
    return [
        Pair(PairSide(paths[kin.left]), PairSide(paths[kin.right]), None, folder, kin.likeness)
        for kin in find_kin([words[path] for path in paths], _LEAST_LIKENESS)
    ]


_LEAST_LIKENESS = 0.02


def _read_side(parsed: "Parsed", side: Side, folder: Path, name: str) -> PairSide:
    value = parsed.value[side]
    if not isinstance(value, dict):
        return PairSide(_place(_text(parsed, (side,), name), parsed.lines[(side,)], folder, name))
    _refuse_unknown(parsed, (side,), ("file", "title", "source", "author", "published"), name)
    location = _place(_text(parsed, (side, "file"), name), parsed.lines[(side,)], folder, name)
    title, source, author = (_text(parsed, (side, key), name) for key in ("title", "source", "author"))
    return PairSide(location, title, source, author, _date(parsed, (side, "published"), name))


def _place(written: str | None, line: int, folder: Path, name: str) -> str:
    if not written:
        raise ArticleError(f"{name}:{line}: names no article; give a file or a URL")
    return written if is_address(written) else str(folder / Path(written).expanduser())


def _refuse_unknown(parsed: "Parsed", path: tuple[str, ...], known: tuple[str, ...], name: str) -> None:
    mapping: dict[str, Any] = parsed.value
    for key in path:
        mapping = mapping[key]
    for key in mapping:
        if key not in known:
            line = parsed.lines[(*path, key)]
            raise ArticleError(f"{name}:{line}: unknown key {make_inert_line(key)!r}; known are {', '.join(known)}")


def _value(parsed: "Parsed", path: tuple[str, ...]) -> Any:
    value = parsed.value
    for key in path:
        value = value.get(key)
    return value


def _text(parsed: "Parsed", path: tuple[str, ...], name: str) -> str | None:
    value = _value(parsed, path)
    if isinstance(value, (dict, list)):
        raise ArticleError(f"{name}:{parsed.lines[path]}: {path[-1]} must be a text")
    return None if value is None else " ".join(str(value).split()) or None


def _date(parsed: "Parsed", path: tuple[str, ...], name: str) -> date | None:
    value = _value(parsed, path)
    if isinstance(value, datetime):
        return value.date()
    if value is not None and not isinstance(value, date):
        raise ArticleError(f"{name}:{parsed.lines[path]}: {path[-1]} must be a date such as 2015-05-12")
    return value


def load_pair(pair: Pair | str, *, refresh: bool = False) -> tuple[Article, Article]:
    """Return the left and the right article of a pair, or of the pair file of that name.

    What the pair says about an article counts more than what the article says of itself.

    Raises
    ------
    ArticleError
        If the pair file or one of the articles cannot be read.
    """
    if isinstance(pair, str):
        pair = read_pair(pair)
    with one_process():
        return _load_side(pair.left, refresh), _load_side(pair.right, refresh)


def _load_side(side: PairSide, refresh: bool) -> Article:
    article = load_article(side.location, refresh=refresh)
    given = (DateSource("as given", side.published),) if side.published else ()
    dates = settle_dates((*given, *article.dates))
    return replace(
        article,
        title=make_one_line(side.title) or article.title,
        source=make_one_line(side.source) or article.source,
        author=make_one_line(side.author) or article.author,
        published=used_day(dates),
        dates=dates,
    )
