"""A full rate claimed for a part of what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each such rate."""
    for rate in reply.outcome.part_rates:
        if not 0 < rate.taken < rate.of:
            continue
        yield Problem(
            span=rate.span,
            message=Bilingual(
                f"共{rate.whole.text}，只有{rate.part.text}计入，却称“{rate.text}”",
                f"of {rate.whole.text} only {rate.part.text} were taken up, yet the rate is given as “{rate.text}”",
            ),
            related=(
                Place(span=rate.whole.span, label=Bilingual("全部", "all")),
                Place(span=rate.part.span, label=Bilingual("计入的部分", "those taken up")),
            ),
            suggestion=Bilingual("写明比率的分母", "say what the rate is of"),
        )


def _saying(text: str) -> Letter:
    from govreply.testing import Letter, Part

    return Letter(sections=(Part(heading="办理情况", paragraphs=(text,)),))


def violates() -> Iterable[Violates]:
    """Rates whose base shrank."""
    from govreply.testing import Violates

    yield Violates(
        _saying("您提出的6条建议，我局采纳5条，落实率100%。"),
        at="落实率100%",
        related=("6条", "5条"),
        note="6条建议采纳5条，称落实率100%",
    )
    yield Violates(
        _saying("提案中提出的8项建议，经研究，已转办6项。目前工作进展顺利，有关单位已完成任务。").but(
            opening=("您提出的8条建议，经梳理，转办6条，办结率达100%。",)
        ),
        at="办结率达100%",
        related=("8条", "6条"),
        note="8条转6条，称办结率100%",
    )


def passes() -> Iterable[Passes]:
    """Rates whose base is told or whole."""
    from govreply.testing import Passes

    yield Passes(_saying("您提出的6条建议，我局采纳6条，落实率100%。"), note="全部采纳")
    yield Passes(_saying("您提出的6条建议，我局采纳5条，采纳的5条落实率100%。"), note="写明了分母")
    yield Passes(_saying("2022年我局共收到建议提案20件，主办15件，办复率100%。"), note="年度统计，口径是主办件")
    yield Passes(_saying("您提出的6条建议，我局采纳5条，落实率83%。"), note="比率按全部计算")


RULE = Rule(
    name="resolved-rate-misleading",
    code="DSP005",
    family="disposition",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("落实率分母不清", "A full rate of a part"),
    explanation=Explanation(
        contradiction=Bilingual(
            "提出的建议只有一部分计入办理，却笼统称落实率、办结率100%。",
            "Only part of what was asked was taken up, but the letter gives a rate of 100% without saying of what.",
        ),
        importance=Bilingual("读者会以为全部建议都落实了。", "The reader takes all points for settled."),
        silent=(
            Bilingual("写明只就采纳或转办的部分计算", "rates that are said to be of the part"),
            Bilingual("年度统计，口径另有说明", "yearly statistics with a base of their own"),
            Bilingual("全部计入的", "cases where all were taken up"),
        ),
        grounds=Bilingual("答复实例；统计常识", "Seen in replies; how rates are told"),
    ),
    needs=("outcome.part_rates",),
    check=check,
    violates=violates,
    passes=passes,
)
