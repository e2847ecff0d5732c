"""The text of the letter breaks off before its last full stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the last words."""
    ending = reply.structure.ending
    if ending is None or (not ending.broken and reply.structure.plain):
        return
    yield Problem(
        span=ending.span,
        message=Bilingual(
            f"正文止于“{ending.text}”，{'话没有说完' if ending.broken else '没有句末标点'}",
            f"the text ends with “{ending.text}”, {'in mid-sentence' if ending.broken else 'without a full stop'}",
        ),
        severity=None if ending.broken else Severity.INFO,
        suggestion=Bilingual("与原件核对，补全文末", "compare the original and complete the end"),
    )


def violates() -> Iterable[Violates]:
    """Texts that break off."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(thanks=("最后，感谢您对我市水务工作的关",)), at="您对我市水务工作的关", note="感谢句中断")
    yield Violates(
        Letter(outlook=("下一步，我局将继续推进排水管网改造，加强日常管护和",), thanks=()),
        at="改造，加强日常管护和",
        note="末段止于“和”",
    )
    yield Violates(
        Letter(outlook=("下一步，我局将继续推进排水管网改造，年底前完成全部任务",), thanks=()),
        at="，年底前完成全部任务",
        severity=Severity.INFO,
        note="末段只缺句号，作提示",
    )


def passes() -> Iterable[Passes]:
    """Texts that end, with or without a full stop."""
    from govreply.testing import Letter, Passes
    from govreply.testing.surface import Cut, Surface

    yield Passes(Letter(), note="句末标点完整")
    yield Passes(Letter(thanks=("感谢您对我市水务工作的关心和支持",)), note="感谢句说完而未加句号")
    yield Passes(Letter(thanks=("专此答复",)), note="专此答复之后无标点")
    long = (
        "下一步，我局将继续推进排水管网改造，加强日常管护，对重点路段每季度检测一次并通报检测结果，"
        "发现淤塞及时清理，所需经费列入年度部门预算。",
    )
    yield Passes(
        Letter(outlook=long, thanks=(), surface=Surface(cuts=(Cut(paragraph=0, at=560),))), note="分页断段，下文仍在"
    )


RULE = Rule(
    name="text-truncated",
    code="STR017",
    family="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("正文截断", "Text breaks off"),
    explanation=Explanation(
        contradiction=Bilingual(
            "正文最后一段没有说完就结束；只缺句末标点的，作提示。",
            "The last paragraph ends in mid-sentence; where only the full stop is missing it is a hint.",
        ),
        importance=Bilingual("文本被截断，后面可能还有内容。", "The text was cut off, and more may have followed."),
        silent=(
            Bilingual(
                "感谢句、专此答复说完而未加句号", "thanks and courtesies that are complete but for the full stop"
            ),
            Bilingual("分页断段而下文仍在", "paragraphs cut by a page break whose rest follows"),
            Bilingual("以表格、标题结束的正文", "texts that end in a table or heading"),
        ),
        grounds=Bilingual("完整性要求", "Completeness"),
    ),
    needs=("structure.ending",),
    check=check,
    violates=violates,
    passes=passes,
)
