"""Writing a laid-out letter as a DOCX file, in the ways that offices make them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import evolve, frozen
from lxml import etree

from govreply.lexicon.numerals import read_integer
from govreply.testing.docx_parts import (
    CONTENT_TYPES,
    FOOTER,
    NUMBERING_LEVELS,
    PACKAGE_RELATIONS,
    RELATIONS,
    STRICT,
    STYLES,
    TRANSITIONAL,
    W14,
)
from govreply.testing.layout import TICKED, UNTICKED, Grid, LaidOut, Line, Role

_SIGNS = re.compile(f"([{TICKED}{UNTICKED}])")
# what the levels of the list draw: 一、（一）1.（1）
_MARKERS = tuple(
    re.compile(pattern)
    for pattern in (r"([一二三四五六七八九十]+)、", r"（([一二三四五六七八九十]+)）", r"(\d+)\.(?!\d)", r"（(\d+)）")
)
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHEN = (2023, 6, 12, 9, 0, 0)


class Ticks(StrEnum):
    """How ☑ and ☐ of a letter are written: as characters, as content controls, as form fields or as symbols."""

    TYPED = "typed"
    CONTROL = "control"
    FIELD = "field"
    SYMBOL = "symbol"
    FONT = "font"


@frozen(kw_only=True)
class DocxLook:
    """How the file is made.

    Attributes:
        numbered: markers 一、（一）1.（1）at the start of lines are automatic numbers.
        ticks: how boxes are drawn.
        merged: an empty cell below a label is one cell with it.
        strict: the strict edition of the format (ISO/IEC 29500) instead of the transitional one.
        run_length: characters of a run; 0 for whole paragraphs.
    """

    numbered: bool = False
    ticks: Ticks = Ticks.TYPED
    merged: bool = False
    strict: bool = False
    run_length: int = 0


_PLAIN = DocxLook()


def to_docx(laid_out: Sequence[LaidOut], look: DocxLook = _PLAIN) -> bytes:
    """The letter as a DOCX file. A paragraph that a page break cuts is whole there; the page number is in the footer."""
    writer = _Writer(look)
    for item in _whole(laid_out):
        if isinstance(item, Grid):
            writer.table(item)
        else:
            writer.line(item)
    return _zipped(writer.finish())


def _whole(laid_out: Sequence[LaidOut]) -> Iterator[LaidOut]:
    """The lines as they were before page breaks cut them."""
    held: list[LaidOut] = []
    for item in laid_out:
        if isinstance(item, Line) and item.role is Role.CONTINUED:
            while held and not (isinstance(held[-1], Line) and held[-1].role is not Role.PAGE):
                held.pop()
            last = held.pop()
            if isinstance(last, Line):
                item = evolve(last, text=last.text + item.text)
        held.append(item)
    yield from held


class _Writer:
    def __init__(self, look: DocxLook) -> None:
        self._look = look
        self._w = STRICT if look.strict else TRANSITIONAL
        self._document = etree.Element(self._name("document"), nsmap={"w": self._w, "w14": W14})
        self._body = self._add(self._document, "body")
        self._counts: list[int | None] = [None] * len(_MARKERS)
        self._list = 1
        self._restarts: list[tuple[int, int]] = []  # level and number at which a further list begins

    def line(self, line: Line) -> None:
        paragraph = self._add(self._body, "p")
        properties = self._add(paragraph, "pPr")
        depth = {Role.LETTERHEAD: 1, Role.TITLE: 2, Role.FORM_TITLE: 2, Role.HEADING: 2 + line.level}.get(line.role, 0)
        if depth:
            self._add(properties, "pStyle", val=f"Heading{min(depth, 6)}")
        if line.role is Role.SIGNATURE:
            self._add(properties, "jc", val="right")
        text = line.text
        numbered = self._look.numbered and line.role in (Role.HEADING, Role.PARAGRAPH)
        if numbered and (found := _marker_of(text)) is not None:
            level, number, end = found
            text = text[end:]
            chosen = self._list_for(level, number)
            below = self._add(properties, "numPr")
            self._add(below, "ilvl", val=str(level))
            self._add(below, "numId", val=str(chosen))
        self._text(paragraph, text)

    def table(self, grid: Grid) -> None:
        width = max(len(row) for row in grid.rows)
        table = self._add(self._body, "tbl")
        self._add(self._add(table, "tblPr"), "tblW", w="0", type="auto")
        columns = self._add(table, "tblGrid")
        for _ in range(width):
            self._add(columns, "gridCol", w="1600")
        for at, row in enumerate(grid.rows):
            line = self._add(table, "tr")
            for column, cell in enumerate(row):
                element = self._add(line, "tc")
                properties = self._add(element, "tcPr")
                if column == len(row) - 1 and len(row) < width:
                    self._add(properties, "gridSpan", val=str(width - len(row) + 1))
                if self._look.merged and column == 0:
                    self._merge(properties, grid, at)
                self._text(self._add(element, "p"), cell)

    def finish(self) -> dict[str, bytes]:
        """The parts of the file."""
        section = self._add(self._body, "sectPr")
        reference = self._add(section, "footerReference", type="default")
        relations = self._w.replace("wordprocessingml/main", "officeDocument/relationships")
        if not self._look.strict:
            relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        reference.set(f"{{{relations}}}id", "rId3")
        return {
            "[Content_Types].xml": CONTENT_TYPES.encode(),
            "_rels/.rels": PACKAGE_RELATIONS.format(base=relations).encode(),
            "word/document.xml": etree.tostring(
                self._document, xml_declaration=True, encoding="UTF-8", standalone=True
            ),
            "word/_rels/document.xml.rels": RELATIONS.format(base=relations).encode(),
            "word/styles.xml": STYLES.format(w=self._w).encode(),
            "word/numbering.xml": self._numbering().encode(),
            "word/footer1.xml": FOOTER.format(w=self._w).encode(),
        }

    def _merge(self, properties: etree._Element, grid: Grid, at: int) -> None:
        rows = grid.rows
        label = rows[at][0]
        if label and at + 1 < len(rows) and rows[at + 1][0] == "" and len(rows[at + 1]) == len(rows[at]) > 1:
            self._add(properties, "vMerge", val="restart")
        elif not label and at and rows[at - 1][0] and len(rows[at - 1]) == len(rows[at]) > 1:
            self._add(properties, "vMerge")

    def _list_for(self, level: int, number: int) -> int:
        """The list that draws `number` next at `level`, a new one where the last would draw another."""
        before = self._counts[level]
        expected = 1 if before is None else before + 1
        if number != expected:
            self._restarts.append((level, number))
            self._list = len(self._restarts) + 1
        self._counts[level] = number
        for deeper in range(level + 1, len(self._counts)):
            self._counts[deeper] = None
        return self._list

    def _numbering(self) -> str:
        lists = ['<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>']
        for at, (level, number) in enumerate(self._restarts):
            override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{number}"/></w:lvlOverride>'
            lists.append(f'<w:num w:numId="{at + 2}"><w:abstractNumId w:val="0"/>{override}</w:num>')
        levels = f'<w:abstractNum w:abstractNumId="0">{NUMBERING_LEVELS}</w:abstractNum>'
        return f'<w:numbering xmlns:w="{self._w}">{levels}{"".join(lists)}</w:numbering>'

    def _text(self, paragraph: etree._Element, text: str) -> None:
        for part in _SIGNS.split(text):
            if part in (TICKED, UNTICKED) and self._look.ticks is not Ticks.TYPED:
                self._tick(paragraph, part == TICKED)
                continue
            step = self._look.run_length or max(len(part), 1)
            for at in range(0, len(part), step):
                self._run(paragraph, part[at : at + step])

    def _run(self, parent: etree._Element, text: str, font: str = "") -> None:
        run = self._add(parent, "r")
        if font:
            self._add(self._add(run, "rPr"), "rFonts", ascii=font, hAnsi=font)
        written = self._add(run, "t")
        written.set(_XML_SPACE, "preserve")
        written.text = text

    def _tick(self, paragraph: etree._Element, ticked: bool) -> None:
        ticks = self._look.ticks
        if ticks is Ticks.CONTROL:
            control = self._add(paragraph, "sdt")
            box = etree.SubElement(self._add(control, "sdtPr"), f"{{{W14}}}checkbox")
            etree.SubElement(box, f"{{{W14}}}checked").set(f"{{{W14}}}val", "1" if ticked else "0")
            self._run(self._add(control, "sdtContent"), "☒" if ticked else UNTICKED)
        elif ticks is Ticks.FIELD:
            begin = self._add(self._add(paragraph, "r"), "fldChar", fldCharType="begin")
            box = self._add(self._add(begin, "ffData"), "checkBox")
            self._add(box, "default", val="0")
            if ticked:
                self._add(box, "checked")
            self._add(self._add(paragraph, "r"), "instrText").text = " FORMCHECKBOX "
            for state in ("separate", "end"):
                self._add(self._add(paragraph, "r"), "fldChar", fldCharType=state)
        elif ticks is Ticks.SYMBOL:
            self._add(self._add(paragraph, "r"), "sym", font="Wingdings", char="F0FE" if ticked else "F0A8")
        else:
            self._run(paragraph, "R" if ticked else "£", font="Wingdings 2")

    def _add(self, parent: etree._Element, name: str, **attributes: str) -> etree._Element:
        element = etree.SubElement(parent, self._name(name))
        for key, said in attributes.items():
            element.set(self._name(key), said)
        return element

    def _name(self, name: str) -> str:
        return f"{{{self._w}}}{name}"


def _marker_of(text: str) -> tuple[int, int, int] | None:
    """Level and number of the marker that `text` begins with, and where it ends."""
    for level, pattern in enumerate(_MARKERS):
        found = pattern.match(text)
        if found is not None and (number := read_integer(found[1])) is not None and 0 < number < 100:
            return level, number, found.end()
    return None


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
