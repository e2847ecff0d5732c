"""Boxes to tick: drawn by lines instead of printed as signs, and ticks printed over boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs
from attrs import frozen

from govreply.blocks import TICKED, UNTICKED
from govreply.places import Box
from govreply.readers.paging.page import Glyph

_SMALLEST, _LARGEST = 5.0, 22.0  # points
_SQUARE = 1.35  # times as wide as high, or as high as wide, at most
_FULL = 0.7  # a frame, be it round, holds more of its bounding box; a tick holds less
_DOT = 0.75  # of the frame's width: the mark of a round box
_CENTRED = 3.0  # points
_MOST_BOXES = 400  # a page with more has a raster or a chart
_MIDDLE = 0.35  # of a sign above its baseline, in parts of its size

_EMPTY = frozenset("□☐○◯▢❏❑")
_TICKS = frozenset("√✓✔☑✅V")
_CROSSES = frozenset("×✕✖✗✘☒X")


@frozen
class Outline:
    """A drawn line or area; curves by their control points.

    Attributes:
        points: in points from the top left corner of the page; the first one again at the end where it is closed.
        solid: whether it is filled with a colour that is not close to white.
    """

    points: tuple[tuple[float, float], ...]
    solid: bool = False

    @property
    def box(self) -> Box:
        """The box around it."""
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def is_frame(self) -> bool:
        """Whether it runs around most of its box, as a rectangle or a circle does."""
        left, top, right, bottom = self.box
        doubled = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*self.points, self.points[0])))
        return abs(doubled) / 2 >= _FULL * (right - left) * (bottom - top)


def drawn_boxes(outlines: Iterable[Outline], glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The small frames among `outlines` as ☐, or ☑ where a tick, a cross or a dot is drawn in them.

    Each stands on the baseline of the nearest of the page's `glyphs` beside it.
    """
    groups: list[list[Outline]] = []
    for outline in outlines:
        if len(outline.points) < 2 or not _is_small(outline.box):
            continue
        near = next((g for g in reversed(groups[-8:]) if _is_at(g[0].box, outline.box)), None)
        if near is not None:
            near.append(outline)
        else:
            groups.append([outline])
    if len(groups) > _MOST_BOXES:
        return []
    made = [glyph for glyph in (_glyph(group) for group in groups) if glyph is not None]
    return [_on_line(glyph, glyphs) for glyph in made if not _holds_text(glyph, glyphs)]


def merge_printed_ticks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """`glyphs` with a tick that is printed over an empty box made one ticked box."""
    empty = [at for at, glyph in enumerate(glyphs) if glyph.text in _EMPTY]
    if not empty or len(empty) > _MOST_BOXES:
        return list(glyphs)
    merged = list(glyphs)
    dropped: set[int] = set()
    for at, glyph in enumerate(glyphs):
        if glyph.text not in _TICKS and glyph.text not in _CROSSES:
            continue
        under = next((e for e in empty if e not in dropped and _is_over(glyph, glyphs[e])), None)
        if under is not None:
            merged[under] = attrs.evolve(merged[under], text=TICKED)
            dropped.add(at)
    return [glyph for at, glyph in enumerate(merged) if at not in dropped]


def _is_small(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    if not (_SMALLEST / 2 <= width <= _LARGEST and _SMALLEST / 2 <= height <= _LARGEST):
        return False
    return max(width, height) <= _SQUARE * 2 * min(width, height)


def _is_at(one: Box, other: Box) -> bool:
    (x1, y1), (x2, y2) = _centre(one), _centre(other)
    return abs(x1 - x2) <= _CENTRED and abs(y1 - y2) <= _CENTRED


def _glyph(group: Sequence[Outline]) -> Glyph | None:
    """The box that the outlines of one place draw; ``None`` if they draw something else."""
    frames = [outline for outline in group if outline.is_frame]
    if not frames:
        return None
    left, top, right, bottom = max((f.box for f in frames), key=lambda b: b[2] - b[0])
    width, height = right - left, bottom - top
    if min(width, height) < _SMALLEST or max(width, height) > _SQUARE * min(width, height):
        return None
    marked = any(not outline.is_frame for outline in group)
    dotted = any(f.solid and f.box[2] - f.box[0] <= _DOT * width for f in frames)
    if len(group) == 1 and frames[0].solid:
        return None  # a filled square: a bullet, or a piece of a drawing
    return Glyph(TICKED if marked or dotted else UNTICKED, left, right, bottom, height)


def _holds_text(box: Glyph, glyphs: Sequence[Glyph]) -> bool:
    """Whether something other than a tick is printed inside: a frame around a sign."""
    return any(
        box.left <= (g.left + g.right) / 2 <= box.right
        and box.baseline - box.size <= g.baseline - _MIDDLE * g.size <= box.baseline
        and g.text.strip()
        and g.text not in _TICKS | _CROSSES
        for g in glyphs
    )


def _on_line(box: Glyph, glyphs: Sequence[Glyph]) -> Glyph:
    """The box on the baseline of the sign beside it, in its size."""
    middle = box.baseline - box.size / 2
    beside = [g for g in glyphs if g.text.strip() and g.baseline - g.size <= middle <= g.baseline + 0.2 * g.size]
    if not beside:
        return box
    nearest = min(beside, key=lambda g: min(abs(g.left - box.right), abs(box.left - g.right)))
    return attrs.evolve(box, baseline=nearest.baseline, size=nearest.size)


def _is_over(tick: Glyph, box: Glyph) -> bool:
    if abs(tick.baseline - box.baseline) > 0.5 * max(tick.size, box.size):
        return False
    return box.left <= (tick.left + tick.right) / 2 <= box.right


def _centre(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
