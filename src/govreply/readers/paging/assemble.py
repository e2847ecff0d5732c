"""From pages to the laid-out text: lines, tables, furniture and paragraphs, each with its places."""

from __future__ import annotations

from collections.abc import Iterable

from govreply.readers.budget import Budget
from govreply.readers.laid_out import LaidOut
from govreply.readers.paging.page import Page


def lay_out_pages(pages: Iterable[Page], budget: Budget) -> LaidOut:
    """The text, places and blocks of `pages`, which come in order.

    Running heads, feet and page numbers stand at the end of the text, told by ``Story.HEADER`` and ``Story.FOOTER`` and, on
    their lines, by ``inside`` (``header``, ``footer``). A paragraph is one line, also over pages; a table with ruled cells is
    a :class:`~govreply.blocks.Table`; cells without rules are lines with tabs.

    Raises:
        UnreadableError: where a limit is passed.
    """
    raise NotImplementedError
