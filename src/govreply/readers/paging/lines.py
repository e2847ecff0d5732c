"""Characters to lines: by their baselines, blanks told from the gaps, signs printed twice counted once."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import attrs
from attrs import frozen

from govreply.places import Box
from govreply.readers.paging.page import Glyph

# All in parts of the font size.
_SAME_LINE = 0.3  # distance of baselines
_SMALL = 0.8  # a raised or lowered sign is at most this large
_RAISED = 0.75  # and its baseline at most so far from that of its line
_TWICE = 0.12  # a sign printed twice to look bold is moved by less
_BLANK = 0.25  # the narrowest gap that is a blank
_BLANK_WIDTH = 0.5  # one blank for each
_MOST_BLANKS = 40
_ASCENT, _DESCENT = 0.88, 0.12  # of CJK fonts, which all have about the same


@frozen
class TextLine:
    """Characters on one baseline, from left to right, blanks among them and none at the ends.

    Attributes:
        page: number of the page, from 1.
        glyphs: at least one; a gap between two has become a blank glyph.
        blank_before, blank_behind: the file has a blank before the first or behind the last of them.
    """

    page: int
    glyphs: tuple[Glyph, ...]
    blank_behind: bool = False
    blank_before: bool = False

    @cached_property
    def text(self) -> str:
        """The characters."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Left edge of the first sign."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Right edge of the last sign."""
        return self.glyphs[-1].right

    @cached_property
    def size(self) -> float:
        """Font size of most of its signs."""
        sizes = sorted(glyph.size for glyph in self.glyphs)
        return sizes[len(sizes) // 2]

    @cached_property
    def baseline(self) -> float:
        """Baseline of its signs in the size of most."""
        return next(glyph.baseline for glyph in self.glyphs if glyph.size == self.size)

    @cached_property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        top = min(glyph.baseline - _ASCENT * glyph.size for glyph in self.glyphs)
        bottom = max(glyph.baseline + _DESCENT * glyph.size for glyph in self.glyphs)
        return self.left, top, max(self.right, self.left), bottom

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """The left edge of each character and the right edge of the last, never falling."""
        edges: list[float] = []
        for glyph in self.glyphs:
            step = (glyph.right - glyph.left) / len(glyph.text)
            edges.extend(glyph.left + number * step for number in range(len(glyph.text)))
        edges.append(self.right)
        for at in range(1, len(edges)):
            edges[at] = max(edges[at], edges[at - 1])
        return tuple(edges)


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[TextLine]:
    """The lines that `glyphs` form, from top to bottom."""
    groups = _merge_raised(_by_baseline([glyph for glyph in glyphs if glyph.text and glyph.size > 0]))
    made = [_line(group, page) for group in groups]
    return sorted((line for line in made if line is not None), key=lambda line: (line.baseline, line.left))


def is_wide(text: str) -> bool:
    """Whether `text` begins with a character that takes a full square (UAX #11: W and F)."""
    return unicodedata.east_asian_width(text[0]) in "WFA"


@attrs.define
class _Group:
    """Signs of one baseline."""

    baseline: float
    size: float
    glyphs: list[Glyph]

    @property
    def left(self) -> float:
        return min(glyph.left for glyph in self.glyphs)

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)


def _by_baseline(glyphs: Sequence[Glyph]) -> list[_Group]:
    groups: list[_Group] = []
    for glyph in sorted(glyphs, key=lambda g: g.baseline):
        last = groups[-1] if groups else None
        if last is not None and glyph.baseline - last.baseline <= _SAME_LINE * min(last.size, glyph.size):
            last.glyphs.append(glyph)
        else:
            groups.append(_Group(glyph.baseline, glyph.size, [glyph]))
    return groups


def _merge_raised(groups: list[_Group]) -> list[list[Glyph]]:
    """Small signs above or below a baseline, between or right behind the signs of a line, belong to it."""
    merged: list[_Group] = []
    for group in groups:
        last = merged[-1] if merged else None
        if last is not None and _is_raised(last, group):
            last.glyphs.extend(group.glyphs)
            if group.size > last.size:
                last.baseline, last.size = group.baseline, group.size
        else:
            merged.append(group)
    return [group.glyphs for group in merged]


def _is_raised(one: _Group, other: _Group) -> bool:
    small, large = (one, other) if one.size < other.size else (other, one)
    if small.size > _SMALL * large.size or len(small.glyphs) > len(large.glyphs):
        return False
    if abs(other.baseline - one.baseline) > _RAISED * large.size or _is_under(small, large):
        return False
    return large.left - large.size < small.left and small.right < large.right + len(small.glyphs) * large.size


def _is_under(small: _Group, large: _Group) -> bool:
    """Whether small signs stand below or above the large ones, not beside them: a line of their own."""
    ends = (small.glyphs[0], small.glyphs[-1])
    middles = [(glyph.left + glyph.right) / 2 for glyph in ends]
    within = small.size / 4
    return any(glyph.left + within < middle < glyph.right - within for glyph in large.glyphs for middle in middles)


def _line(glyphs: Iterable[Glyph], page: int) -> TextLine | None:
    ordered = list(_once(sorted(glyphs, key=lambda g: (g.left, g.right))))
    spaced = list(_spaced(ordered))
    first = next((at for at, glyph in enumerate(spaced) if glyph.text.strip()), None)
    if first is None:
        return None
    end = next(at for at in range(len(spaced), 0, -1) if spaced[at - 1].text.strip())
    return TextLine(page, tuple(spaced[first:end]), blank_behind=end < len(spaced), blank_before=first > 0)


def _once(ordered: Sequence[Glyph]) -> Iterator[Glyph]:
    """Each sign once; some programs print it twice at nearly the same place to make it look bold.

    It is not called bold for that: PDFium leaves the second print out on its own, and not always.
    """
    kept: list[Glyph] = []
    recent: list[tuple[float, int]] = []  # left edges of what may still be printed again
    for glyph in ordered:
        reach = _TWICE * glyph.size
        at = bisect_left(recent, (glyph.left - reach, -1))
        del recent[:at]
        if any(_is_same(kept[index], glyph, reach) for _, index in recent):
            continue
        insort(recent, (glyph.left, len(kept)))
        kept.append(glyph)
    yield from kept


def _is_same(one: Glyph, other: Glyph, reach: float) -> bool:
    return (
        one.text == other.text
        and abs(one.left - other.left) < reach
        and abs(one.baseline - other.baseline) < reach
        and abs(one.size - other.size) < reach
    )


def _spaced(ordered: Sequence[Glyph]) -> Iterator[Glyph]:
    """The signs with a blank glyph in each gap; blanks of the file stay as they are."""
    before: Glyph | None = None
    for glyph in ordered:
        if before is not None:
            if before.right > glyph.left > before.left:
                before = attrs.evolve(before, right=glyph.left)
            yield before
            gap = glyph.left - before.right
            size = min(before.size, glyph.size)
            blank = not before.text.strip() or not glyph.text.strip()
            if gap > (1.0 if blank else _BLANK) * size:
                count = min(max(round(gap / (_BLANK_WIDTH * size)), 1), _MOST_BLANKS)
                yield attrs.evolve(before, text=" " * count, left=before.right, right=glyph.left, bold=False)
        before = glyph
    if before is not None:
        yield before
