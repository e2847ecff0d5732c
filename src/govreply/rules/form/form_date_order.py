"""The form is dated before the reply that it rates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_WHOLE = len("2023-06-12")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the form's date."""
    form, signature = reply.feedback, reply.signature
    if form is None or form.date is None or signature is None or context.profile.form_before_reply:
        return
    returned, signed = form.date.iso, signature.date
    if returned is None or signed is None or len(returned) < _WHOLE or len(signed) < _WHOLE or returned >= signed:
        return
    voice = reply.structure.voice
    if voice is not None and voice.draft:
        return
    yield Problem(
        span=form.date.span,
        message=Bilingual(
            f"征询意见表填于{returned}，早于答复的{signed}",
            f"the form is dated {returned}, before the reply of {signed}",
        ),
        related=(
            Place(
                span=signature.date_text.span if signature.date_text else signature.span,
                label=Bilingual(f"答复日期：{signed}", f"date of the reply: {signed}"),
            ),
        ),
        suggestion=Bilingual("核对两处日期", "check both dates"),
    )


def violates() -> Iterable[Violates]:
    """Forms that are older than the reply."""
    from govreply.testing import Form, Letter, TableStyle, Violates

    yield Violates(
        Letter(form=Form(date="2023年5月2日")),
        at="2023年5月2日",
        related=("2023年6月12日",),
        note="答复6月12日，表5月2日",
    )
    yield Violates(
        Letter(form=Form(date="2022年6月20日", table=TableStyle.PIPE)),
        at="2022年6月20日",
        related=("2023年6月12日",),
        note="年份写错一年",
    )


def passes() -> Iterable[Passes]:
    """Dates in order."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(form=Form(date="2023年6月20日")), note="答复之后填表")
    yield Passes(Letter(form=Form(date="2023年6月12日")), note="当面答复，当日填表")
    yield Passes(
        Letter(form=Form(date="2023年6月2日", opinion="对答复初稿没有不同意见，表示满意。")),
        note="先送初稿征求意见再正式答复",
    )
    yield Passes(Letter(form=Form(), date=None), note="日期不全")


RULE = Rule(
    name="form-date-order",
    code="FRM009",
    family="form",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("反馈早于答复", "Form older than the reply"),
    explanation=Explanation(
        contradiction=Bilingual(
            "征询意见表的日期早于答复的成文日期。", "The form is dated before the reply that it rates."
        ),
        importance=Bilingual(
            "没有收到答复就作评价，不是日期写错就是程序倒置。",
            "A rating of a reply not yet written: a date is wrong, or the steps were taken in the wrong order.",
        ),
        silent=(
            Bilingual("先送初稿征求意见、再正式答复的地方和写明初稿的表", "places and forms that rate a draft first"),
            Bilingual("当日填表", "forms of the same day"),
            Bilingual("缺日或缺月的日期", "dates without a day"),
        ),
        grounds=Bilingual("办理程序：先答复，后征询", "Procedure: the reply first, then the rating"),
    ),
    needs=("feedback.date",),
    adapts_to=("form_before_reply",),
    check=check,
    violates=violates,
    passes=passes,
)
