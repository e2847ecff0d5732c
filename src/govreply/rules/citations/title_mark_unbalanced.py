"""A title mark 《 or 》 has no partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import MarkFault, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each mark without a partner; only ``info`` in a copy that lost signs throughout."""
    for mark in reply.citing.marks:
        if mark.fault is MarkFault.NESTED:
            continue
        unclosed = mark.fault is MarkFault.UNCLOSED
        yield Problem(
            span=mark.mark,
            severity=Severity.INFO if reply.citing.damaged else None,
            message=Bilingual(
                f"“{mark.text}”处书名号缺{'后半' if unclosed else '前半'}",
                f"the title mark at “{mark.text}” is never {'closed' if unclosed else 'opened'}",
            ),
            suggestion=Bilingual("补全书名号", "complete the title marks"),
        )


def violates() -> Iterable[Violates]:
    """Title marks without a partner."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("按照《武汉市排水管理实施细则的要求，市水务局逐项落实管护责任。")),
        at="《",
        note="《…的要求，后半书名号缺失",
    )
    yield Violates(
        Letter(sections=_saying("我局认真执行武汉市排水管理实施细则》，逐项落实管护责任。")),
        at="》",
        note="前半书名号缺失",
    )
    yield Violates(
        Letter(
            sections=_saying(
                "按照《武汉市排水管理实施细则,市水务局落实管护责任,定期巡查,及时清淤,确保汛期管网畅通,雨后无积水."
            ),
            outlook=("下一步,我局继续推进改造,加强管护,巩固成效.",),
        ),
        at="《",
        severity=Severity.INFO,
        note="整篇半角、符号普遍丢失的网页转存件，只作提示",
    )


def passes() -> Iterable[Passes]:
    """Title marks in order."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(sections=_saying("按照《武汉市排水管理实施细则》的要求，逐项落实管护责任。")), note="书名号配对"
    )
    yield Passes(
        Letter(sections=_saying("市政府转发《关于印发〈排水管理实施细则〉的通知》，明确管护责任。")),
        note="内层用单书名号",
    )
    yield Passes(
        Letter(sections=_saying("市政府转发《关于印发《排水管理实施细则》的通知》，明确管护责任。")),
        note="内层误用双书名号而数目配对，由“书名号内层”提示",
    )
    yield Passes(Letter(sections=_saying("排水能力＞5立方米/秒的泵站逐一检修。")), note="数学符号")


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="健全管护制度", paragraphs=paragraphs),)


RULE = Rule(
    name="title-mark-unbalanced",
    code="CIT001",
    family="citations",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("书名号不配对", "Title mark without a partner"),
    explanation=Explanation(
        contradiction=Bilingual(
            "《与》不成对：只有前半或只有后半。", "A title mark 《 or 》 stands without its partner."
        ),
        importance=Bilingual("文件名到哪里为止看不出来，引用不完整。", "Nobody can tell where the title ends."),
        silent=(
            Bilingual("跨段、跨页而最终闭合的书名号", "marks that open in one paragraph and close in the next"),
            Bilingual("单书名号〈〉和数学符号", "single title marks 〈〉 and signs of mathematics"),
            Bilingual(
                "识别或转存中普遍丢失符号的件：降为提示",
                "copies that lost signs throughout: there it is only mentioned (info)",
            ),
        ),
        grounds=Bilingual("GB/T 15834-2011 标点符号用法", "GB/T 15834-2011, on punctuation"),
    ),
    needs=("citing.marks",),
    check=check,
    violates=violates,
    passes=passes,
)
