"""The letter is dated after the day on which it was published, or after the day given to judge by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import PageDateKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.dated import signed_day

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the date of the signature."""
    signed = signed_day(reply)
    if signed is None or signed.iso is None:
        return
    published = [given for given in reply.timing.page_dates if given.kind is PageDateKind.PUBLISHED]
    last = max(published, key=lambda given: given.date.iso or "", default=None)
    if last is not None and last.date.iso is not None and signed.iso > last.date.iso:
        label = Bilingual(f"{last.label}：{last.date.text}", f"{last.label}: {last.date.text}")
        yield Problem(
            span=signed.span,
            message=Bilingual(
                f"成文日期{signed.text}晚于页面{last.label}{last.date.text}",
                f"the letter's date {signed.text} is after its page's {last.label} {last.date.text}",
            ),
            related=(Place(span=last.date.span, label=label),),
            suggestion=_CHECK,
        )
    elif context.today is not None and signed.iso > context.today.isoformat():
        yield Problem(
            span=signed.span,
            message=Bilingual(
                f"成文日期{signed.text}晚于今天（{context.today.isoformat()}）",
                f"the letter's date {signed.text} is after today ({context.today.isoformat()})",
            ),
            suggestion=_CHECK,
        )


_CHECK = Bilingual("核对成文日期", "check the letter's date")


def violates() -> Iterable[Violates]:
    """Letters from the future."""
    from govreply.testing import Violates

    yield Violates(
        _published("2023-07-03").but(date="2033年6月12日"),
        at="2033年6月12日",
        related=("2023-07-03",),
        note="2023年发布的件落款写2033年",
    )
    yield Violates(_published("2023-06-01"), at="2023年6月12日", related=("2023-06-01",), note="落款晚于发布日期")


def passes() -> Iterable[Passes]:
    """Letters that were there before they were published."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(_published("2023-07-03"), note="发布在成文之后")
    yield Passes(_published("2023-06-12"), note="当天发布")
    yield Passes(
        _published("2023-07-03").but(
            sections=(Part(heading="远期目标", paragraphs=("到2035年，全市排水管网基本实现雨污分流。",)),)
        ),
        note="正文里的规划目标年",
    )
    yield Passes(Letter(date="2033年6月12日"), note="没有发布日期，也没有给出今天的日期，无从判断")


def _published(day: str) -> Letter:
    from govreply.testing import Letter

    return Letter(metadata=(("索引号", "420100-2023-0117"), ("发布机构", "武汉市水务局"), ("发布日期", day)))


RULE = Rule(
    name="date-future",
    code="DAT009",
    family="dates",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("未来日期", "Date in the future"),
    explanation=Explanation(
        contradiction=Bilingual(
            "成文日期晚于页面的发布日期；调用者给出当天日期时，也与它比较。",
            "The letter's date is after the page's day of publishing, or after today where the caller says which "
            "day that is.",
        ),
        importance=Bilingual(
            "还没有写成的文件不能发布，年份多半写错。",
            "What is not yet written cannot be published; mostly the year is wrong.",
        ),
        silent=(
            Bilingual("规划、目标里的将来年份", "years of plans and aims"),
            Bilingual(
                "既没有发布日期、也没有给出当天日期",
                "letters without a day of publishing when no day to judge by is given",
            ),
            Bilingual(
                "页面成文日期与落款不符，由另一条规则指出",
                "a page whose date of writing differs, which another rule tells",
            ),
        ),
        grounds=Bilingual("常识", "Common sense"),
    ),
    needs=("signature",),
    yields_to=("signature-metadata-date-conflict",),
    check=check,
    violates=violates,
    passes=passes,
)
