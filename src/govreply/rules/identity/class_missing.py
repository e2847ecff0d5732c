"""The place requires a class mark on each reply, and there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.items import said

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates

# opinions of co-handlers go to the lead and bear no class
_FOR_THE_LEAD = ("会办", "协办")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, where the mark belongs: at the number, else at the title."""
    if not context.profile.requires_class or reply.outcome.class_marks or reply.published:
        return
    if any(d.field == "disposition" for d in reply.diagnostics):
        return
    if (reply.title is not None and any(word in reply.title.text for word in _FOR_THE_LEAD)) or said(reply, "会办意见"):
        return
    place = reply.document_number or reply.title or reply.issuer
    if place is None:
        return
    title = context.profile.title
    yield Problem(
        span=place.span,
        message=Bilingual(
            f"{title}要求标注办理类别，全文没有",
            f"{context.profile.title_en or title} requires a class mark, and there is none",
        ),
        suggestion=Bilingual("按当地办法补标类别", "add the mark as the place's rules say"),
    )


def _county(**changes: object) -> Letter:
    from govreply.testing import Letter

    return Letter(
        issuer="佛坪县水利局",
        document_number="佛水函〔2023〕21号",
        assembly="县政协",
        number="17",
        copies=("县政协提案委",),
        disposition=None,
        contacts=(("联系人", "方晓岚"), ("联系电话", "0916-8550136")),
    ).but(**changes)


def violates() -> Iterable[Violates]:
    """Letters of a place that wants a mark."""
    from govreply.testing import Violates

    yield Violates(_county(), at="佛水函〔2023〕21号", note="当地要求首页标类别，全文没有")
    yield Violates(
        _county(document_number=None),
        at="对县政协十四届二次会议第17号提案的答复",
        note="没有文号，指向题名",
    )
    yield Violates(
        _county(
            issuer="淄博市博山区水利局",
            document_number="博水函〔2023〕21号",
            assembly="区政协",
            copies=("区政协提案委",),
            contacts=(("联系人", "方晓岚"), ("联系电话", "0533-8550136")),
        ),
        at="博水函〔2023〕21号",
        note="“博山区”以“山区”收尾，是区名",
    )


def passes() -> Iterable[Passes]:
    """Letters that bear a mark or need none."""
    from govreply.testing import Letter, Passes

    yield Passes(_county(disposition="B"), note="已标类别")
    yield Passes(
        Letter(
            assembly="全国政协",
            issuer="教育部",
            document_number="教提案〔2023〕21号",
            session=1,
            number="01836",
            disposition=None,
            copies=("全国政协提案委员会",),
        ),
        note="部委公开件",
    )
    yield Passes(_county(title="关于县政协十四届二次会议第17号提案的会办意见答复"), note="会办意见")
    yield Passes(Letter(disposition=None), note="当地没有要求标类别的规定")
    yield Passes(
        _county(metadata=(("索引号", "SW-2023-117"), ("发布日期", "2023年6月20日"))), note="网上公开件，页面常略去类别"
    )


RULE = Rule(
    name="class-missing",
    code="IDN016",
    family="identity",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("未标办理类别", "Class mark missing"),
    explanation=Explanation(
        contradiction=Bilingual(
            "当地办法要求每件标注办理结果类别，全文没有。",
            "The place requires a class mark on each reply; the letter has none.",
        ),
        importance=Bilingual("没有类别就无法统计办理结果。", "Without it outcomes cannot be counted."),
        silent=(
            Bilingual("没有写明要求的地方", "places of which no such rule is known"),
            Bilingual("部委件和网上公开件", "letters of ministries, and published copies"),
            Bilingual("会办、协办意见", "opinions of co-handlers"),
            Bilingual("有类别标记而读不清的", "marks that are there and cannot be read"),
        ),
        grounds=Bilingual("各地办法，见地方规定", "Local rules, see the profiles"),
    ),
    needs=("matter",),
    prescribed=("requires_class",),
    check=check,
    violates=violates,
    passes=passes,
)
