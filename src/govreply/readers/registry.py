"""The readers by media type; a new format is one file beside this one and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from govreply.blocks import Block, Meta
from govreply.readers import sniff
from govreply.readers.budget import Budget
from govreply.readers.docx import read_docx
from govreply.readers.html import read_html
from govreply.readers.laid_out import LaidOut
from govreply.readers.legacy import read_legacy
from govreply.readers.markdown import read_markdown
from govreply.readers.ofd import read_ofd
from govreply.readers.pdf import read_pdf
from govreply.readers.text import read_text

Reader = Callable[[str, Budget], tuple[list[Block], list[Meta]]]
FileReader = Callable[[bytes, Budget], LaidOut]

READERS: Mapping[str, Reader] = {
    sniff.MARKDOWN: read_markdown,
    sniff.PLAIN: read_text,
    sniff.HTML: read_html,
}

FILE_READERS: Mapping[str, FileReader] = {
    sniff.DOCX: read_docx,
    sniff.OFD: read_ofd,
    sniff.DOC: read_legacy,
    sniff.PDF: read_pdf,
}
