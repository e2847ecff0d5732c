"""Titles of cited documents: when two of them can name one document."""

from __future__ import annotations

import unicodedata

# longest first: 实施意见 is an 意见
_KINDS = (
    "条例",
    "办法",
    "规定",
    "细则",
    "规则",
    "规程",
    "方案",
    "意见",
    "规划",
    "计划",
    "指南",
    "导则",
    "标准",
    "通知",
    "决定",
    "纲要",
    "要点",
    "措施",
    "政策",
    "公告",
    "通报",
    "函",
)
_WRAPPERS = ("印发", "转发", "下发", "发布", "公布", "批转")
_SEVERAL = ("通知", "公告", "函", "批复", "令")
_STAGES = ("实施", "试行", "暂行", "工作", "若干", "指导", "管理")
_SIGNS = frozenset("《》〈〉<>“”‘’\"'")


def plain_title(title: str) -> str:
    """A title for comparing: no blanks, quotes and inner marks, one width of letters and digits."""
    text = unicodedata.normalize("NFKC", title)
    return "".join(c for c in text if not c.isspace() and c not in _SIGNS)


def kind_of_document(title: str) -> str | None:
    """The kind that a title ends in (方案, 意见), what stands in brackets behind it left out."""
    text = _head(title)
    return next((kind for kind in _KINDS if text.endswith(kind)), None)


def without_kind(title: str) -> str:
    """The title without its kind and the words that go with it (实施意见, 管理办法)."""
    text = _head(title)
    text = text.removesuffix(kind_of_document(title) or "").removeprefix("关于")
    while stage := next((stage for stage in _STAGES if text.endswith(stage)), None):
        text = text.removesuffix(stage)
    return text.rstrip("的")


def wraps_another(title: str) -> bool:
    """Whether it is a notice, which prints or forwards other documents under its own number."""
    text = _head(title)
    return text.endswith(_SEVERAL) or any(word in text for word in _WRAPPERS)


def abbreviates(short: str, full: str) -> bool:
    """Whether `short` is `full` without its beginning (排水管网养护 for 武汉市排水管网养护); single words are no names."""
    return len(short) >= 4 and full.endswith(short)


def _head(title: str) -> str:
    text = plain_title(title)
    bracket = text.rfind("(")
    return text[:bracket] if text.endswith(")") and bracket > 0 else text
