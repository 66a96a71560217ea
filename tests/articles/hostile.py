"""Small documents that would keep their readers busy for minutes or take all memory."""

import io
import zipfile
import zlib

NEWS = "The bridge at Velmouth has closed. Some 4,000 people crossed it every day."


def docx(body: str) -> bytes:
    """Return a Word file with that body, in WordprocessingML without its declarations."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>')
    return packed.getvalue()


def wide_table() -> bytes:
    """Return a Word file with one cell that says it is a hundred million columns wide."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr><w:p><w:r><w:t>{NEWS}</w:t></w:r></w:p></w:tc>'
    return docx(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")


def deep_table(depth: int = 30_000) -> bytes:
    """Return a Word file with a table in a table in a table."""
    opening, closing = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return docx(f"<w:p><w:r><w:t>{NEWS}</w:t></w:r></w:p>{opening * depth}<w:p/>{closing * depth}")


def entities(depth: int = 9) -> bytes:
    """Return a Word file whose entities would unfold to a thousand million letters."""
    told = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(depth))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        body = f"<w:p><w:r><w:t>{NEWS}</w:t><w:t>&e{depth - 1};</w:t></w:r></w:p>"
        file.writestr(
            "word/document.xml", f"<!DOCTYPE x [{told}]><w:document xmlns:w='w'><w:body>{body}</w:body></w:document>"
        )
    return packed.getvalue()


def pdf_of_operators(megabytes: int = 10) -> bytes:
    """Return a PDF of a few kilobytes whose page unpacks to millions of operators."""
    page = zlib.compress(b"BT /F1 9 Tf (a) Tj ET q Q " * (megabytes * 40_000), 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj %s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(written)
    return written + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        start,
    )


def mail_of_parameters(size: int = 300_000) -> bytes:
    """Return a mail whose content type has tens of thousands of parameters."""
    parameters = "".join(f"; a*{number}=b" for number in range(size // 10))
    return f"From: x@example.org\nSubject: Bridge\nContent-Type: text/plain{parameters}\n\n{NEWS}\n".encode()


def page_of_attributes(count: int = 100_000) -> bytes:
    """Return a page with one element of very many attributes."""
    attributes = " ".join(f"a{number}=''" for number in range(count))
    return f"<html><body><article><p {attributes}>{NEWS}</p></article></body></html>".encode()


def markdown_of_brackets(size: int = 60_000) -> bytes:
    """Return Markdown that is nothing but open brackets and stars."""
    return ("# Bridge\n\n" + NEWS + "\n\n" + "*[a_" * size).encode()


HOSTILE = {
    "table.docx": wide_table,
    "deep.docx": deep_table,
    "entities.docx": entities,
    "operators.pdf": pdf_of_operators,
    "parameters.eml": mail_of_parameters,
    "attributes.html": page_of_attributes,
    "brackets.md": markdown_of_brackets,
}
