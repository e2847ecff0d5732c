"""Half-width punctuation stands between Chinese characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import IrregularityKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.typography._places import fix_of, of_kind, saying

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each sign; a single one for a text that is half-width throughout."""
    for one in of_kind(reply, IrregularityKind.HALF_WIDTH):
        yield Problem(
            span=one.span,
            message=Bilingual(
                f"汉字之间用了半角“{one.text}”，应当用全角“{one.expected}”",
                f"half-width “{one.text}” between Chinese characters, which take “{one.expected}”",
            ),
            fix=fix_of(one),
        )
    for one in of_kind(reply, IrregularityKind.HALF_WIDTH_THROUGHOUT):
        yield Problem(
            span=one.span,
            message=Bilingual(
                f"全文用半角标点（此处“{one.text}”是第一处），多半是转存所致",
                f"half-width punctuation throughout (“{one.text}” here is the first), probably the work of a converter",
            ),
            suggestion=Bilingual("查原件的标点", "look at the punctuation of the original"),
        )


def violates() -> Iterable[Violates]:
    """Half-width signs."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=saying("我局,高度重视管网改造工作，逐项落实管护责任。")), at=",", note="汉字之间用半角逗号"
    )
    yield Violates(Letter(sections=saying("我局高度重视;逐项落实管护责任。")), at=";", note="汉字之间用半角分号")
    yield Violates(
        Letter(
            sections=saying(
                "按照《武汉市排水管理实施细则》的要求,市水务局落实管护责任,定期巡查,及时清淤,确保汛期管网畅通,雨后无积水."
            ),
            receipt="您提出的《关于加强老旧小区雨污分流改造的建议》收悉,现答复如下:",
            outlook=("下一步,我局继续推进改造,加强管护,巩固成效.",),
            thanks=("感谢您对水务工作的关心!",),
        ),
        at=",",
        note="整篇半角，只报一处",
    )


def passes() -> Iterable[Passes]:
    """Half-width signs that are right."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=saying("全市排水管网12,345公里，改造投入1,200.5万元。")), note="数字千分位")
    yield Passes(Letter(sections=saying("详情见 https://sww.example.cn/a,b?x=1 ，可随时查询。")), note="网址")
    yield Passes(Letter(sections=saying("引入SCADA, GIS等系统，执行GB/T 9704-2012标准。")), note="英文")
    yield Passes(Letter(sections=saying("每日8:30至17:00受理，堵漏比为3:1。")), note="时刻与比例")
    yield Passes(Letter(sections=saying("一是落实资金。(1)安排改造经费；(2)加强监管。")), note="半角括号的序号")


RULE = Rule(
    name="width-mix",
    code="TYP001",
    family="typography",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("全半角混用", "Half-width punctuation in Chinese text"),
    explanation=Explanation(
        contradiction=Bilingual(
            "汉字之间的逗号、分号、冒号、问号、叹号和括号用了半角。",
            "A half-width comma, semicolon, colon, question or exclamation mark or bracket stands between Chinese characters.",
        ),
        importance=Bilingual(
            "版面不齐，检索和比对时同一句话变成两句。",
            "It looks uneven, and the same sentence no longer equals itself in searches.",
        ),
        silent=(
            Bilingual("数字千分位、时刻、比例", "thousands, times of day and ratios"),
            Bilingual("网址、英文及其后的标点", "addresses of pages, and English with its punctuation"),
            Bilingual(
                "整篇半角的转存件，全文只报一处", "copies that are half-width throughout, which get one finding in all"
            ),
            Bilingual("半角括号的序号", "ordinals in half-width brackets"),
        ),
        grounds=Bilingual("GB/T 15834-2011 标点符号用法", "GB/T 15834-2011, on punctuation"),
    ),
    needs=("irregularities",),
    check=check,
    violates=violates,
    passes=passes,
)
