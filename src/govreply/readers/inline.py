"""Inline Markdown, scanned with positions: what the marks of a paragraph leave as reading text.

markdown-it-py knows no positions of inline tokens, so the lines that it found are scanned here.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum

import attrs

from govreply.blocks import Break, Line
from govreply.patterns import compile_pattern
from govreply.readers import emphasis
from govreply.readers.budget import Budget
from govreply.readers.emphasis import Delimiter
from govreply.readers.lines import Excerpt, LineBuilder, cut_line, matches, stronger
from govreply.readers.tags import BLOCK, REFERENCE, TAG, attributes_of, is_known, resolve_reference, tick_of

_SPECIAL = compile_pattern(r"[\\`\[\]<&\n]|!\[|\*++|_++")
_BACKTICKS = compile_pattern(r"`++")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_AUTOLINK = compile_pattern(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}+|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}+@[A-Za-z0-9.-]{1,250}+)>"
)
_DECLARATION = compile_pattern(r"<!(?:[A-Za-z]|\[)[^<>\n]{0,200}+>")
_TARGET = compile_pattern(
    r"\([ \n]{0,9}+(?P<to><[^<>\n]{0,2000}+>|[^\s()<]{0,2000}+(?:\([^\s()]{0,500}+\)[^\s()]{0,2000}+){0,10}+)"
    r"""(?:[ \n]{1,9}+(?:"[^"\n]{0,500}+"|'[^'\n]{0,500}+'))?+[ \n]{0,9}+\)"""
)
_LOOKS_LIKE_TARGET = compile_pattern(r"[/.#:@?]")
_RAW_ELEMENTS = frozenset(("script", "style"))
_TRIMMED = " \t"


class _Switch(Enum):
    LINK_ON = 1
    LINK_OFF = 2
    STRONG_ON = 3
    STRONG_OFF = 4


@attrs.frozen
class _Text:
    """Reading text for the excerpt range ``[start, end)``, without line ends."""

    text: str
    start: int
    end: int


_Piece = _Text | Delimiter | _Switch | Break


def read_inline(excerpt: Excerpt, budget: Budget, prefix: tuple[int, int] | None = None) -> list[Line]:
    """The lines of a paragraph, heading or cell; blank ones are left out.

    The first has ``before=Break.BLOCK``, the others what the mark-up says. Spaces around each line are dropped; tabs
    are kept, as they may part cells. `prefix` is a source range that stands before the first line, such as ``1. ``.
    """
    pieces = _Scanner(excerpt.text, budget).scan()
    delimiters = [p for p in pieces if isinstance(p, Delimiter)]
    emphasis.resolve(delimiters)
    if delimiters:
        _embrace_lines(pieces)
    return _draw(pieces, excerpt, prefix)


class _Scanner:
    """Walks an excerpt once, from mark to mark."""

    def __init__(self, text: str, budget: Budget) -> None:
        self._text = text
        self._budget = budget
        self._pieces: list[_Piece] = []
        self._brackets: list[tuple[int, bool]] = []  # index of the piece after a [ and whether it is that of an image
        self._inactive = 0  # brackets below this index may hold no link: one inside them is a link already
        self._backticks: dict[int, list[int]] | None = None
        self._missing: set[str] = set()  # what was looked for and does not come any more

    def scan(self) -> list[_Piece]:
        done = 0
        for match in matches(_SPECIAL, self._text):
            start = match.start()
            if start < done:
                # a run of which a mark took a part goes on as a shorter run
                if match.end() <= done or self._text[done] not in "*_[":
                    continue
                start = done
            self._plain(done, start)
            done = self._special(start, match.end())
        self._plain(done, len(self._text))
        return self._pieces

    def _plain(self, start: int, end: int) -> None:
        if end > start:
            self._pieces.append(_Text(self._text[start:end], start, end))

    def _special(self, start: int, end: int) -> int:
        """Take the mark at `start`; gives where to go on."""
        mark = self._text[start]
        if mark == "\n":
            return self._line_end(start)
        self._budget.add_mark()
        if mark in "*_":
            self._pieces.append(Delimiter(self._text, start, end))
            return end
        if mark == "\\":
            return self._escape(start)
        if mark == "`":
            return self._code(start)
        if mark == "&":
            return self._reference(start)
        if mark == "<":
            return self._angle(start)
        if mark == "]":
            return self._bracket_closes(start)
        self._brackets.append((len(self._pieces), mark == "!"))
        self._plain(start, end)
        return end

    def _line_end(self, start: int) -> int:
        last = self._pieces[-1] if self._pieces else None
        hard = isinstance(last, _Text) and last.text.endswith("  ")
        self._pieces.append(Break.HARD if hard else Break.SOFT)
        return start + 1

    def _escape(self, start: int) -> int:
        after = self._text[start + 1 : start + 2]
        if after == "\n":
            self._pieces.append(Break.HARD)
            return start + 2
        if after and after in _PUNCTUATION:
            self._pieces.append(_Text(after, start, start + 2))
            return start + 2
        self._plain(start, start + 1)
        return start + 1

    def _code(self, start: int) -> int:
        end = start
        while end < len(self._text) and self._text[end] == "`":
            end += 1
        close = self._closing_backticks(end - start, end)
        if close is None:
            self._plain(start, end)
            return end
        first, last = end, close
        content = self._text[first:last]
        if len(content) > 2 and content[0] in " \n" and content[-1] in " \n" and content.strip():
            first, last = first + 1, last - 1
        at = first
        for line in self._text[first:last].split("\n"):
            if at > first:
                self._pieces.append(Break.SOFT)
            self._plain(at, at + len(line))
            at += len(line) + 1
        return close + end - start

    def _closing_backticks(self, length: int, after: int) -> int | None:
        if self._backticks is None:
            self._backticks = {}
            for match in matches(_BACKTICKS, self._text):
                self._backticks.setdefault(match.end() - match.start(), []).append(match.start())
        places = self._backticks.get(length, [])
        index = bisect_left(places, after)
        return places[index] if index < len(places) else None

    def _reference(self, start: int) -> int:
        match = REFERENCE.match(self._text, start)
        drawn = resolve_reference(match[0]) if match else None
        if match is None or drawn is None:
            self._plain(start, start + 1)
            return start + 1
        if drawn:
            self._pieces.append(_Text(drawn, start, match.end()))
        return match.end()

    def _angle(self, start: int) -> int:
        tag = TAG.match(self._text, start)
        if tag is not None and is_known(tag["name"].lower()):
            return self._tag(tag["name"].lower(), bool(tag["end"]), tag[0], start, tag.end())
        link = _AUTOLINK.match(self._text, start)
        if link is not None:
            self._pieces.append(_Switch.LINK_ON)
            self._plain(start + 1, link.end() - 1)
            self._pieces.append(_Switch.LINK_OFF)
            return link.end()
        if self._text.startswith("<!--", start):
            end = self._find("-->", start + 4)
            if end is not None:
                return end
        declaration = _DECLARATION.match(self._text, start)
        if declaration is not None:
            return declaration.end()
        self._plain(start, start + 1)
        return start + 1

    def _tag(self, name: str, closing: bool, tag: str, start: int, end: int) -> int:
        if name == "input" and not closing:
            drawn = tick_of(attributes_of(tag))
            if drawn:
                self._pieces.append(_Text(drawn, start, end))
        elif name == "br":
            self._pieces.append(Break.HARD)
        elif name in BLOCK:
            self._pieces.append(Break.BLOCK)
        elif name in ("b", "strong"):
            self._pieces.append(_Switch.STRONG_OFF if closing else _Switch.STRONG_ON)
        elif name == "a":
            self._pieces.append(_Switch.LINK_OFF if closing else _Switch.LINK_ON)
        elif name in _RAW_ELEMENTS and not closing:
            return self._find(f"</{name}>", end) or end
        return end

    def _find(self, what: str, start: int) -> int | None:
        """The offset after the next `what`; each is looked for in vain only once."""
        if what in self._missing:
            return None
        at = self._text.find(what, start)
        if at < 0:
            self._missing.add(what)
            return None
        return at + len(what)

    def _bracket_closes(self, start: int) -> int:
        if not self._brackets:
            self._plain(start, start + 1)
            return start + 1
        index, is_image = self._brackets.pop()
        inactive = not is_image and len(self._brackets) < self._inactive
        target = None if inactive else _TARGET.match(self._text, start + 1)
        if target is not None and target["to"] and not _LOOKS_LIKE_TARGET.search(target["to"]):
            target = None  # as in [2023](四号), where all brackets are text
        self._inactive = min(self._inactive, len(self._brackets))
        if target is None:
            self._plain(start, start + 1)
            return start + 1
        if is_image:
            del self._pieces[index:]
        else:
            self._pieces[index] = _Switch.LINK_ON  # in place of the bracket
            self._pieces.append(_Switch.LINK_OFF)
            self._inactive = len(self._brackets)
        return target.end()


def _embrace_lines(pieces: list[_Piece]) -> None:
    line: list[_Piece] = []
    for piece in [*pieces, Break.BLOCK]:
        if not isinstance(piece, Break):
            if not (isinstance(piece, _Text) and not piece.text.strip()) and not isinstance(piece, _Switch):
                line.append(piece)
            continue
        if line and isinstance(line[0], Delimiter) and isinstance(line[-1], Delimiter):
            emphasis.embrace(line[0], line[-1])
        line = []


def _draw(pieces: list[_Piece], excerpt: Excerpt, prefix: tuple[int, int] | None) -> list[Line]:
    lines: list[Line] = []
    builder = LineBuilder()
    if prefix is not None:
        builder.add(excerpt.source[prefix[0] : prefix[1]], *prefix)
    before = Break.BLOCK
    bold = 0
    for piece in pieces:
        if isinstance(piece, _Text):
            builder.add(piece.text, *excerpt.origins(piece.start, piece.end))
        elif isinstance(piece, Delimiter):
            bold = max(bold - piece.bold_closed, 0)
            builder.strong(bold > 0)
            if piece.start < piece.end:
                builder.add(excerpt.text[piece.start : piece.end], *excerpt.origins(piece.start, piece.end))
            bold += piece.bold_opened
            builder.strong(bold > 0)
        elif isinstance(piece, Break):
            before = _end_line(builder, lines, before, piece)
        elif piece in (_Switch.LINK_ON, _Switch.LINK_OFF):
            builder.link(piece is _Switch.LINK_ON)
        else:
            bold = bold + 1 if piece is _Switch.STRONG_ON else max(bold - 1, 0)
            builder.strong(bold > 0)
    _end_line(builder, lines, before, Break.BLOCK)
    return lines


def _end_line(builder: LineBuilder, lines: list[Line], before: Break, now: Break) -> Break:
    """Take the line that ends with the break `now`; gives what stands before the next line."""
    line = builder.take()
    if line is None:
        return stronger(before, now)
    lines.append(attrs.evolve(_trim(line), before=before))
    return now


def _trim(line: Line) -> Line:
    """Without spaces at both ends; up to the first and from the last tab everything stays, as tabs may part cells."""
    text = line.text.text
    start = len(text) - len(text.lstrip(_TRIMMED))
    end = len(text.rstrip(_TRIMMED))
    first_tab, last_tab = text.find("\t", 0, start), text.rfind("\t", end)
    return cut_line(line, start if first_tab < 0 else first_tab, end if last_tab < 0 else last_tab + 1)
