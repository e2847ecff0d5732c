"""An advertisement or pinyin stands in the middle of a paragraph."""

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
    """One problem for each place; only ``info`` in a copy that is half-width throughout."""
    for one in of_kind(reply, IrregularityKind.FOREIGN):
        yield Problem(
            span=one.span,
            severity=severity_of(one),
            message=Bilingual(
                f"段中插入的“{one.text}”不是答复的内容", f"“{one.text}” in the paragraph is no part of the reply"
            ),
            suggestion=Bilingual("删去，并核对原文有无缺字", "remove it, and see whether it displaced any words"),
        )


def violates() -> Iterable[Violates]:
    """Inserted text."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=saying("市水务局完成管网普查，点击此处查看建立排水管网信息台账。")),
        at="点击此处查看",
        note="段中夹网页用语",
    )
    yield Violates(
        Letter(sections=saying("市水务局建立巡查制度，加微信psgw12345落实管护责任单位。")),
        at="加微信psgw12345",
        note="段中夹广告词",
    )
    yield Violates(
        Letter(sections=saying("市水务局建立日常xúnchá制度，落实管护责任单位。")), at="xúnchá", note="段中夹拼音"
    )


def passes() -> Iterable[Passes]:
    """Foreign words that belong there."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(sections=saying("引入SCADA系统和GIS平台，与世界银行（World Bank）合作。")), note="英文缩写、外文机构"
    )
    yield Passes(Letter(sections=saying("生僻地名垚（yáo）沟片区的管网已完成改造。")), note="括注读音")
    yield Passes(
        Letter(sections=saying("市民可登录“武汉水务”网站点击此处查看进度的按钮，也可在微信公众号扫码报修。")),
        note="办事渠道",
    )
    yield Passes(Letter(sections=saying("整治户外广告，依法查处违法广告的线索已移交。")), note="正文所谈的广告")


RULE = Rule(
    name="foreign-text-inserted",
    code="TYP008",
    family="typography",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("插入异文", "Text that does not belong to the letter"),
    explanation=Explanation(
        contradiction=Bilingual(
            "段落中间夹有广告、网页用语或拼音。",
            "An advertisement, words of a web page or pinyin stand in the middle of a paragraph.",
        ),
        importance=Bilingual(
            "网页转存时混入，往往挤掉了原来的词句。",
            "They come from the page that was copied and often displace the words of the letter.",
        ),
        silent=(
            Bilingual("英文缩写、外文机构名称", "foreign abbreviations and names"),
            Bilingual("括注的读音", "pronunciation in brackets"),
            Bilingual("正文介绍的办事渠道、公众号", "channels of service that the letter tells of"),
            Bilingual("正文以外的菜单、页脚", "menus and footers around the letter"),
        ),
        grounds=Bilingual("网页转存的常见差错", "Slips of copying from web pages"),
    ),
    needs=("irregularities",),
    check=check,
    violates=violates,
    passes=passes,
)
