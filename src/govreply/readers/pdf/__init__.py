"""PDF (ISO 32000) with a text layer, read by PDFium."""

from __future__ import annotations

from govreply.readers.budget import Budget
from govreply.readers.laid_out import LaidOut


def read_pdf(data: bytes, budget: Budget) -> LaidOut:
    """The text of a PDF file, laid out, with page and box of each of its lines.

    Raises:
        UnreadableError: for files behind a password, damaged ones, ones whose pages are images or whose fonts do not tell
            what their signs mean (``needs-ocr``), and passed limits.
    """
    # PDFium is some megabytes of native code; only who reads a PDF loads it
    from govreply.readers.pdf.reader import read_file

    return read_file(data, budget)
