"""The readers by media type; a new format is one file beside this one and its reader here.

Each is loaded when the first document of its format comes: the libraries behind them take longer to load than a letter takes
to read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from govreply.blocks import Block, Meta
from govreply.readers import sniff
from govreply.readers.budget import Budget
from govreply.readers.laid_out import LaidOut

Reader = Callable[[str, Budget], tuple[list[Block], list[Meta]]]
FileReader = Callable[[bytes, Budget], LaidOut]


def _markdown(text: str, budget: Budget) -> tuple[list[Block], list[Meta]]:
    from govreply.readers.markdown import read_markdown

    return read_markdown(text, budget)


def _text(text: str, budget: Budget) -> tuple[list[Block], list[Meta]]:
    from govreply.readers.text import read_text

    return read_text(text, budget)


def _html(text: str, budget: Budget) -> tuple[list[Block], list[Meta]]:
    from govreply.readers.html import read_html

    return read_html(text, budget)


def _docx(data: bytes, budget: Budget) -> LaidOut:
    from govreply.readers.docx import read_docx

    return read_docx(data, budget)


def _ofd(data: bytes, budget: Budget) -> LaidOut:
    from govreply.readers.ofd import read_ofd

    return read_ofd(data, budget)


def _legacy(data: bytes, budget: Budget) -> LaidOut:
    from govreply.readers.legacy import read_legacy

    return read_legacy(data, budget)


def _pdf(data: bytes, budget: Budget) -> LaidOut:
    from govreply.readers.pdf import read_pdf

    return read_pdf(data, budget)


READERS: Mapping[str, Reader] = {sniff.MARKDOWN: _markdown, sniff.PLAIN: _text, sniff.HTML: _html}

FILE_READERS: Mapping[str, FileReader] = {sniff.DOCX: _docx, sniff.OFD: _ofd, sniff.DOC: _legacy, sniff.PDF: _pdf}
