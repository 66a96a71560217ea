"""Documents that are a zip archive of XML: Word, OpenDocument and EPUB files."""

import io
import lzma
import struct
import zipfile
import zlib
from datetime import datetime
from typing import Any

from tui.articles.article import ArticleError

MOST_UNPACKED = 100_000_000
"""A file whose parts unpack to more bytes is refused."""

_DAMAGED = (zipfile.BadZipFile, NotImplementedError, zlib.error, lzma.LZMAError, struct.error, IndexError)
"""What zipfile raises of an archive that is not what it says, beside the errors of the system."""


_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""Stands in the older kind of file into which Office packs a document that needs a password."""


class PackedFile:
    """An open archive whose parts are read as XML, without entities and without the network."""

    def __init__(self, raw: bytes, name: str, kind: str) -> None:
        self._name, self._kind = name, kind
        if raw.startswith(_OLD_OFFICE) and _LOCKED in raw:
            raise ArticleError(f"{name}: a {kind} file that needs a password; save it without one")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            size = sum(part.file_size for part in self._zip.infolist())
        except (ValueError, OSError, *_DAMAGED) as error:
            raise self.damaged() from error
        self.parts = frozenset(self._zip.namelist())
        if size > MOST_UNPACKED:
            raise ArticleError(f"{name}: unpacks to more than {MOST_UNPACKED // 1_000_000} MB; save it as text")

    def damaged(self) -> ArticleError:
        """Return what to raise when a part is not what it should be."""
        return ArticleError(f"{self._name}: a damaged {self._kind} file; save it again, or as text")

    def read(self, part: str) -> bytes:
        """Return the bytes of a part; raises `ArticleError` if it is missing, locked or damaged."""
        try:
            with self._zip.open(part) as file:
                # What the archive says of a part's size is not to be trusted.
                raw = file.read(MOST_UNPACKED + 1)
        except RuntimeError as error:
            raise ArticleError(
                f"{self._name}: a {self._kind} file that needs a password; save it without one"
            ) from error
        except (KeyError, ValueError, OSError, EOFError, *_DAMAGED) as error:
            raise self.damaged() from error
        if len(raw) > MOST_UNPACKED:
            raise ArticleError(f"{self._name}: unpacks to more than {MOST_UNPACKED // 1_000_000} MB; save it as text")
        return raw

    def tree(self, part: str) -> Any:
        """Return the root of a part; raises `ArticleError` if it cannot be read."""
        from lxml import etree

        try:
            return parse_xml(self.read(part))
        except etree.XMLSyntaxError as error:
            if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from error
            raise self.damaged() from error

    def tree_if_there(self, part: str) -> Any:
        """Return the root of a part, or none if there is no such part or it is damaged."""
        try:
            return self.tree(part) if part in self.parts else None
        except ArticleError:
            return None


def parse_xml(raw: bytes) -> Any:
    """Return the root of an XML document of which nothing is fetched and no entity is expanded."""
    from lxml import etree

    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def local_name(element: Any) -> str:
    """Return an element's name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """Return the value of the attribute of that name in whatever namespace, or none."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def properties(tree: Any) -> dict[str, str]:
    """Return what the elements of a document's properties say, by their names; the first of a name counts."""
    told: dict[str, str] = {}
    for element in tree.iter() if tree is not None else ():
        if text := " ".join((element.text or "").split()):
            told.setdefault(local_name(element), text)
    return told


def told_moment(text: str | None) -> datetime | None:
    """Return the moment that a property tells, or none."""
    try:
        return datetime.fromisoformat((text or "")[:19])
    except ValueError:
        return None
