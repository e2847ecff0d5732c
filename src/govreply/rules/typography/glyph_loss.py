"""A unit has lost its number, or brackets hold nothing: 投资万元, （）."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import IrregularityKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.typography._places import of_kind, saying

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each gap."""
    for one in of_kind(reply, IrregularityKind.GLYPH):
        yield Problem(
            span=one.span,
            message=Bilingual(
                f"“{one.text}”处疑有字形丢失（数字或括号里的字）",
                f"glyphs seem to be lost at “{one.text}” (a number, or what stood between the signs)",
            ),
            suggestion=Bilingual("查原件补上", "complete it from the original"),
        )


def violates() -> Iterable[Violates]:
    """Gaps."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(sections=saying("截至年月，中心城区管网普查基本结束。")), at="年月", note="年月缺数字")
    yield Violates(Letter(sections=saying("今年各责任单位共完成件，群众反映良好。")), at="件", note="量词前缺数字")
    yield Violates(Letter(sections=saying("项目总长10公里，估算投资万元，年内开工。")), at="万元", note="金额缺数字")
    yield Violates(Letter(sections=saying("建立排水管网信息台账（），逐项落实管护责任。")), at="（）", note="空括号")


def passes() -> Iterable[Passes]:
    """Units without numbers that are right."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(sections=saying("引进投资亿元以上项目3个，管网改造优先安排。")), note="亿元以上项目")
    yield Passes(Letter(sections=saying("到年底，改造任务全部完成，新增面积可观。")), note="到年底")
    yield Passes(Letter(sections=saying("实行一户一表，逐件完成，完成件数每周公布。")), note="件数")
    yield Passes(Letter(form=Form(place_label="见面地点（）")), note="表格里的空格")


RULE = Rule(
    name="glyph-loss",
    code="TYP010",
    family="typography",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("字形丢失", "Lost glyphs"),
    explanation=Explanation(
        contradiction=Bilingual(
            "该有数字的地方没有数字（截至年月、完成件、投资万元），或括号、引号里是空的。",
            "A number is missing where one belongs (截至年月, 完成件, 投资万元), or brackets and quotation marks hold nothing.",
        ),
        importance=Bilingual(
            "数据缺失，不能据以统计。",
            "Figures are lost and cannot be counted.",
        ),
        silent=(
            Bilingual(
                "亿元以上项目、完成件数等本来没有数字的说法",
                "wordings that need no number, such as 亿元以上项目 and 完成件数",
            ),
            Bilingual("表格里的空格和待填的括号", "empty cells, and brackets to be filled in"),
            Bilingual("只有单位而意思完整的句子", "sentences whose sense is whole without a number"),
        ),
        grounds=Bilingual("检索转存的常见损失", "Losses of copying from databases"),
    ),
    needs=("irregularities",),
    check=check,
    violates=violates,
    passes=passes,
)
