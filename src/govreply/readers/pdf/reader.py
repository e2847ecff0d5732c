"""From the bytes of a PDF file to pages, and from them to the laid-out text."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock
from typing import Any

import attrs
import pypdfium2
import pypdfium2.raw as pdfium

from govreply.errors import Cause, UnreadableError
from govreply.readers.budget import Budget
from govreply.readers.laid_out import LaidOut
from govreply.readers.paging import Page, lay_out_pages
from govreply.readers.paging.boxes import drawn_boxes
from govreply.readers.paging.page import Points
from govreply.readers.paging.scans import Sheet, check_text_layer
from govreply.readers.pdf.characters import characters_of
from govreply.readers.pdf.drawings import drawings_of
from govreply.readers.pdf.geometry import LARGEST, Matrix

_END = b"%%EOF"
_END_WITHIN = 4096  # junk of web servers and signatures may stand behind the end
_ONE_AT_A_TIME = Lock()  # PDFium is not thread-safe


def read_file(data: bytes, budget: Budget) -> LaidOut:
    """See :func:`govreply.readers.pdf.read_pdf`."""
    if _END not in data[-_END_WITHIN:]:
        # PDFium mends what it can of such a file; half of a letter must not pass for the whole
        raise UnreadableError(budget.name, Cause.CORRUPT, "PDF file without its end")
    with _ONE_AT_A_TIME:
        document = _open(data, budget)
        try:
            if document.get_formtype() != pdfium.FORMTYPE_NONE:
                document.init_forms()  # draws the values of fields that come without an appearance
            sheets = list(_sheets(document, budget))
        finally:
            document.close()
    pages = check_text_layer(sheets, budget)
    return lay_out_pages(pages, budget)


def _open(data: bytes, budget: Budget) -> Any:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise UnreadableError(budget.name, Cause.ENCRYPTED, "PDF file behind a password") from error
        raise UnreadableError(budget.name, Cause.CORRUPT, f"PDF file: {error}") from error
    count = len(document)
    if count == 0:
        document.close()
        raise UnreadableError(budget.name, Cause.CORRUPT, "PDF file without pages")
    try:
        budget.check_pages(count)
    except UnreadableError:
        document.close()
        raise
    return document


def _sheets(document: Any, budget: Budget) -> Iterator[Sheet]:
    points = Points()
    for number in range(1, len(document) + 1):
        try:
            page = _flat(document, number - 1)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(budget.name, Cause.CORRUPT, f"PDF file: page {number} cannot be read") from error
        try:
            yield _sheet(page, number, points, budget)
        finally:
            page.close()


def _flat(document: Any, index: int) -> Any:
    """A page with what its form fields and annotations show made part of its content."""
    page = document[index]
    if pdfium.FPDFPage_GetAnnotCount(page.raw) < 1:
        return page
    flattened = pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    if flattened != pdfium.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[index]


def _sheet(page: Any, number: int, points: Points, budget: Budget) -> Sheet:
    left, bottom, right, top = page.get_bbox()
    rotation = page.get_rotation()
    screen = Matrix.to_screen((left, bottom, right, top), rotation)
    width, height = (right - left, top - bottom) if rotation in (0, 180) else (top - bottom, right - left)
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):  # not a number compares as false
        raise UnreadableError(budget.name, Cause.CORRUPT, f"PDF file: page {number} has no size")
    drawings = drawings_of(page, screen, budget)
    characters = characters_of(page, screen, (width, height), (*drawings.areas, *drawings.images), points, budget)
    glyphs = (*characters.seen, *drawn_boxes(drawings.outlines, characters.seen))
    drawn = Page(number, width, height, glyphs, drawings.rulings, drawings.images)
    mute = 0 if characters.seen or characters.unseen else drawings.texts
    return Sheet(drawn, attrs.evolve(drawn, glyphs=characters.unseen), characters.lost, mute)
