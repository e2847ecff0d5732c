"""Rows: the document's blocks laid out for reading, layout tables opened, each line with its tidied and folded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from govreply.blocks import Block, Break, Cell, Document, Line, LineKind, Table
from govreply.lexicon.fold import fold
from govreply.model import Text
from govreply.patterns import compile_pattern
from govreply.span import Edit, MappedText, Span, join

# what Unicode calls default ignorable, anchors of annotations, and controls that are no blank; goes into a set of a pattern
INVISIBLE = r"\p{Default_Ignorable_Code_Point}\x00-\x08\x0e-\x1b\x7f-\x9f\ufff9-\ufffb"
_GAP = compile_pattern(rf"[\s\p{{Cc}}{INVISIBLE}]++")
_INVISIBLE_ONLY = compile_pattern(rf"[{INVISIBLE}]++")
_WIDE_NUMBER = compile_pattern(
    r"第[ \u3000]{0,2}[0-9０-９](?:[ \u3000]{1,2}[0-9０-９]){1,9}[ \u3000]{0,2}号"
)  # 第 3 8 号
_WIDE_FIGURE = compile_pattern(
    r"(?<![0-9A-Za-z.])[0-9０-９](?:[ \u3000][0-9０-９]){2,20}+"
    r"(?:[ \u3000][-－—–][ \u3000][0-9０-９](?:[ \u3000][0-9０-９]){2,20}+)?(?![0-9A-Za-z])"
)
_LAYOUT_LINES = 8
_LAYOUT_CHARACTERS = 600
_PAGE_LINES = 30  # more than any value of a row has
_PAGE_CHARACTERS = 2000
_LABEL_CHARACTERS = 30
# pages of label and value rows that give the whole letter as the value of a row
_LETTER_LABEL = compile_pattern(
    r"(?:答复|回复|复文|办复|办理|文件|信息|公开|详细|公文)?(?:内容|正文|全文|答复|复文|原文)[：]?"
)
_INNER_CHARACTERS = 150
_ACKNOWLEDGES = compile_pattern(r"收悉.{0,80}如下|(?:提案|建议|议案).{0,80}(?:答复|回复|函复|复函|函告)如下")


@frozen(eq=False)
class Row:
    """One line, or a stretch of it, with the texts that the recognisers read.

    Attributes:
        raw: reading text with all inner spaces, as recognisers of columns and labels need them, and no invisible signs.
        line: the line it comes from, for the hints of the mark-up.
    """

    raw: MappedText
    line: Line

    @cached_property
    def tidy(self) -> MappedText:
        """The text without layout spaces."""
        return tidy(self.raw)

    @property
    def text(self) -> str:
        """The tidied text as a string."""
        return self.tidy.text

    @cached_property
    def folded(self) -> str:
        """The tidied text, folded; offsets agree with ``tidy``."""
        return fold(self.tidy.text)

    @cached_property
    def raw_folded(self) -> str:
        """The text with its spaces, folded; offsets agree with ``raw``."""
        return fold(self.raw.text)

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return self.raw.whole

    @property
    def before(self) -> Break:
        """What separates it from the row before."""
        return self.line.before

    @property
    def is_heading(self) -> bool:
        """Whether the mark-up calls it a heading."""
        return self.line.kind is LineKind.HEADING

    def part(self, start: int, end: int) -> Row:
        """The stretch ``[start, end)`` of the raw text as a row of its own."""
        return Row(self.raw.cut(start, end), self.line)


@frozen(eq=False)
class Grid:
    """A table that holds data, not the page's layout."""

    table: Table

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return self.table.span

    @cached_property
    def cells(self) -> tuple[GridCell, ...]:
        """The cells in reading order."""
        return tuple(GridCell(cell) for cell in self.table.cells)


@frozen(eq=False)
class GridCell:
    """A cell with its text; lines within a cell are kept apart in ``rows``."""

    cell: Cell

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The lines of the cell that are not blank."""
        return tuple(Row(seen(line.text), line) for line in lines_in(self.cell.blocks) if line.text.text.strip())

    @cached_property
    def raw(self) -> MappedText:
        """All lines of the cell, a space between them."""
        if not self.rows:
            return MappedText.empty(self.cell.span.start)
        return join([row.raw for row in self.rows], " ")

    @cached_property
    def tidy(self) -> MappedText:
        """The text without layout spaces."""
        return tidy(self.raw)

    @property
    def text(self) -> str:
        """The tidied text as a string."""
        return self.tidy.text

    @cached_property
    def folded(self) -> str:
        """The tidied text, folded; offsets agree with ``tidy``."""
        return fold(self.tidy.text)


Piece = Row | Grid


def lay_out(document: Document) -> list[Piece]:
    """The rows and data tables of `document` in reading order; tables that only lay out the page are opened."""
    return list(_pieces(document.blocks))


def tidy(text: MappedText) -> MappedText:
    """`text` without layout spaces and invisible signs; between two ASCII words one space stays."""
    plain = text.text
    edits: list[Edit] = []
    wide = [found.span() for found in _WIDE_NUMBER.finditer(plain)] if "第" in plain else []
    for gap in _GAP.finditer(plain):
        at, stop = gap.span()
        words = at > 0 and stop < len(plain) and _is_word(plain[at - 1]) and _is_word(plain[stop])
        words = words and not any(start < at < end for start, end in wide)
        if not words or _INVISIBLE_ONLY.fullmatch(plain, at, stop):
            edits.append(Edit(at, stop))
        elif stop - at > 1:
            edits.append(Edit(at + 1, stop))
    return text.edit(edits)


def seen(text: MappedText) -> MappedText:
    """`text` without signs that nobody sees, unless it has no others."""
    plain = text.text
    if plain.isascii() and plain.isprintable():
        return text
    edits = [Edit(*found.span()) for found in _INVISIBLE_ONLY.finditer(plain)]
    gone = sum(edit.end - edit.start for edit in edits)
    return text.edit(edits) if 0 < gone < len(plain) else text


def closed(text: MappedText) -> MappedText:
    """`text` with figures that are set wide, one digit and one space at a time (0 2 1), put together again."""
    runs = [m.span() for m in _WIDE_FIGURE.finditer(text.text)]
    return text.edit([Edit(at, at + 1) for a, b in runs for at in range(a, b) if text.text[at] in " \u3000"])


def as_text(text: MappedText, start: int = 0, end: int | None = None) -> Text:
    """The range as a value of the model."""
    end = len(text.text) if end is None else end
    pieces = _separated(text.map.pieces(start, end))
    return Text(text=text.text[start:end], span=text.span(start, end), pieces=pieces if len(pieces) > 1 else ())


def _separated(pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces that stand apart in the source; a gap of one character is a layout space and parts nothing."""
    merged: list[Span] = []
    for piece in pieces:
        if merged and 0 <= piece.start - merged[-1].end <= 1:
            merged[-1] = Span(merged[-1].start, piece.end)
        else:
            merged.append(piece)
    return tuple(merged)


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    stack = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
        elif isinstance(block, Line):
            if block.text.text.strip():
                yield Row(seen(block.text), block)
        elif _is_layout(block):
            stack.append(iter([inner for cell in block.cells for inner in cell.blocks]))
        else:
            yield Grid(block)


def _is_layout(table: Table) -> bool:
    """A table with a large table inside, a single cell, or a long cell that is no value of a label beside it."""
    if len(table.cells) <= 1 or _is_pushed_right(table):
        return True
    left: Cell | None = None
    for cell in table.cells:
        lines = [b for b in cell.blocks if isinstance(b, Line)]
        if any(_length_of(b) > _INNER_CHARACTERS for b in cell.blocks if isinstance(b, Table)):
            return True
        long = len(lines) > _LAYOUT_LINES or _length(cell) > _LAYOUT_CHARACTERS
        labelled = left is not None and left.row == cell.row and 0 < _length(left) <= _LABEL_CHARACTERS
        labelled = labelled and left is not None and _is_label(left)
        whole = len(lines) > _PAGE_LINES or _length(cell) > _PAGE_CHARACTERS
        if long and (whole or not labelled or _holds_letter(lines)):
            return True
        left = cell
    return False


def _holds_letter(lines: list[Line]) -> bool:
    text = "".join(_GAP.sub("", fold(line.text.text)) for line in lines)
    return _ACKNOWLEDGES.search(text) is not None


def _is_label(cell: Cell) -> bool:
    """Whether a short cell can name what stands beside it: one line, no link, and not a label of the letter itself."""
    lines = [line for line in lines_in(cell.blocks) if line.text.text.strip()]
    return len(lines) == 1 and not lines[0].links and _LETTER_LABEL.fullmatch(_plain(cell)) is None


def _is_pushed_right(table: Table) -> bool:
    """One text a row behind empty cells: a table that only puts the signature to the right."""
    filled = [cell for cell in table.cells if _length(cell)]
    return all(cell.column > 0 for cell in filled) and len({cell.row for cell in filled}) == len(filled)


def _plain(cell: Cell) -> str:
    return "".join(_GAP.sub("", fold(line.text.text)) for line in lines_in(cell.blocks))


def _length_of(table: Table) -> int:
    return sum(len(line.text.text.strip()) for line in lines_in([table]))


def _length(cell: Cell) -> int:
    return sum(len(b.text.text.strip()) for b in cell.blocks if isinstance(b, Line))


def lines_in(blocks: Iterable[Block]) -> Iterator[Line]:
    """All lines, those in tables too, in reading order."""
    stack = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
        elif isinstance(block, Line):
            yield block
        else:
            stack.append(iter([inner for cell in block.cells for inner in cell.blocks]))
