"""Files that tests of reading need and no text editor makes: PDF, Word, ZIP, tar. Written for this project; every word is made up."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import docx
import pypdf

GOOD = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said.\n"


@dataclass(frozen=True, slots=True)
class Put:
    """One line of a page: its words, how far from the left and from the foot, and how large."""

    text: str
    x: int = 72
    y: int = 700
    size: int = 11


def lines(texts: Sequence[str], *, top: int = 700, size: int = 11) -> list[Put]:
    """Lines under each other; an empty one leaves a gap."""
    out, y = [], top
    for text in texts:
        if text:
            out.append(Put(text, y=y, size=size))
        y -= 14 if text else 10
    return out


def pdf(pages: Sequence[Sequence[Put]], *, title: str | None = None, password: str | None = None) -> bytes:
    """A PDF with these lines on its pages, in Helvetica; a page without lines has a grey square, as a scan has."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in pages:
        drawn = "".join(f"BT /F1 {p.size} Tf 1 0 0 1 {p.x} {p.y} Tm ({escaped(p.text)}) Tj ET\n" for p in page) or "0.5 g 100 100 300 300 re f\n"
        stream = drawn.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    if title:
        objects.append(b"<< /Title (" + escaped(title).encode("cp1252") + b") /CreationDate (D:20991231235959Z) >>")
    return locked(assembled(objects, info=len(objects) if title else None), password) if password else assembled(objects, info=len(objects) if title else None)


def escaped(text: str) -> str:
    """A text as a PDF writes it between brackets."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def assembled(objects: Sequence[bytes], *, info: int | None) -> bytes:
    """The objects with their places, as a PDF ends."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R" % (len(objects) + 1) + (b" /Info %d 0 R" % info if info else b"") + b" >>\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def locked(raw: bytes, password: str) -> bytes:
    """The same PDF behind a password."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(raw))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def statement_pdf() -> bytes:
    """A statement of three pages: a heading in large letters, a running head and page numbers, a paragraph and a word that break over a page."""
    head = Put("Office of the Envoy of Veldland", y=800, size=9)
    first = [Put("Envoys agree on a list of", y=760, size=20), Put("captured sailors", y=736, size=20), Put("PORT CORRAN, 3 March 2024", y=700)]
    first += lines(
        [
            "The envoy of Veldland said on Sunday that the Ostrine rebels had handed over a list of forty sail-",
            "ors whom they hold on the island, and that the government would answer within a week.",
            "",
            "“We have waited for this list since the talks began,” she said. A Norwegian-", "Swiss team, long-",
            "standing mediators in the strait, carried it. The rebels' delegation told the mediators that the sailors were in good health and",
        ],
        top=670,
    )
    second = lines(
        [
            "would be visited by doctors before the exchange begins.", "",
            "The ministry said that nine of the forty are wounded, and that they come first in any exchange that is", "agreed.",
        ],
        top=770,
    )
    third = lines(["The next round is to be held in Port Corran on 12 March, the envoy said."], top=770)
    return pdf(
        [[head, *page, Put(f"Page {n} of 3", x=280, y=30, size=9)] for n, page in enumerate((first, second, third), 1)],
        title="Microsoft Word - template2019.doc",
    )


def word(paragraphs: Sequence[tuple[str, str | None]], *, title: str = "", header: str = "") -> bytes:
    """A Word file of (words, style)."""
    document = docx.Document()
    document.core_properties.title = title
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a Word document."""
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def zipped(members: Sequence[tuple[str, bytes]]) -> bytes:
    """A ZIP of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Sequence[tuple[str, bytes]], mode: str = "w:gz") -> bytes:
    """A tar of these members, packed as *mode* says."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()
