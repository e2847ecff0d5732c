"""A letter or 〇 stands among the digits of a number: 2O23年."""

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
    """One problem for each number."""
    for one in of_kind(reply, IrregularityKind.DIGIT):
        yield Problem(
            span=one.span,
            severity=severity_of(one),
            message=Bilingual(
                f"数字“{one.text}”里混有形近的字母或汉字，应为“{one.expected}”",
                f"the number “{one.text}” holds a sign that only looks like a digit; it should read “{one.expected}”",
            ),
            suggestion=Bilingual(f"核对后改为“{one.expected}”", f"look it up and write “{one.expected}”"),
        )


def violates() -> Iterable[Violates]:
    """Letters among digits."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(sections=saying("截至2O23年5月，已完成36个小区改造。")), at="2O23", note="年份里的0写成字母O")
    yield Violates(Letter(sections=saying("截至2023年5月，已完成3O个小区改造。")), at="3O", note="数量里的0写成字母O")
    yield Violates(
        Letter(sections=saying("您去年提出的第2O220084号提案涉及同一片区。")), at="2O220084", note="编号里的0写成字母O"
    )
    yield Violates(
        Letter(sections=saying("截至20l9年5月，已完成36个小区改造。")), at="20l9", note="年份里的1写成小写字母l"
    )


def passes() -> Iterable[Passes]:
    """Names with letters and digits."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(sections=saying("碳排放以CO2计，推广O2O模式和5G应用，参照C40城市做法。")), note="CO2、O2O、5G、C40"
    )
    yield Passes(Letter(sections=saying("防控H7N9疫情期间，编制iGDP指标报告。")), note="H7N9、iGDP")
    yield Passes(Letter(sections=saying("清运车辆鄂A1O23挂、鄂AL0123号已接入平台。")), note="车牌")
    yield Passes(Letter(sections=saying("二〇二三年五月启动，二○二四年完成。")), note="汉字年份里的〇")
    yield Passes(Letter(sections=saying("改造G107国道、S12线两侧管网，建成4S店1家。")), note="道路编号与习用语")


RULE = Rule(
    name="ocr-digit-lookalike",
    code="TYP004",
    family="typography",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("数字形近字", "Letter in the place of a digit"),
    explanation=Explanation(
        contradiction=Bilingual(
            "年份、编号或数量的数字里混有字母O、o、l、I或汉字〇。",
            "A year, number or quantity holds the letter O, o, l or I or the character 〇 among its digits.",
        ),
        importance=Bilingual(
            "看上去一样，检索、统计和比对却都对不上。",
            "It looks the same, but searches, sums and comparisons fail.",
        ),
        silent=(
            Bilingual("CO₂、O2O、iGDP、C40、H7N9、5G等名称", "names such as CO₂, O2O, iGDP, C40, H7N9 and 5G"),
            Bilingual("车牌、道路和设备型号", "plates, roads and models"),
            Bilingual("汉字数字中的〇", "〇 in Chinese numerals"),
        ),
        grounds=Bilingual("扫描识别和转存的常见差错", "Slips of text recognition and of conversion"),
    ),
    needs=("irregularities",),
    check=check,
    violates=violates,
    passes=passes,
)
