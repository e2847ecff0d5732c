"""Marks on the paper that say who may see it: secrecy, copy number, internal use."""

from __future__ import annotations

from attrs import frozen

from govreply.model.texts import Text
from govreply.model.words import PaperMarkKind


@frozen(kw_only=True)
class PaperMark(Text):
    """A mark on a line of its own, or in brackets at the end of the title (机密★10年, 000017, 征求意见稿)."""

    kind: PaperMarkKind
