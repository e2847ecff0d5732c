"""The year of a document number in the text stands in other brackets than 〔〕."""

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
    """One problem for each number."""
    for one in of_kind(reply, IrregularityKind.YEAR_BRACKET):
        yield Problem(
            span=one.span,
            message=Bilingual(
                f"文号的年份写作“{one.text}”，应为“{one.expected}”",
                f"the year of the document number is written “{one.text}” instead of “{one.expected}”",
            ),
            fix=fix_of(one),
        )


def violates() -> Iterable[Violates]:
    """Numbers in other brackets."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(sections=saying("去年以武水函[2022]4号文答复了同一问题。")), at="[2022]", note="方括号")
    yield Violates(Letter(sections=saying("去年以武水函【2022】4号文答复了同一问题。")), at="【2022】", note="方头括号")
    yield Violates(Letter(sections=saying("去年以武水函（2022）4号文答复了同一问题。")), at="（2022）", note="圆括号")


def passes() -> Iterable[Passes]:
    """Numbers of other kinds."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=saying("去年以武水函〔2022〕4号文答复了同一问题。")), note="六角括号")
    yield Passes(Letter(sections=saying("去年以武水函﹝2022﹞4号文答复了同一问题。")), note="小六角括号可归一")
    yield Passes(Letter(sections=saying("依据武水函[2008]4号文，划定养护范围。")), note="2012年以前的文号")
    yield Passes(Letter(sections=saying("参照（2019）鄂01民终1234号判决，责任由产权单位承担。")), note="法院案号")
    yield Passes(Letter(document_number="武水函[2023]21号"), note="本件发文字号由“发文字号格式不规范”报")


RULE = Rule(
    name="six-bracket-lookalike",
    code="TYP006",
    family="typography",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("六角括号被误识", "Other brackets for 〔〕 in a number"),
    explanation=Explanation(
        contradiction=Bilingual(
            "正文所写文号的年份用了方括号、方头括号或圆括号。",
            "The year of a document number in the text stands in [ ], 【 】 or ( ) instead of 〔〕.",
        ),
        importance=Bilingual(
            "文号是查文件的依据，写法不一就查不到。",
            "Documents are found by their numbers, and other writings find nothing.",
        ),
        silent=(
            Bilingual(
                "本件发文字号和书名号后的文号，另有规则",
                "the letter's own number and numbers behind a title, of which other rules speak",
            ),
            Bilingual("小六角括号﹝﹞", "small hexagonal brackets ﹝﹞"),
            Bilingual("2012年以前的文号、法院案号", "numbers from before 2012 and those of court cases"),
            Bilingual("整篇半角的转存件", "copies that are half-width throughout"),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.2.5条", "GB/T 9704-2012, clause 7.2.5"),
    ),
    needs=("irregularities",),
    yields_to=(
        "document-number-form",
        "cited-number-form",
    ),
    check=check,
    violates=violates,
    passes=passes,
)
