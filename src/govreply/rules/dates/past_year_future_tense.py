"""The letter says that something will come by a time that had passed when it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import DateText, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.dated import dated_place, signed_day, year_of

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each prospect that lies behind the letter."""
    year, place, day = year_of(reply), dated_place(reply), signed_day(reply)
    if year is None or place is None:
        return
    for prospect in reply.timing.prospects:
        if _past(prospect.date, year, day):
            yield Problem(
                span=prospect.span,
                message=Bilingual(
                    f"“{prospect.text}”说的是将来，而本件成文于{day.text if day else f'{year}年'}",
                    f"“{prospect.text}” speaks of the future, but the letter is of {day.text if day else year}",
                ),
                related=(place,),
                suggestion=Bilingual("核对年份，或改写为已经完成的情况", "check the year, or tell what has come of it"),
            )


def _past(due: DateText, year: int, day: DateText | None) -> bool:
    """Whether the year or month that `due` names was over."""
    if due.year is None:
        return False
    if due.month is None or day is None or day.month is None:
        return due.year < year
    return (due.year, due.month) < (day.year or year, day.month)


def violates() -> Iterable[Violates]:
    """Promises for the past."""
    from govreply.testing import Violates

    yield Violates(
        _saying("东湖片区泵站将于2021年底建成，届时可缓解内涝。"),
        at="将于2021年",
        related=("2023年6月12日",),
        note="2023年的件说将于2021年底建成",
    )
    yield Violates(
        _saying("二期管网改造预计2022年10月完工。"), at="预计2022年10月", related=("2023年6月12日",), note="月份已过"
    )


def passes() -> Iterable[Passes]:
    """Promises for the future, and earlier aims."""
    from govreply.testing import Letter, Passes

    yield Passes(_saying("东湖片区泵站将于2024年底建成。"), note="年份在后")
    yield Passes(_saying("东湖片区泵站预计2023年6月底建成。"), note="当月尚未过完")
    yield Passes(_saying("《武汉市排水专项规划》提出，将于2021年底建成东湖片区泵站。"), note="转述当年文件的目标")
    yield Passes(_saying("预计到2020年累计改造管网50公里的目标已经实现。"), note="到2020年累计")
    yield Passes(_saying("该项目原计划于2021年底建成，因汛期推迟。"), note="原来的打算")
    yield Passes(_saying("您提出希望泵站争取2022年建成，我局十分重视。"), note="复述提案的希望")
    yield Passes(Letter(), note="没有写预期时间")


def _saying(sentence: str) -> Letter:
    from govreply.testing import Letter, Part

    return Letter(sections=(Part(heading="加快推进管网改造", paragraphs=(sentence,)),))


RULE = Rule(
    name="past-year-future-tense",
    code="DAT012",
    family="dates",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("时态与年份矛盾", "Still to come, but past"),
    explanation=Explanation(
        contradiction=Bilingual(
            "用“将于”“预计”等说将来的话，所写年月却在成文日期之前。",
            "Words of the future (将于, 预计) stand before a year or month that was over when the letter was written.",
        ),
        importance=Bilingual(
            "多半是照抄往年的答复没有更新，提出者看不到真实进展。",
            "Mostly an old reply was copied, and the proposer does not learn how things stand.",
        ),
        silent=(
            Bilingual("转述当年文件、会议、提案里的目标", "aims of earlier documents, meetings and proposals"),
            Bilingual("“到2020年累计”之类的统计", "totals up to a year (到2020年累计)"),
            Bilingual("原计划、曾计划，以及写明推迟的", "earlier plans, and delays that are told"),
            Bilingual("当月、当年尚未过完", "the month or year that is not over yet"),
        ),
        grounds=Bilingual("常识", "Common sense"),
    ),
    needs=("timing.prospects",),
    check=check,
    violates=violates,
    passes=passes,
)
