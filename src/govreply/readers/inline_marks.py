"""The marks of inline Markdown in the order of the text: what each leaves of it, and where.

markdown-it-py knows no positions of inline tokens, so the lines that it found are scanned here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set
from enum import Enum

import attrs

from govreply.blocks import Break
from govreply.patterns import compile_pattern
from govreply.readers.budget import Budget
from govreply.readers.emphasis import Delimiter
from govreply.readers.lines import matches
from govreply.readers.references import label_of
from govreply.readers.tags import (
    BLOCK,
    REFERENCE,
    TAG,
    attributes_of,
    image_sign,
    is_known,
    resolve_reference,
    tick_of,
)

_SPECIAL = compile_pattern(r"[\\`\[\]<&\n]|!\[|\*++|_++")
_BACKTICKS = compile_pattern(r"`++")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_AUTOLINK = compile_pattern(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}+|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}+@[A-Za-z0-9.-]{1,250}+)>"
)
_DECLARATION = compile_pattern(r"<!(?:[A-Za-z]|\[)[^<>\n]{0,200}+>")
_TARGET = compile_pattern(
    r"\([ \n]{0,9}+(?P<to><[^<>\n]{0,2000}+>|[^\s()<]{0,2000}+(?:\([^\s()]{0,500}+\)[^\s()]{0,2000}+){0,10}+)"
    r"""(?:[ \n]{1,9}+(?:"[^"\n]{0,500}+"|'[^'\n]{0,500}+')){0,1}+[ \n]{0,9}+\)"""
)
_LOOKS_LIKE_TARGET = compile_pattern(r"[/.#:@?]")
_RAW_ELEMENTS = frozenset(("script", "style"))
_LONGEST_LABEL = 200
_REFERENCE_LABEL = compile_pattern(r"\[(?P<label>[^\[\]\n]{0,200}+)\]")


class Switch(Enum):
    """Where a link or bold text begins or ends."""

    LINK_ON = 1
    LINK_OFF = 2
    STRONG_ON = 3
    STRONG_OFF = 4


@attrs.frozen
class TextPiece:
    """Reading text for the excerpt range ``[start, end)``, without line ends."""

    text: str
    start: int
    end: int


Piece = TextPiece | Delimiter | Switch | Break


class Scanner:
    """Walks an excerpt once, from mark to mark."""

    def __init__(self, text: str, budget: Budget, defined: Set[str] = frozenset()) -> None:
        """`defined` are the labels of links that the document defines."""
        self._text = text
        self._defined = defined
        self._budget = budget
        self._pieces: list[Piece] = []
        # index of the piece after a [, whether it is that of an image, and the offset behind it
        self._brackets: list[tuple[int, bool, int]] = []
        self._inactive = 0  # brackets below this index may hold no link: one inside them is a link already
        self._backticks: dict[int, list[int]] | None = None
        self._missing: set[str] = set()  # what was looked for and does not come any more

    def scan(self) -> list[Piece]:
        """What the marks leave, in order."""
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
            self._pieces.append(TextPiece(self._text[start:end], start, end))

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
        self._brackets.append((len(self._pieces), mark == "!", end))
        self._plain(start, end)
        return end

    def _line_end(self, start: int) -> int:
        last = self._pieces[-1] if self._pieces else None
        hard = isinstance(last, TextPiece) and last.text.endswith("  ")
        self._pieces.append(Break.HARD if hard else Break.SOFT)
        return start + 1

    def _escape(self, start: int) -> int:
        after = self._text[start + 1 : start + 2]
        if after == "\n":
            self._pieces.append(Break.HARD)
            return start + 2
        if after and after in _PUNCTUATION:
            self._pieces.append(TextPiece(after, start, start + 2))
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
            self._pieces.append(TextPiece(drawn, start, match.end()))
        return match.end()

    def _angle(self, start: int) -> int:
        tag = TAG.match(self._text, start)
        if tag is not None and is_known(tag["name"].lower()):
            return self._tag(tag["name"].lower(), bool(tag["end"]), tag[0], start, tag.end())
        link = _AUTOLINK.match(self._text, start)
        if link is not None:
            self._pieces.append(Switch.LINK_ON)
            self._plain(start + 1, link.end() - 1)
            self._pieces.append(Switch.LINK_OFF)
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
        if name in ("input", "img") and not closing:
            drawn = (tick_of if name == "input" else image_sign)(attributes_of(tag))
            if drawn:
                self._pieces.append(TextPiece(drawn, start, end))
        elif name == "br":
            self._pieces.append(Break.HARD)
        elif name in BLOCK:
            self._pieces.append(Break.BLOCK)
        elif name in ("b", "strong"):
            self._pieces.append(Switch.STRONG_OFF if closing else Switch.STRONG_ON)
        elif name == "a":
            self._pieces.append(Switch.LINK_OFF if closing else Switch.LINK_ON)
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
        index, is_image, begin = self._brackets.pop()
        inactive = not is_image and len(self._brackets) < self._inactive
        after = None if inactive else self._target_end(begin, start)
        self._inactive = min(self._inactive, len(self._brackets))
        if after is None:
            self._plain(start, start + 1)
            return start + 1
        if is_image:
            del self._pieces[index:]
        else:
            self._pieces[index] = Switch.LINK_ON  # in place of the bracket
            self._pieces.append(Switch.LINK_OFF)
            self._inactive = len(self._brackets)
        return after

    def _target_end(self, begin: int, close: int) -> int | None:
        """Where the target ends of the link whose text is ``[begin, close)``; ``None`` if the brackets are text."""
        target = _TARGET.match(self._text, close + 1)
        if target is not None and (not target["to"] or _LOOKS_LIKE_TARGET.search(target["to"])):
            return target.end()  # else as in [2023](四号)
        if not self._defined:
            return None
        reference = _REFERENCE_LABEL.match(self._text, close + 1)
        if reference is not None and reference["label"].strip():
            return reference.end() if label_of(reference["label"]) in self._defined else None
        if close - begin > _LONGEST_LABEL or label_of(self._text[begin:close]) not in self._defined:
            return None
        return reference.end() if reference is not None else close + 1
