"""A date has lost its unit characters and can be read in more than one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.date_forms import is_digit_run
from govreply.model import DateText, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each run of digits that stands where a date belongs and is none for certain."""
    form = reply.feedback
    extra = (reply.signature.date_text if reply.signature else None, form.date if form else None)
    seen = {date.span for date in reply.dates}
    for date in (*reply.dates, *(d for d in extra if d is not None and d.span not in seen)):
        if _ambiguous(date):
            yield Problem(
                span=date.span,
                message=Bilingual(
                    f"“{date.text}”没有年月日字样，有不止一种读法",
                    f"“{date.text}” has no 年月日 and reads in several ways",
                ),
                suggestion=Bilingual("写明年、月、日", "write 年, 月 and 日"),
            )


def _ambiguous(date: DateText) -> bool:
    return date.iso is None and date.year is not None and is_digit_run(date.text)


def violates() -> Iterable[Violates]:
    """Runs of digits."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(date="202111"), at="202111", note="可读作2021年11月，也可读作2021年1月1日")
    yield Violates(Letter(date="2023927"), at="2023927", note="七位数字串")


def passes() -> Iterable[Passes]:
    """Dates that read in one way."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="写明年月日")
    yield Passes(Letter(date="20230612"), note="八位全日期只有一种读法")
    yield Passes(Letter(date="2023.6.12"), note="以点分开的日期")
    yield Passes(Letter(signature=(), date=None), note="没有成文日期")


RULE = Rule(
    name="date-ambiguous",
    code="DAT002",
    family="dates",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("日期歧义", "Ambiguous date"),
    explanation=Explanation(
        contradiction=Bilingual(
            "该写日期的地方只有一串数字，缺了年月日，可以有几种读法。",
            "Where a date belongs there is a run of digits without 年, 月 and 日 that reads in several ways.",
        ),
        importance=Bilingual(
            "归档著录和期限计算需要确定的日期。", "Cataloguing and deadlines need a date that is certain."
        ),
        silent=(
            Bilingual("八位数字（20230612），只有一种读法", "eight digits (20230612), which read in one way only"),
            Bilingual("以点、横线分开的日期", "dates parted by dots or hyphens"),
        ),
        grounds=Bilingual(
            "GB/T 9704-2012 7.3.5.4：成文日期写明年、月、日",
            "GB/T 9704-2012 7.3.5.4: the date is written with 年, 月 and 日",
        ),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
