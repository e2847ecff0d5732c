"""What a file holds beside the text of its pages, or says of it: told, as nobody who reads the pages would know."""

from __future__ import annotations

from govreply.blocks import ATTACHMENT, RECOGNISED_PAGES, WATERMARK
from govreply.grammar.draft import Draft
from govreply.span import Span

_NOWHERE = Span(0, 0)


def tell(draft: Draft) -> None:
    """One diagnostic for the pages whose text was recognised, for each attachment and for each watermark."""
    for meta in draft.document.meta:
        if meta.name == RECOGNISED_PAGES:
            draft.diagnose("text-recognised", _NOWHERE, None, meta.value.text)
        elif meta.name == ATTACHMENT:
            draft.diagnose("attachment-not-opened", _NOWHERE, None, meta.value.text)
        elif meta.name == WATERMARK:
            draft.diagnose("watermark-left-out", _NOWHERE, None, meta.value.text)
