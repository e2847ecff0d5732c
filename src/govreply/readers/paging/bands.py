"""Lines that stand beside each other on different baselines, as in cells centred against a neighbour with more lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from attrs import frozen

from govreply.readers.paging.lines import TextLine, is_wide

# All in parts of the font size.
_BESIDE = 0.9  # baselines nearer than this, of signs that are not above each other, are of one row
_BETWEEN = 1.4  # as far may the lines of one cell be from one that stands in the middle beside them
_EVEN = 0.15
_GAP = 1.0  # blanks from here on part a line
_TIGHT = 0.2  # the narrowest blank before a column
_EXACT = 0.12  # where nothing but the place of a sign tells that a column begins
_ALIGNED = 0.35
_WIDE = 1.25  # blanks from here on are no blanks of a text
_MOST_LINES = 64  # of a band
MOST_PARTS = 24  # of a band; no form has as many columns


@frozen
class Strip:
    """Some signs of a line, ``line.glyphs[start:end]``; `spread` of a word set so wide that its characters stand alone."""

    line: TextLine
    start: int
    end: int
    spread: bool = False

    @property
    def left(self) -> float:
        """Left edge of the first sign."""
        return self.line.glyphs[self.start].left

    @property
    def right(self) -> float:
        """Right edge of the last sign."""
        return self.line.glyphs[self.end - 1].right


@frozen
class Block:
    """What stands above each other in one row: a cell or lines of one, its lines from top to bottom, one a baseline."""

    lines: tuple[TextLine, ...]

    @cached_property
    def left(self) -> float:
        """Left edge of the leftmost line."""
        return min(line.left for line in self.lines)

    @cached_property
    def right(self) -> float:
        """Right edge of the rightmost line."""
        return max(line.right for line in self.lines)

    @property
    def is_worded(self) -> bool:
        """Whether it begins with a letter or figure, as options to tick do not."""
        return self.lines[0].text[0].isalnum()

    def overlaps(self, other: Block) -> bool:
        """Whether a vertical line runs through both."""
        return self.left < other.right and other.left < self.right


@frozen
class Band:
    """Lines that are side by side, from top to bottom.

    Attributes:
        staggered: whether they are on several baselines.
    """

    lines: tuple[TextLine, ...]

    @property
    def staggered(self) -> bool:
        """Whether the lines are on several baselines."""
        return len(self.lines) > 1

    @property
    def size(self) -> float:
        """The largest font size of its lines."""
        return max(line.size for line in self.lines)

    @property
    def top(self) -> float:
        """The first baseline."""
        return self.lines[0].baseline

    @property
    def bottom(self) -> float:
        """The last baseline."""
        return self.lines[-1].baseline

    def blocks(self, starts: Sequence[float] | None) -> list[Block]:
        """What stands side by side, from left to right: parted at the `starts` of columns, or by wide blanks where none are known.

        None at all where there are more than :data:`MOST_PARTS`, or a tick below one of several options: it is told by its place,
        which a cell does not have.
        """
        strips = [strip for line in self.lines for strip in _strips(line, starts or ())]
        if len(strips) > MOST_PARTS:
            return []
        groups: list[list[Strip]] = []
        reach = 0.0
        for strip in sorted(strips, key=lambda s: s.left):
            if groups and strip.left < reach:
                groups[-1].append(strip)
            else:
                groups.append([strip])
            reach = max(reach, strip.right) if len(groups[-1]) > 1 else strip.right
        whole: list[list[Strip]] = []
        for group in groups:
            if whole and not _is_parted(whole[-1], group, starts, label=len(whole) == 1):
                whole[-1].extend(group)
            else:
                whole.append(group)
        made = [_block(group) for group in whole]
        return [] if any(is_tick_below(block.left, line) for block in made for line in block.lines[1:]) else made


def bands_of(lines: Iterable[TextLine]) -> list[Band]:
    """`lines` of a page with those side by side together, from top to bottom."""
    groups: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda one: (one.baseline, one.left)):
        if groups and _is_beside(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Band(tuple(group)) for group in _with_middles(groups)]


def _is_beside(group: Sequence[TextLine], line: TextLine) -> bool:
    near = [one for one in group if line.baseline - one.baseline < _BESIDE * min(one.size, line.size)]
    return len(near) > 0 and len(group) < _MOST_LINES and all(_are_apart(one, line) for one in near)


def _with_middles(groups: list[list[TextLine]]) -> Iterator[list[TextLine]]:
    """The groups, a line amid the distance of two others, beside both, together with them: wide leading keeps these farther apart."""
    linked = [False] * len(groups)  # to the group before
    for at in range(1, len(groups) - 1):
        one, middle, other = groups[at - 1][-1], groups[at][0], groups[at + 1][0]
        above, below = middle.baseline - one.baseline, other.baseline - middle.baseline
        if (
            len(groups[at]) == 1
            and max(above, below) < _BETWEEN * middle.size
            and abs(above - below) <= _EVEN * middle.size
            and _are_apart(one, middle)
            and _are_apart(middle, other)
            and one.left < other.right
            and other.left < one.right
        ):
            linked[at] = linked[at + 1] = True
    held: list[TextLine] = []
    for group, goes_on in zip(groups, linked, strict=True):
        if held and (not goes_on or len(held) + len(group) > _MOST_LINES):
            yield held
            held = []
        held = held + group
    if held:
        yield held


def _are_apart(one: TextLine, other: TextLine) -> bool:
    """Whether no sign of `one` is above or below one of `other`."""
    if one.right <= other.left or other.right <= one.left:
        return True
    strips = [*_strips(one, ()), *_strips(other, ())]
    if len(strips) > MOST_PARTS:
        return False
    return all(a.right <= b.left for a, b in pairwise(sorted(strips, key=lambda s: s.left)))


def _strips(line: TextLine, starts: Sequence[float]) -> list[Strip]:
    """The line parted at its wider blanks, and at blanks behind which one of `starts` is."""
    strips: list[Strip] = []
    start, end = 0, 0
    for at, glyph in enumerate(line.glyphs):
        if not glyph.text.strip():
            continue
        gap = glyph.left - line.glyphs[end - 1].right if end else 0.0
        exact = gap >= _TIGHT * line.size and is_near(glyph.left, starts, _EXACT * line.size)
        if exact or gap >= _GAP * line.size:
            strips.append(Strip(line, start, end))
            start = at
        end = at + 1
    strips.append(Strip(line, start, end))
    return _with_wide_words(strips, starts)


def _with_wide_words(strips: Sequence[Strip], starts: Sequence[float]) -> list[Strip]:
    """The strips with lone characters next to each other together: labels are set wide (邮　　编)."""
    made: list[Strip] = []
    for strip in strips:
        last = made[-1] if made else None
        exact = is_near(strip.left, starts, _EXACT * strip.line.size)
        if last is not None and _is_lone(strip) and (last.spread or _is_lone(last)) and not exact:
            made[-1] = Strip(last.line, last.start, strip.end, spread=True)
        else:
            made.append(strip)
    return made


def _is_lone(strip: Strip) -> bool:
    text = strip.line.glyphs[strip.start].text
    return strip.end - strip.start == 1 and text.isalpha() and is_wide(text)


def is_near(at: float, starts: Iterable[float], reach: float) -> bool:
    """Whether one of `starts` is not farther than `reach` from `at`."""
    return any(abs(at - start) <= reach for start in starts)


def is_tick_below(left: float, line: TextLine) -> bool:
    """Whether `line` is a lone sign that stands below the inside of what begins at `left`."""
    sign = len(line.text) == 1 and unicodedata.category(line.text).startswith("S")
    return sign and line.left - left >= line.size


def _is_parted(one: Sequence[Strip], other: Sequence[Strip], starts: Sequence[float] | None, *, label: bool) -> bool:
    """Whether a column begins between two neighbours; `label` if the first one begins the line.

    Options to tick are set far apart as well, but begin with a sign or end in one.
    """
    before = max(one, key=lambda s: s.right)
    behind = min(other, key=lambda s: s.left)
    if not {id(s.line) for s in one} & {id(s.line) for s in other}:
        return True
    size = behind.line.size
    gap = behind.left - before.right
    if starts is None:
        return gap >= _GAP * size
    if is_near(behind.left, starts, _EXACT * size):
        return True
    worded = behind.line.glyphs[behind.start].text[0].isalnum()
    reach = _ALIGNED * size
    if (
        gap >= _WIDE * size
        and (worded or label)
        and any(before.right - reach <= s <= behind.left + reach for s in starts)
    ):
        return True
    return gap >= _WIDE * size and worded and before.line.glyphs[before.end - 1].text[-1].isalnum()


def _block(strips: Sequence[Strip]) -> Block:
    by_line: dict[int, list[Strip]] = {}
    for strip in strips:
        by_line.setdefault(id(strip.line), []).append(strip)
    lines: list[TextLine] = []
    for group in by_line.values():
        line = group[0].line
        start, end = min(s.start for s in group), max(s.end for s in group)
        behind = line.blank_behind and end == len(line.glyphs)
        lines.append(TextLine(line.page, line.glyphs[start:end], behind, line.blank_before and not start))
    return Block(tuple(sorted(lines, key=lambda line: line.baseline)))
