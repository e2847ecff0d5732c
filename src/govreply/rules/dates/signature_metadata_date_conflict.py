"""The page around the letter gives another date of writing than the letter's signature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import PageDateKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.dated import date_place, signed_day

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each label of the page with another date of writing."""
    signed = signed_day(reply)
    if signed is None:
        return
    for given in reply.timing.page_dates:
        if given.kind is PageDateKind.WRITTEN and given.date.iso != signed.iso:
            yield Problem(
                span=given.date.span,
                message=Bilingual(
                    f"页面{given.label}为{given.date.text}，落款为{signed.text}",
                    f"the page's {given.label} is {given.date.text}, the letter's date is {signed.text}",
                ),
                related=(date_place(signed),),
                suggestion=Bilingual(
                    "核对原件，改正页面著录或落款", "check the original and correct the page or the letter"
                ),
            )


def violates() -> Iterable[Violates]:
    """Pages with another date."""
    from govreply.testing import Violates

    yield Violates(
        _with("成文日期", "2023-08-25"), at="2023-08-25", related=("2023年6月12日",), note="元数据晚了两个多月"
    )
    yield Violates(
        _with("形成日期", "2023年6月11日"), at="2023年6月11日", related=("2023年6月12日",), note="元数据早了一天"
    )


def passes() -> Iterable[Passes]:
    """Pages with the same date, or with dates of other kinds."""
    from govreply.testing import Passes

    yield Passes(_with("成文日期", "2023-06-12"), note="同一天的两种写法")
    yield Passes(_with("发布日期", "2023-08-25"), note="发布日期本来就晚于成文")
    yield Passes(_with("成文日期", "2023-08-25").but(signature=(), date=None), note="没有落款日期可比")
    yield Passes(_with("生成日期", "2023-08-25"), note="生成日期可能是页面生成的时间")


def _with(label: str, value: str) -> Letter:
    from govreply.testing import Letter

    return Letter(metadata=(("索引号", "420100-2023-0117"), ("发布机构", "武汉市水务局"), (label, value)))


RULE = Rule(
    name="signature-metadata-date-conflict",
    code="DAT006",
    family="dates",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("落款与元数据日期冲突", "Date of the letter against the page's"),
    explanation=Explanation(
        contradiction=Bilingual(
            "页面信息里的成文日期与信函落款日期不同。",
            "The page's date of writing (成文日期) differs from the date of the signature.",
        ),
        importance=Bilingual(
            "检索、归档按著录日期进行，两者不一致就查不到原件。",
            "Searching and filing go by the catalogued date and miss the letter.",
        ),
        silent=(
            Bilingual(
                "发布日期、发文日期、生成日期可以不同于成文日期",
                "days of publishing, sending or making the page (发布, 发文, 生成日期)",
            ),
            Bilingual("没有落款或落款日期读不出", "letters without a date that can be read"),
        ),
        grounds=Bilingual(
            "GB/T 9704-2012 7.3.5；政府信息公开著录", "GB/T 9704-2012 7.3.5; cataloguing of public information"
        ),
    ),
    needs=("timing.page_dates", "signature"),
    check=check,
    violates=violates,
    passes=passes,
)
