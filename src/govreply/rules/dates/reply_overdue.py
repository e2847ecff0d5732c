"""The letter was signed later after its assignment than the place allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import DateText, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.dated import is_day, signed_day

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_MONTHS = 12
_LAST_DAY_EVERYWHERE = 28


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the date."""
    months, assigned, signed = context.profile.reply_months, reply.timing.assigned, signed_day(reply)
    if months is None or assigned is None or signed is None or not is_day(assigned) or reply.timing.follow_up:
        return
    due = _later(assigned, months)
    if signed.iso is None or signed.iso <= due.isoformat():
        return
    days = (date.fromisoformat(signed.iso) - due).days
    yield Problem(
        span=signed.span,
        message=Bilingual(
            f"{assigned.text}交办，{signed.text}答复，超过{months}个月的期限{days}天",
            f"assigned {assigned.text}, answered {signed.text}: {days} days beyond {months} months",
        ),
        related=(
            Place(span=assigned.span, label=Bilingual(f"交办日期：{assigned.text}", f"assigned: {assigned.text}")),
        ),
        suggestion=Bilingual("核对是否办过延期手续", "see whether an extension was granted"),
    )


def _later(day: DateText, months: int) -> date:
    """The same day some months later; the last days of a month count as the 28th, and those lost are given back as grace."""
    year, month, of_month = day.year or 0, day.month or 1, day.day or 1
    total = month - 1 + months
    year, month = year + total // _MONTHS, total % _MONTHS + 1
    if of_month <= _LAST_DAY_EVERYWHERE:
        return date(year, month, of_month)
    return date(year + month // _MONTHS, month % _MONTHS + 1, 1)


def violates() -> Iterable[Violates]:
    """Letters after their term."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(opening=("本件于2023年2月10日由市政府督查室交办我局。",), date="2023年9月20日"),
        at="2023年9月20日",
        related=("2023年2月10日",),
        note="交办七个多月后才答复",
    )
    yield Violates(
        Letter(opening=("2023年1月31日交办以来，我局认真研究。",), date="2023年8月15日"),
        at="2023年8月15日",
        related=("2023年1月31日",),
        note="月末交办，按次月1日起算仍超期",
    )


def passes() -> Iterable[Passes]:
    """Letters within their term."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(opening=("本件于2023年2月10日由市政府督查室交办我局。",)), note="期限之内")
    yield Passes(Letter(date="2023年12月20日"), note="文中没有交办日期")
    yield Passes(
        Letter(
            title="对市政协十四届二次会议第20230117号提案的再次答复",
            opening=("本件于2023年2月10日由市政府督查室交办我局。",),
            date="2023年9月20日",
        ),
        note="二次答复另行计期",
    )
    yield Passes(
        Letter(opening=("本件于2023年2月10日由市政府督查室交办我局。",), date="2023年8月10日"), note="期限最后一天"
    )


RULE = Rule(
    name="reply-overdue",
    code="DAT005",
    family="dates",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("超期", "Reply overdue"),
    explanation=Explanation(
        contradiction=Bilingual(
            "成文日期离文中所写交办日期，超过当地规定的月数。",
            "The letter's date lies further behind the day of assignment that it names than the place allows.",
        ),
        importance=Bilingual(
            "超期答复影响办理考核，也需要说明延期原因。",
            "Overdue replies count against the organ, and the delay needs a reason.",
        ),
        silent=(
            Bilingual("文中没有写交办日期", "letters that do not name the day of assignment"),
            Bilingual("再次答复、补充答复，期限另算", "further answers, whose term counts anew"),
            Bilingual(
                "各地期限不同：不知道当地规定时只按最长的六个月",
                "terms differ: where the local one is not known only the longest of six months counts",
            ),
        ),
        grounds=Bilingual(
            "代表法及各地办理办法：三个月，至迟六个月",
            "The law on deputies and local rules: three months, six at the latest",
        ),
    ),
    needs=("timing.assigned", "signature"),
    prescribed=("reply_months",),
    check=check,
    violates=violates,
    passes=passes,
)
