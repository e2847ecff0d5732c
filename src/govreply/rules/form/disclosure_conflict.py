"""The proposer does not want the reply disclosed and it is public, or two disclosure marks differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import DisclosureValue, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem at the form's answer and one at the second mark."""
    mark = reply.disclosure
    refusal = reply.structure.refusal
    is_public = mark.value is DisclosureValue.PUBLIC if mark is not None else reply.published
    if refusal is not None and is_public:
        shown = f"标注“{mark.text}”" if mark is not None else "已公开发布"
        yield Problem(
            span=refusal.span,
            message=Bilingual(
                f"提出者选“{refusal.text}”，答复却{shown}",
                f"the proposer ticked “{refusal.text}”, but the reply is "
                + (f"marked “{mark.text}”" if mark is not None else "published"),
            ),
            related=(Place(span=mark.span, label=Bilingual("公开属性", "disclosure mark")),)
            if mark is not None
            else (),
            suggestion=Bilingual(
                "核实提出者意见；确不同意的，撤下或改为不公开",
                "ask the proposer; if so, withdraw it or change the mark",
            ),
        )
    second = reply.structure.second_disclosure
    if second is not None and mark is not None:
        yield Problem(
            span=second.span,
            message=Bilingual(
                f"公开属性一处为“{mark.text}”，一处为“{second.text}”",
                f"one disclosure mark says “{mark.text}”, another “{second.text}”",
            ),
            related=(Place(span=mark.span, label=Bilingual("另一处公开属性", "other disclosure mark")),),
            suggestion=Bilingual("核对后统一", "find out which holds"),
        )


def violates() -> Iterable[Violates]:
    """Disclosure against the proposer's will, and marks that differ."""
    from govreply.testing import Form, Format, Letter, Violates

    refused = Form().ticking("答复公开", "不同意公开")
    yield Violates(
        Letter(form=refused, disclosure="此件公开发布"),
        at="不同意公开",
        related=("（此件公开发布）",),
        note="勾不同意公开，文末此件公开发布",
    )
    yield Violates(Letter(form=refused), at="不同意公开", note="勾不同意公开，却在网上公开", format=Format.HTML)
    yield Violates(
        Letter(disclosure="此件公开发布", metadata=(("公开方式", "依申请公开"), ("发布机构", "武汉市水务局"))),
        at="依申请公开",
        related=("（此件公开发布）",),
        note="文末与页面元数据两种公开属性",
    )


def passes() -> Iterable[Passes]:
    """Marks that keep within the proposer's will."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(form=Form(), disclosure="此件公开发布"), note="同意公开，公开发布")
    yield Passes(Letter(form=Form(), disclosure="此件依申请公开"), note="同意公开而机关定依申请公开，可以更严")
    yield Passes(
        Letter(form=Form().ticking("答复公开", "不同意公开"), disclosure="此件不予公开"), note="不同意公开，不予公开"
    )
    yield Passes(
        Letter(disclosure="此件公开发布", metadata=(("公开方式", "主动公开"), ("发布机构", "武汉市水务局"))),
        note="两处写法不同而意思相同",
    )


RULE = Rule(
    name="disclosure-conflict",
    code="FRM012",
    family="form",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("公开意见矛盾", "Disclosure contradicted"),
    explanation=Explanation(
        contradiction=Bilingual(
            "提出者勾了不同意公开，答复却标注公开或已在网上公开；或者一件上有两种公开属性。",
            "The proposer ticked against disclosure and the reply is marked public or published; or two marks differ.",
        ),
        importance=Bilingual(
            "违背提出者意愿公开，撤回也难。", "It was disclosed against the proposer's will, and that is hard to undo."
        ),
        silent=(
            Bilingual("同意公开而机关定依申请公开或不予公开，可以更严", "an organ that is stricter than the proposer"),
            Bilingual("两处写法不同而意思相同", "two wordings of one meaning"),
            Bilingual("公开意见一栏多勾或未勾的", "forms with two ticks or none at that question"),
        ),
        grounds=Bilingual(
            "国办发〔2014〕46号；粤府办〔2015〕9号", "State Council Office 2014 No. 46; Guangdong 2015 No. 9"
        ),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
