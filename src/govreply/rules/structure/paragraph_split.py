"""Paragraphs are cut in the middle of a sentence, mostly by a page break of the original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates

_JOINED = "paragraph-joined"


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the first cut; the others are related places."""
    cuts = [d for d in reply.diagnostics if d.code == _JOINED]
    if not cuts:
        return
    shown = cuts[0].detail.replace("|", "／")
    yield Problem(
        span=cuts[0].span,
        message=Bilingual(
            f"句子中间断成两段（{shown}），全文{len(cuts)}处；解析时已接上",
            f"a sentence is cut into two paragraphs ({shown}), {len(cuts)} in all; they were joined for reading",
        ),
        related=tuple(Place(span=d.span, label=Bilingual("同样断开", "cut as well")) for d in cuts[1:]),
        suggestion=Bilingual("把断开的段落接上", "join the paragraphs"),
    )


def violates() -> Iterable[Violates]:
    """Letters cut by page breaks."""
    from govreply.testing import Violates

    yield Violates(_cut(""), at="保每季度检测一次", note="分页把“确／保每季度检测”断成两段")
    yield Violates(_cut("— 2 —"), at="保每季度检测一次", note="断处夹着页码")


def passes() -> Iterable[Passes]:
    """Paragraphs that are whole, and short lines that are no sentences."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(Letter(), note="段落完整")
    yield Passes(
        Letter(sections=(Part(heading="加快改造", parts=(Part(heading="摸清底数", paragraphs=("已完成普查。",)),)),)),
        note="标题行没有句末标点",
    )
    yield Passes(
        Letter(sections=(Part(heading="加快改造", markers=("1.", "2."), measures=("完善台账", "分类改造")),)),
        note="列表项没有句末标点",
    )


def _cut(page_line: str) -> Letter:
    from govreply.testing import Letter, Part
    from govreply.testing.surface import Cut, Surface

    text = (
        "市水务局建立日常巡查制度，落实管护责任单位，定期开展管网清淤检测，保障管网正常运行，对重点路段确保"
        "每季度检测一次并通报检测结果，发现淤塞及时清理，所需经费列入年度部门预算。"
    )
    return Letter(
        sections=(Part(heading="健全长效管护机制", paragraphs=(text,)),),
        surface=Surface(cuts=(Cut(paragraph=0, at=560, page_line=page_line),)),
    )


RULE = Rule(
    name="paragraph-split",
    code="STR016",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("分页断段", "Paragraph cut by a page break"),
    explanation=Explanation(
        contradiction=Bilingual(
            "一段没有句末标点就结束，下一段从词语中间开始。",
            "A paragraph ends without a full stop and the next begins in the middle of a sentence.",
        ),
        importance=Bilingual(
            "检索和引用会在断处失效；解析时已经接上，原文仍应改正。",
            "Search and quotation fail at the cut; it was joined for reading, but the source should be mended.",
        ),
        silent=(
            Bilingual("标题行", "headings"),
            Bilingual("列表项和以序号开头的段落", "list items and paragraphs that begin with a numeral"),
            Bilingual("没有句读的短行", "short lines without punctuation"),
        ),
        grounds=Bilingual("格式转换的痕迹", "Traces of conversion"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
