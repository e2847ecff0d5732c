"""A flow of paragraphs and tables: a story, a table cell or a text box."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from attrs import frozen

from govreply.blocks import Block, Break, Line, LineKind
from govreply.places import Place, Story
from govreply.readers.docx.control import Control, control_of
from govreply.readers.docx.names import Element, alternative, child, children, descend, is_on, kind
from govreply.readers.docx.runs import Inline
from govreply.readers.docx.shared import Shared
from govreply.readers.docx.table import TableReader
from govreply.readers.lines import stronger
from govreply.span import Span

# Elements that only wrap what the reader of the accepted text sees
TRANSPARENT = frozenset(("w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent", "w:bdo", "w:dir"))
_NOWHERE = Span(0, 0)
_CONTENTS = "table of contents"


@frozen
class Where:
    """What is the same for everything in a flow: its story, the cell it fills, what it is inside of."""

    story: Story = Story.BODY
    table: int | None = None
    row: int | None = None
    column: int | None = None
    inside: tuple[str, ...] = ()

    def place(self, paragraph: int) -> Place:
        """The place of a paragraph here."""
        return Place(
            span=_NOWHERE, story=self.story, paragraph=paragraph, table=self.table, row=self.row, column=self.column
        )


class Flow:
    """Reads one flow, once."""

    def __init__(self, shared: Shared, where: Where, control: Control | None = None) -> None:
        self._shared = shared
        self._where = where
        self._counts = shared.counts(where.story)
        self._blocks: list[Block] = []
        self._before = Break.BLOCK
        self._inline = Inline(shared, self._line_end, self._box, control)
        self._shape: tuple[LineKind, int, str] = (LineKind.PARAGRAPH, 0, "")
        self._inside = where.inside
        self._paragraph_inside = where.inside
        self._begun = False
        self._waiting: list[Element] = []
        self._open = False  # a paragraph whose mark is deleted or hidden goes on in the next one

    def read(self, container: Element) -> tuple[Block, ...]:
        """The lines and tables in `container`."""
        self._flow(container)
        if self._open:
            self._end_paragraph()
        return tuple(self._blocks)

    def _flow(self, container: Element) -> None:
        for element in container:
            name = kind(element)
            if name == "w:p":
                self._paragraph(element)
            elif name == "w:tbl":
                self._table(element)
            elif name == "w:sdt":
                self._control(element)
            elif name in TRANSPARENT:
                self._flow(element)
            elif name == "mc:AlternateContent":
                chosen = alternative(element)
                if chosen is not None:
                    self._flow(chosen)

    def _control(self, element: Element) -> None:
        control = control_of(child(element, "w:sdtPr"))
        outside = self._inside
        if control.gallery == _CONTENTS:
            self._inside = (*outside, "nav")
        with self._inline.inside(control):
            for content in children(element, "w:sdtContent"):
                self._flow(content)
        self._inside = outside

    def _paragraph(self, element: Element) -> None:
        self._counts.paragraphs += 1
        properties = child(element, "w:pPr")
        if not self._open:
            self._new_line()
            self._begin_paragraph(_decisive_properties(element, properties))
        self._inline.enter(self._where.place(self._counts.paragraphs))
        self._inline.read(element)
        self._open = _mark_is_gone(properties)
        if not self._open:
            self._end_paragraph()

    def _begin_paragraph(self, properties: Element | None) -> None:
        styles = self._shared.styles
        chain = styles.of_paragraph(properties)
        marker = self._shared.numbering.marker(properties, chain)
        level = styles.outline_level(properties)
        bullet = "-" if marker is not None and marker.is_bullet and not marker.text else ""
        if self._where.table is not None:
            self._shape = LineKind.CELL, 0, ""
        elif level is not None:
            self._shape = LineKind.HEADING, level, ""
        elif bullet:
            self._shape = LineKind.ITEM, 1, bullet
        else:
            self._shape = LineKind.PARAGRAPH, 0, ""
        self._paragraph_inside = self._inside
        if any(style.name.startswith("toc ") for style in chain):
            self._paragraph_inside = (*self._inside, "nav")
        self._inline.begin(chain, marker)

    def _end_paragraph(self) -> None:
        self._open = False
        self._inline.end()
        self._take_line(Break.BLOCK)
        waiting, self._waiting = self._waiting, []
        for box in waiting:
            self._new_line()
            self._read_box(box)

    def _line_end(self, now: Break) -> None:
        """A line ends inside a paragraph."""
        self._take_line(now)
        self._shared.layout.separate()

    def _take_line(self, now: Break) -> None:
        line = self._inline.take()
        if line is None:
            self._before = stronger(self._before, now)
            return
        self._shared.budget.add_blocks()
        self._blocks.append(self._shaped(line))
        self._before = now

    def _shaped(self, line: Line) -> Line:
        shape, depth, bullet = self._shape
        self._shape = shape, depth, ""
        return attrs.evolve(
            line, kind=shape, depth=depth, before=self._before, bullet=bullet, inside=self._paragraph_inside
        )

    def _box(self, content: Element) -> None:
        """A text box is anchored here: read at once before a paragraph's text, else after the paragraph."""
        if self._inline.is_blank:
            self._read_box(content)
            self._new_line()
        else:
            self._waiting.append(content)

    def _read_box(self, content: Element) -> None:
        story = Story.TEXT_BOX if self._where.story is Story.BODY else self._where.story
        self._append(Flow(self._shared, Where(story, inside=self._inside)).read(content))

    def _append(self, blocks: tuple[Block, ...]) -> None:
        for at, block in enumerate(blocks):
            self._blocks.append(attrs.evolve(block, before=stronger(self._before, block.before)) if at == 0 else block)
        if blocks:
            self._before = Break.BLOCK

    def _table(self, element: Element) -> None:
        if self._open:
            self._end_paragraph()
        self._new_line()
        self._counts.tables += 1
        table = TableReader(self._shared, self._counts, self._cell).read(element)
        if table is not None:
            self._append((attrs.evolve(table, inside=self._inside),))

    def _cell(self, content: Element, table: int, row: int, column: int, control: Control) -> tuple[Block, ...]:
        where = Where(self._where.story, table, row + 1, column + 1, self._inside)
        return Flow(self._shared, where, control).read(content)

    def _new_line(self) -> None:
        if self._begun:
            self._shared.layout.separate()
        self._begun = True


def _decisive_properties(element: Element, properties: Element | None) -> Element | None:
    """The properties of the paragraph that this one is joined to where its mark is gone: the last mark decides."""
    for following in _following(element):
        if not _mark_is_gone(properties):
            break
        properties = child(following, "w:pPr")
    return properties


def _following(element: Element) -> Iterator[Element]:
    after = element.getnext()
    while after is not None and kind(after) == "w:p":
        yield after
        after = after.getnext()


def _mark_is_gone(properties: Element | None) -> bool:
    """Whether a paragraph's end was deleted or is hidden, so that it runs on into the next one."""
    mark = descend(properties, "w:rPr")
    if mark is None:
        return False
    deleted = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
    return deleted or bool(is_on(child(mark, "w:vanish"))) or bool(is_on(child(mark, "w:specVanish")))
