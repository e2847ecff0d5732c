"""A form that came back bears neither signature nor date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply, Text
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.form import returned

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the place for the signature or at the form's title."""
    form, place = reply.feedback, reply.structure.form_signature
    if form is None or reply.published or not returned(form):
        return
    if form.date is not None or (place is not None and place.value.text.strip()):
        return
    shown: Text | None = place.label if place is not None else form.title
    yield Problem(
        span=shown.span if shown is not None else form.span,
        message=Bilingual("表已填回，没有签名和日期", "the form was filled in, but bears neither signature nor date"),
        severity=Severity.WARNING if context.profile.form_signature else None,
        suggestion=Bilingual(
            "请提出者补签；在线评价的，附评价记录", "have it signed; if it was filled in online, file the record"
        ),
    )


def violates() -> Iterable[Violates]:
    """Forms that nobody signed."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(Letter(form=Form()), at="政协提案办理情况征询意见表", note="仅勾选无签字")
    yield Violates(Letter(form=Form(extra=(("委员签名", ""),))), at="委员签名", note="签名栏空")


def passes() -> Iterable[Passes]:
    """Forms that are signed, or that need no pen."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(form=Form(date="2023年6月20日")), note="有日期")
    yield Passes(Letter(form=Form(extra=(("委员签名", "陆承安"),))), note="有签名")
    yield Passes(Letter(form=Form.specimen()), note="空白样表")
    yield Passes(
        Letter(form=Form(), metadata=(("索引号", "K0001-2023-00117"), ("发布机构", "武汉市水务局"))),
        note="网上公开或在线评价的表",
    )


RULE = Rule(
    name="form-signature-missing",
    code="FRM008",
    family="form",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("表无签名或日期", "Form without signature"),
    explanation=Explanation(
        contradiction=Bilingual(
            "征询意见表已经填回，却没有签名，也没有日期；归档要求签名的，报警告。",
            "The form was filled in and bears neither signature nor date; a warning where files demand one.",
        ),
        importance=Bilingual("评价是谁、何时作出的，没有凭据。", "Nothing shows who gave the rating, and when."),
        silent=(
            Bilingual("在线平台评价有账号记录；网上公开的表", "forms filled in online or published"),
            Bilingual("空白样表和尚未收回的表", "blank forms and forms not yet returned"),
        ),
        grounds=Bilingual("各地征询意见表样式", "Local forms"),
    ),
    needs=("feedback",),
    adapts_to=("form_signature",),
    check=check,
    violates=violates,
    passes=passes,
)
