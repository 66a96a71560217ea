"""Direct quotations and who says them."""

from tui.articles.article import Article
from tui.compare.quotations.marks import find_marked
from tui.compare.quotations.speakers import find_speakers
from tui.compare.reading import Name, Quotation

__all__ = ["find_marked", "find_quotations"]


def find_quotations(article: Article, names: tuple[Name, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of an article in the order of its text, with speakers taken from `names`.

    A quotation is whatever stands between quotation marks, a few quoted words and titles too; those have a speaker
    only where the sentence names one. One that goes on over several paragraphs, each opened anew, is one quotation.
    """
    spans = find_marked(article)
    speakers = find_speakers(article, spans, names)
    return tuple(Quotation(span.start, span.end, speaker) for span, speaker in zip(spans, speakers, strict=True))
