"""The weekday written behind a date is not that day's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


_NAMES = (
    ("一", "Monday"),
    ("二", "Tuesday"),
    ("三", "Wednesday"),
    ("四", "Thursday"),
    ("五", "Friday"),
    ("六", "Saturday"),
    ("日", "Sunday"),
)


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each date with another day's weekday."""
    for claim in reply.timing.weekdays:
        if claim.date.iso is None:
            continue
        real = date.fromisoformat(claim.date.iso).isoweekday()
        if real == claim.weekday:
            continue
        (zh, en), (zh_said, en_said) = _NAMES[real - 1], _NAMES[claim.weekday - 1]
        yield Problem(
            span=claim.span,
            message=Bilingual(
                f"{claim.date.text}是星期{zh}，不是星期{zh_said}", f"{claim.date.text} is a {en}, not a {en_said}"
            ),
            suggestion=Bilingual("核对日期或星期", "check the date or the weekday"),
        )


def violates() -> Iterable[Violates]:
    """Dates with a wrong weekday."""
    from govreply.testing import Violates

    yield Violates(
        _saying("我局于2023年5月8日（星期三）召开协调会。"), at="2023年5月8日（星期三", note="2023年5月8日是星期一"
    )
    yield Violates(
        _saying("我局于2023年5月10日周四上午召开协调会。"), at="2023年5月10日周四", note="2023年5月10日是星期三"
    )


def passes() -> Iterable[Passes]:
    """Dates with their weekday, and days of other calendars."""
    from govreply.testing import Letter, Passes

    yield Passes(_saying("我局于2023年5月8日（星期一）召开协调会。"), note="星期写对")
    yield Passes(_saying("2023年5月6日（星期六）因节假日调休，我局照常上班。"), note="倒休说明")
    yield Passes(_saying("我局于农历2023年5月8日（星期三）前后开展巡查。"), note="农历日期")
    yield Passes(_saying("我局每周三开展巡查，5月8日（星期三）组织了集中清淤。"), note="没有写年份")
    yield Passes(Letter(), note="没有写星期")


def _saying(sentence: str) -> Letter:
    from govreply.testing import Letter, Part

    return Letter(sections=(Part(heading="加强协调", paragraphs=(sentence,)),))


RULE = Rule(
    name="weekday-mismatch",
    code="DAT010",
    family="dates",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("星期不符", "Wrong weekday"),
    explanation=Explanation(
        contradiction=Bilingual(
            "日期后面所写的星期与历法不符。", "The weekday behind a date is not the one that the calendar gives."
        ),
        importance=Bilingual(
            "日期、星期必有一错，会议和期限就说不清。", "Date or weekday is wrong, and meetings and deadlines with it."
        ),
        silent=(
            Bilingual("农历日期", "dates of the lunar calendar"),
            Bilingual("调休说明，所写星期本身没有错", "days worked in exchange, where the weekday itself is right"),
            Bilingual("没有写年份的日期", "dates without a year"),
        ),
        grounds=Bilingual("历法", "The calendar"),
    ),
    needs=("timing.weekdays",),
    check=check,
    violates=violates,
    passes=passes,
)
