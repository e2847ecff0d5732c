"""A bracket （ ） or 〔 〕 has no partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import IrregularityKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.typography._places import of_kind, saying, severity_of

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each bracket; only ``info`` among contacts and in a copy that lost signs throughout."""
    for one in of_kind(reply, IrregularityKind.BRACKET):
        yield Problem(
            span=one.span,
            severity=severity_of(one),
            message=Bilingual(
                f"括号“{one.text}”没有配对的“{one.expected}”", f"the bracket {one.text} lacks its {one.expected}"
            ),
            suggestion=Bilingual("补全括号", "complete the brackets"),
        )


def violates() -> Iterable[Violates]:
    """Brackets without a partner."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=saying("建立排水管网信息台账（以下简称台账，逐项落实管护责任。")), at="（", note="只有前括号"
    )
    yield Violates(
        Letter(sections=saying("建立排水管网信息台账以下简称台账），逐项落实管护责任。")), at="）", note="只有后括号"
    )
    yield Violates(
        Letter(sections=saying("执行《排水管理办法》（武水规〔2022）6号），落实责任。")),
        at="）",
        note="六角括号与圆括号错配",
    )
    yield Violates(
        Letter(
            contacts=(),
            attachments=(),
            disclosure=None,
            date="2023年6月12日\n\n（联系人：方晓岚，联系电话：027-85550136",
        ),
        at="（",
        note="联系方式括号不闭，只作提示",
        severity=Severity.INFO,
    )
    yield Violates(
        Letter(sections=saying("明确由分管负责人牵头。建立排水管网信息台账（含地下管线，逐项落实责任。")),
        at="（",
        note="句中提到负责人，不是联系方式",
    )


def passes() -> Iterable[Passes]:
    """Brackets in order."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=saying("1）摸清底数；2）分类改造；3）健全机制。")), note="序号1）")
    yield Passes(Letter(sections=saying("主要做法：a）普查；b）改造；c）管护。")), note="字母序号")
    yield Passes(Letter(sections=saying("推进改造（含支管（接户管）和检查井）工作。")), note="括号套用")
    yield Passes(Letter(sections=saying("入户率在[80,90)区间的小区优先安排改造。")), note="数学区间")
    yield Passes(Letter(sections=saying("健全管护机制(含责任清单），逐项落实。")), note="半角与全角混用但成对")


RULE = Rule(
    name="bracket-unbalanced",
    code="TYP003",
    family="typography",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("括号不配对", "Bracket without a partner"),
    explanation=Explanation(
        contradiction=Bilingual(
            "圆括号或六角括号只有一半，或前后两半不是一种。",
            "A round or hexagonal bracket stands without its partner, or the two halves differ in kind.",
        ),
        importance=Bilingual(
            "补充的话到哪里为止看不出来；文号的括号残缺则查不到文件。",
            "Nobody can tell where the addition ends; a number with half its brackets finds no document.",
        ),
        silent=(
            Bilingual("序号 1）、a）", "ordinals such as 1） and a）"),
            Bilingual("数学区间", "intervals of mathematics"),
            Bilingual("联系方式的括号不闭：降为提示", "unclosed brackets among contacts: only mentioned (info)"),
            Bilingual(
                "识别或转存中普遍丢失符号的件：降为提示", "copies that lost signs throughout: only mentioned (info)"
            ),
        ),
        grounds=Bilingual("GB/T 15834-2011 标点符号用法", "GB/T 15834-2011, on punctuation"),
    ),
    needs=("irregularities",),
    check=check,
    violates=violates,
    passes=passes,
)
