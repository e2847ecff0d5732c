"""What every format made of pages needs: from characters with positions to lines, paragraphs, tables and furniture.

A reader of such a format (PDF, OFD, one day the recognised text of a scan) fills :class:`Page` objects and hands them to
:func:`lay_out_pages`; it knows nothing of lines or paragraphs itself.
"""

from __future__ import annotations

from govreply.readers.paging.assemble import lay_out_pages
from govreply.readers.paging.page import Glyph, Page, Ruling, box_rulings

__all__ = ["Glyph", "Page", "Ruling", "box_rulings", "lay_out_pages"]
