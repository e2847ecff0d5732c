"""A rate that cannot exceed a hundred per cent does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.rates import bounded_rate
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


_MOST = 100


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each rate above a hundred per cent whose part cannot exceed its whole."""
    for figure in reply.figures:
        if figure.unit != "%" or figure.value <= _MOST or figure.quoted or not bounded_rate(figure.subject):
            continue
        yield Problem(
            span=figure.span,
            message=Bilingual(
                f"“{figure.subject}”不可能超过100%，文中写{figure.text}",
                f"“{figure.subject}” cannot exceed 100%, the text says {figure.text}",
            ),
            suggestion=Bilingual(
                "核对比率；若为计划完成情况，改称完成率", "check the rate; a plan that was outdone has a 完成率"
            ),
        )


def violates() -> Iterable[Violates]:
    """Rates above the whole."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(sections=_saying("今年以来提案办复率102%。")), at="102%", note="办复率102%")
    yield Violates(
        Letter(sections=_saying("全年开展水质检测1200次，水质合格率达到102.3%。")), at="102.3%", note="合格率102.3%"
    )


def passes() -> Iterable[Passes]:
    """Rates that may exceed a hundred, and those that do not."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=_saying("今年以来提案办复率100%。")), note="正好100%")
    yield Passes(Letter(sections=_saying("管网改造投资同比增长137%。")), note="增长率可以超过100%")
    yield Passes(Letter(sections=_saying("年度改造任务完成率达到105%。")), note="计划完成率可以超过100%")
    yield Passes(Letter(sections=_saying("污水处理厂产能利用率达到108%。")), note="产能利用率可以超过100%")


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="提升服务水平", paragraphs=paragraphs),)


RULE = Rule(
    name="rate-out-of-range",
    code="FIG011",
    family="figures",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("比率越界", "Rate above the whole"),
    explanation=Explanation(
        contradiction=Bilingual(
            "满意率、办复率、覆盖率、合格率等部分不能大于整体的比率超过100%。",
            "A rate whose part cannot exceed its whole (满意率, 办复率, 覆盖率, 合格率) is above 100%.",
        ),
        importance=Bilingual("数字显然有误，公开后损害公信。", "The figure is plainly wrong."),
        silent=(
            Bilingual("增长率", "growth rates"),
            Bilingual("计划完成率、产能利用率等可以超过100%的比率", "rates that may exceed 100%: 完成率, 产能利用率"),
            Bilingual("引文", "quotations"),
        ),
        grounds=Bilingual("常识", "Common sense"),
    ),
    needs=("figures",),
    check=check,
    violates=violates,
    passes=passes,
)
