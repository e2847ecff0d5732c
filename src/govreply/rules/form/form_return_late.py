"""The form came back later than the place allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates

_WHOLE = len("2023-06-12")
# the letter travels, and the longest public holiday has six working days
_ALLOWANCE = 10
_MOST = 400  # days; what is further apart is a wrong date


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the form's date."""
    limit = context.profile.form_return_working_days
    form, signature = reply.feedback, reply.signature
    if limit is None or form is None or form.date is None or signature is None:
        return
    returned, signed = form.date.iso, signature.date
    if returned is None or signed is None or len(returned) < _WHOLE or len(signed) < _WHOLE:
        return
    passed = _working_days(date.fromisoformat(signed), date.fromisoformat(returned))
    if passed is None or passed <= limit + _ALLOWANCE:
        return
    yield Problem(
        span=form.date.span,
        message=Bilingual(
            f"答复{signed}，表{returned}才填回，约{passed}个工作日，超过{limit}个工作日",
            f"the form of {returned} came about {passed} working days after the reply of {signed}; {limit} are allowed",
        ),
        related=(
            Place(
                span=signature.date_text.span if signature.date_text else signature.span,
                label=Bilingual(f"答复日期：{signed}", f"date of the reply: {signed}"),
            ),
        ),
        suggestion=Bilingual("注明逾期原因", "say why it is late"),
    )


def _working_days(first: date, last: date) -> int | None:
    """Mondays to Fridays after `first` up to `last`; holidays are not known. ``None`` for dates that cannot be meant."""
    days = (last - first).days
    if not 0 <= days <= _MOST:
        return None
    return sum((first + timedelta(n)).weekday() < 5 for n in range(1, days + 1))


def violates() -> Iterable[Violates]:
    """Forms that are late."""
    from govreply.testing import Violates

    yield Violates(_letter("2023年8月28日"), at="2023年8月28日", related=("2023年6月12日",), note="收函两个多月后回表")
    yield Violates(_letter("2023年10月9日"), at="2023年10月9日", related=("2023年6月12日",), note="收函近四个月后回表")


def passes() -> Iterable[Passes]:
    """Forms in time, or of places without a limit."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(_letter("2023年6月20日"), note="期限之内")
    yield Passes(_letter("2023年7月20日"), note="加上在途和节假日，未必逾期")
    yield Passes(Letter(form=Form(date="2023年9月28日")), note="当地未设期限")


def _letter(day: str) -> Letter:
    from govreply.testing import Form, Letter

    return Letter(issuer="重庆市水利局", document_number="渝水函〔2023〕21号", form=Form(date=day))


RULE = Rule(
    name="form-return-late",
    code="FRM010",
    family="form",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("反馈逾期", "Form came back late"),
    explanation=Explanation(
        contradiction=Bilingual(
            "从答复到填表的工作日超过当地规定的期限；在途时间和节假日已留余量。",
            "More working days passed between reply and form than the place allows, post and holidays allowed for.",
        ),
        importance=Bilingual(
            "逾期未反馈的，一些地方视为满意或不再计入。", "Some places count a late form as content, or not at all."
        ),
        silent=(
            Bilingual("当地未设期限，或期限未收录", "places without a limit, or whose limit is not known"),
            Bilingual("略超期限的，可能是在途或节假日", "forms that are barely late: post and holidays"),
        ),
        grounds=Bilingual("重庆：20个工作日", "Chongqing: 20 working days"),
    ),
    needs=("feedback.date",),
    prescribed=("form_return_working_days",),
    check=check,
    violates=violates,
    passes=passes,
)
