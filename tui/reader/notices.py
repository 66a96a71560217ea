"""What was told in passing, kept so that it can be read again."""

from collections.abc import Iterable
from dataclasses import dataclass

from tui.articles.article import Article

MOST_NOTICES = 100
"""So many of the latest are kept."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One warning or error that was shown for a moment."""

    title: str
    text: str

    @property
    def words(self) -> str:
        """Return it in one piece."""
        return f"{self.title}: {self.text}" if self.title else self.text


def besides(notices: Iterable[Notice], articles: Iterable[Article]) -> tuple[Notice, ...]:
    """Return the notices that are not the warnings of how the articles were read, each once."""
    own = {"\n".join(article.warnings) for article in articles}
    return tuple(dict.fromkeys(notice for notice in notices if notice.text not in own))
