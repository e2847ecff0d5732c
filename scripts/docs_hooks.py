"""What MkDocs does to each page before it is rendered."""

from __future__ import annotations

import re
from typing import Any, Final

_CHINESE: Final = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”"
_WRAP: Final = re.compile(rf"(?<=[{_CHINESE}])\n *(?=[{_CHINESE}])")
_FENCED: Final = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)


def on_page_markdown(markdown: str, **_given: Any) -> str:
    """Join lines that were wrapped between Chinese characters: a browser would show a space there."""
    parts = _FENCED.split(markdown)
    return "".join(part if part.startswith("```") else _WRAP.sub("", part) for part in parts)
