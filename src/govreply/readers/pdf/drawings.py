"""What is drawn on a page besides its characters: ruled lines and images, in the coordinates of the screen."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs
import pypdfium2.raw as pdfium
from attrs import frozen

from govreply.places import Box
from govreply.readers.budget import Budget
from govreply.readers.paging.boxes import Outline
from govreply.readers.paging.page import Ruling, box_rulings
from govreply.readers.pdf.geometry import LARGEST, Matrix

_DEEPEST = 8  # forms in forms
_STRAIGHT = 0.7  # points that a straight line may lean
_THIN = 3.0  # a filled rectangle up to this thick is a line
_TICK = 24.0  # boxes to tick are smaller
_LIGHT = 200  # of 255; lighter areas are background
_FRAME = 4.5  # a filled frame up to this thick is four lines


@frozen
class Drawings:
    """What is drawn on a page.

    Attributes:
        rulings: straight lines.
        images: boxes of the images.
        outlines: lines and areas as large as a box to tick, or smaller.
        texts: how many text objects there are.
        areas: boxes of larger areas filled with a colour, before which white signs are seen.
    """

    rulings: tuple[Ruling, ...]
    images: tuple[Box, ...]
    outlines: tuple[Outline, ...]
    areas: tuple[Box, ...]
    texts: int


@attrs.define
class _Found:
    rulings: list[Ruling] = attrs.Factory(list)
    images: list[Box] = attrs.Factory(list)
    outlines: list[Outline] = attrs.Factory(list)
    areas: list[Box] = attrs.Factory(list)
    texts: int = 0


def drawings_of(page: Any, screen: Matrix, budget: Budget) -> Drawings:
    """The drawings of a page of pypdfium2, forms in it opened."""
    found = _Found()
    for item, matrix in _objects(page.raw, screen, budget):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            image = _own_matrix(item).then(matrix).box((0.0, 0.0, 1.0, 1.0))
            found.images.extend([image] if all(abs(side) <= LARGEST for side in image) else [])
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.texts += 1
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _read_path(item, matrix, found, budget)
    return Drawings(tuple(found.rulings), tuple(found.images), tuple(found.outlines), tuple(found.areas), found.texts)


def _objects(page: Any, screen: Matrix, budget: Budget) -> Iterator[tuple[Any, Matrix]]:
    """The objects of a page and of the forms in it, each with the map from where it is drawn to the screen."""
    count, item = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    stack = [(page, 0, count(page), screen)]
    while stack:
        holder, at, size, matrix = stack.pop()
        if at >= size:
            continue
        stack.append((holder, at + 1, size, matrix))
        get = item if len(stack) == 1 else pdfium.FPDFFormObj_GetObject
        found = get(holder, at)
        if not found:
            continue
        budget.add_mark()
        if pdfium.FPDFPageObj_GetType(found) != pdfium.FPDF_PAGEOBJ_FORM:
            yield found, matrix
        elif len(stack) <= _DEEPEST:
            inner = _own_matrix(found).then(matrix)
            stack.append((found, 0, max(pdfium.FPDFFormObj_CountObjects(found), 0), inner))


def _own_matrix(item: Any) -> Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, raw):
        return Matrix()
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _read_path(item: Any, matrix: Matrix, found: _Found, budget: Budget) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
        return
    colour = _colour(item, stroke=bool(stroke.value))
    if colour is not None and colour[3] == 0:
        return
    outlines = [o for o in _outlines(item, _own_matrix(item).then(matrix), budget) if len(o) > 1]
    solid = bool(fill.value) and colour is not None and min(colour[:3]) < _LIGHT
    if solid:
        found.areas.extend(box for box in map(_around, outlines) if not _is_small(box))
    small = [o for o in outlines if _is_small(_around(o))]
    if small and len(small) == len(outlines):
        found.outlines.append(Outline(tuple(point for o in small for point in o), solid=solid))
    if stroke.value:
        for outline in outlines:
            found.rulings.extend(_straight(outline))
        return
    boxes = [_around(outline) for outline in outlines]
    thin = [box for box in boxes if min(box[2] - box[0], box[3] - box[1]) <= _THIN]
    found.rulings.extend(Ruling(*box) for box in thin)
    if len(boxes) == 2 and not thin and all(abs(a - b) <= _FRAME for a, b in zip(*boxes, strict=True)):
        found.rulings.extend(box_rulings(boxes[0]))


def _colour(item: Any, *, stroke: bool) -> tuple[int, int, int, int] | None:
    """Red, green, blue and opacity, 0 to 255 each; ``None`` where PDFium does not tell."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    get = pdfium.FPDFPageObj_GetStrokeColor if stroke else pdfium.FPDFPageObj_GetFillColor
    return (red.value, green.value, blue.value, alpha.value) if get(item, red, green, blue, alpha) else None


def _is_small(box: Box) -> bool:
    return box[2] - box[0] <= _TICK and box[3] - box[1] <= _TICK


def _outlines(item: Any, matrix: Matrix, budget: Budget) -> list[list[tuple[float, float]]]:
    """The polygons of a path; curves count by their ends."""
    outlines: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(max(pdfium.FPDFPath_CountSegments(item), 0)):
        budget.add_mark()
        segment = pdfium.FPDFPath_GetPathSegment(item, number)
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = matrix.point(x.value, y.value)
        if not (abs(point[0]) <= LARGEST and abs(point[1]) <= LARGEST):
            continue
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO or not outlines:
            outlines.append([point])
        else:
            outlines[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            outlines[-1].append(outlines[-1][0])
    return outlines


def _straight(outline: list[tuple[float, float]]) -> Iterator[Ruling]:
    for (x1, y1), (x2, y2) in pairwise(outline):
        if abs(x1 - x2) <= _STRAIGHT or abs(y1 - y2) <= _STRAIGHT:
            yield Ruling(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _around(outline: list[tuple[float, float]]) -> Box:
    xs, ys = zip(*outline, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
