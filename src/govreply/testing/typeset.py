"""Setting a laid-out letter on pages: what stands where, in millimetres from the top left corner, for formats of pages.

The page is that of GB/T 9704-2012: A4, a type area of 156 by 225 millimetres, 22 lines of 28 characters of 16 points. Lines
are broken as word processors break Chinese text: no line begins with a closing sign (one may hang over the margin), figures
and Latin words stay whole, and all lines of a paragraph but the last are as wide as the type area.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from attrs import Factory, define, evolve, field, frozen

from govreply.testing.layout import Grid, LaidOut, Line, Role

WIDTH, HEIGHT = 210.0, 297.0
LEFT, TOP, MEASURE, DEPTH = 28.0, 37.0, 156.0, 225.0
_POINT = 25.4 / 72
_ASCENT = 0.86
_PADDING = 1.5
_ROW_LEADING = 6.6
_CLOSING = frozenset("，。、；：？！）》〉”’】〕,.;:?!)]%％·")
_HANGING = frozenset("，。、；：？！,.;:?!")
_OPENING = frozenset("（《〈“‘【〔([")
_MOST_TAKEN = 4
_WIDE = frozenset("WFA")


class Face:
    """Names of the fonts that a letter is set in."""

    SONG = "宋体"
    BODY = "仿宋"
    BLACK = "黑体"
    TITLE = "方正小标宋简体"


@frozen
class Run:
    """Text on one line: its origin, font, size and the advance of each character."""

    text: str
    x: float
    baseline: float
    size: float
    face: str
    advances: tuple[float, ...]


@frozen
class Rule:
    """A ruled line."""

    x: float
    y: float
    end_x: float
    end_y: float


@define
class Sheet:
    """A page."""

    runs: list[Run] = Factory(list)
    rules: list[Rule] = Factory(list)


@frozen
class _Style:
    points: float = 16.0
    face: str = Face.BODY
    indent: int = 0  # characters
    align: str = "left"
    right: int = 0  # characters left free at the end of the line
    leading: float = 10.2
    below: float = 0.0  # millimetres left free below the last line
    hangs: bool = True  # punctuation may stand in the margin

    @property
    def size(self) -> float:
        return self.points * _POINT


_PLAIN = _Style()
_STYLES = {
    Role.LETTERHEAD: _Style(26, Face.TITLE, align="centre", leading=16, below=6),
    Role.NUMBER: _Style(align="centre"),
    Role.TITLE: _Style(22, Face.TITLE, align="centre", leading=13, below=8),
    Role.FORM_TITLE: _Style(22, Face.TITLE, align="centre", leading=13),
    Role.PARAGRAPH: _Style(indent=2),
    Role.HEADING: _Style(face=Face.BLACK, indent=2),
    Role.SIGNATURE: _Style(align="right", right=4),
    Role.NOTE: _Style(indent=2),
    Role.PAGE: _Style(10.5, Face.SONG, leading=7, below=3),
}
_CELL = _Style(12, Face.BODY, hangs=False)
_FOOT = _Style(14, Face.SONG)


def typeset(laid_out: Sequence[LaidOut], *, numbered: bool = True) -> list[Sheet]:
    """The pages of a letter; ``numbered`` puts a page number at the foot of each."""
    setter = _Setter()
    for item in whole(laid_out):
        if isinstance(item, Grid):
            setter.grid(item)
        else:
            setter.line(item)
    for number, sheet in enumerate(setter.sheets if numbered else (), start=1):
        text = f"— {number} —"
        advances = _advances(text, _FOOT.size)
        x = LEFT + (MEASURE - sum(advances)) / 2
        sheet.runs.append(Run(text, x, TOP + DEPTH + 12, _FOOT.size, _FOOT.face, advances))
    return setter.sheets


def whole(laid_out: Sequence[LaidOut]) -> list[LaidOut]:
    """The lines as they were before page breaks cut them, without the page numbers between."""
    held: list[LaidOut] = []
    for item in laid_out:
        if isinstance(item, Line) and item.role is Role.CONTINUED:
            while isinstance(held[-1], Grid) or held[-1].role is Role.PAGE:
                held.pop()
            last = held.pop()
            held.append(evolve(last, text=last.text + item.text) if isinstance(last, Line) else item)
        else:
            held.append(item)
    return held


@define
class _Setter:
    sheets: list[Sheet] = field(factory=lambda: [Sheet()], init=False)
    _y: float = field(default=TOP, init=False)

    def line(self, line: Line) -> None:
        style = _STYLES.get(line.role, _PLAIN)
        if line.role is Role.FORM_TITLE:
            self._turn()
        for text, x, advances in _broken(line.text, style, LEFT, MEASURE):
            self._room(style.leading)
            baseline = self._y + (style.leading - style.size) / 2 + _ASCENT * style.size
            self._put(Run(text, x, baseline, style.size, style.face, advances))
            self._y += style.leading
        self._y += style.below

    def grid(self, grid: Grid) -> None:
        edges = _columns(max(len(row) for row in grid.rows))
        for row in grid.rows:
            cells = [
                list(_broken(cell, _CELL, edges[at] + _PADDING, _end(edges, row, at) - edges[at] - 2 * _PADDING))
                for at, cell in enumerate(row)
            ]
            height = max(1, *(len(cell) for cell in cells)) * _ROW_LEADING + 2 * _PADDING
            self._room(height)
            self._row(cells, edges, row, height)
        self._y += 4.0

    def _row(
        self,
        cells: list[list[tuple[str, float, tuple[float, ...]]]],
        edges: Sequence[float],
        row: Sequence[str],
        height: float,
    ) -> None:
        top, bottom = self._y, self._y + height
        rules = self.sheets[-1].rules
        rules.extend((Rule(edges[0], top, edges[-1], top), Rule(edges[0], bottom, edges[-1], bottom)))
        rules.extend(Rule(edges[at], top, edges[at], bottom) for at in range(len(row)))
        rules.append(Rule(edges[-1], top, edges[-1], bottom))
        for lines in cells:
            first = top + (height - len(lines) * _ROW_LEADING) / 2
            for number, (text, x, advances) in enumerate(lines):
                baseline = first + number * _ROW_LEADING + (_ROW_LEADING - _CELL.size) / 2 + _ASCENT * _CELL.size
                self._put(Run(text, x, baseline, _CELL.size, _CELL.face, advances))
        self._y = bottom

    def _put(self, run: Run) -> None:
        if run.text:
            self.sheets[-1].runs.append(run)

    def _room(self, height: float) -> None:
        if self._y + height > TOP + DEPTH and self._y > TOP:
            self._turn()

    def _turn(self) -> None:
        if self._y > TOP:
            self.sheets.append(Sheet())
            self._y = TOP


def _columns(count: int) -> list[float]:
    """The edges of the columns; labels need less room than what stands behind them."""
    shares = [18.0, 32.0] * (count // 2) if count % 2 == 0 else [1.0] * count
    edges = [LEFT]
    for share in shares:
        edges.append(edges[-1] + MEASURE * share / sum(shares))
    return edges


def _end(edges: Sequence[float], row: Sequence[str], at: int) -> float:
    """The right edge of a cell; the last of a short row reaches to the end of the table."""
    return edges[-1] if at == len(row) - 1 else edges[at + 1]


def _broken(text: str, style: _Style, left: float, measure: float) -> Iterator[tuple[str, float, tuple[float, ...]]]:
    """The lines of a paragraph: text, left edge and advances."""
    size = style.size
    if sum(_advances(text, size)) > measure - style.right * size:
        style = evolve(style, right=0)
    hanging = style.align == "left" and style.hangs
    lines = list(_lines(text, size, measure - style.right * size, style.indent * size, hanging=hanging))
    for number, line in enumerate(lines):
        indent = style.indent * size if number == 0 else 0.0
        advances = _advances(line, size)
        width, room = sum(advances), measure - style.right * size - indent
        if style.align == "left" and number < len(lines) - 1 and 0 < room - width < 3 * size and len(line) > 1:
            more = (room - width) / (len(line) - 1)
            advances = (*(advance + more for advance in advances[:-1]), advances[-1])
        x = left + indent
        if style.align == "centre":
            x = left + (measure - width) / 2
        elif style.align == "right":
            x = left + room - width
        yield line, x, advances


def _lines(text: str, size: float, measure: float, indent: float, *, hanging: bool) -> Iterator[str]:
    line: list[str] = []
    room = measure - indent
    for word in _words(text):
        width = sum(_advances(word, size))
        hangs = word == " " or (hanging and word in _HANGING and line and line[-1] not in _CLOSING)
        if line and width > room and not hangs:
            kept = _taken_along(line, word)
            yield "".join(line[: len(line) - kept])
            line = line[len(line) - kept :]
            room = measure - sum(_advances("".join(line), size))
        line.append(word)
        room -= width
    yield "".join(line)


def _taken_along(line: list[str], word: str) -> int:
    """How many words of a line go on to the next one with `word`: opening signs, and what a closing one would be parted from."""
    at, closes = len(line), word[0] in _CLOSING
    while at > 1 and len(line) - at < _MOST_TAKEN and (closes or line[at - 1] in _OPENING):
        at -= 1
        closes = line[at][0] in _CLOSING
    return len(line) - at if at > 1 else 0


def _words(text: str) -> Iterator[str]:
    """Single wide characters and spaces, and runs of narrow ones, which are not broken."""
    word = ""
    for sign in text:
        if sign.isspace() or _is_wide(sign):
            yield from filter(None, (word, sign))
            word = ""
        else:
            word += sign
            if len(word) == 30:
                yield word
                word = ""
    yield from filter(None, (word,))


def _advances(text: str, size: float) -> tuple[float, ...]:
    return tuple(size if _is_wide(sign) else size / 2 for sign in text)


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in _WIDE
