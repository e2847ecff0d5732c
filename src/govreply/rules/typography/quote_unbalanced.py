"""A quotation mark “ ” or ‘ ’ has no partner."""

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
    """One problem for each mark; only ``info`` in a copy that lost signs throughout."""
    for one in of_kind(reply, IrregularityKind.QUOTE):
        yield Problem(
            span=one.span,
            severity=severity_of(one),
            message=Bilingual(
                f"引号“{one.text}”没有配对的“{one.expected}”", f"the quotation mark {one.text} lacks its {one.expected}"
            ),
            suggestion=Bilingual("补全引号", "complete the quotation marks"),
        )


def violates() -> Iterable[Violates]:
    """Quotation marks without a partner."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(sections=saying("我局围绕“双碳目标，逐项落实管护责任。")), at="“", note="只有前引号")
    yield Violates(Letter(sections=saying("我局围绕双碳”目标，逐项落实管护责任。")), at="”", note="只有后引号")
    yield Violates(Letter(sections=saying("推行“一点一策‘的做法”，逐项落实管护责任。")), at="‘", note="单引号只有前半")
    yield Violates(
        Letter(sections=saying("我局围绕“双碳“目标，逐项落实管护责任。")), at="“", note="两个都写成前引号，后一个错"
    )


def passes() -> Iterable[Passes]:
    """Quotation marks in order."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(
            sections=saying(
                "“汛前检查逐点落实，责任到人。", "“汛中值守不断档，险情及时处置。", "“汛后复盘补短板，形成长效机制。”"
            )
        ),
        note="跨段续引：每段开头重复前引号，末段才有后引号",
    )
    yield Passes(
        Letter(sections=saying("居民反映：“每逢下雨院里就积水。", "改造以后再也没有积过水。”")), note="引文跨段结束"
    )
    yield Passes(Letter(sections=saying("更换12”阀门3个、8”阀门5个，同步改造管网。")), note="英寸")
    yield Passes(Letter(sections=saying("推广Let’s Clean行动，逐项落实管护责任。")), note="撇号")
    yield Passes(Letter(sections=saying("推行“‘一点一策’整治”，逐项落实管护责任。")), note="引号套用")
    yield Passes(
        Letter(sections=saying('围绕"双碳"目标和“海绵城市"建设，逐项落实。')), note="直引号分不出前后，不作判断"
    )


RULE = Rule(
    name="quote-unbalanced",
    code="TYP002",
    family="typography",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("引号不配对", "Quotation mark without a partner"),
    explanation=Explanation(
        contradiction=Bilingual(
            "双引号或单引号只有前半或只有后半。",
            "A quotation mark “ ” or ‘ ’ stands without its partner.",
        ),
        importance=Bilingual(
            "引语到哪里为止看不出来。",
            "Nobody can tell where the quotation ends.",
        ),
        silent=(
            Bilingual(
                "跨段引文：每段开头重复前引号，末段才闭合",
                "quotations that run over paragraphs, each of which begins with the mark",
            ),
            Bilingual("英寸和撇号", "inches and apostrophes"),
            Bilingual("直引号", "straight quotes, which have no sides"),
            Bilingual(
                "识别或转存中普遍丢失符号的件：降为提示",
                "copies that lost signs throughout: there it is only mentioned (info)",
            ),
        ),
        grounds=Bilingual("GB/T 15834-2011 标点符号用法", "GB/T 15834-2011, on punctuation"),
    ),
    needs=("irregularities",),
    check=check,
    violates=violates,
    passes=passes,
)
