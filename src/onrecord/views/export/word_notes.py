"""Footnotes for a Word file: the part, styles and marks that python-docx has no words for (ECMA-376, part 1, 17.11)."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))
"""The two notes that every part of footnotes begins with: the line above the notes, and that above the rest of one."""


def add_styles(document: Document) -> None:
    """Makes the styles of a note's text and of its mark, which Word knows by these names."""
    text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(8)
    text.paragraph_format.space_after = Pt(0)
    mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True


def mark_note(paragraph: Paragraph, number: int) -> None:
    """Puts the mark of a note that was not marked before at the end of *paragraph*."""
    run = paragraph.add_run(style="footnote reference")
    run._r.append(element("w:footnoteReference", **{"w:id": str(number)}))


def mark_again(paragraph: Paragraph, number: int) -> None:
    """Puts the number of a note that was marked before: Word numbers marks in their order, so one note may be marked but once."""
    paragraph.add_run(str(number), style="footnote reference")


def mark_comma(paragraph: Paragraph) -> None:
    """Parts two marks."""
    paragraph.add_run(",", style="footnote reference")


def add_notes(document: Document, notes: list[str]) -> None:
    """Adds the part with all notes; note 1 is the first."""
    root = element("w:footnotes")
    for kind, identity in SEPARATORS:
        note = element("w:footnote", **{"w:type": kind, "w:id": identity})
        note.append(wrapped("w:p", wrapped("w:r", element(f"w:{kind}"))))
        root.append(note)
    for number, words in enumerate(notes, 1):
        root.append(note_element(number, words))
    package = document.part.package
    assert package is not None
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE, serialize_part_xml(root), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    settings = element("w:footnotePr")
    for _, identity in SEPARATORS:
        settings.append(element("w:footnote", **{"w:id": identity}))
    place_settings(document, settings)


def note_element(number: int, words: str) -> Any:
    """One note: its own mark, a space, its words."""
    note, paragraph = element("w:footnote", **{"w:id": str(number)}), element("w:p")
    paragraph.append(wrapped("w:pPr", element("w:pStyle", **{"w:val": "footnotetext"})))
    mark = element("w:r")
    mark.append(wrapped("w:rPr", element("w:rStyle", **{"w:val": "footnotereference"})))
    mark.append(element("w:footnoteRef"))
    text = element("w:t", **{"xml:space": "preserve"})
    text.text = f" {words}"
    paragraph.append(mark)
    paragraph.append(wrapped("w:r", text))
    note.append(paragraph)
    return note


def place_settings(document: Document, made: Any) -> None:
    """Puts the settings of footnotes where the schema wants them: before those of endnotes and compatibility."""
    settings = document.settings.element
    after = next((child for child in settings if child.tag in (qn("w:endnotePr"), qn("w:compat"))), None)
    if after is None:
        settings.append(made)
    else:
        after.addprevious(made)


def element(name: str, **values: str) -> Any:
    """An element with attributes, all by prefixed names."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set("{http://www.w3.org/XML/1998/namespace}space" if key == "xml:space" else qn(key), value)
    return made


def wrapped(name: str, inner: Any) -> Any:
    """*inner* in an element."""
    made = OxmlElement(name)
    made.append(inner)
    return made
