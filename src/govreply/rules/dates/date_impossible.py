"""A date that the calendar does not have, such as 9月31日."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import DateText, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_LEAP_YEAR = 2000  # stands in where no year is written: 2月29日 may exist


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each place with an impossible date."""
    form = reply.feedback
    extra = (reply.signature.date_text if reply.signature else None, form.date if form else None)
    seen = {date.span for date in reply.dates}
    dates = [*reply.dates, *(date for date in extra if date and date.span not in seen)]
    for date in dates:
        reason = _impossible(date)
        if reason is not None:
            yield Problem(
                span=date.span,
                message=Bilingual(f"“{date.text}”不存在：{reason.zh}", f"“{date.text}” does not exist: {reason.en}"),
                suggestion=Bilingual("核对原件改正", "correct it from the original"),
            )


def _impossible(date: DateText) -> Bilingual | None:
    if date.iso is not None or date.month is None:
        return None
    if not 1 <= date.month <= 12:
        return Bilingual(f"没有{date.month}月", f"there is no month {date.month}")
    if date.day is None:
        return None
    year = date.year if date.year and date.year > 0 else _LEAP_YEAR
    days = monthrange(year, date.month)[1]
    if 1 <= date.day <= days:
        return None
    shown = f"{date.year}年{date.month}月" if date.year else f"{date.month}月"
    return Bilingual(f"{shown}只有{days}天", f"that month has {days} days")


def violates() -> Iterable[Violates]:
    """Dates outside the calendar."""
    from govreply.testing import Letter, Part, Violates

    yield Violates(Letter(date="2023年6月31日"), at="2023年6月31日", note="成文日期不存在")
    yield Violates(
        Letter(sections=(Part(heading="工程进展", paragraphs=("该项目于2023年2月29日开工，目前进展顺利。",)),)),
        at="2023年2月29日",
        note="平年没有2月29日",
    )


def passes() -> Iterable[Passes]:
    """Dates that exist, or cannot be read for certain."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(Letter(), note="日期存在")
    yield Passes(
        Letter(sections=(Part(heading="工程进展", paragraphs=("该项目于2024年2月29日开工，目前进展顺利。",)),)),
        note="闰年的2月29日",
    )
    yield Passes(Letter(date="2023927"), note="丢了单位的数字串（歧义另报）")


RULE = Rule(
    name="date-impossible",
    code="DAT001",
    family="dates",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("不存在的日期", "Impossible date"),
    explanation=Explanation(
        contradiction=Bilingual("所写的年月日在历法上不存在。", "The day written does not exist in the calendar."),
        importance=Bilingual(
            "期限计算、排序和著录都会出错或被系统拒收。", "Deadlines, sorting and cataloguing go wrong or are refused."
        ),
        silent=(
            Bilingual(
                "丢了年月日单位的数字串（2023927），那是歧义",
                "digit runs without 年月日 (2023927), which are ambiguous",
            ),
            Bilingual("没有年份的2月29日", "29 February without a year"),
        ),
        grounds=Bilingual("历法", "The calendar"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
